// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/timetext.h"

#include <QPointer>
#include <QTest>

#include <map>
#include <utility>

namespace Postwave
{
/** Seconds of a time written as ISO text; fails the test run for text that is none. */
inline qint64 at(const char *iso)
{
    const std::optional<qint64> seconds = secondsFromIso(QString::fromLatin1(iso));
    if (!seconds)
        qFatal("no time: %s", iso);
    return *seconds;
}

/** A clock that stands still until told. */
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 now)
        : m_now(now)
    {
    }
    qint64 nowMs() const override
    {
        return m_now * 1000;
    }
    void set(qint64 now)
    {
        m_now = now;
    }

private:
    qint64 m_now;
};

/** Timers that run when the test says so, in the order of their times. */
class FakeScheduler final : public Scheduler
{
public:
    qint64 monotonicMs() const override
    {
        return m_now;
    }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override
    {
        m_timers.emplace(m_now + delay.count(), Timer{context, std::move(work)});
    }
    void advance(std::chrono::milliseconds by)
    {
        const qint64 end = m_now + by.count();
        while (!m_timers.empty() && m_timers.begin()->first <= end) {
            const auto first = m_timers.begin();
            m_now = std::max(m_now, first->first);
            const Timer timer = std::move(first->second);
            m_timers.erase(first);
            if (timer.context)
                timer.work();
        }
        m_now = end;
    }

private:
    struct Timer {
        QPointer<QObject> context;
        std::function<void()> work;
    };

    qint64 m_now = 1'000'000;
    std::multimap<qint64, Timer> m_timers;
};
}
