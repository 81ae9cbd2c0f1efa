// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How posts grow and compare, a second time: written by somebody who had not seen models/posts, from the rules alone
// and in their words, without a thought for speed. What both say is what the rules say.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace SecondOpinion
{

struct Run {
    std::int64_t observedAt, seenUntil; // seconds since epoch
    std::optional<std::int64_t> views, forwards, reactions, comments;
    std::int64_t viewsGrain = 1, reactionsGrain = 1;
};

struct Post { // albums are already merged
    std::int64_t id = 0, published = 0;
    std::vector<Run> runs;
    bool service = false, ad = false, deleted = false;
};

enum class Counter { Views, Engagement }; // engagement = reactions + forwards + comments, known only where all are

struct Curve {
    std::array<double, 11> m; // at the grid 0.5 1 3 6 12 24 48 96 h 7 14 30 d
    bool engagement = false;
    std::array<int, 10> n{}; // n_j posts of each step
};

Curve defaultCurve(Counter);
double share(const Curve &, double ageHours); // m(a), beyond 30 d as the default of that counter

struct AtAge {
    double value;
    bool read;
};
std::optional<AtAge> valueAt(const Post &, Counter, double ageHours, std::int64_t asOf, const Curve &);

Curve ownCurve(const std::vector<Post> &channel, Counter, std::int64_t asOf);

struct Bounds {
    std::optional<double> value, low, high;
};
Bounds viewsAt24(const Post &, std::int64_t asOf, const Curve &);
Bounds viewsAt48(const Post &, std::int64_t asOf, const Curve &);

struct Change {
    std::string basis; // "none" (rule 1), "own growth", "equal age", "typical growth"
    std::optional<double> value, plusMinus, low, high;
    int n = 0;
};
// The window [from, until) against [from - shift, until - shift) by publication; all posts of the
// channel are given; covered = the earlier window is covered.
Change viewsPerPost(const std::vector<Post> &channel, std::int64_t from, std::int64_t until, std::int64_t shift,
                    std::int64_t asOf, bool covered, bool singleBucket);
Change engagementRate(const std::vector<Post> &channel, std::int64_t from, std::int64_t until, std::int64_t shift,
                      std::int64_t asOf, bool covered);

// Unrounded, by the channel's own curve; service and deleted posts left out.
std::optional<double> stillToCome(const std::vector<Post> &channel, std::int64_t from, std::int64_t until,
                                  std::int64_t asOf);

struct Typical {
    double times;
    bool estimate;
    int posts;
};
std::optional<Typical> typical(const std::vector<Post> &channel, std::size_t index,
                               std::int64_t asOf); // channel sorted by published, id

struct Band {
    double ageHours, p25, median, p75;
    int posts;
};
std::vector<Band> band(const std::vector<Post> &channel, std::int64_t asOf);

} // namespace SecondOpinion
