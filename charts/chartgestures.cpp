// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartgestures.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kDragFrom = 8; ///< pixels; a hand that clicks moves by less
constexpr qreal kNotch = 120; ///< of a wheel
constexpr qreal kZoomOfNotch = 1.25;
constexpr qreal kNotchesOfView = 10; ///< that move by all that is seen
constexpr qreal kPinchStep = 0.05; ///< fingers tremble: less than this is no step
}

ChartGestures::ChartGestures(QObject *parent)
    : QObject(parent)
{
    connect(this, &ChartGestures::placesChanged, this, &ChartGestures::follow);
    connect(this, &ChartGestures::pointerMoved, this, &ChartGestures::follow);
    connect(this, &ChartGestures::placesChanged, this, &ChartGestures::dragChanged);
}

void ChartGestures::setChart(ChartItem *chart)
{
    if (chart == m_chart)
        return;
    if (m_chart)
        m_chart->disconnect(this);
    m_chart = chart;
    if (chart)
        connect(chart, &ChartItem::plotAreaChanged, this, &ChartGestures::placesChanged);
    Q_EMIT placesChanged();
}

void ChartGestures::follow()
{
    int pointed = -1;
    if (m_chart && m_isHovered) {
        const QRectF plot = m_chart->plotArea();
        if (m_position.y() >= plot.top() && m_position.y() <= plot.bottom())
            pointed = nearestBucket(m_position.x());
    }
    if (pointed == m_pointed)
        return;
    m_pointed = pointed;
    Q_EMIT pointedChanged();
}

int ChartGestures::nearestBucket(qreal x) const
{
    const int bucket = m_chart ? m_chart->nearestBucketTo(x) : -1;
    return bucket < 0 ? -1 : m_first + bucket;
}

QRectF ChartGestures::columnOf(int bucket) const
{
    return m_chart ? m_chart->columnOf(bucket - m_first) : QRectF();
}

QRectF ChartGestures::column() const
{
    return columnOf(m_bucket);
}

bool ChartGestures::isPanning() const
{
    return m_buttons.testFlag(Qt::MiddleButton);
}

bool ChartGestures::isSelecting() const
{
    return m_isDragged && m_buttons && !isPanning();
}

QRectF ChartGestures::selection() const
{
    return columnOf(m_pressedBucket) | columnOf(m_draggedBucket);
}

void ChartGestures::press(QPointF place)
{
    // A finger presses before anything told that the pointer moved there.
    m_position = place;
    follow();
    m_isDragged = false;
    m_pressedX = place.x();
    m_pressedBucket = m_pointed;
    m_draggedBucket = m_pointed;
    Q_EMIT dragChanged();
}

void ChartGestures::move(qreal x)
{
    if (!m_buttons || m_pressedBucket < 0)
        return;
    m_isDragged = m_isDragged || std::abs(x - m_pressedX) >= kDragFrom;
    m_draggedBucket = nearestBucket(x);
    Q_EMIT dragChanged();
    if (isPanning() && m_draggedBucket != m_pressedBucket)
        Q_EMIT panRequested(m_pressedBucket - m_draggedBucket);
}

void ChartGestures::release(int button)
{
    // A hand that shook on one bucket clicked it.
    m_isDragged = m_isDragged && m_draggedBucket != m_pressedBucket;
    Q_EMIT dragChanged();
    if (m_isDragged && m_pressedBucket >= 0 && button == Qt::LeftButton)
        Q_EMIT zoomRequested(m_pressedBucket, m_draggedBucket);
}

void ChartGestures::click(int button)
{
    if (!m_isDragged && m_pointed >= 0 && button == Qt::LeftButton)
        Q_EMIT drillRequested(m_pointed);
}

void ChartGestures::secondClick()
{
    // Elsewhere the first click has opened the bucket.
    if (!m_isOpenable)
        Q_EMIT showAllRequested();
}

void ChartGestures::turn(QPoint angle, int modifiers, qreal x)
{
    const bool isSideways = std::abs(angle.x()) > std::abs(angle.y());
    const int sideways = isSideways ? angle.x() : (modifiers & Qt::ShiftModifier) != 0 ? angle.y() : 0;
    if (sideways != 0) {
        const int seen = m_chart ? std::max(1, m_chart->bucketCount()) : 1;
        const int buckets = m_panTurn.add(sideways, std::min(kNotch, kNotchesOfView * kNotch / seen));
        if (buckets != 0)
            Q_EMIT panRequested(-buckets);
    } else if (m_pointed >= 0) {
        const int halves = m_zoomTurn.add(angle.y(), kNotch / 2);
        // Looked up anew, for several turns may come between two frames.
        if (halves != 0)
            Q_EMIT zoomByRequested(std::pow(kZoomOfNotch, halves / 2.0), nearestBucket(x));
    }
}

void ChartGestures::beginPinch()
{
    m_pinched = 1;
}

void ChartGestures::pinch(qreal scale, qreal x)
{
    const qreal factor = scale / m_pinched;
    if (std::abs(factor - 1) <= kPinchStep)
        return;
    m_pinched = scale;
    Q_EMIT zoomByRequested(factor, nearestBucket(x));
}
}
