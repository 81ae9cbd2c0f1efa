// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/viewneed.h"

#include "core/zonebuckets.h"

namespace Postwave
{
StoredResolution sourceLevel(const ViewQuery &question, TimeWindow window)
{
    return ZoneBuckets::sourceLevel(viewStep(question), window, question.zone);
}

SourceNeed needOf(ChannelId channel, const ViewQuery &question, const std::optional<Comparison> &comparison, qint64 now,
                  qint64 firstWithPosts)
{
    SourceNeed need{.channel = channel};
    const auto *period = std::get_if<Period>(&question.span);
    // A period's answer holds no finer rows.
    if (period && viewStep(question) >= viewStep(*period))
        need.period = *period;
    const TimeWindow window = viewWindow(question, now, firstWithPosts);
    need.buckets.append({window, sourceLevel(question, window)});
    const std::optional<Counterpart> counterpart =
        comparison ? Counterpart::of(question, window, *comparison) : std::nullopt;
    if (counterpart) {
        const TimeWindow before = counterpart->of(window);
        need.buckets.append({before, sourceLevel(question, before)});
    }
    return need;
}
}
