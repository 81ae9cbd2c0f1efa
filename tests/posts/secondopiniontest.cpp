// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secondopinion.h"
#include "posts/channelgrowth.h"
#include "posts/growthband.h"
#include "testcase.h"

#include <QMap>

#include <cmath>
#include <random>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kStart = 1'750'000'000;

/** What a made-up channel is like. */
struct Habits {
    unsigned seed = 0;
    int posts = 0;
    double postsPerDay = 1;
    double hoursBetweenLooks = 24; ///< the first of them at any age below that
    int looks = 1;
    qint64 grain = 1;
    bool comments = true;
};

/** Posts that grow each in its own way, looked at more or less often. */
QList<PostHistory> channelOf(const Habits &habits)
{
    std::mt19937 random(habits.seed);
    const auto between = [&random](double low, double high) {
        return low + (high - low) * double(random()) / double(std::mt19937::max());
    };
    QList<PostHistory> posts;
    double time = 0;
    for (int i = 0; i < habits.posts; ++i) {
        time += between(0.1, 1.9) * 24 / habits.postsPerDay;
        PostHistory post{.post = {.id = PostId(i + 1), .published = kStart + qint64(time * kHour)}};
        post.isAd = i % 17 == 3;
        const double final = std::exp(between(5, 9));
        const double power = between(0.05, 0.3);
        double age = between(0.1, habits.hoursBetweenLooks);
        for (int look = 0; look < habits.looks; ++look) {
            const double grown = std::pow(std::min(age, 900.) / 720, power);
            const auto rounded = [&](double value, qint64 grain) {
                return qint64(std::floor(value / double(grain))) * grain;
            };
            PostCounters counters{.views = rounded(final * grown, habits.grain),
                                  .forwards = qint64(final * grown / 50),
                                  .reactions = qint64(final * std::sqrt(grown) / 20),
                                  .comments = {},
                                  .viewsGrain = habits.grain};
            if (habits.comments && i % 11 != 5)
                counters.comments = qint64(final * grown / 90);
            const qint64 at = post.post.published + qint64(age * kHour);
            if (!post.snapshots.isEmpty() && post.snapshots.last().counters == counters)
                post.snapshots.last().seenUntil = at;
            else
                post.snapshots.append({at, at, counters});
            age += habits.hoursBetweenLooks * between(0.5, 1.5);
        }
        if (i % 23 == 7)
            post.deletedSeen = post.snapshots.last().seenUntil + kHour;
        posts.append(post);
    }
    return posts;
}

/** The same for the other, as of a time: what was deleted later is still there. */
std::vector<SecondOpinion::Post> otherOf(const QList<PostHistory> &posts, qint64 asOf)
{
    std::vector<SecondOpinion::Post> others;
    for (const PostHistory &post : posts) {
        SecondOpinion::Post other{.id = post.post.id.value(), .published = post.post.published, .runs = {}};
        other.ad = post.isAd;
        other.deleted = post.deletedSeen && *post.deletedSeen <= asOf;
        for (const PostSnapshot &run : post.snapshots) {
            const PostCounters &counters = run.counters;
            other.runs.push_back({run.observedAt, run.seenUntil, counters.views, counters.forwards, counters.reactions,
                                  counters.comments, counters.viewsGrain, counters.reactionsGrain});
        }
        // What was not known then is none of the channel's posts.
        if (!other.runs.empty() && other.runs.front().observedAt <= asOf)
            others.push_back(other);
    }
    return others;
}

QString nameOf(ChangeBasis basis)
{
    switch (basis) {
    case ChangeBasis::None:
    case ChangeBasis::Exact:
        return u"none"_s;
    case ChangeBasis::OwnGrowth:
        return u"own growth"_s;
    case ChangeBasis::EqualAge:
        return u"equal age"_s;
    case ChangeBasis::TypicalGrowth:
        return u"typical growth"_s;
    }
    return {};
}

/** To half a percent of what a change multiplies. */
bool agree(double one, double other)
{
    return std::abs(one - other) <= 0.005 * std::max(1.0, std::abs(other));
}

bool agree(const std::optional<double> &one, const std::optional<double> &other)
{
    return one.has_value() == other.has_value() && (!one || agree(*one, *other));
}

QString told(const GrowthChange &change, const SecondOpinion::Change &other)
{
    return u"%1 %2 ±%3 [%4, %5] of %6; the other %7 %8 ±%9 [%10, %11] of %12"_s.arg(nameOf(change.basis))
        .arg(change.value.value_or(NAN))
        .arg(change.plusMinus.value_or(NAN))
        .arg(change.low.value_or(NAN))
        .arg(change.high.value_or(NAN))
        .arg(std::min(change.posts, change.earlierPosts))
        .arg(QString::fromStdString(other.basis))
        .arg(other.value.value_or(NAN))
        .arg(other.plusMinus.value_or(NAN))
        .arg(other.low.value_or(NAN))
        .arg(other.high.value_or(NAN))
        .arg(other.n);
}

bool agree(const GrowthChange &change, const SecondOpinion::Change &other)
{
    return nameOf(change.basis) == QString::fromStdString(other.basis) && agree(change.value, other.value)
        && agree(change.plusMinus, other.plusMinus) && agree(change.low, other.low) && agree(change.high, other.high)
        && int(std::min(change.posts, change.earlierPosts)) == other.n;
}
}

/** Numbers that two wrote from the same rules, each without the other. */
class SecondOpinionTest : public QObject
{
    Q_OBJECT

private:
    QMap<QString, int> m_bases; ///< how often each rung of the ladder was met

private Q_SLOTS:
    void channels_data()
    {
        QTest::addColumn<Habits>("habits");
        const auto row = [](const char *name, Habits habits) {
            QTest::newRow(name) << habits;
        };
        row("followed day by day", {.seed = 1, .posts = 60, .postsPerDay = 1, .hoursBetweenLooks = 24, .looks = 36});
        row("followed by the hour", {.seed = 2, .posts = 40, .postsPerDay = 4, .hoursBetweenLooks = 4, .looks = 50});
        row("looked at once", {.seed = 3, .posts = 80, .postsPerDay = 2, .hoursBetweenLooks = 300, .looks = 1});
        row("now and then", {.seed = 4, .posts = 80, .postsPerDay = 1, .hoursBetweenLooks = 170, .looks = 6});
        row("few posts", {.seed = 5, .posts = 7, .postsPerDay = 0.3, .hoursBetweenLooks = 12, .looks = 30});
        row("rounded", {.seed = 6, .posts = 40, .postsPerDay = 1, .hoursBetweenLooks = 30, .looks = 30, .grain = 100});
        row("without comments",
            {.seed = 7, .posts = 30, .postsPerDay = 1, .hoursBetweenLooks = 48, .looks = 20, .comments = false});
        row("young", {.seed = 8, .posts = 40, .postsPerDay = 6, .hoursBetweenLooks = 2, .looks = 30});
    }
    void channels()
    {
        QFETCH(Habits, habits);
        const QList<PostHistory> posts = channelOf(habits);
        const qint64 last = posts.last().post.published;
        for (const qint64 asOf :
             {last - 20 * kDay, last - 3 * kDay, last + 2 * kHour, last + 2 * kDay, last + 40 * kDay}) {
            const ChannelGrowth growth(posts, asOf);
            const std::vector<SecondOpinion::Post> other = otherOf(posts, asOf);
            QCOMPARE(size_t(growth.posts().size()), other.size());
            compareCurves(growth, other);
            comparePosts(growth, other);
            for (const qint64 days : {1, 3, 7, 30})
                compareChanges(growth, other, days);
        }
    }
    /** Else their agreement would tell little. */
    void everyRungWasMet()
    {
        for (const QString &basis : {u"none"_s, u"own growth"_s, u"equal age"_s, u"typical growth"_s})
            QVERIFY2(m_bases[basis] >= 5, qPrintable(u"%1: %2"_s.arg(basis).arg(m_bases[basis])));
    }

private:
    void compareCurves(const ChannelGrowth &growth, const std::vector<SecondOpinion::Post> &other)
    {
        const SecondOpinion::Curve views = SecondOpinion::ownCurve(other, SecondOpinion::Counter::Views, growth.asOf());
        const SecondOpinion::Curve engagement =
            SecondOpinion::ownCurve(other, SecondOpinion::Counter::Engagement, growth.asOf());
        for (size_t i = 0; i < MaturityCurve::kSteps; ++i) {
            QCOMPARE(int(growth.ownViews().posts[i]), views.n[i]);
            QCOMPARE(int(growth.ownEngagement().posts[i]), engagement.n[i]);
        }
        for (const double age : {0.00001, 0.2, 0.7, 5., 24., 100., 500., 720., 800., 3000., 9000.}) {
            QVERIFY(agree(growth.ownViews().curve.at(age), share(views, age)));
            QVERIFY(agree(growth.ownEngagement().curve.at(age), share(engagement, age)));
        }
        const QList<BandPoint> band = growthBand(countedViews(growth), growth.ownViews().curve);
        const std::vector<SecondOpinion::Band> otherBand = SecondOpinion::band(other, growth.asOf());
        QCOMPARE(size_t(band.size()), otherBand.size());
        for (qsizetype i = 0; i < band.size(); ++i) {
            const SecondOpinion::Band &point = otherBand[size_t(i)];
            QVERIFY(band[i].age == point.ageHours && band[i].posts == point.posts && agree(band[i].low, point.p25)
                    && agree(band[i].median, point.median) && agree(band[i].high, point.p75));
        }
    }

    void comparePosts(const ChannelGrowth &growth, const std::vector<SecondOpinion::Post> &other)
    {
        const SecondOpinion::Curve curve = SecondOpinion::ownCurve(other, SecondOpinion::Counter::Views, growth.asOf());
        const QList<std::optional<Typical>> typicals = growth.typicals();
        for (qsizetype i = 0; i < growth.posts().size(); ++i) {
            const SecondOpinion::Post &post = other[size_t(i)];
            for (const double hours : {24., 48.}) {
                const Bounded value = growth.views()[i].boundedAt(hours, hours / 2, growth.ownViews().curve);
                const SecondOpinion::Bounds same =
                    hours == 24 ? viewsAt24(post, growth.asOf(), curve) : viewsAt48(post, growth.asOf(), curve);
                QVERIFY(agree(value.value, same.value) && agree(value.low, same.low) && agree(value.high, same.high));
            }
            if (i + 3 < growth.posts().size() && i % 13 != 0)
                continue; // the other one is slow
            const auto typical = SecondOpinion::typical(other, size_t(i), growth.asOf());
            QCOMPARE(typicals[i].has_value(), typical.has_value());
            if (!typical)
                continue;
            QVERIFY(agree(typicals[i]->times, typical->times));
            QCOMPARE(typicals[i]->posts, typical->posts);
        }
    }

    void compareChanges(const ChannelGrowth &growth, const std::vector<SecondOpinion::Post> &other, qint64 days)
    {
        const qint64 asOf = growth.asOf();
        const qint64 from = asOf - days * kDay + 5 * kHour;
        const qint64 until = asOf + 19 * kHour;
        const bool isBucket = days == 1;
        for (const qint64 shift : {days * kDay, 7 * days * kDay}) {
            const bool isCovered = from - shift >= kStart;
            ChangeQuestion question = growth.question({from, until}, shift, isCovered);
            question.singleBucket = isBucket;
            const GrowthChange change = viewsPerPostChange(question);
            const SecondOpinion::Change same =
                SecondOpinion::viewsPerPost(other, from, until, shift, asOf, isCovered, isBucket);
            QVERIFY2(agree(change, same), qPrintable(told(change, same)));
            ++m_bases[nameOf(change.basis)];
            const GrowthChange rate = engagementRateChange(question);
            const SecondOpinion::Change sameRate =
                SecondOpinion::engagementRate(other, from, until, shift, asOf, isCovered);
            QVERIFY2(agree(rate, sameRate), qPrintable(told(rate, sameRate)));
        }
        QVERIFY(agree(growth.stillToCome({from, until}), SecondOpinion::stillToCome(other, from, until, asOf)));
    }

    static QList<Growth> countedViews(const ChannelGrowth &growth)
    {
        QList<Growth> counted;
        for (qsizetype i = 0; i < growth.posts().size(); ++i) {
            if (countsInAverages(growth.posts()[i].history))
                counted.append(growth.views()[i]);
        }
        return counted;
    }
};

POSTWAVE_TEST(SecondOpinionTest, Testing::NoApplication)
#include "secondopiniontest.moc"
