// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ingest.h"

#include "core/clock.h"
#include "core/coverage.h"
#include "series/rollup.h"

#include <QCoroFuture>

#include <QPointer>

#include <algorithm>

namespace Postwave
{
namespace
{
/** The longest window that is read in the observation's own buckets. */
constexpr qint64 kLongestFine = 10 * secondsOf(StoredResolution::Day);

Error cancelled()
{
    return {.kind = Error::Kind::Cancelled};
}

/** The observation with its buckets at every level from its own up. */
Result<ObservationRecord> recordOf(const ChannelKey &key, const ObservedBuckets &observed)
{
    ObservationRecord record{.key = key, .observation = observed.observation, .buckets = {}};
    const StoredResolution own = observed.observation.level;
    record.buckets[size_t(own)] = observed.buckets;
    for (int i = int(own) + 1; i <= int(StoredResolution::Day); ++i) {
        Result<QList<Bucket>> sums = rollUp(observed.buckets, StoredResolution(i));
        if (!sums)
            return sums.error();
        record.buckets[size_t(i)] = *std::move(sums);
    }
    return record;
}
}

StorePriority storePriorityOf(RequestPriority priority)
{
    return priority == RequestPriority::Interactive ? StorePriority::Interactive : StorePriority::Bulk;
}

Ingest::Ingest(Source *source, ObservationStore *store, const Clock *clock)
    : m_source(source)
    , m_store(store)
    , m_clock(clock)
{
}

qint64 Ingest::sourceNow() const
{
    return m_clock->now() + m_time.now() - m_time.local;
}

qint64 Ingest::latestNow() const
{
    return m_clock->now() + m_time.latest() - m_time.local;
}

QCoro::Task<Result<Done>> Ingest::prepare()
{
    const QPointer<Ingest> self(this);
    auto preparing = m_source->prepare();
    const Result<std::optional<SourceTime>> time = co_await preparing;
    if (!time)
        co_return time.error();
    if (!self)
        co_return cancelled();
    if (*time)
        m_time = **time;
    co_return Done{};
}

QCoro::Task<Result<ChannelList>> Ingest::listChannels(StorePriority priority)
{
    const QPointer<Ingest> self(this);
    auto attempt = m_source->channels();
    const Result<ChannelList> channels = co_await attempt;
    if (!self || !channels)
        co_return channels;
    const QFuture<Result<Done>> writing = m_store->writeChannels(m_source->key(), *channels, m_clock->now(), priority);
    const Result<Done> written = co_await writing;
    if (!written)
        co_return written.error();
    co_return channels;
}

QCoro::Task<Result<Done>> Ingest::checkVanished(ChannelId channel, ObservedBuckets observed, StorePriority priority)
{
    const QPointer<Ingest> self(this);
    if (!observed.buckets.isEmpty() || !m_source->capabilities().listsChannels)
        co_return Done{};
    // Whether there were posts shows in days as well, and years of minutes would not go into memory.
    const TimeWindow seen = observed.observation.window;
    const bool isLong = seen.until - seen.from > kLongestFine;
    const StoredResolution level = isLong ? StoredResolution::Day : observed.observation.level;
    const TimeWindow window = coveredWindow(observed.observation, level);
    SeriesQuery query;
    query.key = keyOf(channel);
    query.wanted = [level, window](const WindowFacts &) {
        return WantedBuckets{.level = level, .window = window};
    };
    const QFuture<Result<SeriesReading>> reading = m_store->read(query, priority);
    const Result<SeriesReading> before = co_await reading;
    if (!before)
        co_return before.error();
    if (!self || std::ranges::none_of(before->series.buckets, &StoredBucket::hasPosts))
        co_return Done{};
    auto listing = listChannels(priority);
    const Result<ChannelList> channels = co_await listing;
    // Without a list there is no reason to doubt the answer.
    if (channels && std::ranges::find(*channels, channel, &Channel::id) == channels->end())
        co_return Error{.kind = Error::Kind::UnknownChannel, .argument = channel.text()};
    co_return Done{};
}

QCoro::Task<Result<Ingest::Read>> Ingest::read(ChannelId channel, std::shared_ptr<const SourceRequest> request,
                                               RequestPriority priority)
{
    const QPointer<Ingest> self(this);
    auto attempt = m_source->read(request, priority);
    const Result<SourceReading> answer = co_await attempt;
    if (!answer)
        co_return answer.error();
    if (!self)
        co_return cancelled();
    if (const auto *posts = std::get_if<PostReading>(&*answer)) {
        const SourceTime time = posts->time;
        const qint64 observedAt = posts->listing.observedAt;
        m_time = time;
        auto keeping = storePosts(channel, *posts, storePriorityOf(priority));
        const Result<MissingPosts> missing = co_await keeping;
        if (!missing)
            co_return missing.error();
        co_return Read{.observedAt = observedAt, .time = time, .missing = *missing};
    }
    // Nobody plans for others yet, and the store keeps none.
    const auto *reading = std::get_if<BucketReading>(&*answer);
    if (!reading)
        co_return Error{.kind = Error::Kind::Unsupported};
    m_time = reading->time;
    const Read read{
        .observedAt = reading->observed.observation.observedAt, .time = reading->time, .planAgain = reading->planAgain};
    auto storing = store(channel, reading->observed, reading->time, storePriorityOf(priority));
    const Result<Done> stored = co_await storing;
    if (!stored)
        co_return stored.error();
    co_return read;
}

QCoro::Task<Result<MissingPosts>> Ingest::storePosts(ChannelId channel, PostReading reading, StorePriority priority)
{
    const QPointer<Ingest> self(this);
    const PostListing &listing = reading.listing;
    PostReadingRecord record{.key = keyOf(channel),
                             .window = listing.window,
                             .reachesNow = listing.reachesNow,
                             .reachesBegin = listing.reachesBegin,
                             .observedAt = listing.observedAt,
                             .tellsDeletions = reading.tellsDeletions};
    for (const ListedPost &listed : listing.posts)
        record.listed.append(listed.post.id);
    const QFuture<Result<Done>> writing = m_store->writePosts(record.key, listing.posts, listing.observedAt, priority);
    const Result<Done> written = co_await writing;
    if (!written)
        co_return written.error();
    if (!self)
        co_return cancelled();
    const QFuture<Result<MissingPosts>> finishing = m_store->finishReading(record, priority);
    Result<MissingPosts> missing = co_await finishing;
    co_return missing;
}

QCoro::Task<Result<Done>> Ingest::store(ChannelId channel, ObservedBuckets observed, SourceTime time,
                                        StorePriority priority)
{
    const QPointer<Ingest> self(this);
    if (observed.observation.window.isEmpty())
        co_return Done{};
    auto checking = checkVanished(channel, observed, priority);
    const Result<Done> real = co_await checking;
    if (!real)
        co_return real.error();
    if (!self)
        co_return cancelled();
    Result<ObservationRecord> record = recordOf(keyOf(channel), observed);
    if (!record)
        co_return record.error();
    record->isBelieved = time.trust != SourceTime::Trust::Disputed;
    if (record->isBelieved && !time.isOurs)
        record->latest = time.now() + 2 * kClockTolerance;
    const QFuture<Result<Observation>> writing = m_store->write(*std::move(record), priority);
    const Result<Observation> written = co_await writing;
    if (!written)
        co_return written.error();
    co_return Done{};
}
}
