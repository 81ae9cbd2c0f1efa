// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postreader.h"

#include "store/postcolumns.h"
#include "store/sourceids.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Whatever is said of posts that were published in a time. */
const QString kOfPosts =
    u" WHERE source = :source AND channel = :channel AND post IN (SELECT id FROM post WHERE source = :source"
    " AND channel = :channel AND published >= :from AND published < :until)"_s;

/** By id, where each is. */
QHash<PostId, qsizetype> placesOf(const QList<PostHistory> &posts)
{
    QHash<PostId, qsizetype> places;
    places.reserve(posts.size());
    for (qsizetype i = 0; i < posts.size(); ++i)
        places.insert(posts[i].post.id, i);
    return places;
}
}

PostsReading PostReader::read(const PostQuery &query)
{
    const std::optional<qint64> source = findSourceId(m_connection, query.key.source);
    if (!source)
        return {};
    constexpr qint64 kEver = std::numeric_limits<qint64>::max();
    const Scope scope{*source, query.key.channel, query.published.value_or(TimeWindow{0, kEver}),
                      query.asOf.value_or(kEver)};
    PostsReading read{.posts = posts(scope), .readings = readings(scope)};
    readRuns(scope, read.posts);
    readAbsences(scope, read.posts);
    read.posts.removeIf([](const PostHistory &post) {
        return post.snapshots.isEmpty();
    });
    return read;
}

QList<PostHistory> PostReader::posts(const Scope &scope)
{
    static const QString text =
        u"SELECT id, deleted_seen, %1 FROM post WHERE source = :source AND channel = :channel AND published >= :from"
        " AND published < :until ORDER BY published, id"_s.arg(postColumns().join(u", "_s));
    SqlStatement query = m_connection.statement(text);
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
    query.bind(u":from"_s, scope.published.from).bind(u":until"_s, scope.published.until);
    SqlRows rows = query.rows();
    QList<PostHistory> posts;
    while (rows.next()) {
        PostHistory history{.post = postAt(rows, PostId(rows.integer(0)), 2)};
        if (const std::optional<qint64> deleted = rows.maybe(1); deleted && *deleted <= scope.asOf)
            history.deletedSeen = deleted;
        posts.append(std::move(history));
    }
    return posts;
}

void PostReader::readRuns(const Scope &scope, QList<PostHistory> &posts)
{
    static const QString text =
        u"SELECT post, %1 FROM post_snapshot%2 AND observed_at <= :as_of"
        " ORDER BY post, observed_at"_s.arg(runColumns().join(u", "_s), kOfPosts);
    const QHash<PostId, qsizetype> places = placesOf(posts);
    SqlStatement query = m_connection.statement(text);
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
    query.bind(u":from"_s, scope.published.from).bind(u":until"_s, scope.published.until);
    query.bind(u":as_of"_s, scope.asOf);
    SqlRows rows = query.rows();
    while (rows.next()) {
        const auto place = places.constFind(PostId(rows.integer(0)));
        if (place == places.cend())
            continue;
        PostSnapshot run = runAt(rows, 1);
        // Of a run that ends later, only its begin was known then.
        if (run.seenUntil > scope.asOf)
            run.seenUntil = run.observedAt;
        posts[*place].snapshots.append(run);
    }
}

void PostReader::readAbsences(const Scope &scope, QList<PostHistory> &posts)
{
    if (scope.asOf == std::numeric_limits<qint64>::max())
        return;
    static const QString text =
        u"SELECT post, missed_at FROM post_absence%1 AND missed_at <= :as_of AND back_at > :as_of"_s.arg(kOfPosts);
    const QHash<PostId, qsizetype> places = placesOf(posts);
    SqlStatement query = m_connection.statement(text);
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
    query.bind(u":from"_s, scope.published.from).bind(u":until"_s, scope.published.until);
    query.bind(u":as_of"_s, scope.asOf);
    SqlRows rows = query.rows();
    while (rows.next()) {
        const auto place = places.constFind(PostId(rows.integer(0)));
        if (place != places.cend())
            posts[*place].deletedSeen = rows.integer(1);
    }
}

QList<Observation> PostReader::readings(const Scope &scope)
{
    SqlStatement query = m_connection.statement(
        u"SELECT id, from_time, until_time, reaches_now, observed_at FROM post_reading WHERE source = :source"
        " AND channel = :channel AND observed_at <= :as_of AND from_time < :until AND until_time >= :from"
        " AND doubted = 0 ORDER BY id DESC"_s);
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
    query.bind(u":from"_s, scope.published.from).bind(u":until"_s, scope.published.until);
    query.bind(u":as_of"_s, scope.asOf);
    SqlRows rows = query.rows();
    QList<Observation> readings;
    while (rows.next())
        readings.append({.id = ObservationId(rows.integer(0)),
                         .level = StoredResolution::Minute,
                         .window = {rows.integer(1), rows.integer(2)},
                         .reachesNow = rows.flag(3),
                         .observedAt = rows.integer(4)});
    return readings;
}
}
