// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storedresolution.h"

#include <algorithm>

namespace Postwave
{
/** What is older than this has to be looked at again, however slowly it grows; seconds. */
inline constexpr qint64 kLongestFresh = secondsOf(StoredResolution::Day);

/**
 * How long, in seconds, an observation of buckets that end at @p end stays fresh: old posts
 * grow slowly. 60 s for what touches now, at most a day.
 */
constexpr qint64 freshFor(qint64 end, qint64 now)
{
    return std::clamp<qint64>((now - end) / 50, 60, kLongestFresh);
}
}
