// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writeturns.h"

namespace Postwave
{
WriteTurns::Turn::~Turn()
{
    {
        const std::lock_guard lock(m_turns.m_mutex);
        m_turns.m_isTaken = false;
    }
    m_turns.m_changed.notify_all();
}

WriteTurns::Turn WriteTurns::take()
{
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    m_changed.wait(lock, [this] {
        return !m_isTaken;
    });
    --m_waiting;
    m_isTaken = true;
    return Turn(*this);
}

WriteTurns::Turn WriteTurns::takeLast()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] {
        return !m_isTaken && m_waiting == 0;
    });
    m_isTaken = true;
    return Turn(*this);
}
}
