// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the series of a chart are compared with.
#include "charts/chartscene.h"

#include "charts/decimate.h"
#include "charts/marks.h"

#include <QPainter>

#include <cmath>
#include <limits>

namespace Postwave
{
void ChartScene::fillCompared()
{
    m_compared.clear();
    if (!m_layout.isDrawable)
        return;
    const int buckets = m_layout.geometry.buckets();
    for (const ChartSeries &series : std::as_const(m_spec.series)) {
        if (series.compared.isEmpty())
            continue;
        ComparedContent content{&series, {}, {}};
        if (isBars(series)) {
            const BarPlace place = barPlaceOf(series);
            const ValueScale &scale = scaleOf(series);
            for (int bucket = 0; bucket < std::min(buckets, int(series.compared.size())); ++bucket) {
                if (const Count value = series.compared.at(bucket); value && *value > 0)
                    content.bars.append(barRect(place, scale, bucket, *value));
            }
        } else {
            content.points = comparedPoints(series);
        }
        m_compared.append(content);
    }
}

/** At most two points for each column of pixels, which is all that can be seen of them. */
QList<QPointF> ChartScene::comparedPoints(const ChartSeries &series) const
{
    const QList<Count> &values = series.compared;
    const ValueScale &scale = scaleOf(series);
    const ChartGeometry &geometry = m_layout.geometry;
    const double seconds = double(geometry.window().until - geometry.window().from);
    Decimator decimator(0, seconds, std::max(1, int(std::ceil(geometry.plot().width() * m_style.scale))));
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

void ChartScene::drawCompared(QPainter &painter) const
{
    painter.save();
    painter.setClipRect(lineArea());
    for (const ComparedContent &content : m_compared) {
        const QColor hue = colour(Palette::forMetric(content.series->metric));
        for (const QRectF &bar : content.bars)
            Marks::drawComparedBar(painter, bar, hue);
        QList<QPointF> run;
        const auto finishRun = [&] {
            // A lone point has no line, and would not be seen.
            if (run.size() == 1 && m_style.bare)
                Marks::drawDot(painter, run.constFirst(), Marks::comparedColour(hue));
            else if (run.size() == 1)
                Marks::drawMarker(painter, content.series->metric, run.constFirst(), Marks::comparedColour(hue),
                                  colour(Palette::kSurface), true, Marks::kMarkerRadius * 0.75);
            else if (!run.isEmpty())
                Marks::drawComparedLine(painter, run, hue, hasThinLines() ? Marks::kDenseLineWidth : Marks::kLineWidth);
            run.clear();
        };
        for (const QPointF &point : content.points) {
            if (std::isnan(point.y()))
                finishRun();
            else
                run.append(point);
        }
        finishRun();
    }
    painter.restore();
}
}
