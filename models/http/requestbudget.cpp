// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestbudget.h"

#include <algorithm>

namespace Postwave
{
RequestBudget::RequestBudget(Scheduler &scheduler, int starts, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_starts(starts)
{
}

QFuture<void> RequestBudget::acquire(RequestPriority priority)
{
    QPromise<void> promise;
    promise.start();
    QFuture<void> future = promise.future();
    (priority == RequestPriority::Interactive ? m_interactive : m_bulk).push_back(std::move(promise));
    startWhatMay();
    return future;
}

void RequestBudget::release()
{
    --m_inFlight;
    startWhatMay();
}

void RequestBudget::pause(std::chrono::milliseconds delay)
{
    m_pausedUntil = std::max(m_pausedUntil, m_scheduler.monotonicMs() + delay.count());
}

qint64 RequestBudget::delayMs() const
{
    const qint64 now = m_scheduler.monotonicMs();
    qint64 earliest = m_pausedUntil;
    if (m_starts > 0 && m_recent.size() >= size_t(m_starts))
        earliest = std::max(earliest, m_recent[m_recent.size() - size_t(m_starts)] + kSpanMs);
    return std::max<qint64>(0, earliest - now);
}

void RequestBudget::startWhatMay()
{
    while (m_inFlight < kInFlight && !(m_interactive.empty() && m_bulk.empty())) {
        if (const qint64 delay = delayMs(); delay > 0) {
            if (!m_waking) {
                m_waking = true;
                m_scheduler.after(std::chrono::milliseconds(delay), this, [this] {
                    m_waking = false;
                    startWhatMay();
                });
            }
            return;
        }
        auto &queue = m_interactive.empty() ? m_bulk : m_interactive;
        QPromise<void> next = std::move(queue.front());
        queue.pop_front();
        ++m_inFlight;
        const qint64 now = m_scheduler.monotonicMs();
        while (!m_recent.empty() && m_recent.front() <= now - kSpanMs)
            m_recent.pop_front();
        m_recent.push_back(now);
        next.finish();
    }
}
}
