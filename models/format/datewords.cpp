// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/datewords.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr int kFirstYear = 2013;
constexpr int kLastYear = 2199;
constexpr int kMonths = 12;
constexpr int kFewestLetters = 3;

/** Simplified, in small letters, with the digits of all scripts as those that numbers are read from. */
QString plain(const QString &text, const QLocale &locale)
{
    QString typed = locale.toLower(text.simplified());
    for (QChar &character : typed) {
        if (character.isDigit())
            character = QChar(u'0' + character.digitValue());
    }
    return typed;
}

/** The only month that @p word is, or begins, the name of; 0 for none or several. */
int monthNamed(const QString &word, const QLocale &locale)
{
    int found = 0;
    for (int month = 1; month <= kMonths; ++month) {
        bool isThis = false;
        for (const QLocale &own : {locale, QLocale::c()}) {
            for (const QLocale::FormatType form : {QLocale::LongFormat, QLocale::ShortFormat}) {
                for (const QString &name : {own.monthName(month, form), own.standaloneMonthName(month, form)}) {
                    const QString known = plain(name, own).remove(u'.');
                    isThis = isThis || known == word || (word.size() >= kFewestLetters && known.startsWith(word));
                }
            }
        }
        if (isThis && found != 0)
            return 0;
        if (isThis)
            found = month;
    }
    return found;
}

/** A day of the week, or a word such as "de" that the locale writes between a day and a month. */
bool saysNothing(const QString &word, const QLocale &locale)
{
    static const QRegularExpression quoted(u"'([^']+)'"_s);
    auto between = quoted.globalMatch(locale.dateFormat(QLocale::LongFormat));
    while (between.hasNext()) {
        if (plain(between.next().captured(1), locale).remove(u'.') == word)
            return true;
    }
    for (int day = 1; day <= 7; ++day) {
        for (const QLocale &own : {locale, QLocale::c()}) {
            for (const QLocale::FormatType form : {QLocale::LongFormat, QLocale::ShortFormat}) {
                if (plain(own.dayName(day, form), own).remove(u'.') == word)
                    return true;
            }
        }
    }
    return false;
}

/** 2026 of "2026" and of "26"; 0 for what is no year. */
int yearOf(const QString &digits)
{
    const int number = digits.toInt();
    if (digits.size() == 2)
        return 2000 + number;
    return digits.size() == 4 && number >= kFirstYear && number <= kLastYear ? number : 0;
}

std::optional<DateSpan> dayOf(int day, int month, int year, QDate today)
{
    const auto known = [](QDate date) {
        return date.isValid() && date.year() >= kFirstYear && date.year() <= kLastYear
            ? std::optional(DateSpan{date, date})
            : std::nullopt;
    };
    if (year != 0)
        return known(QDate(year, month, day));
    // 29 February is in one year of four, or of eight.
    constexpr int yearsBack = 8;
    for (int back = 0; back <= yearsBack; ++back) {
        const QDate date(today.year() - back, month, day);
        if (date.isValid() && date <= today)
            return known(date);
    }
    return std::nullopt;
}

std::optional<DateSpan> monthOf(int month, int year, QDate today)
{
    if (month < 1 || month > kMonths)
        return std::nullopt;
    const QDate thisYear(today.year(), month, 1);
    const QDate first = year != 0 ? QDate(year, month, 1) : (thisYear <= today ? thisYear : thisYear.addYears(-1));
    if (first.year() < kFirstYear || first.year() > kLastYear)
        return std::nullopt;
    return DateSpan{first, first.addMonths(1).addDays(-1)};
}

/** "2025-10-01", "2025-10", "2025". */
std::optional<DateSpan> fromIso(const QString &typed, QDate today)
{
    static const QRegularExpression form(u"^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"_s);
    const QRegularExpressionMatch match = form.match(typed);
    const int year = match.hasMatch() ? yearOf(match.captured(1)) : 0;
    if (year == 0)
        return std::nullopt;
    if (match.hasCaptured(3))
        return dayOf(match.captured(3).toInt(), match.captured(2).toInt(), year, today);
    if (match.hasCaptured(2))
        return monthOf(match.captured(2).toInt(), year, today);
    return DateSpan{QDate(year, 1, 1), QDate(year, kMonths, 31)};
}

/** "8.11.", "8.11.2025"; "11/8" where the locale writes the month first. */
std::optional<DateSpan> fromNumbers(const QString &typed, QDate today, const QLocale &locale)
{
    static const QRegularExpression form(u"^(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{2}|\\d{4}))?\\.?$"_s);
    const QRegularExpressionMatch match = form.match(typed);
    const int year = match.hasCaptured(4) ? yearOf(match.captured(4)) : 0;
    if (!match.hasMatch() || (match.hasCaptured(4) && year == 0))
        return std::nullopt;
    const QString pattern = locale.dateFormat(QLocale::ShortFormat);
    const bool isMonthFirst = match.captured(2) != u"." && pattern.indexOf(u'M') < pattern.indexOf(u'd');
    const int first = match.captured(1).toInt();
    const int second = match.captured(3).toInt();
    return isMonthFirst ? dayOf(second, first, year, today) : dayOf(first, second, year, today);
}

/** "1 oct", "Oct 1, 2025", "october 2025", "oct": a month's name, with a day and a year at most. */
std::optional<DateSpan> fromNames(const QString &typed, QDate today, const QLocale &locale)
{
    static const QRegularExpression separators(u"[\\s,]+"_s);
    int day = 0;
    int month = 0;
    int year = 0;
    for (QString word : typed.split(separators, Qt::SkipEmptyParts)) {
        while (word.endsWith(u'.'))
            word.chop(1);
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber && word.size() <= 2 && day == 0 && number > 0)
            day = number;
        else if (isNumber && word.size() == 4 && year == 0 && yearOf(word) != 0)
            year = number;
        else if (!isNumber && month == 0 && monthNamed(word, locale) != 0)
            month = monthNamed(word, locale);
        else if (isNumber || !saysNothing(word, locale))
            return std::nullopt;
    }
    if (month == 0)
        return std::nullopt;
    return day != 0 ? dayOf(day, month, year, today) : monthOf(month, year, today);
}

/** As the locale writes dates itself, with "de" and the like between the words. */
std::optional<DateSpan> fromLocale(const QString &text, QDate today, const QLocale &locale)
{
    for (const QLocale::FormatType form : {QLocale::ShortFormat, QLocale::LongFormat}) {
        const QDate date = locale.toDate(text.trimmed(), form);
        // Two digits of a year are of this century, whatever Qt makes of them.
        const bool isOfThisCentury =
            date.isValid() && date.year() < 2000 && !text.contains(QString::number(date.year()));
        if (date.isValid())
            return dayOf(date.day(), date.month(), date.year() + (isOfThisCentury ? 100 : 0), today);
    }
    return std::nullopt;
}
}

std::optional<DateSpan> dateSpanFromWords(const QString &text, QDate today, const QLocale &locale)
{
    const QString typed = plain(text, locale);
    if (const auto read = fromIso(typed, today))
        return read;
    if (const auto read = fromNumbers(typed, today, locale))
        return read;
    if (const auto read = fromNames(typed, today, locale))
        return read;
    return fromLocale(text, today, locale);
}
}
