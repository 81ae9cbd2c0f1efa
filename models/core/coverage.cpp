// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage.h"

namespace Postwave
{
TimeWindow coveredWindow(const Observation &observation, StoredResolution level)
{
    const TimeWindow &seen = observation.window;
    // Who looked up to the server's now saw the bucket that runs, if only its first moment.
    const qint64 running = observation.reachesNow ? secondsOf(level) : 0;
    return {bucketCeil(level, seen.from), bucketStart(level, seen.until) + running};
}

CoverageMap::CoverageMap(StoredResolution level, TimeWindow window)
    : m_level(level)
    , m_window(window)
    , m_entries(window.isEmpty() ? 0 : size_t((window.until - window.from) / secondsOf(level)))
    , m_missing(qsizetype(m_entries.size()))
{
}

void CoverageMap::add(const Observation &observation, const QSet<qint64> &kept)
{
    const qint64 length = secondsOf(m_level);
    const TimeWindow covered = coveredWindow(observation, m_level).intersected(m_window);
    for (qint64 start = covered.from; start < covered.until; start += length) {
        Entry &entry = m_entries[size_t((start - m_window.from) / length)];
        if (observation.window.until >= start + length)
            entry.complete = true;
        if (entry.observation.isValid() || kept.contains(start))
            continue;
        entry.observation = observation.id;
        entry.observedAt = observation.observedAt;
        entry.until = observation.window.until;
        entry.endedNow = observation.reachesNow && entry.until == start + length;
        --m_missing;
    }
}

void CoverageMap::nothingFrom(qint64 time)
{
    const qint64 first = std::max(m_window.from, bucketCeil(m_level, time));
    for (qint64 start = first; start < m_window.until; start += secondsOf(m_level)) {
        if (!m_entries[size_t((start - m_window.from) / secondsOf(m_level))].observation.isValid())
            --m_missing;
    }
}

void inheritZeros(StoredSeries &series, const StoredSeries &parents)
{
    const qint64 parentLength = secondsOf(parents.level);
    const qint64 length = secondsOf(series.level);
    for (StoredBucket &bucket : series.buckets) {
        if (!parents.window.contains(bucket.start))
            continue;
        const StoredBucket &parent = parents.buckets[(bucket.start - parents.window.from) / parentLength];
        const bool learns = parent.covered && !parent.hasPosts && bucket.start <= parent.seenUntil
            && (!bucket.covered || parent.observation > bucket.observation);
        if (!learns)
            continue;
        const qint64 end = bucket.start + length;
        // Who did not see the end of the parent stopped at the server's now.
        const bool stoppedNow = parent.endedNow || parent.seenUntil < parent.start + parentLength;
        bucket = {.start = bucket.start,
                  .covered = true,
                  .complete = bucket.complete || parent.seenUntil >= end,
                  .observation = parent.observation,
                  .observedAt = parent.observedAt,
                  .seenUntil = parent.seenUntil,
                  .endedNow = stoppedNow && parent.seenUntil == end,
                  .counters = Counters::zero()};
    }
}
}
