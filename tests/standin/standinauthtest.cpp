// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcase.h"
#include "testclient.h"
#include "timeforms.h"

using namespace Postwave::StandIn;
using namespace Qt::StringLiterals;

namespace
{
Options at(const char *now, Profile profile = Profile::Dec23)
{
    Options options;
    options.profile = profile;
    options.now = isoTime(QString::fromLatin1(now)).microseconds;
    return options;
}

QByteArray field(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().toLatin1();
}

QByteArray refreshBody(const QByteArray &token)
{
    return R"({"refresh_token":")" + token + R"("})";
}
}

/** Who may ask the stand-in what, and for how long. */
class StandInAuthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsAwayWithoutToken_data();
    void turnsAwayWithoutToken();
    void refusesLogins_data();
    void refusesLogins();
    void spendsARefreshTokenOnce();
    void endsTheSessionAfterADay();
    void neverRefreshesIn_data();
    void neverRefreshesIn();
    void forgetsAccessTokensOnDemand();
    void endsAccessByRealTime();
    void logsOutOnPaperOnly();
    void asksForTheCsrfHeader();
    void suspendsAUserLater();
    void sharesOneAnswerToWhoAmI();
    void limitsLogins();
};

void StandInAuthTest::turnsAwayWithoutToken_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QByteArray>("authorisation");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray oldNone = R"({"detail":"Not authenticated"})";
    const QByteArray newNone = R"({"detail":"No authentication token provided"})";
    const QByteArray bad = R"({"detail":"Invalid token: Invalid token: Invalid token: Signature has expired."})";
    QTest::newRow("nov20 none") << Profile::Nov20 << QByteArray() << 403 << oldNone;
    QTest::newRow("nov26 none") << Profile::Nov26 << QByteArray() << 403 << oldNone;
    QTest::newRow("nov26 empty") << Profile::Nov26 << QByteArray("Bearer") << 403 << oldNone;
    QTest::newRow("nov26 other scheme") << Profile::Nov26 << QByteArray("Basic eDp5") << 403
                                        << QByteArray(R"({"detail":"Invalid authentication credentials"})");
    QTest::newRow("nov26 unknown") << Profile::Nov26 << QByteArray("Bearer a.b.c") << 401 << bad;
    QTest::newRow("dec23 none") << Profile::Dec23 << QByteArray() << 401 << newNone;
    QTest::newRow("dec23 other scheme") << Profile::Dec23 << QByteArray("Basic eDp5") << 401 << newNone;
    QTest::newRow("dec23 unknown") << Profile::Dec23 << QByteArray("Bearer a.b.c") << 401 << bad;
    QTest::newRow("feb26 none") << Profile::Feb26 << QByteArray() << 401 << newNone;
}

void StandInAuthTest::turnsAwayWithoutToken()
{
    QFETCH(const Profile, profile);
    QFETCH(const QByteArray, authorisation);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    Options options;
    options.profile = profile;
    TestClient client(options);
    QList<QNetworkReply::RawHeaderPair> headers;
    if (!authorisation.isEmpty())
        headers.append({"Authorization", authorisation});
    const Answer answer = client.get("/analytics/channels", headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.header("WWW-Authenticate"), status == 401 && authorisation.endsWith(".c") ? "Bearer" : "");
    client.logIn();
    QCOMPARE(client.get("/analytics/channels").status, 200);
}

void StandInAuthTest::refusesLogins_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("user name instead of address")
        << QByteArray(R"({"username": "harbour_desk", "password": "short"})") << 422
        << QByteArray(R"({"detail":[{"type":"missing","loc":["body","email"],"msg":"Field required",)"
                      R"("input":{"username":"harbour_desk","password":"short"}},)"
                      R"({"type":"string_too_short","loc":["body","password"],)"
                      R"("msg":"String should have at least 8 characters","input":"short",)"
                      R"("ctx":{"min_length":8}}]})");
    QTest::newRow("reserved domain")
        << QByteArray(R"({"email":"desk@station.test","password":"long enough"})") << 422
        << QByteArray(R"({"detail":[{"type":"value_error","loc":["body","email"],)"
                      R"("msg":"value is not a valid email address: The part after the @-sign is a special-use )"
                      R"(or reserved name that cannot be used with email.","input":"desk@station.test",)"
                      R"("ctx":{"reason":"The part after the @-sign is a special-use or reserved name that )"
                      R"(cannot be used with email."}}]})");
    QTest::newRow("nothing") << QByteArray() << 422
                             << QByteArray(R"({"detail":[{"type":"missing","loc":["body"],)"
                                           R"("msg":"Field required","input":null}]})");
    QTest::newRow("a list") << QByteArray("[ 1 ]") << 422
                            << QByteArray(R"({"detail":[{"type":"model_attributes_type","loc":["body"],)"
                                          R"("msg":"Input should be a valid dictionary or object to extract )"
                                          R"(fields from","input":[1]}]})");
    QTest::newRow("wrong password") << QByteArray(R"({"email":"desk@example.com","password":"wrong horse"})") << 401
                                    << QByteArray(R"({"detail":"Invalid email or password"})");
    QTest::newRow("suspended") << QByteArray(R"({"email":"suspended@example.com","password":"correct horse"})") << 401
                               << QByteArray(R"({"detail":"Account is suspended. Please contact support."})");
}

void StandInAuthTest::refusesLogins()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    TestClient client;
    const Answer answer = client.post("/auth/login", request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
}

void StandInAuthTest::spendsARefreshTokenOnce()
{
    TestClient client;
    const QJsonObject login = client.logIn();
    QCOMPARE(login.value("expires_in"_L1).toInt(), 28'800);
    const QByteArray body = refreshBody(field(login, "refresh_token"));
    const Answer first = client.post("/auth/refresh", body);
    QCOMPARE(first.status, 200);
    const Answer second = client.post("/auth/refresh", body);
    QCOMPARE(second.status, 401);
    QCOMPARE(second.body, R"({"detail":"Invalid refresh token"})");

    const QJsonObject pair = QJsonDocument::fromJson(first.body).object();
    QVERIFY(field(pair, "refresh_token") != field(login, "refresh_token"));
    QCOMPARE(client.post("/auth/refresh", refreshBody(field(pair, "refresh_token"))).status, 200);
    client.token = field(pair, "access_token");
    QCOMPARE(client.get("/analytics/channels").status, 200);
}

void StandInAuthTest::endsTheSessionAfterADay()
{
    TestClient client(at("2025-12-23T10:00:00Z"));
    QByteArray refresh = field(client.logIn(), "refresh_token");
    const auto rotate = [&] {
        const Answer answer = client.post("/auth/refresh", refreshBody(refresh));
        refresh = field(QJsonDocument::fromJson(answer.body).object(), "refresh_token");
        return answer.status;
    };
    client.post("/_standin/clock", R"({"advance":28800})");
    const Answer expired = client.get("/analytics/channels");
    QCOMPARE(expired.status, 401);
    QCOMPARE(expired.body, R"({"detail":"Invalid token: Token expired"})");
    QCOMPARE(rotate(), 200);
    client.post("/_standin/clock", R"({"advance":57600})");
    QCOMPARE(rotate(), 401);
}

void StandInAuthTest::neverRefreshesIn_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<bool>("fails");
    QTest::newRow("nov20") << Profile::Nov20 << false;
    QTest::newRow("--refresh-fails") << Profile::Dec23 << true;
}

void StandInAuthTest::neverRefreshesIn()
{
    QFETCH(const Profile, profile);
    QFETCH(const bool, fails);
    Options options;
    options.profile = profile;
    options.refreshFails = fails;
    TestClient client(options);
    const QByteArray refresh = field(client.logIn(), "refresh_token");
    QCOMPARE(client.post("/auth/refresh", refreshBody(refresh)).status, 401);
}

void StandInAuthTest::forgetsAccessTokensOnDemand()
{
    TestClient client;
    const QByteArray refresh = field(client.logIn(), "refresh_token");
    client.post("/_standin/invalidate-tokens");
    QCOMPARE(client.get("/analytics/channels").status, 401);
    const Answer renewed = client.post("/auth/refresh", refreshBody(refresh));
    QCOMPARE(renewed.status, 200);
    client.post("/_standin/invalidate-tokens", R"({"refresh":true})");
    const QByteArray next = field(QJsonDocument::fromJson(renewed.body).object(), "refresh_token");
    QCOMPARE(client.post("/auth/refresh", refreshBody(next)).status, 401);
}

void StandInAuthTest::endsAccessByRealTime()
{
    Options options = at("2025-12-23T10:00:00Z");
    options.accessTtl = 1;
    TestClient client(options);
    client.logIn();
    QCOMPARE(client.get("/analytics/channels").status, 200);
    QTRY_COMPARE(client.get("/analytics/channels").status, 401);
}

void StandInAuthTest::logsOutOnPaperOnly()
{
    TestClient client;
    const QByteArray refresh = field(client.logIn(), "refresh_token");
    const Answer answer = client.post("/auth/logout");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, R"({"message":"Successfully logged out"})");
    QCOMPARE(client.get("/analytics/channels").status, 200);
    QCOMPARE(client.post("/auth/refresh", refreshBody(refresh)).status, 200);
}

void StandInAuthTest::asksForTheCsrfHeader()
{
    TestClient client; // its manager keeps cookies, which ours must not
    client.logIn();
    const QByteArray cookie = client.get("/health").header("Set-Cookie");
    QVERIFY(cookie.startsWith("csrf_token="));
    QCOMPARE(client.get("/health").header("Set-Cookie"), QByteArray());
    const Answer answer = client.post("/auth/logout");
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.body, "Internal Server Error");
    QVERIFY(answer.header("Content-Type").startsWith("text/plain"));
    const QByteArray value = cookie.mid(11, cookie.indexOf(';') - 11);
    QCOMPARE(client.post("/auth/logout", {}, {{"X-CSRF-Token", value}}).status, 200);
    client.logIn(); // exempt
    QVERIFY(!client.token.isEmpty());
}

void StandInAuthTest::suspendsAUserLater()
{
    TestClient client;
    client.logIn();
    client.post("/_standin/user", R"({"email":"desk@example.com","status":"suspended"})");
    const Answer suspended = client.get("/analytics/channels");
    QCOMPARE(suspended.status, 403);
    QVERIFY(QJsonDocument::fromJson(suspended.body)["detail"_L1].isObject());
    client.post("/_standin/user", R"({"email":"desk@example.com","gone":true})");
    QCOMPARE(client.get("/analytics/channels").body, R"({"detail":"User not found"})");
}

void StandInAuthTest::sharesOneAnswerToWhoAmI()
{
    TestClient client(at("2025-11-26T10:00:00.5Z", Profile::Nov26));
    QCOMPARE(client.get("/auth/me").status, 401);
    client.token = "a.b.c";
    QCOMPARE(client.get("/auth/me").status, 500);
    client.logIn();
    const QByteArray mine = client.get("/auth/me").body;
    QVERIFY(mine.contains(R"("created_at":"2025-11-26T10:00:00.500000")"));
    client.token.clear();
    QCOMPARE(client.get("/auth/me").body, mine);
    client.post("/_standin/clock", R"({"advance":300})");
    QCOMPARE(client.get("/auth/me").status, 401);
}

void StandInAuthTest::limitsLogins()
{
    Options options = at("2025-11-21T14:37:20Z");
    options.limitLoopback = true;
    TestClient client(options);
    const QByteArray good = R"({"email":"desk@example.com","password":"correct horse"})";
    const Answer first = client.post("/auth/login", good);
    QCOMPARE(first.header("X-RateLimit-Limit"), "10");
    QCOMPARE(first.header("X-RateLimit-Remaining"), "9");
    QCOMPARE(first.header("Retry-After"), "60");
    // A minute on, less what this has taken: the window counts in real time.
    const double reset = first.header("X-RateLimit-Reset").toDouble();
    QVERIFY2(reset > 1'763'735'840 && reset <= 1'763'735'900, first.header("X-RateLimit-Reset").constData());
    QCOMPARE(client.post("/auth/login", "{}").status, 422); // not counted
    for (int i = 0; i < 9; ++i) {
        const Answer wrong = client.post("/auth/login", R"({"email":"desk@example.com","password":"wrong horse"})");
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.header("X-RateLimit-Limit"), QByteArray());
    }
    const Answer refused = client.post("/auth/login", good);
    QCOMPARE(refused.status, 429);
    const QByteArray left = refused.header("Retry-After");
    QVERIFY2(left.toInt() >= 1 && left.toInt() <= 60, left.constData());
    QCOMPARE(refused.body,
             R"({"error":"rate_limit_exceeded","message":"Too many requests. Please slow down and try again later.",)"
             R"("retry_after_seconds":)"
                 + left + R"(,"details":"10 per 1 minute"})");
    QVERIFY(refused.header("X-RateLimit-Limit").startsWith('<'));
    QCOMPARE(refused.header("X-RateLimit-Reset"), left);
}

POSTWAVE_TEST(StandInAuthTest, QCoreApplication)

#include "standinauthtest.moc"
