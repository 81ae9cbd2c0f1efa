// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/comparison.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kDay = secondsOf(StoredResolution::Day);
constexpr int kDaysOfWeek = 7;
constexpr int kDaysOfYearOfWeeks = 364;
constexpr int kMonthsOfYear = 12;

/** Seconds between what the clocks show at two times. */
qint64 clockSeconds(qint64 from, qint64 until, const QTimeZone &zone)
{
    const auto shown = [&zone](qint64 time) {
        return time + zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(time, Qt::UTC));
    };
    return shown(until) - shown(from);
}

qint64 wholeWeeks(qint64 seconds)
{
    constexpr qint64 week = kDaysOfWeek * kDay;
    return (seconds + week - 1) / week * kDaysOfWeek;
}

/** Of the view's own period as the clocks count it: days that lost or gained an hour are days all the same. */
qint64 lengthOf(const ViewQuery &question, TimeWindow window)
{
    if (const auto *period = std::get_if<Period>(&question.span); period && !question.step)
        return periodBuckets(*period) * secondsOf(periodLevel(*period));
    if (std::holds_alternative<DayView>(question.span))
        return kDay;
    if (std::holds_alternative<HourView>(question.span))
        return secondsOf(StoredResolution::Hour);
    return clockSeconds(window.from, window.until, question.zone);
}

int monthsBetween(QDate from, QDate until)
{
    return (until.year() - from.year()) * kMonthsOfYear + until.month() - from.month();
}

/** How many calendar months a view by months or a chosen range is, where it is whole ones; 0 for any other view. */
int calendarMonths(const ViewQuery &question, TimeWindow window)
{
    const ViewStep step = viewStep(question);
    const bool isChosen = std::holds_alternative<RangeView>(question.span) && step != ViewStep::Week;
    return step == ViewStep::Month || isChosen ? ZoneBuckets::wholeMonths(window, question.zone) : 0;
}
}

Counterpart::Counterpart(const ViewQuery &question, Distance distance, std::optional<Alignment> alignment)
    : m_step(viewStep(question))
    , m_zone(question.zone)
    , m_distance(distance)
    , m_alignment(alignment)
{
}

std::optional<Counterpart> Counterpart::of(const ViewQuery &question, TimeWindow window, const Comparison &comparison)
{
    if (question.span == ViewQuery::Span(Period::All))
        return std::nullopt;
    const QTimeZone &zone = question.zone;
    const ViewStep step = viewStep(question);
    const QDate first = dateAt(window.from, zone);
    const bool byDate = comparison.alignment == Alignment::Date;
    if (const auto *chosen = std::get_if<BaselineStart>(&comparison.baseline)) {
        if (step == ViewStep::Month)
            return Counterpart(question, {.months = monthsBetween(dateAt(chosen->start, zone), first)});
        const QDate date = dateAt(chosen->start, zone);
        if (date.day() == 1 && chosen->start == startOfDate(date, zone) && calendarMonths(question, window) == 1)
            return Counterpart(question, {.months = monthsBetween(date, first), .sameDate = true}); // month by month
        if (step >= ViewStep::Day)
            return Counterpart(question, {.days = date.daysTo(first)});
        const qint64 seconds = clockSeconds(chosen->start, window.from, zone);
        return Counterpart(question, {.days = seconds / kDay, .seconds = seconds % kDay});
    }
    const auto unlessMonths = step == ViewStep::Month ? std::nullopt : std::optional(comparison.alignment);
    if (std::holds_alternative<PreviousYear>(comparison.baseline))
        return byDate || step == ViewStep::Month ? Counterpart(question, {.months = kMonthsOfYear}, unlessMonths)
                                                 : Counterpart(question, {.days = kDaysOfYearOfWeeks}, unlessMonths);
    if (const int months = calendarMonths(question, window); months > 0)
        return Counterpart(question, {.months = months, .sameDate = step != ViewStep::Month});
    const qint64 length = lengthOf(question, window);
    return byDate ? Counterpart(question, {.days = length / kDay, .seconds = length % kDay}, unlessMonths)
                  : Counterpart(question, {.days = wholeWeeks(length)}, unlessMonths);
}

qint64 Counterpart::momentOf(qint64 time) const
{
    return m_distance.months != 0 ? sameClockMonths(time, -m_distance.months, m_zone)
                                  : sameClock(time, -m_distance.days, -m_distance.seconds, m_zone);
}

std::optional<qint64> Counterpart::of(qint64 start) const
{
    const qint64 moment = momentOf(start);
    if (m_distance.sameDate && dateAt(moment, m_zone).day() != dateAt(start, m_zone).day())
        return std::nullopt;
    return ZoneBuckets::around(m_step, moment, m_zone).from;
}

TimeWindow Counterpart::of(TimeWindow window) const
{
    if (window.isEmpty())
        return {};
    const qint64 last = ZoneBuckets::around(m_step, window.until - 1, m_zone).from;
    return {ZoneBuckets::around(m_step, momentOf(window.from), m_zone).from,
            ZoneBuckets::around(m_step, momentOf(last), m_zone).until};
}

Change changeOf(std::optional<qint64> now, std::optional<qint64> before, bool grows, bool isSettled)
{
    if (!now || !before)
        return {};
    if (grows && !isSettled)
        return {.kind = Change::Kind::NotYet};
    if (*before == 0)
        return {.kind = *now == 0 ? Change::Kind::BothZero : Change::Kind::New, .difference = *now};
    const qint64 difference = *now - *before;
    return {.kind = Change::Kind::Known, .difference = difference, .ratio = double(difference) / double(*before)};
}

std::optional<Comparison> comparisonFromName(const QString &name)
{
    for (const Alignment alignment : {Alignment::Weekday, Alignment::Date}) {
        for (const Comparison &each : {Comparison{.baseline = PreviousPeriod(), .alignment = alignment},
                                       Comparison{.baseline = PreviousYear(), .alignment = alignment}}) {
            if (comparisonName(each) == name)
                return each;
        }
    }
    const std::optional<qint64> start = secondsFromIso(name);
    return start ? std::optional(Comparison{.baseline = BaselineStart{*start}}) : std::nullopt;
}

QString comparisonName(const Comparison &comparison, const QTimeZone &zone)
{
    if (const auto *chosen = std::get_if<BaselineStart>(&comparison.baseline))
        return isoTime(chosen->start, zone);
    const QString kind = std::holds_alternative<PreviousPeriod>(comparison.baseline) ? u"previous"_s : u"year"_s;
    return kind + (comparison.alignment == Alignment::Weekday ? u" weekday"_s : u" date"_s);
}
}
