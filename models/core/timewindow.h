// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace Postwave
{
/** A half-open span of time [from, until), seconds since the epoch, UTC. */
struct TimeWindow {
    qint64 from = 0;
    qint64 until = 0;

    constexpr bool isEmpty() const
    {
        return until <= from;
    }
    constexpr bool contains(qint64 time) const
    {
        return from <= time && time < until;
    }
    constexpr TimeWindow intersected(TimeWindow other) const
    {
        return {std::max(from, other.from), std::min(until, other.until)};
    }
    friend constexpr bool operator==(const TimeWindow &, const TimeWindow &) = default;
};
}
