// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decimate.h"

namespace Postwave
{
void Decimator::startColumn(double x)
{
    flush();
    const double column = std::floor((x - m_from) / m_width);
    m_columnEnd = m_from + (column + 1) * m_width;
    // Rounding may put the border on the point itself, which would then open a column again and again.
    if (m_columnEnd <= x)
        m_columnEnd += m_width;
}

void Decimator::flush()
{
    if (m_empty)
        return;
    m_empty = true;
    const bool lowFirst = m_low.x() <= m_high.x();
    m_points.append(lowFirst ? m_low : m_high);
    if (m_low.x() != m_high.x())
        m_points.append(lowFirst ? m_high : m_low);
    m_lastX = m_points.constLast().x();
}

QList<QPointF> decimate(const QList<QPointF> &points, double from, double until, int columns)
{
    Decimator decimator(from, until, columns);
    for (const QPointF &point : points) {
        if (std::isnan(point.y()))
            decimator.gap();
        else
            decimator.add(point.x(), point.y());
    }
    return decimator.finish();
}
}
