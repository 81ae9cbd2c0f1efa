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
    ValueScale scale{.top = step * steps, .lines = {}};
    scale.lines.reserve(steps + 1);
    for (qint64 value = 0; value <= scale.top; value += step)
        scale.lines.append(value);
    return scale;
}

constexpr qsizetype kRoundsADecade = 3;

/** 1, 2, 5, 10, 20 and so on, up to the first that is not less than @p largest. */
QList<qint64> roundNumbers(qint64 largest)
{
    QList<qint64> rounds;
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 factor : {1, 2, 5}) {
            rounds.append(factor * power);
            if (factor * power >= largest)
                return rounds;
        }
    }
}

/** At least 1. */
qint64 dividedUp(qint64 value, qint64 divisor)
{
    return std::max<qint64>(1, (value + divisor - 1) / divisor);
}
}

ValueScale linearScale(qint64 largest, int mostLines)
{
    if (largest <= 0)
        return {.lines = {0}};
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

ValueScale logarithmicScale(qint64 largest, int mostLines)
{
    ValueScale scale{.lines = {0}, .scaling = ValueScaling::Logarithmic};
    if (largest <= 0)
        return scale;
    const QList<qint64> rounds = roundNumbers(largest);
    scale.top = rounds.constLast();
    const qsizetype most = std::max(1, mostLines - 1);
    if (rounds.size() <= most) {
        scale.lines += rounds;
        return scale;
    }
    const auto isClearOfZero = [&](qint64 value) {
        return scale.heightOf(double(value)) >= 0.5 / double(most);
    };
    for (qsizetype stride = kRoundsADecade;; stride += kRoundsADecade) {
        QList<qint64> lines;
        const qsizetype highest = (rounds.size() - 1) / kRoundsADecade * kRoundsADecade;
        for (qsizetype i = highest; i >= 0 && isClearOfZero(rounds.at(i)); i -= stride)
            lines.prepend(rounds.at(i));
        if (lines.size() > most)
            continue;
        // One line at least, so that there is something to compare with.
        scale.lines += lines.isEmpty() ? QList<qint64>{scale.top} : lines;
        return scale;
    }
}

ValueScale tightScale(qint64 largest, ValueScaling scaling)
{
    return {.top = std::max<qint64>(1, largest), .lines = {}, .scaling = scaling};
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
