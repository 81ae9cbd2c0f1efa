// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"
#include "series/comparison.h"
#include "series/viewquestion.h"

#include <QList>

#include <optional>

namespace Postwave
{
/**
 * What is looked at: which channel, which window and how one came there, which metrics. A question
 * only, so that Back, a restart or a link mean the same view whatever was answered meanwhile.
 */
struct ViewState {
    /** In the place of a channel: all of them side by side. */
    static constexpr qint64 kAllChannels = -1;

    qint64 channel = 0; ///< 0 = none
    QList<ViewQuestion> path{Period::Days30}; ///< an overview first, then the days and hours drilled into; never empty
    QList<Metric> metrics{Metric::Views}; ///< never empty, in the order of kMetrics
    std::optional<Comparison> comparison = {}; ///< of the overview; what lies below keeps to it
    bool logarithmic = false; ///< how heights grow in the chart
    std::optional<TimeWindow> zoom = {}; ///< of the question's window the part that the chart shows; nothing: all of it

    const ViewQuestion &question() const
    {
        return path.constLast();
    }
    /** By whose clocks; the same along the path. */
    const QTimeZone &zone() const
    {
        return path.constFirst().zone;
    }
    friend bool operator==(const ViewState &, const ViewState &) = default;
};

/** The same days and hours by the clocks of another zone. */
ViewState inZone(const ViewState &view, const QTimeZone &zone);

/** The view one level below, of the bucket that starts at @p start: days of a week or month; nothing below minutes. */
std::optional<ViewState> drilledInto(const ViewState &view, qint64 start);

/** The view one level up; nothing above an overview. */
std::optional<ViewState> levelUp(const ViewState &view);

/**
 * The day, hour or span beside, which may lie in the next or the previous day. Before a period lies the range that is
 * as long; after that range the period again.
 * @param steps -1 or 1
 * @param now decides where periods are
 * @return nothing for all of the time, which has nothing beside it
 */
std::optional<ViewState> stepped(const ViewState &view, int steps, qint64 now);

/** Shows or hides a metric. The last one shown stays. */
ViewState withMetricToggled(const ViewState &view, Metric metric);

/** Shows one metric alone. */
ViewState withMetricAlone(const ViewState &view, Metric metric);

/**
 * With what the buckets of the question are compared: below an overview each with the one that the overview set
 * beside it. Nothing without a comparison, and for all of the time, which has nothing before it.
 * @param now decides where a period is, for a chosen start is set beside its first bucket
 */
std::optional<Comparison> comparisonOf(const ViewState &view, qint64 now);

/**
 * `1001234567890 90d/2025-11-21/2025-11-21T14 views,likes previous,weekday`, for settings; with
 * `zone=Asia/Tashkent` behind it where the clocks are not those of UTC, and `scale=log` where heights grow so.
 */
QString viewStateText(const ViewState &view);
/** The view of such a text; nothing for any other. */
std::optional<ViewState> viewStateFromText(const QString &text);
}
