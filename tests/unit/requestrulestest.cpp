// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "http/circuitbreaker.h"
#include "http/networkaccess.h"
#include "http/requestbudget.h"
#include "http/retrypolicy.h"
#include "testcase.h"

#include <QNetworkProxy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RequestRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lossesAreTriedTwiceMoreWithGrowingPauses()
    {
        RetryPolicy policy;
        const auto first = policy.after(AttemptOutcome::Lost, {}, 0.5);
        QVERIFY(first.again);
        QCOMPARE(first.pause, 1000ms);
        QVERIFY(!first.pauseQueue);
        const auto second = policy.after(AttemptOutcome::Lost, {}, 0.0);
        QVERIFY(second.again);
        QCOMPARE(second.pause, 1000ms); // 2 s, halved by the jitter
        QVERIFY(!policy.after(AttemptOutcome::Lost, {}, 0.5).again);
    }

    void answersAreFinal()
    {
        QVERIFY(!RetryPolicy().after(AttemptOutcome::Answered, {}, 0.5).again);
    }

    void theServersWaitIsHonouredThreeTimes()
    {
        RetryPolicy policy;
        for (int i = 0; i < 3; ++i) {
            const auto decision = policy.after(AttemptOutcome::AskedToWait, 38s, 0.9);
            QVERIFY(decision.again);
            QVERIFY(decision.pauseQueue);
            QCOMPARE(decision.pause, 38000ms);
        }
        QVERIFY(!policy.after(AttemptOutcome::AskedToWait, 38s, 0.9).again);
    }

    void longWaitsAreToldInsteadOfSatOut()
    {
        QVERIFY(RetryPolicy().after(AttemptOutcome::AskedToWait, 120s, 0).again);
        const auto decision = RetryPolicy().after(AttemptOutcome::AskedToWait, 121s, 0);
        QVERIFY(!decision.again);
        QCOMPARE(decision.pause, 121000ms);
    }

    void withoutAWordFromTheServerItBacksOff()
    {
        RetryPolicy policy;
        QCOMPARE(policy.after(AttemptOutcome::AskedToWait, {}, 0.5).pause, 1000ms);
        QCOMPARE(policy.after(AttemptOutcome::AskedToWait, {}, 0.5).pause, 2000ms);
        QCOMPARE(policy.after(AttemptOutcome::AskedToWait, {}, 0.5).pause, 4000ms);
    }

    void breakerOpensAfterFiveFailuresInARow()
    {
        FakeScheduler scheduler;
        CircuitBreaker breaker(scheduler);
        for (int i = 0; i < 4; ++i)
            breaker.failed();
        breaker.succeeded(); // not in a row any more
        for (int i = 0; i < 4; ++i)
            breaker.failed();
        QVERIFY(breaker.allow());
        breaker.failed();
        QVERIFY(breaker.state() == CircuitBreaker::State::Open);
        QVERIFY(!breaker.allow());

        scheduler.advance(59s);
        QVERIFY(!breaker.allow());
        scheduler.advance(1s);
        QVERIFY(breaker.state() == CircuitBreaker::State::HalfOpen);
        QVERIFY(breaker.allow());
        QVERIFY(!breaker.allow()); // one probe at a time
        breaker.failed();
        QVERIFY(breaker.state() == CircuitBreaker::State::Open);

        breaker.probeNow();
        QVERIFY(breaker.allow());
        breaker.succeeded();
        QVERIFY(breaker.state() == CircuitBreaker::State::HalfOpen);
        QVERIFY(breaker.allow());
        breaker.forget(); // cancelled: neither good nor bad
        QVERIFY(breaker.allow());
        breaker.succeeded();
        QVERIFY(breaker.state() == CircuitBreaker::State::Closed);
    }

    void budgetCountsStartsInASpan()
    {
        FakeScheduler scheduler;
        RequestBudget budget(scheduler, 3);
        QList<QFuture<void>> starts;
        for (int i = 0; i < 5; ++i) {
            starts.append(budget.acquire(RequestPriority::Bulk));
            if (starts.last().isFinished())
                budget.release();
            scheduler.advance(1s);
        }
        QVERIFY(starts[2].isFinished());
        QVERIFY(!starts[3].isFinished());
        scheduler.advance(54s); // 59 s after the first start
        QVERIFY(!starts[3].isFinished());
        scheduler.advance(1s);
        QVERIFY(starts[3].isFinished());
        QVERIFY(!starts[4].isFinished());
        scheduler.advance(1s);
        QVERIFY(starts[4].isFinished());
    }

    void budgetKeepsFourInFlightAndInteractiveFirst()
    {
        FakeScheduler scheduler;
        RequestBudget budget(scheduler, 0);
        QList<QFuture<void>> first;
        for (int i = 0; i < 4; ++i)
            first.append(budget.acquire(RequestPriority::Bulk));
        const QFuture<void> bulk = budget.acquire(RequestPriority::Bulk);
        const QFuture<void> interactive = budget.acquire(RequestPriority::Interactive);
        QVERIFY(first[3].isFinished());
        QVERIFY(!bulk.isFinished());
        QVERIFY(!interactive.isFinished());
        budget.release();
        QVERIFY(interactive.isFinished());
        QVERIFY(!bulk.isFinished());
        budget.release();
        QVERIFY(bulk.isFinished());
    }

    void aPauseHoldsTheWholeQueue()
    {
        FakeScheduler scheduler;
        RequestBudget budget(scheduler, 0);
        budget.pause(38s);
        const QFuture<void> start = budget.acquire(RequestPriority::Interactive);
        scheduler.advance(37s);
        QVERIFY(!start.isFinished());
        scheduler.advance(1s);
        QVERIFY(start.isFinished());
    }

    void noProxyIsAskedForThisComputer_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("direct");
        for (const char *host : {"localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1"})
            QTest::newRow(host) << QString::fromLatin1(host) << true;
        for (const char *host : {"example.org", "foo.localhost", "127.0.0.1.example.org", "128.0.0.1", "::2"})
            QTest::newRow(host) << QString::fromLatin1(host) << false;
    }
    void noProxyIsAskedForThisComputer()
    {
        QFETCH(QString, host);
        QFETCH(bool, direct);
        qputenv("http_proxy", "http://192.0.2.1:3128");
        const NetworkAccess network;
        QUrl url;
        url.setScheme(u"http"_s);
        url.setHost(host);
        const QList<QNetworkProxy> proxies = network.proxyFactory()->queryProxy(QNetworkProxyQuery(url));
        qunsetenv("http_proxy");
        QCOMPARE(proxies.constFirst().type() == QNetworkProxy::NoProxy, direct);
    }
};

POSTWAVE_TEST(RequestRulesTest, QCoreApplication)
#include "requestrulestest.moc"
