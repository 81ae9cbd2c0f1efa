// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/postpages.h"
#include "testcase.h"

#include <functional>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
constexpr ChannelId kChannel(1001234567890);
constexpr qint64 kReadAt = 1'763'735'840;

/** A server's list, newest first, which may change between pages. */
struct List {
    QList<qint64> ids; ///< published a minute apart, by id
    int asked = 0;

    static qint64 timeOf(qint64 id)
    {
        return 1'760'000'000 + id * 60;
    }
    explicit List(qint64 number)
    {
        for (qint64 id = number; id > 0; --id)
            ids.append(id);
    }
    PostsPage page(qint64 number)
    {
        ++asked;
        PostsPage page{.posts = {}, .total = ids.size()};
        const qint64 first = (number - 1) * PostsRequest::kPageSize;
        for (qint64 i = first; i < std::min<qint64>(first + PostsRequest::kPageSize, ids.size()); ++i)
            page.posts.append({.post = {.id = PostId(ids[i]), .published = timeOf(ids[i])}, .observedAt = kReadAt});
        page.hasMore = first + PostsRequest::kPageSize < ids.size();
        return page;
    }
    /** @param change made after so many pages */
    PostPages read(const PostsRequest &request, const std::function<void(int)> &change = {})
    {
        PostPages pages(request);
        while (const std::optional<qint64> next = pages.next()) {
            const PostsPage read = page(*next);
            pages.add(read, kReadAt + asked);
            if (change)
                change(asked);
        }
        return pages;
    }
};

QSet<qint64> idsOf(const PostListing &listing)
{
    QSet<qint64> ids;
    for (const ListedPost &listed : listing.posts)
        ids.insert(listed.post.id.value());
    return ids;
}

/** Whether all of these ids are there. */
bool hasAll(const QSet<qint64> &ids, qint64 first, qint64 last)
{
    for (qint64 id = first; id <= last; ++id) {
        if (!ids.contains(id))
            return false;
    }
    return true;
}
}

class PostPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asManyPagesAsNeeded_data()
    {
        QTest::addColumn<qint64>("posts");
        QTest::addColumn<qint64>("from"); // id of the oldest that is needed; 0: all
        QTest::addColumn<int>("pages");
        QTest::addColumn<bool>("reachesBegin");
        QTest::newRow("none at all") << qint64(0) << qint64(0) << 1 << true;
        QTest::newRow("one page") << qint64(70) << qint64(0) << 1 << true;
        QTest::newRow("exactly one") << qint64(100) << qint64(0) << 1 << true;
        QTest::newRow("90 days of three a day") << qint64(1000) << qint64(1000 - 269) << 3 << false;
        QTest::newRow("up to the edge of a page") << qint64(1000) << qint64(901) << 2 << false;
        QTest::newRow("within a page") << qint64(1000) << qint64(902) << 1 << false;
        QTest::newRow("all") << qint64(950) << qint64(0) << 10 << true;
        QTest::newRow("no more than ten at once") << qint64(3000) << qint64(0) << 10 << false;
    }
    void asManyPagesAsNeeded()
    {
        QFETCH(qint64, posts);
        QFETCH(qint64, from);
        QFETCH(int, pages);
        QFETCH(bool, reachesBegin);
        List list(posts);
        const PostListing listing = list.read(PostsRequest(kChannel, from == 0 ? 0 : List::timeOf(from))).listing();
        QCOMPARE(list.asked, pages);
        QCOMPARE(listing.reachesBegin, reachesBegin);
        QVERIFY(listing.reachesNow);
        QCOMPARE(listing.observedAt, kReadAt + 1);
        QCOMPARE(listing.window.until, listing.observedAt);
        QVERIFY(hasAll(idsOf(listing), std::max<qint64>(1, posts - 100 * pages + 1), posts));
        if (from > 0)
            QVERIFY(listing.window.from <= List::timeOf(from));
        QVERIFY(std::ranges::is_sorted(listing.posts, {}, [](const ListedPost &listed) {
            return listed.post.published;
        }));
    }

    /** A second may hold posts of two pages: of the oldest second nothing is sure. */
    void theOldestSecondIsNotCovered()
    {
        List list(300);
        const PostListing listing = list.read(PostsRequest(kChannel, List::timeOf(250))).listing();
        QCOMPARE(listing.window.from, List::timeOf(201) + 1);
    }

    void listsThatChange_data()
    {
        QTest::addColumn<int>("after"); // so many pages
        QTest::addColumn<int>("change"); // posts that come, or go from the newest on
        QTest::newRow("a new post") << 1 << 1;
        QTest::newRow("many new posts") << 2 << 150;
        QTest::newRow("one that goes") << 1 << -1;
        QTest::newRow("some go later") << 3 << -40;
        QTest::newRow("some go at the end") << 4 << -5;
    }
    void listsThatChange()
    {
        QFETCH(int, after);
        QFETCH(int, change);
        List list(450);
        const PostPages pages = list.read(PostsRequest(kChannel, 0), [&](int asked) {
            if (asked != after)
                return;
            for (int i = 0; i < change; ++i)
                list.ids.prepend(list.ids.first() + 1);
            for (int i = 0; i > change; --i)
                list.ids.remove(10); // not the newest, which is on the first page
        });
        QVERIFY(!pages.isGivenUp());
        const QSet<qint64> ids = idsOf(pages.listing());
        for (const qint64 id : std::as_const(list.ids))
            QVERIFY2(id > 450 || ids.contains(id), qPrintable(QString::number(id)));
        QVERIFY(list.asked <= 5 + 3);
    }

    void aListThatNeverRestsIsGivenUp()
    {
        List list(1000);
        const PostPages pages = list.read(PostsRequest(kChannel, 0), [&](int) {
            list.ids.removeFirst();
        });
        QVERIFY(pages.isGivenUp());
        QVERIFY(list.asked < 40);
    }

    void goesOnWhereItWasLeft()
    {
        List list(2500);
        const PostListing first = list.read(PostsRequest(kChannel, 0)).listing();
        QVERIFY(!first.reachesBegin);
        const PostsRequest next(kChannel, 0, PostsRequest::Place{first.window.from, first.posts.size()});
        // Posts came and went meanwhile: whatever is older than what is known is still there.
        for (const int gone : {0, 30, 250}) {
            List later(2500);
            for (int i = 0; i < gone; ++i)
                later.ids.remove(20);
            const PostListing second = later.read(next).listing();
            QVERIFY(hasAll(idsOf(second) | idsOf(first), first.posts.first().post.id.value() - 900, 2500));
            QVERIFY(!second.reachesNow);
            QCOMPARE(second.window.until, first.window.from);
        }
    }

    void whatHoldsWhat()
    {
        const PostsRequest month(kChannel, 1000);
        QVERIFY(month.holds(PostsRequest(kChannel, 2000)));
        QVERIFY(!month.holds(PostsRequest(kChannel, 500)));
        QVERIFY(!month.holds(PostsRequest(ChannelId(2), 2000)));
        QVERIFY(!month.holds(PostsRequest(kChannel, 2000, PostsRequest::Place{5, 6})));
    }
};

POSTWAVE_TEST(PostPagesTest, Testing::NoApplication)
#include "postpagestest.moc"
