// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/bucketstate.h"
#include "core/timewindow.h"
#include "core/viewstep.h"

#include <QList>
#include <QObject>
#include <QString>

namespace Postwave
{
/** One line or set of bars. */
struct ChartSeries {
    Metric metric = Metric::Views;
    QList<Count> values; ///< one for each bucket of the spec; empty where unknown or future
    QList<Count> compared = {}; ///< what they are compared with, in the same order; no elements without a comparison

    friend bool operator==(const ChartSeries &, const ChartSeries &) = default;
};

/** How the heights of values grow. */
enum class ValueScaling : quint8 {
    Linear, ///< with the value
    Logarithmic, ///< with the logarithm of 1 + value, which leaves zero on the axis; for peaks that dwarf the rest
};

/**
 * What to draw, and nothing of how: no colours, no sizes, no formatted text. Window and
 * exporter draw the same spec; `charts` turns it into a picture.
 */
struct ChartSpec {
    Q_GADGET

public:
    QString channelTitle;
    QString source; ///< normalised server address or "demo"
    QString zone; ///< name of the zone of axes and texts, "UTC"
    ViewStep step = ViewStep::Day;
    TimeWindow window; ///< from the first bucket's start to the last one's end
    TimeWindow comparedWindow; ///< of the comparison period; empty without one
    QList<TimeWindow> counterparts; ///< with one, for each start its counterpart
    qint64 asOf = 0; ///< oldest of the rows' newest observations, seconds; 0 = nothing known

    QList<qint64> starts; ///< bucket starts, ascending, without holes
    QList<BucketState> states; ///< one for each start
    QList<bool> viral; ///< one for each start (semantics: bucket rule, by views)
    QList<bool>
        published; ///< for each bucket whether it has posts, whatever is drawn of them; empty where nobody knows
    QList<ChartSeries> series; ///< at least one

    bool bars = false; ///< more than 30 % of the known buckets are empty: a line would invent a rhythm
    ValueScaling scaling = ValueScaling::Linear; ///< of all axes of values
    bool commentsMixed = false; ///< comments are unknown because their meaning changed within the window

    friend bool operator==(const ChartSpec &, const ChartSpec &) = default;
};
}
