// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlines.h"

#include "charts/denseline.h"
#include "charts/marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Postwave
{
ChartLines::ChartLines(const ChartFrame &frame)
    : m_frame(frame)
{
}

void ChartLines::fill()
{
    m_lines.clear();
    QList<PlottedLines::Line> plotted;
    if (m_frame.layout().isDrawable) {
        for (const ChartSeries &series : m_frame.spec().series) {
            if (m_frame.isBars(series) || m_frame.isInStrip(series))
                continue;
            m_lines.append(lineShape(m_frame, series));
            const LineShape &line = m_lines.constLast();
            if (!line.isThinned)
                plotted.append({line.points, penOf(line)});
        }
    }
    m_plotted.setLines(plotted, m_frame);
}

QPen ChartLines::penOf(const LineShape &line) const
{
    const QColor colour = m_frame.colourOf(*line.series);
    // Round caps would cost ten times the rest of the picture; see paintJoints() for what they are good for.
    return m_frame.hasThinLines() ? QPen(colour, Marks::kDenseLineWidth, Qt::SolidLine, Qt::SquareCap)
                                  : QPen(colour, Marks::kLineWidth, Qt::SolidLine, Qt::FlatCap);
}

void ChartLines::paint(QPainter &painter) const
{
    m_plotted.paint(painter);
    paintThinned(painter);
    paintJoints(painter);
    for (const LineShape &line : m_lines)
        paintDashes(painter, line);
    for (const LineShape &line : m_lines)
        paintMarkers(painter, line);
}

void ChartLines::paintThinned(QPainter &painter) const
{
    const ChartGeometry &geometry = m_frame.geometry();
    const qreal scale = m_frame.style().scale;
    QList<QLineF> strokes;
    painter.save();
    // Where Qt Charts cuts its lines. Cut, they are also painted in two thirds of the time.
    painter.setClipRect(m_frame.lineArea());
    for (const LineShape &line : m_lines) {
        if (!line.isThinned || line.points.isEmpty())
            continue;
        strokes.clear();
        strokes.reserve(line.points.size());
        QPointF before = geometry.onPicture(line.points.constFirst());
        for (auto point = line.points.cbegin() + 1; point != line.points.cend(); ++point) {
            const QPointF here = geometry.onPicture(*point);
            if (!std::isnan(before.y()) && !std::isnan(here.y()))
                strokes.append({before, here});
            before = here;
        }
        const QPen pen = penOf(line);
        const DenseLine dense(strokes, scale);
        painter.setPen(pen);
        if (!dense.isDense()) {
            painter.drawLines(strokes);
            continue;
        }
        painter.drawLines(dense.longStrokes());
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.scale(1 / scale, 1 / scale);
        painter.drawRects(dense.columns(pen.widthF()));
        painter.restore();
    }
    painter.restore();
}

/** Qt Charts draws each segment by itself, which leaves notches at the bends. */
void ChartLines::paintJoints(QPainter &painter) const
{
    if (m_frame.hasThinLines() || m_frame.hasPoints())
        return; // too thin to show any; covered by markers
    painter.setPen(Qt::NoPen);
    for (const LineShape &line : m_lines) {
        painter.setBrush(m_frame.colourOf(*line.series));
        for (const QPointF &point : line.points) {
            if (!std::isnan(point.y()))
                painter.drawEllipse(m_frame.geometry().onPicture(point), Marks::kLineWidth / 2, Marks::kLineWidth / 2);
        }
    }
}

void ChartLines::paintDashes(QPainter &painter, const LineShape &line) const
{
    const ChartSeries &series = *line.series;
    const QColor colour = m_frame.colourOf(series);
    const qreal width = m_frame.style().bare ? Marks::kDenseLineWidth : Marks::kLineWidth;
    for (const int bucket : line.dashed)
        Marks::drawSegment(painter, m_frame.pointOf(series, bucket - 1), m_frame.pointOf(series, bucket), colour, true,
                           width);
}

void ChartLines::paintMarkers(QPainter &painter, const LineShape &line) const
{
    const ChartSeries &series = *line.series;
    const QColor colour = m_frame.colourOf(series);
    const QColor surface = m_frame.colour(Palette::kSurface);
    for (const int bucket : line.marked) {
        if (m_frame.style().bare) {
            if (!ChartFrame::valueOf(series, bucket - 1) && !ChartFrame::valueOf(series, bucket + 1))
                Marks::drawDot(painter, m_frame.pointOf(series, bucket), colour);
            continue;
        }
        Marks::drawMarker(painter, series.metric, m_frame.pointOf(series, bucket), colour, surface,
                          m_frame.stateOf(bucket) == BucketState::Partial);
    }
}

void ChartLines::addTo(Surroundings &around, const QRectF &reach) const
{
    for (const LineShape &line : m_lines) {
        addStrokes(around, line, reach);
        addMarkers(around, line, reach);
    }
}

void ChartLines::addStrokes(Surroundings &around, const LineShape &line, const QRectF &reach) const
{
    const ChartGeometry &geometry = m_frame.geometry();
    const auto isLeftOfReach = [&](const QPointF &point) {
        return geometry.onPicture(point).x() < reach.left();
    };
    const auto begin = line.points.cbegin();
    auto point = std::partition_point(begin, line.points.cend(), isLeftOfReach);
    for (point = std::max(point, begin + 1); point < line.points.cend(); ++point) {
        const QLineF stroke(geometry.onPicture(*(point - 1)), geometry.onPicture(*point));
        if (stroke.x1() > reach.right())
            break;
        const bool isGap = std::isnan(stroke.y1()) || std::isnan(stroke.y2());
        if (!isGap && crosses(stroke, reach))
            around.lines.append(stroke);
    }
    for (auto end = firstFrom(line.dashed, reach.left()); end != line.dashed.cend(); ++end) {
        const QLineF dash(m_frame.pointOf(*line.series, *end - 1), m_frame.pointOf(*line.series, *end));
        if (dash.x1() > reach.right())
            break;
        if (crosses(dash, reach))
            around.lines.append(dash);
    }
}

void ChartLines::addMarkers(Surroundings &around, const LineShape &line, const QRectF &reach) const
{
    constexpr qreal kReach = Marks::kMarkerReach;
    for (auto next = firstFrom(line.marked, reach.left() - kReach); next != line.marked.cend(); ++next) {
        const QPointF centre = m_frame.pointOf(*line.series, *next);
        const QRectF marker(centre - QPointF(kReach, kReach), QSizeF(2 * kReach, 2 * kReach));
        if (marker.left() > reach.right())
            break;
        if (marker.intersects(reach))
            around.shapes.append(marker);
    }
}

/** The first of the buckets, which ascend, whose middle is not left of @p x. */
QList<int>::const_iterator ChartLines::firstFrom(const QList<int> &buckets, qreal x) const
{
    return std::partition_point(buckets.cbegin(), buckets.cend(), [&](int bucket) {
        return m_frame.geometry().centreOf(bucket) < x;
    });
}
}
