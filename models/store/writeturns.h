// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>

namespace Postwave
{
/**
 * Lets one thread of this program write at a time. SQLite's own lock is asked for again and
 * again until a time limit: who writes in many small steps would hardly ever let another one
 * in, and behind one long step the other would give up.
 */
class WriteTurns
{
public:
    /** Held while writing. */
    class [[nodiscard]] Turn
    {
    public:
        ~Turn();
        Q_DISABLE_COPY_MOVE(Turn)

    private:
        friend class WriteTurns;
        explicit Turn(WriteTurns &turns)
            : m_turns(turns)
        {
        }

        WriteTurns &m_turns;
    };

    /** For what was just observed. */
    Turn take();
    /** For what can wait: comes only when nobody waits in take(). */
    Turn takeLast();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isTaken = false;
    int m_waiting = 0; ///< in take()
};
}
