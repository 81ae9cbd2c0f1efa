// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/viewquery.h"

#include <array>

namespace Postwave
{
/** Spans of the calendar that have names. */
enum class NamedRange : quint8 {
    Today,
    Yesterday,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    LastQuarter,
};

inline constexpr std::array kNamedRanges = {NamedRange::Today,       NamedRange::Yesterday,  NamedRange::ThisWeek,
                                            NamedRange::LastWeek,    NamedRange::ThisMonth,  NamedRange::LastMonth,
                                            NamedRange::ThisQuarter, NamedRange::LastQuarter};

/** "today", "last week", …: what models and settings call it. */
QString namedRangeName(NamedRange range);
std::optional<NamedRange> namedRangeFromName(const QString &name);

/**
 * The buckets that the name means at @p now: hours of today and yesterday, days of all others. A quarter is three
 * months from January, April, July or October; a week begins on Monday. This week and the like last to their ends.
 */
ViewQuery questionOf(NamedRange range, qint64 now, const QTimeZone &zone);

/** The buckets of the step that hold the days from @p first to @p last. */
ViewQuery rangeQuestion(QDate first, QDate last, ViewStep step, const QTimeZone &zone);
}
