// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar.h"
#include "exportcheck.h"
#include "testcase.h"

#include <QDate>
#include <QDateTime>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";

constexpr const char *kHeader =
    "timestamp,views,likes,shares,comments,replies,post_count,state,compare_timestamp,"
    "compare_views,compare_likes,compare_shares,compare_comments,compare_replies,"
    "compare_post_count,compare_state\r\n";

QString stepOf(const View &view)
{
    return view.unit() == kDay ? u"day"_s : (view.unit() == kHour ? u"hour"_s : u"minute"_s);
}

/** The bucket of the zone that holds the time. */
LocalBucket bucketAt(const QString &step, qint64 time, const QTimeZone &zone)
{
    return localBuckets(step, time, time + 1, zone).constFirst();
}

/** What the clocks show, put on a date; a time that they skipped is as much later as is skipped. */
qint64 onDate(QDate date, QTime time, int offset, const QTimeZone &zone)
{
    // Of a time shown twice the one that is as far ahead of UTC, else the first.
    const qint64 noon = QDateTime(date, QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
    std::optional<qint64> first;
    for (qint64 moment = noon - 36 * kHour; moment < noon + 36 * kHour; moment += kMinute) {
        const QDateTime shown = QDateTime::fromSecsSinceEpoch(moment, zone);
        if (shown.date() != date || shown.time() != time)
            continue;
        if (shown.offsetFromUtc() == offset)
            return moment;
        first = first.value_or(moment);
    }
    if (first)
        return *first;
    const QTime later = time.addSecs(int(kHour)); // all clocks of these tests skip an hour
    return onDate(date, later, offset, zone);
}

/** By the calendar: pages back until the right day is found, and never by a fixed number of seconds. */
qint64 counterpartOf(const View &view, const QString &kind, const QString &align, qint64 start, const QTimeZone &zone)
{
    const QDateTime shown = QDateTime::fromSecsSinceEpoch(start, zone);
    const auto moved = [&](QDate date) {
        return onDate(date, shown.time(), shown.offsetFromUtc(), zone);
    };
    if (kind == u"year" && align == u"date") {
        const QDate date = shown.date();
        const QDate same(date.year() - 1, date.month(), date.day());
        return moved(same.isValid() ? same : QDate(date.year() - 1, 2, 28));
    }
    const qint64 seconds = view.units() * view.unit();
    if (kind == u"previous" && align == u"date") {
        // The view's own length as clocks count it, whatever its unit.
        const QDateTime clock = QDateTime(shown.date(), shown.time(), Qt::UTC).addSecs(-seconds);
        return onDate(clock.date(), clock.time(), shown.offsetFromUtc(), zone);
    }
    QDate date = shown.date();
    const QDate latest = kind == u"year" ? date.addDays(-363) : date.addDays(-((seconds + kDay - 1) / kDay));
    do
        date = date.addDays(-7);
    while (date > latest);
    return moved(date);
}

QList<LocalBucket> bucketsOf(const View &view, qint64 now, const QTimeZone &zone)
{
    if (view.kind == View::Kind::Period)
        return localBucketsUpTo(stepOf(view), now, int(view.units()), zone);
    const QString around = view.kind == View::Kind::Day ? u"day"_s : u"hour"_s;
    const QTime clock = view.kind == View::Kind::Day ? QTime(12, 0) : QTime(view.text.right(2).toInt(), 0);
    const QDate date = QDate::fromString(view.text.left(10), Qt::ISODate);
    const LocalBucket whole = bucketAt(around, QDateTime(date, clock, zone).toSecsSinceEpoch(), zone);
    return localBuckets(stepOf(view), whole.start, whole.end, zone);
}

/** Periods, the day before yesterday and today, an hour of the first and the running one. */
QList<View> comparedViews(const QDateTime &now)
{
    const QString today = now.date().toString(Qt::ISODate);
    const QString before = now.date().addDays(-2).toString(Qt::ISODate);
    return {View::period(u"7d"_s),
            View::period(u"30d"_s),
            View::period(u"90d"_s),
            View::period(u"24h"_s),
            View::period(u"6h"_s),
            View::period(u"1h"_s),
            View::day(before),
            View::day(today),
            View::hour(before + u"T12"_s),
            View::hour(today + now.toString(u"'T'HH"_s))};
}

void addPostsOfLastYear(Scene &scene)
{
    int id = 910000;
    for (const char *date : {"2024-12-18T12:10:00Z", "2024-12-19T12:10:30Z", "2024-12-20T00:00:00Z",
                             "2024-12-22T10:30:00Z", "2024-12-23T10:05:00Z", "2024-12-24T10:05:00Z",
                             "2024-11-30T23:59:59Z", "2024-09-25T01:00:00Z", "2024-09-24T23:00:00Z"}) {
        ++id;
        scene.control("add-post",
                      R"({"channel":)" + QByteArray::number(kHarbour) + R"(,"msg_id":)" + QByteArray::number(id)
                          + ",\"date\":\"" + date + '"' + R"(,"views":)" + QByteArray::number(id - 900000)
                          + R"(,"forwards":1,"reactions":2,"replies":3,"comments":4})");
    }
}
}

/** Views beside what they are compared with, against a computation from the posts that goes by the calendar. */
class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsThePosts_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("align");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        const auto rows = [](const char *zone, const char *now) {
            for (const char *kind : {"previous", "year"}) {
                for (const char *align : {"weekday", "date"})
                    QTest::addRow("%s, by %s, %s", kind, align, zone)
                        << QString::fromLatin1(kind) << QString::fromLatin1(align) << QString::fromLatin1(zone)
                        << QString::fromLatin1(now);
            }
        };
        rows("UTC", kNow);
        rows("Europe/Berlin", "2025-10-27T10:20:30Z"); // the day before had 25 hours
        rows("Asia/Kathmandu", kNow);
    }
    void equalsThePosts()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, align);
        QFETCH(const QString, zone);
        QFETCH(const QString, now);
        const QTimeZone clocks = zone == u"UTC" ? QTimeZone::utc() : QTimeZone(zone.toLatin1());
        Scene scene(standingAt(now.toLatin1().constData()));
        addPostsOfLastYear(scene);
        const Posts posts = scene.posts(kHarbour);
        const QStringList options{u"--compare"_s, kind, u"--align"_s, align, u"--zone"_s, zone};
        const qint64 time = scene.now();
        for (const View &view : comparedViews(QDateTime::fromSecsSinceEpoch(time, clocks))) {
            QByteArray expected = kHeader;
            for (const LocalBucket &bucket : bucketsOf(view, time, clocks)) {
                const qint64 there = counterpartOf(view, kind, align, bucket.start, clocks);
                expected += cellsOf(posts, bucket, time, clocks) + ','
                    + cellsOf(posts, bucketAt(stepOf(view), there, clocks), time, clocks) + "\r\n";
            }
            for (const QStringList &where : {QStringList(), QStringList{u"--offline"_s}}) {
                const Ran ran = scene.exported(kHarbour, view, u"compared.csv"_s, options + where);
                QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), describe(ran).constData());
                const QByteArray wrong = difference(withoutViral(scene.contentOf(u"compared.csv"_s)), expected);
                QVERIFY2(wrong.isEmpty(), qPrintable(view.text + QString::fromUtf8(wrong)));
            }
        }
    }

    void asksAsLittleAsPossible_data()
    {
        QTest::addColumn<View>("view");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("requests");
        QTest::newRow("7d and the 7 before: 30d") << View::period(u"7d"_s) << u"previous"_s << 1;
        QTest::newRow("30d and the 30 before: 90d") << View::period(u"30d"_s) << u"previous"_s << 1;
        QTest::newRow("a year: all") << View::period(u"7d"_s) << u"year"_s << 1;
        QTest::newRow("a day and another") << View::day(u"2025-12-18"_s) << u"previous"_s << 2;
        QTest::newRow("an hour and another") << View::hour(u"2025-12-18T12"_s) << u"year"_s << 2;
    }
    void asksAsLittleAsPossible()
    {
        QFETCH(const View, view);
        QFETCH(const QString, kind);
        QFETCH(const int, requests);
        Scene scene(standingAt(kNow));
        const Ran ran = scene.exported(kHarbour, view, u"compared.csv"_s, {u"--compare"_s, kind});
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        QCOMPARE(scene.dynamicsRequests(), requests);
    }

    void aChosenStart()
    {
        Scene scene(standingAt(kNow));
        const Posts posts = scene.posts(kHarbour);
        const Ran ran =
            scene.exported(kHarbour, View::period(u"7d"_s), u"compared.csv"_s, {u"--compare"_s, u"2025-11-20"_s});
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        const QList<QByteArray> lines = scene.contentOf(u"compared.csv"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 8);
        for (int i = 0; i < 7; ++i) {
            const qint64 start = at("2025-11-20T00:00:00Z") + i * kDay;
            const QByteArray beside = ',' + cellsOf(posts, {start, start + kDay}, scene.now(), QTimeZone::utc());
            QVERIFY(lines[i + 1].trimmed().endsWith(beside));
        }
    }

    void whatWasNeverFetchedIsNoZero()
    {
        Scene scene(standingAt(kNow));
        QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"plain.csv"_s).exitCode, 0);
        const Ran ran = scene.exported(kHarbour, View::period(u"7d"_s), u"compared.csv"_s,
                                       {u"--compare"_s, u"previous"_s, u"--offline"_s});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.err.trimmed(), "postwave: comparison period: 7 of 7 rows not downloaded");
        QVERIFY(scene.contentOf(u"compared.csv"_s).contains(",2025-12-10T00:00:00Z,,,,,,,unknown\r\n"));
    }

    void jsonSaysWithWhat()
    {
        Scene scene(standingAt(kNow));
        const Ran ran = scene.exported(kHarbour, View::period(u"7d"_s), u"compared.json"_s,
                                       {u"--compare"_s, u"previous"_s, u"--align"_s, u"date"_s});
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        const QJsonObject json = QJsonDocument::fromJson(scene.contentOf(u"compared.json"_s)).object();
        const QJsonObject compare = json[u"compare"_s].toObject();
        QCOMPARE(compare[u"with"_s].toString(), u"previous date"_s);
        QCOMPARE(compare[u"from"_s].toString(), u"2025-12-10T00:00:00Z"_s);
        QCOMPARE(compare[u"until"_s].toString(), u"2025-12-17T00:00:00Z"_s);
        const QJsonObject row = json[u"rows"_s].toArray().first().toObject();
        QCOMPARE(row[u"compare_timestamp"_s].toString(), u"2025-12-10T00:00:00Z"_s);
        QVERIFY(row[u"compare_views"_s].isDouble());
        QCOMPARE(row[u"compare_state"_s].toString(), u"complete"_s);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("view");
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char *name, const QStringList &view, const QStringList &options) {
            QTest::newRow(name) << view << options;
        };
        const QStringList week{u"--period"_s, u"7d"_s};
        row("all", {u"--period"_s, u"all"_s}, {u"--compare"_s, u"previous"_s});
        row("no kind", week, {u"--compare"_s, u"next"_s});
        row("no date", week, {u"--compare"_s, u"2025-02-30"_s});
        row("not where days begin", week, {u"--compare"_s, u"2025-11-20T05"_s});
        row("not where hours begin", {u"--day"_s, u"2025-12-18"_s}, {u"--compare"_s, u"2025-11-20T05:30"_s});
        row("no alignment", week, {u"--compare"_s, u"year"_s, u"--align"_s, u"age"_s});
        row("alignment alone", week, {u"--align"_s, u"date"_s});
        row("a start that is aligned", week, {u"--compare"_s, u"2025-11-20"_s, u"--align"_s, u"date"_s});
    }
    void wrongUsage()
    {
        QFETCH(const QStringList, view);
        QFETCH(const QStringList, options);
        Scene scene(standingAt(kNow));
        const Ran ran = scene.postwave(
            QStringList{u"export"_s} + scene.source()
            + QStringList{u"--channel"_s, QString::number(kHarbour), u"--output"_s, scene.file(u"compared.csv"_s)}
            + view + options);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(isOneLine(ran.err), describe(ran).constData());
        QCOMPARE(scene.requests().size(), 0);
    }
};

POSTWAVE_TEST(CompareTest, QCoreApplication)
#include "comparetest.moc"
