// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakesource.h"
#include "sync/viewloader.h"
#include "testcase.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <stop_token>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
const qint64 kNow = at("2025-11-21T14:37:20Z");

QTimeZone zoneOf(const char *name)
{
    return QTimeZone(QByteArray(name));
}

using LoaderAct = std::function<void(std::unique_ptr<ViewLoader> &)>;

/** The names of the rolling periods that were asked for, in this order. */
QStringList rollingOf(const QList<DynamicsQuery> &asked)
{
    QStringList names;
    for (const DynamicsQuery &query : asked) {
        if (const auto *rolling = std::get_if<RollingQuery>(&query))
            names.append(periodName(rolling->period));
    }
    return names;
}

bool isKnown(const Row &row)
{
    return row.state == BucketState::Partial || row.state == BucketState::Complete;
}
}

/** Views that take one request for their days, and many for the minutes of those. */
class LongViewTest : public QObject
{
    Q_OBJECT

private:
    struct Rig {
        FakeClock clock{kNow};
        FakeSource source{&clock};
        QTemporaryDir folder;
        ObservationStore store{folder.filePath(u"postwave.sqlite"_s)};
        Repository repository{&source, &store, &clock};

        /** A post a day. */
        void addPosts(const char *from)
        {
            for (qint64 time = at(from); time <= kNow; time += 86400)
                source.posts.append({time + 3600, 100});
        }
        Result<qint64> refresh(const ViewQuery &question, const std::optional<Comparison> &comparison = {})
        {
            return *settled(repository.refresh(ChannelId(1), question, RequestPriority::Interactive, comparison));
        }
        Result<SeriesView> view(const ViewQuery &question, StoredViewOptions options = {})
        {
            return *settled(repository.storedView(ChannelId(1), question, options));
        }
    };

private Q_SLOTS:
    void theDaysOfBothSidesAreAskedOnce_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<Comparison>("comparison");
        QTest::addColumn<QStringList>("rolling");
        QTest::addColumn<int>("requests");
        const Comparison previous{.baseline = PreviousPeriod()};
        const auto startingAt = [](const char *start) {
            return Comparison{.baseline = BaselineStart{at(start)}};
        };
        const QTimeZone tashkent = zoneOf("Asia/Tashkent");
        const QTimeZone london = zoneOf("Europe/London");
        QTest::newRow("30 days, and the weeks before")
            << ViewQuery(Period::Days30, tashkent) << previous << QStringList{u"90d"_s} << 1 + 9;
        QTest::newRow("90 days, and the weeks before")
            << ViewQuery(Period::Days90, tashkent) << previous << QStringList{u"all"_s}
            << 1 + 23; // the same span has the end of the one and the start of the other
        QTest::newRow("days that overlap") << ViewQuery(Period::Days30, tashkent) << startingAt("2025-10-21T19:00:00Z")
                                           << QStringList{u"90d"_s} << 1 + 5;
        QTest::newRow("days of UTC, and days an hour ahead")
            << ViewQuery(RangeView{at("2025-11-01"), at("2025-11-21"), ViewStep::Day}, london)
            << startingAt("2025-09-30T23:00:00Z") << QStringList{u"90d"_s} << 1 + 3;
        QTest::newRow("a week is no long view") << ViewQuery(Period::Days7, tashkent) << previous << QStringList() << 2;
    }
    void theDaysOfBothSidesAreAskedOnce()
    {
        QFETCH(const ViewQuery, question);
        QFETCH(const Comparison, comparison);
        QFETCH(const QStringList, rolling);
        QFETCH(const int, requests);
        Rig rig;
        rig.addPosts("2025-01-01");
        const Result<qint64> anchor = rig.refresh(question, comparison);
        QVERIFY(anchor);
        QCOMPARE(rollingOf(rig.source.asked), rolling);
        QCOMPARE(rig.source.asked.size(), requests);
        const Result<SeriesView> view = rig.view(question, {.asOf = {}, .anchor = *anchor, .compare = comparison});
        QVERIFY(view && view->compared);
        QVERIFY(std::ranges::all_of(view->rows, isKnown));
        QVERIFY(std::ranges::all_of(view->compared->rows, isKnown));
        QCOMPARE(*view->compared->rows[1].counters[Metric::Views], 100);
    }

    void withoutPostsThereIsLittleToAsk_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<int>("rows");
        const QTimeZone tashkent = zoneOf("Asia/Tashkent");
        QTest::newRow("all") << ViewQuery(Period::All, tashkent) << 1; // today
        QTest::newRow("90 days") << ViewQuery(Period::Days90, tashkent) << 90;
        QTest::newRow("since before there was a list")
            << ViewQuery(RangeView{at("2013-12-31T19:00:00Z"), at("2025-10-31T19:00:00Z"), ViewStep::Month}, tashkent)
            << 142;
    }
    void withoutPostsThereIsLittleToAsk()
    {
        QFETCH(const ViewQuery, question);
        QFETCH(const int, rows);
        Rig rig;
        const Result<qint64> anchor = rig.refresh(question);
        QVERIFY(anchor);
        QVERIFY2(rig.source.asked.size() <= 2, QByteArray::number(rig.source.asked.size()).constData());
        const Result<SeriesView> view = rig.view(question, {.asOf = {}, .anchor = *anchor});
        QVERIFY(view);
        QCOMPARE(view->rows.size(), rows);
        QVERIFY(isKnown(view->rows.constLast()));
        const Result<SeriesView> offline = rig.view(question);
        QVERIFY(offline);
        QCOMPARE(offline->rows, view->rows);
    }

    void allOfTheTimeBeginsWithTheFirstPost()
    {
        Rig rig;
        rig.addPosts("2025-10-01");
        const ViewQuery question(Period::All, zoneOf("Asia/Tashkent"));
        const Result<qint64> anchor = rig.refresh(question);
        QVERIFY(anchor);
        QCOMPARE(rollingOf(rig.source.asked), QStringList{u"all"_s});
        QCOMPARE(rig.source.asked.size(), 1 + 7);
        const Result<SeriesView> view = rig.view(question, {.asOf = {}, .anchor = *anchor});
        QVERIFY(view);
        QCOMPARE(view->rows.size(), 52);
        QVERIFY(std::ranges::all_of(view->rows, isKnown));
    }

    void whatNobodyWaitsForIsNotAsked_data()
    {
        QTest::addColumn<LoaderAct>("act");
        QTest::addColumn<int>("requests"); // that come of it
        QTest::newRow("another view") << LoaderAct([](std::unique_ptr<ViewLoader> &loader) {
            loader->load(ChannelId(1), Period::Hours24);
        }) << 1;
        QTest::newRow("another channel") << LoaderAct([](std::unique_ptr<ViewLoader> &loader) {
            loader->load(ChannelId(2), Period::Days7);
        }) << 1;
        QTest::newRow("offline") << LoaderAct([](std::unique_ptr<ViewLoader> &loader) {
            loader->load(ChannelId(1), ViewQuery(Period::Days90, zoneOf("Asia/Tashkent")), ViewLoader::Ask::Never);
        }) << 0;
        QTest::newRow("another source") << LoaderAct([](std::unique_ptr<ViewLoader> &loader) {
            loader.reset();
        }) << 0;
    }
    void whatNobodyWaitsForIsNotAsked()
    {
        QFETCH(const LoaderAct, act);
        QFETCH(const int, requests);
        Rig rig;
        rig.addPosts("2025-01-01");
        rig.source.hold = true;
        auto loader = std::make_unique<ViewLoader>(&rig.repository);
        loader->load(ChannelId(1), ViewQuery(Period::Days90, zoneOf("Asia/Tashkent")));
        QTRY_COMPARE(rig.source.held.size(), size_t(1)); // the days
        rig.source.letGo();
        QTRY_COMPARE(rig.source.held.size(), size_t(1)); // the newest span
        act(loader);
        const int asked = 2 + requests;
        QTRY_COMPARE(rig.source.asked.size(), asked);
        rig.source.hold = false;
        while (!rig.source.held.empty())
            rig.source.letGo();
        // What was on its way is stored all the same, and then nothing follows.
        const ViewQuery today(DayView{at("2025-11-20T19:00:00Z")}, zoneOf("Asia/Tashkent"));
        QTRY_VERIFY(rig.view(today));
        QVERIFY(*settled(rig.repository.listChannels())); // is written after all answers so far
        QTRY_VERIFY(!loader || !loader->isLoading());
        QCOMPARE(rig.source.asked.size(), asked);
    }

    void aFailureHalfWayShowsWhatIsStored()
    {
        Rig rig;
        rig.addPosts("2025-01-01");
        rig.source.failures.resize(3); // the days and two spans
        rig.source.failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 503});
        ViewLoader loader(&rig.repository);
        QStringList told;
        connect(&loader, &ViewLoader::missing, this, [&told] {
            told.append(u"missing"_s);
        });
        connect(&loader, &ViewLoader::shown, this, [&told](const SeriesView &view) {
            QVERIFY(isKnown(view.rows.constLast()));
            QVERIFY(!isKnown(view.rows.constFirst()));
            told.append(u"shown"_s);
        });
        connect(&loader, &ViewLoader::answered, this, [&told] {
            told.append(u"answered"_s);
        });
        connect(&loader, &ViewLoader::failed, this, [&told] {
            told.append(u"failed"_s);
        });
        connect(&loader, &ViewLoader::settled, this, [&told] {
            told.append(u"settled"_s);
        });
        loader.load(ChannelId(1), ViewQuery(Period::Days30, zoneOf("Asia/Tashkent")));
        QTRY_VERIFY(told.contains(u"settled"_s));
        QCOMPARE(told, (QStringList{u"missing"_s, u"shown"_s, u"failed"_s, u"settled"_s}));
    }

    void onlyWhatIsLackingIsAskedAndAnnounced_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<std::optional<Comparison>>("comparison");
        const std::optional<Comparison> previous{{.baseline = PreviousPeriod()}};
        const QTimeZone tashkent = zoneOf("Asia/Tashkent");
        QTest::newRow("90 days") << ViewQuery(Period::Days90, tashkent) << std::optional<Comparison>();
        QTest::newRow("30 days, and the weeks before") << ViewQuery(Period::Days30, tashkent) << previous;
        QTest::newRow("all") << ViewQuery(Period::All, tashkent) << std::optional<Comparison>();
    }
    void onlyWhatIsLackingIsAskedAndAnnounced()
    {
        QFETCH(const ViewQuery, question);
        QFETCH(const std::optional<Comparison>, comparison);
        Rig rig;
        rig.addPosts("2025-01-01");
        rig.source.failures.resize(4); // the days and three spans
        rig.source.failures.push_back(Error{.kind = Error::Kind::ServerFailed});
        QVERIFY(!rig.refresh(question, comparison));
        QCOMPARE(rig.source.asked.size(), 5);

        ViewLoader loader(&rig.repository);
        QSignalSpy answered(&loader, &ViewLoader::answered);
        for (const bool whole : {false, true}) {
            const Result<int> announced =
                *settled(rig.repository.missingRequestCount(ChannelId(1), question, comparison));
            QVERIFY(announced);
            const qsizetype before = rig.source.asked.size();
            loader.load(ChannelId(1), question, ViewLoader::Ask::FetchMissing, comparison);
            QTRY_VERIFY(!answered.isEmpty() && !loader.isLoading());
            QCOMPARE(rig.source.asked.size() - before, *announced);
            if (whole)
                QCOMPARE(*announced, 1); // the days, which say what time it is
            else
                QVERIFY(!std::holds_alternative<RollingQuery>(rig.source.asked.constLast()));
            answered.clear();
        }
        const Result<SeriesView> view = rig.view(question, {.asOf = {}, .anchor = {}, .compare = comparison});
        QVERIFY(view && std::ranges::all_of(view->rows, isKnown));
    }

    void howMuchIsLackingMayBeUnknown()
    {
        Rig rig;
        rig.addPosts("2025-01-01");
        const ViewQuery all(Period::All, zoneOf("Asia/Tashkent"));
        QVERIFY(rig.refresh(DayView{at("2025-11-20")})); // which is not the first day with posts
        QCOMPARE(**settled(rig.repository.missingRequestCount(ChannelId(1), all, {})), 0);
        QCOMPARE(**settled(rig.repository.missingRequestCount(ChannelId(1), Period::All, {})), 1);
        QVERIFY(rig.refresh(Period::All));
        QCOMPARE(**settled(rig.repository.missingRequestCount(ChannelId(1), all, {})), 1 + 41);
        rig.clock.set(kNow + 40 * 86400);
        QVERIFY(**settled(rig.repository.missingRequestCount(ChannelId(1), all, {})) >= 1 + 41);
        const ViewQuery years(RangeView{at("2090-12-31T19:00:00Z"), at("2099-12-31T19:00:00Z"), ViewStep::Month},
                              all.zone);
        QCOMPARE(**settled(rig.repository.missingRequestCount(ChannelId(1), years, {})), 0);
    }

    void whoIsToldToStopSaysSo()
    {
        Rig rig;
        rig.addPosts("2025-01-01");
        std::stop_source stop;
        stop.request_stop();
        const ViewQuery question(Period::Days90, zoneOf("Asia/Tashkent"));
        const Result<qint64> refreshed = *settled(rig.repository.refresh(
            ChannelId(1), question, RequestPriority::Interactive, {}, Repository::Extent::Whole, stop.get_token()));
        QVERIFY(!refreshed);
        QCOMPARE(refreshed.error().kind, Error::Kind::Cancelled);
        QCOMPARE(rig.source.asked.size(), 1);
    }

    void aLongViewLetsOthersPass()
    {
        Rig rig;
        rig.addPosts("2025-11-01");
        QVERIFY(rig.refresh(ViewQuery(Period::Days30, zoneOf("Asia/Tashkent"))));
        QCOMPARE(rig.source.priorities.size(), 4);
        QCOMPARE(rig.source.priorities.mid(0, 2), QList<RequestPriority>(2, RequestPriority::Interactive));
        QCOMPARE(rig.source.priorities.mid(2), QList<RequestPriority>(2, RequestPriority::Bulk));
    }
};

POSTWAVE_TEST(LongViewTest, QCoreApplication)
#include "longviewtest.moc"
