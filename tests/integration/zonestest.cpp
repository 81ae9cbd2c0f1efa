// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar.h"
#include "exportcheck.h"
#include "testcase.h"

#include <QDate>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kHeader = "timestamp,views,likes,shares,comments,replies,post_count,state\r\n";

QByteArray csvOf(const Posts &posts, const QList<LocalBucket> &buckets, qint64 now, const QTimeZone &zone)
{
    QByteArray csv = kHeader;
    for (const LocalBucket &bucket : buckets)
        csv += cellsOf(posts, bucket, now, zone) + "\r\n";
    return csv;
}

/** Sums of the column over the rows of a CSV. */
qint64 sumOf(const QByteArray &csv, int column)
{
    qint64 sum = 0;
    for (const QByteArray &line : csv.trimmed().split('\n').mid(1))
        sum += line.split(',').value(column).toLongLong();
    return sum;
}
}

/** Days and hours by the clocks of many places, against what the posts add up to by a calendar of the tests' own. */
class ZonesTest : public QObject
{
    Q_OBJECT

private:
    Ran exported(Scene &scene, const QTimeZone &zone, const QStringList &view, const QString &file,
                 const QStringList &extra = {})
    {
        return scene.postwave(QStringList{u"export"_s} + scene.source()
                              + QStringList{u"--channel"_s, QString::number(kWire), u"--output"_s, scene.file(file),
                                            u"--zone"_s, QString::fromLatin1(zone.id())}
                              + view + extra);
    }
    /** Nothing, or what is wrong with the view online and then offline. */
    QByteArray wrong(Scene &scene, const QTimeZone &zone, const QStringList &view, const QList<LocalBucket> &buckets)
    {
        const QByteArray expected = csvOf(scene.posts(kWire), buckets, scene.now(), zone);
        for (const QStringList &where : {QStringList(), QStringList{u"--offline"_s}}) {
            const Ran ran = exported(scene, zone, view, u"local.csv"_s, where);
            if (ran.exitCode != 0 || !ran.err.isEmpty())
                return view.join(u' ').toUtf8() + ": " + describe(ran);
            const QByteArray differs = difference(withoutViral(scene.contentOf(u"local.csv"_s)), expected);
            if (!differs.isEmpty())
                return (view + where).join(u' ').toUtf8() + ": " + differs;
        }
        return {};
    }

private Q_SLOTS:
    void viewsEqualThePosts_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("changed"); // a day on which the clocks changed, or any other
        const auto row = [](const char *zone, const char *now, const char *changed) {
            QTest::addRow("%s %s", zone, now)
                << QString::fromLatin1(zone) << QString::fromLatin1(now) << QString::fromLatin1(changed);
        };
        row("UTC", "2025-11-05T10:20:30Z", "2025-11-02");
        row("Asia/Tashkent", "2025-11-05T20:20:30Z", "2025-11-02"); // already the 6th there
        row("Europe/Moscow", "2025-11-05T10:20:30Z", "2025-11-02");
        row("Europe/Berlin", "2025-10-26T10:20:30Z", "2025-10-26"); // 25 hours, and running
        row("Europe/Berlin", "2025-03-31T10:20:30Z", "2025-03-30");
        row("America/New_York", "2025-11-05T03:20:30Z", "2025-11-02"); // still the 4th there
        row("America/New_York", "2025-03-10T03:20:30Z", "2025-03-09");
        row("Australia/Lord_Howe", "2025-10-07T10:20:30Z", "2025-10-05");
        row("Australia/Lord_Howe", "2025-04-08T10:20:30Z", "2025-04-06");
        row("Asia/Kathmandu", "2025-11-05T10:20:30Z", "2025-11-02");
    }
    void viewsEqualThePosts()
    {
        QFETCH(const QString, zone);
        QFETCH(const QString, now);
        QFETCH(const QString, changed);
        const QTimeZone clocks = zone == u"UTC" ? QTimeZone::utc() : QTimeZone(zone.toLatin1());
        QVERIFY(clocks.isValid());
        Scene scene(standingAt(now.toLatin1().constData()));
        const qint64 time = scene.now();
        const auto expectPeriod = [&](const QString &period, const QString &step, int count) {
            return wrong(scene, clocks, {u"--period"_s, period}, localBucketsUpTo(step, time, count, clocks));
        };
        QCOMPARE(expectPeriod(u"7d"_s, u"day"_s, 7), QByteArray());
        QCOMPARE(expectPeriod(u"30d"_s, u"day"_s, 30), QByteArray());
        QCOMPARE(expectPeriod(u"24h"_s, u"hour"_s, 24), QByteArray());
        QCOMPARE(expectPeriod(u"6h"_s, u"hour"_s, 6), QByteArray());
        QCOMPARE(expectPeriod(u"1h"_s, u"minute"_s, 60), QByteArray());

        const QDate date = QDate::fromString(changed, Qt::ISODate);
        const qint64 noon = QDateTime(date, QTime(12, 0), clocks).toSecsSinceEpoch();
        const LocalBucket day = localBuckets(u"day"_s, noon, noon + 1, clocks).constFirst();
        const QList<LocalBucket> hours = localBuckets(u"hour"_s, day.start, day.end, clocks);
        QCOMPARE(wrong(scene, clocks, {u"--day"_s, changed}, hours), QByteArray());
        for (const LocalBucket &hour : {hours[1], hours[2], hours[3]}) {
            if (hour.start > time)
                continue;
            // With its offset, for the hour may be shown twice.
            const QString name = QString::fromLatin1(localText(hour.start, clocks));
            const QString asked = name.left(13) + (name.endsWith(u'Z') ? u"Z"_s : name.right(6));
            QCOMPARE(
                wrong(scene, clocks, {u"--hour"_s, asked}, localBuckets(u"minute"_s, hour.start, hour.end, clocks)),
                QByteArray());
        }
        const auto expectRange = [&](const QString &from, const QString &to, const QString &step, qint64 first,
                                     qint64 last) {
            return wrong(scene, clocks, {u"--from"_s, from, u"--to"_s, to, u"--step"_s, step},
                         localBuckets(step, first, last + 1, clocks));
        };
        const QString before = date.addDays(-20).toString(Qt::ISODate);
        const qint64 noonBefore = QDateTime(date.addDays(-20), QTime(12, 0), clocks).toSecsSinceEpoch();
        QCOMPARE(expectRange(before, changed, u"day"_s, noonBefore, noon), QByteArray());
        QCOMPARE(expectRange(before, changed, u"week"_s, noonBefore, noon), QByteArray());
        QCOMPARE(expectRange(before, changed, u"month"_s, noonBefore, noon), QByteArray());
        QCOMPARE(expectRange(before + u"T12"_s, changed + u"T12"_s, u"hour"_s, noonBefore, noon), QByteArray());
    }

    /** Looked at up to the last second of a part: what follows nobody saw, and what was seen is not unknown. */
    void aLookOnABorderIsPartial_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::newRow("minutes") << u"Asia/Kathmandu"_s << u"2025-11-05T10:20:00Z"_s;
        QTest::newRow("hours") << u"Asia/Tashkent"_s << u"2025-11-05T10:00:00Z"_s;
    }
    void aLookOnABorderIsPartial()
    {
        QFETCH(const QString, zone);
        QFETCH(const QString, now);
        const QTimeZone clocks(zone.toLatin1());
        Scene scene(standingAt(now.toLatin1().constData()));
        const QByteArray expected =
            csvOf(scene.posts(kWire), localBucketsUpTo(u"day"_s, scene.now(), 7, clocks), scene.now(), clocks);
        QVERIFY(expected.endsWith(",partial\r\n"));
        const QStringList week{u"--period"_s, u"7d"_s};
        QCOMPARE(exported(scene, clocks, week, u"local.csv"_s).exitCode, 0);
        const QString later = QString::fromLatin1(isoText(scene.now() + 300));
        const Ran ran = exported(scene, clocks, week, u"later.csv"_s, {u"--offline"_s, u"--as-of"_s, later});
        QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), describe(ran).constData());
        QCOMPARE(difference(withoutViral(scene.contentOf(u"later.csv"_s)), expected), QByteArray());
    }

    void drilledRowsAddUp_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"Asia/Tashkent", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"})
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    /** Within what was observed at one time: a day's hours to its row in the overview, an hour's minutes to its own. */
    void drilledRowsAddUp()
    {
        QFETCH(const QString, zone);
        const QTimeZone clocks(zone.toLatin1());
        Scene scene(standingAt("2025-10-28T10:20:30Z"));
        QCOMPARE(exported(scene, clocks, {u"--period"_s, u"7d"_s}, u"week.csv"_s).exitCode, 0);
        const QList<QByteArray> days = scene.contentOf(u"week.csv"_s).trimmed().split('\n').mid(1);
        QCOMPARE(days.size(), 7);
        for (const QByteArray &line : days) {
            const QList<QByteArray> cells = line.split(',');
            const QString date = QString::fromLatin1(cells[0].left(10));
            const Ran ran = exported(scene, clocks, {u"--day"_s, date}, u"day.csv"_s, {u"--offline"_s});
            QVERIFY2(ran.exitCode == 0, describe(ran).constData());
            for (int column = 1; column < 7; ++column)
                QCOMPARE(sumOf(scene.contentOf(u"day.csv"_s), column), cells[column].toLongLong());
        }
        for (const QByteArray &line : scene.contentOf(u"day.csv"_s).trimmed().split('\n').mid(1)) {
            const QList<QByteArray> cells = line.split(',');
            if (cells[7] == "future")
                continue;
            const QString hour = QString::fromLatin1(cells[0].left(13) + cells[0].right(6));
            const Ran ran = exported(scene, clocks, {u"--hour"_s, hour}, u"hour.csv"_s, {u"--offline"_s});
            QVERIFY2(ran.exitCode == 0, describe(ran).constData());
            QCOMPARE(sumOf(scene.contentOf(u"hour.csv"_s), 1), cells[1].toLongLong());
        }
    }

    void asksAsLittleAsPossible_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QStringList>("view");
        QTest::addColumn<int>("requests");
        const auto row = [](const char *name, const char *zone, const QStringList &view, int requests) {
            QTest::newRow(name) << QString::fromLatin1(zone) << view << requests;
        };
        row("a week is one span of minutes", "Asia/Tashkent", {u"--period"_s, u"7d"_s}, 1);
        // Its days are within the 90 of UTC, or one more, by the clocks of either side.
        row("90 days are twelve spans, and which days have posts", "America/New_York", {u"--period"_s, u"90d"_s},
            1 + 12);
        row("hours are the same hours", "Asia/Tashkent", {u"--period"_s, u"24h"_s}, 1);
        row("London shows UTC in winter", "Europe/London", {u"--period"_s, u"7d"_s}, 1);
        row("days of UTC by the week", "UTC",
            {u"--from"_s, u"2025-10-01"_s, u"--to"_s, u"2025-11-30"_s, u"--step"_s, u"week"_s}, 1);
    }
    void asksAsLittleAsPossible()
    {
        QFETCH(const QString, zone);
        QFETCH(const QStringList, view);
        QFETCH(const int, requests);
        Scene scene(standingAt("2025-12-23T10:20:30Z"));
        const Ran ran = exported(scene, QTimeZone(zone.toLatin1()), view, u"local.csv"_s);
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        QCOMPARE(scene.dynamicsRequests(), requests);
    }

    void allTimeBeginsWithTheFirstPost()
    {
        const QTimeZone tashkent("Asia/Tashkent");
        Scene scene(standingAt("2025-12-23T10:20:30Z"));
        const Ran ran = exported(scene, tashkent, {u"--period"_s, u"all"_s}, u"all.csv"_s);
        QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), describe(ran).constData());
        const Posts posts = scene.posts(kWire);
        const auto first = std::min_element(posts.begin(), posts.end(), [](const Post &a, const Post &b) {
            return a.published < b.published;
        });
        const QByteArray expected =
            csvOf(posts, localBuckets(u"day"_s, first->published, scene.now() + 1, tashkent), scene.now(), tashkent);
        QCOMPARE(difference(withoutViral(scene.contentOf(u"all.csv"_s)), expected), QByteArray());
    }

    void offlineOnlyWhatWasSeen()
    {
        const QTimeZone tashkent("Asia/Tashkent");
        Scene scene(standingAt("2025-12-23T10:20:30Z"));
        QCOMPARE(scene.exported(kWire, View::period(u"30d"_s), u"utc.csv"_s).exitCode, 0);
        // Days of UTC are known, hours are not: days of Tashkent cannot be told from them.
        const Ran ran = exported(scene, tashkent, {u"--period"_s, u"30d"_s}, u"local.csv"_s, {u"--offline"_s});
        QCOMPARE(ran.exitCode, 4);
        const Ran weeks = exported(scene, QTimeZone::utc(),
                                   {u"--from"_s, u"2025-11-24"_s, u"--to"_s, u"2025-12-21"_s, u"--step"_s, u"week"_s},
                                   u"weeks.csv"_s, {u"--offline"_s});
        QVERIFY2(weeks.exitCode == 0 && weeks.err.isEmpty(), describe(weeks).constData());
        QCOMPARE(scene.contentOf(u"weeks.csv"_s).count(",complete,"), 4);
    }

    void jsonNamesTheZone()
    {
        Scene scene(standingAt("2025-12-23T10:20:30Z"));
        const Ran ran = exported(scene, QTimeZone("Asia/Kathmandu"),
                                 {u"--from"_s, u"2025-12-01"_s, u"--to"_s, u"2025-12-07"_s, u"--step"_s, u"day"_s},
                                 u"local.json"_s);
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        const QJsonObject json = QJsonDocument::fromJson(scene.contentOf(u"local.json"_s)).object();
        QCOMPARE(json[u"zone"_s].toString(), u"Asia/Kathmandu"_s);
        QCOMPARE(json[u"view"_s].toString(), u"2025-12-01 to 2025-12-07 by day"_s);
        const QJsonObject window = json[u"window"_s].toObject();
        QCOMPARE(window[u"from"_s].toString(), u"2025-12-01T00:00:00+05:45"_s);
        QCOMPARE(window[u"until"_s].toString(), u"2025-12-08T00:00:00+05:45"_s);
        QCOMPARE(json[u"rows"_s].toArray().size(), 7);
    }
};

POSTWAVE_TEST(ZonesTest, QCoreApplication)

#include "zonestest.moc"
