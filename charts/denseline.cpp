// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/denseline.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kDenseClimb = 60; ///< pixels up and down in a column, from where on few edges are seen in it
constexpr qsizetype kFewColumns = 100; ///< which take no time worth the difference
}

DenseLine::DenseLine(const QList<QLineF> &strokes, qreal scale)
    : m_scale(scale)
{
    for (const QLineF &stroke : strokes) {
        m_climbed += std::abs(stroke.dy()) * scale;
        const auto from = int(std::floor(stroke.x1() * scale));
        const auto to = int(std::floor(stroke.x2() * scale));
        if (to - from > 1) {
            m_longStrokes.append(stroke);
        } else if (from == to) {
            cover(from, stroke.y1(), stroke.y2());
        } else {
            const qreal middle = (stroke.y1() + stroke.y2()) / 2;
            cover(from, stroke.y1(), middle);
            cover(to, middle, stroke.y2());
        }
    }
}

void DenseLine::cover(int column, qreal from, qreal to)
{
    if (m_columns.isEmpty() || m_columns.constLast().at != column)
        m_columns.append({column, from, from});
    Column &last = m_columns.last();
    last.top = std::min({last.top, from, to});
    last.bottom = std::max({last.bottom, from, to});
}

bool DenseLine::isDense() const
{
    return m_columns.size() >= kFewColumns && m_climbed >= kDenseClimb * qreal(m_columns.size());
}

QList<QRect> DenseLine::columns(qreal width) const
{
    const qreal inPixels = width * m_scale;
    const int across = std::max(1, int(std::round(inPixels)));
    QList<QRect> filled;
    filled.reserve(m_columns.size());
    for (const Column &column : m_columns) {
        const int top = int(std::round(column.top * m_scale - inPixels / 2));
        const int bottom = int(std::round(column.bottom * m_scale + inPixels / 2));
        filled.append(QRect(column.at - (across - 1) / 2, top, across, bottom - top));
    }
    return filled;
}
}
