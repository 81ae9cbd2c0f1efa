// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/requestplan.h"

#include <algorithm>

namespace Postwave
{
namespace
{
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
}

std::optional<DynamicsQuery> requestFor(const ViewQuestion &question, qint64 serverNow)
{
    if (const auto *day = std::get_if<DayView>(&question))
        return minutesOf(day->day, secondsOf(Level::Day), serverNow);
    if (const auto *hour = std::get_if<HourView>(&question))
        return minutesOf(hour->hour, secondsOf(Level::Hour), serverNow);
    const Period period = std::get<Period>(question);
    if (period != Period::Hour1)
        return RollingQuery{period};
    // A minute wider on both sides, because the minute may change on the way.
    const qint64 until = justAfter(serverNow);
    return MinuteQuery{{until - 62 * secondsOf(Level::Minute), until}};
}

std::optional<DynamicsQuery> requestFor(TimeWindow window, qint64 serverNow)
{
    return minutesOf(window.from, window.until - window.from, serverNow);
}

std::optional<Period> periodForBoth(const ViewQuestion &question, const Comparison &comparison, qint64 serverNow)
{
    const auto *period = std::get_if<Period>(&question);
    if (!period || periodLevel(*period) != Level::Day)
        return std::nullopt;
    const TimeWindow window = viewWindow(question, serverNow);
    const std::optional<Counterpart> counterpart = Counterpart::of(question, window, comparison);
    const qint64 from = counterpart ? std::min(window.from, counterpart->of(window, Level::Day).from) : window.from;
    for (const Period candidate : {Period::Days7, Period::Days30, Period::Days90}) {
        if (viewWindow(candidate, serverNow).from <= from)
            return candidate;
    }
    return Period::All;
}

int requestCount(const ViewQuestion &question, const std::optional<Comparison> &comparison, qint64 serverNow)
{
    return comparison && !periodForBoth(question, *comparison, serverNow) ? 2 : 1;
}

std::optional<DynamicsQuery> fallbackFor(const ViewQuestion &question)
{
    if (const auto *day = std::get_if<DayView>(&question))
        return DayQuery{day->day};
    return std::nullopt;
}

qint64 freshFor(qint64 end, qint64 now)
{
    constexpr qint64 least = 60;
    constexpr qint64 most = secondsOf(Level::Day);
    return std::clamp((now - end) / 50, least, most);
}
}
