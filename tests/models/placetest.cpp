// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Back, a restart and a link keep of where one was.
#include "core/zonebuckets.h"
#include "fakeconnections.h"
#include "navigation/locationtext.h"
#include "testcase.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class PlaceTest : public QObject
{
    Q_OBJECT

private:
    /** Opens the source, zooms into five of its thirty days, selects one of them, and sorts by views. */
    static bool settles(WorkspaceRig &rig)
    {
        rig.workspace.openSource(u"demo"_s);
        if (!rig.rests(ViewStep::Day))
            return false;
        ChannelPage &page = *rig.workspace.channelPage();
        page.viewport()->zoomTo(25, 29);
        page.select(28);
        page.table()->sortBy(u"views"_s);
        return isThere(rig.workspace);
    }
    static bool isThere(Workspace &workspace)
    {
        const ChannelPage &page = *workspace.channelPage();
        return workspace.channelPage()->viewport()->first() == 25 && workspace.channelPage()->viewport()->last() == 29
            && page.selected() == 28 && workspace.channelPage()->table()->sortColumn() == u"views"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void backBringsItBack()
    {
        WorkspaceRig rig;
        QVERIFY(settles(rig));
        rig.workspace.channelPage()->drill(28);
        QVERIFY(rig.rests(ViewStep::Hour));
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
        QCOMPARE(rig.workspace.channelPage()->selected(), -1);
        rig.workspace.channelPage()->table()->sortBy(u"post_count"_s);
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(isThere(rig.workspace));
        rig.workspace.navigator()->goForward();
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.channelPage()->table()->sortColumn(), u"post_count"_s);
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
    }

    void theZoomIsAStepOfItsOwn()
    {
        WorkspaceRig rig;
        QVERIFY(settles(rig));
        rig.workspace.navigator()->goBack();
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
        QCOMPARE(rig.workspace.channelPage()->selected(), -1);
        rig.workspace.navigator()->goForward();
        QVERIFY(isThere(rig.workspace));
    }

    void aRestartBringsItBack()
    {
        auto rig = std::make_unique<WorkspaceRig>();
        QVERIFY(settles(*rig));
        const auto open = [&rig] {
            return std::make_unique<Workspace>(Workspace::Dependencies{.settings = &rig->settings,
                                                                       .sources = &rig->sources,
                                                                       .connections = &rig->connections,
                                                                       .clock = &rig->clock,
                                                                       .scheduler = &rig->scheduler});
        };
        // The zoom is written a while after it was made, and so it is when nobody waits for that.
        rig->workspace.openSource(u"demo"_s);
        auto again = open();
        again->restore();
        QTRY_VERIFY(isThere(*again));
    }

    void aLinkLeadsThere()
    {
        WorkspaceRig rig;
        QVERIFY(settles(rig));
        const QString link = locationText(rig.workspace.navigator()->current());
        rig.workspace.query()->openPeriod(u"7d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.open(*locationFromText(link));
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(isThere(rig.workspace));
    }

    void aLinkWithoutASourceIsOfTheOneThatIsOpen()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.open(*locationFromText(u"postwave:channel/2?view=7d"_s));
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelId(), u"2"_s);
        QCOMPARE(rig.settings.lastLocation(u"demo"_s)->channel, ChannelId(2));
        rig.workspace.open(*locationFromText(u"postwave:channel/1?source=https://nowhere.example&view=7d"_s));
        QCOMPARE(rig.workspace.channelId(), u"2"_s);
    }

    void whatIsOpenAlreadyIsNoStep()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->select(5);
        rig.workspace.query()->openPeriod(u"30d"_s);
        rig.workspace.selectChannel(u"1"_s);
        QCOMPARE(rig.workspace.channelPage()->selected(), 5);
        QVERIFY(!rig.workspace.navigator()->canGoBack());
    }

    /** The days of a zoom may have left a view that goes on with time. */
    void escLeavesAZoomThatIsNotThere()
    {
        WorkspaceRig rig;
        rig.settings.setLastLocation(*locationFromText(
            u"postwave:channel/1?source=demo&view=7d&zoom=2025-01-01T00:00:00Z~2025-01-05T00:00:00Z"_s));
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
        QVERIFY(rig.workspace.canGoUp());
        rig.workspace.goUp();
        QVERIFY(!rig.workspace.canGoUp());
    }

    void escLeavesWhatIsNotAnsweredYet()
    {
        WorkspaceRig rig;
        QVERIFY(settles(rig));
        rig.source().hold = true;
        rig.workspace.channelPage()->drill(28);
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.workspace.goUp();
        QCOMPARE(rig.workspace.query()->breadcrumbs().size(), 1);
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Day));
    }

    void whatIsOutdatedTellsNothing()
    {
        WorkspaceRig rig;
        QVERIFY(settles(rig));
        QVERIFY(rig.workspace.channelPage()->bucketSummary(28).valid);
        rig.source().hold = true;
        const QSignalSpy told(rig.workspace.channelPage()->viewport(), &ChartViewport::changed);
        rig.workspace.channelPage()->drill(28);
        QVERIFY(!told.isEmpty()); // by which the tooltip asks anew
        QVERIFY(!rig.workspace.channelPage()->bucketSummary(28).valid);
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Hour));
    }

    /** Zoom and selection change with every movement of a hand. */
    void aHandThatZoomsAsksNoCalendar()
    {
        WorkspaceRig rig;
        QVERIFY(settles(rig));
        const QSignalSpy steps(rig.workspace.query(), &ChannelQuery::stepsChanged);
        const QSignalSpy changes(rig.workspace.query(), &ChannelQuery::changed);
        rig.workspace.channelPage()->select(26);
        rig.workspace.channelPage()->viewport()->pan(-1);
        QCOMPARE(steps.size(), 0);
        QCOMPARE(changes.size(), 0);
    }

    void theListOfAllChannelsKeepsItsSort()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.openAllChannels();
        rig.workspace.channelsPage()->sortBy(u"views"_s);
        rig.workspace.selectChannel(u"2"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.workspace.isAllChannels());
        QCOMPARE(rig.workspace.channelsPage()->sort().column, u"views"_s);
        QVERIFY(rig.workspace.channelsPage()->sort().descending);
    }

    /** Whoever sorted by change sees it again where there is something to compare. */
    void aSortThatIsNotThereIsNotForgotten()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->compareWith(u"previous date"_s);
        QTRY_VERIFY(!rig.workspace.channelPage()->table()->comparedHeaders().isEmpty());
        rig.workspace.channelPage()->table()->sortBy(u"change"_s);
        rig.workspace.query()->compareWith({});
        QTRY_COMPARE(rig.workspace.channelPage()->table()->sortColumn(), u"time"_s);
        rig.workspace.query()->compareWith(u"previous date"_s);
        QTRY_COMPARE(rig.workspace.channelPage()->table()->sortColumn(), u"change"_s);
    }

    /** A file that version 0.1.0 wrote. */
    void theSettingsOfTheVersionBeforeOpen()
    {
        WorkspaceRig rig;
        const QString path = rig.folder.filePath(u"old.ini"_s);
        QVERIFY(QFile::copy(QStringLiteral(POSTWAVE_TEST_DATA "/postwave-0.1.0.ini"), path));
        SettingsModel settings(path);
        SourceListModel sources(&settings);
        QCOMPARE(settings.appearance(), SettingsModel::Appearance::Dark);
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.refreshSeconds(), 60);
        QCOMPARE(settings.zone(), *zoneFromName(u"Asia/Tashkent"_s));
        QCOMPARE(settings.detailTab(), u"weekdays"_s);
        QCOMPARE(settings.windowSize(), QSize(1440, 900));
        QCOMPARE(settings.exportOption(u"format"_s).toString(), u"json"_s);
        const QList<SourceInfo> servers{
            {.address = u"https://bot.example.org/api"_s, .name = u"desk@example.org"_s},
            {.address = u"http://10.0.0.2:8000"_s, .name = u"desk@example.org"_s, .allowHttp = true}};
        QCOMPARE(settings.sources(), servers);

        // Who is forgotten is in the file no more, in no form.
        sources.forget(u"http://10.0.0.2:8000"_s);
        QCOMPARE(settings.sources(), servers.mid(0, 1));
        QVERIFY(!QSettings(path, QSettings::IniFormat).contains(u"servers"_s));

        Workspace workspace({.settings = &settings,
                             .sources = &sources,
                             .connections = &rig.connections,
                             .clock = &rig.clock,
                             .scheduler = &rig.scheduler});
        workspace.restore();
        QCOMPARE(workspace.session()->key(), u"https://bot.example.org/api"_s);
        QTRY_COMPARE(workspace.channelPage()->status(), ChannelPage::Status::Shown);
        const Location &location = workspace.navigator()->current();
        QCOMPARE(location.channel, ChannelId(2));
        QCOMPARE(location.metrics, (QList{Metric::Views, Metric::Likes}));
        QCOMPARE(workspace.query()->zone(), u"Asia/Tashkent"_s);
        QCOMPARE(workspace.query()->breadcrumbs(), (QStringList{u"90 days"_s, u"20 Nov 2025"_s}));
        QCOMPARE(workspace.query()->comparison(), u"previous weekday"_s);
        QVERIFY(workspace.query()->isLogarithmic());
        // All channels side by side had an id of their own.
        QCOMPARE(settings.lastLocation(u"demo"_s)->page, Location::Page::Channels);
    }
};

POSTWAVE_TEST(PlaceTest, QCoreApplication)
#include "placetest.moc"
