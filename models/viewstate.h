// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"
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
    qint64 channel = 0; ///< 0 = none
    QList<ViewQuestion> path{Period::Days30}; ///< an overview first, then the days and hours drilled into; never empty
    QList<Metric> metrics{Metric::Views}; ///< never empty, in the order of kMetrics

    const ViewQuestion &question() const
    {
        return path.constLast();
    }
    friend bool operator==(const ViewState &, const ViewState &) = default;
};

/** The view one level below, of the bucket that starts at @p start; nothing below minutes. */
std::optional<ViewState> drilledInto(const ViewState &view, qint64 start);

/** The view one level up; nothing above an overview. */
std::optional<ViewState> levelUp(const ViewState &view);

/**
 * The day or hour beside, which may lie in the next or the previous day.
 * @param steps -1 or 1
 * @return nothing for overviews, which end now by themselves
 */
std::optional<ViewState> stepped(const ViewState &view, int steps);

/** Shows or hides a metric. The last one shown stays. */
ViewState withMetricToggled(const ViewState &view, Metric metric);

/** `1001234567890 90d/2025-11-21/2025-11-21T14 views,likes`, for settings. */
QString viewStateText(const ViewState &view);
/** The view of such a text; nothing for any other. */
std::optional<ViewState> viewStateFromText(const QString &text);
}
