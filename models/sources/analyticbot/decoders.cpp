// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/decoders.h"

#include "core/timetext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
Error badAnswer(const QString &why)
{
    return {.kind = Error::Kind::BadAnswer, .detail = why};
}

Result<QJsonArray> listOf(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return badAnswer(u"no JSON: "_s + problem.errorString());
    if (!document.isArray())
        return badAnswer(u"not a list"_s);
    return document.array();
}

/** A counter; nothing for anything that is not an integer from 0 to 2⁵³ − 1. */
Count countOf(const QJsonValue &value)
{
    const qint64 number = value.isDouble() ? value.toInteger(-1) : -1;
    return number >= 0 && number <= kLargestCount ? Count(number) : std::nullopt;
}

Result<Bucket> bucketOf(const QJsonObject &row)
{
    struct Field {
        Metric metric;
        bool required;
    };
    static constexpr Field fields[] = {{Metric::Views, true},    {Metric::Likes, true},    {Metric::Shares, true},
                                       {Metric::Comments, true}, {Metric::Replies, false}, {Metric::PostCount, false}};

    const std::optional<qint64> start = secondsFromIso(row[u"timestamp"_s].toString());
    if (!start)
        return badAnswer(u"a bucket without a time"_s);
    Bucket bucket{.start = *start, .counters = {}};
    for (const Field &field : fields) {
        const QJsonValue value = row[metricName(field.metric)];
        if (!field.required && (value.isUndefined() || value.isNull()))
            continue;
        bucket.counters[field.metric] = countOf(value);
        if (!bucket.counters[field.metric])
            return badAnswer(u"%1 at %2 is no counter"_s.arg(metricName(field.metric), isoUtc(*start)));
    }
    return bucket;
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
    const Result<QJsonArray> rows = listOf(json);
    if (!rows)
        return rows.error();
    DynamicsAnswer answer;
    answer.buckets.reserve(rows->size());
    for (const QJsonValue &row : *rows) {
        Result<Bucket> bucket = row.isObject() ? bucketOf(row.toObject()) : badAnswer(u"a row is no object"_s);
        if (!bucket)
            return bucket.error();
        if (!answer.buckets.isEmpty() && bucket->start <= answer.buckets.last().start)
            return badAnswer(u"buckets out of order at "_s + isoUtc(bucket->start));
        answer.buckets.append(*std::move(bucket));
    }
    answer.comments = commentsKindOf(answer.buckets);
    return answer;
}

Result<ChannelList> decodeChannels(const QByteArray &json, bool withSubscribers)
{
    const Result<QJsonArray> rows = listOf(json);
    if (!rows)
        return rows.error();
    ChannelList channels;
    for (const QJsonValue &row : *rows) {
        // Old data may hold negative ids, so this is no counter.
        const QJsonValue id = row[u"id"_s];
        if (!id.isDouble() || id.toInteger() == 0)
            return badAnswer(u"a channel without an id"_s);
        Channel channel{
            .id = ChannelId(id.toInteger()), .title = row[u"name"_s].toString(), .username = {}, .subscribers = {}};
        channel.username = row[u"username"_s].toString();
        if (channel.username.startsWith(u'@'))
            channel.username.remove(0, 1);
        if (channel.title.isEmpty())
            channel.title = u"Channel %1"_s.arg(channel.id.value());
        if (withSubscribers)
            channel.subscribers = countOf(row[u"subscriber_count"_s]);
        channels.append(channel);
    }
    return channels;
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
