// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dynamics.h"
#include "jsonwriter.h"
#include "testcase.h"
#include "testclient.h"
#include "timeforms.h"

#include <QFile>
#include <QJsonArray>

using namespace Postwave::StandIn;
using namespace Qt::StringLiterals;

namespace
{
constexpr char kChannel[] = "1001234567890";
QByteArray dynamics()
{
    return "/analytics/posts/dynamics/post-dynamics/";
}

QString vectorFile()
{
    return QStringLiteral(POSTWAVE_TEST_DATA "/dynamics-vector.json");
}

QByteArray vectorText()
{
    QFile file(vectorFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Options vectorOptions(Profile profile = Profile::Dec23)
{
    Options options;
    options.profile = profile;
    options.worldFile = vectorFile();
    options.now = isoTime(u"2025-11-21T14:37:20Z").microseconds;
    return options;
}

QByteArray encoded(const QJsonObject &query)
{
    QByteArray text;
    for (auto item = query.begin(); item != query.end(); ++item)
        text += (text.isEmpty() ? "?" : "&") + item.key().toLatin1() + '='
            + QUrl::toPercentEncoding(item.value().toString());
    return text;
}
}

/** The stand-in against the made-up posts and the lists that the contract says they give. */
class ConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheVector_data();
    void answersTheVector();
    void answersEveryMode_data();
    void answersEveryMode();
    void lastMinuteHoldsPostsUpToItsEnd();
    void halfAnHourOffUtcIsAllZeros();
    void growsOldBucketsWithTheClock();
    void keepsPostsOfTheFutureBack();
    void refusesSumsAbove32Bits();
    void answersWideSumsWhenAsked();
    void cachesDrillDownsOnly();
    void servesTheMadeUpWorldByItsSeed();
    void writesADayOfMinutesQuickly();
};

void ConformanceTest::answersTheVector_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("expected");

    // The expected lists are cut out of the text, because a parsed document has lost its order.
    const QByteArray text = compacted(vectorText());
    const QByteArray mark = "\"expect\":";
    qsizetype at = 0;
    const QJsonArray requests = QJsonDocument::fromJson(text).object().value("requests"_L1).toArray();
    QVERIFY(!requests.isEmpty());
    for (const QJsonValue &request : requests) {
        at = text.indexOf(mark, at) + mark.size();
        const QByteArray expected = text.mid(at, text.indexOf(']', at) + 1 - at);
        const QByteArray name = request["profile"_L1].toString().toLatin1();
        const QByteArray query = encoded(request["query"_L1].toObject());
        const auto profile = profileFromName(name);
        QVERIFY(profile);
        QTest::addRow("%s %s", name.constData(), query.constData()) << *profile << query << expected;
        if (*profile == Profile::Nov26) // the field set has stayed since
            QTest::addRow("dec23 %s", query.constData()) << Profile::Dec23 << query << expected;
    }
}

void ConformanceTest::answersTheVector()
{
    QFETCH(const Profile, profile);
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, expected);
    TestClient client(vectorOptions(profile));
    const Answer answer = client.get(dynamics() + kChannel + query);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, expected);
}

void ConformanceTest::answersEveryMode_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QByteArray>("target"); // below the endpoint
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("points"); // -1: compare the text with `body`
    QTest::addColumn<QByteArray>("body");

    const QByteArray channel = kChannel;
    const auto list = [](const char *name, const QByteArray &target, int points) {
        QTest::newRow(name) << Profile::Dec23 << target << 200 << points << QByteArray();
    };
    const auto words = [](const char *name, Profile profile, const QByteArray &target, int status,
                          const QByteArray &body) {
        QTest::newRow(name) << profile << target << status << -1 << body;
    };
    list("all", channel + "?period=all", 11);
    list("unknown channel", "1?period=7d", 0);
    list("empty dates count as absent", channel + "?start_date=&end_date=", 5);
    list("times win over dates",
         channel + "?start_date=2025-11-14&end_date=2025-11-14&start_time=2025-11-21T07:00:00Z"
                   "&end_time=2025-11-21T07:01:00Z",
         2);
    list("end before start is a day of zeros", channel + "?start_date=2025-11-21&end_date=2025-11-14", 24);
    list("a week of minutes", channel + "?start_time=2025-11-14T00:00:00Z&end_time=2025-11-21T00:00:00Z", 10081);
    list("unknown channel, day", "1?start_date=2025-11-21&end_date=2025-11-21", 24);

    words("period that is none", Profile::Dec23, channel + "?period=14d", 422,
          R"({"detail":[{"type":"string_pattern_mismatch","loc":["query","period"],)"
          R"("msg":"String should match pattern '^(1h|6h|12h|24h|7d|30d|90d|all)$'","input":"14d",)"
          R"("ctx":{"pattern":"^(1h|6h|12h|24h|7d|30d|90d|all)$"}}]})");
    words("channel that is no number", Profile::Dec23, "demo_channel", 500,
          R"({"detail":"Failed to fetch post dynamics: 400: Invalid channel ID"})");
    words("plus sign lost", Profile::Dec23,
          channel + "?start_time=2025-11-21T07:00:00+00:00&end_time=2025-11-21T08:00:00Z", 500,
          R"({"detail":"Failed to fetch post dynamics: Invalid isoformat string: '2025-11-21T07:00:00 00:00'"})");
    words("30 February", Profile::Dec23, channel + "?start_date=2025-02-30&end_date=2025-03-01", 500,
          R"({"detail":"Failed to fetch post dynamics: day is out of range for month"})");
    words("February's state", Profile::Feb26, channel, 500,
          R"({"detail":"Failed to fetch post dynamics: 'CacheService' object has no attribute )"
          R"('generate_cache_key'"})");
    words("offset in minute mode", Profile::Dec23,
          channel + "?start_time=2025-11-21T12:05:00%2B05:00&end_time=2025-11-21T12:05:59%2B05:00", 200,
          R"([{"timestamp":"2025-11-21T12:05:00+05:00","time":"12:05","views":0,"likes":0,"shares":0,)"
          R"("comments":0,"replies":0,"post_count":0}])");
}

void ConformanceTest::answersEveryMode()
{
    QFETCH(const Profile, profile);
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const int, points);
    QFETCH(const QByteArray, body);
    TestClient client(vectorOptions(profile));
    const Answer answer = client.get(dynamics() + target);
    QCOMPARE(answer.status, status);
    if (points < 0)
        QCOMPARE(answer.body, body);
    else
        QCOMPARE(QJsonDocument::fromJson(answer.body).array().size(), points);
}

void ConformanceTest::lastMinuteHoldsPostsUpToItsEnd()
{
    TestClient client(vectorOptions());
    const QByteArray from = dynamics() + kChannel + "?start_time=2025-11-21T07:05:00Z&end_time=2025-11-21T07:05:";
    const auto posts = [&](const char *second) {
        const QByteArray body = client.get(from + second + 'Z').body;
        return QJsonDocument::fromJson(body).array().last()["post_count"_L1].toInt();
    };
    QCOMPARE(posts("29"), 0);
    QCOMPARE(posts("30"), 1);
    QCOMPARE(posts("59"), 2);
}

void ConformanceTest::halfAnHourOffUtcIsAllZeros()
{
    TestClient client(vectorOptions());
    const auto posts = [&](const QByteArray &offset) {
        const QByteArray start = "2025-11-21T00:00:00%2B" + offset;
        const QByteArray body = client.get(dynamics() + kChannel + "?start_date=" + start + "&end_date=" + start).body;
        const QJsonArray hours = QJsonDocument::fromJson(body).array();
        int sum = 0;
        for (const QJsonValue &hour : hours)
            sum += hour["post_count"_L1].toInt();
        return sum;
    };
    QCOMPARE(posts("05:00"), 6);
    QCOMPARE(posts("05:30"), 0);
}

void ConformanceTest::growsOldBucketsWithTheClock()
{
    Options options = vectorOptions();
    options.growth = true;
    TestClient client(options);
    const QByteArray day = dynamics() + kChannel + "?start_date=2025-08-24&end_date=2025-08-24";
    const auto views = [&] {
        return QJsonDocument::fromJson(client.get(day).body).array().at(7)["views"_L1].toInteger();
    };
    const qint64 before = views();
    QCOMPARE(client.post("/_standin/clock", R"({"advance":3600})").body, R"({"now":"2025-11-21T15:37:20Z"})");
    const qint64 anHourLater = views();
    QVERIFY(anHourLater > before);
    client.post("/_standin/grow", R"({"views":5000,"channel":1001234567890})");
    QVERIFY(views() > anHourLater);
}

void ConformanceTest::keepsPostsOfTheFutureBack()
{
    TestClient client(vectorOptions());
    const QByteArray day = dynamics() + kChannel + "?start_date=2025-11-21&end_date=2025-11-21";
    const QByteArray before = client.get(day).body;
    QCOMPARE(client
                 .post("/_standin/add-post",
                       R"({"channel":1001234567890,"msg_id":589,"date":"2025-11-21T15:00:00Z","views":7})")
                 .status,
             200);
    QCOMPARE(client.get(day).body, before);
    client.post("/_standin/clock", R"({"now":"2025-11-21T15:00:00Z"})");
    QCOMPARE(QJsonDocument::fromJson(client.get(day).body).array().at(15)["views"_L1].toInt(), 7);
    client.post("/_standin/delete-post", R"({"channel":1001234567890,"msg_id":589})");
    QCOMPARE(client.get(day).body, before);
}

void ConformanceTest::refusesSumsAbove32Bits()
{
    TestClient client(vectorOptions());
    client.post("/_standin/grow", R"({"factor":1000000})");
    const Answer answer = client.get(dynamics() + kChannel + "?period=7d");
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.body, R"({"detail":"Failed to fetch post dynamics: integer out of range"})");
}

void ConformanceTest::answersWideSumsWhenAsked()
{
    Options options = vectorOptions();
    options.wideSums = true;
    TestClient client(options);
    const QByteArray body = client.get(dynamics() + kChannel + "?period=7d").body;
    QCOMPARE(QJsonDocument::fromJson(body).array().first()["views"_L1].toInteger(), 4875LL << 20);
}

void ConformanceTest::cachesDrillDownsOnly()
{
    Options options = vectorOptions();
    options.drillCache = true;
    TestClient client(options);
    const QByteArray day = dynamics() + kChannel + "?start_date=2025-11-21&end_date=2025-11-21";
    const QByteArray rolling = dynamics() + kChannel + "?period=24h";
    const QByteArray dayBefore = client.get(day).body;
    const QByteArray rollingBefore = client.get(rolling).body;
    client.post("/_standin/grow", R"({"views":1})");
    QCOMPARE(client.get(day).body, dayBefore);
    QVERIFY(client.get(rolling).body != rollingBefore);
    client.post("/_standin/clock", R"({"advance":60})");
    QVERIFY(client.get(day).body != dayBefore);
}

void ConformanceTest::servesTheMadeUpWorldByItsSeed()
{
    const auto posts = [](quint64 seed, const char *channel) {
        Options options;
        options.seed = seed;
        options.now = isoTime(u"2025-12-23T10:00:00Z").microseconds;
        TestClient client(options);
        return client.get(QByteArray("/_standin/posts?channel=") + channel).body;
    };
    QCOMPARE(posts(1, kChannel), posts(1, kChannel));
    QVERIFY(posts(1, kChannel) != posts(2, kChannel));
    const auto count = [&posts](const char *channel) {
        return QJsonDocument::fromJson(posts(1, channel))["posts"_L1].toArray().size();
    };
    QVERIFY(count(kChannel) > 150);
    QVERIFY(count("1009876543210") > 50);
    QCOMPARE(count("1005550001111"), 0);
    QVERIFY(count("1002222333344") > 2000);
}

void ConformanceTest::writesADayOfMinutesQuickly()
{
    const qint64 now = isoTime(u"2025-11-21T14:37:20Z").seconds();
    const Options options = vectorOptions();
    World world(options, now);
    const Dynamics dynamics(world, options, now);
    DynamicsQuery query;
    query.startTime = u"2025-11-21T00:00:00Z"_s;
    query.endTime = u"2025-11-21T23:59:59Z"_s;
    QByteArray json;
    QBENCHMARK {
        json = dynamics.answer(world.channel(1001234567890), query).json;
    }
    QCOMPARE(QJsonDocument::fromJson(json).array().size(), 1440);
}

POSTWAVE_TEST(ConformanceTest, QCoreApplication)

#include "conformancetest.moc"
