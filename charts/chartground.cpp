// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartground.h"

#include "charts/findbyte.h"
#include "charts/marks.h"

#include <QPainter>

#include <algorithm>

namespace Postwave
{
namespace
{
constexpr float kGridOpacity = 0.6F;
constexpr float kAxisOpacity = 0.55F;
}

void ChartGround::drawUnknown(QPainter &painter, const ChartFrame &frame)
{
    const ChartGeometry &geometry = frame.geometry();
    const QRectF &plot = geometry.plot();
    const QList<BucketState> &states = frame.spec().states;
    const qreal scale = frame.style().scale;
    const qsizetype end = std::min<qsizetype>(states.size(), geometry.buckets());
    qsizetype first = nextOf(states, BucketState::Unknown);
    while (first >= 0 && first < end) {
        qsizetype next = first;
        while (next < end && states.at(next) == BucketState::Unknown)
            ++next;
        const qreal left = Marks::snapped(geometry.leftOf(int(first)), scale);
        const qreal right = Marks::snapped(geometry.leftOf(int(next)), scale);
        for (const QRectF &area : {plot, frame.layout().strip}) {
            if (!area.isEmpty())
                Marks::drawHatch(painter, QRectF(left, area.top(), right - left, area.height()),
                                 frame.colour(Palette::kWindow), frame.colour(Palette::kLine));
        }
        first = nextOf(states, BucketState::Unknown, next);
    }
}

void ChartGround::drawGrid(QPainter &painter, const ChartFrame &frame)
{
    const ChartLayout &layout = frame.layout();
    const QRectF &plot = layout.geometry.plot();
    const qreal pixels = frame.style().scale;
    QColor grid = frame.colour(Palette::kLine);
    grid.setAlphaF(kGridOpacity);
    const ValueScale &scale = layout.left.scale;
    for (qsizetype i = 1; i < scale.lines.size(); ++i) {
        const qreal height = scale.heightOf(double(scale.lines.at(i)));
        const qreal y = Marks::snapped(layout.geometry.yOfHeight(height), pixels);
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), grid);
    }
    // The axis is stronger than the grid: values stand on it.
    QColor axis = frame.colour(Palette::kMuted);
    axis.setAlphaF(kAxisOpacity);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), axis);
    // Logarithms of two axes have no lines in common, and a second grid would be one too many.
    if (frame.spec().scaling == ValueScaling::Logarithmic) {
        for (const PlacedText &label : layout.right.labels)
            painter.fillRect(QRectF(plot.right() + 1, Marks::snapped(label.rect.center().y() - 0.5, pixels), 4, 1),
                             axis);
    }
    for (const qreal x : layout.timeTicks)
        painter.fillRect(QRectF(Marks::snapped(x - 0.5, pixels), plot.bottom() + 1, 1, 4), axis);
}
}
