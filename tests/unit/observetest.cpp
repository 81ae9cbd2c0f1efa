// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/observe.h"
#include "core/coverage.h"
#include "fakes.h"
#include "series/rollup.h"
#include "testcase.h"

using namespace Postwave;

namespace
{
Bucket bucket(qint64 start, qint64 views, Count posts = 1)
{
    Bucket result{.start = start, .counters = Counters::zero()};
    result.counters[Metric::Views] = views;
    result.counters[Metric::PostCount] = posts;
    return result;
}

QList<qint64> startsOf(const QList<Bucket> &buckets)
{
    QList<qint64> starts;
    for (const Bucket &bucket : buckets)
        starts.append(bucket.start);
    return starts;
}
}

class ObserveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollingDaysDropTheCutDay()
    {
        const qint64 now = at("2025-11-21T14:37:20Z");
        const DynamicsAnswer answer{
            .buckets = {bucket(at("2025-11-14"), 4875), bucket(at("2025-11-15"), 4610), bucket(at("2025-11-21"), 4265)},
            .answeredAt = now,
            .comments = CommentsKind::Discussion};
        const Result<ObservedBuckets> observed = observe(RollingQuery{Period::Days7}, answer);
        QVERIFY(observed);
        QCOMPARE(observed->observation.window, (TimeWindow{at("2025-11-15"), now}));
        QVERIFY(observed->observation.reachesNow);
        QCOMPARE(observed->observation.observedAt, now);
        QCOMPARE(startsOf(observed->buckets), (QList<qint64>{at("2025-11-15"), at("2025-11-21")}));
    }

    void rollingHoursAtTheFullHourDropTheOldestToo()
    {
        // The server's clock has a fraction: its window may begin after the hour did.
        const qint64 now = at("2025-11-21T15:00:00Z");
        const DynamicsAnswer answer{.buckets = {bucket(at("2025-11-20T15:00:00Z"), 5)}, .answeredAt = now};
        const Result<ObservedBuckets> observed = observe(RollingQuery{Period::Hours24}, answer);
        QVERIFY(observed);
        QCOMPARE(observed->observation.window.from, at("2025-11-20T16:00:00Z"));
        QVERIFY(observed->buckets.isEmpty());
    }

    void midnightBetweenRequestAndAnswer()
    {
        // The server looked before midnight, but already answered with a bucket of the new day.
        const qint64 now = at("2025-11-21T23:59:58Z");
        const DynamicsAnswer answer{.buckets = {bucket(at("2025-11-21"), 10), bucket(at("2025-11-22"), 1)},
                                    .answeredAt = now};
        const Result<ObservedBuckets> observed = observe(RollingQuery{Period::Days7}, answer);
        QVERIFY(observed);
        QCOMPARE(startsOf(observed->buckets), QList<qint64>{at("2025-11-21")});
        QVERIFY(!coveredWindow(observed->observation, StoredResolution::Day).contains(at("2025-11-22")));
        QVERIFY(observed->observation.window.until < at("2025-11-22"));
    }

    void dayAnswersEndWhereTheServerLooked()
    {
        const qint64 day = at("2025-11-21");
        QList<Bucket> hours;
        for (int i = 0; i < 24; ++i)
            hours.append(bucket(day + i * 3600, i == 7 ? 3505 : 0, i == 7 ? 1 : 0));
        const qint64 now = at("2025-11-21T14:37:20Z");
        const Result<ObservedBuckets> running = observe(DayQuery{day}, {.buckets = hours, .answeredAt = now});
        QVERIFY(running);
        QCOMPARE(running->observation.window, (TimeWindow{day, now}));
        QVERIFY(running->observation.reachesNow);
        QCOMPARE(coveredWindow(running->observation, StoredResolution::Hour).until, at("2025-11-21T15:00:00Z"));
        QCOMPARE(startsOf(running->buckets), QList<qint64>{at("2025-11-21T07:00:00Z")});

        const Result<ObservedBuckets> over =
            observe(DayQuery{day}, {.buckets = hours, .answeredAt = at("2025-11-23T00:00:00Z")});
        QVERIFY(over);
        QCOMPARE(over->observation.window.until, day + 86400);
        QVERIFY(!over->observation.reachesNow);
        QVERIFY(over->observation.covers(day, day + 86400));

        const Result<ObservedBuckets> future =
            observe(DayQuery{day}, {.buckets = hours, .answeredAt = at("2025-11-20T12:00:00Z")});
        QVERIFY(future);
        QVERIFY(future->observation.window.isEmpty());
        QVERIFY(future->buckets.isEmpty());
    }

    void minutesUpToSecond59AreTheWholeHour()
    {
        const qint64 hour = at("2025-11-21T00:00:00Z"); // hour 00 of a day asked alone
        const Result<ObservedBuckets> observed =
            observe(MinuteQuery{{hour, hour + 3600}},
                    {.buckets = {bucket(hour + 59 * 60, 9)}, .answeredAt = at("2025-11-21T08:00:00Z")});
        QVERIFY(observed);
        QVERIFY(observed->observation.covers(hour, hour + 3600));
        QVERIFY(!observed->observation.covers(hour, hour + 86400));
        QCOMPARE(observed->buckets.size(), 1);
    }

    void bucketsOutsideOfTheQuestion_data()
    {
        QTest::addColumn<qint64>("start");
        QTest::addColumn<bool>("rolling");
        QTest::addColumn<bool>("good");
        const qint64 edge = at("2025-11-14");
        QTest::newRow("the cut day") << edge << true << true;
        QTest::newRow("a day more, from a server not in UTC") << edge - 86400 << true << true;
        QTest::newRow("two days more") << edge - 2 * 86400 << true << false;
        QTest::newRow("tomorrow") << at("2025-11-22") << true << true;
        QTest::newRow("the day after tomorrow") << at("2025-11-23") << true << false;
        QTest::newRow("not on a border") << at("2025-11-20T05:00:00Z") << true << false;
        QTest::newRow("hour of another day") << at("2025-11-19T23:00:00Z") << false << false;
        QTest::newRow("hour of the day") << at("2025-11-20T23:00:00Z") << false << true;
    }
    void bucketsOutsideOfTheQuestion()
    {
        QFETCH(qint64, start);
        QFETCH(bool, rolling);
        QFETCH(bool, good);
        const DynamicsAnswer answer{.buckets = {bucket(start, 1)}, .answeredAt = at("2025-11-21T14:37:20Z")};
        const DynamicsQuery query =
            rolling ? DynamicsQuery(RollingQuery{Period::Days7}) : DynamicsQuery(DayQuery{at("2025-11-20")});
        QCOMPARE(bool(observe(query, answer)), good);
    }

    void sparseRowsWithoutPostCountHavePosts()
    {
        const qint64 day = at("2025-11-20");
        const DynamicsAnswer answer{.buckets = {bucket(day, 0, {})}, .answeredAt = at("2025-11-21T14:37:20Z")};
        QCOMPARE(observe(RollingQuery{Period::Days7}, answer)->buckets.size(), 1);
        QCOMPARE(observe(DayQuery{day}, answer)->buckets.size(), 0);
    }

    void rollsUpToEveryCoarserLevel()
    {
        const qint64 day = at("2025-11-20");
        const QList<Bucket> minutes{bucket(day + 60, 1), bucket(day + 120, 2), bucket(day + 3600, 4),
                                    bucket(day + 86400, 8)};
        const Result<QList<Bucket>> hours = rollUp(minutes, StoredResolution::Hour);
        QVERIFY(hours);
        QCOMPARE(startsOf(*hours), (QList<qint64>{day, day + 3600, day + 86400}));
        QCOMPARE(*hours->first().counters[Metric::Views], 3);
        QCOMPARE(*hours->first().counters[Metric::PostCount], 2);
        const Result<QList<Bucket>> days = rollUp(minutes, StoredResolution::Day);
        QVERIFY(days);
        QCOMPARE(*days->first().counters[Metric::Views], 7);
        QVERIFY(rollUp({}, StoredResolution::Day)->isEmpty());
    }

    void sumsNearTwoToThe53()
    {
        const qint64 day = at("2025-11-20");
        const Result<QList<Bucket>> largest =
            rollUp({bucket(day, kLargestCount - 1), bucket(day + 60, 1)}, StoredResolution::Day);
        QVERIFY(largest);
        QCOMPARE(*largest->first().counters[Metric::Views], kLargestCount);
        const Result<QList<Bucket>> larger =
            rollUp({bucket(day, kLargestCount), bucket(day + 60, 1)}, StoredResolution::Day);
        QVERIFY(!larger);
        QVERIFY(larger.error().kind == Error::Kind::BadAnswer);
    }

    void unknownPartsMakeTheSumUnknown()
    {
        const qint64 day = at("2025-11-20");
        const Result<QList<Bucket>> days = rollUp({bucket(day, 1, {}), bucket(day + 60, 1, 1)}, StoredResolution::Day);
        QVERIFY(!days->first().counters[Metric::PostCount]);
        QCOMPARE(*days->first().counters[Metric::Views], 2);
    }
};

POSTWAVE_TEST(ObserveTest, QCoreApplication)
#include "observetest.moc"
