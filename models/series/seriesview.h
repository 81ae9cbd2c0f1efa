// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucketstate.h"
#include "core/channel.h"
#include "core/coverage.h"
#include "series/comparison.h"
#include "series/viewquery.h"

#include <optional>

namespace Postwave
{
/** One bucket of a view as people and files see it. */
struct Row {
    qint64 start = 0;
    BucketState state = BucketState::Unknown;
    Counters counters; ///< all empty when unknown or future
    bool viral = false;

    friend bool operator==(const Row &, const Row &) = default;
};

/** Sums of the known rows, and how many of the rows are complete. */
struct Totals {
    Counters counters; ///< a sum with an unknown part, or beyond 64 bits, is unknown
    int complete = 0;
    int known = 0;
    int of = 0;
};

/** What the rows of a view are compared with. */
struct ComparisonRows {
    Comparison comparison;
    std::optional<Alignment> alignment; ///< empty where it does not apply: calendar months, a chosen start
    qint64 daysEarlier = 0; ///< where whole weeks leave days between the two periods; else 0
    TimeWindow window; ///< from the first counterpart to the last
    QList<qint64> ends; ///< of the buckets of the rows
    QList<Row> rows; ///< one for each of the view's, with its own time and state; none is viral
    QList<qint64> observed; ///< for each row when it was seen last; 0 where unknown
    qint64 asOf = 0; ///< the oldest of the known rows' newest observations; 0 when none is known
    /** Start of the channel's first day with posts, where that is known. */
    std::optional<qint64> firstWithPosts = {};

    /** Whether there is such a bucket at all: 30 September stands beside 30 October, and nothing beside the 31st. */
    bool exists(qsizetype row) const
    {
        return ends[row] > rows[row].start;
    }
    /** Whether there is such a bucket, and nothing is known of it. */
    bool isLacking(qsizetype row) const
    {
        return exists(row) && rows[row].state == BucketState::Unknown;
    }
    /** How many of them there are. */
    qsizetype lackingCount() const
    {
        qsizetype count = 0;
        for (qsizetype i = 0; i < rows.size(); ++i)
            count += isLacking(i) ? 1 : 0;
        return count;
    }
    /** Whether the posts of a row had stopped growing when it was seen last. */
    bool isSettled(qsizetype row) const
    {
        return observed[row] >= ends[row] + kGrowingSeconds;
    }

    friend bool operator==(const ComparisonRows &, const ComparisonRows &) = default;
};

/** The answer to a view: every bucket of its window, in time order. */
struct SeriesView {
    ViewQuery question;
    ViewStep step = ViewStep::Day;
    TimeWindow window;
    QList<Row> rows;
    QList<qint64> observed; ///< for each row when it was seen last; 0 where unknown
    qint64 asOf = 0; ///< the oldest of the known rows' newest observations; 0 when none is known
    qint64 now = 0; ///< the moment that the view is of: what starts later is future
    CommentsKind comments = CommentsKind::None; ///< what `comments` counts; None: no bucket tells, or it changed
    bool beginUnknown = false; ///< of `all`: what lies before the first row was never looked at
    double viralBaseline = 0; ///< mean views of the known buckets with posts: three times of it are viral; 0 = none
    bool commentsMixed = false; ///< `comments` changed its meaning within the window and is unknown
    std::optional<ComparisonRows> compared; ///< only when it was asked for

    /** End of the bucket in a row. */
    qint64 endOf(qsizetype row) const
    {
        return row + 1 < rows.size() ? rows[row + 1].start : window.until;
    }
    /** Whether the posts of a row had stopped growing when it was seen last. */
    bool isSettled(qsizetype row) const
    {
        return observed[row] >= endOf(row) + kGrowingSeconds;
    }
};

/**
 * Makes the rows of a view: states, zeros for covered buckets without posts, viral marks.
 * @param now buckets that start later are future
 */
SeriesView assembleView(const ViewQuery &question, const StoredSeries &known, qint64 now);

/**
 * Lays beside each row of @p view what it is compared with. Where the two count comments differently, they are
 * unknown on both sides.
 * @param known buckets of the view's step that hold the counterparts' whole window
 * @param now that of the view
 */
void compareView(SeriesView &view, const Comparison &comparison, const Counterpart &counterpart,
                 const StoredSeries &known, qint64 now);

/**
 * The bucket rule (a bucket is viral when it has more than three times the mean views of
 * the known buckets with posts), over the whole window, in exact arithmetic.
 * @param hasPosts one for each row
 * @return those mean views; 0 where there are none
 */
double markViral(QList<Row> &rows, const QList<bool> &hasPosts);

Totals totalsOf(const QList<Row> &rows);

/**
 * Engagement rate by views: (likes + shares + comments) ÷ views, totals over totals.
 * Nothing when a part is unknown or there are no views. May exceed 1.
 */
std::optional<double> engagementRate(const Counters &totals);
}
