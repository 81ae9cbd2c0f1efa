// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <cmath>

namespace Postwave::Marks
{
namespace
{
/** Shapes of equal visual weight: a triangle of a circle's radius would look smaller. */
QPainterPath shapeOf(Metric metric, QPointF centre, qreal radius)
{
    QPainterPath path;
    const auto polygon = [&](std::initializer_list<QPointF> unit) {
        QPolygonF points;
        for (const QPointF &point : unit)
            points << centre + point * radius;
        path.addPolygon(points);
        path.closeSubpath();
    };
    switch (metric) {
    case Metric::Views:
        path.addEllipse(centre, radius, radius);
        break;
    case Metric::Likes:
    case Metric::PostCount:
        polygon({{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}});
        break;
    case Metric::Shares:
        polygon({{0, -1.2}, {1.15, 0.85}, {-1.15, 0.85}});
        break;
    case Metric::Comments:
        polygon({{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}});
        break;
    case Metric::Replies:
        polygon({{0, 1.2}, {1.15, -0.85}, {-1.15, -0.85}});
        break;
    }
    return path;
}
}

void drawMarker(QPainter &painter, Metric metric, QPointF centre, const QColor &colour, const QColor &surface,
                bool hollow, qreal radius)
{
    const QPainterPath shape = shapeOf(metric, centre, radius);
    if (hollow) {
        painter.setPen(QPen(colour, kLineWidth * 0.9, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
        painter.setBrush(surface);
    } else {
        // A rim of the surface sets the marker off from lines that pass behind it.
        painter.setPen(QPen(surface, 2, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(shape);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
    }
    painter.drawPath(shape);
}

void drawSegment(QPainter &painter, QPointF from, QPointF to, const QColor &colour, bool dashed, qreal width)
{
    QPen pen(colour, width, Qt::SolidLine, dashed ? Qt::FlatCap : Qt::RoundCap);
    if (dashed)
        pen.setDashPattern({4 / width, 3 / width});
    painter.setPen(pen);
    painter.drawLine(from, to);
}

void drawDot(QPainter &painter, QPointF centre, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, kDotRadius, kDotRadius);
}

QColor comparedColour(const QColor &colour)
{
    constexpr float kQuiet = 0.6F;
    QColor quiet = colour;
    quiet.setAlphaF(kQuiet);
    return quiet;
}

void drawComparedLine(QPainter &painter, const QList<QPointF> &points, const QColor &colour, qreal width)
{
    QPen pen(comparedColour(colour), width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    // Where lines are thin there are many points, and dashes would be lost between them.
    if (width > kDenseLineWidth)
        pen.setDashPattern({4 / width, 3 / width});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points.constData(), int(points.size()));
}

void drawComparedBar(QPainter &painter, const QRectF &bar, const QColor &colour)
{
    QPen pen(comparedColour(colour), 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0));
}

void drawBar(QPainter &painter, const QRectF &bar, const QColor &colour, bool partial)
{
    if (!partial) {
        painter.fillRect(bar, colour);
        return;
    }
    QColor quiet = colour;
    quiet.setAlphaF(0.16F);
    painter.fillRect(bar, quiet);
    if (bar.width() < 3 || bar.height() < 2) {
        painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width(), std::min(1.0, bar.height()))), colour);
        return;
    }
    constexpr qreal kOutline = 1.5;
    QPen pen(colour, kOutline, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({4 / kOutline, 3 / kOutline});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    // Open at the bottom: the axis is no part of the bar.
    const QRectF inner = bar.adjusted(kOutline / 2, kOutline / 2, -kOutline / 2, 0);
    painter.drawPolyline(QPolygonF{{inner.bottomLeft(), inner.topLeft(), inner.topRight(), inner.bottomRight()}});
}

void drawHatch(QPainter &painter, const QRectF &area, const QColor &ground, const QColor &strokes)
{
    constexpr qreal kPitch = 8;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.fillRect(area, ground);
    painter.setPen(QPen(strokes, 1.5, Qt::SolidLine, Qt::FlatCap));
    // Lines x + y = k·pitch, counted from the picture's corner.
    const qreal first = std::floor((area.left() + area.top()) / kPitch) * kPitch;
    for (qreal sum = first; sum < area.right() + area.bottom() + kPitch; sum += kPitch)
        painter.drawLine(QPointF(sum - area.bottom(), area.bottom()), QPointF(sum - area.top(), area.top()));
    painter.restore();
}

void drawViral(QPainter &painter, QPointF base, const QColor &colour)
{
    constexpr qreal kHalf = kViralWidth / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(
        QPolygonF{{base + QPointF(-kHalf, 0), base + QPointF(kHalf, 0), base + QPointF(0, -kViralHeight)}});
}

qreal snapped(qreal value, qreal scale)
{
    return std::round(value * scale) / scale;
}
}
