// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/spike.h"
#include "posthistories.h"
#include "testcase.h"

using namespace Postwave;

namespace
{
QList<WholePost> withViews(QList<qint64> views)
{
    QList<WholePost> posts;
    for (const qint64 count : views)
        posts.append(wholeOf(postWith(posts.size() + 1, 1'760'000'000, {{24, count}})));
    return posts;
}
}

class SpikeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSharesAddUp()
    {
        const std::optional<Spike> spike = spikeOf(withViews({100, 300, 800}), withViews({150, 250}));
        QVERIFY(spike);
        QCOMPARE(spike->excess, 800.);
        QCOMPARE(spike->byPosts, 1 * 300.);
        QCOMPARE(spike->byViewsPerPost, 200 * 2.5);
        QCOMPARE(spike->byPosts + spike->byViewsPerPost, spike->excess);
        QCOMPARE(spike->viewsPerPost, 400.);
        QCOMPARE(spike->earlierViewsPerPost, 200.);
        // 100 and 600 above: the one alone carries more than half.
        QCOMPARE(spike->carriedBy.size(), 1);
        QCOMPARE(spike->carriedBy[0].post, PostId(3));
        QCOMPARE(spike->carriedBy[0].above, 600.);
    }

    void lessThanBefore()
    {
        const std::optional<Spike> spike = spikeOf(withViews({100}), withViews({150, 250}));
        QCOMPARE(spike->excess, -300.);
        QCOMPARE(spike->byPosts + spike->byViewsPerPost, -300.);
        QVERIFY(spike->carriedBy.isEmpty());
    }

    void whatIsUnknownIsNoZero()
    {
        QList<WholePost> posts = withViews({100, 300});
        posts[0].history.snapshots[0].counters.views.reset();
        QCOMPARE(spikeOf(posts, withViews({200}))->posts, 1.);
        posts[1].history.snapshots.clear();
        QVERIFY(!spikeOf(posts, withViews({200})));
        QVERIFY(!spikeOf(withViews({200}), {}));
    }
};

POSTWAVE_TEST(SpikeTest, Testing::NoApplication)
#include "spiketest.moc"
