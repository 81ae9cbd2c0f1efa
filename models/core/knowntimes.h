// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timewindow.h"

namespace Postwave
{
/**
 * The years whose times are taken from outside, whoever says them: long before there was a channel, and long after
 * anybody reads this. Within them calendars have no holes (Qt has no year 0), and loops over time come to an end.
 */
inline constexpr int kFirstYear = 2000;
inline constexpr int kLastYear = 2200;
/** The same as times of UTC. */
inline constexpr TimeWindow kKnownTimes{946'684'800, 7'289'654'400};
}
