// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/requestpriority.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <deque>

namespace Postwave
{
/**
 * How many requests may start: at most N in any 60 seconds (retries included) and four
 * at a time. Also where the whole queue pauses when the server asks us to wait.
 */
class RequestBudget : public QObject
{
    Q_OBJECT

public:
    static constexpr int kDefaultStarts = 30;
    static constexpr qint64 kSpanMs = 60'000;
    static constexpr int kInFlight = 4;

    /** @param starts a minute; 0 = unlimited */
    RequestBudget(Scheduler &scheduler, int starts = kDefaultStarts, QObject *parent = nullptr);

    /** Finishes when the request may start. Every acquire() needs one release() after it finished. */
    QFuture<void> acquire(RequestPriority priority);
    void release();

    /** No request starts before @p delay is over. */
    void pause(std::chrono::milliseconds delay);

    /** Milliseconds until the next start would be allowed by count and pause alone; 0 = now. */
    qint64 delayMs() const;

private:
    void startWhatMay();

    Scheduler &m_scheduler;
    int m_starts;
    int m_inFlight = 0;
    qint64 m_pausedUntil = 0;
    std::deque<qint64> m_recent; ///< start times within the last span, oldest first
    std::deque<QPromise<void>> m_interactive;
    std::deque<QPromise<void>> m_bulk;
    bool m_waking = false;
};
}
