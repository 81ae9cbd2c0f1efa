// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/circuitbreaker.h"

namespace Postwave
{
CircuitBreaker::State CircuitBreaker::state() const
{
    if (m_state == State::Open && m_scheduler.monotonicMs() - m_openedAt >= kOpenMs)
        return State::HalfOpen;
    return m_state;
}

bool CircuitBreaker::allow()
{
    const State now = state();
    if (now == State::Closed)
        return true;
    if (now == State::Open || m_probing)
        return false;
    if (m_state == State::Open)
        m_successes = 0;
    m_state = State::HalfOpen;
    m_probing = true;
    return true;
}

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_probing = false;
    if (m_state == State::HalfOpen && ++m_successes >= kSuccessesToClose)
        m_state = State::Closed;
}

void CircuitBreaker::failed()
{
    ++m_failures;
    m_probing = false;
    if (m_state == State::HalfOpen || m_failures >= kFailuresToOpen) {
        m_state = State::Open;
        m_openedAt = m_scheduler.monotonicMs();
    }
}

void CircuitBreaker::forget()
{
    m_probing = false;
}

void CircuitBreaker::probeNow()
{
    if (m_state == State::Open)
        m_openedAt = m_scheduler.monotonicMs() - kOpenMs;
}
}
