// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

namespace Postwave
{
/** What the list of channels says of each: its last 30 days as they are stored. */
struct ChannelFigures {
    QList<Count> views; ///< of each day; nothing where it was never fetched
    Totals totals;
    qint64 asOf = 0; ///< of the oldest day; 0 = nothing is known

    /** Mean views of a post; nothing without posts, or where their number is unknown. */
    Count viewsPerPost() const;
    /** Whether a day or more is known. */
    bool isKnown() const
    {
        return totals.known > 0;
    }
    /** Whether every day is: sums of fewer say nothing beside those of other channels. */
    bool isWhole() const
    {
        return totals.known > 0 && totals.known == totals.of;
    }

    friend bool operator==(const ChannelFigures &a, const ChannelFigures &b)
    {
        return a.views == b.views && a.totals.counters == b.totals.counters && a.totals.known == b.totals.known
            && a.asOf == b.asOf;
    }
};

ChannelFigures channelFiguresOf(const SeriesView &view);

/** Mean views of a post; nothing without posts, or where their number is unknown. */
Count viewsPerPost(const Counters &totals);
}
