// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

#include <QRandomGenerator>
#include <QSet>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";
constexpr int kMostRequests = 91;

QStringList fetchOf(const Scene &scene, qint64 channel)
{
    return QStringList{u"fetch"_s} + scene.source() + QStringList{u"--channel"_s, QString::number(channel),
                                                                  u"--period"_s,  u"90d"_s,
                                                                  u"--levels"_s,  u"day,hour,minute"_s};
}
}

/** The bulk fetch: few requests, and none lost when it is killed. */
class FetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksLittle_data();
    void asksLittle();
    void survivesKills();
    void goesOnAfterFailedWindows();
    void tellsProgressWhenAsked();

private:
    static QByteArray wrongDays(Scene &scene, qint64 channel, int every);
};

/** Days and some hours of the last 90 days against the posts, from the store alone. */
QByteArray FetchTest::wrongDays(Scene &scene, qint64 channel, int every)
{
    const Posts posts = scene.posts(channel);
    const qint64 now = scene.now();
    const qint64 today = now - now % kDay;
    Answers answers;
    answers.note(View::period(u"90d"_s), now, posts);
    QList<View> views;
    for (int back = 89; back >= 0; --back) {
        const qint64 start = today - back * kDay;
        const View day = View::day(QString::fromLatin1(isoText(start).left(10)));
        if (hasPosts(posts, start, start + kDay)) // others are not asked for
            answers.note(day, now, posts);
        if (back % every != 0)
            continue;
        views.append(day);
        if (back % 3 == 0)
            views.append(View::hour(QString::fromLatin1(isoText(start + (back % 10) * kHour).left(13))));
    }
    views += {View::period(u"90d"_s), View::period(u"30d"_s), View::period(u"24h"_s), View::period(u"1h"_s)};
    for (const View &view : views) {
        const std::optional<qint64> anchor = answers.offlineAnchor(view);
        const Expected expected = answers.expect(view, anchor.value_or(now));
        if (!anchor || expected.unknown() == expected.rows.size()) {
            const Ran none = scene.exported(channel, view, u"none.csv"_s, {u"--offline"_s});
            if (none.exitCode != 4)
                return view.text.toLatin1() + ' ' + describe(none);
            continue;
        }
        const QByteArray wrong = wrongCsv(scene, channel, view, expected, {u"--offline"_s});
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

void FetchTest::asksLittle_data()
{
    QTest::addColumn<qint64>("channel");
    QTest::addColumn<int>("most");
    QTest::newRow("posts on each day") << kWire << kMostRequests;
    QTest::newRow("days without posts") << kHarbour << kMostRequests - 5;
    QTest::newRow("no posts at all") << kEmpty << 2;
}

void FetchTest::asksLittle()
{
    QFETCH(const qint64, channel);
    QFETCH(const int, most);
    Scene scene(standingAt(kNow));
    const Ran ran = scene.postwave(fetchOf(scene, channel));
    QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty() && ran.out.isEmpty(), describe(ran).constData());
    const int first = scene.dynamicsRequests();
    qInfo("%d requests for post dynamics, %d in all", first, int(scene.requests().size()));
    QVERIFY2(first <= most, QByteArray::number(first).constData());
    QSet<QString> different;
    const QJsonArray made = scene.requests();
    for (const QJsonValue &request : made)
        different.insert(request[u"path"_s].toString() + u'?' + request[u"query"_s].toString());
    QCOMPARE(different.size(), made.size()); // none twice

    scene.forgetRequests();
    const Ran again = scene.postwave(fetchOf(scene, channel));
    QVERIFY2(again.exitCode == 0 && again.err.isEmpty(), describe(again).constData());
    qInfo("%d for the repetition", int(scene.requests().size()));
    QVERIFY2(scene.requests().size() <= 2, QByteArray::number(scene.requests().size()).constData());
    QCOMPARE(wrongDays(scene, channel, channel == kEmpty ? 30 : 4), QByteArray());
}

void FetchTest::survivesKills()
{
    constexpr int kKills = 20;
    StandIn::Options options = standingAt(kNow);
    options.latencyMs = 40; // so that a request is a moment
    Scene scene(options);
    QRandomGenerator random(20251223);
    const QStringList verify{u"store"_s, u"verify"_s, u"--data-dir"_s, scene.dataFolder()};
    int killed = 0;
    int asked = 0;
    for (int i = 0; i < kKills; ++i) {
        scene.forgetRequests();
        // Late enough for some that a machine with much else to do has stored what was answered before.
        const qsizetype after = random.bounded(1, 12);
        int looks = random.bounded(3); // somewhere between this request and the next ones
        Program program({.arguments = fetchOf(scene, kWire), .environment = scene.environment(), .input = {}});
        killed += program.killWhen([&] {
            return scene.requests().size() >= after && looks-- <= 0;
        });
        asked += scene.dynamicsRequests();
        const Ran checked = scene.postwave(verify);
        QVERIFY2(checked.exitCode == 0 && checked.err.isEmpty(), describe(checked).constData());
    }
    qInfo("%d of %d killed, %d requests until then", killed, kKills, asked);
    QCOMPARE(killed, kKills);
    scene.forgetRequests();
    const Ran last = scene.postwave(fetchOf(scene, kWire));
    QVERIFY2(last.exitCode == 0 && last.err.isEmpty(), describe(last).constData());
    const int rest = scene.dynamicsRequests();
    qInfo("%d for the rest", rest);
    // Asked again are the overview, and what was on its way at each kill.
    QVERIFY2(asked + rest <= kMostRequests + kKills * 5, QByteArray::number(asked + rest).constData());
    QVERIFY(rest < kMostRequests);
    QCOMPARE(scene.postwave(verify).exitCode, 0);
    QCOMPARE(wrongDays(scene, kWire, 2), QByteArray());
}

void FetchTest::goesOnAfterFailedWindows()
{
    Scene scene(standingAt(kNow));
    scene.control("fault",
                  R"({"path":"post-dynamics","query":"2025-12-1[0-9]","kind":"status","status":500,"count":-1,)"
                  R"("body":{"detail":"Failed"}})");
    const Ran ran = scene.postwave(fetchOf(scene, kWire));
    QVERIFY2(ran.exitCode == 1 && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    scene.clearFaults();
    scene.forgetRequests();
    const Ran again = scene.postwave(fetchOf(scene, kWire));
    QVERIFY2(again.exitCode == 0 && again.err.isEmpty(), describe(again).constData());
    QVERIFY2(scene.dynamicsRequests() >= 10 && scene.dynamicsRequests() <= 12,
             QByteArray::number(scene.dynamicsRequests()).constData());
    QCOMPARE(wrongDays(scene, kWire, 8), QByteArray());
}

void FetchTest::tellsProgressWhenAsked()
{
    Scene scene(standingAt(kNow));
    const Ran ran = scene.postwave(fetchOf(scene, kWire) + QStringList{u"--progress"_s});
    QVERIFY2(ran.exitCode == 0 && ran.out.isEmpty() && ran.err.count('\n') > 10, describe(ran).constData());
}

POSTWAVE_TEST(FetchTest, QCoreApplication)

#include "fetchtest.moc"
