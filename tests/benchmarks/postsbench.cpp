// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "posts/channelgrowth.h"
#include "posts/growthband.h"
#include "rawstore.h"
#include "store/observationstore.h"
#include "store/schema.h"
#include "store/sql/sqltransaction.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kNow = 1'764'000'000;
constexpr int kPosts = 100'000;
constexpr int kWriteRounds = 5;
constexpr int kReads = 100;
constexpr int kChannels = 100;
constexpr int kYearsOfDays = 3 * 365;
const QString kSource = u"https://host"_s;

ListedPost listed(qint64 id, qint64 published, qint64 observedAt, qint64 views)
{
    return {.post = {.id = PostId(id),
                     .published = published,
                     .text = u"A post of some length, as people write them, with a #tag and a line that goes on."_s,
                     .media = Medium::Photo,
                     .link = u"https://t.me/harbour/%1"_s.arg(id)},
            .observedAt = observedAt,
            .counters = {.views = views, .forwards = views / 90, .reactions = views / 30, .comments = views / 200}};
}

QList<ListedPost> manyPosts()
{
    QList<ListedPost> posts;
    posts.reserve(kPosts);
    for (int i = 0; i < kPosts; ++i)
        posts.append(listed(i + 1, kNow - (kPosts - i) * kHour, kNow, 1000 + qint64(i) * 7919 % 5000));
    return posts;
}

double writeOurs(const QList<ListedPost> &posts)
{
    const QTemporaryDir folder;
    ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
    store.open().waitForFinished();
    return timeOf([&] {
        store.writePosts({kSource, ChannelId(1)}, posts, kNow, StorePriority::Bulk).waitForFinished();
    });
}

double writeTheirs(const QList<ListedPost> &posts)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"peer.sqlite"_s);
    {
        SqlConnection connection(path, SqlConnection::Access::ReadWrite);
        connection.execute(u"PRAGMA journal_mode=WAL"_s);
        if (upgradeSchema(connection) != SchemaOutcome::Upgraded)
            qFatal("no schema");
    }
    RawStore store(path.toUtf8());
    return timeOf([&] {
        store.writePosts(posts, kNow);
    });
}

/** A post a day for three years, each seen at an hour, a day, a week and now. */
void fillChannels(SqlConnection &connection)
{
    PostWriter writer(connection);
    for (int channel = 1; channel <= kChannels; ++channel) {
        QList<ListedPost> posts;
        for (int i = 0; i < kYearsOfDays; ++i) {
            const qint64 published = kNow - (kYearsOfDays - i) * kDay + channel * 60;
            const qint64 views = 500 + (i * 7919 + channel * 31) % 3000;
            posts.append(listed(i + 1, published, published + kHour, views / 4));
            posts.append(listed(i + 1, published, published + kDay, views / 2));
            posts.append(listed(i + 1, published, published + 7 * kDay, views));
        }
        writer.write({kSource, ChannelId(channel)}, posts, kNow);
    }
}

double readOfThirtyDays()
{
    const QTemporaryDir folder;
    SqlConnection connection(folder.filePath(u"postwave.sqlite"_s), SqlConnection::Access::ReadWrite);
    if (upgradeSchema(connection) != SchemaOutcome::Upgraded)
        qFatal("no schema");
    fillChannels(connection);
    QList<double> times;
    for (int i = 0; i < kReads; ++i) {
        times.append(timeOf([&] {
            SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
            const PostsReading read = PostReader(connection)
                                          .read({.key = {kSource, ChannelId(1 + i % kChannels)},
                                                 .published = TimeWindow{kNow - 30 * kDay, kNow}});
            transaction.commit();
            if (read.posts.size() < 29)
                qFatal("posts are missing");
        }));
    }
    std::ranges::sort(times);
    return times[kReads * 95 / 100];
}

QList<PostHistory> followedPosts()
{
    QList<PostHistory> posts;
    posts.reserve(kPosts);
    for (int i = 0; i < kPosts; ++i) {
        const qint64 published = kNow - (kPosts - i) * kHour;
        const qint64 views = 1000 + qint64(i) * 7919 % 5000;
        PostHistory post{.post = {.id = PostId(i + 1), .published = published}};
        for (const auto &[age, share] : {std::pair(kHour, 4), std::pair(kDay, 2), std::pair(30 * kDay, 1)})
            post.snapshots.append({published + age, published + age, {.views = views / share}});
        posts.append(post);
    }
    return posts;
}
}

QList<Row> postsRows()
{
    QList<Row> rows;
    const QList<ListedPost> posts = manyPosts();
    rows.append(compare(
        {.what = u"first write of 100,000 posts with a snapshot each"_s,
         .peer = u"the sqlite3 C API, same schema, a row at a time in one transaction"_s,
         .unit = u"ms"_s,
         .goal = 2.0},
        kWriteRounds,
        [&] {
            return writeOurs(posts);
        },
        [&] {
            return writeTheirs(posts);
        }));
    rows.append({.what = u"30 days of posts, 100 channels × 3 years stored (p95)"_s,
                 .peer = u"a frame"_s,
                 .ours = readOfThirtyDays(),
                 .theirs = 16,
                 .unit = u"ms"_s,
                 .goal = 1});

    const QList<PostHistory> followed = followedPosts();
    const ChannelGrowth growth(followed, kNow + 40 * kDay);
    QList<double> times;
    for (int i = 0; i < kWriteRounds; ++i) {
        times.append(timeOf([&] {
            if (growth.typicals().size() != kPosts || growthBand(growth.views(), growth.ownViews().curve).isEmpty())
                qFatal("a wrong number of figures");
        }));
    }
    rows.append({.what = u"× typical and the band of 100,000 posts"_s,
                 .peer = u"a tenth of a second, off the GUI thread"_s,
                 .ours = median(times),
                 .theirs = 100,
                 .unit = u"ms"_s,
                 .goal = 1});
    rows.append({.what = u"the same posts made ready: albums, ages, own growth"_s,
                 .peer = u"a second, once a channel and list"_s,
                 .ours = timeOf([&] {
                     if (ChannelGrowth(followed, kNow + 40 * kDay).posts().size() != kPosts)
                         qFatal("posts are missing");
                 }),
                 .theirs = 1000,
                 .unit = u"ms"_s});
    return rows;
}
}
