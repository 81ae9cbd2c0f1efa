// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/seriesview.h"

#include "core/zonebuckets.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Postwave
{
namespace
{
// Sums of products of 53-bit counters and row counts need more than 64 bits.
__extension__ using Wide = __int128;

BucketState stateOf(const StoredBucket &bucket, qint64 now)
{
    if (bucket.start > now)
        return BucketState::Future;
    if (!bucket.covered)
        return BucketState::Unknown;
    return bucket.complete ? BucketState::Complete : BucketState::Partial;
}

bool isKnown(BucketState state)
{
    return state == BucketState::Partial || state == BucketState::Complete;
}

void forgetComments(QList<Row> &rows)
{
    for (Row &row : rows)
        row.counters[Metric::Comments].reset();
}
}

SeriesView assembleView(const ViewQuery &question, const StoredSeries &known, qint64 now)
{
    SeriesView view;
    view.question = question;
    view.step = viewStep(question);
    view.window = known.window;
    view.now = now;
    view.rows.reserve(known.buckets.size());

    QList<bool> hasPosts;
    hasPosts.reserve(known.buckets.size());
    bool sawReplies = false;
    bool sawDiscussion = false;
    for (const StoredBucket &bucket : known.buckets) {
        Row row{.start = bucket.start, .state = stateOf(bucket, now), .counters = {}};
        const bool counts = isKnown(row.state);
        if (counts) {
            row.counters = bucket.hasPosts ? bucket.counters : Counters::zero();
            view.asOf = view.asOf == 0 ? bucket.observedAt : std::min(view.asOf, bucket.observedAt);
            sawReplies = sawReplies || bucket.comments == CommentsKind::Replies;
            sawDiscussion = sawDiscussion || bucket.comments == CommentsKind::Discussion;
        }
        view.observed.append(counts ? bucket.observedAt : 0);
        hasPosts.append(counts && bucket.hasPosts);
        view.rows.append(row);
    }

    view.commentsMixed = known.commentsMixed || (sawReplies && sawDiscussion);
    if (view.commentsMixed)
        forgetComments(view.rows);
    else if (sawReplies || sawDiscussion)
        view.comments = sawReplies ? CommentsKind::Replies : CommentsKind::Discussion;
    view.viralBaseline = markViral(view.rows, hasPosts);
    return view;
}

void compareView(SeriesView &view, const Comparison &comparison, const Counterpart &counterpart,
                 const StoredSeries &known, qint64 now)
{
    const SeriesView other = assembleView(view.question, known, now);
    ComparisonRows compared{.comparison = comparison,
                            .alignment = counterpart.alignment(),
                            .daysEarlier = {},
                            .window = other.window,
                            .ends = {},
                            .rows = {},
                            .observed = {},
                            .asOf = other.asOf};
    const bool isPrevious = std::holds_alternative<PreviousPeriod>(comparison.baseline);
    if (isPrevious && view.step >= ViewStep::Day && other.window.until < view.window.from)
        compared.daysEarlier = counterpart.days();
    for (const Row &row : std::as_const(view.rows)) {
        const std::optional<qint64> counterpartStart = counterpart.of(row.start);
        // What has no counterpart stands after the last day of that month, so that the rows keep their order.
        const qint64 start = counterpartStart.value_or(
            ZoneBuckets::around(ViewStep::Day, counterpart.momentOf(row.start), view.question.zone).until);
        const auto found = std::ranges::lower_bound(other.rows, start, {}, &Row::start);
        const bool isThere = counterpartStart && found != other.rows.cend() && found->start == start;
        Row comparedRow = isThere ? *found : Row();
        comparedRow.start = start;
        comparedRow.viral = false;
        compared.rows.append(comparedRow);
        compared.observed.append(isThere ? other.observed[found - other.rows.cbegin()] : 0);
        compared.ends.append(isThere ? other.endOf(found - other.rows.cbegin()) : start);
    }
    const bool told = view.comments != CommentsKind::None && other.comments != CommentsKind::None;
    const bool differ = told && view.comments != other.comments;
    if (view.commentsMixed || other.commentsMixed || differ) {
        view.commentsMixed = true;
        view.comments = CommentsKind::None;
        forgetComments(view.rows);
        forgetComments(compared.rows);
    }
    view.compared = compared;
}

double markViral(QList<Row> &rows, const QList<bool> &hasPosts)
{
    Wide sum = 0;
    Wide count = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!hasPosts[i] || !rows[i].counters[Metric::Views])
            continue;
        sum += *rows[i].counters[Metric::Views];
        ++count;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Count views = rows[i].counters[Metric::Views];
        rows[i].viral = hasPosts[i] && views && Wide(*views) * count > 3 * sum;
    }
    return count == 0 ? 0 : double(sum) / double(count);
}

Totals totalsOf(const QList<Row> &rows)
{
    Totals totals;
    totals.of = int(rows.size());
    for (const Row &row : rows) {
        totals.complete += row.state == BucketState::Complete;
        totals.known += isKnown(row.state);
    }
    if (totals.known == 0)
        return totals;
    for (const Metric metric : kMetrics) {
        Wide sum = 0;
        bool whole = true;
        for (const Row &row : rows) {
            if (!isKnown(row.state))
                continue;
            whole = whole && row.counters[metric];
            sum += row.counters[metric].value_or(0);
        }
        if (whole && sum <= std::numeric_limits<qint64>::max())
            totals.counters[metric] = qint64(sum);
    }
    return totals;
}

std::optional<double> engagementRate(const Counters &totals)
{
    const Count views = totals[Metric::Views];
    const Count likes = totals[Metric::Likes];
    const Count shares = totals[Metric::Shares];
    const Count comments = totals[Metric::Comments];
    if (!views || *views == 0 || !likes || !shares || !comments)
        return std::nullopt;
    return double(Wide(*likes) + *shares + *comments) / double(*views);
}
}
