// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/rollup.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
bool isTooLarge(const Counters &counters)
{
    return std::any_of(kMetrics.begin(), kMetrics.end(), [&](Metric metric) {
        return counters[metric].value_or(0) > kLargestCount;
    });
}
}

Result<QList<Bucket>> rollUp(const QList<Bucket> &buckets, StoredResolution to)
{
    QList<Bucket> sums;
    for (const Bucket &bucket : buckets) {
        const qint64 start = bucketStart(to, bucket.start);
        if (sums.isEmpty() || sums.last().start != start)
            sums.append({start, bucket.counters});
        else
            sums.last().counters += bucket.counters;
        // Both parts are at most 2⁵³ − 1, so the sum cannot have overflowed before it is seen.
        if (isTooLarge(sums.last().counters))
            return Error{Error::Kind::BadAnswer, u"a sum above 2^53 - 1"_s, {}};
    }
    return sums;
}
}
