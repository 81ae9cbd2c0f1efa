// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace Postwave
{
/** When a source answered, by its clock and by ours; seconds since the epoch. */
struct SourceTime {
    enum class Trust {
        Agreed, ///< the source's clock is right, and ours is not far off
        LocalSlow, ///< the source's clock is right, ours is behind
        Disputed, ///< the two differ, and nothing tells which of them is right
    };

    qint64 stated = 0; ///< by the source's clock; may be any number where it is disputed
    qint64 local = 0; ///< by ours
    Trust trust = Trust::Agreed;
    bool isOurs = false; ///< the source told no time, so that `stated` is ours

    /** The time we can vouch for: everything before it is over. If the clocks differ, the earlier one. */
    qint64 now() const
    {
        return trust == Trust::Disputed ? std::min(stated, local) : stated;
    }
    /** The latest time it can be; anything after it is certainly in the future. */
    qint64 latest() const
    {
        return trust == Trust::Disputed ? std::max(stated, local) : stated;
    }
    /** For a source without a clock of its own, asked right now. */
    static SourceTime ours(qint64 now)
    {
        return {.stated = now, .local = now, .isOurs = true};
    }
};
}
