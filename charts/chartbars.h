// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"
#include "charts/labelplacing.h"

class QPainter;

namespace Postwave
{
/** Where the bars of one series stand within their columns. */
struct BarPlace {
    qreal offset = 0; ///< of the left edge from the column's middle
    qreal width = 0;
};

/** The series that are drawn as bars, side by side in the columns of their buckets. */
class ChartBars
{
public:
    /** @param frame outlives it */
    explicit ChartBars(const ChartFrame &frame);

    /** Follows the frame. */
    void fill();
    void paint(QPainter &painter) const;
    /** Adds the bars that meet @p reach. */
    void addTo(Surroundings &around, const QRectF &reach) const;

    BarPlace placeOf(const ChartSeries &series) const;
    QRectF rectOf(const BarPlace &place, const ValueScale &scale, int bucket, qint64 value) const;

private:
    struct Bar {
        QRectF rect;
        bool partial = false;
    };
    /** The bars of a series that are seen, from left to right. */
    struct Bars {
        const ChartSeries *series = nullptr; ///< of the frame
        QList<Bar> bars;
    };

    Bars barsOf(const ChartSeries &series) const;

    const ChartFrame &m_frame;
    QList<Bars> m_series;
};
}
