// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timewindow.h"
#include "series/chartspec.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTime>
#include <QTimeZone>

namespace Postwave
{
/** Every word of a picture. Dates and numbers follow the locale, sentences the translation. */
namespace ChartText
{
/** `12.4k`, `1.2M`, `3B`, `9000T`; up to 999 in full. One decimal, and only where it is not 0. */
QString shortNumber(qint64 value, const QLocale &locale);

/** "21 Nov", "Sat 15 Nov", "2025", "14:00". */
QString day(QDate date, const QLocale &locale);
QString weekdayAndDay(QDate date, const QLocale &locale);
QString year(QDate date, const QLocale &locale);
QString clock(QTime time, const QLocale &locale);
/** "21 Nov 2025". */
QString fullDay(QDate date, const QLocale &locale);

/** "15–21 Nov 2025", "Fri 21 Nov 2025", "21 Nov 2025, 14:00–14:59"; the end is the last minute that belongs to it. */
QString range(TimeWindow window, const QTimeZone &zone, const QLocale &locale);
/** "As of 21 Nov 2025 14:37 UTC"; empty for 0. */
QString asOf(qint64 time, const QTimeZone &zone, const QString &zoneName, const QLocale &locale);

/** "Views so far", for the legend. */
QString metricWords(Metric metric);
/** "Views so far, by day of publication". */
QString subtitle(const ChartSpec &spec);
/** "Source: https://…". */
QString source(const ChartSpec &spec);

QString partial(Level level);
QString unknown();
QString viral();
QString commentsMixed();
/** "No posts from 15 Nov 2025 to 21 Nov 2025". */
QString noPosts(TimeWindow window, const QTimeZone &zone, const QLocale &locale);
QString nothingFetched();
QString notBegun();
}

/** The zone of a spec's texts; UTC where its name is unknown here. */
QTimeZone zoneOf(const ChartSpec &spec);
}
