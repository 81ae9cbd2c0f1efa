// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

#include <QFileInfo>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";
QStringList offlineSwitch()
{
    return {u"--offline"_s};
}

QList<View> manyViews()
{
    QList<View> views;
    for (const char *period : {"1h", "6h", "12h", "24h", "7d", "30d", "90d", "all"})
        views.append(View::period(QString::fromLatin1(period)));
    return views
        + QList<View>{View::day(u"2025-12-18"_s), View::day(u"2025-12-23"_s), View::hour(u"2025-12-18T12"_s),
                      View::hour(u"2025-12-23T10"_s), View::day(u"2026-01-05"_s)};
}
}

/** The server is gone: what was seen is the same bytes, what was not is said to be missing. */
class OfflineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBytes_data();
    void sameBytes();
    void neverFetched_data();
    void neverFetched();
    void partlyKnown();
    void knowsADayWithoutPostsFromItsOverview();
    void unknownChannel();
    void anotherServerIsAnotherSource();
    void channelsAreListed();
    void saysThatOfflineHasAnAnswer();
    void nothingIsSent();
};

void OfflineTest::sameBytes_data()
{
    QTest::addColumn<qint64>("channel");
    QTest::newRow("bursts") << kHarbour;
    QTest::newRow("not Latin") << kNonLatin;
    QTest::newRow("empty") << kEmpty;
}

void OfflineTest::sameBytes()
{
    QFETCH(const qint64, channel);
    Scene scene(standingAt(kNow));
    QStringList names;
    const auto exportAll = [&](const QString &prefix, const QStringList &extra) -> QByteArray {
        for (const View &view : manyViews()) {
            for (const QString &suffix : {u"csv"_s, u"json"_s, u"png"_s}) {
                const bool pictured = channel == kNonLatin || view.text == u"7d" || view.kind != View::Kind::Period;
                if (suffix == u"png" && !pictured)
                    continue;
                const QString name = QString(view.text + u'.' + suffix).replace(u':', u'-');
                const Ran ran = scene.exported(channel, view, prefix + name, extra);
                if (ran.exitCode != 0 || !ran.err.isEmpty() || !ran.out.isEmpty())
                    return name.toLatin1() + ' ' + describe(ran);
                names.append(name);
            }
        }
        return {};
    };
    QCOMPARE(exportAll(u"online-"_s, {}), QByteArray());
    const qsizetype count = names.size();
    scene.endServer();
    QCOMPARE(exportAll(u"offline-"_s, offlineSwitch()), QByteArray());
    QCOMPARE(names.size(), 2 * count);
    for (const QString &name : names.first(count)) {
        const QByteArray online = scene.contentOf(u"online-"_s + name);
        QVERIFY2(!online.isEmpty() && online == scene.contentOf(u"offline-"_s + name), qPrintable(name));
    }
}

void OfflineTest::neverFetched_data()
{
    QTest::addColumn<View>("view");
    for (const View &view : manyViews()) {
        if (view.start() < at(kNow)) // of what is to come there is nothing to fetch
            QTest::newRow(qPrintable(view.text)) << view;
    }
}

void OfflineTest::neverFetched()
{
    QFETCH(const View, view);
    Scene scene(standingAt(kNow));
    // Something of the channel is known, but nothing of any of the views.
    QCOMPARE(scene.exported(kWire, View::hour(u"2025-11-11T11"_s), u"a.csv"_s).exitCode, 0);
    for (const QString &name : {u"none.csv"_s, u"none.json"_s, u"none.png"_s}) {
        const Ran ran = scene.exported(kWire, view, name, offlineSwitch());
        QVERIFY2(ran.exitCode == 4 && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
        QVERIFY(!QFileInfo::exists(scene.file(name)));
        const Ran over = scene.exported(kWire, view, u"a.csv"_s, offlineSwitch()); // a file that is there stays
        QCOMPARE(over.exitCode, 4);
        QVERIFY(scene.contentOf(u"a.csv"_s).contains("2025-11-11T11:59:00Z"));
    }
}

void OfflineTest::partlyKnown()
{
    Scene scene(standingAt(kNow));
    Answers answers;
    const View asked = View::period(u"24h"_s);
    answers.note(asked, scene.now(), scene.posts(kWire));
    EXPECT_CSV(scene, kWire, asked, answers.expect(asked, scene.now()));
    const qint64 now = scene.now();
    scene.endServer();
    const View week = View::period(u"7d"_s);
    const Expected expected = answers.expect(week, now);
    QCOMPARE(expected.unknown(), 6);
    EXPECT_CSV(scene, kWire, week, expected, offlineSwitch());
    EXPECT_JSON(scene, kWire, week, expected, offlineSwitch());
    QVERIFY(scene.contentOf(u"checked.csv"_s).contains("2025-12-22T00:00:00Z,,,,,,,unknown,false\r\n"));
    const Ran picture = scene.exported(kWire, week, u"a.png"_s, offlineSwitch());
    QVERIFY2(picture.exitCode == 0 && picture.err.startsWith("postwave: 6 of 7 rows not downloaded"),
             describe(picture).constData());
    const View yesterday = View::day(u"2025-12-22"_s);
    const Expected half = answers.expect(yesterday, now);
    QCOMPARE(half.unknown(), 11);
    EXPECT_CSV(scene, kWire, yesterday, half, offlineSwitch());
}

void OfflineTest::knowsADayWithoutPostsFromItsOverview()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s).exitCode, 0);
    QVERIFY(scene.contentOf(u"a.csv"_s).contains("2025-12-17T00:00:00Z,0,0,0,0,0,0,complete,false"));
    const Ran day = scene.exported(kHarbour, View::day(u"2025-12-17"_s), u"b.csv"_s, offlineSwitch());
    QVERIFY2(day.exitCode == 0 && day.err.isEmpty(), describe(day).constData());
    QCOMPARE(scene.contentOf(u"b.csv"_s).count(",0,0,0,0,0,0,complete,false\r\n"), 24);
    const Ran hour = scene.exported(kHarbour, View::hour(u"2025-12-17T05"_s), u"c.csv"_s, offlineSwitch());
    QCOMPARE(hour.exitCode, 0);
    QCOMPARE(scene.contentOf(u"c.csv"_s).count(",0,0,0,0,0,0,complete,false\r\n"), 60);
    // One with posts is never shown as zero.
    QCOMPARE(scene.exported(kHarbour, View::day(u"2025-12-18"_s), u"d.csv"_s, offlineSwitch()).exitCode, 4);
}

void OfflineTest::unknownChannel()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s).exitCode, 0);
    const Ran online = scene.exported(77, View::period(u"7d"_s), u"b.csv"_s);
    QVERIFY2(online.exitCode == 1 && isOneLine(online.err) && online.out.isEmpty(), describe(online).constData());
    const Ran offline = scene.exported(77, View::period(u"7d"_s), u"b.csv"_s, offlineSwitch());
    QVERIFY2(offline.exitCode == 4 && isOneLine(offline.err) && offline.out.isEmpty(), describe(offline).constData());
    // Known, but nobody asked about it.
    const Ran other = scene.exported(kEmpty, View::period(u"7d"_s), u"b.csv"_s, offlineSwitch());
    QVERIFY2(other.exitCode == 4 && isOneLine(other.err), describe(other).constData());
    QVERIFY(!QFileInfo::exists(scene.file(u"b.csv"_s)));
}

void OfflineTest::anotherServerIsAnotherSource()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s).exitCode, 0);
    QStringList source = scene.source();
    const QStringList rest{u"--channel"_s, QString::number(kHarbour), u"--period"_s, u"7d"_s, u"--offline"_s,
                           u"--output"_s,  scene.file(u"b.csv"_s)};
    source[1] += u"/api"_s;
    QCOMPARE(scene.postwave(QStringList{u"export"_s} + source + rest).exitCode, 4);
    source[1] = scene.source().at(1) + u'/'; // the same one, spelt otherwise
    source[1].replace(u"http"_s, u"HTTP"_s);
    QCOMPARE(scene.postwave(QStringList{u"export"_s} + source + rest).exitCode, 0);
    QCOMPARE(scene.contentOf(u"a.csv"_s), scene.contentOf(u"b.csv"_s));
    const QStringList demo{u"export"_s, u"--demo"_s, u"--data-dir"_s, scene.dataFolder()};
    QCOMPARE(scene.postwave(demo + rest).exitCode, 4);
}

void OfflineTest::channelsAreListed()
{
    Scene scene(standingAt(kNow));
    const Ran none = scene.postwave(QStringList{u"channels"_s} + scene.source() + offlineSwitch());
    QVERIFY2(none.exitCode == 4 && isOneLine(none.err), describe(none).constData());
    const Ran online = scene.postwave(QStringList{u"channels"_s} + scene.source() + QStringList{u"--json"_s});
    QVERIFY2(online.exitCode == 0 && online.err.isEmpty(), describe(online).constData());
    const QJsonObject list = QJsonDocument::fromJson(online.out).object();
    QCOMPARE(list[u"format"_s], 1);
    const QJsonArray channels = list[u"channels"_s].toArray();
    QCOMPARE(channels.size(), 4);
    QCOMPARE(channels[0].toObject(),
             QJsonObject({{u"id"_s, u"1001234567890"_s},
                          {u"title"_s, u"Harbour Lights"_s},
                          {u"username"_s, u"harbourlights"_s},
                          {u"subscribers"_s, 18240}}));
    scene.endServer();
    const Ran offline =
        scene.postwave(QStringList{u"channels"_s} + scene.source() + QStringList{u"--json"_s} + offlineSwitch());
    QCOMPARE(offline.exitCode, 0);
    QCOMPARE(offline.out, online.out);
}

void OfflineTest::saysThatOfflineHasAnAnswer()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s).exitCode, 0);
    const QByteArray before = scene.contentOf(u"a.csv"_s);
    scene.endServer();
    const Ran ran = scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s);
    QVERIFY2(ran.exitCode == 1 && isOneLine(ran.err) && ran.err.contains("--offline"), describe(ran).constData());
    QCOMPARE(scene.contentOf(u"a.csv"_s), before);
    QVERIFY(ran.milliseconds >= 1500); // two more tries, 1 and 2 s later, each between half and one and a half
    QVERIFY(ran.milliseconds < 15'000);
}

void OfflineTest::nothingIsSent()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s).exitCode, 0);
    scene.forgetRequests();
    scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s, offlineSwitch());
    scene.exported(kHarbour, View::period(u"30d"_s), u"a.csv"_s, offlineSwitch());
    scene.exported(77, View::period(u"30d"_s), u"a.csv"_s, offlineSwitch());
    scene.postwave(QStringList{u"channels"_s} + scene.source() + offlineSwitch());
    QCOMPARE(scene.requests().size(), 0);
}

POSTWAVE_TEST(OfflineTest, QCoreApplication)

#include "offlinetest.moc"
