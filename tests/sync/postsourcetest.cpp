// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "fakes.h"
#include "sync/repository.h"
#include "testcase.h"

#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
const qint64 kNow = at("2025-11-21T14:37:20Z");
constexpr qint64 kDay = 86400;

/** A page of the list of posts. */
class PageRequest final : public SourceRequest
{
public:
    explicit PageRequest(std::optional<PostId> before)
        : before(before)
    {
    }
    bool holds(const SourceRequest &other) const override
    {
        const auto *page = dynamic_cast<const PageRequest *>(&other);
        return page && page->before == before;
    }

    const std::optional<PostId> before; ///< id; nothing = the newest
};

/** A source with posts only, three to a page, that knows channels by their names: nothing like a server of buckets. */
class ToySource final : public Source
{
public:
    static constexpr qsizetype kPage = 3;

    QString key() const override
    {
        return u"toy"_s;
    }
    SourceCapabilities capabilities() const override
    {
        return {.posts = true, .counters = {Metric::Views}, .exactCounters = false};
    }
    QCoro::Task<Result<ChannelList>> channels() override
    {
        co_return ChannelList();
    }
    SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64) const override
    {
        if (!need.posts)
            return answersBuckets ? SourcePlan{.requests = {{.request = std::make_shared<PageRequest>(std::nullopt)}}}
                                  : SourcePlan();
        const KnownPosts read = known && known->posts ? *known->posts : KnownPosts();
        const bool isRead = read.reachesBegin || read.window.from <= need.posts->from;
        if (!read.window.isEmpty() && isRead)
            return {};
        const auto before = read.window.isEmpty() ? std::nullopt : std::optional(read.oldest);
        return {.requests = {{.request = std::make_shared<PageRequest>(before)}}, .again = true};
    }
    QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request, RequestPriority) override
    {
        ++asked;
        if (answersBuckets)
            co_return SourceReading(SubscriberReading{.subscribers = 7, .observedAt = kNow});
        const std::optional<PostId> before = static_cast<const PageRequest &>(*request).before;
        PostListing listing{.window = {0, before ? timeOf(before->value()) : kNow}, .observedAt = kNow};
        const qint64 last = (before ? before->value() : kPosts + 1) - 1;
        const qint64 first = std::max<qint64>(1, last - kPage + 1);
        for (qint64 id = first; id <= last; ++id) {
            listing.posts.append({.post = {.id = PostId(id), .published = timeOf(id)},
                                  .observedAt = kNow,
                                  .counters = {.views = 100 * id}});
        }
        listing.reachesBegin = first == 1;
        if (!listing.reachesBegin)
            listing.window.from = timeOf(first);
        co_return SourceReading(PostReading{.listing = std::move(listing)});
    }

    /** One a day, the last one today. */
    static qint64 timeOf(qint64 id)
    {
        return at("2025-11-21") - (kPosts - id) * kDay;
    }

    static constexpr qint64 kPosts = 10;
    int asked = 0;
    bool answersBuckets = false; ///< wrongly: with the number of subscribers
};

/** The contract of plans: read, keep, and plan again until nothing is left. Here posts are kept in a list. */
QList<ListedPost> gather(ToySource &source, const SourceNeed &need)
{
    QList<ListedPost> posts;
    std::optional<SourceKnowledge> known;
    for (SourcePlan plan = source.plan(need, known, kNow); !plan.requests.isEmpty();
         plan = source.plan(need, known, kNow)) {
        for (const PlannedRequest &planned : std::as_const(plan.requests)) {
            const auto reading = *settled(source.read(planned.request, RequestPriority::Interactive));
            const PostListing &page = std::get<PostReading>(*reading).listing;
            posts = page.posts + posts;
            known = SourceKnowledge{.posts = KnownPosts{.window = {page.window.from, kNow},
                                                        .oldest = page.posts.constFirst().post.id,
                                                        .reachesBegin = page.reachesBegin}};
        }
        if (!plan.again)
            break;
    }
    return posts;
}
}

/** The seam carries a source that is nothing like the first one. */
class PostSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsComePageByPage_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<int>("requests");
        QTest::addColumn<qint64>("first"); // id
        QTest::newRow("today") << at("2025-11-21") << 1 << qint64(8);
        QTest::newRow("of four days") << at("2025-11-18") << 2 << qint64(5);
        QTest::newRow("from before the first on") << at("2020-01-01") << 4 << qint64(1);
    }
    void postsComePageByPage()
    {
        QFETCH(const qint64, from);
        QFETCH(const int, requests);
        QFETCH(const qint64, first);
        ToySource source;
        const QList<ListedPost> posts = gather(source, {.channel = ChannelId(1), .posts = TimeWindow{from, kNow}});
        QCOMPARE(source.asked, requests);
        QCOMPARE(posts.size(), ToySource::kPosts - first + 1);
        for (qsizetype i = 0; i < posts.size(); ++i)
            QCOMPARE(posts[i].post.id.value(), first + i);
        QVERIFY(posts.constFirst().post.published <= from || first == 1);
        QVERIFY(!posts.constFirst().counters.reactions); // unknown, not 0
    }

    /** Nobody asks it for what it does not have, and nothing is made up. */
    void viewsOfBucketsAskItNothing()
    {
        ToySource source;
        FakeClock clock{kNow};
        QTemporaryDir folder;
        ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
        Repository repository(&source, &store, &clock);
        QVERIFY(*settled(repository.refresh(ChannelId(1), Period::Days7, RequestPriority::Interactive)));
        QCOMPARE(source.asked, 0);
        QCOMPARE(*repository.requestCount(Period::Days7, {}), 0);
        const auto view = *settled(repository.storedView(ChannelId(1), Period::Days7, {}));
        QVERIFY(!view);
        QCOMPARE(view.error().kind, Error::Kind::NothingStored);
    }

    /** Pages are stored as they come; what was read to the end tells which posts are gone. */
    void pagesAreKept()
    {
        ToySource source;
        FakeClock clock{kNow};
        const QTemporaryDir folder;
        ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
        Ingest ingest(&source, &store, &clock);
        const SourceNeed need{.channel = ChannelId(1), .posts = TimeWindow{at("2025-11-18"), kNow}};
        const SourcePlan plan = source.plan(need, {}, kNow);
        const auto read =
            *settled(ingest.read(ChannelId(1), plan.requests.first().request, RequestPriority::Interactive));
        QVERIFY(read);
        QCOMPARE(read->observedAt, kNow);
        QCOMPARE(read->missing.deleted, 0);
        QFuture<Result<PostsReading>> reading =
            store.posts({.key = {u"toy"_s, ChannelId(1)}}, StorePriority::Interactive);
        reading.waitForFinished();
        const Result<PostsReading> stored = reading.result();
        QVERIFY(stored);
        QCOMPARE(stored->posts.size(), ToySource::kPage);
        QCOMPARE(stored->posts.last().snapshots.last().counters.views, Count(100 * ToySource::kPosts));
        QCOMPARE(stored->readings.size(), 1);
        QCOMPARE(stored->readings.first().window.until, kNow);
    }

    void aReadingThatTheStoreCannotKeepIsAnError()
    {
        ToySource source;
        source.answersBuckets = true;
        FakeClock clock{kNow};
        QTemporaryDir folder;
        ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
        Repository repository(&source, &store, &clock);
        const auto refreshed = *settled(repository.refresh(ChannelId(1), Period::Days7, RequestPriority::Interactive));
        QVERIFY(!refreshed);
        QCOMPARE(refreshed.error().kind, Error::Kind::Unsupported);
    }
};

POSTWAVE_TEST(PostSourceTest, QCoreApplication)
#include "postsourcetest.moc"
