// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/sourcetime.h"

#include <optional>

namespace Postwave
{
/**
 * Decides whether to believe a source's clock. It is believed if a second witness agrees to within five minutes: this
 * computer's clock, or the source's last believed answer plus the time elapsed on a monotonic clock. A post dated after
 * this computer's time proves that clock slow, so it is a witness too.
 */
class BelievedClock
{
public:
    /** @param trusted the user vouches for the source's clock */
    explicit BelievedClock(bool trusted)
        : m_trusted(trusted)
    {
    }

    void setTrusted(bool trusted);

    /**
     * @param stated what the source's clock said, seconds since the epoch
     * @param local what this computer's clock said then
     * @param monotonicMs a monotonic clock's reading at that moment
     * @param newestPost earliest time at which the newest post in the answer can have been published
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
