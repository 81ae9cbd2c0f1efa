// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/growth.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
/** A counter that grew by less than this between two readings was nearly the same all the time. */
constexpr double kNearlySame = 1.1;
/** Of an age: a reading that is off by less is of that age. */
constexpr double kNearAge = 0.1;
/** As many posts as the curve of most channels weighs. */
constexpr double kTypicalWeight = 2;
constexpr double kFewestPosts = 3;
constexpr std::size_t kFirstCertainStep = 5; // from 24 hours on
static_assert(MaturityCurve::kGrid[kFirstCertainStep] == 24);

constexpr double kSecondsPerHour = 3600;

bool isNear(double reading, double age)
{
    return std::abs(reading - age) <= kNearAge * age;
}
}

Growth::Growth(QList<AgeReading> readings, double reached, const MaturityCurve &curve, double weight)
    : m_readings(std::move(readings))
    , m_reached(reached)
    , m_weight(weight)
{
    tellBy(curve);
}

void Growth::tellBy(const MaturityCurve &curve)
{
    for (AgeReading &reading : m_readings)
        reading.share = curve.at(reading.age);
}

Growth Growth::of(const PostHistory &post, Growing counter, qint64 asOf, const MaturityCurve &curve)
{
    QList<AgeReading> readings;
    const auto add = [&](qint64 time, qint64 value, qint64 grain) {
        readings.append({double(time - post.post.published) / kSecondsPerHour, double(value), 0, grain});
    };
    for (const PostSnapshot &snapshot : post.snapshots) {
        const PostCounters &counters = snapshot.counters;
        const Count value = counter == Growing::Views ? counters.views : counters.engagement();
        if (!value || snapshot.observedAt > asOf)
            continue;
        const qint64 grain = counter == Growing::Views ? counters.viewsGrain : counters.reactionsGrain;
        add(snapshot.observedAt, *value, grain);
        if (snapshot.seenUntil > snapshot.observedAt && snapshot.seenUntil <= asOf)
            add(snapshot.seenUntil, *value, grain);
    }
    return {std::move(readings), double(asOf - post.post.published) / kSecondsPerHour, curve};
}

std::optional<ValueAtAge> Growth::at(double age, double share) const
{
    if (m_readings.isEmpty())
        return std::nullopt;
    const auto after = std::ranges::lower_bound(m_readings, age, {}, &AgeReading::age);
    const bool isReached = age <= m_reached;
    if (after != m_readings.cend() && after->age == age)
        return ValueAtAge{after->value, isReached, after->grain};
    if (after == m_readings.cbegin() || after == m_readings.cend()) {
        const AgeReading &only = after == m_readings.cbegin() ? *after : m_readings.last();
        return ValueAtAge{only.value * share / only.share, isReached && isNear(only.age, age), only.grain};
    }
    const AgeReading &before = *std::prev(after);
    const double slope =
        after->share == before.share ? 0 : (after->value - before.value) / (after->share - before.share);
    const bool isRead = after->age - before.age <= std::max(1.0, age / 2) || after->value <= kNearlySame * before.value
        || isNear(before.age, age) || isNear(after->age, age);
    return ValueAtAge{before.value + slope * (share - before.share), isReached && isRead,
                      std::max(before.grain, after->grain)};
}

Bounded Growth::boundedAt(double age, double largestGap, const MaturityCurve &curve) const
{
    Bounded bounded;
    const auto after = std::ranges::lower_bound(m_readings, age, {}, &AgeReading::age);
    if (after != m_readings.cend())
        bounded.high = after->value;
    if (after != m_readings.cend() && after->age == age)
        bounded.low = after->value;
    else if (after != m_readings.cbegin())
        bounded.low = std::prev(after)->value;
    if (!bounded.low || !bounded.high)
        return bounded;
    const bool isTight = after->age == age || after->age - std::prev(after)->age <= largestGap
        || *bounded.high <= kNearlySame * *bounded.low;
    return isTight ? Bounded{.value = at(age, curve.at(age))->value} : bounded;
}

bool OwnGrowth::isKnown() const
{
    return std::all_of(posts.begin() + kFirstCertainStep, posts.end(), [](double count) {
        return count >= kFewestPosts;
    });
}

OwnGrowth ownGrowth(const QList<Growth> &growths, const MaturityCurve &typical)
{
    std::array<double, MaturityCurve::kAges> shares;
    std::ranges::transform(MaturityCurve::kGrid, shares.begin(), [&typical](double age) {
        return typical.at(age);
    });
    std::array<double, MaturityCurve::kSteps> begins = {};
    std::array<double, MaturityCurve::kSteps> ends = {};
    OwnGrowth own;
    for (const Growth &growth : growths) {
        std::optional<ValueAtAge> begin = growth.at(MaturityCurve::kGrid[0], shares[0]);
        for (std::size_t step = 0; step < MaturityCurve::kSteps; ++step) {
            const std::optional<ValueAtAge> end = growth.at(MaturityCurve::kGrid[step + 1], shares[step + 1]);
            const qint64 grain = begin && end ? std::max(begin->grain, end->grain) : 1;
            // What was rounded tells only of growth that its grain does not hide.
            const bool isTold = begin && end && begin->isRead && end->isRead
                && (grain <= 1 || end->value - begin->value > double(grain));
            if (isTold) {
                begins[step] += begin->value;
                ends[step] += end->value;
                own.posts[step] += growth.weight();
            }
            begin = end;
        }
    }
    std::array<double, MaturityCurve::kSteps> factors;
    for (std::size_t step = 0; step < factors.size(); ++step) {
        double log = kTypicalWeight * std::log(typical.factor(step));
        double weight = kTypicalWeight;
        if (begins[step] > 0 && ends[step] > 0) {
            log += own.posts[step] * std::log(ends[step] / begins[step]);
            weight += own.posts[step];
        }
        factors[step] = std::exp(log / weight);
    }
    own.curve = MaturityCurve::ofFactors(factors, typical);
    return own;
}

bool countsInAverages(const PostHistory &post)
{
    return post.post.kind == MessageKind::Post && !post.isAd && !post.deletedSeen;
}
}
