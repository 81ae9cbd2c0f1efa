// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes.h"
#include "sources/analyticbot/dynamicsplan.h"
#include "sources/analyticbot/observe.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>

#include <deque>
#include <map>

namespace Postwave
{
/** Posts of the fake source: one bucket minute each. */
struct FakePost {
    qint64 published = 0;
    qint64 views = 0;
};

/**
 * A source that plans and answers like a server, from a list of posts; remembers what it was asked,
 * fails on demand, and can hold its answers back until the test lets them go.
 */
class FakeSource final : public Source
{
public:
    static constexpr int kParallel = 4;

    explicit FakeSource(const Clock *clock)
        : m_clock(clock)
    {
    }

    QString key() const override
    {
        return QStringLiteral("https://fake");
    }
    SourceCapabilities capabilities() const override
    {
        return {.buckets = true, .listsChannels = true, .parallelRequests = kParallel};
    }
    SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const override
    {
        return dynamicsPlan(need, known, now);
    }
    QCoro::Task<Result<ChannelList>> channels() override
    {
        ++listings;
        if (holdLists) {
            const QFuture<void> release = heldBack();
            co_await release;
        }
        if (listFailure)
            co_return *listFailure;
        // A copy: GCC 12 moves members out where a coroutine returns them.
        const ChannelList list = channelList;
        co_return list;
    }
    QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request,
                                            RequestPriority priority) override
    {
        const auto &wanted = static_cast<const DynamicsRequest &>(*request);
        auto attempt = readQuery(wanted.query, priority, 0);
        Result<SourceReading> reading = co_await attempt;
        if (reading || !wanted.otherForm || reading.error().kind != Error::Kind::ServerFailed)
            co_return reading;
        auto second = readQuery(wanted.otherForm->query, priority, wanted.otherForm->lateBy);
        Result<SourceReading> otherReading = co_await second;
        co_return otherReading;
    }

    /** Lets the oldest held answer go, and come in: a test that ended before it would take its source away from it. */
    void letGo()
    {
        QPromise<void> promise = std::move(held.front());
        held.pop_front();
        promise.finish();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::FutureCallOut);
    }

    qint64 serverAhead = 0; ///< seconds that the source's clock is ahead of ours
    SourceTime::Trust trust = SourceTime::Trust::Agreed; ///< what it says of that
    QList<FakePost> posts; ///< in time order
    ChannelList channelList{{ChannelId(1), QStringLiteral("One"), {}, 10}};
    std::optional<Error> listFailure;
    QList<DynamicsQuery> asked;
    QList<RequestPriority> priorities; ///< of these
    std::deque<std::optional<Error>> failures; ///< of the next requests; empty = succeeds
    bool hold = false; ///< answers to views
    bool holdLists = false;
    std::deque<QPromise<void>> held;
    int listings = 0;

private:
    QFuture<void> heldBack()
    {
        QPromise<void> promise;
        promise.start();
        const QFuture<void> release = promise.future();
        held.push_back(std::move(promise));
        return release;
    }
    QCoro::Task<Result<SourceReading>> readQuery(DynamicsQuery query, RequestPriority priority, qint64 lateBy)
    {
        asked.append(query);
        priorities.append(priority);
        DynamicsAnswer answer = answerTo(query);
        const SourceTime time{.stated = answer.answeredAt, .local = m_clock->now(), .trust = trust};
        if (trust == SourceTime::Trust::Disputed)
            answer.believedUntil = time.now() - lateBy;
        answer.answeredAt -= lateBy;
        if (hold) {
            const QFuture<void> release = heldBack();
            co_await release;
        }
        if (!failures.empty()) {
            const std::optional<Error> failure = failures.front();
            failures.pop_front();
            if (failure)
                co_return *failure;
        }
        const Result<ObservedBuckets> observed = observe(query, answer);
        if (!observed)
            co_return observed.error();
        co_return SourceReading(BucketReading{.observed = *observed, .time = time});
    }
    DynamicsAnswer answerTo(const DynamicsQuery &query) const
    {
        const qint64 now = m_clock->now() + serverAhead;
        TimeWindow window;
        if (const auto *rolling = std::get_if<RollingQuery>(&query))
            window = {now - periodSeconds(rolling->period), now + 1};
        else if (const auto *day = std::get_if<DayQuery>(&query))
            window = {day->day, day->day + 86400};
        else
            window = std::get<MinuteQuery>(query).window;
        std::map<qint64, Bucket> buckets;
        for (const FakePost &post : posts) {
            if (!window.contains(post.published) || post.published > now)
                continue;
            const qint64 start = bucketStart(answerLevel(query), post.published);
            Bucket one{.start = start, .counters = Counters::zero()};
            one.counters[Metric::Views] = post.views;
            one.counters[Metric::PostCount] = 1;
            const auto [place, isNew] = buckets.try_emplace(start, one);
            if (!isNew)
                place->second.counters += one.counters;
        }
        DynamicsAnswer answer{.buckets = {}, .answeredAt = now};
        for (const auto &[start, bucket] : buckets)
            answer.buckets.append(bucket);
        answer.comments = answer.buckets.isEmpty() ? CommentsKind::None : CommentsKind::Discussion;
        return answer;
    }

    const Clock *m_clock;
};
}
