// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcase.h"
#include "testclient.h"
#include "timeforms.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Postwave::StandIn;
using namespace Qt::StringLiterals;

namespace
{
QByteArray dynamics()
{
    return "/analytics/posts/dynamics/post-dynamics/1001234567890";
}

Options at(const char *now)
{
    Options options;
    options.now = isoTime(QString::fromLatin1(now)).microseconds;
    return options;
}
}

/** Routes, limits, faults and records: everything of the stand-in but the numbers and the tokens. */
class StandInServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsDynamics();
    void findsRoutes_data();
    void findsRoutes();
    void livesBelowAPrefix();
    void packsLargeBodies();
    void saysTheDateOfItsClock();
    void playsFaults_data();
    void playsFaults();
    void dropsMidway_data();
    void dropsMidway();
    void dropsAnAnswerAfterTheWork();
    void stallsUntilTheClientGivesUp();
    void delaysAnAnswer();
    void letsRequestsThroughBeforeAFault();
    void recordsRequests();
    void logsRequestsToAFile();
    void readsAWorldFromAFile();
    void saysWhatIsWrongWithAWorld();
    void parsesItsCommandLine();
    void quitsOnDemand();
};

void StandInServerTest::limitsDynamics()
{
    Options options;
    options.rateLimit = 2;
    TestClient client(options);
    QCOMPARE(client.get(dynamics()).status, 200);
    QCOMPARE(client.get(dynamics()).header("X-RateLimit-Remaining"), "0");
    const Answer refused = client.get(dynamics());
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    QVERIFY(refused.header("Retry-After").toInt() <= 60);
    QCOMPARE(client.get("/health").status, 200);
}

void StandInServerTest::findsRoutes_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, Profile profile, const QByteArray &method, const QByteArray &path,
                        int status) {
        QTest::newRow(name) << profile << method << path << status;
    };
    row("channels nov20", Profile::Nov20, "GET", "/channels", 200);
    row("channels/ nov20", Profile::Nov20, "GET", "/channels/", 307);
    row("channels dec23", Profile::Dec23, "GET", "/channels", 307);
    row("channels/ dec23", Profile::Dec23, "GET", "/channels/", 200);
    row("analytics/channels/", Profile::Dec23, "GET", "/analytics/channels/", 307);
    row("posts nov20", Profile::Nov20, "GET", "/api/posts", 200);
    row("flat posts nov20", Profile::Nov20, "GET", "/posts", 404);
    row("posts dec23", Profile::Dec23, "GET", "/posts", 200);
    row("posts of a channel nov20", Profile::Nov20, "GET", "/api/channels/1001234567890/posts", 200);
    row("posts of a channel dec23", Profile::Dec23, "GET", "/channels/1001234567890/posts", 500);
    row("alias nov20", Profile::Nov20, "GET", "/analytics/post-dynamics/post-dynamics/1", 200);
    row("alias dec23", Profile::Dec23, "GET", "/analytics/post-dynamics/post-dynamics/1", 404);
    row("bot nov20", Profile::Nov20, "GET", "/api/user-bot/status", 404);
    row("channel", Profile::Dec23, "GET", "/channels/1001234567890", 200);
    row("foreign channel", Profile::Dec23, "GET", "/channels/1", 403);
    row("channel that is no number", Profile::Dec23, "GET", "/channels/one", 422);
    row("overview", Profile::Dec23, "GET", "/channels/statistics/overview", 200);
    row("top posts", Profile::Dec23, "GET", "/analytics/posts/top-posts/1001234567890?limit=50", 200);
    row("top posts of twelve hours", Profile::Dec23, "GET", "/analytics/posts/top-posts/1?period=12h", 422);
    row("summary", Profile::Dec23, "GET", "/analytics/posts/top-posts/1001234567890/summary", 200);
    row("health/", Profile::Dec23, "GET", "/health/", 200);
    row("health detailed", Profile::Dec23, "GET", "/health/detailed", 200);
    row("health live", Profile::Dec23, "GET", "/health/live", 200);
    row("health ready", Profile::Dec23, "GET", "/health/ready", 200);
    row("nowhere", Profile::Dec23, "GET", "/nowhere", 404);
    row("wrong method", Profile::Dec23, "DELETE", "/health", 405);
}

void StandInServerTest::findsRoutes()
{
    QFETCH(const Profile, profile);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    Options options;
    options.profile = profile;
    TestClient client(options);
    client.logIn();
    const Answer answer = client.send(method, path);
    QCOMPARE(answer.status, status);
    if (status == 405)
        QCOMPARE(answer.header("Allow"), "GET");
    if (status == 307)
        QVERIFY(answer.header("Location").startsWith(client.server.root().toEncoded()));
}

void StandInServerTest::livesBelowAPrefix()
{
    Options options;
    options.prefix = "/api";
    TestClient client(options);
    QCOMPARE(client.server.baseUrl().path(), u"/api"_s);
    QCOMPARE(client.get("/api/health").status, 200);
    QCOMPARE(client.get("/health").status, 404);
    QCOMPARE(client.get("/apihealth").status, 404);
    QCOMPARE(client.get("/_standin/clock").status, 200);
}

void StandInServerTest::packsLargeBodies()
{
    TestClient client(at("2025-12-23T10:00:00Z"));
    const QByteArray large = dynamics() + "?start_date=2025-12-22&end_date=2025-12-22";
    const Answer packed = client.get(large, {{"Accept-Encoding", "gzip"}}); // asked by hand, Qt does not unpack
    QCOMPARE(packed.header("Content-Encoding"), "gzip");
    QVERIFY(packed.body.startsWith("\x1f\x8b"));
    const Answer plain = client.get(large, {{"Accept-Encoding", "identity"}});
    QCOMPARE(plain.header("Content-Encoding"), QByteArray());
    QCOMPARE(client.get(large).body, plain.body);
    const Answer small = client.get("/health", {{"Accept-Encoding", "gzip"}});
    QCOMPARE(small.header("Content-Encoding"), QByteArray());
}

void StandInServerTest::saysTheDateOfItsClock()
{
    TestClient client(at("2025-11-21T14:37:20.301122Z"));
    const Answer answer = client.get("/health");
    QCOMPARE(answer.header("Date"), "Fri, 21 Nov 2025 14:37:20 GMT");
    QCOMPARE(answer.body,
             R"({"status":"healthy","timestamp":"2025-11-21T14:37:20.301122","service":"analyticbot",)"
             R"("version":"7.5.0"})");
    QVERIFY(!answer.header("X-Response-Time").isEmpty());
}

void StandInServerTest::playsFaults_data()
{
    using Error = QNetworkReply::NetworkError;
    QTest::addColumn<QByteArray>("fault"); // after the path
    QTest::addColumn<int>("status");
    QTest::addColumn<Error>("error");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("size"); // of the body at least
    const auto row = [](const char *name, const QByteArray &fault, int status, Error error, const QByteArray &type,
                        int size) {
        QTest::newRow(name) << fault << status << error << type << size;
    };
    const QByteArray json = "application/json";
    row("status", R"("kind":"status","status":503,"body":"{}","headers":{"Retry-After":7})", 503,
        Error::ServiceUnavailableError, json, 2);
    row("html", R"("kind":"html","status":502)", 502, Error::UnknownServerError, "text/html", 50);
    row("redirect", R"("kind":"redirect","location":"http://127.0.0.1:1/")", 307, Error::NoError, "", 0);
    row("content type", R"("kind":"content_type","content_type":"text/plain")", 200, Error::NoError, "text/plain", 100);
    row("cookie", R"("kind":"set_cookie","value":"a=b")", 200, Error::NoError, json, 100);
    row("truncate", R"("kind":"truncate")", 200, Error::NoError, json, 100);
    row("nested", R"("kind":"nested","depth":5000)", 200, Error::NoError, json, 10'000);
    row("garbage", R"("kind":"garbage","bytes":2000)", 200, Error::NoError, json, 2000);
    row("huge", R"("kind":"huge","megabytes":3)", 200, Error::NoError, json, 3 << 20);
    row("huge and packed", R"("kind":"huge","megabytes":3,"gzip":true)", 200, Error::NoError, json, 3 << 20);
    row("trickle", R"("kind":"trickle","bytes_per_second":500000)", 200, Error::NoError, json, 100);
    row("drop", R"("kind":"drop","count":-1)", 0, Error::RemoteHostClosedError, "", 0);
}

void StandInServerTest::playsFaults()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const int, status);
    QFETCH(const QNetworkReply::NetworkError, error);
    QFETCH(const QByteArray, type);
    QFETCH(const int, size);
    TestClient client(at("2025-12-23T10:00:00Z"));
    const QByteArray whole = client.get(dynamics() + "?period=30d").body;
    QCOMPARE(client.post("/_standin/fault", R"({"path":"post-dynamics/\\d+$",)" + fault + '}').status, 200);
    const Answer answer = client.get(dynamics() + "?period=30d");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.error, error);
    QVERIFY(answer.header("Content-Type").startsWith(type));
    QVERIFY2(answer.body.size() >= size, QByteArray::number(answer.body.size()).constData());
    if (fault.contains("truncate"))
        QVERIFY(answer.body.size() < whole.size() && whole.startsWith(answer.body));
    if (fault.contains("headers"))
        QCOMPARE(answer.header("Retry-After"), "7");
    if (fault.contains("redirect"))
        QCOMPARE(answer.header("Location"), "http://127.0.0.1:1/");
    if (fault.contains("a=b"))
        QVERIFY(answer.header("Set-Cookie").contains("a=b"));
    if (fault.contains("huge"))
        QVERIFY(answer.body.startsWith("[{") && answer.body.endsWith("}]"));

    client.send("DELETE", "/_standin/fault");
    QCOMPARE(client.get(dynamics() + "?period=30d").body, whole);
}

void StandInServerTest::dropsMidway_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("plain") << QByteArray("identity");
    QTest::newRow("packed, as it comes") << QByteArray("gzip");
    QTest::newRow("packed, unpacked by Qt") << QByteArray();
}

void StandInServerTest::dropsMidway()
{
    QFETCH(const QByteArray, encoding);
    TestClient client(at("2025-12-23T10:00:00Z"));
    QList<QNetworkReply::RawHeaderPair> headers;
    if (!encoding.isEmpty())
        headers.append({"Accept-Encoding", encoding});
    const qsizetype whole = client.get(dynamics() + "?period=30d", headers).body.size();
    client.post("/_standin/fault", R"({"path":"post-dynamics","kind":"drop_midway"})");
    const Answer answer = client.get(dynamics() + "?period=30d", headers);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.size() < whole);
    if (!encoding.isEmpty()) // Qt 6.4 calls half of a packed body a success when it unpacks it itself
        QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
}

void StandInServerTest::dropsAnAnswerAfterTheWork()
{
    TestClient client;
    const QString token = client.logIn().value("refresh_token"_L1).toString();
    const QByteArray body = R"({"refresh_token":")" + token.toLatin1() + R"("})";
    client.post("/_standin/fault", R"({"path":"/auth/refresh","kind":"drop","processed":true,"count":-1})");
    QCOMPARE(client.post("/auth/refresh", body).error, QNetworkReply::RemoteHostClosedError);
    client.send("DELETE", "/_standin/fault");
    QCOMPARE(client.post("/auth/refresh", body).status, 401);
}

void StandInServerTest::stallsUntilTheClientGivesUp()
{
    TestClient client;
    client.post("/_standin/fault", R"({"path":"health","kind":"stall"})");
    client.timeoutMs = 200;
    QCOMPARE(client.get("/health").error, QNetworkReply::OperationCanceledError);
    client.timeoutMs = 20'000;
    QCOMPARE(client.get("/health").status, 200);
}

void StandInServerTest::delaysAnAnswer()
{
    TestClient client;
    client.post("/_standin/fault", R"({"path":"health","kind":"delay","ms":100})");
    QElapsedTimer taken;
    taken.start();
    QCOMPARE(client.get("/health").status, 200);
    QVERIFY(taken.elapsed() >= 99);
}

void StandInServerTest::letsRequestsThroughBeforeAFault()
{
    TestClient client;
    client.post("/_standin/fault", R"({"path":"health","kind":"status","status":504,"skip":1,"count":2})");
    QList<int> statuses;
    for (int i = 0; i < 4; ++i)
        statuses.append(client.get("/health").status);
    QCOMPARE(statuses, QList<int>({200, 504, 504, 200}));
    QCOMPARE(client.post("/_standin/fault", R"({"path":"[","kind":"drop"})").status, 400);
    QCOMPARE(client.post("/_standin/fault", R"({"kind":"earthquake"})").status, 400);
}

void StandInServerTest::recordsRequests()
{
    TestClient client;
    client.logIn();
    client.get("/health?a=b");
    client.get("/health");
    const QByteArray listed = client.get("/_standin/requests").body;
    const QJsonArray requests = QJsonDocument::fromJson(listed).array();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests.at(0)["method"_L1].toString(), u"POST"_s);
    QCOMPARE(requests.at(0)["authorised"_L1].toBool(), false);
    QCOMPARE(requests.at(1)["path"_L1].toString(), u"/health"_s);
    QCOMPARE(requests.at(1)["query"_L1].toString(), u"a=b"_s);
    QCOMPARE(requests.at(1)["authorised"_L1].toBool(), true);
    QCOMPARE(requests.at(1)["cookie"_L1].toBool(), false);
    QCOMPARE(requests.at(2)["cookie"_L1].toBool(), true);
    QVERIFY(requests.at(2)["accept_encoding"_L1].toString().contains(u"gzip"));
    client.send("DELETE", "/_standin/requests");
    QCOMPARE(client.get("/_standin/requests").body, "[]");
}

void StandInServerTest::logsRequestsToAFile()
{
    const QTemporaryDir folder;
    Options options;
    options.requestLog = folder.filePath(u"requests.log"_s);
    TestClient client(options);
    client.get("/health?a=b");
    client.get("/nowhere");
    QFile file(options.requestLog);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "GET /health?a=b\nGET /nowhere\n");
}

void StandInServerTest::readsAWorldFromAFile()
{
    const QTemporaryDir folder;
    Options options = at("2025-12-23T10:00:00Z");
    options.worldFile = folder.filePath(u"world.json"_s);
    QFile file(options.worldFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"channels":[{"id":1000000000001,"title":"One","subscribers":5,"posts":[
        {"msg_id":3,"date":"2025-12-22T10:00:00Z","views":3,"forwards":null},
        {"msg_id":2,"date":"2025-12-21T10:00:00Z","views":2,"deleted":true},
        {"msg_id":1,"date":"2025-12-20T10:00:00Z"}]},{"id":7,"posts":[]}]})");
    file.close();
    TestClient client(options);
    QCOMPARE(client.get("/_standin/posts?channel=1000000000001").body,
             R"({"channel_id":1000000000001,"now":"2025-12-23T10:00:00Z","posts":[)"
             R"({"msg_id":1,"date":"2025-12-20T10:00:00Z","views":null,"forwards":null,"reactions":null,)"
             R"("replies":null,"comments":null},)"
             R"({"msg_id":3,"date":"2025-12-22T10:00:00Z","views":3,"forwards":null,"reactions":null,)"
             R"("replies":null,"comments":null}]})");
    client.logIn();
    QVERIFY(client.get("/channels/").body.contains(R"("name":"Channel 7")"));
}

void StandInServerTest::saysWhatIsWrongWithAWorld()
{
    Options options;
    options.worldFile = u"there/is/no/such/file"_s;
    StandInServer server(options);
    QVERIFY(!server.start());
    QVERIFY(server.error().contains(options.worldFile));
}

void StandInServerTest::parsesItsCommandLine()
{
    const auto parse = [](const QStringList &switches) {
        return optionsFromArguments(QStringList{u"postwave-standin"_s} + switches);
    };
    const ParsedOptions good =
        parse({u"--profile"_s, u"nov20"_s, u"--prefix"_s, u"/api/"_s, u"--now"_s, u"2025-11-21T14:37:20Z"_s});
    QCOMPARE(good.error, QString());
    QVERIFY(good.options.profile == Profile::Nov20);
    QCOMPARE(good.options.prefix, "/api");
    QCOMPARE(good.options.now, 1'763'735'840'000'000);
    QVERIFY(!parse({u"--help"_s}).help.isEmpty());
    const QList<QStringList> wrong = {{u"--profile"_s, u"jan99"_s}, {u"--port"_s, u"70000"_s}, {u"--now"_s, u"today"_s},
                                      {u"--prefix"_s, u"api"_s},    {u"--latency"_s, u"-1"_s}, {u"--no-such-switch"_s}};
    for (const QStringList &switches : wrong)
        QVERIFY2(!parse(switches).error.isEmpty(), qPrintable(switches.first()));
}

void StandInServerTest::quitsOnDemand()
{
    TestClient client;
    QSignalSpy quit(&client.server, &StandInServer::quitRequested);
    QCOMPARE(client.post("/_standin/quit").status, 200);
    QTRY_COMPARE(quit.count(), 1);
}

POSTWAVE_TEST(StandInServerTest, QCoreApplication)

#include "standinservertest.moc"
