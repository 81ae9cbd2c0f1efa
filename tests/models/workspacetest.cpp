// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakeconnections.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Status = ChannelPage::Status;

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void firstStartHasNoSource()
    {
        WorkspaceRig rig;
        rig.workspace.restore();
        QCOMPARE(rig.workspace.channelPage()->status(), Status::NoSource);
        QCOMPARE(rig.workspace.title(), QString());
        // Nothing to do yet, and nothing breaks.
        rig.workspace.refresh();
        rig.workspace.channelPage()->drill(0);
        rig.workspace.goUp();
        rig.workspace.query()->step(1);
        rig.workspace.query()->openPeriod(u"7d"_s);
        rig.workspace.session()->setOffline(true);
        QCOMPARE(rig.source().asked.size(), 0);
    }

    void opensTheFirstChannelWith30Days()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QCOMPARE(rig.workspace.channelPage()->status(), Status::Waiting);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.title(), u"One"_s);
        QCOMPARE(rig.workspace.subtitle(), u"@one · 10 subscriber(s)"_s);
        QCOMPARE(rig.workspace.channelPage()->shownView().rows.size(), 30);
        QCOMPARE(rig.workspace.query()->breadcrumbs(), QStringList{u"30 days"_s});
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().series.size(), 1);
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"23 Oct – 21 Nov 2025"_s);
        QVERIFY(!rig.workspace.navigator()->canGoBack());
        QVERIFY(!rig.workspace.canGoUp());
    }

    void drillsToMinutesAndBack()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const ChartSpec days = rig.workspace.channelPage()->viewport()->part();
        rig.source().hold = true; // else the hours may be there before the next line
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.workspace.channelPage()->isOutdated()); // the days stay, dimmed, until the hours are there
        QVERIFY(!rig.workspace.channelPage()->bucketSummary(0).valid);
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.channelPage()->shownView().rows.size(), 24);
        const qsizetype requests = rig.source().asked.size();
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20T07:00:00Z"));
        QVERIFY(rig.rests(ViewStep::Minute));
        QCOMPARE(rig.source().asked.size(), requests); // the minutes came with the hours
        QCOMPARE(rig.workspace.query()->breadcrumbs(), (QStringList{u"30 days"_s, u"20 Nov 2025"_s, u"07:00"_s}));
        rig.workspace.channelPage()->drill(5); // nothing below minutes
        QCOMPARE(rig.workspace.query()->breadcrumbs().size(), 3);

        rig.workspace.goUp();
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Minute));
        rig.workspace.navigator()->goBack();
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->viewport()->part(), days);
        QVERIFY(!rig.workspace.navigator()->canGoBack());
        rig.workspace.navigator()->goForward();
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.query()->openBreadcrumb(0);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(!rig.workspace.navigator()->canGoForward());
    }

    void stepsToTheDayBeside()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(!rig.workspace.query()->canStepForward()); // nothing comes after now
        rig.workspace.query()->step(-1);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"23 Sept – 22 Oct 2025"_s);
        rig.workspace.query()->step(1);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.query()->breadcrumbs(), QStringList{u"30 days"_s});
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.query()->step(1);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.query()->breadcrumbs().constLast(), u"21 Nov 2025"_s);
        QVERIFY(!rig.workspace.query()->canStepForward()); // tomorrow is not there yet
        rig.workspace.query()->step(1);
        QCOMPARE(rig.workspace.query()->breadcrumbs().constLast(), u"21 Nov 2025"_s);
        rig.workspace.query()->step(-1);
        rig.workspace.query()->step(-1);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.query()->breadcrumbs().constLast(), u"19 Nov 2025"_s);
    }

    void futureBucketsDoNotOpen()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-21"));
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-21T20:00:00Z"));
        QCOMPARE(rig.workspace.query()->breadcrumbs().size(), 2);
    }

    void metricsToggleWithoutAskingAndTheLastStays()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const qsizetype requests = rig.source().asked.size();
        rig.workspace.query()->toggleMetric(u"likes"_s);
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().series.size(), 2);
        rig.workspace.query()->toggleMetric(u"views"_s);
        rig.workspace.query()->toggleMetric(u"likes"_s);
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().series.size(), 1);
        QCOMPARE(int(rig.workspace.channelPage()->viewport()->part().series.constFirst().metric), int(Metric::Likes));
        QVERIFY(!rig.workspace.navigator()->canGoBack());
        QCOMPARE(rig.source().asked.size(), requests);
    }

    void anotherChannelShowsNothingOfTheFirst()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().hold = true;
        rig.workspace.selectChannel(u"2"_s);
        QCOMPARE(rig.workspace.channelPage()->status(), Status::Waiting);
        QCOMPARE(rig.workspace.title(), u"Two"_s);
        QCOMPARE(rig.workspace.channelPage()->table()->rowCount(), 0);
        QVERIFY(rig.workspace.channelPage()->viewport()->part().starts.isEmpty());
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.selectChannel(u"99"_s); // not in the list
        QCOMPARE(rig.workspace.title(), u"Two"_s);
    }

    void ageIsByTheClockOfTheServer()
    {
        WorkspaceRig rig;
        rig.source().serverAhead = -7200;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->freshness()->text(), u"as of 12:37 UTC"_s);
        QCOMPARE(rig.workspace.channelPage()->freshness()->age(), u"just now"_s);
        QVERIFY(!rig.workspace.channelPage()->freshness()->isStale());
    }

    void refreshesItselfWhileSomebodyLooks()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        rig.workspace.setActive(true);
        QVERIFY(rig.rests(ViewStep::Day));
        qsizetype requests = rig.source().asked.size();
        rig.scheduler.advance(299s);
        QCOMPARE(rig.source().asked.size(), requests);
        rig.scheduler.advance(2s);
        ++requests;
        QTRY_COMPARE(rig.source().asked.size(), requests);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.settings.setRefreshSeconds(30);
        rig.scheduler.advance(31s);
        ++requests;
        QTRY_COMPARE(rig.source().asked.size(), requests);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.setActive(false);
        rig.scheduler.advance(1h);
        rig.settings.setRefreshSeconds(0);
        rig.workspace.setActive(true);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.scheduler.advance(1h);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.source().asked.size(), requests);
    }

    void theLastViewComesBack()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.selectChannel(u"2"_s);
        rig.workspace.query()->openPeriod(u"90d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        rig.workspace.query()->toggleMetric(u"likes"_s);
        QVERIFY(rig.rests(ViewStep::Hour));

        Workspace again({.settings = &rig.settings,
                         .sources = &rig.sources,
                         .connections = &rig.connections,
                         .clock = &rig.clock,
                         .scheduler = &rig.scheduler});
        again.restore();
        QTRY_COMPARE(again.channelPage()->status(), Status::Shown);
        QCOMPARE(again.query()->breadcrumbs(), (QStringList{u"90 days"_s, u"20 Nov 2025"_s}));
        QCOMPARE(again.channelPage()->viewport()->part().series.size(), 2);
        QTRY_COMPARE(again.title(), u"Two"_s);
    }

    void aSourceThatCannotBeOpenedIsNamed()
    {
        WorkspaceRig rig;
        const SourceInfo server{
            .kind = SourceKind::AnalyticBot, .address = u"https://bot.example.org"_s, .name = u"a@example.org"_s};
        rig.sources.remember(server);
        rig.connections.unusable = server.key();
        rig.settings.setLastSource(server.key());
        rig.workspace.restore();
        QVERIFY(!rig.workspace.isOpen());
        QVERIFY(rig.workspace.notice()->isShown());
        QVERIFY2(rig.workspace.notice()->text().contains(u"bot.example.org"),
                 qPrintable(rig.workspace.notice()->text()));
        // Nothing is asked of it, whatever is pressed; another source opens as ever, and nothing is wrong any more.
        rig.workspace.navigator()->goBack();
        rig.workspace.refresh();
        rig.workspace.retry();
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(!rig.workspace.notice()->isShown());
        rig.workspace.openSource(server.key());
        QVERIFY(rig.workspace.notice()->isShown());
        rig.workspace.navigator()->goBack();
        rig.workspace.query()->openPeriod(u"7d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
    }

    void aSourceWithoutChannelsSaysSo()
    {
        WorkspaceRig rig;
        rig.source().channelList.clear();
        rig.workspace.openSource(u"demo"_s);
        QTRY_COMPARE(rig.workspace.channelPage()->status(), Status::NoChannels);
        QCOMPARE(rig.source().asked.size(), 0);
    }

    void thePictureHasTheNameOfItsChannel()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().channelTitle, u"One"_s);
        rig.source().holdLists = true;
        rig.source().channelList[0].title = u"One of two"_s;
        rig.workspace.refresh();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().letGo();
        QTRY_COMPARE(rig.workspace.title(), u"One of two"_s);
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().channelTitle, u"One of two"_s);
    }

    void theSelectionKeepsItsTime()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->openPeriod(u"24h"_s);
        QVERIFY(rig.rests(ViewStep::Hour));
        const int bucket = rig.bucketAt("2025-11-21T10:00:00Z");
        rig.workspace.channelPage()->select(bucket);
        QCOMPARE(rig.workspace.channelPage()->selected(), bucket);
        rig.clock.set(at("2025-11-21T15:10:00Z"));
        rig.workspace.refresh();
        QTRY_COMPARE(rig.workspace.channelPage()->selected(), bucket - 1);
        QCOMPARE(rig.bucketAt("2025-11-21T10:00:00Z"), bucket - 1);
        rig.clock.set(at("2025-11-22T12:10:00Z")); // it left the window
        rig.workspace.refresh();
        QTRY_COMPARE(rig.workspace.channelPage()->selected(), -1);
    }

    void nothingIsSelectedInAnOlderAnswer()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->select(3);
        rig.source().hold = true; // else the answer may be there before the next line
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QCOMPARE(rig.workspace.channelPage()->selected(), -1);
        rig.workspace.channelPage()->select(5);
        QCOMPARE(rig.workspace.channelPage()->selected(), -1);
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.channelPage()->select(24); // there are 24 of them
        QCOMPARE(rig.workspace.channelPage()->selected(), -1);
        rig.workspace.channelPage()->select(23);
        QCOMPARE(rig.workspace.channelPage()->selected(), 23);
    }

    void aVisitIsForThisOnce()
    {
        WorkspaceRig rig;
        rig.settings.setLastSource(u"https://bot.example.org"_s);
        rig.workspace.visitSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.settings.lastSource(), u"https://bot.example.org"_s);
        rig.workspace.openSource(u"demo"_s);
        QCOMPARE(rig.settings.lastSource(), u"demo"_s);
    }

    void lateAnswersToOlderQuestionsAreNotShown()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().hold = true;
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.workspace.navigator()->goBack();
        QTRY_VERIFY(!rig.workspace.channelPage()->isOutdated());
        rig.source().letGo();
        // It is on its way even where nobody waits for it any more.
        Repository *repository = rig.connections.repository({});
        QTRY_VERIFY(*settled(repository->storedView(ChannelId(1), DayView{at("2025-11-20")}, {})));
        QTRY_VERIFY(!rig.workspace.isLoading());
        QCOMPARE(int(rig.workspace.channelPage()->shownView().step), int(ViewStep::Day));
    }

    void mayGoWhileSomethingIsOnItsWay()
    {
        auto rig = std::make_unique<WorkspaceRig>();
        rig->source().hold = true;
        auto workspace = std::make_unique<Workspace>(Workspace::Dependencies{.settings = &rig->settings,
                                                                             .sources = &rig->sources,
                                                                             .connections = &rig->connections,
                                                                             .clock = &rig->clock,
                                                                             .scheduler = &rig->scheduler});
        workspace->openSource(u"demo"_s);
        QTRY_COMPARE(rig->source().held.size(), size_t(1));
        workspace.reset();
        rig->source().letGo();
        QCoreApplication::processEvents();
    }
};

POSTWAVE_TEST(WorkspaceTest, QCoreApplication)
#include "workspacetest.moc"
