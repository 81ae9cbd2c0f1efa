// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dynamics.h"

#include "jsonwriter.h"
#include "timeforms.h"

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kLargestSum = std::numeric_limits<qint32>::max(); // the database casts sums to 32 bits
constexpr qint64 kDaysOfAll = 3650;
constexpr qsizetype kBytesOfPoint = 150;
}

struct Dynamics::Bucket {
    qint64 start = 0;
    int offset = 0; ///< of the timestamp's text
    std::array<qint64, CounterCount> sums{};
    qint64 posts = 0;
};

/** A query of the database. */
struct Dynamics::Window {
    qint64 from; ///< seconds, inclusive
    qint64 to; ///< seconds, inclusive
    qint64 step; ///< of the buckets
};

Dynamics::Dynamics(const World &world, const Options &options, qint64 now)
    : m_world(world)
    , m_options(options)
    , m_now(now)
{
}

DynamicsAnswer Dynamics::answer(const Channel *channel, const DynamicsQuery &query) const
{
    if (query.startTime && query.endTime)
        return minutes(channel, *query.startTime, *query.endTime);
    if (query.startDate && query.endDate)
        return day(channel, *query.startDate, *query.endDate);
    return rolling(channel, query.period);
}

DynamicsAnswer Dynamics::rolling(const Channel *channel, const QString &period) const
{
    const bool hours = period.endsWith(u'h');
    const qint64 step = hours ? kHour : kDay;
    const qint64 count = period == u"all" ? kDaysOfAll : period.chopped(1).toInt();
    // The server takes its own wall clock for UTC, and its database that for the server's zone.
    const qint64 until = m_now - m_options.processOffset;
    return written(buckets(channel, {.from = until - count * step, .to = until, .step = step}), !hours);
}

DynamicsAnswer Dynamics::day(const Channel *channel, const QString &start, const QString &end) const
{
    const IsoTime from = isoTime(start);
    const IsoTime to = isoTime(end);
    if (!from.error.isEmpty() || !to.error.isEmpty())
        return {.json = {}, .error = from.error.isEmpty() ? to.error : from.error};

    // The whole span is asked for and the first day answered. Only a plain date starts at midnight.
    const qint64 midnight = floored(from.seconds() + from.offset, kDay) - from.offset;
    const qint64 lastSecond = floored(to.seconds() + to.offset, kDay) - to.offset + kDay - 1;
    const QList<Bucket> full = buckets(channel, {.from = from.seconds(), .to = lastSecond, .step = kHour});
    QList<Bucket> hours;
    auto next = full.cbegin();
    for (int i = 0; i < 24; ++i) {
        Bucket hour;
        hour.start = midnight + i * kHour;
        hour.offset = from.offset;
        // Full hours stand at UTC hours, and take the place of an empty one of the very same instant;
        // half an hour off UTC, there is none.
        while (next != full.cend() && next->start < hour.start)
            ++next;
        hours.append(next != full.cend() && next->start == hour.start ? *next : hour);
    }
    return written(hours, false);
}

DynamicsAnswer Dynamics::minutes(const Channel *channel, const QString &start, const QString &end) const
{
    const IsoTime from = isoTime(start);
    const IsoTime to = isoTime(end);
    if (!from.error.isEmpty() || !to.error.isEmpty())
        return {.json = {}, .error = from.error.isEmpty() ? to.error : from.error};

    const QList<Bucket> full = buckets(channel, {.from = from.seconds(), .to = to.seconds(), .step = 60});
    QList<Bucket> filled;
    auto next = full.cbegin();
    for (qint64 minute = floored(from.seconds(), 60); minute <= to.seconds(); minute += 60) {
        while (next != full.cend() && next->start < minute)
            ++next;
        // Full minutes are looked up by their text, which never carries another offset than UTC's.
        if (from.offset == 0 && next != full.cend() && next->start == minute) {
            filled.append(*next);
        } else {
            Bucket empty;
            empty.start = minute;
            empty.offset = from.offset;
            filled.append(empty);
        }
    }
    return written(filled, false);
}

QList<Dynamics::Bucket> Dynamics::buckets(const Channel *channel, const Window &window) const
{
    QList<Bucket> found;
    if (!channel)
        return found;
    const QList<const Post *> posts = m_world.published(*channel, window.from, window.to, m_now);
    for (const Post *post : posts) {
        const qint64 start = floored(post->date + m_options.sessionOffset, window.step) - m_options.sessionOffset;
        if (found.isEmpty() || found.last().start != start) {
            found.emplaceBack();
            found.last().start = start;
        }
        Bucket &bucket = found.last();
        const Counters counters = m_world.counters(*post, m_now);
        for (size_t counter = 0; counter < CounterCount; ++counter)
            bucket.sums[counter] += counters[counter].value_or(0);
        ++bucket.posts;
    }
    return found;
}

DynamicsAnswer Dynamics::written(const QList<Bucket> &buckets, bool dates) const
{
    JsonWriter json;
    json.reserve(buckets.size() * kBytesOfPoint + 2);
    json.beginArray();
    for (const Bucket &bucket : buckets) {
        for (const qint64 sum : bucket.sums) {
            if (sum > kLargestSum && !m_options.wideSums)
                return {.json = {}, .error = QStringLiteral("integer out of range")};
        }
        json.beginObject()
            .field("timestamp", zonedText(bucket.start, bucket.offset))
            .field("time", dates ? dateText(bucket.start) : minuteText(bucket.start, bucket.offset))
            .field("views", bucket.sums[Views])
            .field("likes", bucket.sums[Reactions])
            .field("shares", bucket.sums[Forwards]);
        if (m_options.profile == Profile::Nov20)
            json.field("comments", bucket.sums[Replies]);
        else
            json.field("comments", bucket.sums[Comments]).field("replies", bucket.sums[Replies]);
        json.field("post_count", bucket.posts).endObject();
    }
    return {.json = json.endArray().bytes(), .error = {}};
}
}
