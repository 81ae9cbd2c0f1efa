// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rangegestures.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kReach = 8;
constexpr int kStepsOfPart = 20; ///< of an arrow key, that move by all of the part
}

RangeGestures::RangeGestures(QObject *parent)
    : QObject(parent)
{
    // What is below a pointer that rests may have moved.
    connect(this, &RangeGestures::placesChanged, this, &RangeGestures::pointerChanged);
}

void RangeGestures::setChart(ChartItem *chart)
{
    if (chart == m_chart)
        return;
    if (m_chart)
        m_chart->disconnect(this);
    m_chart = chart;
    if (chart) {
        connect(chart, &ChartItem::plotAreaChanged, this, &RangeGestures::placesChanged);
        connect(chart, &QQuickItem::widthChanged, this, &RangeGestures::placesChanged);
    }
    Q_EMIT placesChanged();
}

qreal RangeGestures::partLeft() const
{
    return m_chart ? m_chart->columnOf(m_first).left() : 0;
}

qreal RangeGestures::partRight() const
{
    if (!m_chart)
        return 0;
    return m_chart->plotArea().isEmpty() ? m_chart->pixels().width() : m_chart->columnOf(m_last).right();
}

qreal RangeGestures::reach()
{
    return kReach;
}

Qt::CursorShape RangeGestures::cursor() const
{
    switch (m_isPressed ? m_hold : holdAt(m_position)) {
    case Hold::Begin:
    case Hold::End:
        return Qt::SizeHorCursor;
    case Hold::Whole:
        return m_isPressed ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
    case Hold::New:
        return Qt::CrossCursor;
    }
    return Qt::ArrowCursor;
}

RangeGestures::Hold RangeGestures::holdAt(qreal x) const
{
    // The nearer end, where both are within reach.
    const qreal place = x - kReach;
    const qreal left = partLeft();
    const qreal right = partRight();
    const qreal toLeft = std::abs(place - left);
    const qreal toRight = std::abs(place - right);
    if (std::min(toLeft, toRight) <= kReach)
        return toLeft < toRight ? Hold::Begin : Hold::End;
    return m_isZoomed && place > left && place < right ? Hold::Whole : Hold::New;
}

int RangeGestures::bucketAt(qreal x) const
{
    return m_chart ? m_chart->nearestBucketTo(x - kReach) : -1;
}

int RangeGestures::middle() const
{
    return (m_first + m_last + 1) / 2;
}

void RangeGestures::press(qreal x)
{
    m_hold = holdAt(x);
    m_pressedBucket = bucketAt(x);
    m_pressedFirst = m_first;
    Q_EMIT pointerChanged();
}

void RangeGestures::move(qreal x)
{
    if (!m_isPressed)
        return;
    const int bucket = bucketAt(x);
    switch (m_hold) {
    case Hold::Begin:
        Q_EMIT stretchRequested(std::min(bucket, m_last), m_last);
        break;
    case Hold::End:
        Q_EMIT stretchRequested(m_first, std::max(bucket, m_first));
        break;
    case Hold::Whole:
        Q_EMIT panRequested(m_pressedFirst + bucket - m_pressedBucket - m_first);
        break;
    case Hold::New:
        if (bucket != m_pressedBucket)
            Q_EMIT stretchRequested(m_pressedBucket, bucket);
        break;
    }
}

void RangeGestures::click(qreal x)
{
    // Into the shade: what is shown goes there.
    if (m_hold == Hold::New && m_isZoomed && bucketAt(x) == m_pressedBucket)
        Q_EMIT panRequested(m_pressedBucket - middle());
}

bool RangeGestures::pressKey(int key, int modifiers)
{
    if ((modifiers & (Qt::AltModifier | Qt::MetaModifier)) != 0)
        return false;
    const int count = m_chart ? m_chart->bucketCount() : 0;
    const int pace = std::max(1, int(std::lround(double(m_last - m_first + 1) / kStepsOfPart)));
    switch (key) {
    case Qt::Key_Home:
        Q_EMIT panRequested(-count);
        return true;
    case Qt::Key_End:
        Q_EMIT panRequested(count);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomByRequested(2, middle());
        return true;
    case Qt::Key_Minus:
        Q_EMIT zoomByRequested(0.5, middle());
        return true;
    case Qt::Key_0:
        Q_EMIT showAllRequested();
        return true;
    case Qt::Key_Left:
        moveByKey(-pace, Qt::KeyboardModifiers(modifiers));
        return true;
    case Qt::Key_Right:
        moveByKey(pace, Qt::KeyboardModifiers(modifiers));
        return true;
    default:
        return false;
    }
}

/** Moves the end with Shift, the beginning with Ctrl, else all of the part. */
void RangeGestures::moveByKey(int buckets, Qt::KeyboardModifiers modifiers)
{
    const int count = m_chart ? m_chart->bucketCount() : 0;
    if (modifiers.testFlag(Qt::ShiftModifier))
        Q_EMIT stretchRequested(m_first, std::max(m_first, std::min(count - 1, m_last + buckets)));
    else if (modifiers.testFlag(Qt::ControlModifier))
        Q_EMIT stretchRequested(std::min(m_last, std::max(0, m_first + buckets)), m_last);
    else
        Q_EMIT panRequested(buckets);
}
}
