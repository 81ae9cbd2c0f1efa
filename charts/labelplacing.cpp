// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/labelplacing.h"

#include <algorithm>
#include <array>

namespace Postwave
{
namespace
{
constexpr qreal kGap = 4; ///< between a mark and its label
constexpr QMarginsF kClearance(5, 2, 5, 2); ///< of a label to everything else; figures have some room above and below
constexpr int kPlaces = 8;

/** In order of preference: above the mark, shifted, beside it, further up. */
std::array<QRectF, kPlaces> placesOf(const QRectF &mark, QSizeF size)
{
    const qreal middle = mark.center().x() - size.width() / 2;
    const qreal above = mark.top() - kGap - size.height();
    const qreal beside = mark.bottom() + 1 - size.height(); // figures stand on the mark's lower edge
    const auto raised = [&](int rows) {
        return above - rows * (size.height() + kGap);
    };
    return {
        QRectF({middle, above}, size),
        QRectF({mark.right() - size.width(), above}, size),
        QRectF({mark.left(), above}, size),
        QRectF({mark.left() - kGap - size.width(), beside}, size),
        QRectF({mark.right() + kGap, beside}, size),
        QRectF({middle, raised(1)}, size),
        QRectF({middle, raised(2)}, size),
        QRectF({middle, raised(3)}, size),
    };
}

bool isClear(const QRectF &place, const QRectF &mark, const Surroundings &around)
{
    const QRectF room = place + kClearance;
    const QPointF end = place.center();
    const QPointF begin(std::clamp(end.x(), mark.left(), mark.right()), std::clamp(end.y(), mark.top(), mark.bottom()));
    const QLineF leader(begin, end);
    return std::ranges::none_of(around.shapes,
                                [&](const QRectF &shape) {
                                    return shape.intersects(room) || crosses(leader, shape);
                                })
        && std::ranges::none_of(around.lines, [&](const QLineF &line) {
               return crosses(line, room) || line.intersects(leader) == QLineF::BoundedIntersection;
           });
}
}

std::optional<QRectF> placeLabel(const QRectF &mark, QSizeF size, const Surroundings &around)
{
    const QRectF &bounds = around.bounds;
    if (size.width() > bounds.width())
        return {};
    for (QRectF place : placesOf(mark, size)) {
        // A mark at the edge keeps its label above it, moved inwards.
        const bool isAbove = place.bottom() <= mark.top();
        if (isAbove)
            place.moveLeft(std::clamp(place.left(), bounds.left(), bounds.right() - size.width()));
        if (bounds.contains(place) && isClear(place, mark, around))
            return place;
    }
    return {};
}

QRectF labelReach(const QRectF &mark, QSizeF size)
{
    QRectF reach = mark;
    for (const QRectF &place : placesOf(mark, size))
        reach |= place;
    // Labels at an edge are moved by at most their width.
    return reach.adjusted(-size.width(), 0, size.width(), 0) + kClearance;
}

bool crosses(const QLineF &line, const QRectF &rect)
{
    // Liang and Barsky: what is left of the line's parameter between the rectangle's edges.
    qreal from = 0;
    qreal until = 1;
    const auto cut = [&](qreal start, qreal delta, qreal low, qreal high) {
        if (delta == 0)
            return start > low && start < high;
        const qreal first = (low - start) / delta;
        const qreal second = (high - start) / delta;
        from = std::max(from, std::min(first, second));
        until = std::min(until, std::max(first, second));
        return from < until;
    };
    return cut(line.x1(), line.dx(), rect.left(), rect.right()) && cut(line.y1(), line.dy(), rect.top(), rect.bottom());
}
}
