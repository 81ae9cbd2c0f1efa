// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"
#include "testcase.h"

#include <QFileInfo>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";

int count(const QJsonArray &requests, const QString &method, const QString &path)
{
    int found = 0;
    for (const QJsonValue &request : requests)
        found += request[u"method"_s] == method && request[u"path"_s].toString().endsWith(path);
    return found;
}

QStringList channelsOf(const Scene &scene)
{
    return QStringList{u"channels"_s} + scene.source();
}
}

/** Passwords, tokens, and what happens when the server does not like them. */
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInOnceAndOnlyWhenNeeded();
    void isRefused_data();
    void isRefused();
    void failsOtherwise_data();
    void failsOtherwise();
    void refreshes_data();
    void refreshes();
    void refreshFails_data();
    void refreshFails();
    void refreshIsNeverSentTwice();
    void takesThePasswordFromElsewhere_data();
    void takesThePasswordFromElsewhere();
    void takesAToken();
    void oneListServesWhenTheOtherFails_data();
    void oneListServesWhenTheOtherFails();

private:
    /** Nothing, or where a secret was found. */
    static QByteArray leak(const Scene &scene, const Ran &ran, const QByteArrayList &secrets);
};

QByteArray SignInTest::leak(const Scene &scene, const Ran &ran, const QByteArrayList &secrets)
{
    for (const QByteArray &secret : secrets + QByteArrayList{"eyJ", "refresh_token", "Bearer "}) {
        if (ran.out.contains(secret) || ran.err.contains(secret))
            return secret + " was told: " + describe(ran);
        const QStringList files = filesWith(scene.file(QString()), secret);
        if (!files.isEmpty())
            return secret + " in " + files.join(u' ').toUtf8();
    }
    return {};
}

void SignInTest::signsInOnceAndOnlyWhenNeeded()
{
    Scene scene(standingAt(kNow));
    const View week = View::period(u"7d"_s);
    const Ran ran = scene.exported(kHarbour, week, u"a.csv"_s, {u"--log-rules"_s, u"*=true"_s});
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(leak(scene, ran, {kPassword.toUtf8()}), QByteArray());
    QCOMPARE(count(scene.requests(), u"POST"_s, u"/auth/login"_s), 1);
    scene.forgetRequests();
    QCOMPARE(scene.exported(kEmpty, week, u"b.csv"_s).exitCode, 0); // known from the list
    QCOMPARE(scene.requests().size(), 2); // the view, and what time it is there
    QCOMPARE(count(scene.requests(), u"GET"_s, u"/health"_s), 1);
}

void SignInTest::isRefused_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("posts");
    QTest::addColumn<QByteArray>("says");
    const QByteArray refused = "Check the e-mail and password";
    QTest::newRow("wrong password") << kEmail << u"hunter22hunter22"_s << 1 << refused;
    QTest::newRow("unknown e-mail") << u"nobody@example.com"_s << kPassword << 1 << refused;
    QTest::newRow("suspended") << u"suspended@example.com"_s << kPassword << 1 << QByteArray("suspended or closed");
    QTest::newRow("no address") << u"desk"_s << kPassword << 1 << refused; // a 422 that repeats the password
    // contract: 8 characters, known before asking
    QTest::newRow("short password") << kEmail << u"pw4711"_s << 0 << refused;
}

void SignInTest::isRefused()
{
    QFETCH(const QString, email);
    QFETCH(const QString, password);
    QFETCH(const int, posts);
    QFETCH(const QByteArray, says);
    for (const QStringList &extra : {QStringList(), QStringList{u"--log-rules"_s, u"*=true"_s}}) {
        Scene scene(standingAt(kNow));
        QStringList arguments = channelsOf(scene) + extra;
        arguments[arguments.indexOf(u"--email"_s) + 1] = email;
        const Ran ran = scene.postwave(arguments, {{u"POSTWAVE_PASSWORD"_s, password}});
        QVERIFY2(ran.exitCode == 3 && !ran.crashed && ran.out.isEmpty(), describe(ran).constData());
        QVERIFY2(!extra.isEmpty() || isOneLine(ran.err), describe(ran).constData());
        QVERIFY2(ran.err.contains(says), describe(ran).constData());
        QCOMPARE(leak(scene, ran, {password.toUtf8()}), QByteArray());
        QCOMPARE(count(scene.requests(), u"POST"_s, u"/auth/login"_s), posts);
    }
}

void SignInTest::failsOtherwise_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const QByteArray echo =
        R"("body":{"detail":[{"type":"value_error","loc":["body"],"msg":"Value error",)"
        R"("input":{"email":"desk@example.com","password":"correct horse"},"ctx":{"error":"correct horse"}}]})";
    QTest::newRow("422 that repeats the password")
        << QByteArray(R"("kind":"status","status":422,)" + echo) << 3 << QByteArray();
    QTest::newRow("500") << QByteArray(R"("kind":"status","status":500,"body":{"detail":"Login failed"})") << 1
                         << QByteArray("500");
    QTest::newRow("502 in HTML") << QByteArray(R"("kind":"html","status":502)") << 1 << QByteArray();
    QTest::newRow("HTML") << QByteArray(R"("kind":"html","status":200)") << 1 << QByteArray();
    QTest::newRow("truncated") << QByteArray(R"("kind":"truncate")") << 1 << QByteArray();
    QTest::newRow("list") << QByteArray(R"("kind":"status","status":200,"body":[])") << 1 << QByteArray();
    QTest::newRow("dropped") << QByteArray(R"("kind":"drop")") << 1 << QByteArray();
    QTest::newRow("dropped after the work") << QByteArray(R"("kind":"drop","processed":true)") << 1 << QByteArray();
    QTest::newRow("dropped midway") << QByteArray(R"("kind":"drop_midway")") << 1 << QByteArray();
    QTest::newRow("429") << QByteArray(
        R"("kind":"status","status":429,"body":{"error":"x"},"headers":{"Retry-After":"61"})")
                         << 1 << QByteArray("61");
    QTest::newRow("404") << QByteArray(R"("kind":"status","status":404,"body":{"detail":"Not Found"})") << 1
                         << QByteArray();
}

void SignInTest::failsOtherwise()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, says);
    for (const QStringList &extra : {QStringList(), QStringList{u"--log-rules"_s, u"postwave.*=true"_s}}) {
        Scene scene(standingAt(kNow));
        scene.fault("/auth/login", QByteArray(fault + ",\"count\":-1"));
        const Ran ran = scene.postwave(channelsOf(scene) + extra);
        QVERIFY2(ran.exitCode == exitCode && !ran.crashed && ran.out.isEmpty(), describe(ran).constData());
        QVERIFY2(!extra.isEmpty() || isOneLine(ran.err), describe(ran).constData());
        QVERIFY2(ran.err.contains(says), describe(ran).constData());
        QCOMPARE(leak(scene, ran, {kPassword.toUtf8()}), QByteArray());
        QCOMPARE(count(scene.requests(), u"POST"_s, u"/auth/login"_s), 1); // neither Qt nor we send it twice
        QVERIFY(ran.milliseconds < 5000);
    }
}

void SignInTest::refreshes_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("one list is refused") << QByteArray(
        R"("path":"/analytics/channels","kind":"status","status":401,"body":{"detail":"Invalid token"})");
    QTest::newRow("403 of the older servers") << QByteArray(
        R"("path":"/analytics/channels","kind":"status","status":403,"body":{"detail":"Not authenticated"})");
    QTest::newRow("tokens are forgotten") << QByteArray();
}

void SignInTest::refreshes()
{
    QFETCH(const QByteArray, fault);
    StandIn::Options options = standingAt(kNow);
    options.latencyMs = fault.isEmpty() ? 400 : 0; // time to forget the tokens
    Scene scene(options);
    if (!fault.isEmpty())
        scene.control("fault", '{' + fault + '}');
    Program program({.arguments = channelsOf(scene), .environment = scene.environment(), .input = {}});
    if (fault.isEmpty()) {
        const bool loggedIn = QTest::qWaitFor([&scene] {
            return count(scene.requests(), u"POST"_s, u"/auth/login"_s) > 0;
        });
        QVERIFY(loggedIn);
        scene.control("invalidate-tokens", "{}");
    }
    const Ran ran = program.finish();
    QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), describe(ran).constData());
    QCOMPARE(ran.out.count('\n'), 4);
    const QJsonArray requests = scene.requests();
    QCOMPARE(count(requests, u"POST"_s, u"/auth/login"_s), 1);
    QCOMPARE(count(requests, u"POST"_s, u"/auth/refresh"_s), 1);
}

void SignInTest::refreshFails_data()
{
    QTest::addColumn<StandIn::Profile>("profile");
    QTest::newRow("refused") << StandIn::Profile::Dec23;
    QTest::newRow("never works there") << StandIn::Profile::Nov20;
}

void SignInTest::refreshFails()
{
    QFETCH(const StandIn::Profile, profile);
    StandIn::Options options = standingAt(kNow);
    options.profile = profile;
    options.refreshFails = true;
    Scene scene(options);
    scene.fault("channels", R"("kind":"status","status":401,"count":-1,"body":{"detail":"Invalid token"})");
    const Ran ran = scene.postwave(channelsOf(scene));
    QVERIFY2(ran.exitCode == 3 && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    QCOMPARE(leak(scene, ran, {kPassword.toUtf8()}), QByteArray());
    QCOMPARE(count(scene.requests(), u"POST"_s, u"/auth/refresh"_s), 1);
}

void SignInTest::refreshIsNeverSentTwice()
{
    Scene scene(standingAt(kNow));
    scene.fault("/analytics/channels", R"("kind":"status","status":401,"body":{"detail":"Invalid token"})");
    scene.fault("/auth/refresh", R"("kind":"drop","processed":true,"count":-1)");
    const Ran ran = scene.postwave(channelsOf(scene));
    QVERIFY2(ran.exitCode == 0 && !ran.crashed, describe(ran).constData()); // the other list serves
    QCOMPARE(count(scene.requests(), u"POST"_s, u"/auth/refresh"_s), 1);
}

void SignInTest::takesThePasswordFromElsewhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a line") << QByteArray("correct horse\n") << 0;
    QTest::newRow("no newline") << QByteArray("correct horse") << 0;
    QTest::newRow("two newlines") << QByteArray("correct horse\n\n") << 3;
    QTest::newRow("a space") << QByteArray("correct horse \n") << 3;
    QTest::newRow("Latin-1") << QByteArray("correct h\xf6rse\n") << 2; // no text that could be sent
}

void SignInTest::takesThePasswordFromElsewhere()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, exitCode);
    Scene scene(standingAt(kNow));
    QFile file(scene.file(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const QMap<QString, QString> environment{{u"HOME"_s, scene.file(QString())},
                                             {u"POSTWAVE_PASSWORD"_s, u"something else"_s}};
    for (const QString &from : {file.fileName(), u"-"_s}) {
        const Ran ran = run({.arguments = channelsOf(scene) + QStringList{u"--password-file"_s, from},
                             .environment = environment,
                             .input = from == u"-" ? content : QByteArray()});
        QVERIFY2(ran.exitCode == exitCode, describe(ran).constData());
        QVERIFY2(exitCode != 2 || (ran.err.contains("UTF-8") && isOneLine(ran.err)), describe(ran).constData());
    }
}

void SignInTest::takesAToken()
{
    Scene scene(standingAt(kNow));
    scene.stand().logIn();
    const QByteArray token = scene.stand().token;
    scene.forgetRequests();
    QStringList arguments = channelsOf(scene);
    arguments.remove(arguments.indexOf(u"--email"_s), 2);
    const auto withToken = [&](const QString &value) {
        return run({.arguments = arguments + QStringList{u"--log-rules"_s, u"*=true"_s},
                    .environment = {{u"HOME"_s, scene.file(QString())}, {u"POSTWAVE_TOKEN"_s, value}},
                    .input = {}});
    };
    const Ran good = withToken(QString::fromLatin1(token));
    QCOMPARE(good.exitCode, 0);
    QCOMPARE(count(scene.requests(), u"POST"_s, u"/auth/login"_s), 0);
    QCOMPARE(leak(scene, good, {token, token.mid(token.size() / 2)}), QByteArray());
    const Ran bad = withToken(u"not-a-token-4711"_s);
    QCOMPARE(bad.exitCode, 3);
    QCOMPARE(leak(scene, bad, {"not-a-token-4711"}), QByteArray());
    const Ran none = withToken(QString());
    QCOMPARE(none.exitCode, 3);
    // A second header, as which it would be read.
    scene.forgetRequests();
    for (const QString &value : {u"x\r\nX-Injected: 4711"_s, u"x\nX-Injected: 4711"_s, u"x y"_s, u"\u00e9"_s}) {
        const Ran broken = withToken(value);
        QCOMPARE(broken.exitCode, 2);
        QVERIFY2(broken.err.contains("POSTWAVE_TOKEN") && !broken.err.contains("4711"), describe(broken).constData());
    }
    QCOMPARE(scene.requests().size(), 0);
}

void SignInTest::oneListServesWhenTheOtherFails_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("for analytics") << QByteArray("/analytics/channels") << 0;
    QTest::newRow("of the account") << QByteArray("^/channels/") << 0;
    QTest::newRow("both") << QByteArray("channels") << 1;
}

void SignInTest::oneListServesWhenTheOtherFails()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, exitCode);
    Scene scene(standingAt(kNow));
    scene.fault(path, R"("kind":"status","status":500,"count":-1,"body":{"detail":"Failed to fetch channels"})");
    const Ran ran = scene.postwave(channelsOf(scene));
    QVERIFY2(ran.exitCode == exitCode, describe(ran).constData());
    QCOMPARE(ran.out.count('\n'), exitCode == 0 ? 4 : 0);
}

POSTWAVE_TEST(SignInTest, QCoreApplication)

#include "signintest.moc"
