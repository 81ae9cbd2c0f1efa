// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/typical.h"
#include "posthistories.h"
#include "testcase.h"

using namespace Postwave;

namespace
{
constexpr qint64 kStart = 1'760'000'000;

struct Channel {
    QList<WholePost> posts;

    /** A post a day, each read after 30 days alone unless told otherwise. */
    void add(qint64 views, double age = 720)
    {
        const qint64 number = posts.size();
        posts.append(wholeOf(postWith(number + 1, kStart + number * kDay, {{age, views}})));
    }
    QList<std::optional<Typical>> found(qint64 asOf = kStart + 400 * kDay) const
    {
        QList<Growth> views;
        for (const WholePost &post : posts)
            views.append(viewsOf(post.history, asOf));
        return typicals(posts, views, MaturityCurve::typicalViews());
    }
};
}

class TypicalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheNinthOn()
    {
        Channel channel;
        for (int i = 1; i <= 9; ++i)
            channel.add(100 * i);
        const auto found = channel.found();
        QVERIFY(!found[7]);
        QCOMPARE(found[8]->median, 450.);
        QCOMPARE(found[8]->times, 2.);
        QCOMPARE(found[8]->posts, 8);
        QVERIFY(!found[8]->isEstimate);
    }

    void thirtyPostsBefore()
    {
        Channel channel;
        for (int i = 0; i < 10; ++i)
            channel.add(1);
        for (int i = 0; i < 30; ++i)
            channel.add(100);
        channel.add(300);
        QCOMPARE(channel.found().constLast()->median, 100.);
        QCOMPARE(channel.found().constLast()->posts, 30);
        QCOMPARE(channel.found().constLast()->times, 3.);
    }

    void whatDoesNotCount()
    {
        Channel channel;
        for (int i = 0; i < 8; ++i)
            channel.add(100);
        channel.posts.last().history.deletedSeen = kStart + 100 * kDay;
        channel.add(100);
        channel.posts.last().history.isAd = true;
        channel.add(100);
        channel.posts.last().history.snapshots.clear();
        channel.add(200);
        QVERIFY(!channel.found().constLast()); // seven are left
        channel.posts[7].history.deletedSeen.reset();
        QCOMPARE(channel.found().constLast()->posts, 8);
        QVERIFY(channel.found().at(8)); // an ad has one, though it is in none
        QVERIFY(!channel.found().at(9));
    }

    void atTheSameAge()
    {
        Channel channel;
        for (int i = 0; i < 8; ++i)
            channel.add(100);
        channel.add(35, 24);
        // The others at 24 hours: an estimate, from what they have at 30 days.
        QCOMPARE(channel.found().constLast()->median, 35.);
        QCOMPARE(channel.found().constLast()->times, 1.);
        QVERIFY(channel.found().constLast()->isEstimate);
    }

    void whatIsRoundedIsAnEstimate()
    {
        Channel channel;
        for (int i = 0; i < 9; ++i)
            channel.add(100);
        QVERIFY(!channel.found().constLast()->isEstimate);
        channel.posts[2].history.snapshots.last().counters.viewsGrain = 10;
        QVERIFY(channel.found().constLast()->isEstimate);
    }

    void noMedianNoFigure()
    {
        Channel channel;
        for (int i = 0; i < 8; ++i)
            channel.add(0);
        channel.add(5);
        QVERIFY(!channel.found().constLast());
    }
};

POSTWAVE_TEST(TypicalTest, Testing::NoApplication)
#include "typicaltest.moc"
