// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/repository.h"

#include "core/coverage.h"
#include "series/observe.h"
#include "series/rollup.h"
#include "sync/requestplan.h"

#include <QCoroFuture>

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kClockSlack = secondsOf(Level::Minute);

Error cancelled()
{
    return {.kind = Error::Kind::Cancelled};
}

/** The observation with its buckets at every level from its own up. */
Result<ObservationRecord> recordOf(const ChannelKey &key, const ObservedBuckets &observed)
{
    ObservationRecord record{.key = key, .observation = observed.observation, .buckets = {}};
    const Level own = observed.observation.level;
    record.buckets[size_t(own)] = observed.buckets;
    for (int i = int(own) + 1; i <= int(Level::Day); ++i) {
        Result<QList<Bucket>> sums = rollUp(observed.buckets, Level(i));
        if (!sums)
            return sums.error();
        record.buckets[size_t(i)] = *std::move(sums);
    }
    return record;
}

Error unknownChannel(qint64 id)
{
    return {.kind = Error::Kind::UnknownChannel, .argument = QString::number(id)};
}

/** Whether another form of the same question may succeed where this failed. */
bool mayFallBack(const Error &error)
{
    return error.kind == Error::Kind::ServerFailed || error.kind == Error::Kind::BadAnswer
        || error.kind == Error::Kind::Timeout;
}

bool isKnown(const Row &row)
{
    return row.state == BucketState::Partial || row.state == BucketState::Complete;
}

/** Whether part of it is unknown, over but partial, or was seen too long ago. */
bool isStale(const QList<Row> &rows, Level level, TimeWindow window, qint64 asOf, qint64 now)
{
    for (const Row &row : rows) {
        const bool over = row.start + secondsOf(level) <= now;
        if (row.state == BucketState::Unknown || (row.state == BucketState::Partial && over))
            return true;
    }
    return asOf != 0 && now - asOf > freshFor(std::min(window.until, now), now);
}
}

Repository::Repository(Backend *backend, ObservationStore *store, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_store(store)
    , m_clock(clock)
{
}

qint64 Repository::serverNow() const
{
    return m_clock->now() + m_clockOffset;
}

QCoro::Task<Result<ChannelList>> Repository::listChannels()
{
    const QPointer<Repository> self(this);
    auto attempt = m_backend->channels();
    const Result<ChannelList> channels = co_await attempt;
    if (!self || !channels)
        co_return channels;
    const QFuture<Result<Done>> writing = m_store->writeChannels(m_backend->source(), *channels, m_clock->now());
    const Result<Done> written = co_await writing;
    if (!written)
        co_return written.error();
    co_return channels;
}

QCoro::Task<Result<ChannelList>> Repository::storedChannels()
{
    const QFuture<Result<ChannelList>> reading = m_store->channels(m_backend->source());
    const Result<ChannelList> channels = co_await reading;
    co_return channels;
}

QCoro::Task<Result<Channel>> Repository::channel(qint64 id, bool online)
{
    const QPointer<Repository> self(this);
    const QFuture<Result<std::optional<Channel>>> reading = m_store->channel({m_backend->source(), id});
    const Result<std::optional<Channel>> known = co_await reading;
    if (!known)
        co_return known.error();
    if (known->has_value())
        co_return known->value();
    if (!online || !self)
        co_return unknownChannel(id);
    auto listing = listChannels();
    const Result<ChannelList> channels = co_await listing;
    if (!channels)
        co_return channels.error();
    const auto found = std::find_if(channels->begin(), channels->end(), [id](const Channel &channel) {
        return channel.id == id;
    });
    if (found == channels->end())
        co_return unknownChannel(id);
    co_return *found;
}

QCoro::Task<Result<Done>> Repository::checkVanished(qint64 channel, ObservedBuckets observed)
{
    const QPointer<Repository> self(this);
    if (!observed.buckets.isEmpty())
        co_return Done{};
    const Level level = observed.observation.level;
    const TimeWindow window = coveredWindow(observed.observation, level);
    SeriesQuery query;
    query.key = {m_backend->source(), channel};
    query.level = level;
    query.window = [window](const WindowFacts &) {
        return window;
    };
    const QFuture<Result<StoredSeries>> reading = m_store->read(query, StorePriority::Interactive);
    const Result<StoredSeries> before = co_await reading;
    if (!before)
        co_return before.error();
    const QList<KnownBucket> &buckets = before->series.buckets;
    const bool hadPosts = std::any_of(buckets.begin(), buckets.end(), [](const KnownBucket &bucket) {
        return bucket.hasPosts;
    });
    if (!hadPosts || !self)
        co_return Done{};
    auto listing = listChannels();
    const Result<ChannelList> channels = co_await listing;
    // Without a list there is no reason to doubt the answer.
    if (!channels)
        co_return Done{};
    const bool listed = std::any_of(channels->begin(), channels->end(), [channel](const Channel &each) {
        return each.id == channel;
    });
    if (!listed)
        co_return unknownChannel(channel);
    co_return Done{};
}

QCoro::Task<Result<SeriesView>> Repository::storedView(qint64 channel, ViewQuestion question, StoredViewOptions options)
{
    const QPointer<Repository> self(this);
    // A time that is still to come knows no more than the answer of just now.
    std::optional<qint64> fixed = options.asOf ? options.asOf : options.anchor;
    if (options.anchor)
        fixed = std::min(fixed, options.anchor);
    SeriesQuery query;
    query.key = {m_backend->source(), channel};
    query.level = viewLevel(question);
    query.asOf = options.asOf;
    query.window = [question, fixed](const WindowFacts &facts) {
        const std::optional<qint64> anchor = fixed ? fixed : facts.anchor;
        if (isRolling(question) && !anchor)
            return TimeWindow();
        return viewWindow(question, anchor.value_or(0), facts.firstWithPosts);
    };
    const qint64 clockNow = serverNow();
    const QFuture<Result<StoredSeries>> reading = m_store->read(query, StorePriority::Interactive);
    const Result<StoredSeries> stored = co_await reading;
    if (!stored)
        co_return stored.error();

    qint64 now = fixed ? *fixed : stored->facts.anchor.value_or(clockNow);
    if (!fixed) {
        // What was looked at had begun, even where that look itself did not reach the server's now.
        for (const KnownBucket &bucket : stored->series.buckets)
            now = bucket.covered ? std::max(now, bucket.seenUntil) : now;
    }
    SeriesView view = assembleView(question, stored->series, now);
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

QCoro::Task<Result<SeriesView>> Repository::withCounterpart(qint64 channel, SeriesView view, StoredViewOptions options,
                                                            qint64 now)
{
    const std::optional<Counterpart> counterpart = Counterpart::of(view.question, view.window, *options.compare);
    if (!counterpart)
        co_return view;
    const TimeWindow window = counterpart->of(view.window, view.level);
    SeriesQuery query;
    query.key = {m_backend->source(), channel};
    query.level = view.level;
    query.asOf = options.asOf;
    query.window = [window](const WindowFacts &) {
        return window;
    };
    const QFuture<Result<StoredSeries>> reading = m_store->read(query, StorePriority::Interactive);
    const Result<StoredSeries> stored = co_await reading;
    if (!stored)
        co_return stored.error();
    compareView(view, *options.compare, *counterpart, stored->series, now);
    co_return view;
}

QCoro::Task<Result<qint64>> Repository::ask(qint64 channel, DynamicsQuery query, RequestPriority priority,
                                            qint64 lateBy)
{
    const QPointer<Repository> self(this);
    auto attempt = m_backend->dynamics(channel, query, priority);
    Result<DynamicsAnswer> answer = co_await attempt;
    if (!answer)
        co_return answer.error();
    if (!self)
        co_return cancelled();
    m_clockOffset = answer->answeredAt - answer->askedAt;
    answer->answeredAt -= lateBy;

    const Result<ObservedBuckets> observed = observe(query, *answer);
    if (!observed)
        co_return observed.error();
    if (observed->observation.window.isEmpty())
        co_return answer->answeredAt;
    auto checking = checkVanished(channel, *observed);
    const Result<Done> real = co_await checking;
    if (!real)
        co_return real.error();
    if (!self)
        co_return cancelled();
    Result<ObservationRecord> record = recordOf({m_backend->source(), channel}, *observed);
    if (!record)
        co_return record.error();
    const StorePriority storePriority =
        priority == RequestPriority::Interactive ? StorePriority::Interactive : StorePriority::Bulk;
    const QFuture<Result<Observation>> writing = m_store->write(*std::move(record), storePriority);
    const Result<Observation> written = co_await writing;
    if (!written)
        co_return written.error();
    co_return answer->answeredAt;
}

QCoro::Task<Result<qint64>> Repository::refresh(qint64 channel, ViewQuestion question, RequestPriority priority)
{
    const QPointer<Repository> self(this);
    qint64 assumedNow = serverNow();
    for (const bool corrected : {false, true}) {
        const std::optional<DynamicsQuery> query = requestFor(question, assumedNow);
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
        if (corrected || !wrongClock || requestFor(question, *answeredAt) == query)
            co_return answeredAt;
        assumedNow = *answeredAt;
    }
    co_return assumedNow;
}

QCoro::Task<Result<qint64>> Repository::refreshCompared(qint64 channel, ViewQuestion question, Comparison comparison,
                                                        RequestPriority priority)
{
    const QPointer<Repository> self(this);
    const qint64 assumedNow = serverNow();
    if (const std::optional<Period> both = periodForBoth(question, comparison, assumedNow)) {
        auto asking = refresh(channel, *both, priority);
        const Result<qint64> answeredAt = co_await asking;
        co_return answeredAt;
    }
    auto asking = refresh(channel, question, priority);
    const Result<qint64> answeredAt = co_await asking;
    if (!self)
        co_return cancelled();
    if (!answeredAt)
        co_return answeredAt;
    const TimeWindow window = viewWindow(question, *answeredAt);
    const std::optional<Counterpart> counterpart = Counterpart::of(question, window, comparison);
    if (!counterpart)
        co_return answeredAt;
    const Level level = viewLevel(question);
    const std::optional<DynamicsQuery> query = requestFor(counterpart->of(window, level), *answeredAt);
    if (!query)
        co_return answeredAt;
    auto second = ask(channel, *query, priority, 0);
    const Result<qint64> counterpartAt = co_await second;
    co_return counterpartAt ? answeredAt : counterpartAt;
}

QCoro::Task<Result<bool>> Repository::needsRefresh(qint64 channel, ViewQuestion question,
                                                   std::optional<Comparison> comparison)
{
    const qint64 now = serverNow();
    auto reading = storedView(channel, question, {.asOf = {}, .anchor = now, .compare = comparison});
    const Result<SeriesView> view = co_await reading;
    if (!view)
        co_return view.error();
    if (isStale(view->rows, view->level, view->window, view->asOf, now))
        co_return true;
    const std::optional<CounterpartRows> &compared = view->compared;
    co_return compared &&isStale(compared->rows, view->level, compared->window, compared->asOf, now);
}
}
