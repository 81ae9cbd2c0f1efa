// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"

#include <QtGlobal>

#include <array>
#include <optional>

namespace Postwave
{
/** A counter that may be unknown. Unknown is never 0. */
using Count = std::optional<qint64>;

/** The largest counter that every reader of our files keeps exact (2⁵³ − 1). */
inline constexpr qint64 kLargestCount = (qint64(1) << 53) - 1;

/**
 * Totals of the posts published in one bucket, as known at one time. They are additive
 * over posts and they keep growing; they are never what happened *during* the bucket.
 */
class Counters
{
public:
    constexpr Count operator[](Metric metric) const
    {
        return m_values[size_t(metric)];
    }
    constexpr Count &operator[](Metric metric)
    {
        return m_values[size_t(metric)];
    }

    /** All counters 0: a covered bucket without posts. */
    static constexpr Counters zero()
    {
        Counters counters;
        counters.m_values.fill(0);
        return counters;
    }

    /** Adds counter by counter; a sum with an unknown part is unknown. */
    constexpr Counters &operator+=(const Counters &other)
    {
        for (size_t i = 0; i < m_values.size(); ++i) {
            if (m_values[i] && other.m_values[i])
                *m_values[i] += *other.m_values[i];
            else
                m_values[i].reset();
        }
        return *this;
    }

    friend constexpr bool operator==(const Counters &, const Counters &) = default;

private:
    std::array<Count, kMetrics.size()> m_values;
};

/** What a time bucket held at one observation. */
struct Bucket {
    qint64 start = 0; ///< seconds since the epoch, UTC, on a bucket border of its level
    Counters counters = {};

    friend bool operator==(const Bucket &, const Bucket &) = default;
};
}
