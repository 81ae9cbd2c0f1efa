// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/channelfigures.h"

namespace Postwave
{
Count viewsPerPost(const Counters &totals)
{
    const Count views = totals[Metric::Views];
    const Count posts = totals[Metric::PostCount];
    if (!views || !posts || *posts == 0)
        return std::nullopt;
    return (*views + *posts / 2) / *posts;
}

Count ChannelFigures::viewsPerPost() const
{
    return Postwave::viewsPerPost(totals.counters);
}

ChannelFigures channelFiguresOf(const SeriesView &view)
{
    ChannelFigures figures;
    for (const Row &row : view.rows)
        figures.views.append(row.counters[Metric::Views]);
    figures.totals = totalsOf(view.rows);
    figures.asOf = view.asOf;
    return figures;
}
}
