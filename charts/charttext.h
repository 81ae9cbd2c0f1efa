// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timewindow.h"
#include "series/chartspec.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace Postwave
{
/** The words that only a picture has; dates, numbers and metrics are those of `Format`. */
namespace ChartText
{
/** "As of 21 Nov 2025 14:37 UTC"; empty for 0. */
QString asOf(qint64 time, const QTimeZone &zone, const QString &zoneName, const QLocale &locale);

/** "Views so far, by day of publication". */
QString subtitle(const ChartSpec &spec);
/** "Source: https://…". */
QString source(const ChartSpec &spec);

/** "Likes (right axis)": what the legend says of a metric that is not measured on the left one. */
QString onRightAxis(const QString &metric);
/** "Compared with 7–13 Nov 2025". */
QString compared(const ChartSpec &spec, const QLocale &locale);
QString partial(ViewStep step);
QString unknown();
QString viral();
/** "Logarithmic scale". */
QString logarithmic();
QString commentsMixed();
/** "No posts from 15 Nov 2025 to 21 Nov 2025". */
QString noPosts(TimeWindow window, const QTimeZone &zone, const QLocale &locale);
QString nothingFetched();
QString notBegun();
}

/** The zone of a spec's texts; UTC where its name is unknown here. */
QTimeZone zoneOf(const ChartSpec &spec);
}
