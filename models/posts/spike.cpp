// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/spike.h"

#include <algorithm>

namespace Postwave
{
namespace
{
struct Sum {
    double posts = 0;
    double views = 0;

    double mean() const
    {
        return views / posts;
    }
};

Count viewsOf(const WholePost &post)
{
    return post.history.snapshots.isEmpty() ? Count() : post.history.snapshots.last().counters.views;
}

Sum sumOf(const QList<WholePost> &posts)
{
    Sum sum;
    for (const WholePost &post : posts) {
        if (const Count views = viewsOf(post)) {
            ++sum.posts;
            sum.views += double(*views);
        }
    }
    return sum;
}

QList<SpikePart> carriersOf(const QList<WholePost> &posts, double mean)
{
    QList<SpikePart> parts;
    double all = 0;
    for (const WholePost &post : posts) {
        const Count views = viewsOf(post);
        if (!views || double(*views) <= mean)
            continue;
        parts.append({post.history.post.id, *views, double(*views) - mean});
        all += parts.last().above;
    }
    std::ranges::stable_sort(parts, std::ranges::greater(), &SpikePart::above);
    double carried = 0;
    qsizetype number = 0;
    while (number < parts.size() && carried < all / 2)
        carried += parts[number++].above;
    parts.resize(number);
    return parts;
}
}

std::optional<Spike> spikeOf(const QList<WholePost> &posts, const QList<WholePost> &earlier)
{
    const Sum now = sumOf(posts);
    const Sum then = sumOf(earlier);
    if (now.posts == 0 || then.posts == 0)
        return std::nullopt;
    return Spike{.excess = now.views - then.views,
                 .byPosts = (now.posts - then.posts) * (now.mean() + then.mean()) / 2,
                 .byViewsPerPost = (now.mean() - then.mean()) * (now.posts + then.posts) / 2,
                 .posts = now.posts,
                 .earlierPosts = then.posts,
                 .viewsPerPost = now.mean(),
                 .earlierViewsPerPost = then.mean(),
                 .carriedBy = carriersOf(posts, then.mean())};
}
}
