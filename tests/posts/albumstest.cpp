// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/albums.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
constexpr Media kPhoto = Medium::Photo;

PostHistory photo(qint64 id, qint64 published, const QString &text = {}, qint64 views = 10)
{
    return {.post = {.id = PostId(id), .published = published, .text = text, .media = kPhoto},
            .snapshots = {{published + 60, published + 60, {.views = views}}}};
}

QList<qsizetype> sizesOf(const QList<WholePost> &posts)
{
    QList<qsizetype> sizes;
    for (const WholePost &post : posts)
        sizes.append(post.parts.size());
    return sizes;
}

/** Runs as "from-until:views", in words that a failed comparison shows. */
QStringList runsOf(const WholePost &post)
{
    QStringList runs;
    for (const PostSnapshot &run : post.history.snapshots)
        runs.append(u"%1-%2:%3"_s.arg(run.observedAt).arg(run.seenUntil).arg(run.counters.views.value_or(-1)));
    return runs;
}
}

class AlbumsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnAlbum_data()
    {
        QTest::addColumn<QList<PostHistory>>("posts");
        QTest::addColumn<QList<qsizetype>>("sizes");
        const auto row = [](const char *name, QList<PostHistory> posts, QList<qsizetype> sizes) {
            QTest::newRow(name) << posts << sizes;
        };
        row("three photos, one with text", {photo(1, 100, u"Spring"_s), photo(2, 100), photo(3, 100)}, {3});
        row("the text at the end", {photo(1, 100), photo(2, 100, u"Spring"_s)}, {2});
        row("without text", {photo(1, 100), photo(2, 100)}, {2});
        row("two with text", {photo(1, 100, u"a"_s), photo(2, 100), photo(3, 100, u"b"_s)}, {2, 1});
        row("another second", {photo(1, 100), photo(2, 101)}, {1, 1});
        row("an id between", {photo(1, 100), photo(3, 100)}, {1, 1});
        PostHistory bare = photo(2, 100);
        bare.post.media = Media();
        row("one without media", {photo(1, 100), bare, photo(3, 100)}, {1, 1, 1});
        PostHistory unknown = photo(2, 100);
        unknown.post.media.reset();
        row("unknown media is not some", {photo(1, 100), unknown, photo(3, 100)}, {1, 1, 1});
        PostHistory service = photo(2, 100);
        service.post.kind = MessageKind::Service;
        row("a service message is no post", {photo(1, 100), service, photo(3, 100)}, {1, 1});
        PostHistory given = photo(1, 100, u"a"_s);
        given.post.album = 7;
        PostHistory givenLater = photo(5, 101, u"b"_s);
        givenLater.post.album = 7;
        row("as the source says", {given, photo(2, 100), givenLater}, {2, 1});
        PostHistory other = photo(2, 100);
        other.post.album = 8;
        row("and not otherwise", {given, other}, {1, 1});
        PostHistory gone = photo(2, 100);
        gone.deletedSeen = 500;
        row("over a part that was deleted", {photo(1, 100), gone, photo(3, 100)}, {3});
        row("none", {}, {});
    }
    void whatIsAnAlbum()
    {
        QFETCH(QList<PostHistory>, posts);
        QFETCH(QList<qsizetype>, sizes);
        QCOMPARE(sizesOf(wholePosts(posts)), sizes);
    }

    void oneOfItsParts()
    {
        PostHistory second = photo(2, 100, u"Spring"_s);
        second.post.media = Medium::Video;
        second.isAd = true;
        const WholePost album = wholePosts({photo(1, 100), second}).constFirst();
        QCOMPARE(album.history.post.id, PostId(1));
        QCOMPARE(album.parts, QList<PostId>({PostId(1), PostId(2)}));
        QCOMPARE(album.history.post.text, u"Spring"_s);
        QCOMPARE(*album.history.post.media, Media(Medium::Photo | Medium::Video));
        QVERIFY(album.history.isAd);
    }

    /** For each counter the largest of what its parts had by then. */
    void countersAreTheLargest()
    {
        PostHistory first = photo(1, 100);
        first.snapshots = {{200, 300, {.views = 10, .forwards = 5}}, {400, 400, {.views = 30, .forwards = 5}}};
        PostHistory second = photo(2, 100);
        second.snapshots = {{250, 250, {.views = 12, .forwards = {}}}, {350, 500, {.views = 13, .forwards = 9}}};
        const WholePost album = wholePosts({first, second}).constFirst();
        QCOMPARE(runsOf(album), QStringList({u"200-200:10"_s, u"250-300:12"_s, u"350-350:13"_s, u"400-500:30"_s}));
        QCOMPARE(album.history.snapshots.last().counters.forwards, Count(9));
        QCOMPARE(album.history.snapshots.first().counters.comments, Count());
    }

    void deletedPartsDoNotCount()
    {
        PostHistory most = photo(1, 100, {}, 1000);
        most.deletedSeen = 500;
        const WholePost album = wholePosts({most, photo(2, 100, {}, 20)}).constFirst();
        QVERIFY(!album.history.deletedSeen);
        QCOMPARE(runsOf(album), QStringList(u"160-160:20"_s));
        PostHistory least = photo(2, 100, {}, 20);
        least.deletedSeen = 600;
        QVERIFY(wholePosts({most, least}).constFirst().history.deletedSeen);
    }

    void asOf()
    {
        PostHistory post = photo(1, 100);
        post.snapshots = {{200, 300, {.views = 10}}, {400, 500, {.views = 20}}};
        post.deletedSeen = 600;
        const auto at = [&post](qint64 time) {
            const QList<PostHistory> known = knownAt({post}, time);
            return known.isEmpty() ? QStringList() : runsOf({known.first(), {}});
        };
        QCOMPARE(at(199), QStringList());
        QCOMPARE(at(200), QStringList(u"200-200:10"_s));
        QCOMPARE(at(299), QStringList(u"200-200:10"_s)); // when it was seen between, nobody knows any more
        QCOMPARE(at(300), QStringList(u"200-300:10"_s));
        QCOMPARE(at(450), QStringList({u"200-300:10"_s, u"400-400:20"_s}));
        QVERIFY(!knownAt({post}, 599).constFirst().deletedSeen);
        QCOMPARE(knownAt({post}, 600).constFirst().deletedSeen, std::optional<qint64>(600));
    }
};

POSTWAVE_TEST(AlbumsTest, Testing::NoApplication)
#include "albumstest.moc"
