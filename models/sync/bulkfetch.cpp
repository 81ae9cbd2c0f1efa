// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bulkfetch.h"

#include "core/freshness.h"

#include <QCoroFuture>

#include <QPointer>

#include <deque>

namespace Postwave
{
namespace
{
/** A failure that every other request would meet as well: by the source, or by the store that takes what it says. */
bool isFinal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::RefusedSignIn:
    case Error::Kind::Suspended:
    case Error::Kind::NoCredentials:
    case Error::Kind::RateLimited:
    case Error::Kind::UnknownChannel:
    case Error::Kind::StoreDamaged:
    case Error::Kind::StoreForeign:
    case Error::Kind::StoreNewer:
    case Error::Kind::StoreBusy:
    case Error::Kind::StoreLocksMissing:
    case Error::Kind::StoreDenied:
    case Error::Kind::StoreReadOnly:
    case Error::Kind::StoreNotUpgradable:
    case Error::Kind::StoreFolderIsFile:
    case Error::Kind::StoreFileIsFolder:
    case Error::Kind::TooManyFiles:
    case Error::Kind::StoreDriverMissing:
    case Error::Kind::StoreFailed:
    case Error::Kind::DiskFull:
    case Error::Kind::Cancelled:
    case Error::Kind::ShuttingDown:
        return true;
    default:
        return false;
    }
}
}

/** What the workers of one bulk fetch share. */
struct BulkFetch::Run {
    ChannelId channel = {};
    std::deque<qint64> days;
    int total = 0;
    int done = 0;
    FetchReport report;
    FetchProgress progress;

    void note(const Result<qint64> &outcome)
    {
        ++done;
        ++report.asked;
        if (!outcome) {
            if (report.failed++ == 0)
                report.firstError = outcome.error();
        }
        if (progress)
            progress(done, total);
    }
};

BulkFetch::BulkFetch(StoredViews *views, ViewRefresh *refresh, Ingest *ingest)
    : m_views(views)
    , m_refresh(refresh)
    , m_ingest(ingest)
{
}

QCoro::Task<Result<QList<qint64>>> BulkFetch::daysToDrill(ChannelId channel, Period period)
{
    const QPointer<BulkFetch> self(this);
    const qint64 now = m_ingest->sourceNow();
    // Days, whatever the period's own level: a drill is always a whole day.
    SeriesQuery query;
    query.key = m_ingest->keyOf(channel);
    query.wanted = [period, now](const WindowFacts &facts) {
        const TimeWindow window = viewWindow(period, now, facts.firstWithPosts);
        return WantedBuckets{.level = StoredResolution::Day,
                             .window = {bucketStart(StoredResolution::Day, window.from),
                                        bucketCeil(StoredResolution::Day, window.until)}};
    };
    const QFuture<Result<SeriesReading>> reading = m_ingest->store().read(query, StorePriority::Bulk);
    const Result<SeriesReading> stored = co_await reading;
    if (!stored)
        co_return stored.error();
    if (!self)
        co_return Error{.kind = Error::Kind::Cancelled};

    QList<TimeWindow> windows;
    for (const StoredBucket &day : stored->series.buckets) {
        if (day.covered && !day.hasPosts)
            continue;
        windows.append(
            {day.start,
             std::min(day.start + secondsOf(StoredResolution::Day), bucketStart(StoredResolution::Minute, now))});
    }
    const QFuture<Result<QList<WindowCoverage>>> looking =
        m_ingest->store().coverage(m_ingest->keyOf(channel), StoredResolution::Minute, windows, StorePriority::Bulk);
    const Result<QList<WindowCoverage>> coverage = co_await looking;
    if (!coverage)
        co_return coverage.error();

    QList<qint64> days;
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const WindowCoverage &known = coverage->at(i);
        const bool stale = now - known.oldestObservedAt > freshFor(windows[i].until, now);
        if (!windows[i].isEmpty() && (!known.complete || !known.covered || stale))
            days.prepend(windows[i].from); // newest first: what is looked at most comes soonest
    }
    co_return days;
}

QCoro::Task<> BulkFetch::drillDays(std::shared_ptr<Run> run)
{
    const QPointer<BulkFetch> self(this);
    while (self && !run->days.empty()) {
        const qint64 day = run->days.front();
        run->days.pop_front();
        auto asking =
            m_refresh->refresh(run->channel, DayView{day}, RequestPriority::Bulk, {}, ViewRefresh::Extent::Whole, {});
        const Result<qint64> outcome = co_await asking;
        run->note(outcome);
        // Nobody else can do better than these; the rest is left for the next time.
        if (!outcome && isFinal(outcome.error()))
            run->days.clear();
    }
}

QCoro::Task<Result<FetchReport>> BulkFetch::fetch(ChannelId channel, Period period, bool drill, FetchProgress progress)
{
    const QPointer<BulkFetch> self(this);
    auto run = std::make_shared<Run>();
    run->channel = channel;
    run->progress = std::move(progress);
    run->total = 1;

    auto checking = m_views->isStale(channel, period, {});
    const Result<bool> needed = co_await checking;
    if (!needed)
        co_return needed.error();
    if (!self)
        co_return Error{.kind = Error::Kind::Cancelled};
    if (*needed) {
        auto asking = m_refresh->refresh(channel, period, RequestPriority::Bulk, {}, ViewRefresh::Extent::Whole, {});
        const Result<qint64> overview = co_await asking;
        if (!overview)
            co_return overview.error();
        run->note(overview);
    }
    if (!self || !drill)
        co_return run->report;

    auto planning = daysToDrill(channel, period);
    const Result<QList<qint64>> days = co_await planning;
    if (!days)
        co_return days.error();
    if (!self)
        co_return run->report;
    run->days.assign(days->begin(), days->end());
    run->total = run->done + int(days->size());

    std::vector<QCoro::Task<>> workers;
    const int parallel = m_ingest->source().capabilities().parallelRequests;
    for (int i = 0; i < parallel && self; ++i)
        workers.push_back(drillDays(run));
    for (QCoro::Task<> &worker : workers)
        co_await worker;
    co_return run->report;
}
}
