// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartgeometry.h"

#include <algorithm>

namespace Postwave
{
ChartGeometry::ChartGeometry(const ChartSpec &spec, const QRectF &plot)
    : m_plot(plot)
    , m_window(spec.window)
    , m_starts(spec.starts)
{
    if (!m_starts.isEmpty()) {
        m_window.from = m_starts.constFirst();
        m_window.until = std::max(m_window.until, m_starts.constLast() + 1);
    }
    m_window.until = std::max(m_window.until, m_window.from + 1);
}

qreal ChartGeometry::xOfTime(double time) const
{
    return m_plot.left() + (time - double(m_window.from)) / double(m_window.until - m_window.from) * m_plot.width();
}

qreal ChartGeometry::yOfHeight(double height) const
{
    return m_plot.bottom() - height * m_plot.height();
}

QPointF ChartGeometry::onPicture(const QPointF &point) const
{
    return {xOfTime(double(m_window.from) + point.x()), yOfHeight(point.y())};
}

qreal ChartGeometry::leftOf(int bucket) const
{
    return xOfTime(double(startOf(bucket)));
}

qreal ChartGeometry::centreOf(int bucket) const
{
    return xOfTime((double(startOf(bucket)) + double(startOf(bucket + 1))) / 2);
}

int ChartGeometry::firstFrom(double seconds, int guess) const
{
    const auto isBefore = [&](int bucket) {
        return secondsTo(bucket) < seconds;
    };
    // Buckets are equal or nearly so, and the guess is seldom off by more than one.
    constexpr int kNear = 2;
    int first = 0;
    int last = buckets();
    if (guess - kNear > first && guess - kNear < last && isBefore(guess - kNear))
        first = guess - kNear + 1;
    if (guess + kNear > first && guess + kNear < last && !isBefore(guess + kNear))
        last = guess + kNear;
    while (first < last) {
        const int middle = first + (last - first) / 2;
        if (isBefore(middle))
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

int ChartGeometry::bucketAt(qreal x) const
{
    if (x < m_plot.left() || x >= m_plot.right() || m_starts.isEmpty())
        return -1;
    // Columns are compared by their edges on the picture, so that rounding cannot disagree with leftOf().
    const auto isLeft = [this](qreal position, const qint64 &start) {
        return position < xOfTime(double(start));
    };
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), x, isLeft);
    return std::max(0, int(next - m_starts.cbegin()) - 1);
}

int ChartGeometry::bucketStartingAt(qint64 time) const
{
    const auto found = std::lower_bound(m_starts.cbegin(), m_starts.cend(), time);
    return found != m_starts.cend() && *found == time ? int(found - m_starts.cbegin()) : -1;
}
}
