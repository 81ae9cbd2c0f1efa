// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/namedrange.h"

#include "core/zonebuckets.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr int kMonthsOfQuarter = 3;

/** A week, month or quarter: the first date of it, and of the one after. */
struct Dates {
    QDate first;
    QDate next;
};

Dates weekOf(QDate date, int weeks)
{
    const QDate monday = date.addDays(1 - date.dayOfWeek() + 7 * weeks);
    return {monday, monday.addDays(7)};
}

Dates monthsOf(QDate date, int length, int steps)
{
    const int month = (date.month() - 1) / length * length + 1;
    const QDate first = QDate(date.year(), month, 1).addMonths(length * steps);
    return {first, first.addMonths(length)};
}

Dates datesOf(NamedRange range, QDate today)
{
    switch (range) {
    case NamedRange::Today:
        return {today, today.addDays(1)};
    case NamedRange::Yesterday:
        return {today.addDays(-1), today};
    case NamedRange::ThisWeek:
        return weekOf(today, 0);
    case NamedRange::LastWeek:
        return weekOf(today, -1);
    case NamedRange::ThisMonth:
        return monthsOf(today, 1, 0);
    case NamedRange::LastMonth:
        return monthsOf(today, 1, -1);
    case NamedRange::ThisQuarter:
        return monthsOf(today, kMonthsOfQuarter, 0);
    case NamedRange::LastQuarter:
        break;
    }
    return monthsOf(today, kMonthsOfQuarter, -1);
}
}

QString namedRangeName(NamedRange range)
{
    switch (range) {
    case NamedRange::Today:
        return u"today"_s;
    case NamedRange::Yesterday:
        return u"yesterday"_s;
    case NamedRange::ThisWeek:
        return u"this week"_s;
    case NamedRange::LastWeek:
        return u"last week"_s;
    case NamedRange::ThisMonth:
        return u"this month"_s;
    case NamedRange::LastMonth:
        return u"last month"_s;
    case NamedRange::ThisQuarter:
        return u"this quarter"_s;
    case NamedRange::LastQuarter:
        break;
    }
    return u"last quarter"_s;
}

std::optional<NamedRange> namedRangeFromName(const QString &name)
{
    for (const NamedRange range : kNamedRanges) {
        if (namedRangeName(range) == name)
            return range;
    }
    return std::nullopt;
}

ViewQuery questionOf(NamedRange range, qint64 now, const QTimeZone &zone)
{
    const Dates dates = datesOf(range, dateAt(now, zone));
    const bool isDay = range == NamedRange::Today || range == NamedRange::Yesterday;
    return rangeQuestion(dates.first, dates.next.addDays(-1), isDay ? ViewStep::Hour : ViewStep::Day, zone);
}

ViewQuery rangeQuestion(QDate first, QDate last, ViewStep step, const QTimeZone &zone)
{
    const qint64 from = ZoneBuckets::around(step, startOfDate(first, zone), zone).from;
    const qint64 until = ZoneBuckets::around(step, startOfDate(last.addDays(1), zone) - 1, zone).until;
    return {RangeView{from, until, step}, zone};
}
}
