// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <cmath>
#include <limits>

namespace Postwave
{
/**
 * Thins a line to what a row of pixels can show: of all points in a pixel's column it keeps the
 * lowest and the highest, in their order. Points come one by one, ascending in x; a gap ends a run,
 * and runs are thinned on their own, so that no line leads across a hole.
 */
class Decimator
{
public:
    /** @p columns pixels for [@p from, @p until) of the x axis. */
    Decimator(double from, double until, int columns)
        : m_from(from)
        , m_width((until - from) / columns)
    {
        m_points.reserve(2 * columns + 8);
    }

    void add(double x, double y)
    {
        if (x >= m_columnEnd)
            startColumn(x);
        if (y < m_low.y() || m_empty)
            m_low = {x, y};
        if (y > m_high.y() || m_empty)
            m_high = {x, y};
        m_empty = false;
    }
    /** Points before and after do not belong together. */
    void gap()
    {
        flush();
        m_columnEnd = -std::numeric_limits<double>::infinity();
        if (!m_points.isEmpty() && !std::isnan(m_points.constLast().y()))
            m_points.append({m_lastX, std::numeric_limits<double>::quiet_NaN()});
    }
    /** What is left; a gap is one point whose y is not a number. */
    QList<QPointF> finish()
    {
        flush();
        return std::move(m_points);
    }

private:
    void startColumn(double x);
    void flush();

    double m_from;
    double m_width;
    double m_columnEnd = -std::numeric_limits<double>::infinity();
    double m_lastX = 0;
    bool m_empty = true;
    QPointF m_low;
    QPointF m_high;
    QList<QPointF> m_points;
};

/** The same for a list in which points whose y is not a number are gaps. */
QList<QPointF> decimate(const QList<QPointF> &points, double from, double until, int columns);
}
