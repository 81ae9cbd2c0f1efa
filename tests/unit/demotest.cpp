// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "sources/demo/demosource.h"
#include "testcase.h"

#include <QFile>
#include <QSet>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
const qint64 kNow = at("2026-03-10T12:00:00Z");
constexpr qint64 kDay = 86400;
constexpr ChannelId kBrand(1000000000202);

QList<DemoRecipe> recipes()
{
    QFile file(u":/postwave/demo/channels.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recipe");
    return *readDemoRecipes(file.readAll());
}

DemoRecipe recipeOf(ChannelId channel)
{
    for (const DemoRecipe &recipe : recipes()) {
        if (recipe.channel.id == channel)
            return recipe;
    }
    qFatal("no such channel");
}

QList<DemoPost> everything(const DemoRecipe &recipe, qint64 now)
{
    return demoPosts(recipe, {0, now + 1}, now);
}

bool same(const QList<DemoPost> &a, const QList<DemoPost> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const DemoPost &x, const DemoPost &y) {
        return x.id == y.id && x.published == y.published && x.views == y.views && x.reactions == y.reactions
            && x.forwards == y.forwards && x.comments == y.comments && x.text == y.text;
    });
}
}

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeChannels()
    {
        QCOMPARE(recipes().size(), 3);
        QSet<ChannelId> ids;
        for (const DemoRecipe &recipe : recipes())
            ids.insert(recipe.channel.id);
        QCOMPARE(ids.size(), 3);
    }

    void nothingChangesWithinAnHour()
    {
        for (const DemoRecipe &recipe : recipes()) {
            QVERIFY(same(everything(recipe, kNow), everything(recipe, kNow)));
            QVERIFY(same(everything(recipe, kNow), everything(recipe, kNow + 3599)));
            QVERIFY(!same(everything(recipe, kNow), everything(recipe, kNow + kDay)));
        }
    }

    void countersOnlyGrow()
    {
        const DemoRecipe recipe = recipeOf(kBrand);
        QHash<PostId, DemoPost> before;
        for (const DemoPost &post : everything(recipe, kNow))
            before.insert(post.id, post);
        int grown = 0;
        for (const DemoPost &post : everything(recipe, kNow + 3600)) {
            const auto known = before.constFind(post.id);
            if (known == before.constEnd())
                continue;
            QVERIFY(post.views >= known->views && post.reactions >= known->reactions);
            QCOMPARE(post.published, known->published);
            grown += post.views > known->views;
        }
        QVERIFY(grown > 0);
    }

    void everyChannelHasItsCharacter()
    {
        const auto postsOf30Days = [](int index) {
            const DemoRecipe recipe = recipes().at(index);
            return demoPosts(recipe, {kNow - 30 * kDay, kNow + 1}, kNow);
        };
        QVERIFY(postsOf30Days(0).size() > 20 && postsOf30Days(0).size() < 120);
        QVERIFY(postsOf30Days(1).size() > 450); // news: some 25 a day, album parts besides
        QVERIFY(postsOf30Days(2).size() < 40);
        const QList<DemoPost> young = everything(recipes().at(2), kNow);
        QVERIFY(kNow - young.constFirst().published < 75 * kDay);
    }

    void albumsAdsServiceMessagesAndDeletions()
    {
        const DemoRecipe recipe = recipeOf(kBrand);
        const QList<DemoPost> posts = everything(recipe, kNow);
        int albumParts = 0;
        int service = 0;
        int ads = 0;
        for (qsizetype i = 1; i < posts.size(); ++i) {
            albumParts +=
                posts[i].published == posts[i - 1].published && posts[i].id.value() == posts[i - 1].id.value() + 1;
            service += posts[i].views == 0 && kNow - posts[i].published > kDay;
            ads += posts[i].text.startsWith(u"#ad"_s);
        }
        QVERIFY(albumParts > 0);
        QVERIFY(service > 0);
        QVERIFY(ads >= 2);

        QSet<PostId> still;
        for (const DemoPost &post : posts)
            still.insert(post.id);
        int deleted = 0;
        for (int day = 100; day > 0; day -= 2) { // who looked every other day has seen posts that are gone
            for (const DemoPost &post : demoPosts(recipe, {kNow - 100 * kDay, kNow}, kNow - day * kDay))
                deleted += !still.contains(post.id);
        }
        QVERIFY(deleted > 0);
    }

    void idsAreUniqueAndInOrder()
    {
        for (const DemoRecipe &recipe : recipes()) {
            const QList<DemoPost> posts = everything(recipe, kNow);
            for (qsizetype i = 1; i < posts.size(); ++i) {
                QVERIFY(posts[i - 1].id < posts[i].id);
                QVERIFY(posts[i - 1].published <= posts[i].published);
            }
        }
    }

    /** Its sums are those of its posts, up to where its clock stands. */
    void bucketsAreSumsOfPosts_data()
    {
        QTest::addColumn<StoredResolution>("level");
        QTest::addColumn<StoredResolution>("answered");
        QTest::newRow("days") << StoredResolution::Day << StoredResolution::Day;
        QTest::newRow("hours of weeks") << StoredResolution::Hour << StoredResolution::Hour;
        QTest::newRow("minutes") << StoredResolution::Minute << StoredResolution::Minute;
    }
    void bucketsAreSumsOfPosts()
    {
        QFETCH(const StoredResolution, level);
        QFETCH(const StoredResolution, answered);
        FakeClock clock{kNow};
        DemoSource demo(&clock);
        const qint64 today = bucketStart(StoredResolution::Day, kNow);
        const SourceNeed need{
            .channel = kBrand,
            .buckets = {{{today - 6 * kDay, today + kDay}, level}, {{today - 13 * kDay, today - 6 * kDay}, level}}};
        const SourcePlan plan = demo.plan(need, {}, kNow);
        QCOMPARE(plan.requests.size(), 1);
        QVERIFY(!plan.again);
        auto reading = demo.read(plan.requests[0].request, RequestPriority::Interactive);
        QVERIFY(reading.isReady());
        const Result<SourceReading> read = QCoro::waitFor(std::move(reading));
        QVERIFY(read);
        const ObservedBuckets &observed = std::get<BucketReading>(*read).observed;
        QCOMPARE(observed.observation.level, answered);
        QCOMPARE(observed.observation.window, (TimeWindow{today - 13 * kDay, kNow}));
        QVERIFY(observed.observation.reachesNow);
        qint64 views = 0;
        qint64 posts = 0;
        for (const Bucket &bucket : observed.buckets) {
            QCOMPARE(bucketStart(answered, bucket.start), bucket.start);
            views += *bucket.counters[Metric::Views];
            posts += *bucket.counters[Metric::PostCount];
        }
        qint64 viewsOfPosts = 0;
        const QList<DemoPost> expected = demoPosts(recipeOf(kBrand), {today - 13 * kDay, kNow}, kNow);
        for (const DemoPost &post : expected)
            viewsOfPosts += post.views;
        QCOMPARE(posts, expected.size());
        QCOMPARE(views, viewsOfPosts);
    }

    void hoursOfADayComeAsMinutes()
    {
        FakeClock clock{kNow};
        const DemoSource demo(&clock);
        const qint64 today = bucketStart(StoredResolution::Day, kNow);
        const SourceNeed day{.channel = kBrand, .buckets = {{{today, today + kDay}, StoredResolution::Hour}}};
        QCOMPARE(demo.plan(day, {}, kNow).requests[0].tells->level, StoredResolution::Minute);
        SourceNeed rolling = day;
        rolling.period = Period::Hours24;
        QCOMPARE(demo.plan(rolling, {}, kNow).requests[0].tells->level, StoredResolution::Hour);
    }

    void theFutureNeedsNoRequest()
    {
        FakeClock clock{kNow};
        const DemoSource demo(&clock);
        const SourceNeed need{.channel = kBrand, .buckets = {{{kNow + kDay, kNow + 2 * kDay}, StoredResolution::Day}}};
        QVERIFY(demo.plan(need, {}, kNow).requests.isEmpty());
    }

    void recipesThatAreNone()
    {
        QVERIFY(!readDemoRecipes("{}"));
        QVERIFY(!readDemoRecipes("nonsense"));
    }
};

POSTWAVE_TEST(DemoTest, QCoreApplication)
#include "demotest.moc"
