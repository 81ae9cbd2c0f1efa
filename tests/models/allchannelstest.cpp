// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"
#include "models/channelfiltermodel.h"
#include "models/channellistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using Status = DashboardState::Status;

/** All channels side by side: what is stored of them, and who is asked for what is not. */
class AllChannelsTest : public QObject
{
    Q_OBJECT

private:
    static ChannelList channels(int count)
    {
        ChannelList list;
        for (int id = 1; id <= count; ++id)
            list.append({id, u"Channel %1"_s.arg(id), {}, {}});
        return list;
    }
    static QString text(DashboardRig &rig, int row, int role)
    {
        return rig.dashboard.channels()->index(row).data(role).toString();
    }
    static bool restsWithAll(DashboardRig &rig)
    {
        return QTest::qWaitFor([&rig] {
            return rig.dashboard.status() == Status::AllChannels && !rig.dashboard.isLoading()
                && !rig.dashboard.isListing();
        });
    }
    /** Opens one of so many channels, then all of them side by side. */
    static bool opensAll(DashboardRig &rig, int count)
    {
        rig.backend().channelList = channels(count);
        rig.dashboard.openSource(u"demo"_s);
        if (!rig.rests(Step::Day))
            return false;
        rig.dashboard.openAllChannels();
        return restsWithAll(rig);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aFewAreAskedAtOnce()
    {
        DashboardRig rig;
        QAbstractItemModelTester tester(rig.dashboard.channels(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QTRY_COMPARE(text(rig, 0, ChannelListModel::TypicalRole), u"70 a post"_s); // the opened one tells itself
        QCOMPARE(text(rig, 1, ChannelListModel::TypicalRole), QString());
        QCOMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"–"_s);
        const qsizetype asked = rig.backend().asked.size();
        rig.dashboard.openAllChannels();
        QVERIFY(rig.dashboard.isAllChannels());
        QVERIFY(restsWithAll(rig));
        QCOMPARE(rig.backend().asked.size(), asked + 1); // the first one is fresh
        QTRY_COMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"140"_s);
        QCOMPARE(text(rig, 1, ChannelListModel::PostsRole), u"2"_s);
        QCOMPARE(rig.dashboard.channels()->index(1).data(ChannelListModel::DaysRole).value<QList<qreal>>().size(), 30);
        QCOMPARE(rig.dashboard.channelTitle(), u"All channels"_s);
        QVERIFY(!rig.dashboard.canStepBack());
        QVERIFY(!rig.dashboard.isComparable());
        QCOMPARE(rig.dashboard.channelsToFetch(), 0);

        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.channelId(), u"1"_s);
        rig.dashboard.goForward();
        QVERIFY(restsWithAll(rig));
        rig.dashboard.stepChannel(1);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.channelId(), u"1"_s);
    }

    void sortedByAFigure()
    {
        ChannelListModel channels;
        channels.setChannels({{1, u"Pine"_s, {}, {}},
                              {2, u"alder"_s, {}, {}},
                              {3, u"Oak"_s, {}, {}},
                              {4, u"Elm"_s, {}, {}},
                              {5, u"Ash"_s, {}, {}}});
        const auto give = [&channels](qint64 channel, qint64 views, qint64 posts, int known = 30) {
            ChannelFigures figures;
            figures.totals = {.counters = Counters::zero(), .complete = known, .known = known, .of = 30};
            figures.totals.counters[Metric::Views] = views;
            figures.totals.counters[Metric::PostCount] = posts;
            channels.setFigures(channel, figures);
        };
        give(1, 900, 3);
        give(2, 1000, 10);
        give(4, 900, 1);
        give(5, 5000, 50, 29); // part of it is unknown, so that it is no figure of the month
        ChannelFilterModel sorted;
        QAbstractItemModelTester tester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
        sorted.setSourceModel(&channels);
        const auto order = [&sorted] {
            QString ids;
            for (int row = 0; row < sorted.count(); ++row)
                ids += sorted.idAt(row);
            return ids;
        };
        QCOMPARE(order(), u"12345"_s);
        sorted.sortBy(u"views"_s);
        QCOMPARE(order(), u"21435"_s);
        QVERIFY(sorted.isSortDescending());
        sorted.sortBy(u"views"_s);
        QCOMPARE(order(), u"14235"_s);
        QVERIFY(!sorted.isSortDescending());
        sorted.sortBy(u"views"_s);
        QCOMPARE(order(), u"12345"_s);
        QCOMPARE(sorted.sortColumn(), QString());
        sorted.sortBy(u"per_post"_s);
        QCOMPARE(order(), u"41235"_s);
        sorted.sortBy(u"posts"_s);
        QCOMPARE(order(), u"21435"_s);
        sorted.sortBy(u"rate"_s);
        QCOMPARE(order(), u"12435"_s);
        sorted.sortBy(u"channel"_s);
        QCOMPARE(order(), u"25431"_s);
        sorted.sortBy(u"channel"_s);
        QCOMPARE(order(), u"13452"_s);
        // It stays sorted when a figure comes.
        sorted.sortBy(u"views"_s);
        give(3, 2000, 1);
        QCOMPARE(order(), u"32145"_s);
        sorted.setWanted(u"l"_s);
        QCOMPARE(order(), u"24"_s);
    }

    void manyAreAskedWhenSomebodyWantsIt()
    {
        DashboardRig rig;
        rig.backend().channelList = channels(12);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        const qsizetype asked = rig.backend().asked.size();
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.dashboard.channelsToFetch(), 11);
        QCOMPARE(rig.backend().asked.size(), asked);
        rig.dashboard.fetchAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.dashboard.channelsToFetch(), 0);
        QCOMPARE(rig.backend().asked.size(), asked + 11);
    }

    void whoLeavesWantsNoMore()
    {
        DashboardRig rig;
        QVERIFY(opensAll(rig, 12));
        rig.backend().hold = true;
        rig.dashboard.fetchAllChannels();
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        const qsizetype asked = rig.backend().asked.size();
        rig.backend().hold = false;
        rig.dashboard.goBack();
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.backend().asked.size(), asked); // the channel itself is fresh
    }

    void failuresAreTold()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().failures.push_back(Error{.kind = Error::Kind::Offline});
        rig.dashboard.openAllChannels();
        QTRY_VERIFY(rig.dashboard.notice()->isShown());
        QVERIFY(restsWithAll(rig));
        QCOMPARE(text(rig, 0, ChannelListModel::ViewsRole), u"140"_s); // what is stored stays
    }

    void oneBadChannelDoesNotStandBeforeTheOthers()
    {
        DashboardRig rig;
        rig.backend().channelList = channels(5);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed});
        rig.dashboard.openAllChannels();
        QTRY_VERIFY(rig.dashboard.notice()->isShown());
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.dashboard.channelsToFetch(), 1);
        QTRY_COMPARE(text(rig, 4, ChannelListModel::ViewsRole), u"140"_s);
        rig.dashboard.retry();
        QTRY_COMPARE(rig.dashboard.channelsToFetch(), 0);
        QVERIFY(restsWithAll(rig));
    }

    void whatFailedIsAskedAgain()
    {
        DashboardRig rig;
        QVERIFY(opensAll(rig, 5));
        QTRY_COMPARE(rig.dashboard.channelsToFetch(), 0);
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Day));
        rig.clock.set(rig.clock.now() + 3600);
        rig.backend().failures.push_back(Error{.kind = Error::Kind::Timeout});
        rig.dashboard.openAllChannels();
        QTRY_VERIFY(rig.dashboard.notice()->isShown());
        QVERIFY(restsWithAll(rig));
        QVERIFY(!rig.dashboard.notice()->stillWorks().contains(u"1 channel"_s)); // all the others would have met it
        QCOMPARE(rig.dashboard.channelsToFetch(), 0); // all are known, but old
        const qsizetype asked = rig.backend().asked.size();
        rig.dashboard.retry();
        QVERIFY(restsWithAll(rig));
        QTRY_VERIFY(!rig.dashboard.notice()->isShown());
        QVERIFY(rig.backend().asked.size() > asked);
        QVERIFY(!rig.dashboard.isUnreachable());
    }

    void nothingOfTheSourceBeforeStays()
    {
        DashboardRig rig;
        const SourceInfo server{.key = u"https://fake"_s, .demo = false, .allowHttp = false, .email = {}};
        rig.sources.remember(server);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openPeriod(u"7d"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        rig.dashboard.setOffline(true);
        QSignalSpy views(&rig.dashboard, &DashboardState::viewChanged);
        QSignalSpy names(&rig.dashboard, &DashboardState::channelChanged);
        rig.dashboard.openSource(server.key);
        QVERIFY(!views.isEmpty());
        QVERIFY(!names.isEmpty());
        QVERIFY(!rig.dashboard.isAllChannels());
        QVERIFY(!rig.dashboard.canGoBack());
    }

    void whoGoesOfflineOrAwayIsNotAskedFor()
    {
        DashboardRig rig;
        QVERIFY(opensAll(rig, 12));
        rig.backend().hold = true;
        rig.dashboard.fetchAllChannels();
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        const qsizetype asked = rig.backend().asked.size();
        rig.dashboard.setOffline(true);
        QVERIFY(!rig.dashboard.isLoading());
        rig.backend().hold = false;
        rig.backend().letGo();
        QVERIFY(restsWithAll(rig));
        QCOMPARE(rig.backend().asked.size(), asked);
        QVERIFY(!rig.dashboard.notice()->isShown());
    }

    void aSourceThatIsForgottenWhileItIsAsked()
    {
        DashboardRig rig;
        const SourceInfo server{.key = u"https://fake"_s, .demo = false, .allowHttp = false, .email = {}};
        rig.sources.remember(server);
        rig.backend().channelList = channels(12);
        rig.dashboard.openSource(server.key);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        rig.backend().hold = true;
        rig.dashboard.fetchAllChannels();
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.dashboard.forgetSource();
        rig.backend().letGo();
        QCoreApplication::processEvents();
        QCOMPARE(rig.dashboard.status(), Status::NoSource);
        QVERIFY(!rig.dashboard.isLoading());
    }

    void askingAgainAsksAll()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        const qsizetype asked = rig.backend().asked.size();
        const int listed = rig.backend().listings;
        rig.dashboard.refresh();
        QVERIFY(rig.listed(listed + 1));
        QVERIFY(restsWithAll(rig));
        QCOMPARE(rig.backend().asked.size(), asked + 2); // each once, though the list came in between
    }

    void aFewDaysAreNoMonth()
    {
        DashboardRig rig;
        rig.settings.setLastView(u"demo"_s, *viewStateFromText(u"1 7d views"_s));
        rig.backend().channelList = channels(12);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QTRY_COMPARE(text(rig, 0, ChannelListModel::AsOfRole), u"7 of 30 days known"_s);
        QCOMPARE(text(rig, 0, ChannelListModel::ViewsRole), u"–"_s);
        QCOMPARE(text(rig, 0, ChannelListModel::TypicalRole), QString());
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(rig.dashboard.channelsToFetch(), 12);
    }

    void withoutChannelsThereIsNothingToCompare()
    {
        DashboardRig rig;
        rig.settings.setLastView(u"demo"_s, *viewStateFromText(u"-1 30d views"_s));
        rig.backend().channelList = {};
        rig.dashboard.openSource(u"demo"_s);
        QTRY_COMPARE(rig.dashboard.status(), Status::NoChannels);
        rig.backend().channelList = channels(2);
        rig.dashboard.refresh();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"140"_s);
    }

    void nobodyIsAskedOffline()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setOffline(true);
        const qsizetype asked = rig.backend().asked.size();
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(text(rig, 0, ChannelListModel::ViewsRole), u"140"_s);
        QCOMPARE(rig.backend().asked.size(), asked);
    }

    void isOpenAgainNextTime()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(restsWithAll(rig));
        QTRY_COMPARE(text(rig, 1, ChannelListModel::ViewsRole), u"140"_s);
    }
};

QTEST_GUILESS_MAIN(AllChannelsTest)
#include "allchannelstest.moc"
