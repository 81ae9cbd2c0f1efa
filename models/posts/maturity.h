// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace Postwave
{
/**
 * How far a post has come at an age: the share that a counter has reached of what it will be at 30 days. Between the
 * ages of the grid the logarithm of the share is linear in that of the age. Beyond 30 days it is above 1.
 */
class MaturityCurve
{
public:
    static constexpr std::size_t kAges = 11;
    static constexpr std::size_t kSteps = kAges - 1;
    /** The grid, in hours: half an hour to 30 days. */
    static constexpr std::array<double, kAges> kGrid = {0.5, 1, 3, 6, 12, 24, 48, 96, 7 * 24, 14 * 24, 30 * 24};

    /** Of views, as they grow in most channels that were followed; of which nothing else is known. */
    static const MaturityCurve &typicalViews();
    /** The same of reactions, forwards and comments together. */
    static const MaturityCurve &typicalEngagement();

    /**
     * A curve that grows by @p factors from age to age of the grid and stands at 1 at 30 days; later it goes on as
     * @p beyond.
     */
    static MaturityCurve ofFactors(const std::array<double, kSteps> &factors, const MaturityCurve &beyond);

    /** @param age hours since publication; what is less than 0.36 s counts as that */
    double at(double age) const;

    /** By how much it grows from the grid's age @p step to the next. */
    double factor(std::size_t step) const;

private:
    static constexpr std::size_t kLaterAges = 4;
    static constexpr std::size_t kPoints = kAges + kLaterAges;

    MaturityCurve() = default;
    void prepare();

    std::array<double, kPoints> m_shares = {};
    // Of the line from each point to the next, so that a value costs one logarithm and one exponential.
    std::array<double, kPoints> m_logs = {};
    std::array<double, kPoints - 1> m_slopes = {};
};
}
