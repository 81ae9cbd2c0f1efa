// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/analyticbotsource.h"
#include "await.h"
#include "core/timetext.h"
#include "sources/analyticbot/errorbody.h"
#include "sources/analyticbot/postsrequest.h"
#include "testcase.h"
#include "testclient.h"

#include <QJsonArray>

using namespace Postwave;
using namespace Qt::StringLiterals;
using StandIn::Options;
using StandIn::Profile;
using StandIn::TestClient;

namespace
{
constexpr ChannelId kHarbour(1001234567890);

/** Everything that the program builds around one server, with short limits and no pauses to speak of. */
struct Rig {
    explicit Rig(const Options &options = {}, const QByteArray &password = "correct horse")
        : standIn(options)
        , source(*ServerAddress::fromText(standIn.server.baseUrl().toString(), false),
                 {.email = u"desk@example.com"_s, .password = Secret(password), .accessToken = {}},
                 {.network = &network,
                  .clock = &clock,
                  .scheduler = &scheduler,
                  .budget = 0,
                  .trustClock = true,
                  .limits = {.idle = std::chrono::milliseconds(400),
                             .total = std::chrono::milliseconds(1500),
                             .bytes = 2 << 20},
                  .jitter =
                      [] {
                          return -0.49; // pauses of 10 ms instead of 1 s
                      }})
        , session(*source.account())
    {
    }

    QJsonArray requests()
    {
        return QJsonDocument::fromJson(standIn.get("/_standin/requests").body).array();
    }
    int countOf(const QString &path)
    {
        int count = 0;
        const QJsonArray made = requests();
        for (const QJsonValue &request : made)
            count += request[u"path"_s].toString().endsWith(path);
        return count;
    }
    void fault(const QByteArray &body)
    {
        QCOMPARE(standIn.post("/_standin/fault", body).status, 200);
    }
    Result<ObservedBuckets> read(std::shared_ptr<const SourceRequest> request)
    {
        const auto reading = *settled(source.read(std::move(request), RequestPriority::Interactive));
        if (!reading)
            return reading.error();
        return std::get<BucketReading>(*reading).observed;
    }
    Result<ObservedBuckets> ask(const DynamicsQuery &query, ChannelId channel = kHarbour)
    {
        return read(std::make_shared<DynamicsRequest>(channel, query));
    }
    Result<ObservedBuckets> overview()
    {
        return ask(RollingQuery{Period::Days7});
    }

    TestClient standIn;
    QNetworkAccessManager network;
    SystemClock clock;
    SystemScheduler scheduler;
    AnalyticBotSource source;
    Session &session;
};

qint64 viewsOf(const ObservedBuckets &observed)
{
    qint64 views = 0;
    for (const Bucket &bucket : observed.buckets)
        views += bucket.counters[Metric::Views].value_or(0);
    return views;
}

Options withProfile(Profile profile)
{
    Options options;
    options.profile = profile;
    return options;
}
}

class AnalyticBotSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothChannelListsAreMerged_data()
    {
        QTest::addColumn<int>("profile");
        QTest::addColumn<QByteArray>("prefix");
        for (const Profile profile : {Profile::Nov20, Profile::Nov26, Profile::Dec23}) {
            for (const char *prefix : {"", "/api"})
                QTest::addRow("%d%s", int(profile), prefix) << int(profile) << QByteArray(prefix);
        }
    }
    void bothChannelListsAreMerged()
    {
        QFETCH(int, profile);
        QFETCH(QByteArray, prefix);
        Options options = withProfile(Profile(profile));
        options.prefix = prefix;
        Rig rig(options);
        const auto channels = *settled(rig.source.channels());
        QVERIFY2(channels, channels ? "" : qPrintable(channels.error().detail));
        const auto harbour = std::find_if(channels->begin(), channels->end(), [](const Channel &channel) {
            return channel.id == kHarbour;
        });
        QVERIFY(harbour != channels->end());
        QCOMPARE(harbour->username, u"harbourlights"_s); // from the one list
        QCOMPARE(harbour->subscribers.value_or(0) > 0, true); // from the other
    }

    /** Every post that the server has, and no more requests than pages; the path that is not there is asked for once.
     */
    void postsOfAChannel_data()
    {
        QTest::addColumn<int>("profile");
        QTest::addColumn<bool>("hasComments");
        QTest::newRow("nov20") << int(Profile::Nov20) << false;
        QTest::newRow("nov26") << int(Profile::Nov26) << true;
        QTest::newRow("dec23") << int(Profile::Dec23) << true;
    }
    void postsOfAChannel()
    {
        QFETCH(int, profile);
        QFETCH(bool, hasComments);
        Rig rig(withProfile(Profile(profile)));
        const auto request = std::make_shared<PostsRequest>(kHarbour, 0);
        const auto reading = *settled(rig.source.read(request, RequestPriority::Interactive));
        QVERIFY(reading);
        const PostListing &listing = std::get<PostReading>(*reading).listing;
        QVERIFY(listing.reachesBegin && listing.reachesNow);
        const QJsonArray posts =
            QJsonDocument::fromJson(
                rig.standIn.get("/_standin/posts?channel=" + QByteArray::number(kHarbour.value())).body)[u"posts"_s]
                .toArray();
        QVERIFY(!posts.isEmpty());
        QCOMPARE(listing.posts.size(), posts.size());
        for (qsizetype i = 0; i < posts.size(); ++i) {
            const ListedPost &listed = listing.posts[i];
            QCOMPARE(listed.post.id.value(), posts[i][u"msg_id"_s].toInteger());
            QCOMPARE(listed.post.published, *secondsFromIso(posts[i][u"date"_s].toString()));
            const QJsonValue views = posts[i][u"views"_s];
            QCOMPARE(listed.counters.views, views.isDouble() ? Count(views.toInteger()) : Count());
            QCOMPARE(bool(listed.counters.comments), hasComments && listed.counters.views);
        }
        const int pages = int((posts.size() + PostsRequest::kPageSize - 1) / PostsRequest::kPageSize);
        QCOMPARE(rig.countOf(u"/posts"_s), pages + (hasComments ? 0 : 1));
        const auto again = *settled(rig.source.read(request, RequestPriority::Interactive));
        QVERIFY(again);
        QCOMPARE(rig.countOf(u"/posts"_s), 2 * pages + (hasComments ? 0 : 1));
    }

    void oneListServesWhenTheOtherFails_data()
    {
        QTest::addColumn<QByteArray>("failing");
        QTest::newRow("flat") << QByteArray(
            "{\"path\":\"^/channels/?$\",\"kind\":\"status\",\"status\":500,\"count\":-1}");
        QTest::newRow("analytics") << QByteArray(
            "{\"path\":\"analytics/channels\",\"kind\":\"status\",\"status\":500,\"count\":-1}");
    }
    void oneListServesWhenTheOtherFails()
    {
        QFETCH(QByteArray, failing);
        Rig rig;
        rig.fault(failing);
        const auto channels = *settled(rig.source.channels());
        QVERIFY(channels);
        QVERIFY(!channels->isEmpty());
    }

    void dynamicsNeedNoSignIn()
    {
        Rig rig;
        QVERIFY(rig.overview());
        QCOMPARE(rig.countOf(u"/auth/login"_s), 0);
    }

    void signsInOnceWhenDynamicsWantAToken()
    {
        Rig rig;
        rig.fault(
            "{\"path\":\"post-dynamics\",\"kind\":\"status\",\"status\":401,\"body\":\"{\\\"detail\\\":\\\"No\\\"}\","
            "\"count\":1}");
        QVERIFY(rig.overview());
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
        QCOMPARE(rig.countOf(u"/1001234567890"_s), 2);
    }

    void aRefusedTokenIsRefreshedOnceForEverybody()
    {
        Rig rig;
        QVERIFY(*settled(rig.source.channels()));
        QCOMPARE(rig.standIn.post("/_standin/invalidate-tokens", "{}").status, 200);
        auto first = rig.source.channels();
        auto second = rig.source.channels();
        auto third = rig.source.channels();
        QVERIFY(*settled(std::move(first)));
        QVERIFY(*settled(std::move(second)));
        QVERIFY(*settled(std::move(third)));
        QCOMPARE(rig.countOf(u"/auth/refresh"_s), 1);
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
        QCOMPARE(rig.session.identity().email, u"desk@example.com"_s); // the server forgot it
        QCOMPARE(rig.session.identity().role, u"user"_s);
    }

    void aRefusedRefreshAsksForThePassword()
    {
        Options options = withProfile(Profile::Dec23);
        options.refreshFails = true;
        Rig rig(options);
        QVERIFY(*settled(rig.source.channels()));
        rig.standIn.post("/_standin/invalidate-tokens", "{}");
        const auto channels = *settled(rig.source.channels());
        QVERIFY(!channels);
        QCOMPARE(channels.error().kind, Error::Kind::RefusedSignIn);
        QCOMPARE(rig.countOf(u"/auth/refresh"_s), 1);
    }

    void oldServersSay403InsteadOf401()
    {
        Rig rig(withProfile(Profile::Nov20));
        rig.fault(
            "{\"path\":\"post-dynamics\",\"kind\":\"status\",\"status\":403,"
            "\"body\":\"{\\\"detail\\\":\\\"Not authenticated\\\"}\",\"count\":1}");
        QVERIFY(rig.overview());
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
    }

    void signInsThatFail_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("logins");
        QTest::newRow("wrong") << QByteArray("wrong horse") << 1;
        QTest::newRow("too short to be sent") << QByteArray("short") << 0;
        QTest::newRow("none") << QByteArray() << 0;
    }
    void signInsThatFail()
    {
        QFETCH(QByteArray, password);
        QFETCH(int, logins);
        Rig rig({}, password);
        const auto channels = *settled(rig.source.channels());
        QVERIFY(!channels);
        const Error::Kind expected = password.isEmpty() ? Error::Kind::NoCredentials : Error::Kind::RefusedSignIn;
        QCOMPARE(channels.error().kind, expected);
        QCOMPARE(rig.countOf(u"/auth/login"_s), logins);
    }

    void validationErrorsNeverRepeatThePassword()
    {
        Rig rig;
        rig.fault(
            "{\"path\":\"auth/"
            "login\",\"kind\":\"status\",\"status\":422,\"body\":\"{\\\"detail\\\":[{\\\"type\\\":\\\"x\\\","
            "\\\"loc\\\":[\\\"body\\\",\\\"email\\\"],\\\"msg\\\":\\\"no "
            "address\\\",\\\"input\\\":{\\\"password\\\":\\\"correct horse\\\"}}]}\"}");
        const auto channels = *settled(rig.source.channels());
        QVERIFY(!channels);
        QCOMPARE(channels.error().kind, Error::Kind::RefusedSignIn);
        QVERIFY(!channels.error().detail.contains(u"horse"_s));
        QVERIFY(channels.error().detail.contains(u"email"_s));
    }

    void postsAreNeverSentTwice()
    {
        Rig rig;
        rig.fault("{\"path\":\"auth/login\",\"kind\":\"drop\",\"count\":-1}");
        QVERIFY(!*settled(rig.source.channels()));
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
    }

    void aRefusedSignInLeavesTheSessionAsItWas()
    {
        Rig rig;
        QVERIFY(*settled(rig.source.channels()));
        const Credentials mistyped{
            .email = u"desk@example.com"_s, .password = Secret("wrong horse"), .accessToken = {}};
        QCOMPARE(int(settled(rig.session.signIn(mistyped))->error().kind), int(Error::Kind::RefusedSignIn));
        QVERIFY(rig.session.isSignedIn());
        QCOMPARE(rig.session.identity().email, u"desk@example.com"_s);
        const int signIns = rig.countOf(u"/auth/login"_s);
        QVERIFY(*settled(rig.source.channels()));
        QCOMPARE(rig.countOf(u"/auth/login"_s), signIns); // the wrong password is not tried once more
    }

    void aRefusedFirstSignInIsNotRepeated()
    {
        Rig rig({}, "");
        const Credentials mistyped{
            .email = u"desk@example.com"_s, .password = Secret("wrong horse"), .accessToken = {}};
        QVERIFY(!*settled(rig.session.signIn(mistyped)));
        QVERIFY(!*settled(rig.source.channels()));
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
    }

    void signingOutWipesWhateverTheServerSays()
    {
        Rig rig;
        QVERIFY(*settled(rig.source.channels()));
        QVERIFY(rig.session.isSignedIn());
        rig.fault(
            "{\"path\":\"auth/logout\",\"kind\":\"status\",\"status\":500,\"body\":\"{\\\"detail\\\":\\\"Logout "
            "failed\\\"}\"}");
        QVERIFY(!*settled(rig.session.signOut()));
        QVERIFY(!rig.session.isSignedIn());
        QVERIFY(rig.session.identity().email.isEmpty());
        QVERIFY(*settled(rig.session.signOut())); // nothing left to say
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("tries");
        using Kind = Error::Kind;
        const auto row = [](const char *name, const char *fault, Kind kind, int tries) {
            QTest::newRow(name) << QByteArray("{\"path\":\"post-dynamics\",\"count\":-1,") + fault + '}' << int(kind)
                                << tries;
        };
        row("500", "\"kind\":\"status\",\"status\":500,\"body\":\"{\\\"detail\\\":\\\"x\\\"}\"", Kind::ServerFailed, 1);
        row("502 HTML", "\"kind\":\"html\",\"status\":502", Kind::ServerFailed, 3);
        row("503 HTML", "\"kind\":\"html\",\"status\":503", Kind::ServerFailed, 3);
        row("504 HTML", "\"kind\":\"html\",\"status\":504", Kind::ServerFailed, 3);
        row("408", "\"kind\":\"status\",\"status\":408", Kind::Timeout, 3);
        row("HTML 200", "\"kind\":\"html\",\"status\":200", Kind::BadAnswer, 1);
        row("other content type", "\"kind\":\"content_type\",\"content_type\":\"text/plain\"", Kind::BadAnswer, 1);
        row("404", "\"kind\":\"status\",\"status\":404,\"body\":\"{\\\"detail\\\":\\\"Not Found\\\"}\"", Kind::NotFound,
            1);
        row("403", "\"kind\":\"status\",\"status\":403,\"body\":\"{\\\"detail\\\":\\\"Access denied\\\"}\"",
            Kind::Forbidden, 1);
        row("403 suspended",
            "\"kind\":\"status\",\"status\":403,\"body\":\"{\\\"detail\\\":{\\\"error\\\":\\\"account_suspended\\\"}}"
            "\"",
            Kind::Suspended, 1);
        row("401 suspended",
            "\"kind\":\"status\",\"status\":401,\"body\":\"{\\\"detail\\\":\\\"Account is blocked. Please.\\\"}\"",
            Kind::Suspended, 1);
        row("304", "\"kind\":\"status\",\"status\":304", Kind::BadAnswer, 1);
        row("422", "\"kind\":\"status\",\"status\":422,\"body\":\"{\\\"detail\\\":[]}\"", Kind::BadRequest, 1);
        row("429 at once", "\"kind\":\"status\",\"status\":429,\"headers\":{\"Retry-After\":\"0\"}", Kind::RateLimited,
            4);
        row("429 too long", "\"kind\":\"status\",\"status\":429,\"headers\":{\"Retry-After\":\"121\"}",
            Kind::RateLimited, 1);
        row("429 by its body", "\"kind\":\"status\",\"status\":429,\"body\":\"{\\\"retry_after_seconds\\\":900}\"",
            Kind::RateLimited, 1);
        row("503 with Retry-After", "\"kind\":\"status\",\"status\":503,\"headers\":{\"Retry-After\":\"0\"}",
            Kind::RateLimited, 4);
        row("truncated", "\"kind\":\"truncate\"", Kind::BadAnswer, 1);
        row("garbage", "\"kind\":\"garbage\",\"bytes\":500", Kind::BadAnswer, 1);
        row("nested", "\"kind\":\"nested\",\"depth\":100000", Kind::BadAnswer, 1);
        row("huge", "\"kind\":\"huge\",\"megabytes\":4", Kind::BadAnswer, 1);
        row("huge when unpacked", "\"kind\":\"huge\",\"megabytes\":4,\"gzip\":true", Kind::BadAnswer, 1);
        row("redirect", "\"kind\":\"redirect\",\"status\":307,\"location\":\"http://127.0.0.1:9/x\"", Kind::Redirected,
            1);
        row("silence", "\"kind\":\"stall\"", Kind::Timeout, 3);
        row("trickle", "\"kind\":\"trickle\",\"bytes_per_second\":20", Kind::Timeout, 1);
    }
    void failures()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, kind);
        QFETCH(int, tries);
        Rig rig;
        rig.fault(fault);
        const auto answer = rig.overview();
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), kind);
        QCOMPARE(rig.countOf(u"/1001234567890"_s), tries);
    }

    void droppedConnectionsAreTriedAgain()
    {
        Rig rig;
        rig.fault("{\"path\":\"post-dynamics\",\"kind\":\"drop_midway\",\"count\":2}");
        QVERIFY(rig.overview());
        rig.fault("{\"path\":\"post-dynamics\",\"kind\":\"drop\",\"count\":-1}");
        const auto answer = rig.overview();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
    }

    void eachTryIsTold()
    {
        Rig rig;
        QList<bool> told;
        rig.source.setListener([&told](bool answered) {
            told.append(answered);
        });
        rig.fault("{\"path\":\"post-dynamics\",\"kind\":\"drop_midway\",\"count\":1}");
        QVERIFY(rig.overview());
        QCOMPARE(told, QList<bool>({false, true}));
        told.clear();
        QVERIFY(rig.ask(RollingQuery{Period::Days7}));
        QCOMPARE(told, QList<bool>({true}));
    }

    void cookiesAreNeitherKeptNorSent()
    {
        Rig rig;
        rig.fault("{\"path\":\"post-dynamics\",\"kind\":\"set_cookie\",\"value\":\"sid=1; Path=/\",\"count\":-1}");
        QVERIFY(rig.overview());
        QVERIFY(rig.overview());
        const QJsonArray made = rig.requests();
        for (const QJsonValue &request : made)
            QVERIFY(!request[u"cookie"_s].toBool());
    }

    void theBreakerStopsAskingAServerThatDoesNotAnswer()
    {
        Rig rig;
        rig.fault("{\"path\":\"post-dynamics\",\"kind\":\"html\",\"status\":502,\"count\":-1}");
        for (int i = 0; i < CircuitBreaker::kFailuresToOpen; ++i)
            QVERIFY(!rig.overview());
        const int before = rig.countOf(u"/1001234567890"_s);
        QCOMPARE(rig.overview().error().kind, Error::Kind::Offline);
        QCOMPARE(rig.countOf(u"/1001234567890"_s), before);
    }

    void dynamicsInAllModes()
    {
        Options options = withProfile(Profile::Dec23);
        options.now = *secondsFromIso(u"2025-11-21T14:37:20Z"_s) * 1'000'000;
        Rig rig(options);
        const qint64 day = *secondsFromIso(u"2025-11-20"_s);
        for (const Period period : kPeriods) {
            const auto rolling = rig.ask(RollingQuery{period});
            QVERIFY(rolling);
            QCOMPARE(isoUtc(rolling->observation.observedAt), u"2025-11-21T14:37:20Z"_s);
        }
        const auto hours = rig.ask(DayQuery{day});
        QVERIFY(hours);
        QCOMPARE(int(hours->observation.level), int(StoredResolution::Hour));
        QVERIFY(hours->observation.covers(day, day + 86400));
        const auto minutes = rig.ask(MinuteQuery{{day, day + 86400}});
        QVERIFY(minutes);
        QCOMPARE(int(minutes->observation.level), int(StoredResolution::Minute));
        QVERIFY(minutes->observation.covers(day, day + 86400));
        QVERIFY(viewsOf(*hours) > 0);
        QCOMPARE(viewsOf(*minutes), viewsOf(*hours));
    }

    void theHoursOfADayStepInForItsMinutes_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("observed"); // by the server's clock, made older by what its cache may keep
        QTest::newRow("over") << u"2025-11-20"_s << u"2025-11-21T14:37:20Z"_s;
        QTest::newRow("running") << u"2025-11-21"_s << u"2025-11-21T14:32:20Z"_s;
    }
    void theHoursOfADayStepInForItsMinutes()
    {
        QFETCH(QString, day);
        QFETCH(QString, observed);
        Options options;
        options.now = *secondsFromIso(u"2025-11-21T14:37:20Z"_s) * 1'000'000;
        Rig rig(options);
        const qint64 start = *secondsFromIso(day);
        const SourceNeed need{.channel = kHarbour, .buckets = {{{start, start + 86400}, StoredResolution::Hour}}};
        const SourcePlan plan = rig.source.plan(need, {}, *secondsFromIso(u"2025-11-21T14:37:20Z"_s));
        QCOMPARE(plan.requests.size(), 1);
        const char fails[] = "{\"path\":\"post-dynamics\",\"kind\":\"status\",\"status\":500,\"count\":1}";
        rig.fault(fails);
        const auto hours = rig.read(plan.requests[0].request);
        QVERIFY(hours);
        QCOMPARE(int(hours->observation.level), int(StoredResolution::Hour));
        QCOMPARE(isoUtc(hours->observation.observedAt), observed);
        QCOMPARE(rig.countOf(u"/1001234567890"_s), 2);

        rig.fault(
            "{\"path\":\"post-dynamics\",\"kind\":\"status\",\"status\":404,\"count\":1,"
            "\"body\":\"{\\\"detail\\\":\\\"Not Found\\\"}\"}");
        const auto refused = rig.read(plan.requests[0].request);
        QVERIFY(!refused); // another form would be refused as well
        QCOMPARE(refused.error().kind, Error::Kind::NotFound);
        QCOMPARE(rig.countOf(u"/1001234567890"_s), 3);

        rig.fault("{\"path\":\"post-dynamics\",\"kind\":\"status\",\"status\":500,\"count\":2}");
        const auto failed = rig.read(plan.requests[0].request);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::ServerFailed);
        QCOMPARE(rig.countOf(u"/1001234567890"_s), 5);
    }

    void meaningOfCommentsFollowsTheRows()
    {
        Rig old(withProfile(Profile::Nov20));
        QCOMPARE(int(old.overview()->observation.comments), int(CommentsKind::Replies));
        Rig recent(withProfile(Profile::Dec23));
        QCOMPARE(int(recent.overview()->observation.comments), int(CommentsKind::Discussion));
        const auto empty = recent.ask(RollingQuery{Period::Days7}, ChannelId(424242));
        QVERIFY(empty);
        QCOMPARE(int(empty->observation.comments), int(CommentsKind::None));
    }

    void serversThatAreNotThere()
    {
        Rig rig;
        AnalyticBotSource nobody(
            *ServerAddress::fromText(u"http://127.0.0.1:9"_s, false), {},
            {.network = &rig.network, .clock = &rig.clock, .scheduler = &rig.scheduler, .budget = 0, .jitter = [] {
                 return -0.49;
             }});
        const auto request = std::make_shared<DynamicsRequest>(kHarbour, RollingQuery{Period::Days7});
        const auto reading = *settled(nobody.read(request, RequestPriority::Interactive));
        QVERIFY(!reading);
        QCOMPARE(reading.error().kind, Error::Kind::Offline);
        QCOMPARE(reading.error().argument, u"http://127.0.0.1:9"_s);
    }
};

POSTWAVE_TEST(AnalyticBotSourceTest, QCoreApplication)
#include "analyticbotsourcetest.moc"
