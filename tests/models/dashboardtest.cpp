// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakeconnections.h"

using namespace Postwave;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Status = DashboardState::Status;

class DashboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void firstStartHasNoSource()
    {
        DashboardRig rig;
        rig.dashboard.restore();
        QCOMPARE(rig.dashboard.status(), Status::NoSource);
        QCOMPARE(rig.dashboard.channelTitle(), QString());
        // Nothing to do yet, and nothing breaks.
        rig.dashboard.refresh();
        rig.dashboard.drill(0);
        rig.dashboard.goUp();
        rig.dashboard.step(1);
        rig.dashboard.openPeriod(u"7d"_s);
        rig.dashboard.setOffline(true);
        QCOMPARE(rig.backend().asked.size(), 0);
    }

    void opensTheFirstChannelWith30Days()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QCOMPARE(rig.dashboard.status(), Status::Waiting);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.channelTitle(), u"One"_s);
        QCOMPARE(rig.dashboard.channelDetail(), u"@one · 10 subscriber(s)"_s);
        QCOMPARE(rig.dashboard.shownView().rows.size(), 30);
        QCOMPARE(rig.dashboard.breadcrumbs(), QStringList{u"30 days"_s});
        QCOMPARE(rig.dashboard.chartSpec().series.size(), 1);
        QCOMPARE(rig.dashboard.rangeText(), u"23 Oct – 21 Nov 2025"_s);
        QVERIFY(!rig.dashboard.canGoBack());
        QVERIFY(!rig.dashboard.canGoUp());
    }

    void drillsToMinutesAndBack()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        const ChartSpec days = rig.dashboard.chartSpec();
        rig.backend().hold = true; // else the hours may be there before the next line
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.dashboard.isOutdated()); // the days stay, dimmed, until the hours are there
        QVERIFY(!rig.dashboard.bucketSummary(0).valid);
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.backend().hold = false;
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.dashboard.shownView().rows.size(), 24);
        const qsizetype requests = rig.backend().asked.size();
        rig.dashboard.drill(rig.bucketAt("2025-11-20T07:00:00Z"));
        QVERIFY(rig.rests(Step::Minute));
        QCOMPARE(rig.backend().asked.size(), requests); // the minutes came with the hours
        QCOMPARE(rig.dashboard.breadcrumbs(), (QStringList{u"30 days"_s, u"20 Nov 2025"_s, u"07:00"_s}));
        rig.dashboard.drill(5); // nothing below minutes
        QCOMPARE(rig.dashboard.breadcrumbs().size(), 3);

        rig.dashboard.goUp();
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Minute));
        rig.dashboard.goBack();
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.chartSpec(), days);
        QVERIFY(!rig.dashboard.canGoBack());
        rig.dashboard.goForward();
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.openBreadcrumb(0);
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(!rig.dashboard.canGoForward());
    }

    void stepsToTheDayBeside()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(!rig.dashboard.canStepForward()); // nothing comes after now
        rig.dashboard.step(-1);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.rangeText(), u"23 Sept – 22 Oct 2025"_s);
        rig.dashboard.step(1);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.breadcrumbs(), QStringList{u"30 days"_s});
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.step(1);
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.dashboard.breadcrumbs().constLast(), u"21 Nov 2025"_s);
        QVERIFY(!rig.dashboard.canStepForward()); // tomorrow is not there yet
        rig.dashboard.step(1);
        QCOMPARE(rig.dashboard.breadcrumbs().constLast(), u"21 Nov 2025"_s);
        rig.dashboard.step(-1);
        rig.dashboard.step(-1);
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.dashboard.breadcrumbs().constLast(), u"19 Nov 2025"_s);
    }

    void futureBucketsDoNotOpen()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.drill(rig.bucketAt("2025-11-21"));
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.drill(rig.bucketAt("2025-11-21T20:00:00Z"));
        QCOMPARE(rig.dashboard.breadcrumbs().size(), 2);
    }

    void metricsToggleWithoutAskingAndTheLastStays()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        const qsizetype requests = rig.backend().asked.size();
        rig.dashboard.toggleMetric(u"likes"_s);
        QCOMPARE(rig.dashboard.chartSpec().series.size(), 2);
        rig.dashboard.toggleMetric(u"views"_s);
        rig.dashboard.toggleMetric(u"likes"_s);
        QCOMPARE(rig.dashboard.chartSpec().series.size(), 1);
        QCOMPARE(int(rig.dashboard.chartSpec().series.constFirst().metric), int(Metric::Likes));
        QVERIFY(!rig.dashboard.canGoBack());
        QCOMPARE(rig.backend().asked.size(), requests);
    }

    void anotherChannelShowsNothingOfTheFirst()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().hold = true;
        rig.dashboard.selectChannel(u"2"_s);
        QCOMPARE(rig.dashboard.status(), Status::Waiting);
        QCOMPARE(rig.dashboard.channelTitle(), u"Two"_s);
        QCOMPARE(rig.dashboard.table()->rowCount(), 0);
        QVERIFY(rig.dashboard.chartSpec().starts.isEmpty());
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.selectChannel(u"99"_s); // not in the list
        QCOMPARE(rig.dashboard.channelTitle(), u"Two"_s);
    }

    void ageIsByTheClockOfTheServer()
    {
        DashboardRig rig;
        rig.backend().serverAhead = -7200;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.freshness()->text(), u"as of 12:37 UTC"_s);
        QCOMPARE(rig.dashboard.freshness()->age(), u"just now"_s);
        QVERIFY(!rig.dashboard.freshness()->isStale());
    }

    void refreshesItselfWhileSomebodyLooks()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        rig.dashboard.setActive(true);
        QVERIFY(rig.rests(Step::Day));
        qsizetype requests = rig.backend().asked.size();
        rig.scheduler.advance(299s);
        QCOMPARE(rig.backend().asked.size(), requests);
        rig.scheduler.advance(2s);
        ++requests;
        QTRY_COMPARE(rig.backend().asked.size(), requests);
        QVERIFY(rig.rests(Step::Day));
        rig.settings.setRefreshSeconds(30);
        rig.scheduler.advance(31s);
        ++requests;
        QTRY_COMPARE(rig.backend().asked.size(), requests);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setActive(false);
        rig.scheduler.advance(1h);
        rig.settings.setRefreshSeconds(0);
        rig.dashboard.setActive(true);
        QVERIFY(rig.rests(Step::Day));
        rig.scheduler.advance(1h);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.backend().asked.size(), requests);
    }

    void theLastViewComesBack()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.selectChannel(u"2"_s);
        rig.dashboard.openPeriod(u"90d"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        rig.dashboard.toggleMetric(u"likes"_s);
        QVERIFY(rig.rests(Step::Hour));

        DashboardState again({.settings = &rig.settings,
                              .sources = &rig.sources,
                              .connections = &rig.connections,
                              .clock = &rig.clock,
                              .scheduler = &rig.scheduler});
        again.restore();
        QTRY_COMPARE(again.status(), Status::Shown);
        QCOMPARE(again.breadcrumbs(), (QStringList{u"90 days"_s, u"20 Nov 2025"_s}));
        QCOMPARE(again.chartSpec().series.size(), 2);
        QTRY_COMPARE(again.channelTitle(), u"Two"_s);
    }

    void aSourceWithoutChannelsSaysSo()
    {
        DashboardRig rig;
        rig.backend().channelList.clear();
        rig.dashboard.openSource(u"demo"_s);
        QTRY_COMPARE(rig.dashboard.status(), Status::NoChannels);
        QCOMPARE(rig.backend().asked.size(), 0);
    }

    void thePictureHasTheNameOfItsChannel()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.chartSpec().channelTitle, u"One"_s);
        rig.backend().holdLists = true;
        rig.backend().channelList[0].title = u"One of two"_s;
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        QVERIFY(rig.rests(Step::Day));
        rig.backend().letGo();
        QTRY_COMPARE(rig.dashboard.channelTitle(), u"One of two"_s);
        QCOMPARE(rig.dashboard.chartSpec().channelTitle, u"One of two"_s);
    }

    void theSelectionKeepsItsTime()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openPeriod(u"24h"_s);
        QVERIFY(rig.rests(Step::Hour));
        const int bucket = rig.bucketAt("2025-11-21T10:00:00Z");
        rig.dashboard.select(bucket);
        QCOMPARE(rig.dashboard.selected(), bucket);
        rig.clock.set(at("2025-11-21T15:10:00Z"));
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.dashboard.selected(), bucket - 1);
        QCOMPARE(rig.bucketAt("2025-11-21T10:00:00Z"), bucket - 1);
        rig.clock.set(at("2025-11-22T12:10:00Z")); // it left the window
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.dashboard.selected(), -1);
    }

    void nothingIsSelectedInAnOlderAnswer()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.select(3);
        rig.backend().hold = true; // else the answer may be there before the next line
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QCOMPARE(rig.dashboard.selected(), -1);
        rig.dashboard.select(5);
        QCOMPARE(rig.dashboard.selected(), -1);
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.backend().hold = false;
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.select(24); // there are 24 of them
        QCOMPARE(rig.dashboard.selected(), -1);
        rig.dashboard.select(23);
        QCOMPARE(rig.dashboard.selected(), 23);
    }

    void aVisitIsForThisOnce()
    {
        DashboardRig rig;
        rig.settings.setLastSource(u"https://bot.example.org"_s);
        rig.dashboard.visitSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.settings.lastSource(), u"https://bot.example.org"_s);
        rig.dashboard.openSource(u"demo"_s);
        QCOMPARE(rig.settings.lastSource(), u"demo"_s);
    }

    void lateAnswersToOlderQuestionsAreNotShown()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().hold = true;
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.dashboard.goBack();
        QTRY_VERIFY(!rig.dashboard.isOutdated());
        rig.backend().letGo();
        // It is on its way even where nobody waits for it any more.
        Repository *repository = rig.connections.repository({});
        QTRY_VERIFY(*settled(repository->storedView(1, DayView{at("2025-11-20")}, {})));
        QTRY_VERIFY(!rig.dashboard.isLoading());
        QCOMPARE(int(rig.dashboard.shownView().step), int(Step::Day));
    }

    void mayGoWhileSomethingIsOnItsWay()
    {
        auto rig = std::make_unique<DashboardRig>();
        rig->backend().hold = true;
        auto dashboard = std::make_unique<DashboardState>(DashboardState::Parts{.settings = &rig->settings,
                                                                                .sources = &rig->sources,
                                                                                .connections = &rig->connections,
                                                                                .clock = &rig->clock,
                                                                                .scheduler = &rig->scheduler});
        dashboard->openSource(u"demo"_s);
        QTRY_COMPARE(rig->backend().held.size(), size_t(1));
        dashboard.reset();
        rig->backend().letGo();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(DashboardTest)
#include "dashboardtest.moc"
