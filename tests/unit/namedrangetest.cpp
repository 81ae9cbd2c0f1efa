// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/namedrange.h"
#include "core/timetext.h"
#include "core/zonebuckets.h"
#include "testcase.h"

#include <QDate>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class NamedRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("view");
        const auto row = [](const char *name, const char *zone, const char *view) {
            QTest::addRow("%s, %s", name, zone)
                << QString::fromLatin1(name) << QString::fromLatin1(zone) << QString::fromLatin1(view);
        };
        // It is Friday, 31 October, 22:30 in UTC, and Saturday, 1 November in Tashkent.
        row("today", "UTC", "2025-10-31T00:00 to 2025-10-31T23:00 by hour");
        row("today", "Asia/Tashkent", "2025-11-01T00:00 to 2025-11-01T23:00 by hour");
        row("yesterday", "UTC", "2025-10-30T00:00 to 2025-10-30T23:00 by hour");
        row("this week", "UTC", "2025-10-27 to 2025-11-02 by day");
        row("last week", "UTC", "2025-10-20 to 2025-10-26 by day");
        row("this month", "UTC", "2025-10-01 to 2025-10-31 by day");
        row("this month", "Asia/Tashkent", "2025-11-01 to 2025-11-30 by day");
        row("last month", "UTC", "2025-09-01 to 2025-09-30 by day");
        row("this quarter", "UTC", "2025-10-01 to 2025-12-31 by day");
        row("last quarter", "UTC", "2025-07-01 to 2025-09-30 by day");
    }
    void spans()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, zone);
        QFETCH(const QString, view);
        const std::optional<NamedRange> range = namedRangeFromName(name);
        QVERIFY(range);
        QCOMPARE(viewName(questionOf(*range, *secondsFromIso(u"2025-10-31T22:30:00Z"), *zoneFromName(zone))), view);
    }

    void lastQuarterOfTheYearBefore()
    {
        const ViewQuery quarter =
            questionOf(NamedRange::LastQuarter, *secondsFromIso(u"2026-02-10T00:00:00Z"), QTimeZone::utc());
        QCOMPARE(viewName(quarter), u"2025-10-01 to 2025-12-31 by day"_s);
    }

    void namesAreKnown()
    {
        for (const NamedRange range : kNamedRanges)
            QVERIFY(namedRangeFromName(namedRangeName(range)) == range);
        QVERIFY(!namedRangeFromName(u"tomorrow"_s));
    }

    void stepsThatFit_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("step");
        QTest::newRow("a day") << 1 << int(ViewStep::Hour);
        QTest::newRow("two days") << 2 << int(ViewStep::Hour);
        QTest::newRow("three days") << 3 << int(ViewStep::Day);
        QTest::newRow("120 days") << 120 << int(ViewStep::Day);
        QTest::newRow("121 days") << 121 << int(ViewStep::Week);
        QTest::newRow("two years") << 731 << int(ViewStep::Week);
        QTest::newRow("more than two years") << 732 << int(ViewStep::Month);
    }
    void stepsThatFit()
    {
        QFETCH(const int, days);
        QFETCH(const int, step);
        const QDate first(2025, 1, 1);
        QCOMPARE(int(fittingStep(first, first.addDays(days - 1))), step);
    }

    void rangesHoldTheirDaysWhole()
    {
        const ViewQuery weeks =
            rangeQuestion(QDate(2025, 11, 5), QDate(2025, 11, 18), ViewStep::Week, QTimeZone::utc());
        QCOMPARE(viewName(weeks), u"2025-11-03 to 2025-11-17 by week"_s);
        QCOMPARE(viewWindow(weeks, 0).until, *secondsFromIso(u"2025-11-24"));
    }
};

POSTWAVE_TEST(NamedRangeTest, QCoreApplication)

#include "namedrangetest.moc"
