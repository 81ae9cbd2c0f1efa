// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postruns.h"
#include "testcase.h"

#include <algorithm>
#include <random>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
struct Sighting {
    qint64 at;
    PostCounters counters;
};

Sighting seen(qint64 at, qint64 views)
{
    return {at, {.views = views}};
}

QString told(const PostCounters &counters)
{
    const auto one = [](const Count &count) {
        return count ? QString::number(*count) : u"?"_s;
    };
    return counters.forwards ? one(counters.views) + u'/' + one(counters.forwards) : one(counters.views);
}

QStringList told(const QList<PostSnapshot> &runs)
{
    QStringList words;
    for (const PostSnapshot &run : runs)
        words.append(u"%1-%2:%3"_s.arg(run.observedAt).arg(run.seenUntil).arg(told(run.counters)));
    return words;
}

QList<PostSnapshot> runsOf(const QList<Sighting> &sightings)
{
    QList<PostSnapshot> runs;
    for (const Sighting &sighting : sightings)
        addSighting(runs, sighting.at, sighting.counters);
    return runs;
}
}

class PostRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sightings_data()
    {
        QTest::addColumn<QList<Sighting>>("sightings");
        QTest::addColumn<QStringList>("runs");
        const auto row = [](const char *name, QList<Sighting> sightings, QStringList runs) {
            QTest::newRow(name) << sightings << runs;
        };
        row("one", {seen(5, 1)}, {u"5-5:1"_s});
        row("the same again", {seen(5, 1), seen(5, 1)}, {u"5-5:1"_s});
        row("the same later", {seen(5, 1), seen(7, 1), seen(9, 1)}, {u"5-9:1"_s});
        row("the same earlier", {seen(5, 1), seen(3, 1)}, {u"3-5:1"_s});
        row("more", {seen(5, 1), seen(7, 2), seen(9, 2)}, {u"5-5:1"_s, u"7-9:2"_s});
        row("less, for a moment", {seen(5, 9), seen(7, 8), seen(9, 9)}, {u"5-5:9"_s, u"7-7:8"_s, u"9-9:9"_s});
        row("from older files", {seen(9, 3), seen(1, 1), seen(5, 2)}, {u"1-1:1"_s, u"5-5:2"_s, u"9-9:3"_s});
        row("between two of the same", {seen(5, 1), seen(9, 1), seen(7, 1)}, {u"5-9:1"_s});
        row("another one in the middle", {seen(5, 1), seen(9, 1), seen(7, 2)}, {u"5-5:1"_s, u"7-7:2"_s, u"9-9:1"_s});
        row("what joins two runs", {seen(1, 1), seen(5, 2), seen(9, 2), seen(7, 2)}, {u"1-1:1"_s, u"5-9:2"_s});
        row("two words on one moment: the first", {seen(5, 1), seen(5, 2)}, {u"5-5:1"_s});
        row("and at an end", {seen(5, 1), seen(9, 1), seen(9, 2)}, {u"5-9:1"_s});
        const Sighting forwards{5, {.forwards = 7}};
        row("each knows a part", {seen(5, 1), forwards}, {u"5-5:1/7"_s});
        row("of the begin of a run", {seen(5, 1), seen(9, 1), forwards}, {u"5-5:1/7"_s, u"9-9:1"_s});
        const Sighting atEnd{9, {.forwards = 7}};
        row("of its end", {seen(5, 1), seen(9, 1), atEnd}, {u"5-5:1"_s, u"9-9:1/7"_s});
        const Sighting both{7, {.views = 1, .forwards = 7}};
        row("which is the next one then", {seen(3, 1), both, forwards, seen(5, 1)}, {u"3-3:1"_s, u"5-7:1/7"_s});
        row("unknown is another value", {seen(5, 1), {7, {}}, seen(9, 1)}, {u"5-5:1"_s, u"7-7:?"_s, u"9-9:1"_s});
    }
    void sightings()
    {
        QFETCH(QList<Sighting>, sightings);
        QFETCH(QStringList, runs);
        QCOMPARE(told(runsOf(sightings)), runs);
    }

    /**
     * Whatever the order, runs are in order, apart, and never equal to the next. In order of time they give back all
     * that was seen; else the oldest and the newest, for of a run that is cut only the ends are known.
     */
    void anyOrder()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            const bool isInOrder = round % 2 == 0;
            QList<Sighting> sightings;
            for (qint64 at = 0; at < 12; ++at)
                sightings.append(seen(at, qint64(random() % 3)));
            if (!isInOrder)
                std::ranges::shuffle(sightings, random);
            QList<PostSnapshot> runs;
            for (const Sighting &sighting : std::as_const(sightings)) {
                addSighting(runs, sighting.at, sighting.counters);
                for (qsizetype i = 0; i < runs.size(); ++i) {
                    QVERIFY(runs[i].observedAt <= runs[i].seenUntil);
                    QVERIFY(i == 0 || runs[i - 1].seenUntil < runs[i].observedAt);
                    QVERIFY(i == 0 || runs[i - 1].counters != runs[i].counters);
                }
            }
            for (const Sighting &sighting : std::as_const(sightings)) {
                if (!isInOrder && sighting.at > 0 && sighting.at < 11)
                    continue;
                const auto later = std::ranges::upper_bound(runs, sighting.at, {}, &PostSnapshot::observedAt);
                QVERIFY(later != runs.begin());
                QCOMPARE(std::prev(later)->counters, sighting.counters);
            }
        }
    }
};

POSTWAVE_TEST(PostRunsTest, Testing::NoApplication)
#include "postrunstest.moc"
