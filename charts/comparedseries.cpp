// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/comparedseries.h"

#include "charts/decimate.h"
#include "charts/marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Postwave
{
ComparedSeries::ComparedSeries(const ChartFrame &frame, const ChartBars &bars)
    : m_frame(frame)
    , m_bars(bars)
{
}

void ComparedSeries::fill()
{
    m_compared.clear();
    if (!m_frame.layout().isDrawable)
        return;
    for (const ChartSeries &series : m_frame.spec().series) {
        if (series.compared.isEmpty() || m_frame.isInStrip(series))
            continue;
        if (m_frame.isBars(series))
            m_compared.append({&series, {}, barsOf(series)});
        else
            m_compared.append({&series, pointsOf(series), {}});
    }
}

QList<QRectF> ComparedSeries::barsOf(const ChartSeries &series) const
{
    const BarPlace place = m_bars.placeOf(series);
    const ValueScale &scale = m_frame.scaleOf(series);
    const int buckets = std::min(m_frame.geometry().buckets(), int(series.compared.size()));
    QList<QRectF> bars;
    for (int bucket = 0; bucket < buckets; ++bucket) {
        if (const Count value = series.compared.at(bucket); value && *value > 0)
            bars.append(m_bars.rectOf(place, scale, bucket, *value));
    }
    return bars;
}

/** At most two points for each column of pixels, which is all that can be seen of them. */
QList<QPointF> ComparedSeries::pointsOf(const ChartSeries &series) const
{
    const QList<Count> &values = series.compared;
    const ValueScale &scale = m_frame.scaleOf(series);
    const ChartGeometry &geometry = m_frame.geometry();
    const double seconds = double(geometry.window().until - geometry.window().from);
    Decimator decimator(0, seconds, m_frame.columns());
    const auto pointOf = [&](int bucket) {
        return QPointF(geometry.secondsTo(bucket), scale.heightOf(double(*values.at(bucket))));
    };
    const int buckets = std::min(geometry.buckets(), int(values.size()));
    for (int bucket = 0; bucket < buckets;) {
        if (!values.at(bucket)) {
            decimator.gap();
            ++bucket;
            continue;
        }
        const double end = decimator.columnEnd(geometry.secondsTo(bucket));
        int lowest = bucket;
        int highest = bucket;
        for (++bucket; bucket < buckets && values.at(bucket) && geometry.secondsTo(bucket) < end; ++bucket) {
            lowest = *values.at(bucket) < *values.at(lowest) ? bucket : lowest;
            highest = *values.at(bucket) > *values.at(highest) ? bucket : highest;
        }
        decimator.add(pointOf(lowest), pointOf(highest));
    }
    QList<QPointF> points = decimator.finish();
    for (QPointF &point : points)
        point = std::isnan(point.y()) ? point : geometry.onPicture(point);
    return points;
}

void ComparedSeries::paint(QPainter &painter) const
{
    painter.save();
    painter.setClipRect(m_frame.lineArea());
    for (const Compared &compared : m_compared) {
        const QColor hue = m_frame.colourOf(*compared.series);
        for (const QRectF &bar : compared.bars)
            Marks::drawComparedBar(painter, bar, hue);
        paintLine(painter, compared);
    }
    painter.restore();
}

void ComparedSeries::addTo(Surroundings &around, const QRectF &reach) const
{
    for (const Compared &compared : m_compared) {
        for (const QRectF &bar : compared.bars) {
            if (bar.intersects(reach))
                around.shapes.append(bar);
        }
        for (qsizetype i = 1; i < compared.points.size(); ++i) {
            const QLineF stroke(compared.points.at(i - 1), compared.points.at(i));
            const bool isGap = std::isnan(stroke.y1()) || std::isnan(stroke.y2());
            if (!isGap && crosses(stroke, reach))
                around.lines.append(stroke);
        }
    }
}

void ComparedSeries::paintLine(QPainter &painter, const Compared &compared) const
{
    QList<QPointF> run;
    for (const QPointF &point : compared.points) {
        if (!std::isnan(point.y())) {
            run.append(point);
            continue;
        }
        paintRun(painter, run, *compared.series);
        run.clear();
    }
    paintRun(painter, run, *compared.series);
}

/** Points without a gap among them. */
void ComparedSeries::paintRun(QPainter &painter, const QList<QPointF> &run, const ChartSeries &series) const
{
    const QColor hue = m_frame.colourOf(series);
    // A lone point has no line, and would not be seen.
    if (run.size() == 1 && m_frame.style().bare)
        Marks::drawDot(painter, run.constFirst(), Marks::comparedColour(hue));
    else if (run.size() == 1)
        Marks::drawMarker(painter, series.metric, run.constFirst(), Marks::comparedColour(hue),
                          m_frame.colour(Palette::kSurface), true, Marks::kMarkerRadius * 0.75);
    else if (!run.isEmpty())
        Marks::drawComparedLine(painter, run, hue, m_frame.hasThinLines() ? Marks::kDenseLineWidth : Marks::kLineWidth);
}
}
