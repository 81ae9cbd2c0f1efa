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

    /** What can be vouched for: everything up to here is over. Of two clocks that differ it is the earlier one. */
    qint64 now() const
    {
        return trust == Trust::Disputed ? std::min(stated, local) : stated;
    }
    /** Nothing up to here is the future for sure. */
    qint64 latest() const
    {
        return trust == Trust::Disputed ? std::max(stated, local) : stated;
    }
    /** A source that is asked at this very moment, and has no other clock than ours. */
    static SourceTime ours(qint64 now)
    {
        return {.stated = now, .local = now};
    }
};
}
