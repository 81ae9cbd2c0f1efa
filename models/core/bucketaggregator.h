// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage.h"

namespace Postwave
{
/**
 * Adds stored buckets up to those of a view: local hours and days, weeks, months. A sum is known when all of its parts
 * that have begun are, or all that had begun when the last of them was looked at; it is complete when all parts are.
 */
class BucketAggregator
{
public:
    /**
     * @param starts of the sums, ascending; the last one ends at @p until
     * @param now what begins later is no part that one could know yet
     */
    BucketAggregator(const QList<qint64> &starts, qint64 until, qint64 now);

    /** Adds consecutive parts, in the order of time. Those outside of all sums are passed over. */
    void add(const StoredSeries &parts);

    /** The sums, of everything that was added. */
    StoredSeries result() const
    {
        return m_sums;
    }

private:
    /** How far the parts of one sum are known. */
    enum class Reach : quint8 {
        Nothing, ///< no part was seen yet
        Whole, ///< all parts so far, up to their ends
        Partial, ///< all parts so far, but not all of them up to their ends
        Ended, ///< what follows was not looked at: it had not begun, now or when the part before was looked at
        Broken, ///< a part that nobody looked at lies before one that began
    };

    void addKnown(qsizetype index, const StoredBucket &part);
    void addUnknown(qsizetype index, const StoredBucket &part);
    void breakOff(qsizetype index);

    StoredSeries m_sums;
    QList<Reach> m_reach;
    qint64 m_now;
    qsizetype m_at = 0; ///< the sum that the last part belonged to
    bool m_nextHadBegun = false; ///< when the last known part was looked at, so that one could have looked on
};
}
