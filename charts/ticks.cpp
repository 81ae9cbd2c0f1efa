// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ticks.h"

#include "format/format.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kDay = 86400;
/** More labels than this never fit, and are not worth making. */
constexpr qint64 kMostTicks = 200;

/** A distance of labels; exactly one of the four is not 0. */
struct TickDistance {
    int minutes = 0;
    int days = 0; ///< 7 means Mondays
    int months = 0;
    int years = 0;

    qint64 seconds() const
    {
        return minutes * qint64(60) + days * kDay + months * 28 * kDay + years * 365 * kDay;
    }
};

constexpr std::array kDistances = {
    TickDistance{.minutes = 1},   TickDistance{.minutes = 5},   TickDistance{.minutes = 15},
    TickDistance{.minutes = 30},  TickDistance{.minutes = 60},  TickDistance{.minutes = 180},
    TickDistance{.minutes = 360}, TickDistance{.minutes = 720}, TickDistance{.days = 1},
    TickDistance{.days = 7},      TickDistance{.months = 1},    TickDistance{.months = 3},
    TickDistance{.months = 6},    TickDistance{.years = 1},     TickDistance{.years = 5},
    TickDistance{.years = 10},    TickDistance{.years = 50},    TickDistance{.years = 100},
};

QDate firstDate(QDate date, const TickDistance &step)
{
    if (step.days == 7)
        return date.addDays(1 - date.dayOfWeek());
    if (step.months)
        return {date.year(), (date.month() - 1) / step.months * step.months + 1, 1};
    if (step.years)
        return {date.year() / step.years * step.years, 1, 1};
    return date;
}

QDate nextDate(QDate date, const TickDistance &step)
{
    return step.years ? date.addYears(step.years)
        : step.months ? date.addMonths(step.months)
                      : date.addDays(std::max(1, step.days));
}

/** Steps of a day or more are named by date, months and years by the larger unit where one begins. */
TimeTick dateTick(QDate date, qint64 time, const TickDistance &step, const QLocale &locale, bool weekdays)
{
    if (step.years)
        return {time, Format::year(date, locale), false};
    if (step.months && date.month() == 1)
        return {time, Format::year(date, locale), true};
    if (step.months)
        return {time, locale.standaloneMonthName(date.month(), QLocale::ShortFormat), false};
    return {time, weekdays ? Format::weekdayAndDay(date, locale) : Format::day(date, locale), false};
}

QList<TimeTick> ticksOf(const TickDistance &step, TimeWindow window, const QTimeZone &zone, const QLocale &locale,
                        bool weekdays)
{
    QList<TimeTick> ticks;
    const auto append = [&](const TimeTick &tick) {
        if (window.contains(tick.time))
            ticks.append(tick);
    };
    const QDateTime from = QDateTime::fromSecsSinceEpoch(window.from, zone);
    const QDate first = from.date();
    const QDate last = QDateTime::fromSecsSinceEpoch(window.until - 1, zone).date();
    for (QDate date = firstDate(first, step); date <= last; date = nextDate(date, step)) {
        if (!step.minutes) {
            append(dateTick(date, date.startOfDay(zone).toSecsSinceEpoch(), step, locale, weekdays));
            continue;
        }
        const int begin = date == first ? from.time().msecsSinceStartOfDay() / 60000 : 0;
        for (int minute = begin / step.minutes * step.minutes; minute < 24 * 60; minute += step.minutes) {
            const QTime time(minute / 60, minute % 60);
            const QDateTime at(date, time, zone);
            if (at.toSecsSinceEpoch() >= window.until)
                break;
            if (QDateTime::fromSecsSinceEpoch(at.toSecsSinceEpoch(), zone).time() != time)
                continue; // skipped when the clocks go forward
            // Among several days, midnight is said by the date that begins.
            if (minute == 0 && first != last)
                append({at.toSecsSinceEpoch(), Format::day(date, locale), true});
            else
                append({at.toSecsSinceEpoch(), Format::clock(time, locale), false});
        }
    }
    return ticks;
}
}

QList<TimeTick> timeTicks(TimeWindow window, qint64 bucketSeconds, const QTimeZone &zone, const QLocale &locale,
                          const TicksFit &fits)
{
    if (window.isEmpty())
        return {};
    const qint64 span = window.until - window.from;
    constexpr int kEnough = 4;
    QList<TimeTick> best;
    for (auto step = kDistances.rbegin(); step != kDistances.rend(); ++step) {
        if (step->seconds() < bucketSeconds || span / step->seconds() > kMostTicks)
            break;
        const bool daily = step->days == 1;
        QList<TimeTick> ticks = ticksOf(*step, window, zone, locale, daily);
        if (daily && !fits(ticks))
            ticks = ticksOf(*step, window, zone, locale, false);
        if (ticks.isEmpty())
            continue;
        if (!fits(ticks))
            break; // and finer ones even less
        best = ticks;
        if (best.size() >= kEnough)
            break;
    }
    return best;
}
}
