// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/source.h"

namespace Postwave
{
/** How old the date pair's answer for a running day may be, because its text is always the same; seconds. */
inline constexpr qint64 kDatePairCacheAge = 300;

/** In which ways a server may be asked. */
enum class DynamicsForms {
    All,
    TimePairs,
};

/**
 * The cheapest requests for post dynamics, see Source::plan().
 *
 * A day is one request for all of its minutes, so that hours and minutes come together and agree. What touches now
 * ends at the second :59 of the next minute: the server caches drills by their text, and so the text changes each
 * minute. Where a long window is needed finer than in the server's days, the days are asked for first; then
 * come spans of about a week for all of their minutes, but none that has no posts. The cuts between spans stay where
 * they are when the windows move on, so that what was asked serves again; what two windows have between the
 * same cuts is one span.
 *
 * A server that is off UTC is asked for minutes alone, by time pairs of 90 days at most: nothing else says what it
 * means.
 */
SourcePlan dynamicsPlan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now,
                        DynamicsForms forms = DynamicsForms::All);
}
