// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/metric.h"
#include "series/comparison.h"
#include "series/viewquery.h"

#include <QList>

#include <optional>

namespace Postwave
{
/** The column that a list is sorted by; which columns there are is up to the list. */
struct Sort {
    QString column;
    bool descending = true;

    friend bool operator==(const Sort &, const Sort &) = default;
};

/**
 * Where one is: which page, of which source and channel, which window and how one came there, and how it is drawn.
 * A question only, so that Back, a restart or a link mean the same place whatever was answered meanwhile. What one
 * page does not show it keeps for the next: whoever opens a channel from the list of all goes on with its period.
 */
struct Location {
    enum class Page {
        Channel, ///< one channel
        Channels, ///< all of a source's side by side
    };

    Page page = Page::Channel;
    QString source = {}; ///< key of the source; empty: none is open
    ChannelId channel = {}; ///< of the page of one channel; 0 = none yet
    QList<ViewQuery> path{Period::Days30}; ///< an overview first, then the days and hours drilled into; never empty
    QList<Metric> metrics{Metric::Views}; ///< never empty, in the order of kMetrics
    std::optional<Comparison> comparison = {}; ///< of the overview; what lies below keeps to it
    bool logarithmic = false; ///< how heights grow in the chart
    std::optional<TimeWindow> zoom = {}; ///< of the query's window the part that the chart shows; nothing: all of it
    std::optional<qint64> selection = {}; ///< start of the selected bucket
    Sort tableSort{QStringLiteral("time"), true}; ///< of the table of buckets
    Sort channelsSort = {}; ///< of the list of all channels; no column: the source's order

    const ViewQuery &query() const
    {
        return path.constLast();
    }
    /** By whose clocks; the same along the path. */
    const QTimeZone &zone() const
    {
        return path.constFirst().zone;
    }
    /** Forgets what is true of the buckets shown now alone. */
    void leaveBuckets()
    {
        zoom.reset();
        selection.reset();
    }
    friend bool operator==(const Location &, const Location &) = default;
};

/** Whether two locations differ in the way their rows are drawn at most: by metrics, scale, zoom, selection or sort. */
bool showSameRows(const Location &one, const Location &other);

/** The same days and hours by the clocks of another zone. */
Location inZone(const Location &view, const QTimeZone &zone);

/**
 * The view one level below, of the bucket that starts at @p start: days of a week or month; nothing below minutes.
 * @param shown granularity of the rows that are shown, which of all the time follows from its length
 */
std::optional<Location> drilledInto(const Location &view, qint64 start, ViewStep shown);

/** The view one level up; nothing above an overview. */
std::optional<Location> levelUp(const Location &view);

/**
 * The day, hour or span beside, which may lie in the next or the previous day. Before a period lies the range that is
 * as long; after that range the period again.
 * @param steps -1 or 1
 * @param now decides where periods are
 * @return nothing for all of the time, which has nothing beside it
 */
std::optional<Location> stepped(const Location &view, int steps, qint64 now);

/** Shows or hides a metric. The last one shown stays. */
Location withMetricToggled(const Location &view, Metric metric);

/** Shows one metric alone. */
Location withMetricAlone(const Location &view, Metric metric);

/**
 * With what the buckets of the question are compared: below an overview each with the one that the overview set
 * beside it. Nothing without a comparison, and for all of the time, which has nothing before it.
 * @param now decides where a period is, for a chosen start is set beside its first bucket
 */
std::optional<Comparison> comparisonOf(const Location &view, qint64 now);
}
