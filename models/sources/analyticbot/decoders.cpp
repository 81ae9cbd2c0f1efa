// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/decoders.h"

#include "core/timetext.h"
#include "logging_sources.h"
#include "sources/analyticbot/jsonrows.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
Error badAnswer(const QString &why)
{
    return {.kind = Error::Kind::BadAnswer, .detail = why};
}

/** A counter; nothing for anything that is not an integer from 0 to 2⁵³ − 1. */
Count countOf(const JsonRow &row, QByteArrayView name)
{
    const std::optional<qint64> number = row.integer(name);
    return number && *number >= 0 && *number <= kLargestCount ? number : std::nullopt;
}

Result<Bucket> bucketOf(const JsonRow &row)
{
    struct Field {
        Metric metric;
        bool required;
    };
    static constexpr Field fields[] = {{Metric::Views, true},    {Metric::Likes, true},    {Metric::Shares, true},
                                       {Metric::Comments, true}, {Metric::Replies, false}, {Metric::PostCount, false}};

    const std::optional<qint64> start = secondsFromIso(row.string("timestamp"));
    if (!start)
        return badAnswer(u"a bucket without a time"_s);
    Bucket bucket{.start = *start, .counters = {}};
    for (const Field &field : fields) {
        const QByteArray name = metricName(field.metric).toLatin1();
        const JsonField *value = row.field(name);
        if (!field.required && (!value || value->kind == JsonField::Kind::Null))
            continue;
        bucket.counters[field.metric] = countOf(row, name);
        if (!bucket.counters[field.metric])
            return badAnswer(u"%1 at %2 is no counter"_s.arg(metricName(field.metric), isoUtc(*start)));
    }
    return bucket;
}

/** Nothing for a row without an id. Old data may hold negative ids, so that is no counter. */
std::optional<Channel> channelOf(const JsonRow &row, bool withSubscribers)
{
    const std::optional<qint64> id = row.integer("id");
    if (!id || *id == 0)
        return std::nullopt;
    Channel channel{
        .id = ChannelId(*id), .title = row.string("name"), .username = row.string("username"), .subscribers = {}};
    if (channel.username.startsWith(u'@'))
        channel.username.remove(0, 1);
    if (channel.title.isEmpty())
        channel.title = u"Channel %1"_s.arg(channel.id.value());
    if (withSubscribers)
        channel.subscribers = countOf(row, "subscriber_count");
    return channel;
}

/** A counter that may be missing, or null; an error where it is something else. */
Result<Count> knownCount(const JsonRow &row, QByteArrayView name)
{
    const JsonField *field = row.field(name);
    if (!field || field->kind == JsonField::Kind::Null)
        return Count();
    const Count count = countOf(row, name);
    return count ? Result<Count>(count) : badAnswer(u"%1 is no counter"_s.arg(QString::fromLatin1(name)));
}

Result<PostCounters> postCountersOf(const JsonRow &row)
{
    struct Field {
        QByteArrayView name;
        Count PostCounters::*counter;
    };
    static constexpr Field fields[] = {{"metrics.views", &PostCounters::views},
                                       {"metrics.forwards", &PostCounters::forwards},
                                       {"metrics.reactions_count", &PostCounters::reactions},
                                       {"metrics.comments_count", &PostCounters::comments},
                                       {"metrics.replies_count", &PostCounters::replies}};
    PostCounters counters;
    for (const Field &field : fields) {
        const Result<Count> count = knownCount(row, field.name);
        if (!count)
            return count.error();
        counters.*field.counter = *count;
    }
    return counters;
}

CommentsKind commentsKindOf(const QList<Bucket> &buckets)
{
    if (buckets.isEmpty())
        return CommentsKind::None;
    return buckets.first().counters[Metric::Replies] ? CommentsKind::Discussion : CommentsKind::Replies;
}
}

Result<DynamicsAnswer> decodeDynamics(const QByteArray &json)
{
    DynamicsAnswer answer;
    const Result<Done> read = readJsonRows(json, [&answer](const JsonRow &row) -> Result<Done> {
        Result<Bucket> bucket = bucketOf(row);
        if (!bucket)
            return bucket.error();
        if (!answer.buckets.isEmpty() && bucket->start <= answer.buckets.last().start)
            return badAnswer(u"buckets out of order at "_s + isoUtc(bucket->start));
        answer.buckets.append(*std::move(bucket));
        return Done{};
    });
    if (!read)
        return read.error();
    answer.comments = commentsKindOf(answer.buckets);
    return answer;
}

Result<ChannelList> decodeChannels(const QByteArray &json, bool withSubscribers)
{
    ChannelList channels;
    qsizetype without = 0;
    const Result<Done> read = readJsonRows(json, [&](const JsonRow &row) -> Result<Done> {
        if (std::optional<Channel> channel = channelOf(row, withSubscribers))
            channels.append(*std::move(channel));
        else
            ++without;
        return Done{};
    });
    if (!read)
        return read.error();
    // One channel that cannot be named hides no other; a list of nothing else is none.
    if (without > 0 && channels.isEmpty())
        return badAnswer(u"channels without an id"_s);
    if (without > 0)
        qCWarning(lcSources) << without << "channels without an id are left out";
    return channels;
}

Result<PostsPage> decodePosts(const QByteArray &json, ChannelId channel, qint64 readAt)
{
    PostsPage page;
    QSet<PostId> seen;
    const Result<JsonRow> read = readJsonPage(json, "posts", [&](const JsonRow &row) -> Result<Done> {
        const std::optional<qint64> id = row.field("msg_id") ? row.integer("msg_id") : row.integer("id");
        const std::optional<qint64> published = secondsFromIso(row.string("date"));
        if (row.field("channel_id") && row.integer("channel_id") != channel.value())
            return badAnswer(u"a post of another channel"_s);
        if (!id || *id == 0 || !published) {
            page.hasUnread = true;
            return Done{};
        }
        const Result<PostCounters> counters = postCountersOf(row);
        if (!counters)
            return counters.error();
        const qint64 observedAt = secondsFromIso(row.string("metrics.snapshot_time")).value_or(readAt);
        if (seen.contains(PostId(*id)))
            return Done{};
        seen.insert(PostId(*id));
        page.posts.append({.post = {.id = PostId(*id), .published = *published, .text = row.string("text")},
                           .observedAt = std::min(observedAt, readAt),
                           .counters = *counters});
        return Done{};
    });
    if (!read)
        return read.error();
    const Count total = countOf(*read, "total");
    if (!total)
        return badAnswer(u"a list of posts without a total"_s);
    page.total = *total;
    const JsonField *more = read->field("has_more");
    page.hasMore = more && more->kind == JsonField::Kind::Bool && more->text == "true";
    if (page.hasUnread)
        qCWarning(lcSources) << "posts without an id or a time are left out";
    return page;
}

ChannelList mergeChannels(const ChannelList &first, const ChannelList &second)
{
    ChannelList merged;
    QHash<ChannelId, qsizetype> places;
    for (const ChannelList *list : {&first, &second}) {
        for (const Channel &channel : *list) {
            const auto place = places.constFind(channel.id);
            if (place == places.constEnd()) {
                places.insert(channel.id, merged.size());
                merged.append(channel);
                continue;
            }
            Channel &known = merged[*place];
            if (known.username.isEmpty())
                known.username = channel.username;
            if (!known.subscribers)
                known.subscribers = channel.subscribers;
        }
    }
    return merged;
}
}
