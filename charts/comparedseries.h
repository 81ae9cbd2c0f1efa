// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartbars.h"

namespace Postwave
{
/** What the series of a chart are compared with. */
class ComparedSeries
{
public:
    /** @param frame and @param bars outlive it */
    ComparedSeries(const ChartFrame &frame, const ChartBars &bars);

    /** Follows the frame. */
    void fill();
    void paint(QPainter &painter) const;
    /** Adds the lines and bars that meet @p reach. */
    void addTo(Surroundings &around, const QRectF &reach) const;

private:
    /** What a series is compared with, on the picture. */
    struct Compared {
        const ChartSeries *series = nullptr; ///< of the frame
        QList<QPointF> points; ///< of the line; not a number = gap
        QList<QRectF> bars; ///< in the place of a line
    };

    QList<QRectF> barsOf(const ChartSeries &series) const;
    QList<QPointF> pointsOf(const ChartSeries &series) const;
    void paintLine(QPainter &painter, const Compared &compared) const;
    void paintRun(QPainter &painter, const QList<QPointF> &run, const ChartSeries &series) const;

    const ChartFrame &m_frame;
    const ChartBars &m_bars;
    QList<Compared> m_compared;
};
}
