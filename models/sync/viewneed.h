// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/comparison.h"
#include "sources/source.h"

namespace Postwave
{
/** No channel has a post that is older: 14 August 2013, seconds. */
inline constexpr qint64 kBeforeTelegram = 1'376'438'400;

/** The stored buckets that add up to those of a window of the view, or of its counterparts. */
StoredResolution sourceLevel(const ViewQuery &question, TimeWindow window);

/**
 * What a source has to tell for a view, and for what it is compared with.
 * @param firstWithPosts as viewWindow() takes it
 */
SourceNeed needOf(ChannelId channel, const ViewQuery &question, const std::optional<Comparison> &comparison, qint64 now,
                  qint64 firstWithPosts = kBeforeTelegram);
}
