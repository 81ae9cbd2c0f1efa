// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewwords.h"

#include "series/wording.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Postwave::ViewWords
{
namespace
{
/** The context of these texts for translators. */
class Text
{
    Q_DECLARE_TR_FUNCTIONS(View)
};

QDateTime utc(qint64 time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
}

QString clockOf(qint64 time, const QLocale &locale)
{
    return Wording::clock(utc(time).time(), locale);
}

QString hourSpan(qint64 start, const QLocale &locale)
{
    return Text::tr("%1–%2", "two times of day")
        .arg(clockOf(start, locale), clockOf(start + secondsOf(Level::Hour) - secondsOf(Level::Minute), locale));
}
}

QString period(Period period)
{
    switch (period) {
    case Period::Hour1:
        return Text::tr("1 hour");
    case Period::Hours6:
        return Text::tr("6 hours");
    case Period::Hours12:
        return Text::tr("12 hours");
    case Period::Hours24:
        return Text::tr("24 hours");
    case Period::Days7:
        return Text::tr("7 days");
    case Period::Days30:
        return Text::tr("30 days");
    case Period::Days90:
        return Text::tr("90 days");
    case Period::All:
        return Text::tr("All time");
    }
    return {};
}

QString periodButton(Period period)
{
    switch (period) {
    case Period::Hour1:
        return Text::tr("1h", "one hour");
    case Period::Hours6:
        return Text::tr("6h", "six hours");
    case Period::Hours12:
        return Text::tr("12h", "twelve hours");
    case Period::Hours24:
        return Text::tr("24h", "24 hours");
    case Period::Days7:
        return Text::tr("7d", "seven days");
    case Period::Days30:
        return Text::tr("30d", "thirty days");
    case Period::Days90:
        return Text::tr("90d", "ninety days");
    case Period::All:
        return Text::tr("All", "since the first post");
    }
    return {};
}

QStringList breadcrumbs(const ViewState &view, const QLocale &locale)
{
    QStringList texts;
    bool dayIsNamed = false;
    for (const ViewQuestion &question : view.path) {
        if (const auto *overview = std::get_if<Period>(&question)) {
            texts.append(period(*overview));
        } else if (const auto *day = std::get_if<DayView>(&question)) {
            texts.append(Wording::fullDay(utc(day->day).date(), locale));
            dayIsNamed = true;
        } else {
            const qint64 hour = std::get<HourView>(question).hour;
            texts.append(dayIsNamed ? clockOf(hour, locale)
                                    : Text::tr("%1, %2", "a date and a time")
                                          .arg(Wording::fullDay(utc(hour).date(), locale), clockOf(hour, locale)));
        }
    }
    return texts;
}

QString bucketSpan(Level level, qint64 start, const QLocale &locale)
{
    if (level == Level::Day)
        return Wording::fullDayWithWeekday(utc(start).date(), locale);
    const QString time = level == Level::Hour ? hourSpan(start, locale) : clockOf(start, locale);
    return Text::tr("%1, %2 UTC", "a date and one or two times").arg(Wording::fullDay(utc(start).date(), locale), time);
}

QString bucketRow(Level level, qint64 start, const QLocale &locale)
{
    switch (level) {
    case Level::Day:
        return Wording::fullDayWithWeekday(utc(start).date(), locale);
    case Level::Hour:
        return hourSpan(start, locale);
    case Level::Minute:
        break;
    }
    return clockOf(start, locale);
}

QString drillHint(Level level, qint64 start, const QLocale &locale)
{
    switch (level) {
    case Level::Day:
        return Text::tr("Open %1", "a date or a time span").arg(Wording::day(utc(start).date(), locale));
    case Level::Hour:
        return Text::tr("Open %1", "a date or a time span").arg(hourSpan(start, locale));
    case Level::Minute:
        break;
    }
    return {};
}

QString state(BucketState state)
{
    switch (state) {
    case BucketState::Unknown:
        return Text::tr("Not fetched");
    case BucketState::Partial:
        return Text::tr("Not over when fetched");
    case BucketState::Future:
        return Text::tr("Still in the future");
    case BucketState::Complete:
        break;
    }
    return {};
}

QString count(Count value, const QLocale &locale)
{
    return value ? locale.toString(*value) : u"–"_s;
}

QString changeInPercent(const Change &change, const QLocale &locale)
{
    switch (change.kind) {
    case Change::Kind::NotYet:
        return Text::tr("not comparable yet");
    case Change::Kind::New:
        return Text::tr("new", "there was nothing before");
    case Change::Kind::Known:
        break;
    case Change::Kind::Unknown:
    case Change::Kind::BothZero:
        return u"–"_s;
    }
    const QString number = locale.toString(std::abs(change.ratio) * 100, 'f', 1);
    if (change.difference == 0)
        return Text::tr("±0 %", "no change");
    return change.difference > 0 ? Text::tr("+%1 %", "a change in percent").arg(number)
                                 : Text::tr("−%1 %", "a change in percent").arg(number);
}

QString change(const Change &change, const QLocale &locale)
{
    const QString percent = changeInPercent(change, locale);
    if (change.kind != Change::Kind::Known || change.difference == 0)
        return percent;
    const QString sign = change.difference > 0 ? u"+"_s : u"−"_s;
    return Text::tr("%1 (%2)", "a difference, the same in percent")
        .arg(sign + locale.toString(std::abs(change.difference)), percent);
}

QString asOf(qint64 time, qint64 now, const QLocale &locale)
{
    if (time == 0)
        return {};
    const QString clock = clockOf(time, locale);
    if (bucketStart(Level::Day, time) == bucketStart(Level::Day, now))
        return Text::tr("as of %1 UTC", "a time, or a date and a time").arg(clock);
    const QString day = Wording::day(utc(time).date(), locale);
    return Text::tr("as of %1 UTC", "a time, or a date and a time")
        .arg(Text::tr("%1, %2", "a date and a time").arg(day, clock));
}

QString age(qint64 seconds)
{
    const qint64 minutes = seconds / secondsOf(Level::Minute);
    const qint64 hours = seconds / secondsOf(Level::Hour);
    const qint64 days = seconds / secondsOf(Level::Day);
    if (minutes < 1)
        return Text::tr("just now");
    if (hours < 1)
        return Text::tr("%n min old", nullptr, int(minutes));
    if (days < 1)
        return Text::tr("%n h old", nullptr, int(hours));
    return Text::tr("%n day(s) old", nullptr, int(std::min<qint64>(days, 99'999)));
}
}
