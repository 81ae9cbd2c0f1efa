// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the source for a view; what one answer means for the store stands in repository.cpp.
#include "sync/repository.h"

#include "sync/requestplan.h"

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

/** Whether another form of the same question may succeed where this failed. */
bool mayFallBack(const Error &error)
{
    return error.kind == Error::Kind::ServerFailed || error.kind == Error::Kind::BadAnswer
        || error.kind == Error::Kind::Timeout;
}

/** Whether the answer to one question has all that the other one asks for. */
bool holds(const DynamicsQuery &asked, const DynamicsQuery &wanted)
{
    const auto *longer = std::get_if<RollingQuery>(&asked);
    const auto *shorter = std::get_if<RollingQuery>(&wanted);
    if (longer && shorter && answerLevel(asked) == answerLevel(wanted))
        return longer->period >= shorter->period;
    return asked == wanted;
}

/** The finest of the stored buckets that add up to those of the windows. */
StoredResolution finestSource(const ViewQuery &question, const QList<TimeWindow> &windows)
{
    StoredResolution level = StoredResolution::Day;
    for (const TimeWindow &window : windows)
        level = std::min(level, sourceLevel(question, window));
    return level;
}

/** The days that hold the windows, from a first one on. */
TimeWindow daysOf(const QList<TimeWindow> &windows, qint64 first)
{
    if (windows.isEmpty())
        return {};
    TimeWindow all = windows.constFirst();
    for (const TimeWindow &window : windows)
        all = {std::min(all.from, window.from), std::max(all.until, window.until)};
    all.from = std::max(all.from, first);
    return {bucketStart(StoredResolution::Day, all.from), bucketCeil(StoredResolution::Day, all.until)};
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

/** Up to the last whole bucket that is over. */
QList<TimeWindow> wholeBuckets(const QList<TimeWindow> &spans, StoredResolution level, qint64 now)
{
    QList<TimeWindow> windows;
    for (const TimeWindow &span : spans)
        windows.append({span.from, std::min(bucketStart(level, span.until), bucketStart(level, now))});
    return windows;
}

bool isFresh(const WindowCoverage &known, qint64 end, qint64 now)
{
    return known.covered && known.complete && now - known.oldestObservedAt <= freshFor(std::min(end, now), now);
}
}

QCoro::Task<Result<qint64>> Repository::askFirst(qint64 channel, ViewQuery question,
                                                 std::optional<Comparison> comparison, RequestPriority priority)
{
    const QPointer<Repository> self(this);
    qint64 assumedNow = serverNow();
    for (const bool corrected : {false, true}) {
        const std::optional<DynamicsQuery> query = planFor(question, comparison, assumedNow).first;
        if (!query)
            co_return assumedNow;
        auto attempt = ask(channel, *query, priority, 0);
        const Result<qint64> answeredAt = co_await attempt;
        if (!self)
            co_return cancelled();
        if (!answeredAt) {
            const std::optional<DynamicsQuery> fallback = fallbackFor(question);
            if (!fallback || !mayFallBack(answeredAt.error()))
                co_return answeredAt;
            const bool running = viewWindow(question, 0).contains(assumedNow);
            auto second = ask(channel, *fallback, priority, running ? kDatePairCacheAge : 0);
            const Result<qint64> fallbackAt = co_await second;
            co_return fallbackAt ? fallbackAt : answeredAt;
        }
        // The clock of this computer was too far off to name the right minutes: once more, by the server's.
        const bool wrongClock = std::abs(*answeredAt - assumedNow) > kClockSlack;
        const std::optional<DynamicsQuery> right = planFor(question, comparison, *answeredAt).first;
        if (corrected || !wrongClock || !right || holds(*query, *right))
            co_return answeredAt;
        assumedNow = *answeredAt;
    }
    co_return assumedNow;
}

QCoro::Task<Result<Repository::MissingRequests>> Repository::missingRequests(qint64 channel, ViewQuery question,
                                                                             std::optional<Comparison> comparison,
                                                                             Extent extent, qint64 now,
                                                                             StorePriority priority)
{
    const QPointer<Repository> self(this);
    MissingRequests missing;
    const RequestPlan plan = planFor(question, comparison, now);
    if (plan.last)
        missing.queries.append(*plan.last);
    const auto *first = plan.first ? std::get_if<RollingQuery>(&*plan.first) : nullptr;
    if (plan.spanned.isEmpty() || !first)
        co_return missing;

    const ChannelKey key{m_backend->source(), channel};
    const qint64 listedSince =
        bucketStart(StoredResolution::Day, now - periodSeconds(first->period)) + secondsOf(StoredResolution::Day);
    SeriesQuery query;
    query.key = key;
    query.wanted = [windows = plan.spanned, listedSince](const WindowFacts &facts) {
        // Of days before the list nothing tells whether they have posts, save for those that were looked at.
        const qint64 from = std::min(listedSince, facts.firstWithPosts.value_or(listedSince));
        return WantedBuckets{.level = StoredResolution::Day, .window = daysOf(windows, from)};
    };
    const QFuture<Result<SeriesReading>> reading = m_store->read(query, priority);
    const Result<SeriesReading> stored = co_await reading;
    if (!stored)
        co_return stored.error();
    if (!self)
        co_return cancelled();
    const StoredSeries &days = stored->series;
    const qint64 firstWithPosts = stored->facts.firstWithPosts.value_or(now);
    missing.isBegunByPosts = std::ranges::all_of(days.buckets, [firstWithPosts](const StoredBucket &day) {
        return day.covered || day.start >= bucketStart(StoredResolution::Day, firstWithPosts);
    });
    QList<TimeWindow> windows = planFor(question, comparison, now, firstWithPosts).spanned;
    const StoredResolution level = finestSource(question, windows);
    for (TimeWindow &window : windows)
        window = window.intersected(days.window);
    const QList<TimeWindow> spans = spansOf(windows, emptyDaysOf(days), now);

    const QFuture<Result<QList<WindowCoverage>>> looking =
        m_store->coverage(key, level, wholeBuckets(spans, level, now), priority);
    const Result<QList<WindowCoverage>> coverage = co_await looking;
    if (!coverage)
        co_return coverage.error();
    for (qsizetype i = spans.size() - 1; i >= 0; --i) { // what is looked at most comes soonest
        if (extent == Extent::Whole || !isFresh(coverage->at(i), spans[i].until, now))
            missing.queries.append(MinuteQuery{spans[i]});
    }
    co_return missing;
}

QCoro::Task<Result<int>> Repository::missingRequestCount(qint64 channel, ViewQuery question,
                                                         std::optional<Comparison> comparison)
{
    const qint64 now = serverNow();
    if (const std::optional<int> count = requestCount(question, comparison, now))
        co_return *count;
    auto planning = missingRequests(channel, question, comparison, Extent::Stale, now, StorePriority::Interactive);
    const Result<MissingRequests> missing = co_await planning;
    if (!missing)
        co_return missing.error();
    if (question.span == ViewQuery::Span(Period::All) && !missing->isBegunByPosts)
        co_return 0;
    co_return int(planFor(question, comparison, now).first.has_value()) + int(missing->queries.size());
}

QCoro::Task<Result<qint64>> Repository::refresh(qint64 channel, ViewQuery question, RequestPriority priority,
                                                std::optional<Comparison> comparison, Extent extent,
                                                std::stop_token stop)
{
    const QPointer<Repository> self(this);
    auto first = askFirst(channel, question, comparison, priority);
    const Result<qint64> answeredAt = co_await first;
    if (!self)
        co_return cancelled();
    if (!answeredAt)
        co_return answeredAt;
    auto planning = missingRequests(channel, question, comparison, extent, *answeredAt, storePriorityOf(priority));
    const Result<MissingRequests> missing = co_await planning;
    if (!missing)
        co_return missing.error();
    for (qsizetype i = 0; i < missing->queries.size(); ++i) {
        if (!self || stop.stop_requested())
            co_return cancelled();
        auto asking = ask(channel, missing->queries[i], i == 0 ? priority : RequestPriority::Bulk, 0);
        const Result<qint64> answered = co_await asking;
        if (!answered)
            co_return answered.error();
    }
    co_return answeredAt;
}
}
