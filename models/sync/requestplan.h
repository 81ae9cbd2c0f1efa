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
/** No channel has a post that is older: 14 August 2013, seconds. */
inline constexpr qint64 kBeforeTelegram = 1'376'438'400;

/** The fewest requests for a view and for what it is compared with. */
struct RequestPlan {
    std::optional<DynamicsQuery> first = {}; ///< nothing for what lies wholly in the future
    QList<TimeWindow> spanned =
        {}; ///< asked for in spans, of whose days the first tells which have posts; see spansOf()
    std::optional<DynamicsQuery> last = {}; ///< for what the view is compared with, unless the first holds that, too
};

/**
 * Plans the cheapest requests, given the server's clock.
 *
 * A day is one request for all of its minutes, so that hours and minutes come together and
 * agree. What touches now ends at the second :59 of the next minute: the server caches
 * drills by their text, and so the text changes each minute.
 * @param firstWithPosts as viewWindow() takes it
 */
RequestPlan planFor(const ViewQuery &question, const std::optional<Comparison> &comparison, qint64 serverNow,
                    qint64 firstWithPosts = kBeforeTelegram);

/** The stored buckets that add up to those of a window of the view, or of its counterparts. */
StoredResolution sourceLevel(const ViewQuery &question, TimeWindow window);

/**
 * Cuts long windows into spans, each for one request of all its minutes. The cuts stay where they are when the windows
 * move on, so that what was asked serves again; what two windows have between the same cuts is one span.
 * @param emptyDays starts of days that are known to have no posts: no window's part begins or ends with one
 * @return in time order
 */
QList<TimeWindow> spansOf(const QList<TimeWindow> &windows, const QSet<qint64> &emptyDays, qint64 serverNow);

/**
 * How many requests a view takes, with what it is compared with. Nothing where it takes spans: how many follows from
 * what is stored.
 */
std::optional<int> requestCount(const ViewQuery &question, const std::optional<Comparison> &comparison,
                                qint64 serverNow);

/** The request to make when @p query failed at the server: the date pair for a whole day. */
std::optional<DynamicsQuery> fallbackFor(const ViewQuery &question);

/** How old the date pair's answer for a running day may be, because its text is always the same; seconds. */
inline constexpr qint64 kDatePairCacheAge = 300;

/**
 * How long, in seconds, an observation of buckets that end at @p end stays fresh: old posts
 * grow slowly. 60 s for what touches now, at most a day.
 */
qint64 freshFor(qint64 end, qint64 now);

/** Whether part of the view, or of what it is compared with, is unknown, over but partial, or was seen too long ago. */
bool isStale(const SeriesView &view, qint64 now);

/** Age of the view's oldest observation, in seconds, from which on some bucket of the view is stale. */
qint64 freshAge(const SeriesView &view, qint64 now);
}
