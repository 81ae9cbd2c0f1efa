// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"

#include "core/knowntimes.h"
#include "core/storedresolution.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Walks over text digit by digit; after a failure every further step fails too. */
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }
    bool atEnd() const
    {
        return m_at == m_text.size();
    }
    bool failed() const
    {
        return m_failed;
    }
    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char16_t c = peek();
            if (c < u'0' || c > u'9') {
                m_failed = true;
                return 0;
            }
            value = value * 10 + (c - u'0');
            ++m_at;
        }
        return value;
    }
    bool accept(char16_t wanted)
    {
        if (peek() != wanted)
            return false;
        ++m_at;
        return true;
    }
    void require(char16_t wanted)
    {
        m_failed = m_failed || !accept(wanted);
    }
    int skipDigits()
    {
        int count = 0;
        for (; peek() >= u'0' && peek() <= u'9'; ++m_at)
            ++count;
        return count;
    }

private:
    char16_t peek() const
    {
        return m_at < m_text.size() ? m_text[m_at].unicode() : u'\0';
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_failed = false;
};

/** Seconds east of UTC at the end of a time; nothing where the text is no offset. */
std::optional<qint64> readOffset(Scanner &scanner)
{
    if (scanner.atEnd() || scanner.accept(u'Z') || scanner.accept(u'z'))
        return 0;
    const bool west = scanner.accept(u'-');
    if (!west && !scanner.accept(u'+'))
        return std::nullopt;
    const int hours = scanner.number(2);
    scanner.accept(u':');
    const int minutes = scanner.number(2);
    if (scanner.failed() || hours > 23 || minutes > 59)
        return std::nullopt;
    const qint64 offset = hours * 3600 + minutes * 60;
    return west ? -offset : offset;
}
}

qint64 daysFromCivil(int year, int month, int day)
{
    return QDate(year, month, day).toJulianDay() - QDate(1970, 1, 1).toJulianDay();
}

std::optional<qint64> secondsFromIso(QStringView text)
{
    Scanner scanner(text);
    const int year = scanner.number(4);
    scanner.require(u'-');
    const int month = scanner.number(2);
    scanner.require(u'-');
    const int day = scanner.number(2);
    if (scanner.failed() || !QDate::isValid(year, month, day))
        return std::nullopt;
    const auto known = [](qint64 seconds) {
        return kKnownTimes.contains(seconds) ? std::optional(seconds) : std::nullopt;
    };
    const qint64 midnight = daysFromCivil(year, month, day) * secondsOf(StoredResolution::Day);
    if (scanner.atEnd())
        return known(midnight);

    if (!scanner.accept(u'T'))
        scanner.require(u' ');
    const int hour = scanner.number(2);
    scanner.require(u':');
    const int minute = scanner.number(2);
    scanner.require(u':');
    const int second = scanner.number(2);
    if (scanner.accept(u'.')) {
        const int digits = scanner.skipDigits();
        if (digits < 1 || digits > 9)
            return std::nullopt;
    }
    if (scanner.failed() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    const std::optional<qint64> offset = readOffset(scanner);
    if (!offset || !scanner.atEnd())
        return std::nullopt;
    return known(midnight + hour * 3600 + minute * 60 + second - *offset);
}

std::optional<QDate> dateFromIso(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() && date.year() >= kFirstYear && date.year() <= kLastYear ? std::optional(date) : std::nullopt;
}

QString isoDate(qint64 seconds)
{
    const qint64 days = bucketStart(StoredResolution::Day, seconds) / secondsOf(StoredResolution::Day);
    return QDate(1970, 1, 1).addDays(days).toString(Qt::ISODate);
}

QString isoUtc(qint64 seconds)
{
    const qint64 second = seconds - bucketStart(StoredResolution::Day, seconds);
    return isoDate(seconds)
        + u"T%1:%2:%3Z"_s.arg(second / 3600, 2, 10, QChar(u'0'))
              .arg(second / 60 % 60, 2, 10, QChar(u'0'))
              .arg(second % 60, 2, 10, QChar(u'0'));
}

QString isoTime(qint64 seconds, const QTimeZone &zone)
{
    static const QByteArray utc = QTimeZone::utc().id();
    if (zone.id() == utc)
        return isoUtc(seconds);
    const int offset = zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
    const int minutes = std::abs(offset) / 60;
    QString text = isoUtc(seconds + offset);
    text.chop(1);
    return text + (offset < 0 ? u'-' : u'+')
        + u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}
}
