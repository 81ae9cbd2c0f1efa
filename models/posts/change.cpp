// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/change.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr double kYoungest = 1; // hours
constexpr double kBucketPlusMinus = 0.30;
constexpr double kFewPosts = 3;
constexpr double kManyPosts = 8;
/** How far above the true change the one by typical growth may lie. */
constexpr double kTypicalReach = 1.2;

/** How sure a change is that rests on so many posts of the smaller side. */
struct Certainty {
    double oneOrTwo;
    double few;
    double many;

    double of(double posts) const
    {
        return posts < kFewPosts ? oneOrTwo : (posts < kManyPosts ? few : many);
    }
};

constexpr Certainty kByOwnGrowth{0.30, 0.15, 0.10};
constexpr Certainty kAtEqualAge{0.30, 0.20, 0.20};
constexpr Certainty kRateByOwnGrowth{0.25, 0.15, 0.10};
constexpr Certainty kRateByTypicalGrowth{0.30, 0.20, 0.15};

double postsOf(const QList<Growth> &growths)
{
    double posts = 0;
    for (const Growth &growth : growths)
        posts += growth.weight();
    return posts;
}

double sumOf(const QList<Growth> &growths)
{
    double sum = 0;
    for (const Growth &growth : growths)
        sum += growth.value();
    return sum;
}

double expectedBy(const QList<Growth> &growths, const MaturityCurve &curve)
{
    double sum = 0;
    for (const Growth &growth : growths)
        sum += growth.value() / curve.at(growth.age());
    return sum;
}

QList<Growth> comparableOf(const QList<Growth> &growths)
{
    QList<Growth> comparable;
    std::ranges::copy_if(growths, std::back_inserter(comparable), isComparable);
    return comparable;
}

/** What the earlier posts had, in the mean, at the ages of these; nothing where that was not read of all of them. */
std::optional<double> earlierAtEqualAge(const QList<Growth> &growths, const QList<Growth> &earlier,
                                        const MaturityCurve &curve)
{
    const double posts = postsOf(earlier);
    double sum = 0;
    for (const Growth &growth : growths) {
        const double share = curve.at(growth.age());
        double then = 0;
        for (const Growth &other : earlier) {
            const std::optional<ValueAtAge> at = other.at(growth.age(), share);
            if (!at || !at->isRead)
                return std::nullopt;
            then += at->value;
        }
        sum += growth.weight() * then / posts;
    }
    return sum;
}

struct Sides {
    QList<Growth> side;
    QList<Growth> earlier;
    double posts = 0;
    double earlierPosts = 0;

    double fewest() const
    {
        return std::min(posts, earlierPosts);
    }
    /** The change of a mean per post. */
    double changeOf(double sum, double earlierSum) const
    {
        return sum / posts / (earlierSum / earlierPosts) - 1;
    }
};

GrowthChange unknownFor(const Sides &sides, bool earlierCovered)
{
    ChangeGap gap = ChangeGap::None;
    if (!earlierCovered)
        gap = ChangeGap::EarlierNotCovered;
    else if (sides.posts <= 0)
        gap = ChangeGap::NoPosts;
    else if (sides.earlierPosts <= 0 || sumOf(sides.earlier) <= 0)
        gap = ChangeGap::NoEarlierPosts;
    return {.gap = gap, .posts = sides.posts, .earlierPosts = sides.earlierPosts};
}

GrowthChange valueOf(const Sides &sides, ChangeBasis basis, double value, double plusMinus)
{
    return {.basis = basis,
            .value = value,
            .plusMinus = plusMinus,
            .posts = sides.posts,
            .earlierPosts = sides.earlierPosts};
}

std::optional<GrowthChange> byOwnGrowth(const Sides &sides, const ChangeQuestion &question)
{
    if (!question.ownViews.isKnown())
        return std::nullopt;
    const MaturityCurve &curve = question.ownViews.curve;
    const double value = sides.changeOf(expectedBy(sides.side, curve), expectedBy(sides.earlier, curve));
    return valueOf(sides, ChangeBasis::OwnGrowth, value,
                   question.singleBucket ? kBucketPlusMinus : kByOwnGrowth.of(sides.fewest()));
}

std::optional<GrowthChange> atEqualAge(const Sides &sides, const ChangeQuestion &question)
{
    const std::optional<double> earlier = earlierAtEqualAge(sides.side, sides.earlier, question.ownViews.curve);
    if (!earlier || *earlier <= 0)
        return std::nullopt;
    return valueOf(sides, ChangeBasis::EqualAge, sumOf(sides.side) / *earlier - 1,
                   question.singleBucket ? kBucketPlusMinus : kAtEqualAge.of(sides.fewest()));
}

GrowthChange byTypicalGrowth(const Sides &sides)
{
    const MaturityCurve &curve = MaturityCurve::typicalViews();
    const double naive = sides.changeOf(sumOf(sides.side), sumOf(sides.earlier));
    const double corrected = sides.changeOf(expectedBy(sides.side, curve), expectedBy(sides.earlier, curve));
    const double reach = kTypicalReach * (corrected + 1) - 1;
    return {.basis = ChangeBasis::TypicalGrowth,
            .low = std::min(naive, reach),
            .high = std::max(naive, reach),
            .naive = naive,
            .posts = sides.posts,
            .earlierPosts = sides.earlierPosts};
}

/** Engagement by views, as both will be at 30 days; nothing without views. */
std::optional<double> rateOf(const ChangeSide &side, const MaturityCurve &views, const MaturityCurve &engagement,
                             double &posts)
{
    double viewSum = 0;
    double engagementSum = 0;
    posts = 0;
    for (qsizetype i = 0; i < side.engagement.size(); ++i) {
        const Growth &seen = side.views[i];
        const Growth &engaged = side.engagement[i];
        // All of the post's parts are known where its last reading told both.
        if (!isComparable(seen) || !engaged.isRead() || engaged.age() != seen.age())
            continue;
        posts += seen.weight();
        viewSum += seen.value() / views.at(seen.age());
        engagementSum += engaged.value() / engagement.at(seen.age());
    }
    return viewSum > 0 ? std::optional(engagementSum / viewSum) : std::nullopt;
}
}

GrowthChange::Direction GrowthChange::direction() const
{
    if (value && plusMinus) {
        if (std::abs(*value) < *plusMinus || *value == 0)
            return Direction::None;
        return *value > 0 ? Direction::Up : Direction::Down;
    }
    if (naive && *naive > 0)
        return Direction::Up;
    return high && *high < 0 && std::min(posts, earlierPosts) >= kFewPosts ? Direction::Down : Direction::None;
}

bool isComparable(const Growth &views)
{
    return views.isRead() && views.age() >= kYoungest;
}

GrowthChange viewsPerPostChange(const ChangeQuestion &question)
{
    Sides sides{.side = comparableOf(question.side.views), .earlier = comparableOf(question.earlier.views)};
    sides.posts = postsOf(sides.side);
    sides.earlierPosts = postsOf(sides.earlier);
    if (const GrowthChange unknown = unknownFor(sides, question.earlierCovered); unknown.gap != ChangeGap::None)
        return unknown;
    std::optional<GrowthChange> change =
        question.singleBucket ? atEqualAge(sides, question) : byOwnGrowth(sides, question);
    if (!change)
        change = question.singleBucket ? byOwnGrowth(sides, question) : atEqualAge(sides, question);
    return change ? *change : byTypicalGrowth(sides);
}

GrowthChange engagementRateChange(const ChangeQuestion &question)
{
    const bool isOwn = question.ownViews.isKnown();
    const MaturityCurve &views = isOwn ? question.ownViews.curve : MaturityCurve::typicalViews();
    const MaturityCurve &engagement = isOwn ? question.ownEngagement.curve : MaturityCurve::typicalEngagement();
    Sides sides;
    const std::optional<double> rate = rateOf(question.side, views, engagement, sides.posts);
    const std::optional<double> earlier = rateOf(question.earlier, views, engagement, sides.earlierPosts);
    if (!question.earlierCovered || !rate || !earlier || *earlier <= 0) {
        GrowthChange unknown{.posts = sides.posts, .earlierPosts = sides.earlierPosts};
        unknown.gap = !question.earlierCovered ? ChangeGap::EarlierNotCovered
                                               : (rate ? ChangeGap::NoEarlierPosts : ChangeGap::NoPosts);
        return unknown;
    }
    const Certainty &certainty = isOwn ? kRateByOwnGrowth : kRateByTypicalGrowth;
    return valueOf(sides, isOwn ? ChangeBasis::OwnGrowth : ChangeBasis::TypicalGrowth, *rate / *earlier - 1,
                   certainty.of(sides.fewest()));
}

GrowthChange exactChange(double count, double earlier, bool earlierCovered)
{
    GrowthChange change{.posts = count, .earlierPosts = earlier};
    if (!earlierCovered || earlier <= 0) {
        change.gap = earlierCovered ? ChangeGap::NoEarlierPosts : ChangeGap::EarlierNotCovered;
        return change;
    }
    change.basis = ChangeBasis::Exact;
    change.value = count / earlier - 1;
    change.plusMinus = 0;
    return change;
}

GrowthChange viewsChange(const GrowthChange &perPost, double posts, double earlierPosts)
{
    GrowthChange change = perPost;
    if (earlierPosts <= 0) {
        return {.gap = perPost.gap == ChangeGap::None ? ChangeGap::NoEarlierPosts : perPost.gap,
                .posts = perPost.posts,
                .earlierPosts = perPost.earlierPosts};
    }
    const auto scale = [&](std::optional<double> &ratio) {
        if (ratio)
            ratio = (1 + *ratio) * posts / earlierPosts - 1;
    };
    scale(change.value);
    scale(change.low);
    scale(change.high);
    scale(change.naive);
    return change;
}
}
