// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

class QObject;

namespace Postwave
{
/** Clocks that are no further apart than this are taken to agree; seconds. */
constexpr qint64 kClockTolerance = 300;

/** What time it is. Handed in everywhere, so that tests run months in milliseconds. */
class Clock
{
public:
    virtual ~Clock() = default;
    /** Milliseconds since the epoch, UTC. May jump when the user sets the clock. */
    virtual qint64 nowMs() const = 0;
    /** Whole seconds since the epoch, UTC. */
    qint64 now() const
    {
        return nowMs() / 1000;
    }
};

/** Calls later, on the thread that asked. */
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    /** Milliseconds of a clock that never jumps; only differences mean something. */
    virtual qint64 monotonicMs() const = 0;
    /** Calls @p work after @p delay, unless @p context is gone by then. */
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) = 0;
};

/** The machine's clock. */
class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
};

/** Timers of the running event loop. */
class SystemScheduler final : public Scheduler
{
public:
    qint64 monotonicMs() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override;
};
}
