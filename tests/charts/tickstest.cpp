// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ticks.h"
#include "core/storedresolution.h"
#include "core/timetext.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class TicksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data();
    void times();
    void marksDaysAmongHours();
    void skipsTheHourThatIsNot();
    void givesUpWhereNothingFits();
};

void TicksTest::times_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<StoredResolution>("level");
    QTest::addColumn<int>("room");
    QTest::addColumn<QString>("labels");
    const auto add = [](const char *name, QString from, QString until, StoredResolution level, int room,
                        QString labels) {
        QTest::newRow(name) << from << until << level << room << labels;
    };
    add("7 days", u"2025-11-15"_s, u"2025-11-22"_s, StoredResolution::Day, 20,
        u"Sat 15 Nov,Sun 16 Nov,Mon 17 Nov,Tue 18 Nov,Wed 19 Nov,Thu 20 Nov,Fri 21 Nov"_s);
    add("one day", u"2025-11-21"_s, u"2025-11-22"_s, StoredResolution::Day, 20, u"Fri 21 Nov"_s);
    add("30 days: Mondays", u"2025-10-23"_s, u"2025-11-22"_s, StoredResolution::Day, 20,
        u"27 Oct,3 Nov,10 Nov,17 Nov"_s);
    add("90 days: Mondays", u"2025-08-24"_s, u"2025-11-22"_s, StoredResolution::Day, 20,
        u"25 Aug,1 Sep,8 Sep,15 Sep,22 Sep,29 Sep,6 Oct,13 Oct,20 Oct,27 Oct,3 Nov,10 Nov,17 Nov"_s);
    add("90 days, narrow: months", u"2025-08-24"_s, u"2025-11-22"_s, StoredResolution::Day, 8, u"Sep,Oct,Nov"_s);
    add("a year: quarters", u"2024-11-22"_s, u"2025-11-22"_s, StoredResolution::Day, 20, u"2025,Apr,Jul,Oct"_s);
    add("ten years", u"2015-11-24"_s, u"2025-11-22"_s, StoredResolution::Day, 20,
        u"2016,2017,2018,2019,2020,2021,2022,2023,2024,2025"_s);
    add("ten years, narrow", u"2015-11-24"_s, u"2025-11-22"_s, StoredResolution::Day, 5, u"2020,2025"_s);
    add("a day of hours", u"2025-11-21"_s, u"2025-11-22"_s, StoredResolution::Hour, 20, u"00:00,06:00,12:00,18:00"_s);
    add("12 hours", u"2025-11-21T03:00:00Z"_s, u"2025-11-21T15:00:00Z"_s, StoredResolution::Hour, 20,
        u"03:00,06:00,09:00,12:00"_s);
    add("6 hours", u"2025-11-21T09:00:00Z"_s, u"2025-11-21T15:00:00Z"_s, StoredResolution::Hour, 20,
        u"09:00,10:00,11:00,12:00,13:00,14:00"_s);
    add("an hour of minutes", u"2025-11-21T14:00:00Z"_s, u"2025-11-21T15:00:00Z"_s, StoredResolution::Minute, 20,
        u"14:00,14:15,14:30,14:45"_s);
    add("a day of minutes", u"2025-11-21"_s, u"2025-11-22"_s, StoredResolution::Minute, 20,
        u"00:00,06:00,12:00,18:00"_s);
    add("one minute", u"2025-11-21T14:07:00Z"_s, u"2025-11-21T14:08:00Z"_s, StoredResolution::Minute, 20, u"14:07"_s);
    add("nothing", u"2025-11-21"_s, u"2025-11-21"_s, StoredResolution::Day, 20, QString());
}

void TicksTest::times()
{
    QFETCH(const QString, from);
    QFETCH(const QString, until);
    QFETCH(const StoredResolution, level);
    QFETCH(const int, room);
    QFETCH(const QString, labels);
    const TimeWindow window{secondsFromIso(from).value(), secondsFromIso(until).value()};
    const QList<TimeTick> ticks =
        timeTicks(window, secondsOf(level), QTimeZone::utc(), QLocale::c(), [room](const QList<TimeTick> &some) {
            return some.size() <= room;
        });
    QStringList texts;
    for (const TimeTick &tick : ticks) {
        QVERIFY(window.contains(tick.time));
        QCOMPARE(bucketStart(level, tick.time), tick.time);
        texts.append(tick.label);
    }
    QCOMPARE(texts.join(u','), labels);
}

void TicksTest::marksDaysAmongHours()
{
    const TimeWindow window{secondsFromIso(u"2025-11-20T15:00:00Z"_s).value(),
                            secondsFromIso(u"2025-11-21T15:00:00Z"_s).value()};
    const QList<TimeTick> ticks = timeTicks(window, 3600, QTimeZone::utc(), QLocale::c(), [](const auto &) {
        return true;
    });
    QCOMPARE(ticks.size(), 4);
    QCOMPARE(ticks.at(1).label, u"21 Nov"_s);
    QVERIFY(ticks.at(1).strong);
    QVERIFY(!ticks.at(0).strong);
}

void TicksTest::skipsTheHourThatIsNot()
{
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY2(berlin.isValid(), "tzdata is missing");
    // 30 March 2025: 01:59 is followed by 03:00. Six local hours are five real ones.
    const TimeWindow window{secondsFromIso(u"2025-03-29T23:00:00Z"_s).value(),
                            secondsFromIso(u"2025-03-30T04:00:00Z"_s).value()};
    QStringList texts;
    const auto ticks = timeTicks(window, 3600, berlin, QLocale::c(), [](const auto &) {
        return true;
    });
    for (const TimeTick &tick : ticks)
        texts.append(tick.label);
    QCOMPARE(texts.join(u','), u"00:00,01:00,03:00,04:00,05:00"_s);
}

void TicksTest::givesUpWhereNothingFits()
{
    const TimeWindow window{0, 7 * 86400};
    QVERIFY(timeTicks(window, 86400, QTimeZone::utc(), QLocale::c(), [](const auto &) {
                return false;
            }).isEmpty());
}

POSTWAVE_TEST(TicksTest, QCoreApplication)
#include "tickstest.moc"
