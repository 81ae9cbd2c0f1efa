// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/observation.h"
#include "series/comparison.h"
#include "series/seriesview.h"

#include <QSet>

#include <optional>

namespace Postwave
{
/**
 * The cheapest request that answers a view, given the server's clock.
 *
 * A day is one request for all of its minutes, so that hours and minutes come together and
 * agree. What touches now ends at the second :59 of the next minute: the server caches
 * drills by their text, and so the text changes each minute.
 * Of a view that takes several requests it is the one that tells which of its days have posts.
 * @return nothing for a window that lies wholly in the future
 */
std::optional<DynamicsQuery> requestFor(const ViewQuestion &question, qint64 serverNow);

/** The request for all minutes of a window; nothing for one that lies wholly in the future. */
std::optional<DynamicsQuery> requestFor(TimeWindow window, qint64 serverNow);

/** The stored buckets that add up to those of a window of the view, or of its counterparts. */
Level sourceLevel(const ViewQuestion &question, TimeWindow window);

/** Whether the window is longer than what is asked at once, where the server's days do not serve. */
bool isLong(TimeWindow window, Level source);

/** The shortest period whose answer holds the days from @p from on. */
Period periodSince(qint64 from, qint64 serverNow);

/**
 * Cuts a long window into spans, each for one request of all its minutes. The cuts stay where they are when the
 * window moves on, so that what was asked serves again.
 * @param emptyDays starts of days that are known to have no posts: the spans neither begin nor end with one
 */
QList<TimeWindow> spansOf(TimeWindow window, const QSet<qint64> &emptyDays, qint64 serverNow);

/**
 * The period whose one answer holds the days of a view and of what they are compared with; nothing where either
 * needs more than the server's days.
 */
std::optional<Period> periodForBoth(const ViewQuestion &question, const Comparison &comparison, qint64 serverNow);

/**
 * How many requests fetch a view, with what it is compared with; at most, for days without posts are not asked for.
 * @param firstWithPosts as viewWindow() takes it
 */
int requestCount(const ViewQuestion &question, const std::optional<Comparison> &comparison, qint64 serverNow,
                 std::optional<qint64> firstWithPosts = {});

/** The request to make when @p query failed at the server: the date pair for a whole day. */
std::optional<DynamicsQuery> fallbackFor(const ViewQuestion &question);

/** How old the date pair's answer for a running day may be, because its text is always the same; seconds. */
inline constexpr qint64 kDatePairCacheAge = 300;

/**
 * How long, in seconds, an observation of buckets that end at @p end stays fresh: old posts
 * grow slowly. 60 s for what touches now, at most a day.
 */
qint64 freshFor(qint64 end, qint64 now);

/** Age of the view's oldest observation, in seconds, from which on some bucket of the view is stale. */
qint64 freshAge(const SeriesView &view, qint64 now);
}
