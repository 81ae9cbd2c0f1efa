// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/viewfreshness.h"

#include "core/freshness.h"

#include <algorithm>

namespace Postwave
{
namespace
{
/** Of one row: @p observedAt is 0 where nothing is known. */
bool isRowStale(const Row &row, qint64 end, qint64 observedAt, qint64 now)
{
    if (row.state == BucketState::Unknown || (row.state == BucketState::Partial && end <= now))
        return true;
    return observedAt != 0 && now - observedAt > freshFor(std::min(end, now), now);
}
}

bool isStale(const SeriesView &view, qint64 now)
{
    if (view.beginUnknown)
        return true;
    const std::optional<ComparisonRows> &compared = view.compared;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        if (isRowStale(view.rows[i], view.endOf(i), view.observed[i], now)
            || (compared && compared->exists(i)
                && isRowStale(compared->rows[i], compared->ends[i], compared->observed[i], now)))
            return true;
    }
    return false;
}

qint64 freshAge(const SeriesView &view, qint64 now)
{
    qint64 left = kLongestFresh;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        if (view.observed[i] != 0)
            left = std::min(left, freshFor(std::min(view.endOf(i), now), now) - (now - view.observed[i]));
    }
    return now - view.asOf + left;
}
}
