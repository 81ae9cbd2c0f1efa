// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/sourcetime.h"

#include <optional>

namespace Postwave
{
/**
 * Decides whether a source's clock may be believed. It may with a second witness within five minutes: the clock of this
 * computer, or the source's own last believed answer and the time since then by a clock that nobody sets. A post that
 * is dated after this computer's now proves that one slow, and is a witness as well.
 */
class BelievedClock
{
public:
    /** How far the witnesses may be apart, seconds. */
    static constexpr qint64 kTolerance = 300;

    /** @param trusted the user says that the source's clock is right, whatever the others say */
    explicit BelievedClock(bool trusted)
        : m_trusted(trusted)
    {
    }

    /**
     * @param stated what the source's clock said, seconds since the epoch
     * @param local what this computer's clock said then
     * @param monotonicMs what a clock that never jumps said then
     * @param newestPost when a post that the answer tells of was published, at the earliest
     */
    SourceTime weigh(qint64 stated, qint64 local, qint64 monotonicMs, std::optional<qint64> newestPost);

private:
    struct Witness {
        qint64 stated = 0;
        qint64 monotonicMs = 0;
    };

    bool m_trusted;
    std::optional<Witness> m_last;
};
}
