// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decimate.h"

#include <cmath>
#include <limits>

namespace Postwave
{
Decimator::Decimator(double from, double until, int columns)
    : m_from(from)
    , m_width((until - from) / columns)
{
    m_points.reserve(2 * columns + 8);
}

double Decimator::columnEnd(double x) const
{
    const double column = std::floor((x - m_from) / m_width);
    const double end = m_from + (column + 1) * m_width;
    // Rounding may put the border on the point itself, which would then open a column again and again.
    return end > x ? end : end + m_width;
}

void Decimator::add(QPointF lowest, QPointF highest)
{
    const bool lowFirst = lowest.x() <= highest.x();
    m_points.append(lowFirst ? lowest : highest);
    if (lowest.x() != highest.x())
        m_points.append(lowFirst ? highest : lowest);
}

void Decimator::gap()
{
    if (!m_points.isEmpty() && !std::isnan(m_points.constLast().y()))
        m_points.append({m_points.constLast().x(), std::numeric_limits<double>::quiet_NaN()});
}

QList<QPointF> Decimator::finish()
{
    return std::move(m_points);
}
}
