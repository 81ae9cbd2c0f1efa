// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Postwave::StandIn
{
// The stand-in shares no code with the program it tests: a mistake made once must not
// stand on both sides of a comparison.

inline constexpr qint64 kHour = 3600;
inline constexpr qint64 kDay = 86400;

/** A time as read from a request or a file. */
struct IsoTime {
    qint64 microseconds = 0; ///< since the epoch, UTC
    int offset = 0; ///< seconds east of UTC that the text carried; 0 for a naive text
    QString error; ///< the parser's words; empty when the text was a time

    qint64 seconds() const
    {
        return microseconds >= 0 ? microseconds / 1'000'000 : (microseconds - 999'999) / 1'000'000;
    }
};

/** Reads a date or date-time as the server's language does, with its own words on failure. */
IsoTime isoTime(QStringView text);

/** Rounds down to a multiple of @p step, also before 1970. */
qint64 floored(qint64 seconds, qint64 step);

/** `2025-11-21` */
QByteArray dateText(qint64 seconds);

/** `14:05` at the given distance from UTC. */
QByteArray minuteText(qint64 seconds, int offset = 0);

/** `2025-11-21T07:00:00Z`, or with `+05:00` for another offset than 0. */
QByteArray zonedText(qint64 seconds, int offset = 0);

/** `2025-11-20T14:55:10+00:00` */
QByteArray plusZeroText(qint64 seconds);

/** `2025-11-21T14:37:20.301122`; without fraction when the microseconds happen to be 0. */
QByteArray naiveText(qint64 microseconds);

/** `Fri, 21 Nov 2025 14:37:20 GMT` */
QByteArray httpDate(qint64 seconds);
}
