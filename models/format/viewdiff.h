// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

#include <QLocale>
#include <QString>

namespace Postwave
{
/** What a view says of how its numbers move. */
namespace ViewDiff
{
/** The rows of @p now whose known counters are others than they were in @p before; by their times. */
QList<int> changedRows(const SeriesView &before, const SeriesView &now);

/** The row of the coarser @p outer in which all of @p inner lies; -1 where there is none. */
int rowAround(const SeriesView &outer, const SeriesView &inner);

/** Posts younger than this still gather most of their views. */
inline constexpr qint64 kYoungSeconds = 3 * secondsOf(StoredResolution::Day);

/**
 * "6 of 46 posts were published since 18 Nov and still gather views": those of the buckets that end less than three
 * days before the view's now. Empty where there are none, or their number is not known.
 */
QString maturity(const SeriesView &view, const QLocale &locale);

/**
 * "Hours as of 12:04, day as of 12:31: +1,204 views since": where the bucket that was opened was read later than what
 * is in it, and differs. Empty where the two agree, or one of them is not known whole.
 * @param opened the row of the level above, seen at @p openedAt
 */
QString lag(const SeriesView &view, const Row &opened, qint64 openedAt, const QLocale &locale);
}
}
