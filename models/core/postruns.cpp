// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postruns.h"

#include <algorithm>

namespace Postwave
{
namespace
{
void complete(Count &known, const Count &other)
{
    if (!known)
        known = other;
}

/** What either of two sightings of one moment knows; where both do, the first. */
PostCounters completed(PostCounters counters, const PostCounters &other)
{
    if (!counters.views)
        counters.viewsGrain = other.viewsGrain;
    if (!counters.reactions)
        counters.reactionsGrain = other.reactionsGrain;
    complete(counters.views, other.views);
    complete(counters.forwards, other.forwards);
    complete(counters.reactions, other.reactions);
    complete(counters.comments, other.comments);
    complete(counters.replies, other.replies);
    complete(counters.stars, other.stars);
    return counters;
}

/** Joins the run at @p place with those beside it that are equal. */
void join(QList<PostSnapshot> &runs, qsizetype place)
{
    if (place + 1 < runs.size() && runs[place + 1].counters == runs[place].counters) {
        runs[place].seenUntil = runs[place + 1].seenUntil;
        runs.remove(place + 1);
    }
    if (place > 0 && runs[place - 1].counters == runs[place].counters) {
        runs[place - 1].seenUntil = runs[place].seenUntil;
        runs.remove(place);
    }
}

/** Makes a run of its own of what was seen at @p time, which is one end of the run at @p place, or both. */
qsizetype cutOut(QList<PostSnapshot> &runs, qsizetype place, qint64 time)
{
    PostSnapshot &run = runs[place];
    if (run.observedAt == run.seenUntil)
        return place;
    const bool isBegin = run.observedAt == time;
    const PostSnapshot rest = isBegin ? PostSnapshot{run.seenUntil, run.seenUntil, run.counters}
                                      : PostSnapshot{run.observedAt, run.observedAt, run.counters};
    run.observedAt = time;
    run.seenUntil = time;
    runs.insert(isBegin ? place + 1 : place, rest);
    return isBegin ? place : place + 1;
}
}

void addSighting(QList<PostSnapshot> &runs, qint64 observedAt, const PostCounters &counters)
{
    const auto later = std::ranges::upper_bound(runs, observedAt, {}, &PostSnapshot::observedAt);
    const qsizetype next = later - runs.begin();
    const qsizetype before = next - 1;
    if (before >= 0 && observedAt <= runs[before].seenUntil) {
        const PostSnapshot run = runs[before];
        const bool isEnd = observedAt == run.observedAt || observedAt == run.seenUntil;
        const PostCounters told = isEnd ? completed(run.counters, counters) : counters;
        if (told == run.counters)
            return;
        if (isEnd) {
            const qsizetype own = cutOut(runs, before, observedAt);
            runs[own].counters = told;
            join(runs, own);
            return;
        }
        // When else the run was seen, nobody knows: its two ends stay.
        runs[before].seenUntil = run.observedAt;
        runs.insert(next, {observedAt, observedAt, counters});
        runs.insert(next + 1, {run.seenUntil, run.seenUntil, run.counters});
        return;
    }
    runs.insert(next, {observedAt, observedAt, counters});
    join(runs, next);
}
}
