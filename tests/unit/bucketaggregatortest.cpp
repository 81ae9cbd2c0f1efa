// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bucketaggregator.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;

namespace
{
constexpr qint64 kHour = secondsOf(StoredResolution::Hour);

/**
 * `?` nobody looked, `p` seen in part, `0` whole and empty, `1` to `9` whole with so many views, `n` the same with 50,
 * and its end was the server's now.
 */
StoredSeries hoursOf(const QByteArray &signs, qint64 from = 0)
{
    StoredSeries series{.level = StoredResolution::Hour, .window = {from, from + signs.size() * kHour}, .buckets = {}};
    for (qsizetype i = 0; i < signs.size(); ++i) {
        const char sign = signs[i];
        StoredBucket bucket{.start = from + i * kHour};
        bucket.covered = sign != '?';
        bucket.complete = bucket.covered && sign != 'p';
        bucket.observation = ObservationId(10 + i);
        bucket.observedAt = 1000 - i;
        bucket.seenUntil = bucket.start + (sign == 'p' ? kHour / 2 : kHour);
        bucket.endedNow = sign == 'n';
        bucket.counters = bucket.covered ? Counters::zero() : Counters();
        if (sign == 'p' || sign == 'n' || (sign >= '1' && sign <= '9')) {
            bucket.hasPosts = true;
            bucket.comments = CommentsKind::Discussion;
            bucket.counters[Metric::Views] = sign == 'p' ? 100 : (sign == 'n' ? 50 : sign - '0');
        }
        series.buckets.append(bucket);
    }
    return series;
}

StoredBucket sumOf(const QByteArray &signs, qint64 now)
{
    BucketAggregator sums({0}, signs.size() * kHour, now);
    sums.add(hoursOf(signs));
    return sums.result().buckets.constFirst();
}
}

class BucketAggregatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<qint64>("views");
        const auto row = [](const char *name, const char *parts, qint64 now, const char *state, qint64 views) {
            QTest::newRow(name) << QByteArray(parts) << now << QByteArray(state) << views;
        };
        const qint64 later = 100 * kHour;
        row("whole", "1203", later, "complete", 6);
        row("empty", "0000", later, "complete", 0);
        row("nobody looked", "????", later, "unknown", 0);
        row("a hole", "1?03", later, "unknown", 0);
        row("a hole at the start", "?203", later, "unknown", 0);
        row("the end is missing", "120?", later, "unknown", 0);
        row("running", "12p?", 2 * kHour + 1800, "partial", 103);
        row("running, much later", "12p?", later, "partial", 103); // as it was seen
        row("looked at on a border", "12??", 2 * kHour, "partial", 3);
        row("looked at on a border, much later", "12??", later, "unknown", 0);
        row("looked at up to now, on a border", "1n??", 2 * kHour, "partial", 51);
        row("looked at up to now, on a border, much later", "1n??", later, "partial", 51); // as it was seen
        row("looked at up to now at its end", "12n", later, "complete", 53);
        row("looked at up to now, and again after that", "1n2?", later, "unknown", 0);
        row("looked at up to now, and once more after a hole", "1n?2", later, "unknown", 0);
        row("half seen, then up to now", "1pn?", later, "partial", 151);
        row("half seen within", "1p21", later, "partial", 104);
        row("half seen, then a hole", "1p?1", later, "unknown", 0);
        row("half seen, then whole, then not", "1p2?", later, "unknown", 0);
        row("only the future", "????", 0, "unknown", 0);
        row("nothing but what runs", "p???", 1800, "partial", 100);
    }
    void states()
    {
        QFETCH(const QByteArray, parts);
        QFETCH(const qint64, now);
        QFETCH(const QByteArray, state);
        QFETCH(const qint64, views);
        const StoredBucket sum = sumOf(parts, now);
        QCOMPARE(sum.covered ? (sum.complete ? "complete" : "partial") : "unknown", state.constData());
        if (sum.covered)
            QCOMPARE(*sum.counters[Metric::Views], views);
        else
            QVERIFY(!sum.counters[Metric::Views] && !sum.hasPosts);
    }

    void agesAndKinds()
    {
        const StoredBucket sum = sumOf("1203", 100 * kHour);
        QCOMPARE(sum.observedAt, 997); // as old as its oldest part
        QCOMPARE(sum.observation.value(), 13);
        QCOMPARE(int(sum.comments), int(CommentsKind::Discussion));
        QCOMPARE(sum.seenUntil, 4 * kHour);
        QVERIFY(sum.hasPosts);
    }

    void twoKindsOfCommentsAreTold()
    {
        StoredSeries parts = hoursOf("12");
        parts.buckets[1].comments = CommentsKind::Replies;
        BucketAggregator sums({0}, 2 * kHour, 100 * kHour);
        sums.add(parts);
        QVERIFY(sums.result().commentsMixed);
        BucketAggregator apart({0, kHour}, 2 * kHour, 100 * kHour);
        apart.add(parts);
        QVERIFY(!apart.result().commentsMixed); // each knows what it counts
    }

    void unknownAndTooLargeCountersStayUnknown()
    {
        StoredSeries parts = hoursOf("111");
        parts.buckets[1].counters[Metric::Likes].reset();
        parts.buckets[0].counters[Metric::Shares] = kLargestCount;
        parts.buckets[1].counters[Metric::Shares] = 1;
        BucketAggregator sums({0}, 3 * kHour, 100 * kHour);
        sums.add(parts);
        const Counters counters = sums.result().buckets[0].counters;
        QVERIFY(!counters[Metric::Likes]);
        QVERIFY(!counters[Metric::Shares]);
        QCOMPARE(*counters[Metric::Views], 3);
    }

    void partsMayComeInPieces()
    {
        const QList<qint64> starts{kHour, 3 * kHour};
        BucketAggregator sums(starts, 6 * kHour, 100 * kHour);
        sums.add(hoursOf("92"));
        sums.add(hoursOf("34", 2 * kHour));
        sums.add(hoursOf("569", 4 * kHour));
        const StoredSeries result = sums.result();
        QCOMPARE(result.buckets.size(), 2);
        QCOMPARE(result.window, (TimeWindow{kHour, 6 * kHour}));
        QCOMPARE(*result.buckets[0].counters[Metric::Views], 2 + 3);
        QCOMPARE(*result.buckets[1].counters[Metric::Views], 4 + 5 + 6);
        QCOMPARE(int(result.level), int(StoredResolution::Hour));
    }
};

POSTWAVE_TEST(BucketAggregatorTest, QCoreApplication)

#include "bucketaggregatortest.moc"
