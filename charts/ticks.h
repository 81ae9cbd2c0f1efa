// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timewindow.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <functional>

namespace Postwave
{
/** A label of the time axis. */
struct TimeTick {
    qint64 time = 0; ///< seconds; a round time of the zone
    QString label;
    bool strong = false; ///< begins something larger, such as a day among hours

    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/** Whether labels can stand beside each other. */
using TicksFit = std::function<bool(const QList<TimeTick> &)>;

/**
 * Round times in @p window for buckets of @p bucketSeconds: midnights, Mondays, firsts of a month or year;
 * 00 06 12 18 h; 00 15 30 45 min. The coarsest steps with at least four labels, or if those do
 * not fit, the next that do; one label, or none, where nothing fits.
 */
QList<TimeTick> timeTicks(TimeWindow window, qint64 bucketSeconds, const QTimeZone &zone, const QLocale &locale,
                          const TicksFit &fits);
}
