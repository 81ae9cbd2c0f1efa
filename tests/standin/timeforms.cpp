// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeforms.h"

#include <QRegularExpression>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
std::chrono::year_month_day civil(qint64 seconds)
{
    return std::chrono::sys_days(std::chrono::days(floored(seconds, kDay) / kDay));
}

void appendPadded(QByteArray &text, qint64 number, int width)
{
    const QByteArray digits = QByteArray::number(number);
    text.append(qMax(0, width - int(digits.size())), '0');
    text += digits;
}

void appendDate(QByteArray &text, qint64 seconds)
{
    const auto day = civil(seconds);
    appendPadded(text, int(day.year()), 4);
    text += '-';
    appendPadded(text, unsigned(day.month()), 2);
    text += '-';
    appendPadded(text, unsigned(day.day()), 2);
}

void appendMinute(QByteArray &text, qint64 seconds)
{
    const qint64 ofDay = seconds - floored(seconds, kDay);
    appendPadded(text, ofDay / kHour, 2);
    text += ':';
    appendPadded(text, ofDay / 60 % 60, 2);
}

QByteArray dateTime(qint64 seconds)
{
    QByteArray text;
    text.reserve(32);
    appendDate(text, seconds);
    text += 'T';
    appendMinute(text, seconds);
    text += ':';
    appendPadded(text, seconds - floored(seconds, 60), 2);
    return text;
}

IsoTime failed(const QString &error)
{
    return {.microseconds = 0, .offset = 0, .error = error};
}
}

IsoTime isoTime(QStringView text)
{
    static const QRegularExpression form(
        uR"(^(\d{4})-(\d\d)-(\d\d)(?:.(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?)"
        uR"((Z|([+-])(\d\d):?(\d\d))?)?$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return failed(u"Invalid isoformat string: '%1'"_s.arg(text));
    const auto number = [&match](int group) {
        return match.capturedView(group).toInt();
    };
    const std::chrono::year_month_day day(std::chrono::year(number(1)), std::chrono::month(unsigned(number(2))),
                                          std::chrono::day(unsigned(number(3))));
    if (!day.month().ok())
        return failed(u"month must be in 1..12"_s);
    if (!day.ok())
        return failed(u"day is out of range for month"_s);
    if (number(4) > 23)
        return failed(u"hour must be in 0..23"_s);
    if (number(5) > 59)
        return failed(u"minute must be in 0..59"_s);
    if (number(6) > 59)
        return failed(u"second must be in 0..59"_s);

    IsoTime time;
    if (match.capturedLength(9) > 0) {
        const int distance = number(10) * 3600 + number(11) * 60;
        time.offset = match.capturedView(9) == u'-' ? -distance : distance;
    }
    const qint64 days = std::chrono::sys_days(day).time_since_epoch().count();
    const qint64 seconds = days * kDay + number(4) * kHour + number(5) * 60 + number(6) - time.offset;
    const QString fraction = match.captured(7).leftJustified(6, u'0', true);
    time.microseconds = seconds * 1'000'000 + fraction.toInt();
    return time;
}

qint64 floored(qint64 seconds, qint64 step)
{
    const qint64 rest = seconds % step;
    return rest < 0 ? seconds - rest - step : seconds - rest;
}

QByteArray dateText(qint64 seconds)
{
    QByteArray text;
    appendDate(text, seconds);
    return text;
}

QByteArray minuteText(qint64 seconds, int offset)
{
    QByteArray text;
    appendMinute(text, seconds + offset);
    return text;
}

QByteArray zonedText(qint64 seconds, int offset)
{
    QByteArray text = dateTime(seconds + offset);
    if (offset == 0) {
        text += 'Z';
    } else {
        text += offset < 0 ? '-' : '+';
        appendMinute(text, qAbs(offset));
    }
    return text;
}

QByteArray plusZeroText(qint64 seconds)
{
    return dateTime(seconds) + "+00:00";
}

QByteArray naiveText(qint64 microseconds)
{
    const qint64 seconds = floored(microseconds, 1'000'000) / 1'000'000;
    QByteArray text = dateTime(seconds);
    const qint64 fraction = microseconds - seconds * 1'000'000;
    if (fraction != 0) {
        text += '.';
        appendPadded(text, fraction, 6);
    }
    return text;
}

QByteArray httpDate(qint64 seconds)
{
    static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = civil(seconds);
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    QByteArray text = kDays[weekday.c_encoding()];
    text += ", ";
    appendPadded(text, unsigned(day.day()), 2);
    text += ' ';
    text += kMonths[unsigned(day.month()) - 1];
    text += ' ';
    appendPadded(text, int(day.year()), 4);
    text += ' ' + dateTime(seconds).mid(11) + " GMT";
    return text;
}
}
