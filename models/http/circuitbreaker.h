// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace Postwave
{
/**
 * Stops asking a server that does not answer. Five failed requests in a row (connection,
 * time-outs, 502–504; a request counts once, whatever its retries) open it for 60 s; then one
 * request at a time may try, and two successes close it. 500, 4xx, 429 and bad answers
 * are answers: the server is there.
 */
class CircuitBreaker
{
public:
    enum class State { Closed, Open, HalfOpen };

    static constexpr int kFailuresToOpen = 5;
    static constexpr int kSuccessesToClose = 2;
    static constexpr qint64 kOpenMs = 60'000;

    explicit CircuitBreaker(const Scheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }

    State state() const;
    /** Whether a request may start; in the half-open state that reserves the one probe. */
    bool allow();
    /** Every request that was allowed says once how it ended. */
    void succeeded();
    void failed();
    /** Neither: it was cancelled. */
    void forget();
    /** The system says that the network is back: try now instead of after the pause. */
    void probeNow();

private:
    const Scheduler &m_scheduler;
    State m_state = State::Closed;
    int m_failures = 0;
    int m_successes = 0;
    qint64 m_openedAt = 0;
    bool m_probing = false;
};
}
