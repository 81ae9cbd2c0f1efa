// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/clocktext.h"

#include "core/knowntimes.h"
#include "core/storedresolution.h"

#include <QCoreApplication>

#include <cstdlib>

namespace Postwave::ClockText
{
namespace
{
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Clock)
};

/** In the one unit that tells most, rounded down. */
QString length(qint64 seconds)
{
    const qint64 days = seconds / secondsOf(StoredResolution::Day);
    const qint64 hours = seconds / secondsOf(StoredResolution::Hour);
    if (days >= 2)
        return Text::tr("%n day(s)", nullptr, int(days));
    if (hours >= 2)
        return Text::tr("%n hour(s)", nullptr, int(hours));
    return Text::tr("%n minute(s)", nullptr, int(seconds / secondsOf(StoredResolution::Minute)));
}
}

QString slow(qint64 behind)
{
    return Text::tr("This computer’s clock is %1 slow. Postwave uses the server’s clock instead.").arg(length(behind));
}

QString agreed()
{
    return Text::tr("The server’s clock agrees with this computer’s.");
}

QString apart(qint64 ahead)
{
    if (std::abs(ahead) > kKnownTimes.until - kKnownTimes.from)
        return Text::tr(
            "The server’s clock is centuries off, so the age of its data is unknown. Ask its operator to "
            "correct it.");
    const QString whose = ahead > 0 ? Text::tr("The server’s clock is %1 ahead of this computer’s.")
                                    : Text::tr("The server’s clock is %1 behind this computer’s.");
    return whose.arg(length(std::abs(ahead)));
}

QString disputed(qint64 ahead)
{
    // A clock that tells no time at all cannot be trusted.
    if (std::abs(ahead) > kKnownTimes.until - kKnownTimes.from)
        return apart(ahead);
    return apart(ahead) + u' '
        + Text::tr(
               "Data counts as seen only up to the earlier time. Set the wrong clock right, or choose to trust the "
               "server’s clock (Server details, or --trust-server-clock).");
}

QString beforeData()
{
    return Text::tr("By this computer’s clock, the saved data is from the future. Check the computer’s date and time.");
}
}
