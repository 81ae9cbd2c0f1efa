// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";
View days7()
{
    return View::period(u"7d"_s);
}
View days30()
{
    return View::period(u"30d"_s);
}
View days90()
{
    return View::period(u"90d"_s);
}
View hours24()
{
    return View::period(u"24h"_s);
}
View hours6()
{
    return View::period(u"6h"_s);
}
View hours1()
{
    return View::period(u"1h"_s);
}
View dayView()
{
    return View::day(u"2025-12-22"_s);
}
View hourView()
{
    return View::hour(u"2025-12-22T12"_s);
}
View today()
{
    return View::day(u"2025-12-23"_s);
}
View runningHour()
{
    return View::hour(u"2025-12-23T10"_s);
}
QStringList offlineSwitch()
{
    return {u"--offline"_s};
}
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
    QTest::newRow("longer first") << Views{days90(), days7(), hours24(), hours6()};
    QTest::newRow("shorter first") << Views{hours6(), hours24(), days7(), days30()};
    QTest::newRow("hour, then its day") << Views{hourView(), dayView(), days7()};
    QTest::newRow("day, then its hour") << Views{days7(), dayView(), hourView()};
    QTest::newRow("today from below") << Views{runningHour(), hours1(), today(), hours24(), days7()};
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
    for (const View &view : {days7(), hours24(), dayView(), hourView(), today()}) { // those not asked for too
        const std::optional<qint64> anchor = answers.offlineAnchor(view);
        const Expected expected = answers.expect(view, anchor.value_or(0));
        if (!anchor || expected.unknown() == expected.rows.size()) {
            QCOMPARE(scene.exported(kWire, view, u"none.csv"_s, offlineSwitch()).exitCode, 4);
            continue;
        }
        EXPECT_JSON(scene, kWire, view, expected, offlineSwitch());
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
        return wrongJson(scene, kWire, view, answers.expect(view, *answers.offlineAnchor(view)), offlineSwitch());
    };
    for (const View &view : {days30(), dayView(), hours24(), today(), runningHour()})
        QCOMPARE(ask(view), QByteArray());
    scene.control("grow", R"({"factor":1.5,"views":7,"reactions":1,"channel":1002222333344})");
    scene.advance(seconds);
    QCOMPARE(ask(days7()), QByteArray());
    for (const View &view : {days30(), hours24(), dayView(), today(), hourView()})
        QCOMPARE(recall(view), QByteArray());
    scene.control("grow", R"({"factor":0.9,"channel":1002222333344})"); // shrinking is normal
    scene.advance(seconds);
    for (const View &view : {hourView(), dayView(), hours24(), days30(), today()})
        QCOMPARE(ask(view), QByteArray());
    for (const View &view : {days7(), dayView(), hourView(), today()})
        QCOMPARE(recall(view), QByteArray());
}

void OrdersTest::asOfAMomentBefore_data()
{
    QTest::addColumn<View>("view");
    for (const View &view : {days30(), days7(), hours24(), dayView(), today(), hourView(), hours1()})
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
    EXPECT_CSV(scene, kWire, view, answers.expect(view, first, first), asOf(first) + offlineSwitch());
    const qint64 later = scene.now();
    EXPECT_CSV(scene, kWire, view, answers.expect(view, later, later), asOf(later) + offlineSwitch());
    // Asked with a time to come the source is asked, and knows nothing beyond its now.
    EXPECT_CSV(scene, kWire, view, answers.expect(view, later), asOf(at("2099-01-01T00:00:00Z")));
    const Ran tooEarly = scene.exported(kWire, view, u"early.csv"_s, asOf(first - 1) + offlineSwitch());
    if (view.text != today().text) // whose later hours are not unknown but to come
        QVERIFY2(tooEarly.exitCode == 4 && isOneLine(tooEarly.err), describe(tooEarly).constData());
}

void OrdersTest::deletedPosts()
{
    Scene scene(standingAt(kNow));
    const qint64 day = at("2025-12-20T00:00:00Z");
    const View dayView = View::day(u"2025-12-20"_s);
    Answers answers;
    for (const View &view : {days7(), dayView}) {
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
    answers.note(days7(), scene.now(), scene.posts(kHarbour));
    EXPECT_JSON(scene, kHarbour, days7(), answers.expect(days7(), scene.now()));
    // A day without posts says so of its hours too, and is the newer.
    EXPECT_JSON(scene, kHarbour, dayView, answers.expect(dayView, scene.now()), offlineSwitch());
    EXPECT_CSV(scene, kHarbour, dayView, answers.expect(dayView, before, before),
               QStringList({u"--as-of"_s, QString::fromLatin1(isoText(before))}));
    const View neverAsked = View::hour(u"2025-12-20T05"_s);
    EXPECT_CSV(scene, kHarbour, neverAsked, answers.expect(neverAsked, scene.now()), offlineSwitch());
}

void OrdersTest::drillsFromTheServersCache()
{
    StandIn::Options options = standingAt(kNow);
    Scene scene(options);
    Answers answers;
    answers.note(days7(), scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, days7(), answers.expect(days7(), scene.now()));
    scene.control("grow", R"({"views":1000})");
    for (const qint64 seconds : {60, 180, 70}) { // the last one is 310 s after the days were seen
        scene.advance(seconds);
        answers.note(dayView(), scene.now(), scene.posts(kWire));
        EXPECT_CSV(scene, kWire, dayView(), answers.expect(dayView(), scene.now()));
        // Days end where they were seen at the level of days or below: today was not asked for again.
        EXPECT_CSV(scene, kWire, days7(), answers.expect(days7(), *answers.offlineAnchor(days7())), offlineSwitch());
    }
}

void OrdersTest::acrossMidnight()
{
    Scene scene(standingAt("2025-12-22T23:50:00Z"));
    Answers answers;
    for (const View &view : {days7(), dayView(), hours24()}) {
        answers.note(view, scene.now(), scene.posts(kWire));
        EXPECT_CSV(scene, kWire, view, answers.expect(view, scene.now()));
    }
    scene.advance(1230);
    answers.note(hours6(), scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, hours6(), answers.expect(hours6(), scene.now()));
    for (const View &view : {days7(), dayView(), hours24(), today()})
        EXPECT_JSON(scene, kWire, view, answers.expect(view, scene.now()), offlineSwitch());
}

void OrdersTest::serverIsReplacedByANewerOne()
{
    StandIn::Options options = standingAt(kNow);
    options.profile = StandIn::Profile::Nov20;
    Scene scene(options);
    QCOMPARE(scene.exported(kWire, days30(), u"old.csv"_s).exitCode, 0);
    options = standingAt("2025-12-23T11:00:00Z");
    QVERIFY(scene.replaceServer(options));
    QCOMPARE(scene.exported(kWire, days7(), u"new.csv"_s).exitCode, 0);
    const auto comments = [&scene](const QString &file) {
        QByteArrayList cells;
        for (const QByteArray &line : scene.contentOf(file).split('\n'))
            cells += line.split(',').value(4);
        return cells.mid(1, cells.size() - 2);
    };
    QVERIFY(!comments(u"old.csv"_s).contains(""));
    QVERIFY(!comments(u"new.csv"_s).contains(""));
    QCOMPARE(scene.exported(kWire, days30(), u"both.csv"_s, offlineSwitch()).exitCode, 0);
    QCOMPARE(comments(u"both.csv"_s), QByteArrayList(30, "")); // two meanings in one series
}

POSTWAVE_TEST(OrdersTest, QCoreApplication)

#include "orderstest.moc"
