// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channelreference.h"
#include "sync/bulkfetch.h"

namespace Postwave
{
/**
 * Between the views and where their data come from. Views are answered from the store alone;
 * refresh() and fetch() ask the source and put what it says into the store. What is handed in outlives it.
 */
class Repository : public QObject
{
    Q_OBJECT

public:
    Repository(Source *source, ObservationStore *store, const Clock *clock, QObject *parent = nullptr);

    /** The source's list, asked now and stored. */
    QCoro::Task<Result<ChannelList>> listChannels(StorePriority priority = StorePriority::Interactive);
    /** The list as it was stored last. */
    QCoro::Task<Result<ChannelList>> storedChannels();
    /** From the store; the source is asked only when the store does not know the id. */
    QCoro::Task<Result<Channel>> channel(ChannelReference reference, bool online);

    /** What the store knows of a view. Without an anchor, knowing nothing is an error (NothingStored). */
    QCoro::Task<Result<SeriesView>> storedView(ChannelId channel, ViewQuery question, StoredViewOptions options);

    using Extent = ViewRefresh::Extent;

    /**
     * Asks the source for a view, and for what it is compared with, by the fewest requests, and stores the answers.
     * @param priority of the first requests; of a view that takes many the rest lets others pass
     * @param stop when requested, nothing more is asked; what was answered, and what is on its way, is stored
     * @return the server's clock when it answered: the anchor of the view. Cancelled when stopped before the last
     *         request; after any other failure what was answered until then is stored, too
     */
    QCoro::Task<Result<qint64>> refresh(ChannelId channel, ViewQuery question, RequestPriority priority,
                                        std::optional<Comparison> comparison = {}, Extent extent = Extent::Whole,
                                        std::stop_token stop = {});

    /**
     * How many requests a view takes, with what it is compared with. Nothing where that follows from what is stored.
     */
    std::optional<int> requestCount(const ViewQuery &question, const std::optional<Comparison> &comparison) const;

    /**
     * How many requests refresh() makes for what is stale of a view; at most, for its first answer may tell that days
     * have no posts. 0 where only that answer tells how far the view reaches back, and where there is nothing to ask.
     */
    QCoro::Task<Result<int>> missingRequestCount(ChannelId channel, ViewQuery question,
                                                 std::optional<Comparison> comparison);

    /** Whether part of the view, or of what it is compared with, is unknown, over but partial, or stale. */
    QCoro::Task<Result<bool>> needsRefresh(ChannelId channel, ViewQuery question, std::optional<Comparison> comparison);

    /**
     * Fetches a period and, of each of its days with posts, the levels below. Asks only for
     * what is unknown, over but partial, or stale, so that repeating it resumes. Goes on
     * after failures, which the report counts.
     */
    QCoro::Task<Result<FetchReport>> fetch(ChannelId channel, Period period, bool drill, FetchProgress progress);

    /** The server's clock as far as its last answer told, and as far as it may be believed. */
    qint64 serverNow() const;
    /** How the source's clock stands to ours, by its last answer. */
    SourceTime clocks() const;

private:
    // In the order in which they need each other.
    Ingest m_ingest;
    StoredViews m_views;
    ViewRefresh m_refresh;
    BulkFetch m_bulk;
};
}
