// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace Postwave
{
/**
 * Thins a line to what a row of pixels can show: of all points in a pixel's column it keeps the
 * lowest and the highest, in their order. A gap ends a run, and runs are thinned on their own, so that no
 * line leads across a hole.
 */
class Decimator
{
public:
    /** @p columns pixels for [@p from, @p until) of the x axis. */
    Decimator(double from, double until, int columns);

    /** Right border of the column that @p x lies in; always above @p x. */
    double columnEnd(double x) const;
    /** The extremes of the points that a run has in one column. Columns come from left to right. */
    void add(QPointF lowest, QPointF highest);
    /** Points before and after do not belong together. */
    void gap();
    /** What is left; a gap is one point whose y is not a number. */
    QList<QPointF> finish();

private:
    double m_from;
    double m_width;
    QList<QPointF> m_points;
};
}
