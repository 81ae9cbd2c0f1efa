// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/postfigures.h"
#include "posthistories.h"
#include "posts/hashtags.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 kMonday = 1'759'708'800; // 2025-10-06T00:00:00Z

/** Posts of which each is as many times typical as is said. */
struct Channel {
    QList<WholePost> posts;
    QList<Growth> views;
    QList<std::optional<Typical>> typicals;

    WholePost &add(double times, qint64 published = kMonday, double age = 24)
    {
        PostHistory history = postWith(posts.size() + 1, published, {{age, qint64(100 * times)}});
        PostCounters &counters = history.snapshots.last().counters;
        counters.reactions = 4;
        counters.forwards = 1;
        counters.comments = 0;
        posts.append(wholeOf(history));
        views.append(viewsOf(history, published + 100 * kDay));
        typicals.append(Typical{.times = times, .median = 100, .posts = 30});
        return posts.last();
    }
    PostFigures figures() const
    {
        return {posts, views, typicals};
    }
};
}

class PostFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashtags_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("in order") << u"#one two #three"_s << QStringList({u"#one"_s, u"#three"_s});
        QTest::newRow("once") << u"#One and #one"_s << QStringList(u"#One"_s);
        QTest::newRow("any script") << u"#новости, #مرحبا #天気_2"_s
                                    << QStringList({u"#новости"_s, u"#مرحبا"_s, u"#天気_2"_s});
        QTest::newRow("no number") << u"we are #1, #2nd"_s << QStringList(u"#2nd"_s);
        QTest::newRow("not in words and addresses") << u"a#b https://x.example/#top ##"_s << QStringList();
        QTest::newRow("between lines") << u"#a\n#b#c"_s << QStringList({u"#a"_s, u"#b"_s});
        QTest::newRow("none") << QString() << QStringList();
    }
    void hashtags()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tags);
        QCOMPARE(hashtagsOf(text), tags);
    }

    void byHashtag()
    {
        Channel channel;
        channel.add(1).history.post.text = u"#News first"_s;
        channel.add(2).history.post.text = u"#news second #rare"_s;
        channel.add(6).history.post.text = u"#news third"_s;
        channel.add(9).history.post.text = u"no tag"_s;
        const auto groups = channel.figures().byHashtag();
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0].key, u"#News"_s);
        QCOMPARE(groups[0].figures.posts, 3);
        QCOMPARE(*groups[0].figures.times, 2.);
        QCOMPARE(*groups[0].figures.engagementRate, 15. / 900);
        QVERIFY(groups[0].figures.isTelling());
        QCOMPARE(groups[1].key, u"#rare"_s);
        QVERIFY(!groups[1].figures.isTelling());
    }

    void whatIsLeftOut()
    {
        Channel channel;
        channel.add(1);
        channel.add(1).history.isAd = true;
        channel.add(1).history.deletedSeen = kMonday;
        channel.add(1, kMonday, 5.9); // so far
        channel.add(1);
        channel.typicals.last().reset();
        QCOMPARE(channel.figures().byTextLength().size(), 1);
        QCOMPARE(channel.figures().byTextLength().first().figures.posts, 1);
    }

    void byMedium()
    {
        Channel channel;
        channel.add(1).history.post.media = Media();
        channel.add(2).history.post.media = Medium::Photo;
        channel.add(4).history.post.media = Medium::Photo | Medium::Video;
        channel.add(8); // unknown
        const auto groups = channel.figures().byMedium();
        QCOMPARE(groups.size(), 3);
        QCOMPARE(groups[0].key, Media());
        QCOMPARE(groups[1].key, Media(Medium::Photo));
        QCOMPARE(*groups[1].figures.times, 3.);
        QCOMPARE(groups[2].figures.posts, 1);
    }

    void textLengths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<TextLength>("length");
        QTest::newRow("none") << QString() << TextLength::None;
        QTest::newRow("a sign of many code points")
            << u"👩‍👩‍👧‍👦"_s.repeated(200) << TextLength::Short;
        QTest::newRow("200") << u"a"_s.repeated(200) << TextLength::Short;
        QTest::newRow("201") << u"a"_s.repeated(201) << TextLength::Medium;
        QTest::newRow("500") << u"a"_s.repeated(500) << TextLength::Medium;
        QTest::newRow("1000") << u"a"_s.repeated(1000) << TextLength::Long;
        QTest::newRow("1001") << u"a"_s.repeated(1001) << TextLength::VeryLong;
        QTest::newRow("4096") << u"a"_s.repeated(4096) << TextLength::VeryLong;
    }
    void textLengths()
    {
        QFETCH(QString, text);
        QFETCH(TextLength, length);
        QCOMPARE(textLengthOf(text), length);
    }

    void byTime()
    {
        Channel channel;
        channel.add(1, kMonday + 9 * kHour);
        channel.add(3, kMonday + 11 * kHour);
        channel.add(5, kMonday + 6 * kDay + 23 * kHour);
        const PostFigures::Week week = channel.figures().byTime(QTimeZone::utc());
        QCOMPARE(week.hoursPerBlock, 4);
        QCOMPARE(week.blocks.size(), 6);
        QCOMPARE(week.blocks[2][0].posts, 2);
        QCOMPARE(*week.blocks[2][0].times, 2.);
        QCOMPARE(week.blocks[5][6].posts, 1);
        QVERIFY(!week.blocks[0][0].times);
        QVERIFY(!week.isTelling());
        // An hour later it is Monday again.
        QCOMPARE(channel.figures().byTime(QTimeZone("Europe/Berlin")).blocks[0][0].posts, 1);
    }

    void manyPostsByTheHour()
    {
        Channel channel;
        for (int i = 0; i < PostFigures::Week::kManyPosts; ++i)
            channel.add(1, kMonday + (i % 100) * kHour);
        const PostFigures::Week week = channel.figures().byTime(QTimeZone::utc());
        QCOMPARE(week.hoursPerBlock, 1);
        QCOMPARE(week.blocks.size(), 24);
        QVERIFY(week.isTelling());
    }
};

POSTWAVE_TEST(PostFiguresTest, Testing::NoApplication)
#include "postfigurestest.moc"
