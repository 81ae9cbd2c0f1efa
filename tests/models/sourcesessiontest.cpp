// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakeconnections.h"
#include "testcase.h"

#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Status = ChannelPage::Status;

/** What the workspace does when the source is slow, gone, back, or left alone. */
class SourceSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aFailureKeepsWhatIsStored()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().failures.push_back(Error{.kind = Error::Kind::Offline, .argument = u"fake"_s});
        rig.workspace.refresh();
        QTRY_VERIFY(rig.workspace.notice()->isShown());
        QVERIFY(rig.workspace.session()->isUnreachable());
        QCOMPARE(rig.workspace.channelPage()->status(), Status::Shown);
        QCOMPARE(rig.workspace.notice()->stillWorks(), u"Showing saved data as of 14:37 UTC."_s);
        QCOMPARE(rig.workspace.notice()->action(), Notice::Action::Retry);
        rig.workspace.refresh();
        QTRY_VERIFY(!rig.workspace.notice()->isShown());
        QVERIFY(!rig.workspace.session()->isUnreachable());
    }

    void aFailureWithNothingStoredIsNoZero()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QTRY_COMPARE(rig.workspace.channelPage()->status(), Status::NeverFetched);
        QVERIFY(rig.workspace.notice()->isShown());
        QVERIFY(!rig.workspace.session()->isUnreachable()); // it answered
        QCOMPARE(rig.workspace.channelPage()->table()->rowCount(), 0);
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day)); // the others still work
        QVERIFY(!rig.workspace.notice()->isShown());
    }

    void aFailureHalfWayShowsWhatIsStored()
    {
        WorkspaceRig rig;
        for (qint64 time = at("2025-11-01"); time < at("2025-11-20"); time += 86400)
            rig.source().posts.prepend({time, 10});
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().failures.resize(2); // the days and a span
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 503});
        rig.workspace.query()->setZone(u"Asia/Tashkent"_s);
        QTRY_VERIFY(rig.workspace.notice()->isShown());
        QCOMPARE(rig.workspace.channelPage()->status(), Status::Shown);
        QVERIFY(rig.workspace.notice()->stillWorks().startsWith(u"Showing saved data as of"_s));
        QVERIFY(!rig.workspace.channelPage()->isOutdated());
        QTRY_VERIFY(rig.workspace.channelPage()->isLacking());
    }

    void theButtonSaysHowManyRequestsItMakes()
    {
        WorkspaceRig rig;
        for (qint64 time = at("2025-08-01"); time < at("2025-11-20"); time += 86400)
            rig.source().posts.prepend({time, 10});
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.session()->setOffline(true);
        rig.workspace.query()->openPeriod(u"90d"_s);
        QCOMPARE(rig.workspace.channelPage()->requestsToFetch(), 1);
        QSignalSpy changed(rig.workspace.channelPage(), &ChannelPage::requestsToFetchChanged);
        rig.workspace.query()->setZone(u"Asia/Tashkent"_s);
        QTRY_COMPARE(rig.workspace.channelPage()->requestsToFetch(), 1 + 12);
        QCOMPARE(changed.size(), 2); // unknown until the store was looked at
        QCOMPARE(rig.workspace.channelPage()->status(), Status::NeverFetched);

        qsizetype requests = rig.source().asked.size();
        rig.source().failures.resize(5);
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 503});
        rig.workspace.channelPage()->fetch();
        QTRY_VERIFY(rig.workspace.channelPage()->isLacking());
        QCOMPARE(rig.source().asked.size() - requests, 6);
        QTRY_COMPARE(rig.workspace.channelPage()->requestsToFetch(), 1 + 12 - 4);
        requests = rig.source().asked.size();
        rig.workspace.retry();
        QTRY_COMPARE(rig.source().asked.size() - requests, 1 + 12 - 4);
        QTRY_VERIFY(!rig.workspace.isLoading());
        QTRY_COMPARE(rig.workspace.channelPage()->requestsToFetch(), 1);
        QVERIFY(!rig.workspace.channelPage()->isLacking());

        // Longer than the 90 days of UTC, so that their list was that of all time.
        rig.workspace.query()->openPeriod(u"all"_s);
        QTRY_VERIFY(rig.workspace.channelPage()->requestsToFetch() > 1);
        requests = rig.source().asked.size();
        const int announced = rig.workspace.channelPage()->requestsToFetch();
        rig.workspace.channelPage()->fetch();
        QTRY_COMPARE(rig.source().asked.size() - requests, announced);
    }

    void howManyRequestsMayBeUnknown()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.session()->setOffline(true);
        rig.workspace.query()->openPeriod(u"all"_s);
        QCOMPARE(rig.workspace.channelPage()->requestsToFetch(), 1);
        QSignalSpy changed(rig.workspace.channelPage(), &ChannelPage::requestsToFetchChanged);
        rig.workspace.query()->setZone(u"Asia/Tashkent"_s); // how far that reaches back tells the first answer
        QCOMPARE(rig.workspace.channelPage()->requestsToFetch(), 0);
        QTRY_COMPARE(rig.workspace.channelPage()->status(), Status::NeverFetched);
        for (int reads = 0; reads < 3; ++reads)
            QVERIFY(*settled(rig.connections.repository({})->storedChannels()));
        QCOMPARE(rig.workspace.channelPage()->requestsToFetch(), 0);
        QCOMPARE(changed.size(), 1);
    }

    void offlineAsksNobody()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.session()->setOffline(true);
        const qsizetype requests = rig.source().asked.size();
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20T07:00:00Z"));
        QVERIFY(rig.rests(ViewStep::Minute));
        rig.workspace.query()->openPeriod(u"24h"_s);
        QTRY_COMPARE(rig.workspace.channelPage()->status(), Status::NeverFetched);
        rig.clock.set(rig.clock.now() + 86400);
        rig.workspace.refresh();
        rig.workspace.setActive(true);
        rig.scheduler.advance(1h);
        QCoreApplication::processEvents();
        QCOMPARE(rig.source().asked.size(), requests);
        rig.workspace.channelPage()->fetch(); // but for this one, when told to
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.source().asked.size(), requests + 1);
    }

    void nobodyAsksBesideWhatIsAsked()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        rig.workspace.setActive(true);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().hold = true;
        rig.workspace.query()->setZone(u"Asia/Tashkent"_s);
        QTRY_COMPARE(rig.source().held.size(), size_t(1)); // the first of several requests
        const qsizetype requests = rig.source().asked.size();
        rig.scheduler.advance(301s);
        rig.workspace.setActive(false);
        rig.workspace.setActive(true);
        for (int reads = 0; reads < 3; ++reads) // as many as come before a request
            QVERIFY(*settled(rig.connections.repository({})->storedChannels()));
        QCOMPARE(rig.source().asked.size(), requests);
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Day));
        const qsizetype done = rig.source().asked.size();
        rig.clock.set(rig.clock.now() + 301);
        rig.scheduler.advance(301s);
        QTRY_VERIFY(rig.source().asked.size() > done);
    }

    void aLateFailureDoesNotDisturbWhoWorksOffline()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().holdLists = true;
        rig.source().listFailure = Error{.kind = Error::Kind::Offline};
        rig.workspace.refresh();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.workspace.session()->setOffline(true);
        rig.source().letGo();
        QTRY_VERIFY(!rig.workspace.session()->isListing());
        QVERIFY(!rig.workspace.notice()->isShown());
        QVERIFY(!rig.workspace.session()->isUnreachable());
    }

    void aListThatWantsASignInIsToldEvenWhenViewsWork()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().listFailure = Error{.kind = Error::Kind::NoCredentials, .argument = u"fake"_s};
        rig.workspace.refresh();
        QTRY_COMPARE(rig.workspace.notice()->action(), Notice::Action::SignIn);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(rig.workspace.notice()->isShown());
        QVERIFY(!rig.workspace.notice()->text().contains(u"--email"_s)); // no words of the command line
        QCOMPARE(rig.workspace.session()->channels()->count(), 2);
    }

    void aStoreThatVanishedIsTold()
    {
        WorkspaceRig rig;
        rig.workspace.tellVanished();
        QVERIFY(rig.workspace.notice()->text().contains(u"deleted or moved"_s));
        QCOMPARE(rig.workspace.notice()->action(), Notice::Action::None);
    }

    void aStorePutAsideIsToldUntilItIsRead()
    {
        WorkspaceRig rig;
        rig.workspace.tellMovedAside(u"/data/postwave.sqlite.damaged"_s);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->openPeriod(u"90d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(rig.workspace.notice()->text().contains(u"/data/postwave.sqlite.damaged"_s));
        rig.source().listFailure = Error{.kind = Error::Kind::NoCredentials, .argument = u"fake"_s};
        rig.workspace.refresh();
        QVERIFY(rig.listed(2));
        QVERIFY(rig.workspace.notice()->text().contains(u"/data/postwave.sqlite.damaged"_s));
        rig.workspace.notice()->close();
        QCOMPARE(rig.workspace.notice()->action(), Notice::Action::SignIn); // what waited behind it
        rig.workspace.notice()->close();
        QVERIFY(!rig.workspace.notice()->isShown());
    }

    void aSourceThatIsBackIsBelieved()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        rig.workspace.setActive(true);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().listFailure = Error{.kind = Error::Kind::Offline, .argument = u"fake"_s};
        rig.source().failures.push_back(Error{.kind = Error::Kind::Offline, .argument = u"fake"_s});
        rig.workspace.refresh();
        QVERIFY(rig.listed(2));
        QTRY_VERIFY(rig.source().failures.empty() && !rig.workspace.isLoading());
        QVERIFY(rig.workspace.session()->isUnreachable());
        rig.scheduler.advance(301s); // asks for the view alone
        QVERIFY(rig.rests(ViewStep::Day));
        QTRY_VERIFY(!rig.workspace.session()->isUnreachable());
        QVERIFY(!rig.workspace.notice()->isShown());
    }

    void aFailedViewDoesNotReplaceTheSignIn()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().listFailure = Error{.kind = Error::Kind::NoCredentials, .argument = u"fake"_s};
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.workspace.refresh();
        QVERIFY(rig.listed(2));
        QTRY_COMPARE(rig.workspace.notice()->action(), Notice::Action::Retry); // what is looked at comes first
        rig.workspace.channelPage()->fetch();
        QVERIFY(rig.rests(ViewStep::Day));
        QTRY_COMPARE(rig.workspace.notice()->action(), Notice::Action::SignIn);
    }

    void aFailureOfOneViewIsNotToldOfAnother()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().failures.push_back(Error{.kind = Error::Kind::ServerFailed, .httpStatus = 500});
        rig.workspace.channelPage()->fetch();
        QTRY_VERIFY(rig.workspace.notice()->isShown());
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QVERIFY(!rig.workspace.notice()->isShown());
    }

    void offlineRetriesTheOneView()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.session()->setOffline(true);
        rig.workspace.query()->openPeriod(u"24h"_s);
        QTRY_COMPARE(rig.workspace.channelPage()->status(), Status::NeverFetched);
        rig.source().failures.push_back(Error{.kind = Error::Kind::Timeout, .argument = u"fake"_s});
        rig.workspace.channelPage()->fetch();
        QTRY_COMPARE(rig.workspace.notice()->action(), Notice::Action::Retry);
        rig.workspace.retry();
        QVERIFY(rig.rests(ViewStep::Hour));
        QTRY_VERIFY(!rig.workspace.notice()->isShown());
    }

    void theNewestListWins()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().holdLists = true;
        rig.workspace.refresh();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.workspace.refresh();
        QTRY_COMPARE(rig.source().held.size(), size_t(2));
        const ChannelList wanted = rig.source().channelList;
        rig.source().channelList = {{ChannelId(9), u"Somebody else's"_s, {}, {}}};
        rig.source().letGo();
        QCoreApplication::processEvents();
        QCOMPARE(rig.workspace.session()->channels()->count(), 2);
        QVERIFY(rig.workspace.session()->isListing());
        rig.source().channelList = wanted;
        rig.source().letGo();
        QTRY_VERIFY(!rig.workspace.session()->isListing());
        QCOMPARE(rig.workspace.session()->channels()->channels(), wanted);
    }

    void offlineComparesWhatThereIs()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.session()->setOffline(true);
        const qsizetype requests = rig.source().asked.size();
        rig.workspace.query()->toggleComparison();
        QTRY_VERIFY(rig.workspace.channelPage()->shownView().compared);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(3).comparedValues, QStringList{u"–"_s});
        QCOMPARE(rig.source().asked.size(), requests);
    }

    void whoWasNotHeardIsNotConnected()
    {
        WorkspaceRig rig;
        rig.source().hold = true;
        rig.source().holdLists = true;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(!rig.workspace.session()->hasAnswered());
        QTRY_COMPARE(rig.source().held.size(), size_t(1)); // the list
        QVERIFY(!rig.workspace.session()->hasAnswered());
        rig.source().letGo();
        QTRY_VERIFY(rig.workspace.session()->hasAnswered());
        QTRY_COMPARE(rig.source().held.size(), size_t(1)); // the view
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().holdLists = true;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(!rig.workspace.session()->hasAnswered());
    }

    /** Long before the last of the tries that follow a lost one is given up. */
    void aLostTryIsToldAtOnce()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        SourceSession *session = rig.workspace.session();
        QSignalSpy told(session, &SourceSession::reachChanged);
        rig.connections.tried(false);
        QVERIFY(session->isUnreachable());
        QCOMPARE(told.size(), 1);
        rig.connections.tried(false);
        QCOMPARE(told.size(), 1);
        rig.connections.tried(true);
        QVERIFY(!session->isUnreachable());
        QCOMPARE(told.size(), 2);
        // Of another source nothing is known yet, and what was asked of this one says nothing of it.
        rig.connections.tried(false);
        const auto late = rig.connections.tried;
        const SourceInfo server{.kind = SourceKind::AnalyticBot, .address = u"https://a.example"_s};
        rig.sources.remember(server);
        rig.workspace.openSource(server.key());
        QVERIFY(!session->isUnreachable());
        late(false);
        QVERIFY(!session->isUnreachable());
    }
};

POSTWAVE_TEST(SourceSessionTest, QCoreApplication)
#include "sourcesessiontest.moc"
