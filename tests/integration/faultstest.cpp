// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

#include <QFileInfo>
#include <QTcpServer>

#include <sys/resource.h>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";
const View kWeek = View::period(u"7d"_s);
constexpr int kAnyNumber = -1;

/** An answer of 200 with these rows. */
QByteArray rows(const QByteArray &list)
{
    return R"("kind":"status","status":200,"count":-1,"body":)" + list;
}

/** A list of one bucket, `more` being its counters. */
QByteArray bucket(const QByteArray &time, const QByteArray &more)
{
    return "{\"timestamp\":\"" + time + "\",\"time\":\"x\"," + more + '}';
}

constexpr const char *kCounters = R"("views":10,"likes":1,"shares":2,"comments":3,"replies":4,"post_count":1)";
constexpr const char *kDate = "2025-12-20T00:00:00Z";

/** The most memory that a program which has ended took, of all that this test started; MiB. */
long mostMemory()
{
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss / 1024;
}
}

/** Post dynamics that come wrong, late or never: an exit code, one line, and nothing stored lost or made up. */
class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failsCleanly_data();
    void failsCleanly();
    void refusesBadAnswers_data();
    void refusesBadAnswers();
    void bombsTakeNoMemory_data();
    void bombsTakeNoMemory();
    void getsOverIt_data();
    void getsOverIt();
    void saysThatClocksDiffer();
    void neverGoesWhereItIsSent();
    void keepsNoCookies();

private:
    static QByteArray wrongAfterFailure(Scene &scene, const QByteArray &before);
};

/** What has to hold after any failure, when the server is well again: nothing, or what is wrong. */
QByteArray FaultsTest::wrongAfterFailure(Scene &scene, const QByteArray &before)
{
    const Ran offline = scene.exported(kHarbour, kWeek, u"offline.csv"_s, {u"--offline"_s});
    if (offline.exitCode != 0 || scene.contentOf(u"offline.csv"_s) != before)
        return "what was stored has changed: " + describe(offline);
    const Ran verify = scene.postwave({u"store"_s, u"verify"_s, u"--data-dir"_s, scene.dataFolder()});
    if (verify.exitCode != 0)
        return "store verify: " + describe(verify);
    for (const QByteArray &secret : {kPassword.toLatin1(), QByteArray("eyJ"), QByteArray("Bearer")}) {
        if (!filesWith(scene.dataFolder(), secret).isEmpty())
            return secret + " in " + filesWith(scene.dataFolder(), secret).join(u' ').toUtf8();
    }
    return {};
}

void FaultsTest::failsCleanly_data()
{
    QTest::addColumn<QByteArray>("fault"); // after the path
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArray &fault, int requests, const QByteArray &says = {},
                        int exitCode = 1) {
        QTest::newRow(name) << QByteArray(fault + ",\"count\":-1") << exitCode << requests << says;
    };
    const QByteArray wait = R"(,"headers":{"Retry-After":")";
    const QByteArray suspended = R"("kind":"status","status":403,"body":{"detail":{"error":"account_suspended",)"
                                 R"("message":"Your account has been suspended."}})";
    row("500", R"("kind":"status","status":500,"body":{"detail":"Failed to fetch post dynamics"})", 1, "500");
    row("500 in HTML", R"("kind":"html","status":500)", 1);
    row("500 in plain text", R"("kind":"status","status":500,"body":"Internal","content_type":"text/plain")", 1);
    row("502 in HTML", R"("kind":"html","status":502)", 3);
    row("503 in HTML", R"("kind":"html","status":503)", 3);
    row("503 that asks to wait", R"("kind":"html","status":503)" + wait + "0\"}", 4);
    row("200 in HTML", R"("kind":"html","status":200)", 1);
    row("404", R"("kind":"status","status":404,"body":{"detail":"Not Found"})", 1);
    row("408", R"("kind":"status","status":408,"body":{"detail":"Too slow"})", 3);
    row("422", R"("kind":"status","status":422,"body":{"detail":[{"type":"x","loc":["query","period"],"msg":"No"}]})",
        1);
    row("403", R"("kind":"status","status":403,"body":{"detail":"Access denied"})", 1);
    row("403 without a token", R"("kind":"status","status":403,"body":{"detail":"Not authenticated"})", 2, "sign-in",
        3);
    row("403 suspended", suspended, 1, "suspended", 3);
    row("304 that nobody asked for", R"("kind":"status","status":304)", 1, "invalid response");
    row("401 for ever", R"("kind":"status","status":401,"body":{"detail":"Invalid token"})", 2, "sign-in", 3);
    row("429 for ever", R"("kind":"status","status":429,"body":{"error":"x"})" + wait + "0\"}", 4, "limiting requests");
    row("429, much later", R"("kind":"status","status":429,"body":{"error":"x"})" + wait + "121\"}", 1, "121");
    row("429, much later, said in the body",
        R"("kind":"status","status":429,"body":{"error":"x","message":"y","retry_after_seconds":3600})", 1, "3600");
    row("truncated", R"("kind":"truncate")", 1);
    row("garbage", R"("kind":"garbage")", 1);
    row("deeply nested", R"("kind":"nested","depth":200000)", 1);
    row("another type", R"("kind":"content_type","content_type":"text/plain")", 1);
    row("dropped", R"("kind":"drop")", kAnyNumber);
    row("dropped midway", R"("kind":"drop_midway")", kAnyNumber);
    row("80 MiB", R"("kind":"huge","megabytes":80)", 1);
    row("80 MiB, packed", R"("kind":"huge","megabytes":80,"gzip":true)", 1);
}

void FaultsTest::failsCleanly()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const int, exitCode);
    QFETCH(const int, requests);
    QFETCH(const QByteArray, says);
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, kWeek, u"before.csv"_s).exitCode, 0);
    const QByteArray before = scene.contentOf(u"before.csv"_s);
    scene.control("grow", R"({"factor":2})");
    scene.advance(3600);
    scene.fault("post-dynamics", fault);
    scene.forgetRequests();

    const Ran ran = scene.exported(kHarbour, kWeek, u"new.csv"_s);
    QVERIFY2(ran.exitCode == exitCode && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(),
             describe(ran).constData());
    QVERIFY2(ran.err.contains(says) && ran.err.contains("--offline"), describe(ran).constData());
    QVERIFY2(!ran.err.contains(kPassword.toUtf8()) && !ran.err.contains("eyJ"), describe(ran).constData());
    QVERIFY(!QFileInfo::exists(scene.file(u"new.csv"_s)));
    if (requests != kAnyNumber)
        QCOMPARE(scene.dynamicsRequests(), requests);
    QVERIFY2(ran.milliseconds < 20'000, describe(ran).constData());

    // With logging it is the same, but still no secret.
    if (requests == 1) {
        const Ran logged = scene.exported(kHarbour, kWeek, u"new.csv"_s, {u"--log-rules"_s, u"postwave.*=true"_s});
        QCOMPARE(logged.exitCode, exitCode);
        QVERIFY2(!logged.err.contains(kPassword.toUtf8()) && !logged.err.contains("eyJ"), describe(logged).constData());
    }
    const QByteArray wrong = wrongAfterFailure(scene, before);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void FaultsTest::refusesBadAnswers_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("good");
    const auto bad = [](const char *name, const QByteArray &list) {
        QTest::newRow(name) << rows(list) << false;
    };
    const auto counters = [](QByteArray from, const QByteArray &to) {
        return QByteArray('[' + bucket(kDate, QByteArray(kCounters).replace(from, to)) + ']');
    };
    const auto times = [](const QByteArrayList &list) {
        QByteArrayList buckets;
        for (const QByteArray &time : list)
            buckets.append(bucket(time, kCounters));
        return QByteArray('[' + buckets.join(',') + ']');
    };
    bad("an object", R"({"data":[]})");
    bad("null", "null");
    bad("a number in the list", "[1]");
    bad("negative", counters(":10", ":-1"));
    bad("a fraction", counters(":10", ":1.5"));
    bad("a text", counters(":10", R"(:"10")"));
    bad("too large", counters(":10", ":9007199254740992"));
    bad("far too large", counters(":10", ":1e300"));
    bad("null views", counters(":10", ":null"));
    bad("negative replies", counters(":4", ":-4"));
    bad("no shares", counters(R"("shares":2,)", ""));
    bad("no time", times({"yesterday"}));
    bad("impossible time", times({"2025-02-30T00:00:00Z"}));
    bad("no bucket's start", times({"2025-12-20T00:31:00Z"}));
    bad("unordered", times({"2025-12-21T00:00:00Z", "2025-12-20T00:00:00Z"}));
    bad("doubled", times({"2025-12-21T00:00:00Z", "2025-12-21T00:00:00Z"}));
    bad("doubled in another zone", times({"2025-12-21T00:00:00Z", "2025-12-21T05:00:00+05:00"}));
    bad("long ago", times({"2025-11-01T00:00:00Z", "2025-12-21T00:00:00Z"}));
    bad("to come", times({"2025-12-21T00:00:00Z", "2026-01-01T00:00:00Z"}));
    QTest::newRow("a day outside") << rows(times({"2025-12-16T00:00:00Z", "2025-12-20T00:00:00Z"})) << true;
    QTest::newRow("largest") << rows(counters(":10", ":9007199254740991")) << true;
    QTest::newRow("replies and post count missing")
        << rows(counters(R"(,"replies":4,"post_count":1)", R"(,"new_field":[{}])")) << true;
    QTest::newRow("empty") << rows("[]") << true;
}

void FaultsTest::refusesBadAnswers()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const bool, good);
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, kWeek, u"before.csv"_s).exitCode, 0);
    const QByteArray before = scene.contentOf(u"before.csv"_s);
    scene.advance(3600);
    scene.fault("post-dynamics", fault);
    scene.forgetRequests();
    const Ran ran = scene.exported(kHarbour, kWeek, u"new.csv"_s);
    QVERIFY2(ran.out.isEmpty() && !ran.crashed, describe(ran).constData());
    QCOMPARE(scene.dynamicsRequests(), 1);
    if (good) {
        QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), describe(ran).constData());
        QCOMPARE(scene.contentOf(u"new.csv"_s).count('\n'), 8);
        return;
    }
    QVERIFY2(ran.exitCode == 1 && isOneLine(ran.err), describe(ran).constData());
    QVERIFY(!QFileInfo::exists(scene.file(u"new.csv"_s)));
    const QByteArray wrong = wrongAfterFailure(scene, before);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void FaultsTest::bombsTakeNoMemory_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("rest");
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &rest) {
        QTest::newRow(name) << path << QByteArray(R"("kind":"huge","gzip":true,"count":-1,)" + rest);
    };
    row("an answer", "post-dynamics", R"("megabytes":400)");
    row("an answer within the limit", "post-dynamics", R"("megabytes":30)");
    row("an error", "post-dynamics", R"("megabytes":400,"status":404)");
    row("a list", "channels", R"("megabytes":400)");
    row("a sign-in", "auth/login", R"("megabytes":400)");
    row("a sign-in within the limit", "auth/login", R"("megabytes":30)");
    row("a refused sign-in", "auth/login", R"("megabytes":400,"status":500)");
}

void FaultsTest::bombsTakeNoMemory()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, rest);
    Scene scene(standingAt(kNow));
    const auto run = [&scene, isExport = path == "post-dynamics"] {
        return isExport ? scene.exported(kHarbour, kWeek, u"new.csv"_s)
                        : scene.postwave(QStringList{u"channels"_s} + scene.source());
    };
    QCOMPARE(run().exitCode, 0);
    const long before = mostMemory();
    scene.fault(path, rest);
    const Ran ran = run();
    QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err), describe(ran).constData());
    QVERIFY2(mostMemory() - before < 100, qPrintable(u"%1 MiB, before %2"_s.arg(mostMemory()).arg(before)));
}

void FaultsTest::getsOverIt_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("leastMilliseconds");
    QTest::newRow("429, wait a second") << QByteArray(
        R"("kind":"status","status":429,"body":{"error":"x"},"headers":{"Retry-After":"1"})")
                                        << 1000;
    QTest::newRow("429, said in the body")
        << QByteArray(R"("kind":"status","status":429,"body":{"error":"x","retry_after_seconds":1})") << 1000;
    QTest::newRow("429, says nothing") << QByteArray(R"("kind":"status","status":429,"body":{"error":"x"})") << 500;
    QTest::newRow("503, wait a second") << QByteArray(R"("kind":"html","status":503,"headers":{"Retry-After":"1"})")
                                        << 1000;
    QTest::newRow("502") << QByteArray(R"("kind":"html","status":502)") << 500;
    QTest::newRow("dropped midway") << QByteArray(R"("kind":"drop_midway")") << 0;
    QTest::newRow("trickling") << QByteArray(R"("kind":"trickle","bytes_per_second":1000)") << 300;
    QTest::newRow("late") << QByteArray(R"("kind":"delay","ms":1500)") << 1500;
    QTest::newRow("401 once") << QByteArray(R"("kind":"status","status":401,"body":{"detail":"Invalid token"})") << 0;
}

void FaultsTest::getsOverIt()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const int, leastMilliseconds);
    Scene scene(standingAt(kNow));
    scene.fault("post-dynamics", fault);
    Answers answers;
    answers.note(kWeek, scene.now(), scene.posts(kHarbour));
    const Ran ran = scene.exported(kHarbour, kWeek, u"a.csv"_s);
    QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty() && ran.out.isEmpty(), describe(ran).constData());
    QVERIFY2(ran.milliseconds >= leastMilliseconds, describe(ran).constData());
    QCOMPARE(difference(scene.contentOf(u"a.csv"_s), answers.expect(kWeek, scene.now()).csv()), QByteArray());
}

void FaultsTest::saysThatClocksDiffer()
{
    Scene scene(standingAt(kNow));
    QStringList doubting = scene.source();
    doubting.removeOne(u"--trust-server-clock"_s);
    const QStringList export7d{u"--channel"_s, QString::number(kHarbour), u"--period"_s, u"7d"_s};
    const auto exported = [&](const QStringList &source, const QString &name) {
        return scene.postwave(QStringList{u"export"_s} + source + export7d
                              + QStringList{u"--output"_s, scene.file(name)});
    };
    const Ran doubted = exported(doubting, u"doubted.csv"_s);
    QVERIFY2(doubted.exitCode == 0 && isOneLine(doubted.err), describe(doubted).constData());
    QVERIFY2(doubted.err.contains("behind this computer’s") && doubted.err.contains("--trust-server-clock"),
             describe(doubted).constData());
    const Ran trusted = exported(scene.source(), u"trusted.csv"_s);
    QVERIFY2(trusted.exitCode == 0 && trusted.err.isEmpty(), describe(trusted).constData());
    // Of a clock that is behind all is believed, up to where it stands.
    QCOMPARE(scene.contentOf(u"doubted.csv"_s), scene.contentOf(u"trusted.csv"_s));
    const Ran offline = exported(doubting + QStringList{u"--offline"_s}, u"offline.csv"_s);
    QVERIFY2(offline.exitCode == 0 && offline.err.isEmpty(), describe(offline).constData());
}

void FaultsTest::neverGoesWhereItIsSent()
{
    QTcpServer elsewhere;
    QVERIFY(elsewhere.listen(QHostAddress::LocalHost));
    int visits = 0;
    connect(&elsewhere, &QTcpServer::newConnection, this, [&visits] {
        ++visits;
    });
    const QByteArray location = "http://127.0.0.1:" + QByteArray::number(elsewhere.serverPort()) + "/trap";
    for (const char *path : {"/auth/login", "channels", "post-dynamics"}) {
        for (const char *status : {"301", "302", "307", "308"}) {
            Scene scene(standingAt(kNow));
            scene.fault(path,
                        QByteArray("\"kind\":\"redirect\",\"count\":-1,\"status\":") + status + ",\"location\":\""
                            + location + '"');
            const Ran ran = scene.exported(kHarbour, kWeek, u"a.csv"_s);
            QVERIFY2(ran.exitCode == 1 && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
            QVERIFY2(ran.err.contains(location), describe(ran).constData());
        }
    }
    QCoreApplication::processEvents(); // a connection that came would be told now
    QCOMPARE(visits, 0);
}

void FaultsTest::keepsNoCookies()
{
    Scene scene(standingAt(kNow)); // sets csrf_token by itself on each GET
    scene.fault("", R"("kind":"set_cookie","value":"session=deadbeef; Path=/; Max-Age=86400","count":-1)");
    const QStringList fetch{u"--channel"_s, QString::number(kHarbour), u"--period"_s, u"7d"_s};
    for (int i = 0; i < 2; ++i) {
        const Ran ran = scene.postwave(QStringList{u"fetch"_s} + scene.source() + fetch);
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        scene.advance(7200);
    }
    const QJsonArray requests = scene.requests();
    QVERIFY(requests.size() > 4);
    for (const QJsonValue &request : requests)
        QCOMPARE(request[u"cookie"_s].toBool(), false);
    QCOMPARE(filesWith(scene.dataFolder(), "deadbeef"), QStringList());
    QCOMPARE(filesWith(scene.file(QString()), "deadbeef"), QStringList()); // the home folder
}

POSTWAVE_TEST(FaultsTest, QCoreApplication)

#include "faultstest.moc"
