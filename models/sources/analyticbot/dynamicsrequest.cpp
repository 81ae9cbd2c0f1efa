// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/dynamicsrequest.h"

#include "core/timetext.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
StoredResolution answerLevel(const DynamicsQuery &query)
{
    if (const auto *rolling = std::get_if<RollingQuery>(&query))
        return rolling->period == Period::Hour1 ? StoredResolution::Hour : periodLevel(rolling->period);
    return std::holds_alternative<DayQuery>(query) ? StoredResolution::Hour : StoredResolution::Minute;
}

QUrlQuery dynamicsUrlQuery(const DynamicsQuery &query)
{
    QUrlQuery result;
    if (const auto *rolling = std::get_if<RollingQuery>(&query)) {
        result.addQueryItem(u"period"_s, periodName(rolling->period));
        return result;
    }
    // The server checks the period even where dates rule.
    result.addQueryItem(u"period"_s, periodName(Period::Hours24));
    if (const auto *day = std::get_if<DayQuery>(&query)) {
        result.addQueryItem(u"start_date"_s, isoDate(day->day));
        result.addQueryItem(u"end_date"_s, isoDate(day->day));
        return result;
    }
    const TimeWindow window = std::get<MinuteQuery>(query).window;
    result.addQueryItem(u"start_time"_s, isoUtc(window.from));
    // The end is included, and the second :59 belongs to the last minute.
    result.addQueryItem(u"end_time"_s, isoUtc(window.until - 1));
    return result;
}

bool DynamicsRequest::holds(const SourceRequest &other) const
{
    const auto *wanted = dynamic_cast<const DynamicsRequest *>(&other);
    if (!wanted || wanted->channel != channel)
        return false;
    const auto *longer = std::get_if<RollingQuery>(&query);
    const auto *shorter = std::get_if<RollingQuery>(&wanted->query);
    if (longer && shorter && answerLevel(query) == answerLevel(wanted->query))
        return longer->period >= shorter->period;
    return query == wanted->query;
}
}
