// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/albums.h"
#include "posts/maturity.h"

#include <optional>

namespace Postwave
{
/** Which counter of a post grows. */
enum class Growing {
    Views,
    Engagement, ///< reactions, forwards and comments together
};

/** A counter as it was read at an age. */
struct AgeReading {
    double age = 0; ///< hours since publication
    double value = 0;
    double share = 0; ///< of what the curve in use says for this age
    qint64 grain = 1; ///< what the value is rounded to
};

/** A counter at an age at which nobody need have looked. */
struct ValueAtAge {
    double value = 0;
    bool isRead = false; ///< near enough to what was read; else an estimate: "≈"
    qint64 grain = 1; ///< of the readings that it comes from, the coarser
};

/** A value; where it was not read near enough, what it lies between, as far as that is known. */
struct Bounded {
    std::optional<double> value = {};
    std::optional<double> low = {};
    std::optional<double> high = {};

    friend bool operator==(const Bounded &, const Bounded &) = default;
};

/**
 * How one counter of one post grew, as far as it was read up to a time. All ages are hours since publication.
 * An album's post is whole, and a bucket may stand for as many posts as it has (`weight`).
 */
class Growth
{
public:
    /**
     * @param readings in order of time, of known values
     * @param reached the age at the time up to which they were read
     * @param weight of how many posts this is the sum
     */
    Growth(QList<AgeReading> readings, double reached, const MaturityCurve &curve, double weight = 1);

    /** Of a post's snapshots, all of them up to @p asOf. */
    static Growth of(const PostHistory &post, Growing counter, qint64 asOf, const MaturityCurve &curve);

    bool isRead() const
    {
        return !m_readings.isEmpty();
    }
    const QList<AgeReading> &readings() const
    {
        return m_readings;
    }
    double weight() const
    {
        return m_weight;
    }

    /** Age and value of the last reading. Only where there is one. */
    double age() const
    {
        return m_readings.last().age;
    }
    double value() const
    {
        return m_readings.last().value;
    }
    /** What the last reading becomes at 30 days, if it grows as the curve says. */
    double expected() const
    {
        return value() / m_readings.last().share;
    }

    /** Nothing where nothing was read. @param share what the curve in use says for @p age */
    std::optional<ValueAtAge> at(double age, double share) const;

    /** The value at an age, or where it was not read near enough the readings around it. */
    Bounded boundedAt(double age, double largestGap, const MaturityCurve &curve) const;

    /** Tells shares and expectations by another curve from now on. */
    void tellBy(const MaturityCurve &curve);

private:
    QList<AgeReading> m_readings;
    double m_reached;
    double m_weight;
};

/** What is known of a channel's own growth. */
struct OwnGrowth {
    MaturityCurve curve = MaturityCurve::typicalViews();
    /** Of each step of the grid: the posts that were read at its begin and at its end. */
    std::array<double, MaturityCurve::kSteps> posts = {};

    /** Whether each step from 24 hours to 30 days was seen often enough to tell changes by. */
    bool isKnown() const;
};

/**
 * The growth of posts among themselves, drawn towards that of most channels where few were followed: the sums of both
 * ends of each step, never the median of their factors, which lies far below.
 *
 * @param growths of posts that count in averages, told by @p typical
 */
OwnGrowth ownGrowth(const QList<Growth> &growths, const MaturityCurve &typical);

/** Whether a post counts in averages: it is there, and nobody paid for it. */
bool countsInAverages(const PostHistory &post);
}
