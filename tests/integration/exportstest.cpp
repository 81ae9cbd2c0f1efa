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

QList<View> manyViews()
{
    QList<View> views;
    for (const char *period : {"90d", "7d", "30d", "24h", "1h", "12h", "6h", "all"})
        views.append(View::period(QString::fromLatin1(period)));
    views += {View::hour(u"2025-12-18T12"_s), View::day(u"2025-12-18"_s),     View::day(u"2025-12-17"_s),
              View::day(u"2025-12-23"_s),     View::hour(u"2025-12-23T10"_s), View::hour(u"2025-12-23T00"_s),
              View::hour(u"2025-12-23T15"_s), View::day(u"2025-12-25"_s),     View::day(u"2025-12-22"_s)};
    return views;
}

/** Posts at places where something can go wrong: edges of buckets, no snapshot, deleted, the running minute. */
void addOddPosts(Scene &scene, qint64 channel)
{
    const QByteArray to = R"({"channel":)" + QByteArray::number(channel) + R"(,"msg_id":)";
    const auto add = [&](int id, const char *date, const QByteArray &rest) {
        scene.control("add-post", to + QByteArray::number(id) + ",\"date\":\"" + date + '"' + rest + '}');
    };
    const QByteArray counters = R"(,"views":1001,"forwards":7,"reactions":13,"replies":2,"comments":5)";
    add(900001, "2025-12-23T10:20:30Z", counters); // this very second
    add(900002, "2025-12-23T10:20:00Z", counters);
    add(900003, "2025-12-23T10:19:59Z", counters);
    add(900004, "2025-12-23T10:05:10Z", ""); // no snapshot yet
    add(900005, "2025-12-23T09:59:59Z", counters);
    add(900006, "2025-12-23T00:00:00Z", counters);
    add(900007, "2025-12-22T23:59:59Z", counters);
    add(900008, "2025-12-22T10:20:29Z", R"(,"views":400000,"forwards":1,"reactions":2,"replies":3,"comments":4)");
    add(900009, "2025-12-22T10:20:31Z", counters); // either side of where a rolling day begins
    add(900010, "2025-12-16T12:00:00Z", R"(,"views":null,"forwards":3,"reactions":null,"replies":1,"comments":null)");
    add(900011, "2025-09-24T10:20:31Z", counters); // 90 days ago, in the day that the window cuts
    add(900012, "2025-12-18T12:00:00Z", counters);
    add(900013, "2025-12-18T12:59:59Z", counters);
    add(900014, "2025-12-19T15:00:00Z", counters);
    scene.control("delete-post", to + "900014}");
}
}

/** Each view, online, against what the posts behind it add up to. */
class ExportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsThePosts_data();
    void equalsThePosts();
    void endsOnTheEdgeOfABucket_data();
    void endsOnTheEdgeOfABucket();
    void rowsOfJsonHaveTheKeysOfCsv();
    void keepsTheNamedMetrics();
    void separatesAndMarks();
    void asksNothingAboutTheFuture();
};

void ExportsTest::equalsThePosts_data()
{
    QTest::addColumn<qint64>("channel");
    QTest::addColumn<StandIn::Profile>("profile");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<bool>("wide");
    using StandIn::Profile;
    QTest::newRow("bursts and gaps") << kHarbour << Profile::Dec23 << QByteArray() << false;
    QTest::newRow("below a prefix, nov20") << kHarbour << Profile::Nov20 << QByteArray("/api") << false;
    QTest::newRow("wide sums") << kHarbour << Profile::Dec23 << QByteArray() << true;
    QTest::newRow("not Latin, nov26") << kNonLatin << Profile::Nov26 << QByteArray() << false;
    QTest::newRow("many posts, below a prefix") << kWire << Profile::Dec23 << QByteArray("/some/api") << false;
}

void ExportsTest::equalsThePosts()
{
    QFETCH(const qint64, channel);
    QFETCH(const StandIn::Profile, profile);
    QFETCH(const QByteArray, prefix);
    QFETCH(const bool, wide);
    StandIn::Options options = standingAt(kNow);
    options.profile = profile;
    options.prefix = prefix;
    options.wideSums = wide;
    Scene scene(options);
    addOddPosts(scene, channel);
    const qint64 now = scene.now();
    const Posts posts = scene.posts(channel);
    QVERIFY(posts.size() > 100);
    Answers answers(profile != StandIn::Profile::Nov20);
    for (const View &view : manyViews()) {
        answers.note(view, now, posts);
        const Expected expected = answers.expect(view, now);
        EXPECT_CSV(scene, channel, view, expected);
        EXPECT_JSON(scene, channel, view, expected);
    }
}

void ExportsTest::endsOnTheEdgeOfABucket_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::newRow("a minute") << QByteArray("2025-12-23T10:20:00Z");
    QTest::newRow("an hour") << QByteArray("2025-12-23T10:00:00Z");
    QTest::newRow("a second later") << QByteArray("2025-12-23T00:00:01Z");
    QTest::newRow("a second earlier") << QByteArray("2025-12-22T23:59:59Z");
    QTest::newRow("fractions") << QByteArray("2025-12-23T00:00:00.999999Z");
}

void ExportsTest::endsOnTheEdgeOfABucket()
{
    QFETCH(const QByteArray, now);
    Scene scene(standingAt(now.constData()));
    const Posts posts = scene.posts(kWire);
    const QList<View> views{View::period(u"7d"_s), View::period(u"24h"_s), View::period(u"1h"_s),
                            View::day(u"2025-12-22"_s), View::day(u"2025-12-23"_s)};
    Answers answers;
    for (const View &view : views) {
        answers.note(view, scene.now(), posts);
        EXPECT_CSV(scene, kWire, view, answers.expect(view, scene.now()));
    }
}

void ExportsTest::rowsOfJsonHaveTheKeysOfCsv()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.json"_s).exitCode, 0);
    const QByteArray json = scene.contentOf(u"a.json"_s);
    const QByteArray row = json.mid(json.indexOf(R"({"timestamp")"));
    qsizetype place = -1;
    for (const char *key :
         {"timestamp", "views", "likes", "shares", "comments", "replies", "post_count", "state", "viral"}) {
        const qsizetype next = row.indexOf(QByteArray('"' + QByteArray(key) + '"'));
        QVERIFY2(next > place && next < row.indexOf('}'), key);
        place = next;
    }
}

void ExportsTest::keepsTheNamedMetrics()
{
    Scene scene(standingAt(kNow));
    const QStringList some{u"--metrics"_s, u"post_count,views"_s};
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"all.csv"_s).exitCode, 0);
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"some.csv"_s, some).exitCode, 0);
    const QList<QByteArray> all = scene.contentOf(u"all.csv"_s).split('\n');
    const QList<QByteArray> kept = scene.contentOf(u"some.csv"_s).split('\n');
    QCOMPARE(kept.size(), all.size());
    for (qsizetype i = 0; i + 1 < all.size(); ++i) { // in the order of the file, whatever was said
        const QList<QByteArray> cells = all[i].split(',');
        QCOMPARE(kept[i], QByteArrayList({cells[0], cells[1], cells[6], cells[7], cells[8]}).join(','));
    }
    // Viral marks are by views, whatever is shown.
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"likes.csv"_s, {u"--metrics"_s, u"likes"_s}).exitCode, 0);
    QCOMPARE(scene.contentOf(u"likes.csv"_s).count("true"), scene.contentOf(u"all.csv"_s).count("true"));
    QVERIFY(scene.contentOf(u"all.csv"_s).contains("true"));
}

void ExportsTest::separatesAndMarks()
{
    Scene scene(standingAt(kNow));
    const View view = View::period(u"7d"_s);
    QCOMPARE(scene.exported(kHarbour, view, u"plain.csv"_s).exitCode, 0);
    QCOMPARE(scene.exported(kHarbour, view, u"tab.csv"_s, {u"--separator"_s, u"tab"_s, u"--bom"_s}).exitCode, 0);
    QCOMPARE(scene.exported(kHarbour, view, u"semicolon.csv"_s, {u"--separator"_s, u";"_s}).exitCode, 0);
    const QByteArray plain = scene.contentOf(u"plain.csv"_s);
    QCOMPARE(scene.contentOf(u"tab.csv"_s), "\xef\xbb\xbf" + QByteArray(plain).replace(',', '\t'));
    QCOMPARE(scene.contentOf(u"semicolon.csv"_s), QByteArray(plain).replace(',', ';'));
}

void ExportsTest::asksNothingAboutTheFuture()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"7d"_s), u"a.csv"_s).exitCode, 0);
    const qsizetype before = scene.dynamicsRequests();
    const Ran ran = scene.exported(kHarbour, View::day(u"2099-01-01"_s), u"b.csv"_s);
    QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), describe(ran).constData());
    QCOMPARE(scene.dynamicsRequests(), before);
    QCOMPARE(scene.contentOf(u"b.csv"_s).count(",,,,,,,future,false\r\n"), 24);
}

POSTWAVE_TEST(ExportsTest, QCoreApplication)

#include "exportstest.moc"
