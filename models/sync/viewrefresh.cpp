// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/viewrefresh.h"

#include "core/freshness.h"
#include "core/knowntimes.h"

#include <QCoroFuture>

#include <QPointer>

#include <algorithm>

namespace Postwave
{
namespace
{
constexpr qint64 kClockSlack = secondsOf(StoredResolution::Minute);

Error cancelled()
{
    return {.kind = Error::Kind::Cancelled};
}

/** The days that hold what is needed in finer buckets, from a first one on. */
TimeWindow daysOf(const SourceNeed &need, qint64 first)
{
    std::optional<TimeWindow> all;
    for (const NeededBuckets &needed : need.buckets) {
        if (needed.level == StoredResolution::Day)
            continue;
        const TimeWindow window = needed.window;
        all = all ? TimeWindow{std::min(all->from, window.from), std::max(all->until, window.until)} : window;
    }
    if (!all)
        return {};
    all->from = std::max(all->from, first);
    return {bucketStart(StoredResolution::Day, all->from), bucketCeil(StoredResolution::Day, all->until)};
}

QSet<qint64> emptyDaysOf(const StoredSeries &days)
{
    QSet<qint64> empty;
    for (const StoredBucket &day : days.buckets) {
        if (day.covered && day.complete && !day.hasPosts)
            empty.insert(day.start);
    }
    return empty;
}

StoredResolution finestOf(const QList<PlannedRequest> &requests)
{
    StoredResolution level = StoredResolution::Day;
    for (const PlannedRequest &request : requests)
        level = std::min(level, request.tells ? request.tells->level : level);
    return level;
}

/** What the requests tell of, up to the last whole bucket that is over. */
QList<TimeWindow> wholeBuckets(const QList<PlannedRequest> &requests, StoredResolution level, qint64 now)
{
    QList<TimeWindow> windows;
    for (const PlannedRequest &request : requests) {
        const TimeWindow window = request.tells ? request.tells->window : TimeWindow();
        windows.append({window.from, std::min(bucketStart(level, window.until), bucketStart(level, now))});
    }
    return windows;
}

bool isFresh(const WindowCoverage &known, qint64 end, qint64 now)
{
    return known.covered && known.complete && now - known.oldestObservedAt <= freshFor(std::min(end, now), now);
}
}

ViewRefresh::ViewRefresh(Ingest *ingest)
    : m_ingest(ingest)
{
}

SourcePlan ViewRefresh::planAt(const Target &target, qint64 now) const
{
    return m_ingest->source().plan(target.need(now), {}, now);
}

SourcePlan ViewRefresh::firstPlan(const Target &target) const
{
    SourcePlan plan = planAt(target, m_ingest->sourceNow());
    // Whether it is the future is nothing that a slow clock of this computer decides alone.
    return plan.requests.isEmpty() ? planAt(target, m_ingest->latestNow()) : plan;
}

QCoro::Task<Result<ViewRefresh::First>> ViewRefresh::readFirst(Target target, RequestPriority priority)
{
    const QPointer<ViewRefresh> self(this);
    auto preparing = m_ingest->prepare();
    const Result<Done> prepared = co_await preparing;
    if (!prepared)
        co_return prepared.error();
    if (!self)
        co_return cancelled();
    const qint64 assumedNow = m_ingest->sourceNow();
    First first{.observedAt = assumedNow, .answeredAt = assumedNow};
    SourcePlan plan = firstPlan(target);
    RequestList asked;
    while (!plan.requests.isEmpty()) {
        asked.append(plan.requests.constFirst().request);
        auto attempt = m_ingest->read(target.channel, asked.constLast(), priority);
        const Result<Ingest::Read> read = co_await attempt;
        if (!read)
            co_return read.error();
        if (!self)
            co_return cancelled();
        first.observedAt = read->observedAt;
        first.answeredAt = read->time.now();
        // Even where it is disputed, for that is how the source understands what it is asked.
        const qint64 stated = kKnownTimes.contains(read->time.stated) ? read->time.stated : first.answeredAt;
        const bool wrongClock = std::abs(stated - assumedNow) > kClockSlack;
        if (asked.size() > 1 || (!wrongClock && !read->planAgain))
            break;
        // The clock of this computer was too far off to name the right minutes: once more, by the source's.
        plan = planAt(target, stated);
        if (!plan.requests.isEmpty() && asked.constFirst()->holds(*plan.requests.constFirst().request))
            break;
    }
    for (const PlannedRequest &planned : std::as_const(plan.requests)) {
        const auto holdsIt = [&planned](const std::shared_ptr<const SourceRequest> &each) {
            return each->holds(*planned.request);
        };
        if (std::ranges::none_of(asked, holdsIt))
            first.rest.append(planned.request);
    }
    first.again = plan.again;
    first.listsDaysFrom = plan.listsDaysFrom.value_or(first.answeredAt);
    co_return first;
}

QCoro::Task<Result<ViewRefresh::Resumed>> ViewRefresh::resume(Target target, qint64 daysFrom, Extent extent, qint64 now,
                                                              StorePriority priority)
{
    const QPointer<ViewRefresh> self(this);
    const ChannelKey key = m_ingest->keyOf(target.channel);
    SeriesQuery query;
    query.key = key;
    query.wanted = [need = target.need(now), daysFrom](const WindowFacts &facts) {
        // Of days before the list nothing tells whether they have posts, save for those that were looked at.
        const qint64 from = std::min(daysFrom, facts.firstWithPosts.value_or(daysFrom));
        return WantedBuckets{.level = StoredResolution::Day, .window = daysOf(need, from)};
    };
    const QFuture<Result<SeriesReading>> reading = m_ingest->store().read(query, priority);
    const Result<SeriesReading> stored = co_await reading;
    if (!stored)
        co_return stored.error();
    if (!self)
        co_return cancelled();
    const StoredSeries &days = stored->series;
    const qint64 firstWithPosts = stored->facts.firstWithPosts.value_or(now);
    Resumed resumed;
    resumed.isBegunByPosts = std::ranges::all_of(days.buckets, [firstWithPosts](const StoredBucket &day) {
        return day.covered || day.start >= bucketStart(StoredResolution::Day, firstWithPosts);
    });
    const SourceKnowledge known{.days = days.window, .emptyDays = emptyDaysOf(days)};
    const SourcePlan plan = m_ingest->source().plan(target.need(now, firstWithPosts), known, now);
    const QList<PlannedRequest> &planned = plan.requests;
    resumed.again = plan.again;
    if (planned.isEmpty())
        co_return resumed;

    const StoredResolution level = finestOf(planned);
    const QFuture<Result<QList<WindowCoverage>>> looking =
        m_ingest->store().coverage(key, level, wholeBuckets(planned, level, now), priority);
    const Result<QList<WindowCoverage>> coverage = co_await looking;
    if (!coverage)
        co_return coverage.error();
    for (qsizetype i = 0; i < planned.size(); ++i) {
        const std::optional<NeededBuckets> &tells = planned[i].tells;
        if (extent == Extent::Whole || !tells || !isFresh(coverage->at(i), tells->window.until, now))
            resumed.requests.append(planned[i].request);
    }
    co_return resumed;
}

std::optional<int> ViewRefresh::requestCount(const ViewQuery &question,
                                             const std::optional<Comparison> &comparison) const
{
    const SourcePlan plan =
        planAt({.channel = {}, .question = question, .comparison = comparison}, m_ingest->sourceNow());
    return plan.again ? std::nullopt : std::optional(int(plan.requests.size()));
}

QCoro::Task<Result<int>> ViewRefresh::missingRequestCount(ChannelId channel, ViewQuery question,
                                                          std::optional<Comparison> comparison)
{
    const qint64 now = m_ingest->sourceNow();
    const Target target{.channel = channel, .question = question, .comparison = comparison};
    const SourcePlan plan = planAt(target, now);
    if (!plan.again)
        co_return int(plan.requests.size());
    auto resuming = resume(target, plan.listsDaysFrom.value_or(now), Extent::Stale, now, StorePriority::Interactive);
    const Result<Resumed> resumed = co_await resuming;
    if (!resumed)
        co_return resumed.error();
    if (question.span == ViewQuery::Span(Period::All) && !resumed->isBegunByPosts)
        co_return 0;
    co_return int(plan.requests.size() + resumed->requests.size());
}

QCoro::Task<Result<qint64>> ViewRefresh::refresh(ChannelId channel, ViewQuery question, RequestPriority priority,
                                                 std::optional<Comparison> comparison, Extent extent,
                                                 std::stop_token stop)
{
    const QPointer<ViewRefresh> self(this);
    const Target target{.channel = channel, .question = std::move(question), .comparison = comparison};
    auto beginning = readFirst(target, priority);
    const Result<First> first = co_await beginning;
    if (!first)
        co_return first.error();
    RequestList requests = first->rest;
    // Of a view that takes many requests the rest lets others pass.
    RequestPriority next = priority;
    for (bool again = first->again;;) {
        for (qsizetype i = 0; i < requests.size(); ++i) {
            if (!self || stop.stop_requested())
                co_return cancelled();
            auto asking = m_ingest->read(channel, requests[i], next);
            const Result<Ingest::Read> read = co_await asking;
            if (!read)
                co_return read.error();
            next = RequestPriority::Bulk;
        }
        if (!again)
            co_return first->observedAt;
        if (!self)
            co_return cancelled();
        auto resuming = resume(target, first->listsDaysFrom, extent, first->answeredAt, storePriorityOf(priority));
        const Result<Resumed> resumed = co_await resuming;
        if (!resumed)
            co_return resumed.error();
        requests = resumed->requests;
        again = resumed->again && !requests.isEmpty();
    }
}
}
