// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/labelplacing.h"
#include "charts/lineshape.h"
#include "charts/plottedlines.h"

namespace Postwave
{
/**
 * The series that are drawn as lines. Qt Charts draws them, but for dashes and markers, and but for lines of more
 * points than there are pixels: it would outline each of them for the sake of the mouse.
 */
class ChartLines
{
public:
    /** @param frame outlives it */
    explicit ChartLines(const ChartFrame &frame);

    /** Follows the frame. */
    void fill();
    void paint(QPainter &painter) const;
    /** Adds the lines and markers that meet @p reach. */
    void addTo(Surroundings &around, const QRectF &reach) const;

private:
    QPen penOf(const LineShape &line) const;
    void paintThinned(QPainter &painter) const;
    void paintJoints(QPainter &painter) const;
    void paintDashes(QPainter &painter, const LineShape &line) const;
    void paintMarkers(QPainter &painter, const LineShape &line) const;
    void addStrokes(Surroundings &around, const LineShape &line, const QRectF &reach) const;
    void addMarkers(Surroundings &around, const LineShape &line, const QRectF &reach) const;
    QList<int>::const_iterator firstFrom(const QList<int> &buckets, qreal x) const;

    const ChartFrame &m_frame;
    QList<LineShape> m_lines; ///< in the order of the series
    PlottedLines m_plotted; ///< those that are not thinned
};
}
