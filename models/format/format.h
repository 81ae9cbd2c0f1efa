// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"
#include "core/timewindow.h"
#include "core/viewstep.h"
#include "series/seriesview.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>
#include <QTime>
#include <QTimeZone>

namespace Postwave
{
/** Dates, times and numbers as people read them: order and names as the locale has them, sentences translated. */
namespace Format
{
/** "21 Nov", "Sat 15 Nov", "2025", "14:00". */
QString day(QDate date, const QLocale &locale);
QString weekdayAndDay(QDate date, const QLocale &locale);
QString year(QDate date, const QLocale &locale);
QString clock(QTime time, const QLocale &locale);
/** "21 Nov 2025", "Fri 21 Nov 2025". */
QString fullDay(QDate date, const QLocale &locale);
QString fullDayWithWeekday(QDate date, const QLocale &locale);

/** "15–21 Nov 2025", "Fri 21 Nov 2025", "21 Nov 2025, 14:00–14:59"; the end is the last minute that belongs to it. */
QString range(TimeWindow window, const QTimeZone &zone, const QLocale &locale);

/** "1–20 Nov 2025 against 12–31 Oct 2025, by date". */
QString against(const QString &range, const ComparisonRows &compared, const QTimeZone &zone, const QLocale &locale);

/** `12.4k`, `1.2M`, `3B`, `9000T`; up to 999 in full. One decimal, and only where it is not 0. */
QString shortNumber(qint64 value, const QLocale &locale);

/** "UTC", "New York": the place alone of a zone's name. */
QString zone(const QTimeZone &zone);
/** "November 2025". */
QString month(QDate date, const QLocale &locale);

/** "Views to date": buckets count what their posts gathered until now. */
QString metric(Metric metric);
/** "Views so far, by day of publication"; with several metrics "Totals so far, …". */
QString subtitle(ViewStep step, const QList<Metric> &metrics);
}
}
