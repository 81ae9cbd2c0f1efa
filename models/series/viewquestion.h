// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/level.h"
#include "core/period.h"
#include "core/timewindow.h"

#include <QString>

#include <optional>
#include <variant>

namespace Postwave
{
/** The 24 hours of a UTC day. */
struct DayView {
    qint64 day = 0; ///< start of the day
    friend bool operator==(const DayView &, const DayView &) = default;
};

/** The 60 minutes of an hour. */
struct HourView {
    qint64 hour = 0; ///< start of the hour
    friend bool operator==(const HourView &, const HourView &) = default;
};

/**
 * The question of a view: which buckets. It never holds the time of an answer, so that a
 * kept question (Back, a link, a saved view) always means the same.
 */
using ViewQuestion = std::variant<Period, DayView, HourView>;

/** Granularity of the rows. */
Level viewLevel(const ViewQuestion &question);

/** Whether the window moves with time. */
bool isRolling(const ViewQuestion &question);

/**
 * The buckets of a view, from the first one's start to the last one's end.
 * @param anchor a rolling window ends with the bucket that contains it; seconds
 * @param firstWithPosts start of the first bucket with posts, for `all`
 */
TimeWindow viewWindow(const ViewQuestion &question, qint64 anchor, std::optional<qint64> firstWithPosts = {});

/** "7d", "day 2025-11-21" or "hour 2025-11-21T14", as written into files. */
QString viewName(const ViewQuestion &question);
}
