// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "core/freshness.h"
#include "dynamicstext.h"
#include "fakesource.h"
#include "series/viewfreshness.h"
#include "sync/viewloader.h"
#include "testcase.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
const qint64 kNow = at("2025-11-21T14:37:20Z");
const qint64 kToday = at("2025-11-21");

/** What was asked, in its order. */
QByteArray textOf(const QList<DynamicsQuery> &asked)
{
    QByteArrayList texts;
    for (const DynamicsQuery &query : asked)
        texts.append(textOf(query));
    return texts.isEmpty() ? "none"_ba : texts.join(", ");
}
}

class RepositoryTest : public QObject
{
    Q_OBJECT

private:
    struct Rig {
        FakeClock clock{kNow};
        FakeSource source{&clock};
        QTemporaryDir folder;
        ObservationStore store{folder.filePath(u"postwave.sqlite"_s)};
        Repository repository{&source, &store, &clock};

        Result<qint64> refresh(const ViewQuery &question)
        {
            return *settled(repository.refresh(ChannelId(1), question, RequestPriority::Interactive));
        }
        Result<SeriesView> view(const ViewQuery &question, StoredViewOptions options = {})
        {
            return *settled(repository.storedView(ChannelId(1), question, options));
        }
        Result<FetchReport> fetch(Period period, bool drill)
        {
            return *settled(repository.fetch(ChannelId(1), period, drill, {}));
        }
    };

private Q_SLOTS:
    void requests_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<QByteArray>("request");
        const auto row = [](const char *name, ViewQuery question, const char *request) {
            QTest::newRow(name) << question << QByteArray(request);
        };
        row("90d", Period::Days90, "90d");
        row("all", Period::All, "all");
        row("24h", Period::Hours24, "24h");
        row("1h", Period::Hour1, "2025-11-21T13:37:00Z 2025-11-21T14:39:00Z");
        row("a day", DayView{at("2025-11-20")}, "2025-11-20T00:00:00Z 2025-11-21T00:00:00Z");
        row("today", DayView{kToday}, "2025-11-21T00:00:00Z 2025-11-21T14:39:00Z");
        row("tomorrow", DayView{at("2025-11-22")}, "none");
        row("an hour", HourView{at("2025-11-21T07:00:00Z")}, "2025-11-21T07:00:00Z 2025-11-21T08:00:00Z");
        row("this hour", HourView{at("2025-11-21T14:00:00Z")}, "2025-11-21T14:00:00Z 2025-11-21T14:39:00Z");
        row("next hour", HourView{at("2025-11-21T15:00:00Z")}, "none");
    }
    void requests()
    {
        QFETCH(ViewQuery, question);
        QFETCH(QByteArray, request);
        Rig rig;
        QVERIFY(rig.refresh(question));
        QCOMPARE(textOf(rig.source.asked), request);
    }

    void freshness_data()
    {
        QTest::addColumn<qint64>("age"); // of the window's end
        QTest::addColumn<qint64>("fresh");
        QTest::newRow("running") << qint64(0) << qint64(60);
        QTest::newRow("just over") << qint64(600) << qint64(60);
        QTest::newRow("a day ago") << qint64(86400) << qint64(1728);
        QTest::newRow("a year ago") << qint64(365 * 86400) << qint64(86400);
    }
    void freshness()
    {
        QFETCH(qint64, age);
        QFETCH(qint64, fresh);
        QCOMPARE(freshFor(kNow - age, kNow), fresh);
    }

    void viewsAreFreshAsLongAsTheirRows_data()
    {
        QTest::addColumn<QList<qint64>>("ages"); // of the ends of the rows
        QTest::addColumn<QList<qint64>>("looks"); // so long ago
        QTest::addColumn<qint64>("fresh");
        const auto row = [](const char *name, const QList<qint64> &ages, const QList<qint64> &looks, qint64 fresh) {
            QTest::newRow(name) << ages << looks << fresh;
        };
        row("running", {-3600}, {10}, 60);
        row("eight days ago", {8 * 86400}, {61}, 8 * 86400 / 50);
        row("a year ago", {365 * 86400}, {3600}, 86400);
        row("the youngest decides", {8 * 86400, 86400}, {61, 61}, 86400 / 50);
        row("the running one decides, whatever was seen when", {86400, -3600}, {1000, 10}, 1000 + 60 - 10);
        row("nobody looked at the second", {8 * 86400, -3600}, {61, 0}, 8 * 86400 / 50);
    }
    void viewsAreFreshAsLongAsTheirRows()
    {
        QFETCH(const QList<qint64>, ages);
        QFETCH(const QList<qint64>, looks);
        QFETCH(const qint64, fresh);
        SeriesView view;
        view.window.until = kNow - ages.constLast();
        view.asOf = kNow - *std::max_element(looks.cbegin(), looks.cend());
        for (qsizetype i = 0; i < ages.size(); ++i) {
            view.rows.append(Row{.start = i == 0 ? 0 : kNow - ages[i - 1], .counters = {}});
            view.observed.append(looks[i] == 0 ? 0 : kNow - looks[i]);
        }
        QCOMPARE(freshAge(view, kNow), fresh);
    }

    void refreshedViewsComeFromTheStore()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), 100}, {at("2025-11-21T08:00:00Z"), 50}};
        const auto anchor = rig.refresh(Period::Days7);
        QVERIFY(anchor);
        QCOMPARE(*anchor, kNow);
        const auto view = rig.view(Period::Days7, {.asOf = {}, .anchor = *anchor});
        QVERIFY(view);
        QCOMPARE(view->rows.size(), 7);
        QCOMPARE(*view->rows[5].counters[Metric::Views], 100);
        QCOMPARE(*view->rows[6].counters[Metric::Views], 50);
        QCOMPARE(view->rows[6].state, BucketState::Partial);
        QCOMPARE(view->asOf, kNow);
        rig.clock.set(kNow + 86400 * 30); // offline, much later: the same window
        QCOMPARE(rig.view(Period::Days7)->window, view->window);
    }

    void nothingStoredIsAnErrorAndNotZero()
    {
        Rig rig;
        QCOMPARE(rig.view(Period::Days7).error().kind, Error::Kind::NothingStored);
        QCOMPARE(rig.view(DayView{at("2025-11-20")}).error().kind, Error::Kind::NothingStored);
        const auto future = rig.view(DayView{at("2026-03-01")});
        QVERIFY(future); // known to be in the future
        QCOMPARE(future->rows.size(), 24);
    }

    void futureDaysAskNothing()
    {
        Rig rig;
        QVERIFY(rig.refresh(DayView{at("2025-11-22")}));
        QVERIFY(rig.source.asked.isEmpty());
    }

    void theHoursOfADayStepInForItsMinutes()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-21T07:05:30Z"), 100}};
        rig.source.failures.push_back(Error{.kind = Error::Kind::ServerFailed});
        QVERIFY(rig.refresh(DayView{kToday}));
        QCOMPARE(textOf(rig.source.asked),
                 QByteArray("2025-11-21T00:00:00Z 2025-11-21T14:39:00Z, hours of 2025-11-21"));
        // Its text is the same all day long, so the server's cache may be five minutes old.
        const auto view = rig.view(DayView{kToday});
        QCOMPARE(*view->rows[7].counters[Metric::Views], 100);
        QCOMPARE(view->asOf, kNow - kDatePairCacheAge);

        rig.source.failures.push_back(Error{.kind = Error::Kind::RefusedSignIn});
        QCOMPARE(rig.refresh(DayView{kToday}).error().kind, Error::Kind::RefusedSignIn);
        QCOMPARE(rig.source.asked.size(), 3); // another form would be refused as well
    }

    /** What was planned before the minute changed is asked, each part once. */
    void theMinuteMayChangeOnTheWay()
    {
        Rig rig;
        rig.clock.set(at("2025-11-21T14:59:40Z"));
        rig.source.serverAhead = 25;
        const ViewQuery nextHour = HourView{at("2025-11-21T15:00:00Z")};
        QVERIFY(*settled(rig.repository.refresh(ChannelId(1), nextHour, RequestPriority::Interactive,
                                                Comparison{.baseline = PreviousPeriod()})));
        const QSet<QByteArray> once = [&] {
            QSet<QByteArray> texts;
            for (const DynamicsQuery &query : std::as_const(rig.source.asked))
                texts.insert(textOf(query));
            return texts;
        }();
        QCOMPARE(once.size(), rig.source.asked.size());
    }

    void theRepositoryMayGoDuringABulkFetch()
    {
        FakeClock clock{kNow};
        FakeSource source{&clock};
        source.posts = {{at("2025-11-20T07:05:30Z"), 100}};
        QTemporaryDir folder;
        ObservationStore store{folder.filePath(u"postwave.sqlite"_s)};
        auto repository = std::make_unique<Repository>(&source, &store, &clock);
        source.hold = true;
        auto fetching = repository->fetch(ChannelId(1), Period::Days7, true, {});
        QTRY_COMPARE(source.held.size(), size_t(1));
        repository.reset();
        source.hold = false;
        source.letGo();
        QVERIFY(settled(std::move(fetching)));
        QCOMPARE(source.asked.size(), 1);
    }

    void aWrongClockAsksAgainByTheServersClock()
    {
        Rig rig;
        rig.source.serverAhead = 7200;
        rig.source.posts = {{kNow + 7200 - 600, 9}};
        const auto anchor = rig.refresh(Period::Hour1);
        QVERIFY(anchor);
        QCOMPARE(rig.source.asked.size(), 2);
        const auto view = rig.view(Period::Hour1, {.asOf = {}, .anchor = *anchor});
        QVERIFY(view);
        for (const Row &row : view->rows)
            QVERIFY(row.state != BucketState::Unknown);
        QVERIFY(rig.refresh(Period::Hour1)); // learned
        QCOMPARE(rig.source.asked.size(), 3);
    }

    void badAnswersStoreNothing()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), 100}};
        QVERIFY(rig.refresh(Period::Days7));
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), kLargestCount}, {at("2025-11-20T07:06:30Z"), 1}};
        QCOMPARE(rig.refresh(DayView{at("2025-11-20")}).error().kind, Error::Kind::BadAnswer);
        QCOMPARE(*rig.view(Period::Days7)->rows[5].counters[Metric::Views], 100);
    }

    void pastWindowsDrilledLaterAreNotTheFuture()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-21T17:05:30Z"), 100}};
        QVERIFY(rig.refresh(Period::Hour1)); // the last look at now, at 14:37
        rig.clock.set(at("2025-11-21T19:00:00Z"));
        const ViewQuery hour = HourView{at("2025-11-21T17:00:00Z")};
        const auto anchor = rig.refresh(hour);
        const auto online = rig.view(hour, {.asOf = {}, .anchor = *anchor});
        const auto offline = rig.view(hour);
        QVERIFY(offline);
        QCOMPARE(offline->rows, online->rows);
        QCOMPARE(*offline->rows[5].counters[Metric::Views], 100);
    }

    void aChannelThatIsNoLongerListedIsNotEmpty()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), 100}};
        QVERIFY(*settled(rig.repository.channel(*channelReferenceFromText(u"1"_s), true)));
        QVERIFY(rig.refresh(Period::Days7));
        rig.source.posts.clear(); // as the server answers for what it does not show us
        rig.source.channelList = {{ChannelId(2), u"Two"_s, {}, {}}};
        QCOMPARE(rig.refresh(Period::Days7).error().kind, Error::Kind::UnknownChannel);
        QCOMPARE(*rig.view(Period::Days7)->rows[5].counters[Metric::Views], 100);
        rig.source.channelList = {{ChannelId(1), u"One"_s, {}, {}}}; // listed: then its posts were deleted
        QVERIFY(rig.refresh(Period::Days7));
        QCOMPARE(*rig.view(Period::Days7)->rows[5].counters[Metric::Views], 0);
    }

    void channelsAreListedOnlyWhenUnknown()
    {
        Rig rig;
        QVERIFY(*settled(rig.repository.channel(*channelReferenceFromText(u"1"_s), true)));
        QVERIFY(*settled(rig.repository.channel(*channelReferenceFromText(u"1"_s), true)));
        QCOMPARE(rig.source.listings, 1);
        QCOMPARE(settled(rig.repository.channel(*channelReferenceFromText(u"2"_s), false))->error().kind,
                 Error::Kind::UnknownChannel);
        QCOMPARE(rig.source.listings, 1);
        QCOMPARE(settled(rig.repository.channel(*channelReferenceFromText(u"2"_s), true))->error().kind,
                 Error::Kind::UnknownChannel);
        QCOMPARE(rig.source.listings, 2);
    }

    void bulkFetchAsksForTheRestAlone()
    {
        Rig rig;
        for (int day = 89; day >= 0; --day) {
            if (day % 3 != 0) // every third day is silent
                rig.source.posts.append({kToday - day * 86400 + 3600, 100 + day});
        }
        rig.source.failures.resize(5);
        rig.source.failures.push_back(Error{.kind = Error::Kind::ServerFailed}); // one day, in both of its forms
        rig.source.failures.push_back(Error{.kind = Error::Kind::ServerFailed});
        const auto first = rig.fetch(Period::Days90, true);
        QVERIFY(first);
        QCOMPARE(first->asked, 61); // the days, and 60 with posts
        QCOMPARE(first->failed, 1);
        QCOMPARE(rig.source.asked.size(), 1 + 60 + 1);
        const qsizetype before = rig.source.asked.size();
        const auto second = rig.fetch(Period::Days90, true);
        QVERIFY(second);
        QCOMPARE(second->failed, 0);
        QVERIFY(rig.source.asked.size() - before <= 2);
        const auto third = rig.fetch(Period::Days90, true);
        QCOMPARE(third->asked, 0);

        const auto hours = rig.view(DayView{kToday - 86400});
        QVERIFY(hours);
        QCOMPARE(*hours->rows[1].counters[Metric::Views], 101);
        const auto silent = rig.view(DayView{kToday - 3 * 86400});
        QVERIFY(silent); // known from the overview alone
        QCOMPARE(*silent->rows[1].counters[Metric::Views], 0);
    }

    void bulkFetchStopsAskingWhereAllWouldFail_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("the sign-in is refused") << int(Error::Kind::RefusedSignIn);
        QTest::newRow("the disk is full") << int(Error::Kind::DiskFull);
        QTest::newRow("the store cannot be written") << int(Error::Kind::StoreFailed);
        QTest::newRow("the store is locked") << int(Error::Kind::StoreBusy);
    }
    void bulkFetchStopsAskingWhereAllWouldFail()
    {
        QFETCH(int, kind);
        Rig rig;
        for (int day = 89; day >= 0; --day)
            rig.source.posts.append({kToday - day * 86400 + 3600, 100});
        rig.source.failures.resize(1);
        for (int i = 0; i < 90; ++i)
            rig.source.failures.push_back(Error{.kind = Error::Kind(kind)});
        const auto report = rig.fetch(Period::Days90, true);
        QVERIFY(report);
        QVERIFY(report->failed >= 1);
        QCOMPARE(int(report->firstError.kind), kind);
        QVERIFY(rig.source.asked.size() <= 1 + FakeSource::kParallel);
    }

    void loaderShowsTheStoreFirstAndAsksWhenStale()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), 100}};
        QVERIFY(rig.refresh(Period::Days7));
        ViewLoader loader(&rig.repository);
        QSignalSpy shown(&loader, &ViewLoader::shown);
        QSignalSpy loading(&loader, &ViewLoader::loadingChanged);
        loader.load(ChannelId(1), Period::Days7);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(rig.source.asked.size(), 1); // fresh
        rig.clock.set(kNow + 61);
        loader.load(ChannelId(1), Period::Days7);
        QTRY_COMPARE(shown.size(), 3);
        QCOMPARE(rig.source.asked.size(), 2);
        QTRY_COMPARE(loading.size(), 2);
        loader.load(ChannelId(1), Period::Days7, ViewLoader::Ask::Always); // F5
        QTRY_COMPARE(shown.size(), 5);
        QCOMPARE(rig.source.asked.size(), 3);
    }

    void whatTheStoreCannotShowIsAskedFor()
    {
        Rig rig; // a silent channel, whose days say that its minutes are empty, too
        QVERIFY(rig.refresh(Period::Days7));
        ViewLoader loader(&rig.repository);
        QSignalSpy shown(&loader, &ViewLoader::shown);
        QSignalSpy missing(&loader, &ViewLoader::missing);
        loader.load(ChannelId(1), Period::Hour1); // nobody looked at the minutes up to now
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(missing.size(), 1);
        QCOMPARE(rig.source.asked.size(), 2);
    }

    void offlineByChoiceAsksNobody()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), 100}};
        QVERIFY(rig.refresh(Period::Days7));
        rig.clock.set(kNow + 86400);
        ViewLoader loader(&rig.repository);
        QSignalSpy shown(&loader, &ViewLoader::shown);
        QSignalSpy missing(&loader, &ViewLoader::missing);
        loader.load(ChannelId(1), Period::Days7, ViewLoader::Ask::Never);
        QTRY_COMPARE(shown.size(), 1);
        loader.load(ChannelId(1), Period::Hours24, ViewLoader::Ask::Never);
        QTRY_COMPARE(missing.size(), 1);
        QVERIFY(!loader.isLoading());
        QCOMPARE(rig.source.asked.size(), 1);
    }

    void newestQuestionWins()
    {
        Rig rig;
        rig.source.posts = {{at("2025-11-20T07:05:30Z"), 100}};
        rig.source.hold = true;
        ViewLoader loader(&rig.repository);
        QList<ViewQuery> shown;
        connect(&loader, &ViewLoader::shown, this, [&](const SeriesView &view) {
            shown.append(view.question);
        });
        loader.load(ChannelId(1), Period::Days7);
        QTRY_COMPARE(rig.source.held.size(), size_t(1));
        loader.load(ChannelId(1), Period::Days30);
        QTRY_COMPARE(rig.source.held.size(), size_t(2));
        rig.source.letGo(); // the answer to the older question
        QTRY_VERIFY(rig.view(Period::Days7)); // is stored,
        QVERIFY(shown.isEmpty()); // but not shown
        QVERIFY(loader.isLoading());
        rig.source.letGo();
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(shown.first(), ViewQuery(Period::Days30));
        QTRY_VERIFY(!loader.isLoading());
    }

    void failuresLeaveWhatWasShown()
    {
        Rig rig;
        rig.source.failures.push_back(Error{.kind = Error::Kind::Timeout});
        ViewLoader loader(&rig.repository);
        QSignalSpy shown(&loader, &ViewLoader::shown);
        QSignalSpy failed(&loader, &ViewLoader::failed);
        loader.load(ChannelId(1), Period::Days7);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(shown.size(), 0);
        QVERIFY(!loader.isLoading());
    }

    void loadersMayGoWhileTheyWait()
    {
        Rig rig;
        rig.source.hold = true;
        auto loader = std::make_unique<ViewLoader>(&rig.repository);
        loader->load(ChannelId(1), Period::Days7);
        QTRY_COMPARE(rig.source.held.size(), size_t(1));
        loader.reset();
        rig.source.letGo();
        QTRY_VERIFY(rig.view(Period::Days7));
    }
};

POSTWAVE_TEST(RepositoryTest, QCoreApplication)
#include "repositorytest.moc"
