// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timewindow.h"
#include "core/viewstep.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace Postwave
{
/**
 * Time buckets as the clocks of a zone show them. A day lasts from the first moment of its date to the first of
 * the next, 23 or 25 hours where the clocks change; an hour is the longest span of one date, one hour and one
 * offset, so that an hour shown twice is two buckets.
 */
namespace ZoneBuckets
{
/** The bucket that holds @p time. */
TimeWindow around(ViewStep step, qint64 time, const QTimeZone &zone);

/** Starts of all buckets in @p window, whose ends are bucket borders. */
QList<qint64> starts(ViewStep step, TimeWindow window, const QTimeZone &zone);

/** From @p count buckets before the end of the one that holds @p time to that end. */
TimeWindow endingAround(ViewStep step, qint64 time, int count, const QTimeZone &zone);

/** Start of the bucket @p count after (before, when negative) the one that starts at @p start. */
qint64 moved(ViewStep step, qint64 start, int count, const QTimeZone &zone);

/** How many calendar months a window is made of; 0 where it is not whole ones. */
int wholeMonths(TimeWindow window, const QTimeZone &zone);

/**
 * The stored buckets that add up to those of the window. Days of UTC hold no local ones, and its hours only where
 * every offset is whole hours.
 */
StoredResolution sourceLevel(ViewStep step, TimeWindow window, const QTimeZone &zone);
}

/** Any name of a time zone that this system's tzdata has, aliases too; nothing for other text, such as "UTC+3". */
std::optional<QTimeZone> zoneFromName(const QString &name);
QString zoneName(const QTimeZone &zone);
bool isUtc(const QTimeZone &zone);

/** First moment of a date; where the clocks skip midnight, the moment after. */
qint64 startOfDate(QDate date, const QTimeZone &zone);
/** The date that the clocks show. */
QDate dateAt(qint64 time, const QTimeZone &zone);

/** Whether the clocks show what they show at @p time a second time, because they were put back. */
bool isShownTwice(qint64 time, const QTimeZone &zone);

/** The moment at which the clocks of @p to show what those of @p from show at @p time; see sameClock(). */
qint64 clockIn(qint64 time, const QTimeZone &from, const QTimeZone &to);

/**
 * The moment at which the clocks show what they show at @p time, @p days days and @p seconds away. Of a time shown
 * twice the one with the same offset as at @p time, else the first; a time never shown is as much later as is skipped.
 */
qint64 sameClock(qint64 time, qint64 days, qint64 seconds, const QTimeZone &zone);
/** The same, a number of calendar months away; where that month is too short its last day. */
qint64 sameClockMonths(qint64 time, int months, const QTimeZone &zone);
}
