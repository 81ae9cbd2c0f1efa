// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace Postwave
{
/**
 * Reads every form of time that the server writes: `2025-11-21T07:00:00Z`, an offset
 * `+05:00` or `+0500`, or none at all (which means UTC), with 0 to 9 digits of fraction, and a
 * space in place of the T. A plain date is its midnight.
 * @return whole seconds since the epoch (the fraction is dropped downwards); nothing
 *         for text that is no time, such as 30 February, and outside of kKnownTimes.
 */
std::optional<qint64> secondsFromIso(QStringView text);

/** `2025-11-21`, of the years from kFirstYear to kLastYear; nothing for any other text. */
std::optional<QDate> dateFromIso(const QString &text);

/** `2025-11-21T07:00:00Z` */
QString isoUtc(qint64 seconds);

/** `2025-11-21T12:00:00+05:00`: the time that the clocks of the zone show; as isoUtc() for UTC. */
QString isoTime(qint64 seconds, const QTimeZone &zone);

/** Days of the proleptic Gregorian calendar since 1970-01-01. */
qint64 daysFromCivil(int year, int month, int day);

/** `2025-11-21` of the UTC day that contains @p seconds. */
QString isoDate(qint64 seconds);
}
