// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/valuescale.h"

#include <algorithm>
#include <array>

namespace Postwave
{
namespace
{
/** In tenths, as 1.5 and 2.5 are round too where they are whole numbers: 15, 250. */
constexpr std::array<qint64, 9> kRoundTenths = {10, 15, 20, 25, 30, 40, 50, 60, 80};

ValueScale scaleOf(qint64 step, qint64 steps)
{
    ValueScale scale{step * steps, {}};
    scale.lines.reserve(steps + 1);
    for (qint64 value = 0; value <= scale.top; value += step)
        scale.lines.append(value);
    return scale;
}

/** At least 1. */
qint64 dividedUp(qint64 value, qint64 divisor)
{
    return std::max<qint64>(1, (value + divisor - 1) / divisor);
}
}

ValueScale valueScale(qint64 largest, int mostLines)
{
    if (largest <= 0)
        return {1, {0}};
    const qint64 mostSteps = std::max(1, mostLines - 1);
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 factor : {1, 2, 5}) {
            const qint64 step = factor * power;
            const qint64 steps = dividedUp(largest, step);
            if (steps <= mostSteps)
                return scaleOf(step, steps);
        }
    }
}

ValueScale alignedScale(qint64 largest, const ValueScale &other)
{
    const qint64 steps = std::max<qint64>(1, other.lines.size() - 1);
    const qint64 least = dividedUp(largest, steps);
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 tenths : kRoundTenths) {
            const qint64 step = tenths * power / 10;
            if (tenths * power % 10 == 0 && step >= least)
                return scaleOf(step, steps);
        }
    }
}
}
