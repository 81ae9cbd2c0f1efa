// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/observation.h"
#include "series/comparison.h"
#include "series/viewquestion.h"

#include <optional>

namespace Postwave
{
/**
 * The cheapest request that answers a view, given the server's clock.
 *
 * A day is one request for all of its minutes, so that hours and minutes come together and
 * agree. What touches now ends at the second :59 of the next minute: the server caches
 * drills by their text, and so the text changes each minute.
 * @return nothing for a window that lies wholly in the future
 */
std::optional<DynamicsQuery> requestFor(const ViewQuestion &question, qint64 serverNow);

/** The request for all minutes of a window; nothing for one that lies wholly in the future. */
std::optional<DynamicsQuery> requestFor(TimeWindow window, qint64 serverNow);

/**
 * The period whose one answer holds the days of a view and of what they are compared with; nothing for views
 * below days, whose counterpart takes a request of its own.
 */
std::optional<Period> periodForBoth(const ViewQuestion &question, const Comparison &comparison, qint64 serverNow);

/** How many requests fetch a view, with what it is compared with. */
int requestCount(const ViewQuestion &question, const std::optional<Comparison> &comparison, qint64 serverNow);

/** The request to make when @p query failed at the server: the date pair for a whole day. */
std::optional<DynamicsQuery> fallbackFor(const ViewQuestion &question);

/** How old the date pair's answer for a running day may be, because its text is always the same; seconds. */
inline constexpr qint64 kDatePairCacheAge = 300;

/**
 * How long, in seconds, an observation of buckets that end at @p end stays fresh: old posts
 * grow slowly. 60 s for what touches now, at most a day.
 */
qint64 freshFor(qint64 end, qint64 now);
}
