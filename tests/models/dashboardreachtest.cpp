// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakeconnections.h"

#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Status = DashboardState::Status;

/** What the dashboard does when the source is slow, gone, back, or left alone. */
class DashboardReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aFailureKeepsWhatIsStored()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().failures.push_back(Error{.kind = Error::Kind::Offline, .argument = u"fake"_s});
        rig.dashboard.refresh();
        QTRY_VERIFY(rig.dashboard.notice()->isShown());
        QVERIFY(rig.dashboard.isUnreachable());
        QCOMPARE(rig.dashboard.status(), Status::Shown);
        QCOMPARE(rig.dashboard.notice()->stillWorks(), u"You see what is stored, as of 14:37 UTC."_s);
        QCOMPARE(rig.dashboard.notice()->action(), Notice::Action::Retry);
        rig.dashboard.refresh();
        QTRY_VERIFY(!rig.dashboard.notice()->isShown());
        QVERIFY(!rig.dashboard.isUnreachable());
    }

    void aFailureWithNothingStoredIsNoZero()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QTRY_COMPARE(rig.dashboard.status(), Status::NeverFetched);
        QVERIFY(rig.dashboard.notice()->isShown());
        QVERIFY(!rig.dashboard.isUnreachable()); // it answered
        QCOMPARE(rig.dashboard.table()->rowCount(), 0);
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Day)); // the others still work
        QVERIFY(!rig.dashboard.notice()->isShown());
    }

    void aFailureHalfWayShowsWhatIsStored()
    {
        DashboardRig rig;
        for (qint64 time = at("2025-11-01"); time < at("2025-11-20"); time += 86400)
            rig.backend().posts.prepend({time, 10});
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().failures.resize(2); // the days and a span
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 503});
        rig.dashboard.setZone(u"Asia/Tashkent"_s);
        QTRY_VERIFY(rig.dashboard.notice()->isShown());
        QCOMPARE(rig.dashboard.status(), Status::Shown);
        QVERIFY(rig.dashboard.notice()->stillWorks().startsWith(u"You see what is stored, as of"_s));
        QVERIFY(!rig.dashboard.isOutdated());
        QTRY_VERIFY(rig.dashboard.isLacking());
    }

    void theButtonSaysHowManyRequestsItMakes()
    {
        DashboardRig rig;
        for (qint64 time = at("2025-08-01"); time < at("2025-11-20"); time += 86400)
            rig.backend().posts.prepend({time, 10});
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setOffline(true);
        rig.dashboard.openPeriod(u"90d"_s);
        QCOMPARE(rig.dashboard.requestsToFetch(), 1);
        QSignalSpy changed(&rig.dashboard, &DashboardState::requestsToFetchChanged);
        rig.dashboard.setZone(u"Asia/Tashkent"_s);
        QTRY_COMPARE(rig.dashboard.requestsToFetch(), 1 + 12);
        QCOMPARE(changed.size(), 2); // unknown until the store was looked at
        QCOMPARE(rig.dashboard.status(), Status::NeverFetched);

        qsizetype requests = rig.backend().asked.size();
        rig.backend().failures.resize(5);
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 503});
        rig.dashboard.fetchView();
        QTRY_VERIFY(rig.dashboard.isLacking());
        QCOMPARE(rig.backend().asked.size() - requests, 6);
        QTRY_COMPARE(rig.dashboard.requestsToFetch(), 1 + 12 - 4);
        requests = rig.backend().asked.size();
        rig.dashboard.retry();
        QTRY_COMPARE(rig.backend().asked.size() - requests, 1 + 12 - 4);
        QTRY_VERIFY(!rig.dashboard.isLoading());
        QTRY_COMPARE(rig.dashboard.requestsToFetch(), 1);
        QVERIFY(!rig.dashboard.isLacking());

        // Longer than the 90 days of UTC, so that their list was that of all time.
        rig.dashboard.openPeriod(u"all"_s);
        QTRY_VERIFY(rig.dashboard.requestsToFetch() > 1);
        requests = rig.backend().asked.size();
        const int announced = rig.dashboard.requestsToFetch();
        rig.dashboard.fetchView();
        QTRY_COMPARE(rig.backend().asked.size() - requests, announced);
    }

    void howManyRequestsMayBeUnknown()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setOffline(true);
        rig.dashboard.openPeriod(u"all"_s);
        QCOMPARE(rig.dashboard.requestsToFetch(), 1);
        QSignalSpy changed(&rig.dashboard, &DashboardState::requestsToFetchChanged);
        rig.dashboard.setZone(u"Asia/Tashkent"_s); // how far that reaches back tells the first answer
        QCOMPARE(rig.dashboard.requestsToFetch(), 0);
        QTRY_COMPARE(rig.dashboard.status(), Status::NeverFetched);
        for (int reads = 0; reads < 3; ++reads)
            QVERIFY(*settled(rig.connections.repository({})->storedChannels()));
        QCOMPARE(rig.dashboard.requestsToFetch(), 0);
        QCOMPARE(changed.size(), 1);
    }

    void offlineAsksNobody()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.setOffline(true);
        const qsizetype requests = rig.backend().asked.size();
        rig.dashboard.drill(rig.bucketAt("2025-11-20T07:00:00Z"));
        QVERIFY(rig.rests(Step::Minute));
        rig.dashboard.openPeriod(u"24h"_s);
        QTRY_COMPARE(rig.dashboard.status(), Status::NeverFetched);
        rig.clock.set(rig.clock.now() + 86400);
        rig.dashboard.refresh();
        rig.dashboard.setActive(true);
        rig.scheduler.advance(1h);
        QCoreApplication::processEvents();
        QCOMPARE(rig.backend().asked.size(), requests);
        rig.dashboard.fetchView(); // but for this one, when told to
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.backend().asked.size(), requests + 1);
    }

    void nobodyAsksBesideWhatIsAsked()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        rig.dashboard.setActive(true);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().hold = true;
        rig.dashboard.setZone(u"Asia/Tashkent"_s);
        QTRY_COMPARE(rig.backend().held.size(), size_t(1)); // the first of several requests
        const qsizetype requests = rig.backend().asked.size();
        rig.scheduler.advance(301s);
        rig.dashboard.setActive(false);
        rig.dashboard.setActive(true);
        for (int reads = 0; reads < 3; ++reads) // as many as come before a request
            QVERIFY(*settled(rig.connections.repository({})->storedChannels()));
        QCOMPARE(rig.backend().asked.size(), requests);
        rig.backend().hold = false;
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Day));
        const qsizetype done = rig.backend().asked.size();
        rig.clock.set(rig.clock.now() + 301);
        rig.scheduler.advance(301s);
        QTRY_VERIFY(rig.backend().asked.size() > done);
    }

    void aLateFailureDoesNotDisturbWhoWorksOffline()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().holdLists = true;
        rig.backend().listFailure = Error{.kind = Error::Kind::Offline};
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.dashboard.setOffline(true);
        rig.backend().letGo();
        QTRY_VERIFY(!rig.dashboard.isListing());
        QVERIFY(!rig.dashboard.notice()->isShown());
        QVERIFY(!rig.dashboard.isUnreachable());
    }

    void aListThatWantsASignInIsToldEvenWhenViewsWork()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().listFailure = Error{.kind = Error::Kind::NoCredentials, .argument = u"fake"_s};
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.dashboard.notice()->action(), Notice::Action::SignIn);
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(rig.dashboard.notice()->isShown());
        QVERIFY(!rig.dashboard.notice()->text().contains(u"--email"_s)); // no words of the command line
        QCOMPARE(rig.dashboard.channels()->count(), 2);
    }

    void aStorePutAsideIsToldUntilItIsRead()
    {
        DashboardRig rig;
        rig.dashboard.tellMovedAside(u"/data/postwave.sqlite.damaged"_s);
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openPeriod(u"90d"_s);
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(rig.dashboard.notice()->text().contains(u"/data/postwave.sqlite.damaged"_s));
        rig.backend().listFailure = Error{.kind = Error::Kind::NoCredentials, .argument = u"fake"_s};
        rig.dashboard.refresh();
        QVERIFY(rig.listed(2));
        QVERIFY(rig.dashboard.notice()->text().contains(u"/data/postwave.sqlite.damaged"_s));
        rig.dashboard.notice()->close();
        QCOMPARE(rig.dashboard.notice()->action(), Notice::Action::SignIn); // what waited behind it
        rig.dashboard.notice()->close();
        QVERIFY(!rig.dashboard.notice()->isShown());
    }

    void aSourceThatIsBackIsBelieved()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        rig.dashboard.setActive(true);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().listFailure = Error{.kind = Error::Kind::Offline, .argument = u"fake"_s};
        rig.backend().failures.push_back(Error{.kind = Error::Kind::Offline, .argument = u"fake"_s});
        rig.dashboard.refresh();
        QVERIFY(rig.listed(2));
        QTRY_VERIFY(rig.backend().failures.empty() && !rig.dashboard.isLoading());
        QVERIFY(rig.dashboard.isUnreachable());
        rig.scheduler.advance(301s); // asks for the view alone
        QVERIFY(rig.rests(Step::Day));
        QTRY_VERIFY(!rig.dashboard.isUnreachable());
        QVERIFY(!rig.dashboard.notice()->isShown());
    }

    void aFailedViewDoesNotReplaceTheSignIn()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().listFailure = Error{.kind = Error::Kind::NoCredentials, .argument = u"fake"_s};
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.dashboard.refresh();
        QVERIFY(rig.listed(2));
        QTRY_COMPARE(rig.dashboard.notice()->action(), Notice::Action::Retry); // what is looked at comes first
        rig.dashboard.fetchView();
        QVERIFY(rig.rests(Step::Day));
        QTRY_COMPARE(rig.dashboard.notice()->action(), Notice::Action::SignIn);
    }

    void aFailureOfOneViewIsNotToldOfAnother()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.dashboard.fetchView();
        QTRY_VERIFY(rig.dashboard.notice()->isShown());
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QVERIFY(!rig.dashboard.notice()->isShown());
    }

    void offlineRetriesTheOneView()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setOffline(true);
        rig.dashboard.openPeriod(u"24h"_s);
        QTRY_COMPARE(rig.dashboard.status(), Status::NeverFetched);
        rig.backend().failures.push_back(Error{.kind = Error::Kind::Timeout, .argument = u"fake"_s});
        rig.dashboard.fetchView();
        QTRY_COMPARE(rig.dashboard.notice()->action(), Notice::Action::Retry);
        rig.dashboard.retry();
        QVERIFY(rig.rests(Step::Hour));
        QTRY_VERIFY(!rig.dashboard.notice()->isShown());
    }

    void theNewestListWins()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.backend().holdLists = true;
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.dashboard.refresh();
        QTRY_COMPARE(rig.backend().held.size(), size_t(2));
        const ChannelList wanted = rig.backend().channelList;
        rig.backend().channelList = {{9, u"Somebody else's"_s, {}, {}}};
        rig.backend().letGo();
        QCoreApplication::processEvents();
        QCOMPARE(rig.dashboard.channels()->count(), 2);
        QVERIFY(rig.dashboard.isListing());
        rig.backend().channelList = wanted;
        rig.backend().letGo();
        QTRY_VERIFY(!rig.dashboard.isListing());
        QCOMPARE(rig.dashboard.channels()->channels(), wanted);
    }

    void offlineComparesWhatThereIs()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setOffline(true);
        const qsizetype requests = rig.backend().asked.size();
        rig.dashboard.toggleComparison();
        QTRY_VERIFY(rig.dashboard.shownView().compared);
        QCOMPARE(rig.dashboard.bucketSummary(3).comparedValues, QStringList{u"–"_s});
        QCOMPARE(rig.backend().asked.size(), requests);
    }

    void whoWasNotHeardIsNotConnected()
    {
        DashboardRig rig;
        rig.backend().hold = true;
        rig.backend().holdLists = true;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(!rig.dashboard.hasAnswered());
        QTRY_COMPARE(rig.backend().held.size(), size_t(1)); // the list
        QVERIFY(!rig.dashboard.hasAnswered());
        rig.backend().letGo();
        QTRY_VERIFY(rig.dashboard.hasAnswered());
        QTRY_COMPARE(rig.backend().held.size(), size_t(1)); // the view
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Day));
        rig.backend().holdLists = true;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(!rig.dashboard.hasAnswered());
    }
};

QTEST_GUILESS_MAIN(DashboardReachTest)
#include "dashboardreachtest.moc"
