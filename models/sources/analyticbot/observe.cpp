// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/observe.h"

#include "core/coverage.h"
#include "core/knowntimes.h"
#include "core/timetext.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kRollingTolerance = 26 * secondsOf(StoredResolution::Hour);

/** What was asked, what of it was seen, and where buckets may start at all. */
struct Span {
    TimeWindow seen;
    TimeWindow allowed;
    bool sparse = false;
};

Span spanOf(const DynamicsQuery &query, StoredResolution level, qint64 now, std::optional<qint64> believedUntil)
{
    const qint64 until = believedUntil.value_or(now);
    if (const auto *rolling = std::get_if<RollingQuery>(&query)) {
        const qint64 start = bucketStart(level, now - periodSeconds(rolling->period));
        // Strictly after the start: the server cuts its window by a clock with a fraction,
        // so that even a bucket that begins in this very second may have been cut.
        const TimeWindow allowed =
            believedUntil ? kKnownTimes : TimeWindow{start - kRollingTolerance, now + kRollingTolerance + 1};
        return {{start + secondsOf(level), until}, allowed, true};
    }
    TimeWindow asked;
    if (const auto *day = std::get_if<DayQuery>(&query))
        asked = {day->day, day->day + secondsOf(StoredResolution::Day)};
    else
        asked = std::get<MinuteQuery>(query).window;
    return {{asked.from, std::min(asked.until, until)}, asked, false};
}

bool hasPosts(const Bucket &bucket, bool sparse)
{
    const Counters &counters = bucket.counters;
    const bool counted = std::any_of(kMetrics.begin(), kMetrics.end(), [&](Metric metric) {
        return counters[metric].value_or(0) > 0;
    });
    return counted || (sparse && !counters[Metric::PostCount]);
}
}

Result<ObservedBuckets> observe(const DynamicsQuery &query, const DynamicsAnswer &answer)
{
    const StoredResolution level = answerLevel(query);
    const qint64 until = answer.believedUntil.value_or(answer.answeredAt);
    Span span = spanOf(query, level, answer.answeredAt, answer.believedUntil);
    if (!kKnownTimes.contains(until))
        span.seen = {until, until};

    ObservedBuckets observed;
    observed.observation = {.level = level,
                            .window = span.seen,
                            .reachesNow = span.seen.until == until,
                            .observedAt = until,
                            .comments = answer.comments};
    const TimeWindow covered = coveredWindow(observed.observation, level);
    for (const Bucket &bucket : answer.buckets) {
        if (!span.allowed.contains(bucket.start) || bucketStart(level, bucket.start) != bucket.start)
            return Error{Error::Kind::BadAnswer, u"a bucket at %1 was not asked for"_s.arg(isoUtc(bucket.start)), {}};
        if (covered.contains(bucket.start) && hasPosts(bucket, span.sparse))
            observed.buckets.append(bucket);
    }
    return observed;
}

std::optional<qint64> newestPostOf(const DynamicsQuery &query, const DynamicsAnswer &answer)
{
    const bool sparse = std::holds_alternative<RollingQuery>(query);
    const auto newest = std::find_if(answer.buckets.crbegin(), answer.buckets.crend(), [sparse](const Bucket &bucket) {
        return hasPosts(bucket, sparse);
    });
    return newest == answer.buckets.crend() ? std::nullopt : std::optional(newest->start);
}
}
