// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/observation.h"

#include <QList>
#include <QSet>

#include <vector>

namespace Postwave
{
/** What a store knows of one bucket as of some moment. */
struct StoredBucket {
    qint64 start = 0;
    bool covered = false; ///< false: nothing is known, and the rest of this struct says nothing
    bool complete = false; ///< some observation reached the bucket's end
    bool hasPosts = false;
    ObservationId observation = {}; ///< the newest covering one
    qint64 observedAt = 0; ///< when that was, seconds
    qint64 seenUntil = 0; ///< how far that observation looked
    bool endedNow = false; ///< that observation ended with the bucket because this was the server's now
    Counters counters = {}; ///< zero without posts
    CommentsKind comments = CommentsKind::None; ///< of the version, where there are posts

    friend bool operator==(const StoredBucket &, const StoredBucket &) = default;
};

/** Consecutive buckets, without holes: of one level, or sums of those. */
struct StoredSeries {
    StoredResolution level = StoredResolution::Day; ///< of what was stored
    TimeWindow window;
    QList<StoredBucket> buckets;
    bool commentsMixed = false; ///< a bucket was summed from parts that counted comments differently
};

/** The borders of the whole buckets of @p level that @p observation covers; may be empty. */
TimeWindow coveredWindow(const Observation &observation, StoredResolution level);

/**
 * Works out, for every bucket of a window, the newest covering observation and whether any
 * covering observation reached its end. Observations are added newest first; once each
 * bucket has its newest one, needsMore() is false and older ones can only add completeness.
 */
class CoverageMap
{
public:
    struct Entry {
        ObservationId observation = {}; ///< newest covering one, if any
        qint64 observedAt = 0;
        qint64 until = 0; ///< end of what that observation looked at
        bool endedNow = false; ///< it ended with the bucket, at the server's now
        bool complete = false;
    };

    /** @p window on bucket borders of @p level. */
    CoverageMap(StoredResolution level, TimeWindow window);

    /**
     * @param observation of this or a finer level, with a smaller id than those before
     * @param kept starts of buckets whose value this observation left as it was: it tells
     *        how far they were seen, but their number is an older one's
     */
    void add(const Observation &observation, const QSet<qint64> &kept = {});

    bool needsMore() const
    {
        return m_missing > 0;
    }
    /** Nobody looked at or after @p time: the buckets from there on need not be waited for. */
    void nothingFrom(qint64 time);
    qsizetype size() const
    {
        return qsizetype(m_entries.size());
    }
    qint64 startOf(qsizetype index) const
    {
        return m_window.from + index * secondsOf(m_level);
    }
    const Entry &at(qsizetype index) const
    {
        return m_entries[size_t(index)];
    }
    void setComplete(qsizetype index)
    {
        m_entries[size_t(index)].complete = true;
    }

private:
    StoredResolution m_level;
    TimeWindow m_window;
    std::vector<Entry> m_entries;
    qsizetype m_missing;
};

/**
 * A covered bucket without posts says that all finer buckets in it are empty too, as far as
 * it was seen. Lets the buckets of @p series learn that from @p parents of a coarser level,
 * wherever the parent's observation is the newer one or theirs is missing.
 */
void inheritZeros(StoredSeries &series, const StoredSeries &parents);
}
