// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timetext.h"
#include "sources/analyticbot/dynamicsrequest.h"

namespace Postwave
{
/** A question to the server in a few words, for tables of tests. */
inline QByteArray textOf(const DynamicsQuery &query)
{
    if (const auto *rolling = std::get_if<RollingQuery>(&query))
        return periodName(rolling->period).toLatin1();
    if (const auto *day = std::get_if<DayQuery>(&query))
        return "hours of " + isoDate(day->day).toLatin1();
    const TimeWindow window = std::get<MinuteQuery>(query).window;
    return isoUtc(window.from).toLatin1() + ' ' + isoUtc(window.until).toLatin1();
}
}
