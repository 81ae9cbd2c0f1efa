// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage.h"
#include "fakes.h"
#include "testcase.h"

using namespace Postwave;

namespace
{
Observation seen(qint64 id, StoredResolution level, const char *from, const char *until, bool reachesNow,
                 const char *observedAt)
{
    return {.id = ObservationId(id),
            .level = level,
            .window = {at(from), at(until)},
            .reachesNow = reachesNow,
            .observedAt = at(observedAt)};
}

StoredBucket emptyBucket(qint64 start, qint64 observation, qint64 seenUntil)
{
    return {.start = start,
            .covered = true,
            .observation = ObservationId(observation),
            .observedAt = seenUntil,
            .seenUntil = seenUntil,
            .counters = Counters::zero()};
}
}

class CoverageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversWholeBucketsOrTheRunningOne_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<bool>("reachesNow");
        QTest::addColumn<bool>("covers"); // the hour from 14:00
        const auto row = [](const char *name, const char *from, const char *until, bool now, bool covers) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(until) << now << covers;
        };
        row("exactly", "2025-11-21T14:00:00Z", "2025-11-21T15:00:00Z", false, true);
        row("running", "2025-11-21T14:00:00Z", "2025-11-21T14:37:20Z", true, true);
        row("cut, not by now", "2025-11-21T14:00:00Z", "2025-11-21T14:37:00Z", false, false);
        row("begun later", "2025-11-21T14:00:01Z", "2025-11-21T16:00:00Z", true, false);
        row("its very start", "2025-11-21T13:00:00Z", "2025-11-21T14:00:00Z", true, true);
        row("ends where it starts, not by now", "2025-11-21T13:00:00Z", "2025-11-21T14:00:00Z", false, false);
        row("now is before it", "2025-11-21T12:00:00Z", "2025-11-21T13:59:59Z", true, false);
        row("wider", "2025-11-20T00:00:00Z", "2025-11-22T00:00:00Z", false, true);
    }
    void coversWholeBucketsOrTheRunningOne()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, until);
        QFETCH(bool, reachesNow);
        QFETCH(bool, covers);
        const Observation observation =
            seen(1, StoredResolution::Minute, from.constData(), until.constData(), reachesNow, "2025-11-21T15:00:00Z");
        const qint64 start = at("2025-11-21T14:00:00Z");
        QCOMPARE(observation.covers(start, start + 3600), covers);
        QCOMPARE(coveredWindow(observation, StoredResolution::Hour).contains(start), covers);
    }

    void newestObservationWinsAndOlderOnesMayHaveSeenFurther()
    {
        CoverageMap map(StoredResolution::Day, {at("2025-11-19"), at("2025-11-22")});
        // A clock that was set back: the newer answer saw less of the 21st.
        map.add(seen(3, StoredResolution::Day, "2025-11-20", "2025-11-21T10:00:00Z", true, "2025-11-21T10:00:00Z"));
        QVERIFY(map.needsMore());
        map.add(seen(2, StoredResolution::Day, "2025-11-15", "2025-11-22T03:00:00Z", true, "2025-11-22T03:00:00Z"));
        QVERIFY(!map.needsMore());
        QCOMPARE(map.at(0).observation.value(), 2);
        QCOMPARE(map.at(1).observation.value(), 3);
        QCOMPARE(map.at(2).observation.value(), 3);
        QVERIFY(map.at(2).complete);
        QCOMPARE(map.at(2).until, at("2025-11-21T10:00:00Z"));
    }

    void aLookMayEndOnABorder()
    {
        const qint64 noon = at("2025-11-21T12:00:00Z");
        CoverageMap map(StoredResolution::Hour, {noon - 2 * 3600, noon + 3600});
        map.add(seen(1, StoredResolution::Minute, "2025-11-21", "2025-11-21T12:00:00Z", true, "2025-11-21T12:00:00Z"));
        QVERIFY(map.at(1).complete);
        QVERIFY(map.at(1).endedNow);
        QVERIFY(!map.at(0).endedNow);
        QCOMPARE(map.at(2).observation.value(), 1); // the hour that begins with it, too
        QVERIFY(!map.at(2).complete);
        CoverageMap before(StoredResolution::Hour, {noon - 3600, noon});
        before.add(
            seen(1, StoredResolution::Minute, "2025-11-21", "2025-11-21T12:00:00Z", false, "2025-11-21T14:00:00Z"));
        QVERIFY(!before.at(0).endedNow); // asked up to there
    }

    void emptyParentsTellWhereTheLookEnded()
    {
        const qint64 day = at("2025-11-20");
        const StoredSeries days{StoredResolution::Day, {day, day + 86400}, {emptyBucket(day, 5, day + 2 * 3600)}};
        StoredSeries hours{StoredResolution::Hour, {day, day + 3 * 3600}, {}};
        for (int i = 0; i < 3; ++i)
            hours.buckets.append(StoredBucket{.start = day + i * 3600});
        inheritZeros(hours, days);
        QVERIFY(!hours.buckets[0].endedNow);
        QVERIFY(hours.buckets[1].complete);
        QVERIFY(hours.buckets[1].endedNow);
        QVERIFY(hours.buckets[2].covered && !hours.buckets[2].complete);
    }

    void keptBucketsTakeTheirValueFromAnOlderObservation()
    {
        const qint64 day = at("2025-11-20");
        CoverageMap map(StoredResolution::Day, {day, day + 86400});
        map.add(seen(2, StoredResolution::Minute, "2025-11-20", "2025-11-21", false, "2025-11-21T10:02:00Z"), {day});
        QVERIFY(map.needsMore());
        QVERIFY(map.at(0).complete);
        map.add(seen(1, StoredResolution::Day, "2025-11-15", "2025-11-21T10:00:00Z", true, "2025-11-21T10:00:00Z"));
        QCOMPARE(map.at(0).observation.value(), 1);
    }

    void emptyParentsCoverTheirFinerBuckets()
    {
        const qint64 day = at("2025-11-20");
        const StoredSeries days{StoredResolution::Day, {day, day + 86400}, {emptyBucket(day, 5, day + 2 * 3600 + 60)}};
        StoredSeries hours{StoredResolution::Hour, {day, day + 86400}, {}};
        for (int i = 0; i < 24; ++i)
            hours.buckets.append(StoredBucket{.start = day + i * 3600});
        // Older rows with posts under a newer parent without any: they were deleted since.
        hours.buckets[0] = emptyBucket(day, 4, day + 3600);
        hours.buckets[0].hasPosts = true;
        hours.buckets[0].complete = true;
        hours.buckets[0].counters[Metric::Views] = 100;
        // Newer rows stay.
        hours.buckets[1] = emptyBucket(day + 3600, 6, day + 2 * 3600);
        hours.buckets[1].hasPosts = true;
        hours.buckets[1].counters[Metric::Views] = 7;

        inheritZeros(hours, days);
        QCOMPARE(hours.buckets[0].observation.value(), 5);
        QVERIFY(!hours.buckets[0].hasPosts);
        QVERIFY(hours.buckets[0].complete);
        QCOMPARE(hours.buckets[0].counters, Counters::zero());
        QCOMPARE(hours.buckets[1].observation.value(), 6);
        QCOMPARE(*hours.buckets[1].counters[Metric::Views], 7);
        QVERIFY(hours.buckets[2].covered); // begun when the parent was seen
        QVERIFY(!hours.buckets[2].complete);
        QVERIFY(!hours.buckets[3].covered); // after that
    }

    void parentsWithPostsTellNothing()
    {
        const qint64 day = at("2025-11-20");
        StoredSeries days{StoredResolution::Day, {day, day + 86400}, {emptyBucket(day, 5, day + 86400)}};
        days.buckets[0].hasPosts = true;
        StoredSeries hours{StoredResolution::Hour, {day, day + 3600}, {StoredBucket{.start = day}}};
        inheritZeros(hours, days);
        QVERIFY(!hours.buckets[0].covered);
    }
};

POSTWAVE_TEST(CoverageTest, QCoreApplication)
#include "coveragetest.moc"
