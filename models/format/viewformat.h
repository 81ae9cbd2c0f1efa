// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/bucketstate.h"
#include "series/comparison.h"
#include "series/namedrange.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace Postwave
{
/** What the window says of views and buckets. Times are those of a zone, which is named where a time stands alone. */
namespace ViewFormat
{
/** "90 days", "1 hour", "All time". */
QString period(Period period);
/** "90d", as short as a button. */
QString periodButton(Period period);

/** "Today", "Last quarter". */
QString namedRange(NamedRange range);
/** "UTC+05:00", how far the clocks of a zone are ahead at a time. */
QString zoneOffset(const QTimeZone &zone, qint64 time);
/** "UTC", "Tashkent UTC+05:00". */
QString placeAndOffset(const QTimeZone &zone, qint64 time);
/** What the arrows lead to: "Previous day", "Next hour", "Next range". */
QString stepTo(const ViewQuery &question, int steps);

/** One text a step of the path: "90 days", "21 Nov 2025", "14:00". */
QStringList breadcrumbs(const QList<ViewQuery> &path, const QLocale &locale);

/** "10–16 Nov 2025", "Fri 21 Nov 2025", "21 Nov 2025, 14:00–14:59 UTC", "21 Nov 2025, 14:05 Tashkent". */
QString bucketSpan(ViewStep step, qint64 start, const QTimeZone &zone, const QLocale &locale);
/**
 * As short as a row has room for: "Fri 21 Nov", "14:00–14:59", "14:05"; with the day where the window has several of
 * them: "21 Nov, 14:00–14:59".
 */
QString bucketRow(ViewStep step, qint64 start, TimeWindow window, const QTimeZone &zone, const QLocale &locale);
/** What a click does: "Open 21 Nov", "Open 14:00–14:59"; empty for minutes. */
QString drillHint(ViewStep step, qint64 start, const QTimeZone &zone, const QLocale &locale);

/** "In progress", "Not downloaded", "In the future"; empty for complete buckets. */
QString state(BucketState state);
/** A number in full, "–" for an unknown one. */
QString count(Count value, const QLocale &locale);
/**
 * A number with the same plural form, for tr(), which knows none above INT_MAX. It is not to be shown: the text takes
 * the number itself as an argument.
 */
int plural(qint64 number);
/** "2.3 %", "–" for an unknown one. */
QString percent(std::optional<double> ratio, const QLocale &locale);
/** "+1,204 (+12.3 %)", "new", "–", "not comparable yet". */
QString change(const Change &change, const QLocale &locale);
/** "+12.3 %", "new", "–", "not comparable yet". */
QString changeInPercent(const Change &change, const QLocale &locale);
/** "as of 12:04 UTC", "as of 21 Nov, 12:04 UTC" on another day than @p now. */
QString asOf(qint64 time, qint64 now, const QTimeZone &zone, const QLocale &locale);
/** "just now", "3 min old", "2 h old", "5 days old". */
QString age(qint64 seconds);
}
}
