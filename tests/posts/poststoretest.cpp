// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postreader.h"
#include "store/postwriter.h"
#include "store/schema.h"
#include "store/sql/sqlstatement.h"
#include "testcase.h"

#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
const ChannelKey kKey{u"https://host"_s, ChannelId(1001234567890)};

ListedPost listed(qint64 id, qint64 observedAt, qint64 views)
{
    return {.post = {.id = PostId(id), .published = 1000 * id}, .observedAt = observedAt, .counters = {.views = views}};
}

/** Posts from @p first to @p last, all of them looked at when they were listed. */
QList<ListedPost> listOf(qint64 first, qint64 last, qint64 at, const QSet<qint64> &without = {})
{
    QList<ListedPost> posts;
    for (qint64 id = first; id <= last; ++id) {
        if (!without.contains(id))
            posts.append(listed(id, at, 10 * id));
    }
    return posts;
}

QStringList runsOf(const PostHistory &post)
{
    QStringList runs;
    for (const PostSnapshot &run : post.snapshots)
        runs.append(u"%1-%2:%3"_s.arg(run.observedAt).arg(run.seenUntil).arg(run.counters.views.value_or(-1)));
    return runs;
}

QSet<qint64> numbers(qint64 first, qint64 last)
{
    QSet<qint64> set;
    for (qint64 id = first; id <= last; ++id)
        set.insert(id);
    return set;
}
}

class PostStoreTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SqlConnection> m_connection;

    void write(const QList<ListedPost> &posts, qint64 at)
    {
        PostWriter(*m_connection).write(kKey, posts, at);
    }
    /** A whole reading of a list that goes back to a time. */
    MissingPosts read(const QList<ListedPost> &posts, qint64 at, qint64 from = 0)
    {
        write(posts, at);
        PostReadingRecord reading{
            .key = kKey, .window = {from, at}, .reachesNow = true, .reachesBegin = from == 0, .observedAt = at};
        reading.tellsDeletions = true;
        for (const ListedPost &post : posts)
            reading.listed.append(post.post.id);
        return PostWriter(*m_connection).finish(reading);
    }
    PostsReading stored(std::optional<qint64> asOf = {}, std::optional<TimeWindow> published = {})
    {
        return PostReader(*m_connection).read({.key = kKey, .published = published, .asOf = asOf});
    }
    PostHistory post(qint64 id, std::optional<qint64> asOf = {})
    {
        const QList<PostHistory> posts = stored(asOf).posts;
        for (const PostHistory &post : posts) {
            if (post.post.id == PostId(id))
                return post;
        }
        return {};
    }
    QList<qint64> deleted(std::optional<qint64> asOf = {})
    {
        QList<qint64> ids;
        const QList<PostHistory> posts = stored(asOf).posts;
        for (const PostHistory &post : posts) {
            if (post.deletedSeen)
                ids.append(post.post.id.value());
        }
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_connection = std::make_unique<SqlConnection>(u":memory:"_s, SqlConnection::Access::ReadWrite);
        QCOMPARE(int(upgradeSchema(*m_connection)), int(SchemaOutcome::Upgraded));
    }
    void cleanup()
    {
        m_connection.reset();
    }

    void everythingComesBack()
    {
        ListedPost all{.post = {.id = PostId(7),
                                .published = 7000,
                                .text = u"Текст 🙂\nand more"_s,
                                .kind = MessageKind::Post,
                                .media = Medium::Photo | Medium::Poll,
                                .album = 42,
                                .forwardedFrom = u"Elsewhere"_s,
                                .edited = 7500,
                                .signature = u"Ed."_s,
                                .link = u"https://t.me/harbour/7"_s},
                       .observedAt = 8000,
                       .counters = {.views = qint64(1) << 40,
                                    .forwards = 0,
                                    .reactions = 5,
                                    .comments = {},
                                    .replies = 2,
                                    .stars = 1,
                                    .viewsGrain = 100,
                                    .reactionsGrain = 10}};
        ListedPost bare{.post = {.id = PostId(-8), .published = 7001, .media = Media()}, .observedAt = 8000};
        write({all, bare}, 9000);
        const QList<PostHistory> posts = stored().posts;
        QCOMPARE(posts.size(), 2);
        QCOMPARE(posts[0].post, all.post);
        QCOMPARE(posts[0].snapshots, QList<PostSnapshot>({{8000, 8000, all.counters}}));
        QCOMPARE(posts[1].post, bare.post);
        QCOMPARE(posts[1].snapshots, QList<PostSnapshot>({{8000, 8000, {}}})); // listed without any: unknown
    }

    void theSameAgainChangesNothing()
    {
        read(listOf(1, 30, 100'000), 100'000);
        const int changes = m_connection->value(u"SELECT total_changes()"_s).toInt();
        write(listOf(1, 30, 100'000), 100'000);
        QCOMPARE(m_connection->value(u"SELECT total_changes()"_s).toInt(), changes);
        QCOMPARE(m_connection->value(u"SELECT count(*) FROM post_snapshot"_s).toInt(), 30);
    }

    void runsGrow()
    {
        write({listed(1, 2000, 10)}, 2000);
        write({listed(1, 3000, 10)}, 3000);
        write({listed(1, 4000, 12)}, 4000);
        write({listed(1, 4000, 12)}, 5000); // the server looked no further
        QCOMPARE(runsOf(post(1)), QStringList({u"2000-3000:10"_s, u"4000-4000:12"_s}));
        // An older file, in the middle and before.
        write({listed(1, 2500, 11), listed(1, 1500, 9)}, 2600);
        QCOMPARE(runsOf(post(1)),
                 QStringList(
                     {u"1500-1500:9"_s, u"2000-2000:10"_s, u"2500-2500:11"_s, u"3000-3000:10"_s, u"4000-4000:12"_s}));
    }

    void asOf()
    {
        write({listed(1, 2000, 10)}, 2000);
        write({listed(1, 3000, 10), listed(2, 3000, 20)}, 3000);
        write({listed(1, 4000, 12)}, 4000);
        QVERIFY(stored(1999).posts.isEmpty());
        QCOMPARE(runsOf(post(1, 2000)), QStringList(u"2000-2000:10"_s));
        QCOMPARE(runsOf(post(1, 2999)), QStringList(u"2000-2000:10"_s));
        QCOMPARE(runsOf(post(1, 3999)), QStringList(u"2000-3000:10"_s));
        QCOMPARE(stored(2999).posts.size(), 1);
        QCOMPARE(stored(3000).posts.size(), 2);
    }

    void whatAPostIsFollowsTheNewestList()
    {
        ListedPost post1 = listed(1, 2000, 10);
        post1.post.text = u"first"_s;
        post1.post.media = Medium::Photo;
        post1.post.link = u"https://t.me/harbour/1"_s;
        write({post1}, 2000);
        ListedPost edited = listed(1, 3000, 10);
        edited.post.text = u"edited"_s;
        write({edited}, 3000);
        QCOMPARE(post(1).post.text, u"edited"_s);
        QCOMPARE(post(1).post.media, std::optional<Media>(Medium::Photo)); // what it does not tell stays
        QCOMPARE(post(1).post.link, u"https://t.me/harbour/1"_s);
        write({post1}, 2500); // an older list
        QCOMPARE(post(1).post.text, u"edited"_s);
        ListedPost service = listed(1, 4000, 0);
        service.post.kind = MessageKind::Service;
        write({service}, 4000);
        write({listed(1, 5000, 10)}, 5000);
        QCOMPARE(post(1).post.kind, MessageKind::Service); // once and for all
    }

    void deletedPosts_data()
    {
        QTest::addColumn<QSet<qint64>>("without");
        QTest::addColumn<qint64>("from"); // 0: to the channel's begin
        QTest::addColumn<QList<qint64>>("gone");
        QTest::newRow("none") << QSet<qint64>() << qint64(0) << QList<qint64>();
        QTest::newRow("between two posts") << QSet<qint64>({5}) << qint64(0) << QList<qint64>({5});
        QTest::newRow("the first, read to the begin") << QSet<qint64>({1}) << qint64(0) << QList<qint64>({1});
        QTest::newRow("the last one may be late") << QSet<qint64>({10}) << qint64(0) << QList<qint64>();
        QTest::newRow("older than what was read") << numbers(1, 4) << qint64(4500) << QList<qint64>();
        QTest::newRow("the oldest of what was read") << numbers(1, 5) << qint64(4500) << QList<qint64>();
        QTest::newRow("in what was read")
            << (numbers(1, 4) | QSet<qint64>({6, 8})) << qint64(4500) << QList<qint64>({6, 8});
    }
    void deletedPosts()
    {
        QFETCH(QSet<qint64>, without);
        QFETCH(qint64, from);
        QFETCH(QList<qint64>, gone);
        read(listOf(1, 10, 100'000), 100'000);
        const MissingPosts missing = read(listOf(1, 10, 200'000, without), 200'000, from);
        QCOMPARE(deleted(), gone);
        QCOMPARE(missing.deleted, gone.size());
        QCOMPARE(missing.heldBack, 0);
        QCOMPARE(deleted(199'999), QList<qint64>());
        QCOMPARE(stored().posts.size(), 10); // kept
    }

    void backAgain()
    {
        read(listOf(1, 10, 100'000), 100'000);
        read(listOf(1, 10, 200'000, {5}), 200'000);
        read(listOf(1, 10, 300'000), 300'000);
        read(listOf(1, 10, 400'000, {5}), 400'000);
        QCOMPARE(deleted(), QList<qint64>({5}));
        QCOMPARE(deleted(150'000), QList<qint64>());
        QCOMPARE(deleted(250'000), QList<qint64>({5}));
        QCOMPARE(deleted(300'000), QList<qint64>());
        QCOMPARE(deleted(400'000), QList<qint64>({5}));
    }

    void manyAtOnceNeedASecondReading()
    {
        read(listOf(1, 100, 200'000), 200'000);
        // Twenty are believed, and so is a fifth of more.
        QCOMPARE(read(listOf(1, 100, 300'000, numbers(10, 29)), 300'000).deleted, 20);
        QCOMPARE(read(listOf(1, 100, 400'000), 400'000).deleted, 0);
        const MissingPosts held = read(listOf(1, 100, 500'000, numbers(10, 30)), 500'000);
        QCOMPARE(held.deleted, 0);
        QCOMPARE(held.heldBack, 21);
        QCOMPARE(deleted(), QList<qint64>());
        // For a moment: they are back.
        QCOMPARE(read(listOf(1, 100, 600'000), 600'000).heldBack, 0);
        QCOMPARE(read(listOf(1, 100, 700'000, numbers(10, 30)), 700'000).heldBack, 21);
        const MissingPosts agreed = read(listOf(1, 100, 800'000, numbers(10, 30)), 800'000);
        QCOMPARE(agreed.deleted, 21);
        QCOMPARE(deleted(700'000).size(), 21); // since they were first missed
        QCOMPARE(deleted(699'999).size(), 0);
    }

    void aFifthOfManyIsBelieved()
    {
        read(listOf(1, 200, 300'000), 300'000);
        QCOMPARE(read(listOf(1, 200, 400'000, numbers(10, 49)), 400'000).deleted, 40);
    }

    void anEmptyListTellsNothing()
    {
        read(listOf(1, 10, 100'000), 100'000);
        read({}, 200'000);
        QCOMPARE(deleted(), QList<qint64>());
    }

    void readingsCover()
    {
        read(listOf(1, 10, 100'000), 100'000);
        read(listOf(8, 10, 200'000), 200'000, 7001);
        const QList<Observation> readings = stored().readings;
        QCOMPARE(readings.size(), 2);
        QCOMPARE(readings[0].window, (TimeWindow{7001, 200'000}));
        QCOMPARE(readings[1].window, (TimeWindow{0, 100'000}));
        QVERIFY(readings[0].reachesNow);
        QCOMPARE(readings[0].observedAt, 200'000);
        QCOMPARE(stored(150'000).readings.size(), 1);
        QCOMPARE(stored({}, TimeWindow{3000, 5000}).readings.size(), 1);
        QCOMPARE(stored({}, TimeWindow{3000, 5001}).posts.size(), 3);
    }

    void channelsDoNotMix()
    {
        write(listOf(1, 3, 100'000), 100'000);
        PostWriter(*m_connection).write({kKey.source, ChannelId(2)}, listOf(1, 5, 100'000), 100'000);
        QCOMPARE(stored().posts.size(), 3);
        QVERIFY(PostReader(*m_connection).read({.key = {u"nobody"_s, kKey.channel}}).posts.isEmpty());
    }
};

POSTWAVE_TEST(PostStoreTest, QCoreApplication)
#include "poststoretest.moc"
