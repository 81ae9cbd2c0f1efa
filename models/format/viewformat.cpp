// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/viewformat.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"
#include "format/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Postwave::ViewFormat
{
namespace
{
/** The context of these texts for translators. */
class Text
{
    Q_DECLARE_TR_FUNCTIONS(View)
};

QString clockOf(qint64 time, const QTimeZone &zone, const QLocale &locale)
{
    return Format::clock(QDateTime::fromSecsSinceEpoch(time, zone).time(), locale);
}

QString hourSpan(qint64 start, const QTimeZone &zone, const QLocale &locale)
{
    const qint64 end = ZoneBuckets::around(ViewStep::Hour, start, zone).until;
    const QString span =
        Text::tr("%1–%2", "two times of day")
            .arg(clockOf(start, zone, locale), clockOf(end - secondsOf(StoredResolution::Minute), zone, locale));
    // An hour that the clocks show twice is told by how far they are ahead.
    return isShownTwice(start, zone) ? span + u' ' + isoTime(start, zone).right(6) : span;
}

/** Of a bucket of a day or more. */
QString daysSpan(ViewStep step, qint64 start, const QTimeZone &zone, const QLocale &locale)
{
    if (step == ViewStep::Month)
        return Format::month(dateAt(start, zone), locale);
    if (step == ViewStep::Week)
        return Format::range(ZoneBuckets::around(step, start, zone), zone, locale);
    return Format::fullDayWithWeekday(dateAt(start, zone), locale);
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

QString namedRange(NamedRange range)
{
    switch (range) {
    case NamedRange::Today:
        return Text::tr("Today");
    case NamedRange::Yesterday:
        return Text::tr("Yesterday");
    case NamedRange::ThisWeek:
        return Text::tr("This week");
    case NamedRange::LastWeek:
        return Text::tr("Last week");
    case NamedRange::ThisMonth:
        return Text::tr("This month");
    case NamedRange::LastMonth:
        return Text::tr("Last month");
    case NamedRange::ThisQuarter:
        return Text::tr("This quarter");
    case NamedRange::LastQuarter:
        break;
    }
    return Text::tr("Last quarter");
}

QString zoneOffset(const QTimeZone &zone, qint64 time)
{
    return isUtc(zone) ? u"UTC"_s : u"UTC"_s + isoTime(time, zone).right(6);
}

QString placeAndOffset(const QTimeZone &zone, qint64 time)
{
    const QString offset = zoneOffset(zone, time);
    return isUtc(zone) ? offset
                       : Text::tr("%1 %2", "a place, how far its clocks are ahead").arg(Format::zone(zone), offset);
}

QString stepTo(const ViewQuery &question, int steps)
{
    if (std::holds_alternative<DayView>(question.span))
        return steps < 0 ? Text::tr("Previous day") : Text::tr("Next day");
    if (std::holds_alternative<HourView>(question.span))
        return steps < 0 ? Text::tr("Previous hour") : Text::tr("Next hour");
    return steps < 0 ? Text::tr("Previous range") : Text::tr("Next range");
}

QStringList breadcrumbs(const QList<ViewQuery> &path, const QLocale &locale)
{
    QStringList texts;
    bool dayIsNamed = false;
    for (const ViewQuery &question : path) {
        const QTimeZone &zone = question.zone;
        if (const auto *overview = std::get_if<Period>(&question.span)) {
            texts.append(period(*overview));
        } else if (const auto *range = std::get_if<RangeView>(&question.span)) {
            texts.append(Format::range({range->from, range->until}, zone, locale));
        } else if (const auto *day = std::get_if<DayView>(&question.span)) {
            texts.append(Format::fullDay(dateAt(day->day, zone), locale));
            dayIsNamed = true;
        } else {
            const qint64 hour = std::get<HourView>(question.span).hour;
            const QString clock = clockOf(hour, zone, locale);
            texts.append(
                dayIsNamed
                    ? clock
                    : Text::tr("%1, %2", "a date and a time").arg(Format::fullDay(dateAt(hour, zone), locale), clock));
        }
    }
    return texts;
}

QString bucketSpan(ViewStep step, qint64 start, const QTimeZone &zone, const QLocale &locale)
{
    if (step >= ViewStep::Day)
        return daysSpan(step, start, zone, locale);
    const QString time = step == ViewStep::Hour ? hourSpan(start, zone, locale) : clockOf(start, zone, locale);
    return Text::tr("%1, %2 %3", "a date, one or two times, a time zone")
        .arg(Format::fullDay(dateAt(start, zone), locale), time, Format::zone(zone));
}

QString bucketRow(ViewStep step, qint64 start, TimeWindow window, const QTimeZone &zone, const QLocale &locale)
{
    if (step >= ViewStep::Day)
        return daysSpan(step, start, zone, locale);
    QString time = step == ViewStep::Hour ? hourSpan(start, zone, locale) : clockOf(start, zone, locale);
    if (dateAt(window.from, zone) == dateAt(window.until - 1, zone))
        return time;
    return Text::tr("%1, %2", "a date and a time").arg(Format::day(dateAt(start, zone), locale), time);
}

QString drillHint(ViewStep step, qint64 start, const QTimeZone &zone, const QLocale &locale)
{
    if (step == ViewStep::Minute)
        return {};
    const QString span = step == ViewStep::Hour ? hourSpan(start, zone, locale)
        : step == ViewStep::Day                 ? Format::day(dateAt(start, zone), locale)
                                                : daysSpan(step, start, zone, locale);
    return Text::tr("Open %1", "a date or a time span").arg(span);
}

QString state(BucketState state)
{
    switch (state) {
    case BucketState::Unknown:
        return Text::tr("Not downloaded");
    case BucketState::Partial:
        return Text::tr("In progress");
    case BucketState::Future:
        return Text::tr("In the future");
    case BucketState::Complete:
        break;
    }
    return {};
}

QString count(Count value, const QLocale &locale)
{
    return value ? locale.toString(*value) : u"–"_s;
}

int plural(qint64 number)
{
    // Languages look at the last digits, and at whether it is whole millions.
    constexpr qint64 kLikeIt = 1'000'000'000;
    return number <= std::numeric_limits<int>::max() ? int(number) : int(kLikeIt + number % kLikeIt);
}

QString percent(std::optional<double> ratio, const QLocale &locale)
{
    return ratio ? Text::tr("%1 %", "a percentage").arg(locale.toString(*ratio * 100, 'f', 1)) : u"–"_s;
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
    QString percent = changeInPercent(change, locale);
    if (change.kind != Change::Kind::Known || change.difference == 0)
        return percent;
    const QString sign = change.difference > 0 ? u"+"_s : u"−"_s;
    return Text::tr("%1 (%2)", "a difference, the same in percent")
        .arg(sign + locale.toString(std::abs(change.difference)), percent);
}

QString asOf(qint64 time, qint64 now, const QTimeZone &zone, const QLocale &locale)
{
    if (time == 0)
        return {};
    const QString clock = clockOf(time, zone, locale);
    const QString when = dateAt(time, zone) == dateAt(now, zone)
        ? clock
        : Text::tr("%1, %2", "a date and a time").arg(Format::day(dateAt(time, zone), locale), clock);
    return Text::tr("as of %1 %2", "a time, or a date and a time; the time zone").arg(when, Format::zone(zone));
}

QString age(qint64 seconds)
{
    const qint64 minutes = seconds / secondsOf(StoredResolution::Minute);
    const qint64 hours = seconds / secondsOf(StoredResolution::Hour);
    const qint64 days = seconds / secondsOf(StoredResolution::Day);
    if (minutes < 1)
        return Text::tr("just now");
    if (hours < 1)
        return Text::tr("%n min old", nullptr, int(minutes));
    if (days < 1)
        return Text::tr("%n h old", nullptr, int(hours));
    return Text::tr("%n day(s) old", nullptr, int(std::min<qint64>(days, 99'999)));
}
}
