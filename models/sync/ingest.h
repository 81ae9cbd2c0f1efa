// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sources/source.h"
#include "store/observationstore.h"

#include <QObject>

namespace Postwave
{
/** Who waits for a request waits for the store's part of it as well. */
StorePriority storePriorityOf(RequestPriority priority);

/** One source, its store and its clock, and the way of what it says into the store. What is handed in outlives it. */
class Ingest : public QObject
{
    Q_OBJECT

public:
    Ingest(Source *source, ObservationStore *store, const Clock *clock);

    Source &source() const
    {
        return *m_source;
    }
    ObservationStore &store() const
    {
        return *m_store;
    }
    ChannelKey keyOf(ChannelId channel) const
    {
        return {m_source->key(), channel};
    }

    /** The source's clock as far as its last answer told, and as far as it may be believed. */
    qint64 sourceNow() const;
    /** Up to where nothing is the future for sure: now, or the later of two clocks that differ. */
    qint64 latestNow() const;
    /** How the source's clock stands to ours, by its last answer. */
    SourceTime clocks() const
    {
        return m_time;
    }

    /** Learns what plans depend on; the first that asks a source waits for it. */
    QCoro::Task<Result<Done>> prepare();

    /** The source's list, asked now and stored. */
    QCoro::Task<Result<ChannelList>> listChannels(StorePriority priority);

    /** How an answer came. */
    struct Read {
        qint64 observedAt = 0; ///< when the source looked at its data, if only into its cache; seconds
        SourceTime time = {}; ///< when it answered
        bool planAgain = false; ///< see BucketReading
        MissingPosts missing = {}; ///< of a list of posts
    };

    /** Sends one planned request and stores what comes. Cancelled when this object is gone before the answer. */
    QCoro::Task<Result<Read>> read(ChannelId channel, std::shared_ptr<const SourceRequest> request,
                                   RequestPriority priority);

private:
    /**
     * A server answers an empty list also for a channel that it does not show to this account any
     * more. So where everything that was known of a window is gone, the channel must still be listed.
     */
    QCoro::Task<Result<Done>> checkVanished(ChannelId channel, ObservedBuckets observed, StorePriority priority);
    QCoro::Task<Result<Done>> store(ChannelId channel, ObservedBuckets observed, SourceTime time,
                                    StorePriority priority);
    QCoro::Task<Result<MissingPosts>> storePosts(ChannelId channel, PostReading reading, StorePriority priority);

    Source *m_source;
    ObservationStore *m_store;
    const Clock *m_clock;
    SourceTime m_time;
};
}
