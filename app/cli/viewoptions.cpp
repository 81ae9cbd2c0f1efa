// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/viewoptions.h"

#include "cli/usage.h"
#include "core/knowntimes.h"
#include "core/timetext.h"
#include "core/zonebuckets.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Postwave::Usage
{
namespace
{
/** More rows than this make no file that anybody opens, and more buckets under them take long to sum. */
constexpr qint64 kMostBuckets = 1'000'000;

/** The parts of a time on the command line: `2025-11-21`, `…T14`, `…T14:05`, with an offset or Z behind a clock time.
 */
struct TimeWords {
    QDate date;
    std::optional<QTime> clock = {};
    bool hasMinutes = false;
    std::optional<qint64> offset = {}; ///< seconds east of UTC
};

std::optional<qint64> offsetOf(const QString &text)
{
    if (text == u"Z"_s)
        return 0;
    const qint64 hours = QStringView(text).mid(1, 2).toInt();
    const qint64 minutes = QStringView(text).right(2).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return (text.startsWith(u'-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** Nothing for text of another form, and for dates and times that no calendar has. */
std::optional<TimeWords> timeWordsOf(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d{2}-\\d{2})(T(\\d{2})(:(\\d{2})(:00)?)?(Z|[+-]\\d{2}:?\\d{2})?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    TimeWords words{.date = QDate::fromString(match.captured(1), Qt::ISODate)};
    if (!match.hasMatch() || !words.date.isValid())
        return std::nullopt;
    if (!dateFromIso(match.captured(1)))
        refuse(Words::tr("the year must be from %1 to %2, not “%3”").arg(kFirstYear).arg(kLastYear).arg(text));
    if (match.captured(2).isEmpty())
        return words;
    words.hasMinutes = !match.captured(4).isEmpty();
    words.clock = QTime(match.captured(3).toInt(), match.captured(5).toInt());
    if (!words.clock->isValid())
        return std::nullopt;
    if (const QString offset = match.captured(7); !offset.isEmpty()) {
        words.offset = offsetOf(offset);
        if (!words.offset)
            return std::nullopt;
    }
    return words;
}

/** Start of the date's day; nothing for a date that the zone left out. */
std::optional<qint64> dayStart(QDate date, const QTimeZone &zone)
{
    const qint64 start = startOfDate(date, zone);
    return dateAt(start, zone) == date ? std::optional(start) : std::nullopt;
}

/**
 * Start of the hour or minute that the clocks call so: the first of two unless an offset tells which; nothing for one
 * that they skip.
 */
std::optional<qint64> clockStart(const TimeWords &words, ViewStep step, const QTimeZone &zone)
{
    const std::optional<qint64> day = dayStart(words.date, zone);
    if (!day || !words.clock)
        return std::nullopt;
    const TimeWindow window = ZoneBuckets::around(ViewStep::Day, *day, zone);
    for (const qint64 hour : ZoneBuckets::starts(ViewStep::Hour, window, zone)) {
        const QDateTime shown = QDateTime::fromSecsSinceEpoch(hour, zone);
        const bool isMeant =
            shown.time().hour() == words.clock->hour() && (!words.offset || *words.offset == shown.offsetFromUtc());
        if (!isMeant)
            continue;
        if (step == ViewStep::Hour)
            return hour;
        const qint64 minute =
            hour + (words.clock->minute() - shown.time().minute()) * secondsOf(StoredResolution::Minute);
        return ZoneBuckets::around(ViewStep::Hour, hour, zone).contains(minute) ? std::optional(minute) : std::nullopt;
    }
    return std::nullopt;
}

QTimeZone zoneOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"zone"_s))
        return QTimeZone::utc();
    const QString name = parser.value(u"zone"_s);
    const std::optional<QTimeZone> zone = zoneFromName(name);
    if (!zone)
        refuse(Words::tr("--zone must be a time zone such as UTC or Asia/Tashkent, not “%1”").arg(name));
    return *zone;
}

qint64 dayOf(const QString &option, const QString &text, const QTimeZone &zone)
{
    const std::optional<TimeWords> words = timeWordsOf(text);
    const std::optional<qint64> day = words && !words->clock ? dayStart(words->date, zone) : std::nullopt;
    if (!day)
        refuse(Words::tr("--%1 must be a date such as 2025-11-21, not “%2”").arg(option, text));
    return *day;
}

qint64 hourOf(const QString &option, const QString &text, const QTimeZone &zone)
{
    const std::optional<TimeWords> words = timeWordsOf(text);
    if (!words || !words->clock || words->hasMinutes)
        refuse(Words::tr("--%1 must be an hour such as 2025-11-21T14, not “%2”").arg(option, text));
    const std::optional<qint64> hour = clockStart(*words, ViewStep::Hour, zone);
    if (!hour)
        refuse(Words::tr("--%1: hour %3 does not exist in time zone %2").arg(option, zoneName(zone), text));
    return *hour;
}

qint64 minuteOf(const QString &option, const QString &text, const QTimeZone &zone)
{
    const std::optional<TimeWords> words = timeWordsOf(text);
    if (!words || !words->clock || !words->hasMinutes)
        refuse(Words::tr("--%1 must be a minute such as 2025-11-21T14:05, not “%2”").arg(option, text));
    const std::optional<qint64> minute = clockStart(*words, ViewStep::Minute, zone);
    if (!minute)
        refuse(Words::tr("--%1: minute %3 does not exist in time zone %2").arg(option, zoneName(zone), text));
    return *minute;
}

/** The bucket that --from or --to names; weeks and months by any of their dates. */
TimeWindow bucketOf(const QCommandLineParser &parser, const QString &option, ViewStep step, const QTimeZone &zone)
{
    const QString text = parser.value(option);
    const qint64 time = step == ViewStep::Minute ? minuteOf(option, text, zone)
        : step == ViewStep::Hour                 ? hourOf(option, text, zone)
                                                 : dayOf(option, text, zone);
    return ZoneBuckets::around(step, time, zone);
}

RangeView rangeOf(const QCommandLineParser &parser, const QTimeZone &zone)
{
    for (const QString &needed : {u"from"_s, u"to"_s, u"step"_s}) {
        if (!parser.isSet(needed))
            refuse(Words::tr("--from, --to and --step must be given together"));
    }
    const std::optional<ViewStep> step = stepFromName(parser.value(u"step"_s));
    if (!step)
        refuse(Words::tr("--step must be minute, hour, day, week or month, not “%1”").arg(parser.value(u"step"_s)));
    const TimeWindow first = bucketOf(parser, u"from"_s, *step, zone);
    const TimeWindow last = bucketOf(parser, u"to"_s, *step, zone);
    if (last.from < first.from)
        refuse(Words::tr("--to is before --from"));
    // In some zones weeks are summed from hours, so that few rows can be many buckets.
    const TimeWindow window{first.from, last.until};
    const qint64 seconds = std::min(usualSeconds(*step), secondsOf(ZoneBuckets::sourceLevel(*step, window, zone)));
    if ((window.until - window.from) / seconds > kMostBuckets)
        refuse(Words::tr("--from, --to and --step need more than %1 buckets").arg(kMostBuckets));
    return {first.from, last.until, *step};
}

BaselineStart baselineOf(const QString &text, const ViewQuery &view)
{
    const std::optional<TimeWords> words = timeWordsOf(text);
    if (!words)
        refuse(Words::tr("--compare must be previous, year or a start such as 2025-10-01, not “%1”").arg(text));
    const std::optional<qint64> start =
        words->clock ? clockStart(*words, ViewStep::Minute, view.zone) : dayStart(words->date, view.zone);
    if (!start)
        refuse(Words::tr("--compare: “%1” does not exist in this time zone").arg(text));
    if (ZoneBuckets::around(viewStep(view), *start, view.zone).from != *start)
        refuse(
            Words::tr("--compare must be the start of a row of this view (for weeks, a Monday), not “%1”").arg(text));
    return {*start};
}

Alignment alignmentOf(const QString &text)
{
    if (text == u"weekday"_s)
        return Alignment::Weekday;
    if (text == u"date"_s)
        return Alignment::Date;
    refuse(Words::tr("--align must be weekday or date, not “%1”").arg(text));
}
}

Period periodOf(const QCommandLineParser &parser)
{
    const QString text = parser.value(u"period"_s);
    const std::optional<Period> period = periodFromName(text);
    if (!period)
        refuse(Words::tr("--period must be 1h, 6h, 12h, 24h, 7d, 30d, 90d or all, not “%1”").arg(text));
    return *period;
}

ViewQuery viewOf(const QCommandLineParser &parser)
{
    const bool hasRange = parser.isSet(u"from"_s) || parser.isSet(u"to"_s) || parser.isSet(u"step"_s);
    const int given = parser.isSet(u"period"_s) + parser.isSet(u"day"_s) + parser.isSet(u"hour"_s) + hasRange;
    if (given != 1)
        refuse(Words::tr("exactly one of --period, --day, --hour and --from is required"));
    const QTimeZone zone = zoneOf(parser);
    if (parser.isSet(u"day"_s))
        return {DayView{dayOf(u"day"_s, parser.value(u"day"_s), zone)}, zone};
    if (parser.isSet(u"hour"_s))
        return {HourView{hourOf(u"hour"_s, parser.value(u"hour"_s), zone)}, zone};
    if (hasRange)
        return {rangeOf(parser, zone), zone};
    return {periodOf(parser), zone};
}

std::optional<Comparison> comparisonOf(const QCommandLineParser &parser, const ViewQuery &view)
{
    const bool aligned = parser.isSet(u"align"_s);
    if (!parser.isSet(u"compare"_s)) {
        if (aligned)
            refuse(Words::tr("--align needs --compare"));
        return std::nullopt;
    }
    if (view.span == ViewQuery::Span(Period::All))
        refuse(Words::tr("--period all has no earlier period to compare with"));
    const QString text = parser.value(u"compare"_s);
    Comparison comparison;
    if (text == u"year"_s)
        comparison.baseline = PreviousYear();
    else if (text != u"previous"_s)
        comparison.baseline = baselineOf(text, view);
    if (!aligned)
        return comparison;
    if (std::holds_alternative<BaselineStart>(comparison.baseline))
        refuse(Words::tr("--align cannot be used when --compare is a start date"));
    comparison.alignment = alignmentOf(parser.value(u"align"_s));
    return comparison;
}
}
