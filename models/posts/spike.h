// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/growth.h"

namespace Postwave
{
/** A post's part in what a period has more than it is compared with. */
struct SpikePart {
    PostId post = {};
    qint64 views = 0;
    double above = 0; ///< more than the earlier posts have in the mean
};

/**
 * Why a period has more views than the one it is compared with, or fewer: more posts × more views per post. The two
 * shares add up to the excess, neither before the other: each change is weighed by the mean of the other side.
 */
struct Spike {
    double excess = 0; ///< views
    double byPosts = 0; ///< of that, because there are more posts
    double byViewsPerPost = 0; ///< and because they have more views each
    double posts = 0;
    double earlierPosts = 0;
    double viewsPerPost = 0;
    double earlierViewsPerPost = 0;
    QList<SpikePart> carriedBy; ///< those above the earlier mean, most first, until half of what they all are above
};

/**
 * By the latest views of both periods. Nothing where either has no post of known views.
 * @param posts of either, without those that were deleted; albums are one
 */
std::optional<Spike> spikeOf(const QList<WholePost> &posts, const QList<WholePost> &earlier);
}
