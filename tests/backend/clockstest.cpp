// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakes.h"
#include "sources/analyticbot/analyticbotsource.h"
#include "sync/repository.h"
#include "testcase.h"
#include "testclient.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;
using StandIn::Options;
using StandIn::TestClient;
using Trust = SourceTime::Trust;

Q_DECLARE_METATYPE(Postwave::SourceTime::Trust)

namespace
{
constexpr ChannelId kBusy(1001234567890);
constexpr ChannelId kQuiet(1001234567891); ///< its last post is four days old
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;
/** What time it really is. */
const qint64 kTrueNow = at("2025-11-21T14:37:20Z");
/** A server that counts up to a time which no calendar here has. */
constexpr qint64 kYear9999 = 253'370'764'800;

/** Posts of each third hour up to just now, which is all that there can be. */
QJsonArray postsUntil(qint64 until)
{
    QJsonArray posts;
    for (qint64 time = kTrueNow - 9 * kDay; time <= until; time += 3 * kHour) {
        posts.append(QJsonObject{{u"msg_id"_s, posts.size() + 1},
                                 {u"date"_s, isoUtc(time - 60)},
                                 {u"views"_s, 100 + posts.size()},
                                 {u"forwards"_s, 1},
                                 {u"reactions"_s, 2},
                                 {u"replies"_s, 0},
                                 {u"comments"_s, 0}});
    }
    return posts;
}

QByteArray world()
{
    const auto channel = [](ChannelId id, const QString &title, qint64 until) {
        return QJsonObject{{u"id"_s, id.value()},
                           {u"title"_s, title},
                           {u"username"_s, u""_s},
                           {u"subscribers"_s, 10},
                           {u"posts"_s, postsUntil(until)}};
    };
    const QJsonArray channels{channel(kBusy, u"Busy"_s, kTrueNow), channel(kQuiet, u"Quiet"_s, kTrueNow - 4 * kDay)};
    return QJsonDocument(QJsonObject{{u"channels"_s, channels}}).toJson();
}

qint64 truth(ChannelId channel, qint64 start, qint64 end)
{
    qint64 views = 0;
    const QJsonArray posts = postsUntil(channel == kBusy ? kTrueNow : kTrueNow - 4 * kDay);
    for (const QJsonValue &post : posts) {
        const qint64 time = *secondsFromIso(post[u"date"_s].toString());
        if (time >= start && time < end)
            views += post[u"views"_s].toInteger();
    }
    return views;
}

/** Who looks on which clocks. */
struct Clocks {
    qint64 server = 0;
    qint64 local = 0;
    bool trusted = false;
};

/** One start of the program: it ends, the folder stays. */
class Run
{
public:
    Run(const QTemporaryDir &folder, const Clocks &clocks, Options options = {})
        : m_standIn(withClock(folder, std::move(options), clocks.server))
        , m_clock(clocks.local)
        , m_source(*ServerAddress::fromText(m_standIn.server.baseUrl().toString(), false),
                   {.email = u"desk@example.com"_s, .password = Secret("correct horse"), .accessToken = {}},
                   {.network = &m_network,
                    .clock = &m_clock,
                    .scheduler = &m_scheduler,
                    .budget = 0,
                    .trustClock = clocks.trusted,
                    .jitter =
                        [] {
                            return -0.49;
                        }})
        , m_named(&m_source)
        , m_store(folder.filePath(u"postwave.sqlite"_s))
        , m_repository(&m_named, &m_store, &m_clock)
    {
    }

    Result<SeriesView> online(ChannelId channel, const ViewQuery &question)
    {
        const auto anchor = *settled(m_repository.refresh(channel, question, RequestPriority::Interactive));
        if (!anchor)
            return anchor.error();
        return *settled(m_repository.storedView(channel, question, {.asOf = {}, .anchor = *anchor}));
    }
    Result<SeriesView> offline(ChannelId channel, const ViewQuery &question)
    {
        return *settled(m_repository.storedView(channel, question, {.asOf = {}, .anchor = {}}));
    }
    Trust trust() const
    {
        return m_repository.clocks().trust;
    }
    QStringList queries()
    {
        QStringList all;
        const QJsonArray made = QJsonDocument::fromJson(m_standIn.get("/_standin/requests").body).array();
        for (const QJsonValue &request : made) {
            const QString path = request[u"path"_s].toString();
            if (path.contains(u"/post-dynamics/"_s))
                all.append(request[u"query"_s].toString());
            else if (path.endsWith(u"/health"_s))
                all.append(u"health"_s);
        }
        return all;
    }

private:
    /** The port is another one at each start; what is stored is of the same server. */
    class Named final : public Source
    {
    public:
        explicit Named(AnalyticBotSource *source)
            : m_source(source)
        {
        }
        QString key() const override
        {
            return u"http://host"_s;
        }
        SourceCapabilities capabilities() const override
        {
            return m_source->capabilities();
        }
        QCoro::Task<Result<ChannelList>> channels() override
        {
            return m_source->channels();
        }
        QCoro::Task<Result<std::optional<SourceTime>>> prepare() override
        {
            return m_source->prepare();
        }
        SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const override
        {
            return m_source->plan(need, known, now);
        }
        QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request,
                                                RequestPriority priority) override
        {
            return m_source->read(std::move(request), priority);
        }

    private:
        AnalyticBotSource *m_source;
    };

    static Options withClock(const QTemporaryDir &folder, Options options, qint64 now)
    {
        QFile file(folder.filePath(u"world.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(world()) < 0)
            qFatal("no world");
        options.now = now * 1'000'000;
        options.worldFile = file.fileName();
        return options;
    }

    TestClient m_standIn;
    QNetworkAccessManager m_network;
    FakeClock m_clock;
    SystemScheduler m_scheduler;
    AnalyticBotSource m_source;
    Named m_named;
    ObservationStore m_store;
    Repository m_repository;
};

/** Nothing, or what a view says that is not so. @p known up to where anybody can know that time has come */
QByteArray lieOf(const SeriesView &view, ChannelId channel, const char *where, qint64 known = kTrueNow)
{
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        const Row &row = view.rows[i];
        const qint64 end = view.endOf(i);
        const QByteArray of = QByteArray(where) + ", " + isoUtc(row.start).toLatin1() + ": ";
        if (row.state == BucketState::Complete && end > kTrueNow)
            return of + "complete, and not over";
        if (row.state == BucketState::Future && end <= std::min(kTrueNow, known))
            return of + "future, and over";
        if (row.state == BucketState::Complete && row.counters[Metric::Views] != truth(channel, row.start, end))
            return of + "complete, and wrong: " + QByteArray::number(row.counters[Metric::Views].value_or(-1));
    }
    return {};
}

qsizetype knownIn(const Result<SeriesView> &view)
{
    return !view ? 0 : std::count_if(view->rows.begin(), view->rows.end(), [](const Row &row) {
        return row.state == BucketState::Complete || row.state == BucketState::Partial;
    });
}

QList<ViewQuery> questions()
{
    const qint64 today = bucketStart(StoredResolution::Day, kTrueNow);
    return {ViewQuery(Period::Days7), ViewQuery(Period::Hours24), ViewQuery(DayView{today}),
            ViewQuery(DayView{today - kDay})};
}
}

/** Whatever the clocks say: no state is made up, and no good data is refused. */
class ClocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMadeUp_data()
    {
        QTest::addColumn<qint64>("server");
        QTest::addColumn<qint64>("local");
        QTest::addColumn<Trust>("trust");
        QTest::addColumn<int>("knownDays"); // of the seven that really are the last ones
        const auto row = [](const char *name, qint64 server, qint64 local, Trust trust, int knownDays) {
            QTest::newRow(name) << server << local << trust << knownDays;
        };
        const qint64 t = kTrueNow;
        row("both right", t, t, Trust::Agreed, 7);
        row("both right, four minutes apart", t - 240, t, Trust::Agreed, 7);
        row("ours three days behind", t, t - 3 * kDay, Trust::LocalSlow, 7);
        row("ours in 1970", t, 100, Trust::LocalSlow, 7);
        row("ours three days ahead", t, t + 3 * kDay, Trust::Disputed, 7);
        row("ours in 2150", t, at("2150-01-01"), Trust::Disputed, 7);
        row("the server's two days ahead", t + 2 * kDay, t, Trust::Disputed, 5);
        row("the server's two days behind", t - 2 * kDay, t, Trust::Disputed, 5);
        row("the server's in 9999", kYear9999, t, Trust::Disputed, 1); // days by their date come all the same
        row("the server's in 1970", 86'400, t, Trust::Disputed, 0);
        row("the server's behind, ours ahead", t - 2 * kDay, t + 3 * kDay, Trust::Disputed, 5);
        row("the server's behind, ours more so", t - 2 * kDay, t - 3 * kDay, Trust::LocalSlow, 5);
    }
    void nothingIsMadeUp()
    {
        const QList<ViewQuery> all = questions();
        QFETCH(const qint64, server);
        QFETCH(const qint64, local);
        QFETCH(const int, knownDays);
        const QTemporaryDir folder;
        const ViewQuery week(RangeView{bucketStart(StoredResolution::Day, kTrueNow) - 6 * kDay,
                                       bucketStart(StoredResolution::Day, kTrueNow) + kDay, ViewStep::Day});
        for (const ChannelId channel : {kBusy, kQuiet}) {
            Run run(folder, {server, local});
            for (const ViewQuery &question : all) {
                const Result<SeriesView> view = run.online(channel, question);
                if (view)
                    QCOMPARE(lieOf(*view, channel, "online", std::max(server, local)), QByteArray());
            }
            if (channel == kBusy) {
                QTEST(run.trust(), "trust");
                QVERIFY2(knownIn(run.offline(channel, week)) >= knownDays,
                         QByteArray::number(knownIn(run.offline(channel, week))).constData());
            }
            for (const ViewQuery &question : all) {
                if (const Result<SeriesView> view = run.offline(channel, question))
                    QCOMPARE(lieOf(*view, channel, "offline", view->now), QByteArray());
            }
        }
    }

    void storesHeal_data()
    {
        QTest::addColumn<qint64>("wrong");
        QTest::newRow("hours") << kTrueNow + 3 * kHour;
        QTest::newRow("two days") << kTrueNow + 2 * kDay;
        QTest::newRow("a century") << at("2125-11-21T14:37:20Z");
        QTest::newRow("two days behind") << kTrueNow - 2 * kDay;
    }
    /** As earlier versions stored it: they believed every server. */
    void storesHeal()
    {
        const QList<ViewQuery> all = questions();
        QFETCH(const qint64, wrong);
        const QTemporaryDir folder;
        {
            Run earlier(folder, {kTrueNow - 5 * kDay, kTrueNow - 5 * kDay});
            QVERIFY(earlier.online(kBusy, all.constFirst()));
        }
        {
            Run run(folder, {wrong, kTrueNow, true});
            for (const ViewQuery &question : all)
                QVERIFY(run.online(kBusy, question));
        }
        Run run(folder, {kTrueNow, kTrueNow});
        for (const ViewQuery &question : all) {
            const Result<SeriesView> view = run.online(kBusy, question);
            QVERIFY(view);
            QCOMPARE(lieOf(*view, kBusy, "online"), QByteArray());
            QCOMPARE(knownIn(view), std::count_if(view->rows.begin(), view->rows.end(), [](const Row &row) {
                         return row.start <= kTrueNow;
                     }));
        }
        for (const ViewQuery &question : all) {
            const Result<SeriesView> view = run.offline(kBusy, question);
            QVERIFY(view);
            QCOMPARE(lieOf(*view, kBusy, "offline"), QByteArray());
            QVERIFY(view->rows.constLast().start <= kTrueNow + kDay);
        }
    }

    void aDisputedAnswerTakesNothingAway()
    {
        const QTemporaryDir folder;
        const ViewQuery week(Period::Days7);
        {
            Run run(folder, {kTrueNow, kTrueNow});
            QVERIFY(run.online(kBusy, week));
        }
        // By a server that stands two days back, the last two days never had a post.
        Run run(folder, {kTrueNow - 2 * kDay, kTrueNow});
        QVERIFY(run.online(kBusy, week));
        const Result<SeriesView> view = run.offline(kBusy, week);
        QVERIFY(view);
        QCOMPARE(knownIn(view), 7);
        QCOMPARE(lieOf(*view, kBusy, "offline"), QByteArray());
    }

    void offUtc_data()
    {
        QTest::addColumn<int>("process");
        QTest::addColumn<int>("session");
        QTest::newRow("the process, east") << 5 * 3600 << 0;
        QTest::newRow("the process, west") << -8 * 3600 << 0;
        QTest::newRow("the process, by three quarters of an hour") << 5 * 3600 + 45 * 60 << 0;
        QTest::newRow("the database's session") << 0 << 5 * 3600;
        QTest::newRow("both") << 5 * 3600 << 5 * 3600;
    }
    /** Servers that do not run in UTC are asked by time pairs, and tell the same. */
    void offUtc()
    {
        const QList<ViewQuery> all = questions();
        QFETCH(const int, process);
        QFETCH(const int, session);
        const QTemporaryDir folder;
        Options options;
        options.processOffset = process;
        options.sessionOffset = session;
        Run run(folder, {kTrueNow, kTrueNow}, options);
        for (const ViewQuery &question : all) {
            const Result<SeriesView> view = run.online(kBusy, question);
            QVERIFY2(view, view ? "" : qPrintable(view.error().detail));
            QCOMPARE(lieOf(*view, kBusy, "online"), QByteArray());
            QCOMPARE(knownIn(view), std::count_if(view->rows.begin(), view->rows.end(), [](const Row &row) {
                         return row.start <= kTrueNow;
                     }));
        }
        const QStringList queries = run.queries();
        QCOMPARE(queries.count(u"health"_s), 1);
        // Days of another zone are found out by asking for them once.
        QCOMPARE(queries.filter(u"start_time"_s).size(), queries.size() - (process == 0 ? 2 : 1));
    }
};

POSTWAVE_TEST(ClocksTest, QCoreApplication)
#include "clockstest.moc"
