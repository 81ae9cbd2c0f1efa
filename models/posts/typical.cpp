// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/typical.h"

#include "posts/quantile.h"

#include <array>

namespace Postwave
{
QList<std::optional<Typical>> typicals(const QList<WholePost> &posts, const QList<Growth> &views,
                                       const MaturityCurve &curve)
{
    QList<std::optional<Typical>> found(posts.size());
    // The newest that count in averages, as a ring.
    std::array<const Growth *, kTypicalPosts> before = {};
    std::size_t counted = 0;
    std::array<double, kTypicalPosts> values = {};
    for (qsizetype i = 0; i < posts.size(); ++i) {
        const Growth &own = views[i];
        if (!own.isRead())
            continue;
        const std::size_t number = std::min(counted, before.size());
        if (number >= kFewestTypicalPosts) {
            const double share = curve.at(own.age());
            Typical typical{.posts = int(number)};
            typical.isEstimate = own.readings().last().grain > 1;
            for (std::size_t j = 0; j < number; ++j) {
                const ValueAtAge then = *before[j]->at(own.age(), share);
                values[j] = then.value;
                typical.isEstimate = typical.isEstimate || !then.isRead || then.grain > 1;
            }
            typical.median = median(std::span(values).first(number));
            if (typical.median > 0) {
                typical.times = own.value() / typical.median;
                found[i] = typical;
            }
        }
        if (countsInAverages(posts[i].history))
            before[counted++ % before.size()] = &own;
    }
    return found;
}
}
