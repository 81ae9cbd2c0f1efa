// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/chartspec.h"

#include <QRectF>

namespace Postwave
{
/** Where times, buckets and heights are on the picture, in logical pixels. What is how high, a ValueScale says. */
class ChartGeometry
{
public:
    ChartGeometry() = default;
    ChartGeometry(const ChartSpec &spec, const QRectF &plot);

    const QRectF &plot() const
    {
        return m_plot;
    }
    TimeWindow window() const
    {
        return m_window;
    }
    int buckets() const
    {
        return int(m_starts.size());
    }

    qreal xOfTime(double time) const;
    /** @p height 0 is the plot's lower edge, 1 its upper one. */
    qreal yOfHeight(double height) const;
    /** Where a point of a line is: seconds since the window's begin, and a height. */
    QPointF onPicture(const QPointF &point) const;
    /** Left edge of a bucket's column; that of the bucket after the last is the plot's right edge. */
    qreal leftOf(int bucket) const;
    /** Middle of a bucket's column, where its point and its bar stand. */
    qreal centreOf(int bucket) const;
    /** The same in seconds since the window's begin. */
    double secondsTo(int bucket) const
    {
        return (double(startOf(bucket) - m_window.from) + double(startOf(bucket + 1) - m_window.from)) / 2;
    }
    /** The first bucket whose middle is @p seconds after the window's begin or later; @p guess only saves time. */
    int firstFrom(double seconds, int guess) const;
    /** The bucket whose column contains @p x; -1 outside of the plot. */
    int bucketAt(qreal x) const;
    /** The bucket that begins at @p time; -1 when none does. */
    int bucketStartingAt(qint64 time) const;
    /** Start of a bucket and of the one after the last, in seconds. */
    qint64 startOf(int bucket) const
    {
        return bucket < buckets() ? m_starts.at(bucket) : m_window.until;
    }

private:
    QRectF m_plot;
    TimeWindow m_window{0, 1};
    QList<qint64> m_starts;
};
}
