// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "series/seriesview.h"
#include "sources/backend.h"
#include "store/observationstore.h"

#include <QObject>

#include <functional>
#include <stop_token>

namespace Postwave
{
/** Which part of the store answers a view. */
struct StoredViewOptions {
    std::optional<qint64> asOf; ///< only what was observed up to then; also the view's now
    std::optional<qint64> anchor; ///< the view's now; without: the channel's last look at the server's now
    std::optional<Comparison> compare = {}; ///< what to lay beside it; nothing for views that have no counterpart
};

/** Why part of a bulk fetch is missing. */
struct FetchReport {
    int asked = 0;
    int failed = 0;
    Error firstError; ///< of the first failed request
};

/** Called while a bulk fetch runs. */
using FetchProgress = std::function<void(int done, int total)>;

/**
 * Between the views and where their data come from. Views are answered from the store alone;
 * refresh() and fetch() ask the source and put what it says into the store.
 */
class Repository : public QObject
{
    Q_OBJECT

public:
    Repository(Backend *backend, ObservationStore *store, Clock *clock, QObject *parent = nullptr);

    /** The source's list, asked now and stored. */
    QCoro::Task<Result<ChannelList>> listChannels(StorePriority priority = StorePriority::Interactive);
    /** The list as it was stored last. */
    QCoro::Task<Result<ChannelList>> storedChannels();
    /** From the store; the source is asked only when the store does not know the id. */
    QCoro::Task<Result<Channel>> channel(qint64 id, bool online);

    /** What the store knows of a view. Without an anchor, knowing nothing is an error (NothingStored). */
    QCoro::Task<Result<SeriesView>> storedView(qint64 channel, ViewQuery question, StoredViewOptions options);

    /** Of a view that takes several requests. */
    enum class Extent {
        Whole,
        Stale, ///< only what is unknown, over but partial, or stale
    };

    /**
     * Asks the source for a view, and for what it is compared with, by the fewest requests, and stores the answers.
     * @param priority of the first requests; of a view that takes many the rest lets others pass
     * @param stop when requested, nothing more is asked; what was answered, and what is on its way, is stored
     * @return the server's clock when it answered: the anchor of the view. Cancelled when stopped before the last
     *         request; after any other failure what was answered until then is stored, too
     */
    QCoro::Task<Result<qint64>> refresh(qint64 channel, ViewQuery question, RequestPriority priority,
                                        std::optional<Comparison> comparison = {}, Extent extent = Extent::Whole,
                                        std::stop_token stop = {});

    /**
     * How many requests refresh() makes for what is stale of a view; at most, for its first answer may tell that days
     * have no posts. 0 where only that answer tells how far the view reaches back, and where there is nothing to ask.
     */
    QCoro::Task<Result<int>> missingRequestCount(qint64 channel, ViewQuery question,
                                                 std::optional<Comparison> comparison);

    /** Whether part of the view, or of what it is compared with, is unknown, over but partial, or stale. */
    QCoro::Task<Result<bool>> needsRefresh(qint64 channel, ViewQuery question, std::optional<Comparison> comparison);

    /**
     * Fetches a period and, of each of its days with posts, the levels below. Asks only for
     * what is unknown, over but partial, or stale, so that repeating it resumes. Goes on
     * after failures, which the report counts.
     */
    QCoro::Task<Result<FetchReport>> fetch(qint64 channel, Period period, bool drill, FetchProgress progress);

    /** The server's clock as far as its last answer told. */
    qint64 serverNow() const;

private:
    struct FetchRun;
    struct MissingRequests {
        QList<DynamicsQuery> queries = {};
        bool isBegunByPosts = true; ///< no day that was not looked at lies before the first with posts
    };

    /** Who waits for a request waits for the store's part of it as well. */
    static StorePriority storePriorityOf(RequestPriority priority);
    QCoro::Task<Result<SeriesView>> withCounterpart(qint64 channel, SeriesView view, StoredViewOptions options,
                                                    qint64 now);
    /** Asks the first request of the view's plan, in its other form where that helps. */
    QCoro::Task<Result<qint64>> askFirst(qint64 channel, ViewQuery question, std::optional<Comparison> comparison,
                                         RequestPriority priority);
    /** The requests after the first, whose answer is stored: no spans of days without posts. */
    QCoro::Task<Result<MissingRequests>> missingRequests(qint64 channel, ViewQuery question,
                                                         std::optional<Comparison> comparison, Extent extent,
                                                         qint64 now, StorePriority priority);
    QCoro::Task<Result<qint64>> ask(qint64 channel, DynamicsQuery query, RequestPriority priority, qint64 lateBy);
    /**
     * The server answers an empty list also for a channel that it does not show to this account any
     * more. So where everything that was known of a window is gone, the channel must still be listed.
     */
    QCoro::Task<Result<Done>> checkVanished(qint64 channel, ObservedBuckets observed, StorePriority priority);
    QCoro::Task<Result<QList<qint64>>> daysToDrill(qint64 channel, Period period);
    QCoro::Task<> drillDays(std::shared_ptr<FetchRun> run);

    Backend *m_backend;
    ObservationStore *m_store;
    Clock *m_clock;
    qint64 m_clockOffset = 0;
};
}
