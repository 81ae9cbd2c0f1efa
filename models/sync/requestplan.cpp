// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/requestplan.h"

#include "core/zonebuckets.h"

#include <algorithm>

namespace Postwave
{
namespace
{
/** The longest span whose minutes are asked at once: a week and the days at its ends, about 1.5 MB. */
constexpr qint64 kLongestSpan = 8 * secondsOf(Level::Day);

/** What is older than this has to be looked at again, however slowly it grows; seconds. */
constexpr qint64 kLongestFresh = secondsOf(Level::Day);

/** Start of the minute after the next one: asked up to there, the last second is :59 of the next. */
qint64 justAfter(qint64 now)
{
    return bucketStart(Level::Minute, now) + 2 * secondsOf(Level::Minute);
}

std::optional<DynamicsQuery> minutesOf(qint64 from, qint64 length, qint64 now)
{
    if (from > now)
        return std::nullopt;
    return MinuteQuery{{from, std::min(from + length, justAfter(now))}};
}

bool isHours(Period period)
{
    return periodLevel(period) == Level::Hour;
}
}

Level sourceLevel(const ViewQuestion &question, TimeWindow window)
{
    return ZoneBuckets::sourceLevel(viewStep(question), window, question.zone);
}

bool isLong(TimeWindow window, Level source)
{
    return source != Level::Day && window.until - window.from > kLongestSpan;
}

Period periodSince(qint64 from, qint64 serverNow)
{
    for (const Period candidate : {Period::Days7, Period::Days30, Period::Days90}) {
        if (viewWindow(candidate, serverNow).from <= from)
            return candidate;
    }
    return Period::All;
}

std::optional<DynamicsQuery> requestFor(const ViewQuestion &question, qint64 serverNow)
{
    const TimeWindow window = viewWindow(question, serverNow);
    const Level source = sourceLevel(question, window);
    const auto *period = std::get_if<Period>(&question.span);
    if (period && *period == Period::All)
        return RollingQuery{*period};
    if (period && *period == Period::Hour1) {
        // A minute wider on both sides, because the minute may change on the way.
        const qint64 until = justAfter(serverNow);
        return MinuteQuery{{until - 62 * secondsOf(Level::Minute), until}};
    }
    if (period && isHours(*period) && source == Level::Hour)
        return RollingQuery{*period};
    if (source == Level::Day || isLong(window, source)) {
        if (window.from > serverNow)
            return std::nullopt;
        return RollingQuery{period && isUtc(question.zone) ? *period : periodSince(window.from, serverNow)};
    }
    return requestFor(window, serverNow);
}

std::optional<DynamicsQuery> requestFor(TimeWindow window, qint64 serverNow)
{
    return minutesOf(window.from, window.until - window.from, serverNow);
}

QList<TimeWindow> spansOf(TimeWindow window, const QSet<qint64> &emptyDays, qint64 serverNow)
{
    QList<TimeWindow> spans;
    const qint64 end = std::min(window.until, justAfter(serverNow));
    for (qint64 from = window.from; from < end;) {
        const qint64 cut = from - from % kLongestSpan + kLongestSpan;
        TimeWindow span{from, std::min(cut, end)};
        from = cut;
        while (!span.isEmpty() && emptyDays.contains(bucketStart(Level::Day, span.from)))
            span.from = bucketStart(Level::Day, span.from) + secondsOf(Level::Day);
        while (!span.isEmpty() && emptyDays.contains(bucketStart(Level::Day, span.until - 1)))
            span.until = bucketStart(Level::Day, span.until - 1);
        if (!span.isEmpty())
            spans.append(span);
    }
    return spans;
}

std::optional<Period> periodForBoth(const ViewQuestion &question, const Comparison &comparison, qint64 serverNow)
{
    const TimeWindow window = viewWindow(question, serverNow);
    const std::optional<Counterpart> counterpart = Counterpart::of(question, window, comparison);
    const TimeWindow before = counterpart ? counterpart->of(window) : window;
    if (sourceLevel(question, window) != Level::Day || sourceLevel(question, before) != Level::Day)
        return std::nullopt;
    return periodSince(std::min(window.from, before.from), serverNow);
}

int requestCount(const ViewQuestion &question, const std::optional<Comparison> &comparison, qint64 serverNow,
                 std::optional<qint64> firstWithPosts)
{
    const auto countOf = [&](TimeWindow window) {
        if (!isLong(window, sourceLevel(question, window)))
            return 1;
        return 1 + int(spansOf(window, {}, serverNow).size());
    };
    const TimeWindow window = viewWindow(question, serverNow, firstWithPosts);
    if (!comparison || periodForBoth(question, *comparison, serverNow))
        return countOf(window);
    const std::optional<Counterpart> counterpart = Counterpart::of(question, window, *comparison);
    return countOf(window) + (counterpart ? countOf(counterpart->of(window)) : 0);
}

std::optional<DynamicsQuery> fallbackFor(const ViewQuestion &question)
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
