// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/maturity.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr double kYoungest = 0.0001; // hours: 0.36 s
/** The grid and what lies beyond it. */
constexpr std::array<double, 15> kAll = {0.5,    1,       3,       6,       12,      24,       48,      96,
                                         7 * 24, 14 * 24, 30 * 24, 40 * 24, 60 * 24, 100 * 24, 200 * 24};

const std::array<double, kAll.size()> &logsOfAges()
{
    static const auto logs = [] {
        std::array<double, kAll.size()> values;
        std::ranges::transform(kAll, values.begin(), [](double age) {
            return std::log(age);
        });
        return values;
    }();
    return logs;
}
}

void MaturityCurve::prepare()
{
    const auto &ages = logsOfAges();
    for (std::size_t i = 0; i < kPoints; ++i)
        m_logs[i] = std::log(m_shares[i]);
    for (std::size_t i = 0; i + 1 < kPoints; ++i)
        m_slopes[i] = (m_logs[i + 1] - m_logs[i]) / (ages[i + 1] - ages[i]);
}

// Both measured on channels that were followed for half a year.
const MaturityCurve &MaturityCurve::typicalViews()
{
    static const MaturityCurve curve = [] {
        MaturityCurve made;
        made.m_shares = {.09, .15, .24, .28, .31, .35, .40, .49, .635, .83, 1, 1.04, 1.09, 1.16, 1.22};
        made.prepare();
        return made;
    }();
    return curve;
}

const MaturityCurve &MaturityCurve::typicalEngagement()
{
    static const MaturityCurve curve = [] {
        MaturityCurve made;
        made.m_shares = {.30, .36, .50, .60, .67, .72, .77, .84, .91, .96, 1, 1, 1, 1, 1};
        made.prepare();
        return made;
    }();
    return curve;
}

MaturityCurve MaturityCurve::ofFactors(const std::array<double, kSteps> &factors, const MaturityCurve &beyond)
{
    MaturityCurve made = beyond;
    double share = 1;
    made.m_shares[kSteps] = share;
    for (std::size_t i = kSteps; i-- > 0;) {
        share /= factors[i];
        made.m_shares[i] = share;
    }
    made.prepare();
    return made;
}

double MaturityCurve::at(double age) const
{
    const double log = std::log(std::max(age, kYoungest));
    const auto &ages = logsOfAges();
    if (log >= ages.back())
        return m_shares.back();
    // Before the first point the line of the first piece goes on.
    const auto next = std::upper_bound(ages.begin() + 1, ages.end(), log);
    const auto piece = std::size_t(next - ages.begin()) - 1;
    return std::exp(m_logs[piece] + m_slopes[piece] * (log - ages[piece]));
}

double MaturityCurve::factor(std::size_t step) const
{
    return m_shares[step + 1] / m_shares[step];
}
}
