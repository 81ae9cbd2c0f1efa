// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartgeometry.h"
#include "charts/chartlegend.h"
#include "charts/chartstyle.h"
#include "charts/ticks.h"
#include "charts/valueaxes.h"
#include "charts/valuescale.h"

#include <QFont>
#include <QRectF>
#include <QString>

namespace Postwave
{
/** A line of text and where it stands; empty when there is nothing to say or no room. */
struct PlacedText {
    QRectF rect;
    QString text;
    bool strong = false;
};

/** An axis of values, left or right of the plot. */
struct ChartAxis {
    ValueScale scale;
    QList<PlacedText> labels; ///< from zero upwards, one for each of the scale's lines
    QList<Metric> metrics; ///< that are measured on it, where there are two axes; none where there is no choice
    QList<QPointF> heads; ///< above the labels, one for each of the metrics: where its marker stands
};

/**
 * Where everything of a picture stands, in logical pixels. Small pictures go without legend,
 * subtitle and footer, in this order of need: data, axes, title, range, the rest.
 */
struct ChartLayout {
    ChartLayout() = default;
    ChartLayout(const ChartSpec &spec, const ChartStyle &style);
    /** The same where the largest values that are drawn of each series were found before; -1 where none is known. */
    ChartLayout(const ChartSpec &spec, const ChartStyle &style, const QList<qint64> &largestValues);

    /** Where the data are: the plot, and the strip below it. */
    QRectF dataArea() const
    {
        return strip.isEmpty() ? geometry.plot() : geometry.plot().united(strip);
    }
    /** What the values of a series are measured on, by its place in the spec. */
    const ValueScale &scaleOf(qsizetype series) const
    {
        return axes.isRight.value(series) ? right.scale : left.scale;
    }

    QFont titleFont;
    QFont subtitleFont;
    QFont bodyFont; ///< range, legend, footer
    QFont axisFont;
    QFont markFont; ///< values at marks

    PlacedText title;
    PlacedText subtitle;
    PlacedText range;
    PlacedText asOf;
    PlacedText source;
    bool hasLegend = false;
    ChartLegend legend;

    qsizetype firstViral = -1; ///< bucket; -1 when none is
    bool isAnythingKnown = false; ///< a single number at least
    qint64 largest = 0; ///< of the values shown; 0 when none is known
    ChartGeometry geometry;
    ValueAxes axes;
    ChartAxis left; ///< the one whose lines are the grid
    ChartAxis right; ///< without labels unless the axes have a right one
    QRectF strip; ///< below the plot, where numbers of posts have a place of their own; empty where they have none
    qsizetype stripSeries = -1; ///< of the spec; -1 without a strip
    qint64 stripTop = 1; ///< at the strip's upper edge
    PlacedText stripLabel;
    QList<PlacedText> timeLabels;
    QList<qreal> timeTicks; ///< x of each time label's mark
    QRectF markArea; ///< where marks and their values may stand: the plot, and some room above it
    bool isDrawable = false; ///< false when there is no room for a plot

private:
    void chooseFonts(const ChartStyle &style);
    qreal placeHead(const ChartSpec &spec, const ChartStyle &style, qreal margin);
    qreal placeFoot(const ChartSpec &spec, const ChartStyle &style, qreal margin);
    void placeBare(const ChartSpec &spec, const ChartStyle &style);
    void placeStrip(const QRectF &column, qreal bottom);
    qreal placeComparison(const ChartSpec &spec, const ChartStyle &style, qreal margin);
    void placeAxes(const ChartSpec &spec, const ChartStyle &style, const QRectF &area);
    void placeValueLabels(ChartAxis &axis, const QStringList &texts, const QRectF &column);
    void placeHeads(ChartAxis &axis, const QRectF &column, Qt::Alignment side);
    bool placeTimeLabels(const QList<TimeTick> &ticks, qreal rightLimit);
};
}
