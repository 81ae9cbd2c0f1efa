// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartbars.h"
#include "charts/chartlines.h"
#include "charts/comparedseries.h"

namespace Postwave
{
/** The marks of viral buckets, and their values where there is a clear place for them. */
class ViralMarks
{
public:
    /** What is handed in outlives it. */
    ViralMarks(const ChartFrame &frame, const ChartBars &bars, const ChartLines &lines, const ComparedSeries &compared);

    /** Follows the frame, once bars and lines did. */
    void place();
    void paint(QPainter &painter) const;

private:
    struct Mark {
        int bucket = 0;
        QRectF rect;
        PlacedText value;
    };

    void placeMarks(const ChartSeries &series);
    void placeValues(const ChartSeries &series);
    Surroundings surroundingsOf(const QRectF &reach, const QRectF &mark) const;

    const ChartFrame &m_frame;
    const ChartBars &m_bars;
    const ChartLines &m_lines;
    const ComparedSeries &m_compared;
    QList<Mark> m_marks; ///< from left to right
};
}
