// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zonebuckets.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kHour = secondsOf(StoredResolution::Hour);
constexpr qint64 kDay = secondsOf(StoredResolution::Day);

/** A span of time with one offset. */
struct Stretch {
    TimeWindow window;
    qint64 offset = 0; ///< seconds east of UTC
};

qint64 offsetAt(qint64 time, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(time, Qt::UTC));
}

/** The window cut wherever the clocks change. */
QList<Stretch> stretchesOf(TimeWindow window, const QTimeZone &zone)
{
    QList<Stretch> stretches{{window, offsetAt(window.from, zone)}};
    const auto changes = zone.transitions(QDateTime::fromSecsSinceEpoch(window.from + 1, Qt::UTC),
                                          QDateTime::fromSecsSinceEpoch(window.until - 1, Qt::UTC));
    for (const QTimeZone::OffsetData &change : changes) {
        const qint64 at = change.atUtc.toSecsSinceEpoch();
        // A zone may change its name without its clocks.
        if (at <= stretches.constLast().window.from || at >= window.until
            || change.offsetFromUtc == stretches.constLast().offset)
            continue;
        stretches.last().window.until = at;
        stretches.append({{at, window.until}, change.offsetFromUtc});
    }
    return stretches;
}

/** First moment at or after @p time at which a clock @p offset ahead shows a full hour. */
qint64 hourCeil(qint64 time, qint64 offset)
{
    return bucketCeil(StoredResolution::Hour, time + offset) - offset;
}

QList<qint64> hourStarts(TimeWindow window, const QTimeZone &zone)
{
    QList<qint64> starts;
    for (const Stretch &stretch : stretchesOf(window, zone)) {
        starts.append(stretch.window.from);
        for (qint64 start = hourCeil(stretch.window.from + 1, stretch.offset); start < stretch.window.until;
             start += kHour)
            starts.append(start);
    }
    return starts;
}

TimeWindow hourAround(qint64 time, const QTimeZone &zone)
{
    // No change of clocks is further away than the hour's ends without it.
    const qint64 offset = offsetAt(time, zone);
    const qint64 end = hourCeil(time + 1, offset);
    TimeWindow hour{end - kHour, end};
    for (const Stretch &stretch : stretchesOf(hour, zone)) {
        if (stretch.window.contains(time))
            hour = stretch.window;
    }
    return hour;
}

QDate firstDate(ViewStep step, QDate date)
{
    if (step == ViewStep::Week)
        return date.addDays(1 - date.dayOfWeek());
    return step == ViewStep::Month ? QDate(date.year(), date.month(), 1) : date;
}

QDate movedDate(ViewStep step, QDate date, int count)
{
    return step == ViewStep::Month ? date.addMonths(count) : date.addDays(count * (step == ViewStep::Week ? 7 : 1));
}

/** At the given clock time, as sameClock() says. */
qint64 atClock(QDate date, QTime clock, qint64 preferredOffset, const QTimeZone &zone)
{
    const qint64 naive = QDateTime(date, clock, Qt::UTC).toSecsSinceEpoch();
    if (offsetAt(naive - preferredOffset, zone) == preferredOffset)
        return naive - preferredOffset;
    // Far enough from any change on either side to know the offsets around it.
    const qint64 before = offsetAt(naive - kDay, zone);
    const qint64 after = offsetAt(naive + kDay, zone);
    for (const qint64 offset : {before, after}) {
        if (offsetAt(naive - offset, zone) == offset)
            return naive - offset;
    }
    // Skipped: as the clocks that were not put forward would have shown it.
    return naive - std::min(before, after);
}

/**
 * Whether the system has a zone of that name. Qt lists no aliases, and a name without a file it reads as a rule, by
 * which UTC+3 lies west of UTC, and any word is a zone.
 */
bool isInTzdata(const QString &name)
{
    // Newer Qt says of some rules, too, that they were available: EST5, UTC+3.
    static const QRegularExpression rule(u"^[^/]*[0-9]"_s);
    return (!rule.match(name).hasMatch() && QTimeZone::isTimeZoneIdAvailable(name.toLatin1()))
        || QFileInfo(u"/usr/share/zoneinfo/"_s + name).isFile() || QFileInfo(u"/usr/lib/zoneinfo/"_s + name).isFile();
}
}

bool isUtc(const QTimeZone &zone)
{
    static const QByteArray utc = QTimeZone::utc().id();
    return zone.id() == utc;
}

std::optional<QTimeZone> zoneFromName(const QString &name)
{
    // Names of one zone: a computer that says Etc/UTC means UTC.
    static const QRegularExpression utc(u"^(Etc/)?(UTC|UCT|Universal|Zulu)\\z"_s);
    // Files below right/ count leap seconds, and the rest in front are no zones of their own.
    static const QRegularExpression form(
        u"^(?!right/|posix/|localtime\\z|posixrules\\z|Factory\\z)[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*\\z"_s);
    if (utc.match(name).hasMatch())
        return QTimeZone::utc();
    if (!form.match(name).hasMatch() || !isInTzdata(name))
        return std::nullopt;
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

QString zoneName(const QTimeZone &zone)
{
    return QString::fromLatin1(zone.id());
}

qint64 startOfDate(QDate date, const QTimeZone &zone)
{
    const qint64 midnight = QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    if (isUtc(zone))
        return midnight;
    // QDate::startOfDay() takes the second of two midnights.
    const qint64 before = offsetAt(midnight - kDay, zone);
    const qint64 after = offsetAt(midnight + kDay, zone);
    for (const qint64 offset : {std::max(before, after), std::min(before, after)}) {
        if (offsetAt(midnight - offset, zone) == offset)
            return midnight - offset;
    }
    return stretchesOf({midnight - after, midnight - before + 1}, zone).constLast().window.from;
}

QDate dateAt(qint64 time, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(time, zone).date();
}

bool isShownTwice(qint64 time, const QTimeZone &zone)
{
    const qint64 clock = time + offsetAt(time, zone);
    const qint64 before = offsetAt(time - kDay, zone);
    const qint64 after = offsetAt(time + kDay, zone);
    return before != after && offsetAt(clock - before, zone) == before && offsetAt(clock - after, zone) == after;
}

qint64 clockIn(qint64 time, const QTimeZone &from, const QTimeZone &to)
{
    const qint64 offset = offsetAt(time, from);
    const QDateTime clock = QDateTime::fromSecsSinceEpoch(time + offset, Qt::UTC);
    return atClock(clock.date(), clock.time(), offset, to);
}

qint64 sameClock(qint64 time, qint64 days, qint64 seconds, const QTimeZone &zone)
{
    if (isUtc(zone))
        return time + days * kDay + seconds;
    const qint64 offset = offsetAt(time, zone);
    const QDateTime clock = QDateTime::fromSecsSinceEpoch(time + offset + seconds, Qt::UTC).addDays(days);
    return atClock(clock.date(), clock.time(), offset, zone);
}

qint64 sameClockMonths(qint64 time, int months, const QTimeZone &zone)
{
    const qint64 offset = offsetAt(time, zone);
    const QDateTime clock = QDateTime::fromSecsSinceEpoch(time + offset, Qt::UTC).addMonths(months);
    return atClock(clock.date(), clock.time(), offset, zone);
}

namespace ZoneBuckets
{
TimeWindow around(ViewStep step, qint64 time, const QTimeZone &zone)
{
    if (step == ViewStep::Minute || (isUtc(zone) && step <= ViewStep::Day)) {
        const StoredResolution level = levelOf(step);
        return {bucketStart(level, time), bucketStart(level, time) + secondsOf(level)};
    }
    if (step == ViewStep::Hour)
        return hourAround(time, zone);
    const QDate first = firstDate(step, dateAt(time, zone));
    return {startOfDate(first, zone), startOfDate(movedDate(step, first, 1), zone)};
}

QList<qint64> starts(ViewStep step, TimeWindow window, const QTimeZone &zone)
{
    QList<qint64> starts;
    if (window.isEmpty())
        return starts;
    if (step == ViewStep::Minute || (isUtc(zone) && step <= ViewStep::Day)) {
        const qint64 length = secondsOf(levelOf(step));
        starts.reserve((window.until - window.from) / length);
        for (qint64 start = window.from; start < window.until; start += length)
            starts.append(start);
        return starts;
    }
    if (step == ViewStep::Hour)
        return hourStarts(window, zone);
    for (QDate date = dateAt(window.from, zone);; date = movedDate(step, date, 1)) {
        const qint64 start = startOfDate(date, zone);
        if (start >= window.until)
            return starts;
        if (starts.isEmpty() || start != starts.constLast()) // no zone shows every date
            starts.append(start);
    }
}

TimeWindow endingAround(ViewStep step, qint64 time, int count, const QTimeZone &zone)
{
    const TimeWindow last = around(step, time, zone);
    return {moved(step, last.from, 1 - count, zone), last.until};
}

qint64 moved(ViewStep step, qint64 start, int count, const QTimeZone &zone)
{
    if (step == ViewStep::Minute || (isUtc(zone) && step <= ViewStep::Day))
        return start + count * secondsOf(levelOf(step));
    if (step != ViewStep::Hour)
        return startOfDate(movedDate(step, dateAt(start, zone), count), zone);
    for (; count > 0; --count)
        start = hourAround(start, zone).until;
    for (; count < 0; ++count)
        start = hourAround(start - 1, zone).from;
    return start;
}

int wholeMonths(TimeWindow window, const QTimeZone &zone)
{
    const QDate first = dateAt(window.from, zone);
    const QDate next = dateAt(window.until, zone);
    const bool isWhole = first.day() == 1 && next.day() == 1 && window.from == startOfDate(first, zone)
        && window.until == startOfDate(next, zone);
    return isWhole ? 12 * (next.year() - first.year()) + next.month() - first.month() : 0;
}

StoredResolution sourceLevel(ViewStep step, TimeWindow window, const QTimeZone &zone)
{
    if (isUtc(zone) || step == ViewStep::Minute || window.isEmpty())
        return levelOf(step);
    StoredResolution level = levelOf(step);
    for (const Stretch &stretch : stretchesOf(window, zone)) {
        if (stretch.offset % kHour != 0)
            return StoredResolution::Minute;
        if (stretch.offset != 0)
            level = std::min(level, StoredResolution::Hour);
    }
    return level;
}
}
}
