// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/viewquestion.h"

#include "core/timetext.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
Level viewLevel(const ViewQuestion &question)
{
    if (const auto *period = std::get_if<Period>(&question))
        return periodLevel(*period);
    return std::holds_alternative<DayView>(question) ? Level::Hour : Level::Minute;
}

bool isRolling(const ViewQuestion &question)
{
    return std::holds_alternative<Period>(question);
}

TimeWindow viewWindow(const ViewQuestion &question, qint64 anchor, std::optional<qint64> firstWithPosts)
{
    if (const auto *day = std::get_if<DayView>(&question))
        return {day->day, day->day + secondsOf(Level::Day)};
    if (const auto *hour = std::get_if<HourView>(&question))
        return {hour->hour, hour->hour + secondsOf(Level::Hour)};

    const Period period = std::get<Period>(question);
    const qint64 length = secondsOf(periodLevel(period));
    const qint64 until = bucketStart(periodLevel(period), anchor) + length;
    if (period == Period::All)
        return {std::min(firstWithPosts.value_or(until - length), until - length), until};
    return {until - periodBuckets(period) * length, until};
}

QString viewName(const ViewQuestion &question)
{
    if (const auto *day = std::get_if<DayView>(&question))
        return u"day "_s + isoDate(day->day);
    if (const auto *hour = std::get_if<HourView>(&question))
        return u"hour "_s + isoUtc(hour->hour).left(13);
    return periodName(std::get<Period>(question));
}
}
