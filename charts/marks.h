// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"

#include <QColor>
#include <QList>
#include <QPointF>

class QPainter;
class QRectF;

namespace Postwave
{
/** The small shapes that data and legend share. All painting is in logical pixels. */
namespace Marks
{
inline constexpr qreal kLineWidth = 2;
inline constexpr qreal kDenseLineWidth = 1; ///< where there are more points than half the pixels
inline constexpr qreal kDotRadius = 1.5;
inline constexpr qreal kMarkerRadius = 4;
inline constexpr qreal kMarkerReach = kMarkerRadius * 1.3 + 1; ///< of the widest shape with its rim
inline constexpr qreal kViralWidth = 9;
inline constexpr qreal kViralHeight = 7;

/** A point of a series in the metric's own shape; hollow means partial. */
void drawMarker(QPainter &painter, Metric metric, QPointF centre, const QColor &colour, const QColor &surface,
                bool hollow, qreal radius = kMarkerRadius);

/** A line of data; dashed towards and from partial buckets. */
void drawSegment(QPainter &painter, QPointF from, QPointF to, const QColor &colour, bool dashed,
                 qreal width = kLineWidth);

/** A point of a thin line that has no neighbours to be joined with. */
void drawDot(QPainter &painter, QPointF centre, const QColor &colour);

/** A filled bar; a partial one is outlined with dashes and lightly filled. */
void drawBar(QPainter &painter, const QRectF &bar, const QColor &colour, bool partial);

/** A series' colour where what it is compared with is drawn. */
QColor comparedColour(const QColor &colour);
/** What something is compared with: its hue, quieter and dashed, never filled. @p points of one run. */
void drawComparedLine(QPainter &painter, const QList<QPointF> &points, const QColor &colour, qreal width);
void drawComparedBar(QPainter &painter, const QRectF &bar, const QColor &colour);

/** Diagonal strokes that fill @p area, in step with the whole picture so that neighbours join. */
void drawHatch(QPainter &painter, const QRectF &area, const QColor &ground, const QColor &strokes);

/** The small filled triangle of a viral bucket; @p base is the middle of its lower edge. */
void drawViral(QPainter &painter, QPointF base, const QColor &colour);

/** @p value moved to the next border of a device pixel, so that edges are crisp. */
qreal snapped(qreal value, qreal scale);
}
}
