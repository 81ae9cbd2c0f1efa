// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

#include <array>

namespace Postwave
{
/** What the days of a view say of one weekday. */
struct WeekdayFigures {
    Totals all; ///< of its days: those known count, also one that is not over
    /** Of its days that were over for kGrowingSeconds when last seen: views of younger posts tell their age first. */
    Totals settled;
};

/** Fewer posts than this say nothing of a weekday. */
inline constexpr qint64 kFewestPosts = 3;

/**
 * By the dates of the view's zone, Monday first. Nothing where the view's buckets are not days, or there is but one.
 */
std::optional<std::array<WeekdayFigures, 7>> weekdaysOf(const SeriesView &view);
}
