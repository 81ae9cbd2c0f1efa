// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bucketaggregator.h"

namespace Postwave
{
namespace
{
/** Adds what a reader of our files can hold; a sum beyond that is unknown. */
void addCounters(Counters &sum, const Counters &part)
{
    sum += part;
    for (const Metric metric : kMetrics) {
        if (sum[metric].value_or(0) > kLargestCount)
            sum[metric].reset();
    }
}
}

BucketAggregator::BucketAggregator(const QList<qint64> &starts, qint64 until, qint64 now)
    : m_reach(starts.size(), Reach::Nothing)
    , m_now(now)
{
    m_sums.window = {starts.isEmpty() ? until : starts.constFirst(), until};
    m_sums.buckets.reserve(starts.size());
    for (const qint64 start : starts)
        m_sums.buckets.append(StoredBucket{.start = start});
}

void BucketAggregator::add(const StoredSeries &parts)
{
    m_sums.level = parts.level;
    m_sums.commentsMixed = m_sums.commentsMixed || parts.commentsMixed;
    for (const StoredBucket &part : parts.buckets) {
        if (!m_sums.window.contains(part.start))
            continue;
        while (m_at + 1 < m_sums.buckets.size() && m_sums.buckets[m_at + 1].start <= part.start)
            ++m_at;
        if (part.covered)
            addKnown(m_at, part);
        else
            addUnknown(m_at, part);
    }
}

void BucketAggregator::addKnown(qsizetype index, const StoredBucket &part)
{
    Reach &reach = m_reach[index];
    if (reach == Reach::Ended)
        breakOff(index);
    if (reach == Reach::Broken)
        return;
    StoredBucket &sum = m_sums.buckets[index];
    if (!sum.covered) {
        sum.covered = true;
        sum.counters = Counters::zero();
        sum.observedAt = part.observedAt;
    }
    reach = part.complete && reach != Reach::Partial ? Reach::Whole : Reach::Partial;
    m_nextHadBegun = part.complete && !part.endedNow;
    sum.complete = reach == Reach::Whole;
    sum.observation = std::max(sum.observation, part.observation);
    sum.observedAt = std::min(sum.observedAt, part.observedAt);
    sum.seenUntil = std::max(sum.seenUntil, part.seenUntil);
    if (!part.hasPosts)
        return;
    sum.hasPosts = true;
    addCounters(sum.counters, part.counters);
    const bool tells = part.comments != CommentsKind::None;
    m_sums.commentsMixed =
        m_sums.commentsMixed || (tells && sum.comments != CommentsKind::None && sum.comments != part.comments);
    if (tells)
        sum.comments = part.comments;
}

void BucketAggregator::addUnknown(qsizetype index, const StoredBucket &part)
{
    Reach &reach = m_reach[index];
    const bool begun = part.start < m_now;
    const bool goesOn = reach == Reach::Whole || reach == Reach::Partial;
    if (begun && (reach == Reach::Nothing || (goesOn && m_nextHadBegun)))
        breakOff(index);
    else if (goesOn)
        reach = Reach::Ended;
    m_sums.buckets[index].complete = false;
}

void BucketAggregator::breakOff(qsizetype index)
{
    m_reach[index] = Reach::Broken;
    m_sums.buckets[index] = StoredBucket{.start = m_sums.buckets[index].start};
}
}
