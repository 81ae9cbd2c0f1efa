// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/growth.h"

namespace Postwave
{
/** How a post's views compare with what is typical: the median of the posts before it at its age. */
struct Typical {
    double times = 0; ///< the post's views by the median
    double median = 0; ///< views
    int posts = 0; ///< of the median
    bool isEstimate = false; ///< "≈": one of the values was not read, or is rounded

    static constexpr double kViral = 3;
    static constexpr double kStrong = 2;
    /** Hours: younger posts tell nothing of what they become. */
    static constexpr double kSoFarUntil = 6;
};

/** As many posts before one as its median is of, and as few. */
inline constexpr int kTypicalPosts = 30;
inline constexpr int kFewestTypicalPosts = 8;

/**
 * Of each post, in its order; nothing where too few stand before it, where nothing of it was read, and where the median
 * is 0. Posts younger than kSoFarUntil have one, too: it is for the caller to say that it is only so far.
 *
 * @param posts in order of time
 * @param views of each of them
 */
QList<std::optional<Typical>> typicals(const QList<WholePost> &posts, const QList<Growth> &views,
                                       const MaturityCurve &curve);
}
