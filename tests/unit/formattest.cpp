// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/format.h"

#include "core/timetext.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void ranges_data();
    void ranges();
};

void FormatTest::numbers_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    const auto add = [](qint64 value, QString text) {
        QTest::addRow("%lld", value) << value << text;
    };
    add(0, u"0"_s);
    add(999, u"999"_s);
    add(1000, u"1k"_s);
    add(1049, u"1k"_s);
    add(1050, u"1.1k"_s);
    add(12400, u"12.4k"_s);
    add(187444, u"187.4k"_s);
    add(999949, u"999.9k"_s);
    add(999950, u"1M"_s);
    add(1200000, u"1.2M"_s);
    add(3000000000, u"3B"_s);
    add(4500000000000, u"4.5T"_s);
    add(9000000000000000, u"9000T"_s);
}

void FormatTest::numbers()
{
    QFETCH(const qint64, value);
    QFETCH(const QString, text);
    QCOMPARE(Format::shortNumber(value, QLocale::c()), text);
}

void FormatTest::ranges_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    const auto add = [](QString from, QString until, QString locale, QString text) {
        QTest::newRow(qPrintable(text)) << from << until << locale << text;
    };
    add(u"2025-11-15"_s, u"2025-11-22"_s, u"C"_s, u"15–21 Nov 2025"_s);
    add(u"2025-10-29"_s, u"2025-11-05"_s, u"C"_s, u"29 Oct – 4 Nov 2025"_s);
    add(u"2024-12-28"_s, u"2025-01-04"_s, u"C"_s, u"28 Dec 2024 – 3 Jan 2025"_s);
    add(u"2025-11-21"_s, u"2025-11-22"_s, u"C"_s, u"Fri 21 Nov 2025"_s);
    add(u"2025-11-21T14:00:00Z"_s, u"2025-11-21T15:00:00Z"_s, u"C"_s, u"21 Nov 2025, 14:00–14:59"_s);
    add(u"2025-11-20T15:00:00Z"_s, u"2025-11-21T15:00:00Z"_s, u"C"_s, u"20 Nov 2025, 15:00 – 21 Nov 2025, 14:59"_s);
    add(u"2025-11-15"_s, u"2025-11-22"_s, u"en_US"_s, u"Nov 15–21, 2025"_s);
    add(u"2025-10-29"_s, u"2025-11-05"_s, u"en_US"_s, u"Oct 29 – Nov 4, 2025"_s);
    add(u"2025-11-15"_s, u"2025-11-22"_s, u"de_DE"_s, u"15.–21. Nov. 2025"_s);
    add(u"2025-10-29"_s, u"2025-11-05"_s, u"tr_TR"_s, u"29 Eki – 4 Kas 2025"_s);
    add(u"2025-11-21"_s, u"2025-11-22"_s, u"tr_TR"_s, u"21 Kas 2025 Cum"_s);
    add(u"2025-10-29"_s, u"2025-11-05"_s, u"es_ES"_s, u"29 oct – 4 nov 2025"_s);
    add(u"2025-11-15"_s, u"2025-11-22"_s, u"ja_JP"_s, u"2025-11-15 – 2025-11-21"_s);
}

void FormatTest::ranges()
{
    QFETCH(const QString, from);
    QFETCH(const QString, until);
    QFETCH(const QString, locale);
    QFETCH(const QString, text);
    const TimeWindow window{secondsFromIso(from).value(), secondsFromIso(until).value()};
    const QLocale chosen = locale == "C"_L1 ? QLocale::c() : QLocale(locale);
    QCOMPARE(Format::range(window, QTimeZone::utc(), chosen), text);
}

POSTWAVE_TEST(FormatTest, Postwave::Testing::NoApplication)
#include "formattest.moc"
