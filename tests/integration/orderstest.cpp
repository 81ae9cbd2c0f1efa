// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";
const View k7d = View::period(u"7d"_s);
const View k30d = View::period(u"30d"_s);
const View k90d = View::period(u"90d"_s);
const View k24h = View::period(u"24h"_s);
const View k6h = View::period(u"6h"_s);
const View k1h = View::period(u"1h"_s);
const View kDayView = View::day(u"2025-12-22"_s);
const View kHourView = View::hour(u"2025-12-22T12"_s);
const View kToday = View::day(u"2025-12-23"_s);
const View kRunningHour = View::hour(u"2025-12-23T10"_s);
const QStringList kOffline{u"--offline"_s};
}

/** One folder, many questions: what was asked before never bends what is shown later. */
class OrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrder_data();
    void anyOrder();
    void growsInBetween_data();
    void growsInBetween();
    void asOfAMomentBefore_data();
    void asOfAMomentBefore();
    void deletedPosts();
    void drillsFromTheServersCache();
    void acrossMidnight();
    void serverIsReplacedByANewerOne();

private:
    static QByteArray jsonId(qint64 channel, qint64 post)
    {
        return R"({"channel":)" + QByteArray::number(channel) + R"(,"msg_id":)" + QByteArray::number(post) + '}';
    }
};

using Views = QList<View>;

void OrdersTest::anyOrder_data()
{
    QTest::addColumn<Views>("views");
    QTest::newRow("longer first") << Views{k90d, k7d, k24h, k6h};
    QTest::newRow("shorter first") << Views{k6h, k24h, k7d, k30d};
    QTest::newRow("hour, then its day") << Views{kHourView, kDayView, k7d};
    QTest::newRow("day, then its hour") << Views{k7d, kDayView, kHourView};
    QTest::newRow("today from below") << Views{kRunningHour, k1h, kToday, k24h, k7d};
}

void OrdersTest::anyOrder()
{
    QFETCH(const Views, views);
    Scene scene(standingAt(kNow));
    const Posts posts = scene.posts(kWire);
    Answers answers;
    for (const View &asked : views) {
        answers.note(asked, scene.now(), posts);
        EXPECT_CSV(scene, kWire, asked, answers.expect(asked, scene.now()));
    }
    for (const View &view : {k7d, k24h, kDayView, kHourView, kToday}) { // those not asked for too
        const std::optional<qint64> anchor = answers.offlineAnchor(view);
        const Expected expected = answers.expect(view, anchor.value_or(0));
        if (!anchor || expected.unknown() == expected.rows.size()) {
            QCOMPARE(scene.exported(kWire, view, u"none.csv"_s, kOffline).exitCode, 4);
            continue;
        }
        EXPECT_JSON(scene, kWire, view, expected, kOffline);
    }
}

void OrdersTest::growsInBetween_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("10 minutes") << qint64(600);
    QTest::newRow("3 hours") << qint64(10'800);
    QTest::newRow("2 days") << qint64(172'800);
}

void OrdersTest::growsInBetween()
{
    QFETCH(const qint64, seconds);
    Scene scene(standingAt(kNow));
    Answers answers;
    const auto ask = [&](const View &view) {
        answers.note(view, scene.now(), scene.posts(kWire));
        return wrongCsv(scene, kWire, view, answers.expect(view, scene.now()));
    };
    const auto recall = [&](const View &view) {
        return wrongJson(scene, kWire, view, answers.expect(view, *answers.offlineAnchor(view)), kOffline);
    };
    for (const View &view : {k30d, kDayView, k24h, kToday, kRunningHour})
        QCOMPARE(ask(view), QByteArray());
    scene.control("grow", R"({"factor":1.5,"views":7,"reactions":1,"channel":1002222333344})");
    scene.advance(seconds);
    QCOMPARE(ask(k7d), QByteArray());
    for (const View &view : {k30d, k24h, kDayView, kToday, kHourView})
        QCOMPARE(recall(view), QByteArray());
    scene.control("grow", R"({"factor":0.9,"channel":1002222333344})"); // shrinking is normal
    scene.advance(seconds);
    for (const View &view : {kHourView, kDayView, k24h, k30d, kToday})
        QCOMPARE(ask(view), QByteArray());
    for (const View &view : {k7d, kDayView, kHourView, kToday})
        QCOMPARE(recall(view), QByteArray());
}

void OrdersTest::asOfAMomentBefore_data()
{
    QTest::addColumn<View>("view");
    for (const View &view : {k30d, k7d, k24h, kDayView, kToday, kHourView, k1h})
        QTest::newRow(qPrintable(view.text)) << view;
}

void OrdersTest::asOfAMomentBefore()
{
    QFETCH(const View, view);
    Scene scene(standingAt(kNow));
    Answers answers;
    answers.note(view, scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, view, answers.expect(view, scene.now()));
    const qint64 before = scene.now() + 120;
    scene.control("grow", R"({"factor":2,"views":100})");
    scene.advance(1000);
    answers.note(view, scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, view, answers.expect(view, scene.now()));

    const auto asOf = [](qint64 seconds) {
        return QStringList{u"--as-of"_s, QString::fromLatin1(isoText(seconds))};
    };
    EXPECT_JSON(scene, kWire, view, answers.expect(view, before, before), asOf(before));
    const qint64 first = before - 120; // the very second of the first answer
    EXPECT_CSV(scene, kWire, view, answers.expect(view, first, first), asOf(first) + kOffline);
    const qint64 later = scene.now();
    EXPECT_CSV(scene, kWire, view, answers.expect(view, later, later), asOf(later) + kOffline);
    const Ran tooEarly = scene.exported(kWire, view, u"early.csv"_s, asOf(first - 1) + kOffline);
    if (view.text != kToday.text) // whose later hours are not unknown but to come
        QVERIFY2(tooEarly.exitCode == 4 && isOneLine(tooEarly.err), describe(tooEarly).constData());
}

void OrdersTest::deletedPosts()
{
    Scene scene(standingAt(kNow));
    const qint64 day = at("2025-12-20T00:00:00Z");
    const View dayView = View::day(u"2025-12-20"_s);
    Answers answers;
    for (const View &view : {k7d, dayView}) {
        answers.note(view, scene.now(), scene.posts(kHarbour));
        EXPECT_CSV(scene, kHarbour, view, answers.expect(view, scene.now()));
    }
    const qint64 before = scene.now();
    int deleted = 0;
    for (const Post &post : scene.posts(kHarbour)) {
        if (post.published < day || post.published >= day + kDay)
            continue;
        scene.control("delete-post", jsonId(kHarbour, post.id));
        ++deleted;
    }
    QVERIFY(deleted > 0);
    scene.advance(400);
    answers.note(k7d, scene.now(), scene.posts(kHarbour));
    EXPECT_JSON(scene, kHarbour, k7d, answers.expect(k7d, scene.now()));
    // A day without posts says so of its hours too, and is the newer.
    EXPECT_JSON(scene, kHarbour, dayView, answers.expect(dayView, scene.now()), kOffline);
    EXPECT_CSV(scene, kHarbour, dayView, answers.expect(dayView, before, before),
               QStringList({u"--as-of"_s, QString::fromLatin1(isoText(before))}));
    const View neverAsked = View::hour(u"2025-12-20T05"_s);
    EXPECT_CSV(scene, kHarbour, neverAsked, answers.expect(neverAsked, scene.now()), kOffline);
}

void OrdersTest::drillsFromTheServersCache()
{
    StandIn::Options options = standingAt(kNow);
    Scene scene(options);
    Answers answers;
    answers.note(k7d, scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, k7d, answers.expect(k7d, scene.now()));
    scene.control("grow", R"({"views":1000})");
    for (const qint64 seconds : {60, 180, 70}) { // the last one is 310 s after the days were seen
        scene.advance(seconds);
        answers.note(kDayView, scene.now(), scene.posts(kWire));
        EXPECT_CSV(scene, kWire, kDayView, answers.expect(kDayView, scene.now()));
        // Days end where they were seen at the level of days or below: today was not asked for again.
        EXPECT_CSV(scene, kWire, k7d, answers.expect(k7d, *answers.offlineAnchor(k7d)), kOffline);
    }
}

void OrdersTest::acrossMidnight()
{
    Scene scene(standingAt("2025-12-22T23:50:00Z"));
    Answers answers;
    for (const View &view : {k7d, kDayView, k24h}) {
        answers.note(view, scene.now(), scene.posts(kWire));
        EXPECT_CSV(scene, kWire, view, answers.expect(view, scene.now()));
    }
    scene.advance(1230);
    answers.note(k6h, scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, k6h, answers.expect(k6h, scene.now()));
    for (const View &view : {k7d, kDayView, k24h, kToday})
        EXPECT_JSON(scene, kWire, view, answers.expect(view, scene.now()), kOffline);
}

void OrdersTest::serverIsReplacedByANewerOne()
{
    StandIn::Options options = standingAt(kNow);
    options.profile = StandIn::Profile::Nov20;
    Scene scene(options);
    QCOMPARE(scene.exported(kWire, k30d, u"old.csv"_s).exitCode, 0);
    options = standingAt("2025-12-23T11:00:00Z");
    QVERIFY(scene.replaceServer(options));
    QCOMPARE(scene.exported(kWire, k7d, u"new.csv"_s).exitCode, 0);
    const auto comments = [&scene](const QString &file) {
        QByteArrayList cells;
        for (const QByteArray &line : scene.contentOf(file).split('\n'))
            cells += line.split(',').value(4);
        return cells.mid(1, cells.size() - 2);
    };
    QVERIFY(!comments(u"old.csv"_s).contains(""));
    QVERIFY(!comments(u"new.csv"_s).contains(""));
    QCOMPARE(scene.exported(kWire, k30d, u"both.csv"_s, kOffline).exitCode, 0);
    QCOMPARE(comments(u"both.csv"_s), QByteArrayList(30, "")); // two meanings in one series
}

QTEST_GUILESS_MAIN(OrdersTest)

#include "orderstest.moc"
