// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/storedviews.h"

#include "core/zonebuckets.h"
#include "series/viewfreshness.h"
#include "sync/viewneed.h"

#include <QCoroFuture>

#include <QPointer>

namespace Postwave
{
namespace
{
bool isKnown(const Row &row)
{
    return row.state == BucketState::Partial || row.state == BucketState::Complete;
}

/** The buckets of a view, or of its counterparts, out of what is stored. */
WantedBuckets wantedFor(const ViewQuery &question, TimeWindow window, qint64 now)
{
    WantedBuckets wanted{.level = sourceLevel(question, window), .window = window, .now = now};
    const ViewStep step = viewStep(question);
    if (step > ViewStep::Day || wanted.level != levelOf(step))
        wanted.starts = ZoneBuckets::starts(step, window, question.zone);
    return wanted;
}

/** The first whole day that a source answers for. */
qint64 firstAsked(qint64 now)
{
    return bucketStart(StoredResolution::Day, now - periodSeconds(Period::All)) + secondsOf(StoredResolution::Day);
}

/** Of all the time, by the granularity that fits its length. */
ViewQuery fitted(ViewQuery question, qint64 now, const WindowFacts &facts)
{
    if (question.span != ViewQuery::Span(Period::All) || question.step)
        return question;
    const TimeWindow window = viewWindow(question, now, facts.firstWithPosts);
    const ViewStep step =
        fittingStep(dateAt(window.from, question.zone), dateAt(std::max(window.until - 1, window.from), question.zone));
    if (step > ViewStep::Day)
        question.step = step;
    return question;
}

/** The same for the view itself, whose window may follow from what is stored. */
WantedBuckets wantedFor(const ViewQuery &question, std::optional<qint64> fixed, qint64 clockNow,
                        const WindowFacts &facts)
{
    // What is summed from finer buckets ends where those were looked at last.
    for (int i = int(levelOf(viewStep(question))); i >= 0; --i) {
        const std::optional<qint64> anchor = fixed ? fixed : facts.anchors[size_t(i)];
        if (isRolling(question) && !anchor)
            break;
        const TimeWindow window = viewWindow(question, anchor.value_or(0), facts.firstWithPosts);
        WantedBuckets wanted = wantedFor(question, window, anchor.value_or(clockNow));
        if (fixed || !isRolling(question) || wanted.level >= StoredResolution(i))
            return wanted;
    }
    return {};
}

/** Local days begin within a day of UTC, so that the first of all days may hold no post. */
void dropEmptyStart(StoredSeries &series)
{
    const auto hasMore = [](const StoredBucket &bucket) {
        return !bucket.covered || bucket.hasPosts;
    };
    const auto first = std::find_if(series.buckets.cbegin(), series.buckets.cend(), hasMore);
    const qsizetype empty =
        std::min(first - series.buckets.cbegin(), std::max<qsizetype>(0, series.buckets.size() - 1));
    series.buckets.remove(0, empty);
    if (!series.buckets.isEmpty())
        series.window.from = series.buckets.constFirst().start;
}
}

StoredViews::StoredViews(const Ingest *ingest)
    : m_ingest(ingest)
{
}

QCoro::Task<Result<SeriesView>> StoredViews::view(ChannelId channel, ViewQuery question, StoredViewOptions options)
{
    const QPointer<StoredViews> self(this);
    // Where two clocks differ, no bucket is called future that is not for both of them.
    const bool isDisputed = m_ingest->clocks().trust == SourceTime::Trust::Disputed;
    if (options.anchor && isDisputed && !isRolling(question))
        options.anchor = std::max(*options.anchor, m_ingest->latestNow());
    // A time that is still to come knows no more than the answer of just now.
    std::optional<qint64> fixed = options.asOf ? options.asOf : options.anchor;
    if (options.anchor)
        fixed = std::min(fixed, options.anchor);
    const qint64 clockNow = m_ingest->sourceNow();
    SeriesQuery query;
    query.key = m_ingest->keyOf(channel);
    query.asOf = options.asOf;
    const bool isAll = question.span == ViewQuery::Span(Period::All);
    if (isAll)
        query.begin = firstAsked(clockNow);
    const auto rowsOf = [question, now = fixed.value_or(clockNow), fits = options.fitStep](const WindowFacts &facts) {
        return fits ? fitted(question, now, facts) : question;
    };
    query.wanted = [rowsOf, fixed, clockNow](const WindowFacts &facts) {
        return wantedFor(rowsOf(facts), fixed, clockNow, facts);
    };
    const QFuture<Result<SeriesReading>> reading = m_ingest->store().read(query, StorePriority::Interactive);
    Result<SeriesReading> stored = co_await reading;
    if (!stored)
        co_return stored.error();
    StoredSeries &series = stored->series;
    if (isAll && !isUtc(question.zone))
        dropEmptyStart(series);

    qint64 now = fixed ? *fixed : stored->facts.anchors[size_t(series.level)].value_or(clockNow);
    if (!fixed) {
        // What was looked at had begun, even where that look itself did not reach the server's now.
        for (const StoredBucket &bucket : std::as_const(series.buckets))
            now = bucket.covered ? std::max(now, bucket.seenUntil) : now;
    }
    SeriesView view = assembleView(rowsOf(stored->facts), series, now);
    view.question = question;
    view.beginUnknown = isAll && !stored->facts.isBeginKnown;
    const bool anyKnown = std::any_of(view.rows.begin(), view.rows.end(), isKnown);
    const bool anyUnknown = std::any_of(view.rows.begin(), view.rows.end(), [](const Row &row) {
        return row.state == BucketState::Unknown;
    });
    // Who just asked the source has an answer, even when it is that nothing was seen yet.
    if (view.rows.isEmpty() || (anyUnknown && !anyKnown && !options.anchor))
        co_return Error{.kind = Error::Kind::NothingStored};
    if (!options.compare || !self)
        co_return view;
    auto comparing = withCounterpart(channel, std::move(view), options, now);
    Result<SeriesView> compared = co_await comparing;
    co_return compared;
}

QCoro::Task<Result<SeriesView>> StoredViews::withCounterpart(ChannelId channel, SeriesView view,
                                                             StoredViewOptions options, qint64 now)
{
    const std::optional<Counterpart> counterpart = Counterpart::of(view.question, view.window, *options.compare);
    if (!counterpart)
        co_return view;
    const TimeWindow window = counterpart->of(view.window);
    SeriesQuery query;
    query.key = m_ingest->keyOf(channel);
    query.asOf = options.asOf;
    query.begin = firstAsked(m_ingest->sourceNow());
    query.wanted = [wanted = wantedFor(view.question, window, now)](const WindowFacts &) {
        return wanted;
    };
    const QFuture<Result<SeriesReading>> reading = m_ingest->store().read(query, StorePriority::Interactive);
    const Result<SeriesReading> stored = co_await reading;
    if (!stored)
        co_return stored.error();
    compareView(view, *options.compare, *counterpart, stored->series, now);
    if (stored->facts.isBeginKnown)
        view.compared->firstWithPosts = stored->facts.firstWithPosts;
    co_return view;
}

QCoro::Task<Result<bool>> StoredViews::isStale(ChannelId channel, ViewQuery question,
                                               std::optional<Comparison> comparison)
{
    const qint64 now = m_ingest->sourceNow();
    auto reading = this->view(channel, question, {.asOf = {}, .anchor = now, .compare = comparison});
    const Result<SeriesView> view = co_await reading;
    if (!view)
        co_return view.error();
    co_return Postwave::isStale(*view, now);
}
}
