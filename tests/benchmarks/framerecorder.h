// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QObject>

#include <algorithm>

namespace Postwave::Bench
{
/**
 * How long this thread was busy at a stretch: from when its event loop woke up until it waits
 * again. No frame of a window that lives here can be shown in between, so the longest stretch is
 * an upper bound of the longest frame.
 */
class FrameRecorder : public QObject
{
    Q_OBJECT

public:
    FrameRecorder()
    {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &FrameRecorder::begin);
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &FrameRecorder::end);
    }

    /** Milliseconds of the longest stretch since the last call. */
    double takeLongest()
    {
        return std::exchange(m_longest, 0);
    }

private:
    void begin()
    {
        if (!m_timer.isValid())
            m_timer.start();
    }
    void end()
    {
        if (!m_timer.isValid())
            return;
        m_longest = std::max(m_longest, double(m_timer.nsecsElapsed()) / 1e6);
        m_timer.invalidate();
    }

    QElapsedTimer m_timer;
    double m_longest = 0;
};
}
