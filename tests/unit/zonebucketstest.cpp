// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zonebuckets.h"
#include "core/timetext.h"
#include "testcase.h"

#include <QDateTime>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
qint64 at(const char *text)
{
    return secondsFromIso(QString::fromLatin1(text)).value();
}

QTimeZone zoneOf(const QString &name)
{
    return zoneFromName(name).value();
}

QStringList texts(const QList<qint64> &times, const QTimeZone &zone)
{
    QStringList list;
    for (const qint64 time : times)
        list.append(isoTime(time, zone));
    return list;
}
}

class ZoneBucketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** Around days on which clocks changed, and some on which they did not. */
    void everyMinuteLiesInItsBucket_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        const auto row = [](const char *zone, const char *from) {
            QTest::addRow("%s %s", zone, from) << QString::fromLatin1(zone) << QString::fromLatin1(from);
        };
        row("UTC", "2025-03-30");
        row("Asia/Tashkent", "2025-11-20");
        row("Europe/Moscow", "2014-10-25"); // from +4 to +3 for good
        row("Europe/Berlin", "2025-03-29");
        row("Europe/Berlin", "2025-10-25");
        row("America/New_York", "2025-03-08");
        row("America/New_York", "2025-11-01");
        row("Australia/Lord_Howe", "2025-04-05"); // half an hour back
        row("Australia/Lord_Howe", "2025-10-04"); // half an hour forward
        row("Asia/Kathmandu", "2025-11-20");
        row("America/Sao_Paulo", "2018-11-03"); // midnight is skipped
        row("America/Havana", "2025-11-01"); // midnight is shown twice
    }

    /** The words of the definition, minute by minute, against the program's arithmetic. */
    void everyMinuteLiesInItsBucket()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, from);
        const QTimeZone zone = zoneOf(name);
        const QDate date = QDate::fromString(from, Qt::ISODate);
        const TimeWindow window{startOfDate(date, zone), startOfDate(date.addDays(4), zone)};
        QList<qint64> days;
        QList<qint64> hours;
        QDateTime before;
        for (qint64 minute = window.from; minute < window.until; minute += 60) {
            const QDateTime shown = QDateTime::fromSecsSinceEpoch(minute, zone);
            if (!before.isValid() || shown.date() > before.date())
                days.append(minute);
            const bool sameHour = before.isValid() && shown.date() == before.date()
                && shown.time().hour() == before.time().hour() && shown.offsetFromUtc() == before.offsetFromUtc();
            if (!sameHour)
                hours.append(minute);
            before = shown;
            QCOMPARE(ZoneBuckets::around(ViewStep::Day, minute, zone).from, days.constLast());
            QCOMPARE(isoTime(ZoneBuckets::around(ViewStep::Hour, minute, zone).from, zone),
                     isoTime(hours.constLast(), zone));
            QVERIFY(ZoneBuckets::around(ViewStep::Hour, minute, zone).until > minute);
        }
        QCOMPARE(texts(ZoneBuckets::starts(ViewStep::Day, window, zone), zone), texts(days, zone));
        QCOMPARE(texts(ZoneBuckets::starts(ViewStep::Hour, window, zone), zone), texts(hours, zone));
        for (qsizetype i = 1; i < hours.size(); ++i) {
            QCOMPARE(ZoneBuckets::moved(ViewStep::Hour, hours[i - 1], 1, zone), hours[i]);
            QCOMPARE(ZoneBuckets::moved(ViewStep::Hour, hours[i], -1, zone), hours[i - 1]);
        }
        QCOMPARE(ZoneBuckets::endingAround(ViewStep::Hour, window.until - 1, int(hours.size()), zone), window);
        QCOMPARE(ZoneBuckets::endingAround(ViewStep::Day, window.until - 1, int(days.size()), zone), window);
    }

    void aSkippedDateIsNoDay()
    {
        const QTimeZone apia = zoneOf(u"Pacific/Apia"_s);
        const TimeWindow window{at("2011-12-29T00:00:00-10:00"), at("2012-01-01T00:00:00+14:00")};
        QCOMPARE(texts(ZoneBuckets::starts(ViewStep::Day, window, apia), apia),
                 (QStringList{u"2011-12-29T00:00:00-10:00"_s, u"2011-12-31T00:00:00+14:00"_s}));
    }

    void daysOf23And25Hours()
    {
        const QTimeZone berlin = zoneOf(u"Europe/Berlin"_s);
        const auto hoursOf = [&](const char *date) {
            const qint64 day = startOfDate(QDate::fromString(QString::fromLatin1(date), Qt::ISODate), berlin);
            return ZoneBuckets::starts(ViewStep::Hour, ZoneBuckets::around(ViewStep::Day, day, berlin), berlin);
        };
        QCOMPARE(hoursOf("2025-03-30").size(), 23);
        QCOMPARE(hoursOf("2025-10-26").size(), 25);
        QCOMPARE(texts(hoursOf("2025-10-26").mid(2, 2), berlin),
                 (QStringList{u"2025-10-26T02:00:00+02:00"_s, u"2025-10-26T02:00:00+01:00"_s}));
        QVERIFY(isShownTwice(hoursOf("2025-10-26").at(2), berlin));
        QVERIFY(isShownTwice(hoursOf("2025-10-26").at(3), berlin));
        QVERIFY(!isShownTwice(hoursOf("2025-10-26").at(4), berlin));
        QVERIFY(!isShownTwice(hoursOf("2025-03-30").at(2), berlin));
    }

    void weeksBeginOnMonday()
    {
        const QTimeZone tashkent = zoneOf(u"Asia/Tashkent"_s);
        const TimeWindow week = ZoneBuckets::around(ViewStep::Week, at("2025-11-23T18:59:59Z"), tashkent);
        QCOMPARE(isoTime(week.from, tashkent), u"2025-11-17T00:00:00+05:00"_s);
        QCOMPARE(week.until, at("2025-11-23T19:00:00Z"));
        QCOMPARE(ZoneBuckets::around(ViewStep::Week, week.until, tashkent).from, week.until);
        const TimeWindow month = ZoneBuckets::around(ViewStep::Month, week.from, tashkent);
        QCOMPARE(isoTime(month.from, tashkent), u"2025-11-01T00:00:00+05:00"_s);
        QCOMPARE(isoTime(ZoneBuckets::moved(ViewStep::Month, month.from, -9, tashkent), tashkent),
                 u"2025-02-01T00:00:00+05:00"_s);
    }

    void wholeMonths()
    {
        const QTimeZone berlin = zoneOf(u"Europe/Berlin"_s);
        const qint64 february = startOfDate({2025, 2, 1}, berlin);
        QCOMPARE(ZoneBuckets::wholeMonths({february, startOfDate({2025, 3, 1}, berlin)}, berlin), 1);
        QCOMPARE(ZoneBuckets::wholeMonths({february, startOfDate({2026, 5, 1}, berlin)}, berlin), 15); // clocks changed
        QCOMPARE(ZoneBuckets::wholeMonths({february, startOfDate({2025, 3, 1}, berlin)}, QTimeZone::utc()), 0);
        QCOMPARE(ZoneBuckets::wholeMonths({february, startOfDate({2025, 3, 2}, berlin)}, berlin), 0);
        QCOMPARE(ZoneBuckets::wholeMonths({february + 3600, startOfDate({2025, 3, 1}, berlin)}, berlin), 0);
        QCOMPARE(ZoneBuckets::wholeMonths({february, february}, berlin), 0);
    }

    void sourceLevels_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("hours");
        const auto row = [](const char *zone, const char *from, StoredResolution days, StoredResolution hours) {
            QTest::addRow("%s %s", zone, from)
                << QString::fromLatin1(zone) << QString::fromLatin1(from) << int(days) << int(hours);
        };
        row("UTC", "2025-11-20", StoredResolution::Day, StoredResolution::Hour);
        row("Asia/Tashkent", "2025-11-20", StoredResolution::Hour, StoredResolution::Hour);
        row("Europe/London", "2025-11-20", StoredResolution::Day, StoredResolution::Hour); // shows UTC in winter
        row("Europe/London", "2025-10-25", StoredResolution::Hour, StoredResolution::Hour);
        row("Europe/London", "2025-07-20", StoredResolution::Hour, StoredResolution::Hour);
        row("Asia/Kathmandu", "2025-11-20", StoredResolution::Minute, StoredResolution::Minute);
        row("Australia/Lord_Howe", "2025-11-20", StoredResolution::Hour, StoredResolution::Hour); // +11 in summer
        row("Australia/Lord_Howe", "2025-04-05", StoredResolution::Minute, StoredResolution::Minute);
    }
    void sourceLevels()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, from);
        QFETCH(const int, days);
        QFETCH(const int, hours);
        const QTimeZone zone = zoneOf(name);
        const QDate date = QDate::fromString(from, Qt::ISODate);
        const TimeWindow window{startOfDate(date, zone), startOfDate(date.addDays(3), zone)};
        QCOMPARE(int(ZoneBuckets::sourceLevel(ViewStep::Day, window, zone)), days);
        QCOMPARE(int(ZoneBuckets::sourceLevel(ViewStep::Month, window, zone)), days);
        QCOMPARE(int(ZoneBuckets::sourceLevel(ViewStep::Hour, window, zone)), hours);
        QCOMPARE(int(ZoneBuckets::sourceLevel(ViewStep::Minute, window, zone)), int(StoredResolution::Minute));
    }

    void sameClocks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("time");
        QTest::addColumn<qint64>("days");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *zone, const char *time, qint64 days, const char *expected) {
            QTest::addRow("%s %s %lld", zone, time, days)
                << QString::fromLatin1(zone) << QString::fromLatin1(time) << days << QString::fromLatin1(expected);
        };
        row("UTC", "2025-11-20T14:00:00Z", -7, "2025-11-13T14:00:00Z");
        row("Asia/Tashkent", "2025-11-20T14:00:00+05:00", -7, "2025-11-13T14:00:00+05:00");
        row("Europe/Berlin", "2025-10-27T14:00:00+01:00", -7, "2025-10-20T14:00:00+02:00");
        row("Europe/Berlin", "2025-10-27T02:00:00+01:00", -1, "2025-10-26T02:00:00+01:00"); // the one of its offset
        row("Europe/Berlin", "2025-10-25T02:00:00+02:00", 1, "2025-10-26T02:00:00+02:00");
        row("Europe/Berlin", "2025-03-31T02:00:00+02:00", -1, "2025-03-30T03:00:00+02:00"); // skipped
        row("Europe/Berlin", "2025-03-29T02:30:00+01:00", 1, "2025-03-30T03:30:00+02:00");
        row("Asia/Kathmandu", "2025-11-20T00:00:00+05:45", -364, "2024-11-21T00:00:00+05:45");
    }
    void sameClocks()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, time);
        QFETCH(const qint64, days);
        QFETCH(const QString, expected);
        const QTimeZone zone = zoneOf(name);
        QCOMPARE(isoTime(sameClock(*secondsFromIso(time), days, 0, zone), zone), expected);
    }

    void sameClockOfOtherMonths()
    {
        const QTimeZone berlin = zoneOf(u"Europe/Berlin"_s);
        QCOMPARE(isoTime(sameClockMonths(at("2024-02-29T12:00:00Z"), -12, berlin), berlin),
                 u"2023-02-28T13:00:00+01:00"_s);
        QCOMPARE(isoTime(sameClockMonths(at("2025-07-01T00:00:00+02:00"), -6, berlin), berlin),
                 u"2025-01-01T00:00:00+01:00"_s);
    }

    void zonesByName()
    {
        QVERIFY(zoneFromName(u"UTC"_s));
        QVERIFY(zoneFromName(u"America/Argentina/Buenos_Aires"_s));
        for (const QString &name : {u""_s,
                                    u"Mars/Olympus"_s,
                                    u"utc"_s,
                                    u"+05:00"_s,
                                    u"Europe/"_s,
                                    u"/"_s,
                                    u"UTC+3"_s,
                                    u"UTC+03:00"_s,
                                    u"GMT-3"_s,
                                    u"EST5"_s,
                                    u"ABC5DEF"_s,
                                    u"<+03>-3"_s,
                                    u"right/Europe/Berlin"_s,
                                    u"posix/Europe/Berlin"_s,
                                    u"localtime"_s,
                                    u"../Europe/Berlin"_s,
                                    u"Europe/../Europe/Berlin"_s,
                                    u"/etc/passwd"_s,
                                    u"zone.tab"_s,
                                    u"Europe"_s,
                                    u"Xyz"_s,
                                    u"Utc"_s,
                                    u"CEt"_s,
                                    u"Europe/Berlin\n"_s,
                                    u" UTC"_s})
            QVERIFY2(!zoneFromName(name), qPrintable(name));
        // Of other places in the same zone, of whole countries, and by the hour.
        for (const QString &name : {u"US/Eastern"_s, u"Asia/Calcutta"_s, u"Europe/Kiev"_s, u"Cuba"_s, u"NZ-CHAT"_s,
                                    u"CET"_s, u"EST5EDT"_s, u"GMT"_s, u"GMT+0"_s, u"Etc/GMT-3"_s}) {
            const std::optional<QTimeZone> zone = zoneFromName(name);
            QVERIFY2(zone, qPrintable(name));
            QCOMPARE(zoneName(*zone), name);
        }
        QCOMPARE(isoTime(at("2025-11-20T14:00:00Z"), zoneOf(u"Etc/GMT-3"_s)), u"2025-11-20T17:00:00+03:00"_s);
        QCOMPARE(isoTime(at("2025-11-20T14:00:00Z"), zoneOf(u"Asia/Calcutta"_s)), u"2025-11-20T19:30:00+05:30"_s);
        for (const QString &name : {u"UTC"_s, u"Etc/UTC"_s, u"Etc/Zulu"_s, u"Universal"_s})
            QVERIFY2(zoneFromName(name) && isUtc(*zoneFromName(name)), qPrintable(name));
        QCOMPARE(zoneName(zoneOf(u"Asia/Tashkent"_s)), u"Asia/Tashkent"_s);
        QCOMPARE(zoneName(QTimeZone::utc()), u"UTC"_s);
    }

    void clocksOfOtherZones()
    {
        const QTimeZone tashkent = zoneOf(u"Asia/Tashkent"_s);
        const QTimeZone newYork = zoneOf(u"America/New_York"_s);
        QCOMPARE(isoTime(clockIn(at("2025-11-20T14:00:00Z"), QTimeZone::utc(), tashkent), tashkent),
                 u"2025-11-20T14:00:00+05:00"_s);
        QCOMPARE(isoTime(clockIn(at("2025-11-20T14:00:00+05:00"), tashkent, newYork), newYork),
                 u"2025-11-20T14:00:00-05:00"_s);
    }
};

POSTWAVE_TEST(ZoneBucketsTest, QCoreApplication)

#include "zonebucketstest.moc"
