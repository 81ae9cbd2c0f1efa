// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"
#include "core/timewindow.h"
#include "core/viewstep.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <concepts>
#include <optional>
#include <variant>

namespace Postwave
{
/** The hours of a day of the view's zone. */
struct DayView {
    qint64 day = 0; ///< start of the day
    friend bool operator==(const DayView &, const DayView &) = default;
};

/** The minutes of an hour of the view's zone. */
struct HourView {
    qint64 hour = 0; ///< start of the hour
    friend bool operator==(const HourView &, const HourView &) = default;
};

/** Chosen buckets. */
struct RangeView {
    qint64 from = 0; ///< start of the first bucket
    qint64 until = 0; ///< end of the last bucket
    ViewStep step = ViewStep::Day;
    friend bool operator==(const RangeView &, const RangeView &) = default;
};

/**
 * The question of a view: which buckets, and by whose clocks. It never holds the time of an answer, so that a
 * kept question (Back, a link, a saved view) always means the same.
 */
struct ViewQuery {
    using Span = std::variant<Period, DayView, HourView, RangeView>;

    Span span = Period::Days30;
    QTimeZone zone = QTimeZone::utc();
    /** A chosen granularity, one of stepsOf(): the window then grows to whole buckets of it. */
    std::optional<ViewStep> step = {};

    ViewQuery() = default;
    ViewQuery(std::convertible_to<Span> auto span, const QTimeZone &zone = QTimeZone::utc())
        : span(std::move(span))
        , zone(zone)
    {
    }

    friend bool operator==(const ViewQuery &, const ViewQuery &) = default;
};

/** Links are untrusted input, and rows are made for what they name. */
inline constexpr qint64 kMostWindowBuckets = 5000;

/** Granularity of the rows. */
ViewStep viewStep(const ViewQuery &question);

/** Days, weeks or months (for a day or two hours): that of which a chart of these dates, both included, can be read. */
ViewStep fittingStep(QDate first, QDate last);

/** Of a period or range, finest first, what its rows may be: at least two of them, and not too many to look at. */
QList<ViewStep> stepsOf(const ViewQuery &question);

/** Whether the window moves with time. */
bool isRolling(const ViewQuery &question);

/**
 * The buckets of a view, from the first one's start to the last one's end.
 * @param anchor a rolling window ends with the bucket that contains it; seconds
 * @param firstWithPosts start of the first bucket with posts, for `all`
 */
TimeWindow viewWindow(const ViewQuery &question, qint64 anchor, std::optional<qint64> firstWithPosts = {});

/** "7d", "90d by week", "day 2025-11-21", "hour 2025-11-21T14" or "2025-11-01 to 2025-11-30 by day", as in files. */
QString viewName(const ViewQuery &question);
}
