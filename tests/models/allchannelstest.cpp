// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"
#include "models/channellistmodel.h"

#include <QAbstractItemModelTester>

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
        rig.backend().channelList = channels(12);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openAllChannels();
        QVERIFY(restsWithAll(rig));
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
