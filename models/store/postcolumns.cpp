// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postcolumns.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
const QStringList &runColumns()
{
    static const QStringList columns = {u"observed_at"_s, u"seen_until"_s,     u"views"_s,   u"forwards"_s,
                                        u"reactions"_s,   u"comments"_s,       u"replies"_s, u"stars"_s,
                                        u"views_grain"_s, u"reactions_grain"_s};
    return columns;
}

PostSnapshot runAt(const SqlRows &rows, int first)
{
    return {.observedAt = rows.integer(first),
            .seenUntil = rows.integer(first + 1),
            .counters = {.views = rows.maybe(first + 2),
                         .forwards = rows.maybe(first + 3),
                         .reactions = rows.maybe(first + 4),
                         .comments = rows.maybe(first + 5),
                         .replies = rows.maybe(first + 6),
                         .stars = rows.maybe(first + 7),
                         .viewsGrain = rows.integer(first + 8),
                         .reactionsGrain = rows.integer(first + 9)}};
}

void bindRun(SqlStatement &statement, const QStringList &places, const PostSnapshot &run)
{
    const PostCounters &counters = run.counters;
    statement.bind(places[0], run.observedAt).bind(places[1], run.seenUntil);
    qsizetype place = 2;
    for (const Count &count :
         {counters.views, counters.forwards, counters.reactions, counters.comments, counters.replies, counters.stars})
        statement.bind(places[place++], count);
    statement.bind(places[8], counters.viewsGrain).bind(places[9], counters.reactionsGrain);
}

const QStringList &postColumns()
{
    static const QStringList columns = {u"published"_s,      u"text"_s,   u"service"_s,   u"media"_s, u"album"_s,
                                        u"forwarded_from"_s, u"edited"_s, u"signature"_s, u"link"_s};
    return columns;
}

Post postAt(const SqlRows &rows, PostId id, int first)
{
    const std::optional<QString> media = rows.maybeText(first + 3);
    return {.id = id,
            .published = rows.integer(first),
            .text = rows.text(first + 1),
            .kind = rows.flag(first + 2) ? MessageKind::Service : MessageKind::Post,
            .media = media ? mediaFromText(*media) : std::nullopt,
            .album = rows.integer(first + 4),
            .forwardedFrom = rows.text(first + 5),
            .edited = rows.maybe(first + 6),
            .signature = rows.text(first + 7),
            .link = rows.text(first + 8)};
}

void bindPost(SqlStatement &statement, const QStringList &places, const Post &post)
{
    const std::optional<QString> media = post.media ? std::optional(mediaText(*post.media)) : std::nullopt;
    statement.bind(places[0], post.published)
        .bind(places[1], post.text)
        .bind(places[2], qint64(post.kind == MessageKind::Service))
        .bind(places[3], media)
        .bind(places[4], post.album)
        .bind(places[5], post.forwardedFrom)
        .bind(places[6], post.edited)
        .bind(places[7], post.signature)
        .bind(places[8], post.link);
}
}
