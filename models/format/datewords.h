// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>

#include <optional>

namespace Postwave
{
/** A day, month or year: its first and last date. */
struct DateSpan {
    QDate first;
    QDate last;

    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

/**
 * What people mean when they type a date: "1 oct", "Oct 1, 2025", "8.11.", "2025-10-01", "nov", "2025-11", "2025".
 * Months are known by their names in @p locale and in English, in full or by three letters or more. Without a year it
 * is the latest such day or month that has begun by @p today.
 * @return nothing for other text, and for dates before 2013, when there were no channels, or after 2199
 */
std::optional<DateSpan> dateSpanFromWords(const QString &text, QDate today, const QLocale &locale);
}
