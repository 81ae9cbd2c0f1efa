// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttext.h"

#include "format/format.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Postwave
{
QTimeZone zoneOf(const ChartSpec &spec)
{
    const QTimeZone zone(spec.zone.toUtf8());
    return spec.zone == "UTC"_L1 || !zone.isValid() ? QTimeZone::utc() : zone;
}

namespace ChartText
{
QString asOf(qint64 time, const QTimeZone &zone, const QString &zoneName, const QLocale &locale)
{
    if (time == 0)
        return {};
    const QDateTime at = QDateTime::fromSecsSinceEpoch(time, zone);
    return QCoreApplication::translate("Chart", "As of %1, %2 %3", "date, time, time zone")
        .arg(Format::fullDay(at.date(), locale), Format::clock(at.time(), locale), zoneName);
}

QString subtitle(const ChartSpec &spec)
{
    QList<Metric> metrics;
    metrics.reserve(spec.series.size());
    for (const auto &series : spec.series)
        metrics.append(series.metric);
    return Format::subtitle(spec.step, metrics);
}

QString source(const ChartSpec &spec)
{
    if (spec.source.isEmpty())
        return {};
    const QString name = spec.source == "demo"_L1 ? QCoreApplication::translate("Chart", "demo data") : spec.source;
    return QCoreApplication::translate("Chart", "Source: %1").arg(name);
}

QString onRightAxis(const QString &metric)
{
    //: legend of a chart with two axes of values; the name of a metric, such as "Likes"
    return QCoreApplication::translate("Chart", "%1 (right axis)").arg(metric);
}

QString compared(const ChartSpec &spec, const QLocale &locale)
{
    return QCoreApplication::translate("Chart", "Compared with %1", "a span of time")
        .arg(Format::range(spec.comparedWindow, zoneOf(spec), locale));
}

QString partial(ViewStep step)
{
    switch (step) {
    case ViewStep::Day:
        return QCoreApplication::translate("Chart", "Day in progress");
    case ViewStep::Hour:
        return QCoreApplication::translate("Chart", "Hour in progress");
    case ViewStep::Minute:
        return QCoreApplication::translate("Chart", "Minute in progress");
    case ViewStep::Week:
        return QCoreApplication::translate("Chart", "Week in progress");
    case ViewStep::Month:
        return QCoreApplication::translate("Chart", "Month in progress");
    }
    return {};
}

QString unknown()
{
    return QCoreApplication::translate("Chart", "Not downloaded");
}

QString viral()
{
    return QCoreApplication::translate("Chart", "Viral: over 3× the average views");
}

QString logarithmic()
{
    //: legend of a chart whose axes of values are 0, 1, 10, 100, 1k
    return QCoreApplication::translate("Chart", "Logarithmic scale");
}

QString commentsMixed()
{
    return QCoreApplication::translate("Chart", "Comments not shown: the server changed how it counts them");
}

QString noPosts(TimeWindow window, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime from = QDateTime::fromSecsSinceEpoch(window.from, zone);
    const QDateTime last = QDateTime::fromSecsSinceEpoch(window.until - 60, zone);
    const bool wholeDays =
        from == from.date().startOfDay(zone) && last.addSecs(60) == last.addSecs(60).date().startOfDay(zone);
    if (wholeDays && from.date() == last.date())
        return QCoreApplication::translate("Chart", "No posts on %1", "a date")
            .arg(Format::fullDayWithWeekday(from.date(), locale));
    const QString sentence = QCoreApplication::translate("Chart", "No posts from %1 to %2");
    if (wholeDays)
        return sentence.arg(Format::fullDay(from.date(), locale), Format::fullDay(last.date(), locale));
    if (from.date() == last.date())
        return sentence.arg(Format::clock(from.time(), locale), Format::clock(last.time(), locale));
    const QString dateAndTime = u"%1, %2"_s;
    return sentence.arg(dateAndTime.arg(Format::fullDay(from.date(), locale), Format::clock(from.time(), locale)),
                        dateAndTime.arg(Format::fullDay(last.date(), locale), Format::clock(last.time(), locale)));
}

QString nothingFetched()
{
    return QCoreApplication::translate("Chart", "No saved data for this period");
}

QString notBegun()
{
    return QCoreApplication::translate("Chart", "In the future");
}
}
}
