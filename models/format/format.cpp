// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/format.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Qt knows whole date formats only; ours leave out the year or the weekday, in the order the locale has. */
struct DateFormats {
    QString day;
    QString weekdayAndDay;
    QString full;
    QString weekdayAndFull;
    QString firstOfMonthRange; ///< of a range within one month
    QString lastOfMonthRange;
    bool sharesYear = true; ///< whether a range within a year says it once, at its end
};

/** Where a date format has its fields, counted in fields; -1 for one that it lacks. */
struct FieldOrder {
    int weekday = -1;
    int day = -1;
    int month = -1;
    int year = -1;
};

FieldOrder fieldOrder(const QString &format)
{
    FieldOrder order;
    int place = 0;
    bool isQuoted = false; // "d 'de' MMMM" has one day
    for (qsizetype i = 0; i < format.size(); ++place) {
        const QChar letter = format.at(i);
        qsizetype end = i;
        while (end < format.size() && format.at(end) == letter)
            ++end;
        if (letter == u'\'')
            isQuoted = isQuoted != ((end - i) % 2 == 1);
        else if (!isQuoted && letter == u'd')
            (end - i > 2 ? order.weekday : order.day) = place;
        else if (!isQuoted && letter == u'M')
            order.month = place;
        else if (!isQuoted && letter == u'y')
            order.year = place;
        i = end;
    }
    return order;
}

DateFormats dateFormats(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::LongFormat);
    const auto [weekday, day, month, year] = fieldOrder(format);
    if (year < month || year < day)
        return {u"MM-dd"_s,      u"MM-dd ddd"_s, u"yyyy-MM-dd"_s, u"yyyy-MM-dd ddd"_s, u"yyyy-MM-dd"_s,
                u"yyyy-MM-dd"_s, false};
    if (month < day)
        return {u"MMM d"_s, u"ddd, MMM d"_s, u"MMM d, yyyy"_s, u"ddd, MMM d, yyyy"_s, u"MMM d"_s, u"d, yyyy"_s};
    if (format.contains("d. "_L1))
        return {u"d. MMM"_s, u"ddd d. MMM"_s, u"d. MMM yyyy"_s, u"ddd d. MMM yyyy"_s, u"d."_s, u"d. MMM yyyy"_s};
    if (weekday > year)
        return {u"d MMM"_s, u"d MMM ddd"_s, u"d MMM yyyy"_s, u"d MMM yyyy ddd"_s, u"d"_s, u"d MMM yyyy"_s};
    return {u"d MMM"_s, u"ddd d MMM"_s, u"d MMM yyyy"_s, u"ddd d MMM yyyy"_s, u"d"_s, u"d MMM yyyy"_s};
}

/** A span of days, with what both ends share said once. */
QString dayRange(QDate first, QDate last, const QLocale &locale)
{
    const DateFormats formats = dateFormats(locale);
    if (first == last)
        return locale.toString(first, formats.weekdayAndFull);
    const bool sameYear = formats.sharesYear && first.year() == last.year();
    if (sameYear && first.month() == last.month())
        return locale.toString(first, formats.firstOfMonthRange) + u"–"_s
            + locale.toString(last, formats.lastOfMonthRange);
    return locale.toString(first, sameYear ? formats.day : formats.full) + u" – "_s
        + locale.toString(last, formats.full);
}
}

namespace Format
{
QString day(QDate date, const QLocale &locale)
{
    return locale.toString(date, dateFormats(locale).day);
}

QString weekdayAndDay(QDate date, const QLocale &locale)
{
    return locale.toString(date, dateFormats(locale).weekdayAndDay);
}

QString year(QDate date, const QLocale &locale)
{
    return locale.toString(date, u"yyyy");
}

QString clock(QTime time, const QLocale &locale)
{
    const bool twelveHours = locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
    return locale.toString(time, twelveHours ? u"h:mm AP" : u"HH:mm");
}

QString fullDay(QDate date, const QLocale &locale)
{
    return locale.toString(date, dateFormats(locale).full);
}

QString range(TimeWindow window, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime from = QDateTime::fromSecsSinceEpoch(window.from, zone);
    const QDateTime until = QDateTime::fromSecsSinceEpoch(window.until, zone);
    // A minute is the finest bucket, hence the end in words is a minute before the end.
    const QDateTime last = QDateTime::fromSecsSinceEpoch(window.until - 60, zone);
    if (from == from.date().startOfDay(zone) && until == until.date().startOfDay(zone))
        return dayRange(from.date(), last.date(), locale);
    if (from.date() == last.date())
        return QCoreApplication::translate("Chart", "%1, %2–%3", "a date and two times of that day")
            .arg(fullDay(from.date(), locale), clock(from.time(), locale), clock(last.time(), locale));
    return QCoreApplication::translate("Chart", "%1, %2 – %3, %4", "date, time – date, time")
        .arg(fullDay(from.date(), locale), clock(from.time(), locale), fullDay(last.date(), locale),
             clock(last.time(), locale));
}

QString against(const QString &range, const ComparisonRows &compared, const QTimeZone &zone, const QLocale &locale)
{
    if (compared.window.isEmpty())
        return range;
    const QString other = Format::range(compared.window, zone, locale);
    if (!compared.alignment)
        return QCoreApplication::translate("Chart", "%1 vs. %2", "two spans of time").arg(range, other);
    if (*compared.alignment == Alignment::Date)
        return QCoreApplication::translate("Chart", "%1 vs. %2, by date", "two spans of time").arg(range, other);
    // Whole weeks may be more than the days of the period, which then leaves days between the two.
    if (compared.daysEarlier > 0)
        return QCoreApplication::translate("Chart", "%1 vs. %2 (%n day(s) earlier, by weekday)", "two spans of time",
                                           int(compared.daysEarlier))
            .arg(range, other);
    return QCoreApplication::translate("Chart", "%1 vs. %2, by weekday", "two spans of time").arg(range, other);
}

QString fullDayWithWeekday(QDate date, const QLocale &locale)
{
    return locale.toString(date, dateFormats(locale).weekdayAndFull);
}

QString shortNumber(qint64 value, const QLocale &locale)
{
    // Tenths of a unit, rounded, so that 999,950 is 1M and not 1000k.
    qint64 unit = 1;
    int power = 0;
    constexpr int kLargestPower = 4;
    for (; power < kLargestPower && value >= (power ? 1000 * unit - unit / 20 : 1000); ++power)
        unit *= 1000;
    if (power == 0)
        return locale.toString(value);
    const qint64 tenths = (value / (unit / 10)) + (value % (unit / 10) * 2 >= unit / 10 ? 1 : 0);
    QString number = locale.toString(tenths / 10);
    if (tenths % 10)
        number += locale.decimalPoint() + locale.toString(tenths % 10);
    switch (power) {
    case 1:
        //: thousands, after a number on an axis
        return QCoreApplication::translate("Chart", "%1k").arg(number);
    case 2:
        //: millions, after a number on an axis
        return QCoreApplication::translate("Chart", "%1M").arg(number);
    case 3:
        //: thousand millions, after a number on an axis
        return QCoreApplication::translate("Chart", "%1B").arg(number);
    default:
        //: million millions, after a number on an axis
        return QCoreApplication::translate("Chart", "%1T").arg(number);
    }
}

QString zone(const QTimeZone &zone)
{
    const QString name = QString::fromLatin1(zone.id());
    return name.section(u'/', -1).replace(u'_', u' ');
}

QString month(QDate date, const QLocale &locale)
{
    return QCoreApplication::translate("Chart", "%1 %2", "a month and its year")
        .arg(locale.standaloneMonthName(date.month()), year(date, locale));
}

QString metric(Metric metric)
{
    switch (metric) {
    case Metric::Views:
        return QCoreApplication::translate("Chart", "Views to date");
    case Metric::Likes:
        return QCoreApplication::translate("Chart", "Reactions to date");
    case Metric::Shares:
        return QCoreApplication::translate("Chart", "Forwards to date");
    case Metric::Comments:
        return QCoreApplication::translate("Chart", "Comments to date");
    case Metric::Replies:
        return QCoreApplication::translate("Chart", "Replies to date");
    case Metric::PostCount:
        return QCoreApplication::translate("Chart", "Posts");
    }
    return {};
}

QString subtitle(ViewStep step, const QList<Metric> &metrics)
{
    QString what =
        metrics.size() == 1 ? metric(metrics.constFirst()) : QCoreApplication::translate("Chart", "Totals to date");
    switch (step) {
    case ViewStep::Day:
        return QCoreApplication::translate("Chart", "%1, by publish date", "Views so far, …").arg(what);
    case ViewStep::Hour:
        return QCoreApplication::translate("Chart", "%1, by publish hour", "Views so far, …").arg(what);
    case ViewStep::Minute:
        return QCoreApplication::translate("Chart", "%1, by publish minute", "Views so far, …").arg(what);
    case ViewStep::Week:
        return QCoreApplication::translate("Chart", "%1, by publish week", "Views so far, …").arg(what);
    case ViewStep::Month:
        return QCoreApplication::translate("Chart", "%1, by publish month", "Views so far, …").arg(what);
    }
    return what;
}
}
}
