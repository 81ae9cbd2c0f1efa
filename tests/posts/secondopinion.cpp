// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Quotations are from the rules.

#include "secondopinion.h"

#include <algorithm>
#include <cmath>

namespace SecondOpinion
{
namespace
{

// "Grid g: 0.5 1 3 6 12 24 48 96 h, 7 14 30 d."
const double grid[11] = {0.5, 1, 3, 6, 12, 24, 48, 96, 7 * 24, 14 * 24, 30 * 24};

struct Reading {
    std::int64_t time;
    double age; // hours since publication
    double value;
    std::int64_t grain;
};

// "Ages under 0.36 s count as that." (0.36 s = 0.0001 h)
double atLeastTheSmallestAge(double hours)
{
    if (hours < 0.0001)
        return 0.0001;
    return hours;
}

std::optional<std::int64_t> counterOf(const Run &run, Counter counter)
{
    if (counter == Counter::Views)
        return run.views;
    if (run.reactions && run.forwards && run.comments)
        return *run.reactions + *run.forwards + *run.comments;
    return std::nullopt;
}

std::int64_t grainOf(const Run &run, Counter counter)
{
    return counter == Counter::Views ? run.viewsGrain : run.reactionsGrain;
}

// "A snapshot is a reading at observed_at and at seen_until"; "Only readings up to the as-of count".
std::vector<Reading> readingsOf(const Post &post, Counter counter, std::int64_t asOf)
{
    std::vector<Reading> readings;
    for (const Run &run : post.runs) {
        const std::optional<std::int64_t> value = counterOf(run, counter);
        if (!value)
            continue;
        if (run.observedAt > asOf)
            continue;
        std::vector<std::int64_t> times;
        times.push_back(run.observedAt);
        if (run.seenUntil != run.observedAt && run.seenUntil <= asOf)
            times.push_back(run.seenUntil);
        for (std::int64_t time : times) {
            Reading reading;
            reading.time = time;
            reading.age = atLeastTheSmallestAge(double(time - post.published) / 3600.0);
            reading.value = double(*value);
            reading.grain = grainOf(run, counter);
            readings.push_back(reading);
        }
    }
    std::stable_sort(readings.begin(), readings.end(), [](const Reading &a, const Reading &b) {
        return a.time < b.time;
    });
    return readings;
}

// "its last reading up to the as-of, where V is known"
std::optional<Reading> lastReading(const Post &post, Counter counter, std::int64_t asOf)
{
    const std::vector<Reading> readings = readingsOf(post, counter, asOf);
    if (readings.empty())
        return std::nullopt;
    return readings.back();
}

struct Around {
    std::optional<Reading> before; // (a0, V0), last at or before a
    std::optional<Reading> after; // (a1, V1), first at or after a
};

Around readingsAround(const Post &post, Counter counter, double age, std::int64_t asOf)
{
    Around around;
    for (const Reading &reading : readingsOf(post, counter, asOf)) {
        if (reading.age <= age)
            around.before = reading;
        if (reading.age >= age && !around.after)
            around.after = reading;
    }
    return around;
}

bool withinTenPercent(double age, double of)
{
    return std::fabs(age - of) <= 0.1 * of;
}

// Linear between neighbours.
double quantile(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    const double place = p * double(values.size() - 1);
    const std::size_t below = std::size_t(std::floor(place));
    if (below + 1 >= values.size())
        return values.back();
    return values[below] + (place - double(below)) * (values[below + 1] - values[below]);
}

// One post of a side of a comparison: V and age at its last reading.
struct Member {
    const Post *post;
    double age;
    double views;
    std::optional<double> engagement; // at that same reading
};

// Posts published in [from, until): "posts without a reading, under 1 h of age, service, ad and
// deleted ones are in neither".
std::vector<Member> sideOf(const std::vector<Post> &channel, std::int64_t from, std::int64_t until, std::int64_t asOf)
{
    std::vector<Member> side;
    for (const Post &post : channel) {
        if (post.published < from || post.published >= until)
            continue;
        if (post.service || post.ad || post.deleted)
            continue;
        const std::optional<Reading> last = lastReading(post, Counter::Views, asOf);
        if (!last)
            continue;
        if (last->time - post.published < 3600)
            continue;
        Member member;
        member.post = &post;
        member.age = last->age;
        member.views = last->value;
        // Engagement at the last reading of views: the last one of engagement, if it is of that moment.
        const std::optional<Reading> lastEngagement = lastReading(post, Counter::Engagement, last->time);
        if (lastEngagement && lastEngagement->time == last->time)
            member.engagement = lastEngagement->value;
        side.push_back(member);
    }
    return side;
}

// "where n_j ≥ 3 in every step from 24 h to 30 d"
bool ownGrowthIsKnown(const Curve &own)
{
    for (int j = 0; j < 10; ++j) {
        if (grid[j] < 24)
            continue;
        if (own.n[j] < 3)
            return false;
    }
    return true;
}

// mean(V ÷ m)
double meanOfFinal(const std::vector<Member> &side, const Curve &curve)
{
    double sum = 0;
    for (const Member &member : side)
        sum += member.views / share(curve, member.age);
    return sum / double(side.size());
}

// mean(V)
double meanOfViews(const std::vector<Member> &side)
{
    double sum = 0;
    for (const Member &member : side)
        sum += member.views;
    return sum / double(side.size());
}

// ± for n 1-2, 3-7, from 8 on
double byNumber(int n, double few, double some, double many)
{
    if (n <= 2)
        return few;
    if (n <= 7)
        return some;
    return many;
}

// 2. "mean(V ÷ m) of the window ÷ the same of the earlier one − 1; ± 30 % at n 1–2, 15 at 3–7, 10 from 8 on"
std::optional<Change> byOwnGrowth(const std::vector<Member> &window, const std::vector<Member> &earlier,
                                  const Curve &own, int n)
{
    if (!ownGrowthIsKnown(own))
        return std::nullopt;
    const double below = meanOfFinal(earlier, own);
    if (below == 0)
        return std::nullopt;
    Change change;
    change.basis = "own growth";
    change.value = meanOfFinal(window, own) / below - 1;
    change.plusMinus = byNumber(n, 0.30, 0.15, 0.10);
    change.n = n;
    return change;
}

// 3. "ΣV_i ÷ Σ_i mean_j U_j(a_i) − 1, where U_j(a) are the earlier posts' views read at the age a_i that
// post i has now; needs all of them readable; ± 30, 20, 20."
std::optional<Change> byEqualAge(const std::vector<Member> &window, const std::vector<Member> &earlier,
                                 const Curve &own, int n, std::int64_t asOf)
{
    double above = 0;
    double below = 0;
    for (const Member &i : window) {
        double sum = 0;
        for (const Member &j : earlier) {
            const std::optional<AtAge> u = valueAt(*j.post, Counter::Views, i.age, asOf, own);
            if (!u || !u->read)
                return std::nullopt;
            sum += u->value;
        }
        above += i.views;
        below += sum / double(earlier.size());
    }
    if (below == 0)
        return std::nullopt;
    Change change;
    change.basis = "equal age";
    change.value = above / below - 1;
    change.plusMinus = byNumber(n, 0.30, 0.20, 0.20);
    change.n = n;
    return change;
}

// 4. "a range from the naive change to 1.2 × (default-corrected ratio) − 1"
std::optional<Change> byTypicalGrowth(const std::vector<Member> &window, const std::vector<Member> &earlier, int n)
{
    const Curve curve = defaultCurve(Counter::Views);
    if (meanOfViews(earlier) == 0 || meanOfFinal(earlier, curve) == 0)
        return std::nullopt;
    const double naive = meanOfViews(window) / meanOfViews(earlier) - 1;
    const double corrected = 1.2 * (meanOfFinal(window, curve) / meanOfFinal(earlier, curve)) - 1;
    Change change;
    change.basis = "typical growth";
    change.low = std::min(naive, corrected);
    change.high = std::max(naive, corrected);
    change.n = n;
    return change;
}

// The value where "the readings around are at most" so many hours "apart or differ by at most 10 %", else the bounds
Bounds viewsAtHours(const Post &post, double age, double apart, std::int64_t asOf, const Curve &curve)
{
    Bounds bounds;
    const Around around = readingsAround(post, Counter::Views, age, asOf);
    if (around.before && around.after) {
        const double v0 = around.before->value;
        const double v1 = around.after->value;
        const bool near = around.after->time - around.before->time <= std::int64_t(apart * 3600);
        const bool alike = std::fabs(v1 - v0) <= 0.1 * v0;
        if (near || alike) {
            bounds.value = valueAt(post, Counter::Views, age, asOf, curve)->value;
        } else {
            bounds.low = std::min(v0, v1);
            bounds.high = std::max(v0, v1);
        }
    } else if (around.before) {
        bounds.low = around.before->value;
    } else if (around.after) {
        bounds.high = around.after->value;
    }
    return bounds;
}

} // namespace

// "Default m: .09 .15 .24 .28 .31 .35 .40 .49 .635 .83 1 … For reactions + forwards + comments m_e: .30 .36
// .50 .60 .67 .72 .77 .84 .91 .96 1"
Curve defaultCurve(Counter counter)
{
    Curve curve;
    if (counter == Counter::Views) {
        curve.m = {.09, .15, .24, .28, .31, .35, .40, .49, .635, .83, 1};
        curve.engagement = false;
    } else {
        curve.m = {.30, .36, .50, .60, .67, .72, .77, .84, .91, .96, 1};
        curve.engagement = true;
    }
    return curve;
}

// "ln m is linear in ln a between points; below 0.5 h the line of the first piece goes on."
double share(const Curve &curve, double ageHours)
{
    const double a = atLeastTheSmallestAge(ageHours);

    std::vector<double> ages(grid, grid + 11);
    std::vector<double> shares(curve.m.begin(), curve.m.end());
    if (curve.engagement) {
        // "then 1"
        if (a > 30 * 24)
            return 1;
    } else {
        // "and 1.04 at 40 d, 1.09 at 60, 1.16 at 100, 1.22 from 200 on"
        ages.push_back(40 * 24);
        shares.push_back(1.04);
        ages.push_back(60 * 24);
        shares.push_back(1.09);
        ages.push_back(100 * 24);
        shares.push_back(1.16);
        ages.push_back(200 * 24);
        shares.push_back(1.22);
        if (a >= 200 * 24)
            return 1.22;
    }

    for (std::size_t k = 0; k < ages.size(); ++k) {
        if (a == ages[k])
            return shares[k];
    }
    std::size_t piece = 0;
    while (piece + 2 < ages.size() && a > ages[piece + 1])
        ++piece;
    const double slope =
        (std::log(shares[piece + 1]) - std::log(shares[piece])) / (std::log(ages[piece + 1]) - std::log(ages[piece]));
    return std::exp(std::log(shares[piece]) + slope * (std::log(a) - std::log(ages[piece])));
}

// "Views of a post at age a, V(a)"
std::optional<AtAge> valueAt(const Post &post, Counter counter, double ageHours, std::int64_t asOf, const Curve &curve)
{
    const double a = atLeastTheSmallestAge(ageHours);
    const Around around = readingsAround(post, counter, a, asOf);

    AtAge result;
    if (around.before && around.after) {
        const double a0 = around.before->age;
        const double v0 = around.before->value;
        const double a1 = around.after->age;
        const double v1 = around.after->value;
        const double m0 = share(curve, a0);
        const double m1 = share(curve, a1);
        // "Where m(a₁) = m(a₀): V₀."
        if (m1 == m0)
            result.value = v0;
        else
            result.value = v0 + (v1 - v0) * (share(curve, a) - m0) / (m1 - m0);
        result.read =
            a1 - a0 <= std::max(1.0, a / 2) || v1 <= 1.1 * v0 || withinTenPercent(a0, a) || withinTenPercent(a1, a);
    } else if (around.before) {
        result.value = around.before->value * share(curve, a) / share(curve, around.before->age);
        result.read = withinTenPercent(around.before->age, a);
    } else if (around.after) {
        result.value = around.after->value * share(curve, a) / share(curve, around.after->age);
        result.read = withinTenPercent(around.after->age, a);
    } else {
        return std::nullopt;
    }

    // "An age that the post has not reached at the as-of is never read."
    if (a > atLeastTheSmallestAge(double(asOf - post.published) / 3600.0))
        result.read = false;
    return result;
}

// "The channel's own m"
Curve ownCurve(const std::vector<Post> &channel, Counter counter, std::int64_t asOf)
{
    const Curve byDefault = defaultCurve(counter);
    Curve own = byDefault;
    double factor[10]; // F_j

    for (int j = 0; j < 10; ++j) {
        int n = 0;
        double sumHere = 0; // Σ V(g_j)
        double sumNext = 0; // Σ V(g_j+1)
        for (const Post &post : channel) {
            if (post.service || post.ad || post.deleted)
                continue;
            // "m here is the default when it serves to find the own one"
            const std::optional<AtAge> here = valueAt(post, counter, grid[j], asOf, byDefault);
            const std::optional<AtAge> next = valueAt(post, counter, grid[j + 1], asOf, byDefault);
            if (!here || !next || !here->read || !next->read)
                continue;
            // "rounded ones where the growth exceeds the grain": the coarsest grain of the readings behind the two
            std::int64_t grain = 1;
            for (double age : {grid[j], grid[j + 1]}) {
                const Around around = readingsAround(post, counter, age, asOf);
                if (around.before)
                    grain = std::max(grain, around.before->grain);
                if (around.after)
                    grain = std::max(grain, around.after->grain);
            }
            if (grain > 1 && !(next->value - here->value > double(grain)))
                continue;
            n += 1;
            sumHere += here->value;
            sumNext += next->value;
        }
        own.n[j] = n;
        const double factorDefault = byDefault.m[j + 1] / byDefault.m[j];
        if (n == 0 || sumHere <= 0 || sumNext <= 0) {
            factor[j] = factorDefault;
        } else {
            const double factorOwn = sumNext / sumHere;
            factor[j] = std::exp((n * std::log(factorOwn) + 2 * std::log(factorDefault)) / (n + 2));
        }
    }

    // "m(30 d) = 1, m(g_j) = Π_{i ≥ j} 1 ÷ F_i"
    own.m[10] = 1;
    for (int j = 0; j < 10; ++j) {
        double product = 1;
        for (int i = j; i < 10; ++i)
            product *= 1 / factor[i];
        own.m[j] = product;
    }
    return own;
}

Bounds viewsAt24(const Post &post, std::int64_t asOf, const Curve &curve)
{
    return viewsAtHours(post, 24, 12, asOf, curve);
}

Bounds viewsAt48(const Post &post, std::int64_t asOf, const Curve &curve)
{
    return viewsAtHours(post, 48, 24, asOf, curve);
}

Change viewsPerPost(const std::vector<Post> &channel, std::int64_t from, std::int64_t until, std::int64_t shift,
                    std::int64_t asOf, bool covered, bool singleBucket)
{
    // "the window [start, as-of] against [start − shift, as-of − shift]": it never ends after the as-of
    const std::int64_t end = std::min(until, asOf);
    const std::vector<Member> window = sideOf(channel, from, end, asOf);
    const std::vector<Member> earlier = sideOf(channel, from - shift, end - shift, asOf);
    const int n = int(std::min(window.size(), earlier.size()));

    Change none;
    none.basis = "none";
    none.n = n;

    // 1.
    if (window.empty() || earlier.empty() || !covered)
        return none;

    const Curve own = ownCurve(channel, Counter::Views, asOf);
    const std::optional<Change> rule2 = byOwnGrowth(window, earlier, own, n);
    const std::optional<Change> rule3 = byEqualAge(window, earlier, own, n, asOf);
    const std::optional<Change> rule4 = byTypicalGrowth(window, earlier, n);

    // "A single bucket against its counterpart: rules 3, 2, 4, always ± 30."
    if (singleBucket) {
        for (const std::optional<Change> &rule : {rule3, rule2, rule4}) {
            if (rule) {
                Change change = *rule;
                if (change.plusMinus)
                    change.plusMinus = 0.30;
                return change;
            }
        }
        return none;
    }

    for (const std::optional<Change> &rule : {rule2, rule3, rule4}) {
        if (rule)
            return *rule;
    }
    return none;
}

// "(Σ(E ÷ m_e) ÷ Σ(V ÷ m)) of the window ÷ the same of the earlier one − 1, over posts whose parts are all known, by
// the own curves where rule 2 holds, else the defaults; ± 25 at n 1–2, 15, 10, with defaults 30, 20, 15"
Change engagementRate(const std::vector<Post> &channel, std::int64_t from, std::int64_t until, std::int64_t shift,
                      std::int64_t asOf, bool covered)
{
    const std::int64_t end = std::min(until, asOf);
    std::vector<Member> window;
    for (const Member &member : sideOf(channel, from, end, asOf)) {
        if (member.engagement)
            window.push_back(member);
    }
    std::vector<Member> earlier;
    for (const Member &member : sideOf(channel, from - shift, end - shift, asOf)) {
        if (member.engagement)
            earlier.push_back(member);
    }
    const int n = int(std::min(window.size(), earlier.size()));

    Change change;
    change.basis = "none";
    change.n = n;
    if (window.empty() || earlier.empty() || !covered)
        return change;

    Curve m = ownCurve(channel, Counter::Views, asOf);
    Curve me = ownCurve(channel, Counter::Engagement, asOf);
    const bool own = ownGrowthIsKnown(m);
    if (!own) {
        m = defaultCurve(Counter::Views);
        me = defaultCurve(Counter::Engagement);
    }

    double engagementNow = 0, viewsNow = 0;
    for (const Member &member : window) {
        engagementNow += *member.engagement / share(me, member.age);
        viewsNow += member.views / share(m, member.age);
    }
    double engagementThen = 0, viewsThen = 0;
    for (const Member &member : earlier) {
        engagementThen += *member.engagement / share(me, member.age);
        viewsThen += member.views / share(m, member.age);
    }
    if (viewsNow == 0 || viewsThen == 0 || engagementThen == 0)
        return change;

    change.value = (engagementNow / viewsNow) / (engagementThen / viewsThen) - 1;
    if (own) {
        change.basis = "own growth";
        change.plusMinus = byNumber(n, 0.25, 0.15, 0.10);
    } else {
        change.basis = "typical growth";
        change.plusMinus = byNumber(n, 0.30, 0.20, 0.15);
    }
    return change;
}

// "1 − ΣV ÷ Σ(V ÷ m(age))"
std::optional<double> stillToCome(const std::vector<Post> &channel, std::int64_t from, std::int64_t until,
                                  std::int64_t asOf)
{
    const Curve own = ownCurve(channel, Counter::Views, asOf);
    double now = 0;
    double final = 0;
    for (const Post &post : channel) {
        if (post.published < from || post.published >= until)
            continue;
        if (post.service || post.deleted)
            continue;
        const std::optional<Reading> last = lastReading(post, Counter::Views, asOf);
        if (!last)
            continue;
        now += last->value;
        final += last->value / share(own, last->age);
    }
    if (final == 0)
        return std::nullopt;
    return 1 - now / final;
}

// "views of the post ÷ median of the views, at the same age (§4), of the up to 30 posts before it (at least 8, else
// none; albums as one; no service, ads, deleted)"
std::optional<Typical> typical(const std::vector<Post> &channel, std::size_t index, std::int64_t asOf)
{
    if (index >= channel.size())
        return std::nullopt;
    const Post &post = channel[index];
    if (post.service)
        return std::nullopt;
    const std::optional<Reading> last = lastReading(post, Counter::Views, asOf);
    if (!last)
        return std::nullopt;

    const Curve own = ownCurve(channel, Counter::Views, asOf);
    std::vector<double> before;
    bool estimate = false;
    for (std::size_t k = index; k > 0 && before.size() < 30; --k) {
        const Post &previous = channel[k - 1];
        if (previous.service || previous.ad || previous.deleted)
            continue;
        const std::optional<AtAge> views = valueAt(previous, Counter::Views, last->age, asOf, own);
        if (!views)
            continue;
        before.push_back(views->value);
        if (!views->read)
            estimate = true;
    }
    if (before.size() < 8)
        return std::nullopt;
    const double median = quantile(before, 0.5);
    if (median <= 0)
        return std::nullopt;

    Typical result;
    result.times = last->value / median;
    result.estimate = estimate;
    result.posts = int(before.size());
    return result;
}

// "the band p25–p75 of the channel's posts at the grid's ages with at least 8 posts each"
std::vector<Band> band(const std::vector<Post> &channel, std::int64_t asOf)
{
    const Curve own = ownCurve(channel, Counter::Views, asOf);
    std::vector<Band> result;
    for (double age : grid) {
        std::vector<double> values;
        for (const Post &post : channel) {
            if (post.service || post.ad || post.deleted)
                continue;
            const std::optional<AtAge> views = valueAt(post, Counter::Views, age, asOf, own);
            if (views && views->read)
                values.push_back(views->value);
        }
        if (values.size() < 8)
            continue;
        Band one;
        one.ageHours = age;
        one.p25 = quantile(values, 0.25);
        one.median = quantile(values, 0.5);
        one.p75 = quantile(values, 0.75);
        one.posts = int(values.size());
        result.push_back(one);
    }
    return result;
}

} // namespace SecondOpinion
