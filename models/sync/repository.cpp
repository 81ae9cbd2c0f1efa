// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/repository.h"

#include "core/coverage.h"
#include "core/zonebuckets.h"
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

Error unknownChannel(qint64 id)
{
    return {.kind = Error::Kind::UnknownChannel, .argument = QString::number(id)};
}

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

StorePriority Repository::storePriorityOf(RequestPriority priority)
{
    return priority == RequestPriority::Interactive ? StorePriority::Interactive : StorePriority::Bulk;
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

QCoro::Task<Result<ChannelList>> Repository::listChannels(StorePriority priority)
{
    const QPointer<Repository> self(this);
    auto attempt = m_backend->channels();
    const Result<ChannelList> channels = co_await attempt;
    if (!self || !channels)
        co_return channels;
    const QFuture<Result<Done>> writing =
        m_store->writeChannels(m_backend->source(), *channels, m_clock->now(), priority);
    const Result<Done> written = co_await writing;
    if (!written)
        co_return written.error();
    co_return channels;
}

QCoro::Task<Result<ChannelList>> Repository::storedChannels()
{
    const QFuture<Result<ChannelList>> reading = m_store->channels(m_backend->source(), StorePriority::Interactive);
    const Result<ChannelList> channels = co_await reading;
    co_return channels;
}

QCoro::Task<Result<Channel>> Repository::channel(qint64 id, bool online)
{
    const QPointer<Repository> self(this);
    const QFuture<Result<std::optional<Channel>>> reading =
        m_store->channel({m_backend->source(), id}, StorePriority::Interactive);
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

QCoro::Task<Result<Done>> Repository::checkVanished(qint64 channel, ObservedBuckets observed, StorePriority priority)
{
    const QPointer<Repository> self(this);
    if (!observed.buckets.isEmpty())
        co_return Done{};
    const StoredResolution level = observed.observation.level;
    const TimeWindow window = coveredWindow(observed.observation, level);
    SeriesQuery query;
    query.key = {m_backend->source(), channel};
    query.wanted = [level, window](const WindowFacts &) {
        return WantedBuckets{.level = level, .window = window};
    };
    const QFuture<Result<SeriesReading>> reading = m_store->read(query, priority);
    const Result<SeriesReading> before = co_await reading;
    if (!before)
        co_return before.error();
    const QList<StoredBucket> &buckets = before->series.buckets;
    const bool hadPosts = std::any_of(buckets.begin(), buckets.end(), [](const StoredBucket &bucket) {
        return bucket.hasPosts;
    });
    if (!hadPosts || !self)
        co_return Done{};
    auto listing = listChannels(priority);
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

QCoro::Task<Result<SeriesView>> Repository::storedView(qint64 channel, ViewQuery question, StoredViewOptions options)
{
    const QPointer<Repository> self(this);
    // A time that is still to come knows no more than the answer of just now.
    std::optional<qint64> fixed = options.asOf ? options.asOf : options.anchor;
    if (options.anchor)
        fixed = std::min(fixed, options.anchor);
    const qint64 clockNow = serverNow();
    SeriesQuery query;
    query.key = {m_backend->source(), channel};
    query.asOf = options.asOf;
    // As far back as the source answers.
    const bool isAll = question.span == ViewQuery::Span(Period::All);
    if (isAll)
        query.begin = bucketStart(StoredResolution::Day, clockNow - periodSeconds(Period::All))
            + secondsOf(StoredResolution::Day);
    query.wanted = [question, fixed, clockNow](const WindowFacts &facts) {
        return wantedFor(question, fixed, clockNow, facts);
    };
    const QFuture<Result<SeriesReading>> reading = m_store->read(query, StorePriority::Interactive);
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
    SeriesView view = assembleView(question, series, now);
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

QCoro::Task<Result<SeriesView>> Repository::withCounterpart(qint64 channel, SeriesView view, StoredViewOptions options,
                                                            qint64 now)
{
    const std::optional<Counterpart> counterpart = Counterpart::of(view.question, view.window, *options.compare);
    if (!counterpart)
        co_return view;
    const TimeWindow window = counterpart->of(view.window);
    SeriesQuery query;
    query.key = {m_backend->source(), channel};
    query.asOf = options.asOf;
    query.wanted = [wanted = wantedFor(view.question, window, now)](const WindowFacts &) {
        return wanted;
    };
    const QFuture<Result<SeriesReading>> reading = m_store->read(query, StorePriority::Interactive);
    const Result<SeriesReading> stored = co_await reading;
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
    const StorePriority storePriority = storePriorityOf(priority);
    auto checking = checkVanished(channel, *observed, storePriority);
    const Result<Done> real = co_await checking;
    if (!real)
        co_return real.error();
    if (!self)
        co_return cancelled();
    Result<ObservationRecord> record = recordOf({m_backend->source(), channel}, *observed);
    if (!record)
        co_return record.error();
    const QFuture<Result<Observation>> writing = m_store->write(*std::move(record), storePriority);
    const Result<Observation> written = co_await writing;
    if (!written)
        co_return written.error();
    co_return answer->answeredAt;
}

QCoro::Task<Result<bool>> Repository::needsRefresh(qint64 channel, ViewQuery question,
                                                   std::optional<Comparison> comparison)
{
    const qint64 now = serverNow();
    auto reading = storedView(channel, question, {.asOf = {}, .anchor = now, .compare = comparison});
    const Result<SeriesView> view = co_await reading;
    if (!view)
        co_return view.error();
    co_return isStale(*view, now);
}
}
