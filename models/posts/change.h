// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/growth.h"

namespace Postwave
{
/** How the younger of two periods is made comparable with the older. */
enum class ChangeBasis : quint8 {
    None, ///< nothing to compare: see ChangeGap
    Exact, ///< counts, which do not grow
    OwnGrowth, ///< each post's views at 30 days, by how the channel's own posts grow
    EqualAge, ///< each post against what the earlier ones had at its age
    TypicalGrowth, ///< a range, by how posts of most channels grow
};

/** Why there is no change to tell. */
enum class ChangeGap : quint8 {
    None,
    NoPosts, ///< the period shown has none that can be compared
    NoEarlierPosts,
    EarlierNotCovered, ///< the earlier period was not looked at from end to end
};

/** A change between two periods; all of its numbers are ratios minus one. */
struct GrowthChange {
    ChangeBasis basis = ChangeBasis::None;
    ChangeGap gap = ChangeGap::None;
    std::optional<double> value = {};
    std::optional<double> plusMinus = {}; ///< of the value
    std::optional<double> low = {}; ///< where only a range is known
    std::optional<double> high = {};
    std::optional<double> naive = {}; ///< of the range: of what was read last, whatever its age
    double posts = 0;
    double earlierPosts = 0;

    enum class Direction { None, Up, Down };
    /** Where it is clear: "no clear change" otherwise. */
    Direction direction() const;
};

/** One side of a comparison: its posts, and how each of them grew. */
struct ChangeSide {
    QList<Growth> views = {};
    QList<Growth> engagement = {}; ///< of the same posts, in their order
};

/** What is compared, and what is known for it. */
struct ChangeQuestion {
    ChangeSide side = {};
    ChangeSide earlier = {};
    bool earlierCovered = true;
    OwnGrowth ownViews = {}; ///< of the channel, up to the same time
    OwnGrowth ownEngagement = {};
    bool singleBucket = false; ///< against its counterpart: less sure, and at equal age where that can be
};

/** Whether a post is old enough, when it was last seen, to be compared. */
bool isComparable(const Growth &views);

/** Of the views per post, like for like. */
GrowthChange viewsPerPostChange(const ChangeQuestion &question);

/**
 * Of engagement by views, over the posts of which all parts are known; as a ratio, not in points.
 */
GrowthChange engagementRateChange(const ChangeQuestion &question);

/** Of counts that do not grow. */
GrowthChange exactChange(double count, double earlier, bool earlierCovered);

/** Of the views to date of all posts: what they have per post, times how many there are. */
GrowthChange viewsChange(const GrowthChange &perPost, double posts, double earlierPosts);
}
