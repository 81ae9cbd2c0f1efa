// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/requestplan.h"

#include "core/zonebuckets.h"

#include <algorithm>
#include <map>

namespace Postwave
{
namespace
{
/** The longest span whose minutes are asked at once: a week and the days at its ends, about 1.5 MB. */
constexpr qint64 kLongestSpan = 8 * secondsOf(StoredResolution::Day);

/** What is older than this has to be looked at again, however slowly it grows; seconds. */
constexpr qint64 kLongestFresh = secondsOf(StoredResolution::Day);

/** Start of the minute after the next one: asked up to there, the last second is :59 of the next. */
qint64 justAfter(qint64 now)
{
    return bucketStart(StoredResolution::Minute, now) + 2 * secondsOf(StoredResolution::Minute);
}

std::optional<DynamicsQuery> minutesOf(TimeWindow window, qint64 now)
{
    if (window.from > now)
        return std::nullopt;
    return MinuteQuery{{window.from, std::min(window.until, justAfter(now))}};
}

/** The shortest answer that holds the days from a time on. */
std::optional<DynamicsQuery> daysSince(qint64 from, qint64 now)
{
    if (from > now)
        return std::nullopt;
    for (const Period candidate : {Period::Days7, Period::Days30, Period::Days90}) {
        if (viewWindow(candidate, now).from <= from)
            return RollingQuery{candidate};
    }
    return RollingQuery{Period::All};
}

bool isHours(Period period)
{
    return periodLevel(period) == StoredResolution::Hour;
}

/** Whether the window is longer than what is asked at once, where the server's days do not serve. */
bool isLong(TimeWindow window, StoredResolution source)
{
    return source != StoredResolution::Day && window.until - window.from > kLongestSpan;
}

/** The request for a window that takes no spans. */
std::optional<DynamicsQuery> requestFor(TimeWindow window, StoredResolution source, qint64 now)
{
    return source == StoredResolution::Day ? daysSince(window.from, now) : minutesOf(window, now);
}

/** The same for a view, some of which the server answers by their own name. */
std::optional<DynamicsQuery> requestFor(const ViewQuery &question, TimeWindow window, StoredResolution source,
                                        qint64 now)
{
    const auto *period = std::get_if<Period>(&question.span);
    if (period && *period == Period::Hour1) {
        // A minute wider on both sides, because the minute may change on the way.
        const qint64 until = justAfter(now);
        return MinuteQuery{{until - 62 * secondsOf(StoredResolution::Minute), until}};
    }
    if (period && isHours(*period) && source == StoredResolution::Hour)
        return RollingQuery{*period};
    return requestFor(window, source, now);
}

TimeWindow withoutEmptyEnds(TimeWindow span, const QSet<qint64> &emptyDays)
{
    while (!span.isEmpty() && emptyDays.contains(bucketStart(StoredResolution::Day, span.from)))
        span.from = bucketStart(StoredResolution::Day, span.from) + secondsOf(StoredResolution::Day);
    while (!span.isEmpty() && emptyDays.contains(bucketStart(StoredResolution::Day, span.until - 1)))
        span.until = bucketStart(StoredResolution::Day, span.until - 1);
    return span;
}

/** Of one row: @p observedAt is 0 where nothing is known. */
bool isRowStale(const Row &row, qint64 end, qint64 observedAt, qint64 now)
{
    if (row.state == BucketState::Unknown || (row.state == BucketState::Partial && end <= now))
        return true;
    return observedAt != 0 && now - observedAt > freshFor(std::min(end, now), now);
}
}

StoredResolution sourceLevel(const ViewQuery &question, TimeWindow window)
{
    return ZoneBuckets::sourceLevel(viewStep(question), window, question.zone);
}

RequestPlan planFor(const ViewQuery &question, const std::optional<Comparison> &comparison, qint64 serverNow,
                    qint64 firstWithPosts)
{
    const TimeWindow window = viewWindow(question, serverNow, firstWithPosts);
    const StoredResolution source = sourceLevel(question, window);
    const std::optional<Counterpart> counterpart =
        comparison ? Counterpart::of(question, window, *comparison) : std::nullopt;
    const TimeWindow before = counterpart ? counterpart->of(window) : window;
    const StoredResolution sourceBefore = sourceLevel(question, before);

    // Where all of the time begins is not known before the days are, so that it is never asked at once.
    const bool isAll = question.span == ViewQuery::Span(Period::All) && source != StoredResolution::Day;
    const bool takesSpans = isAll || isLong(window, source) || isLong(before, sourceBefore);
    RequestPlan plan;
    if (takesSpans || (source == StoredResolution::Day && sourceBefore == StoredResolution::Day)) {
        plan.first = daysSince(std::min(window.from, before.from), serverNow);
        if (source != StoredResolution::Day)
            plan.spanned.append(window);
        if (counterpart && sourceBefore != StoredResolution::Day)
            plan.spanned.append(before);
        return plan;
    }
    plan.first = requestFor(question, window, source, serverNow);
    if (counterpart)
        plan.last = requestFor(before, sourceBefore, serverNow);
    return plan;
}

QList<TimeWindow> spansOf(const QList<TimeWindow> &windows, const QSet<qint64> &emptyDays, qint64 serverNow)
{
    std::map<qint64, TimeWindow> spans; // by the cut at their end
    for (const TimeWindow &window : windows) {
        const qint64 end = std::min(window.until, justAfter(serverNow));
        for (qint64 from = window.from; from < end;) {
            const qint64 cut = from - from % kLongestSpan + kLongestSpan;
            const TimeWindow part = withoutEmptyEnds({from, std::min(cut, end)}, emptyDays);
            from = cut;
            if (part.isEmpty())
                continue;
            TimeWindow &span = spans.try_emplace(cut, part).first->second;
            span = {std::min(span.from, part.from), std::max(span.until, part.until)};
        }
    }
    QList<TimeWindow> inOrder;
    for (const auto &[cut, span] : spans)
        inOrder.append(span);
    return inOrder;
}

std::optional<int> requestCount(const ViewQuery &question, const std::optional<Comparison> &comparison,
                                qint64 serverNow)
{
    const RequestPlan plan = planFor(question, comparison, serverNow);
    if (!plan.spanned.isEmpty())
        return std::nullopt;
    return int(plan.first.has_value()) + int(plan.last.has_value());
}

std::optional<DynamicsQuery> fallbackFor(const ViewQuery &question)
{
    const auto *day = std::get_if<DayView>(&question.span);
    if (day && isUtc(question.zone))
        return DayQuery{day->day};
    return std::nullopt;
}

qint64 freshFor(qint64 end, qint64 now)
{
    constexpr qint64 least = 60;
    return std::clamp((now - end) / 50, least, kLongestFresh);
}

bool isStale(const SeriesView &view, qint64 now)
{
    if (view.beginUnknown)
        return true;
    const std::optional<ComparisonRows> &compared = view.compared;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        if (isRowStale(view.rows[i], view.endOf(i), view.observed[i], now)
            || (compared && isRowStale(compared->rows[i], compared->ends[i], compared->observed[i], now)))
            return true;
    }
    return false;
}

qint64 freshAge(const SeriesView &view, qint64 now)
{
    qint64 left = kLongestFresh;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        if (view.observed[i] != 0)
            left = std::min(left, freshFor(std::min(view.endOf(i), now), now) - (now - view.observed[i]));
    }
    return now - view.asOf + left;
}
}
