// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/comparison.h"

#include "core/timetext.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kDay = secondsOf(Level::Day);
constexpr qint64 kWeek = 7 * kDay;
constexpr qint64 kYearOfWeeks = 52 * kWeek;

/** Of the view's own period, running bucket included. */
qint64 lengthOf(const ViewQuestion &question)
{
    const TimeWindow window = viewWindow(question, 0);
    return window.until - window.from;
}

qint64 previousShift(const ViewQuestion &question, Alignment alignment)
{
    const qint64 length = lengthOf(question);
    if (alignment == Alignment::Date)
        return length;
    return (length + kWeek - 1) / kWeek * kWeek;
}

/** The same date and time a year earlier; 28 February has to serve for the 29th, too. */
qint64 yearEarlier(qint64 time)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc());
    return QDateTime(at.date().addYears(-1), at.time(), QTimeZone::utc()).toSecsSinceEpoch();
}
}

std::optional<Counterpart> Counterpart::of(const ViewQuestion &question, TimeWindow window,
                                           const Comparison &comparison)
{
    if (question == ViewQuestion(Period::All))
        return std::nullopt;
    if (const auto *chosen = std::get_if<BaselineStart>(&comparison.baseline))
        return Counterpart(window.from - chosen->start);
    if (std::holds_alternative<PreviousPeriod>(comparison.baseline))
        return Counterpart(previousShift(question, comparison.alignment));
    if (comparison.alignment == Alignment::Weekday)
        return Counterpart(kYearOfWeeks);
    return Counterpart(std::nullopt);
}

qint64 Counterpart::of(qint64 start) const
{
    return m_shift ? start - *m_shift : yearEarlier(start);
}

TimeWindow Counterpart::of(TimeWindow window, Level level) const
{
    if (window.isEmpty())
        return {};
    const qint64 length = secondsOf(level);
    return {of(window.from), of(window.until - length) + length};
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

QString comparisonName(const Comparison &comparison)
{
    if (const auto *chosen = std::get_if<BaselineStart>(&comparison.baseline))
        return isoUtc(chosen->start);
    const QString kind = std::holds_alternative<PreviousPeriod>(comparison.baseline) ? u"previous"_s : u"year"_s;
    return kind + (comparison.alignment == Alignment::Weekday ? u" weekday"_s : u" date"_s);
}
}
