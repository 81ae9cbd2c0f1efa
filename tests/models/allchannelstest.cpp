// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"
#include "items/channelfiltermodel.h"
#include "items/channellistmodel.h"
#include "navigation/locationtext.h"
#include "testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using Status = ChannelPage::Status;

/** All channels side by side: what is stored of them, and who is asked for what is not. */
class AllChannelsTest : public QObject
{
    Q_OBJECT

private:
    static ChannelList channels(int count)
    {
        ChannelList list;
        for (int id = 1; id <= count; ++id)
            list.append({ChannelId(id), u"Channel %1"_s.arg(id), {}, {}});
        return list;
    }
    static QString text(WorkspaceRig &rig, int row, int role)
    {
        return rig.workspace.session()->channels()->index(row).data(role).toString();
    }
    static bool restsWithAll(WorkspaceRig &rig)
    {
        return QTest::qWaitFor([&rig] {
            return rig.workspace.isAllChannels() && rig.workspace.session()->channels()->count() > 0
                && !rig.workspace.isLoading() && !rig.workspace.session()->isListing();
        });
    }
    /** Opens one of so many channels, then all of them side by side. */
    static bool opensAll(WorkspaceRig &rig, int count)
    {
        rig.source().channelList = channels(count);
        rig.workspace.openSource(u"demo"_s);
        if (!rig.rests(ViewStep::Day))
            return false;
        rig.workspace.openAllChannels();
        return restsWithAll(rig);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aFewAreAskedAtOnce()
    {
        WorkspaceRig rig;
        QAbstractItemModelTester tester(rig.workspace.session()->channels(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QTRY_COMPARE(text(rig, 0, ChannelListModel::TypicalRole), u"70 per post"_s); // the opened one tells itself
        QCOMPARE(text(rig, 1, ChannelListModel::TypicalRole), QString());
        QCOMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"–"_s);
        const qsizetype asked = rig.source().asked.size();
        rig.workspace.openAllChannels();
        QVERIFY(rig.workspace.isAllChannels());
        QVERIFY(restsWithAll(rig));
        QCOMPARE(rig.source().asked.size(), asked + 1); // the first one is fresh
        QTRY_COMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"140"_s);
        QCOMPARE(text(rig, 1, ChannelListModel::PostsRole), u"2"_s);
        QCOMPARE(
            rig.workspace.session()->channels()->index(1).data(ChannelListModel::DaysRole).value<QList<qreal>>().size(),
            30);
        QCOMPARE(rig.workspace.title(), u"All channels"_s);
        QVERIFY(!rig.workspace.query()->canStepBack());
        QVERIFY(!rig.workspace.query()->isComparable());
        QCOMPARE(rig.workspace.channelsPage()->requestsToFetch(), 0);

        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelId(), u"1"_s);
        rig.workspace.navigator()->goForward();
        QVERIFY(restsWithAll(rig));
        rig.workspace.stepChannel(1);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelId(), u"1"_s);
    }

    void sortedByAFigure()
    {
        ChannelListModel channels;
        channels.setChannels({{ChannelId(1), u"Pine"_s, {}, {}},
                              {ChannelId(2), u"alder"_s, {}, {}},
                              {ChannelId(3), u"Oak"_s, {}, {}},
                              {ChannelId(4), u"Elm"_s, {}, {}},
                              {ChannelId(5), u"Ash"_s, {}, {}}});
        const auto give = [&channels](int channel, qint64 views, qint64 posts, int known = 30) {
            ChannelFigures figures;
            figures.totals = {.counters = Counters::zero(), .complete = known, .known = known, .of = 30};
            figures.totals.counters[Metric::Views] = views;
            figures.totals.counters[Metric::PostCount] = posts;
            channels.setFigures(ChannelId(channel), figures);
        };
        give(1, 900, 3);
        give(2, 1000, 10);
        give(4, 900, 1);
        give(5, 5000, 50, 29); // part of it is unknown, so that it is no figure of the month
        ChannelFilterModel sorted;
        QAbstractItemModelTester tester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
        sorted.setSourceModel(&channels);
        WorkspaceRig rig;
        ChannelsPage &page = *rig.workspace.channelsPage();
        const auto sortBy = [&](const QString &column) {
            page.sortBy(column);
            sorted.setSorting(page.sort());
        };
        const auto order = [&sorted] {
            QString ids;
            for (int row = 0; row < sorted.count(); ++row)
                ids += sorted.idAt(row);
            return ids;
        };
        QCOMPARE(order(), u"12345"_s);
        QSignalSpy sorts(&sorted, &ChannelFilterModel::orderChanged);
        sortBy(u"views"_s);
        QCOMPARE(order(), u"21435"_s);
        QVERIFY(sorted.isSortDescending());
        QCOMPARE(sorts.size(), 1);
        sortBy(u"views"_s);
        QCOMPARE(order(), u"14235"_s);
        QVERIFY(!sorted.isSortDescending());
        sortBy(u"views"_s);
        QCOMPARE(order(), u"12345"_s);
        QCOMPARE(sorted.sortColumn(), QString());
        sortBy(u"per_post"_s);
        QCOMPARE(order(), u"41235"_s);
        sortBy(u"posts"_s);
        QCOMPARE(order(), u"21435"_s);
        sortBy(u"rate"_s);
        QCOMPARE(order(), u"12435"_s);
        sortBy(u"channel"_s);
        QCOMPARE(order(), u"25431"_s);
        sortBy(u"channel"_s);
        QCOMPARE(order(), u"13452"_s);
        // It stays sorted when a figure comes.
        sortBy(u"views"_s);
        give(3, 2000, 1);
        QCOMPARE(order(), u"32145"_s);
        sorted.setWanted(u"l"_s);
        QCOMPARE(order(), u"24"_s);
    }

    void manyAreAskedWhenSomebodyWantsIt()
    {
        WorkspaceRig rig;
        rig.source().channelList = channels(12);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const qsizetype asked = rig.source().asked.size();
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.workspace.channelsPage()->requestsToFetch(), 11);
        QCOMPARE(rig.source().asked.size(), asked);
        rig.workspace.channelsPage()->fetch();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.workspace.channelsPage()->requestsToFetch(), 0);
        QCOMPARE(rig.source().asked.size(), asked + 11);
    }

    void whoLeavesWantsNoMore()
    {
        WorkspaceRig rig;
        QVERIFY(opensAll(rig, 12));
        rig.source().hold = true;
        rig.workspace.channelsPage()->fetch();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        const qsizetype asked = rig.source().asked.size();
        rig.source().hold = false;
        rig.workspace.navigator()->goBack();
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.source().asked.size(), asked); // the channel itself is fresh
    }

    void failuresAreTold()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().failures.push_back(Error{.kind = Error::Kind::Offline});
        rig.workspace.openAllChannels();
        QTRY_VERIFY(rig.workspace.notice()->isShown());
        QVERIFY(restsWithAll(rig));
        QCOMPARE(text(rig, 0, ChannelListModel::ViewsRole), u"140"_s); // what is stored stays
    }

    void oneBadChannelDoesNotStandBeforeTheOthers()
    {
        WorkspaceRig rig;
        rig.source().channelList = channels(5);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed});
        rig.workspace.openAllChannels();
        QTRY_VERIFY(rig.workspace.notice()->isShown());
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.workspace.channelsPage()->requestsToFetch(), 1);
        QTRY_COMPARE(text(rig, 4, ChannelListModel::ViewsRole), u"140"_s);
        rig.workspace.retry();
        QTRY_COMPARE(rig.workspace.channelsPage()->requestsToFetch(), 0);
        QVERIFY(restsWithAll(rig));
    }

    void whatFailedIsAskedAgain()
    {
        WorkspaceRig rig;
        QVERIFY(opensAll(rig, 5));
        QTRY_COMPARE(rig.workspace.channelsPage()->requestsToFetch(), 0);
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day));
        rig.clock.set(rig.clock.now() + 3600);
        rig.source().failures.push_back(Error{.kind = Error::Kind::Timeout});
        rig.workspace.openAllChannels();
        QTRY_VERIFY(rig.workspace.notice()->isShown());
        QVERIFY(restsWithAll(rig));
        QVERIFY(!rig.workspace.notice()->stillWorks().contains(u"1 channel"_s)); // all the others would have met it
        QCOMPARE(rig.workspace.channelsPage()->requestsToFetch(), 0); // all are known, but old
        const qsizetype asked = rig.source().asked.size();
        rig.workspace.retry();
        QVERIFY(restsWithAll(rig));
        QTRY_VERIFY(!rig.workspace.notice()->isShown());
        QVERIFY(rig.source().asked.size() > asked);
        QVERIFY(!rig.workspace.session()->isUnreachable());
    }

    void nothingOfTheSourceBeforeStays()
    {
        WorkspaceRig rig;
        const SourceInfo server{.address = u"https://fake"_s};
        rig.sources.remember(server);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->openPeriod(u"7d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        rig.workspace.session()->setOffline(true);
        QSignalSpy views(rig.workspace.navigator(), &Navigator::changed);
        QSignalSpy names(&rig.workspace, &Workspace::titleChanged);
        rig.workspace.openSource(server.key());
        QVERIFY(!views.isEmpty());
        QVERIFY(!names.isEmpty());
        QVERIFY(!rig.workspace.isAllChannels());
        QVERIFY(!rig.workspace.navigator()->canGoBack());
    }

    void whoGoesOfflineOrAwayIsNotAskedFor()
    {
        WorkspaceRig rig;
        QVERIFY(opensAll(rig, 12));
        rig.source().hold = true;
        rig.workspace.channelsPage()->fetch();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        const qsizetype asked = rig.source().asked.size();
        rig.workspace.session()->setOffline(true);
        QVERIFY(!rig.workspace.isLoading());
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(restsWithAll(rig));
        QCOMPARE(rig.source().asked.size(), asked);
        QVERIFY(!rig.workspace.notice()->isShown());
    }

    void aSourceThatIsForgottenWhileItIsAsked()
    {
        WorkspaceRig rig;
        const SourceInfo server{.address = u"https://fake"_s};
        rig.sources.remember(server);
        rig.source().channelList = channels(12);
        rig.workspace.openSource(server.key());
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        rig.source().hold = true;
        rig.workspace.channelsPage()->fetch();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.workspace.forgetSource();
        rig.source().letGo();
        QCoreApplication::processEvents();
        QCOMPARE(rig.workspace.channelPage()->status(), Status::NoSource);
        QVERIFY(!rig.workspace.isLoading());
    }

    void askingAgainAsksAll()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        const qsizetype asked = rig.source().asked.size();
        const int listed = rig.source().listings;
        rig.workspace.refresh();
        QVERIFY(rig.listed(listed + 1));
        QVERIFY(restsWithAll(rig));
        QCOMPARE(rig.source().asked.size(), asked + 2); // each once, though the list came in between
    }

    void aFewDaysAreNoMonth()
    {
        WorkspaceRig rig;
        rig.settings.setLastLocation(*locationFromText(u"postwave:channel/1?source=demo&view=7d"_s));
        rig.source().channelList = channels(12);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QTRY_COMPARE(text(rig, 0, ChannelListModel::AsOfRole), u"7 of 30 days downloaded"_s);
        QCOMPARE(text(rig, 0, ChannelListModel::ViewsRole), u"–"_s);
        QCOMPARE(text(rig, 0, ChannelListModel::TypicalRole), QString());
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.workspace.channelsPage()->requestsToFetch(), 12);
    }

    void withoutChannelsThereIsNothingToCompare()
    {
        WorkspaceRig rig;
        rig.settings.setLastLocation(*locationFromText(u"postwave:channels?source=demo&view=30d"_s));
        rig.source().channelList = {};
        rig.workspace.openSource(u"demo"_s);
        QTRY_COMPARE(rig.workspace.channelPage()->status(), Status::NoChannels);
        rig.source().channelList = channels(2);
        rig.workspace.refresh();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"140"_s);
    }

    void nobodyIsAskedOffline()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.session()->setOffline(true);
        const qsizetype asked = rig.source().asked.size();
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(text(rig, 0, ChannelListModel::ViewsRole), u"140"_s);
        QCOMPARE(rig.source().asked.size(), asked);
    }

    void isOpenAgainNextTime()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.openAllChannels();
        QVERIFY(restsWithAll(rig));
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"140"_s);
    }
};

POSTWAVE_TEST(AllChannelsTest, QCoreApplication)
#include "allchannelstest.moc"
