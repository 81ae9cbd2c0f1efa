// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage.h"
#include "store/observationreader.h"

namespace Postwave
{
/** An observation with the buckets it found, at its own level and rolled up to every coarser one. */
struct ObservationRecord {
    ChannelKey key;
    Observation observation;
    /** One list a level, index = StoredResolution; those finer than the observation's stay empty. */
    std::array<QList<Bucket>, 3> buckets;
    /** False where nothing tells whether the clock was right by which this was observed. */
    bool isBelieved = true;
    /** Nobody can have looked later than that, seconds: who claims to is doubted. Nothing where no clock tells. */
    std::optional<qint64> latest = {};
};

/**
 * Writes on one connection. Every function is one transaction of its own.
 *
 * What an observation covers and did not find is closed: deleted posts leave a bucket that
 * is 0 from then on. Nothing that was observed is overwritten; replaced counters become versions.
 *
 * An observation that is believed marks those that claim to have looked into the future: they were made by a wrong
 * clock, stay, and cover nothing any more. One that is not believed makes no complete bucket less than it was.
 */
class ObservationWriter
{
public:
    /** Servers may answer drills from a cache of this age, seconds. */
    static constexpr qint64 kDrillCacheAge = 300;

    explicit ObservationWriter(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /** @return the observation as stored: with its id and, maybe, a raised observedAt */
    Observation write(const ObservationRecord &record);

    /**
     * The source's list of now. Channels that are gone from it keep their data; what this list
     * does not know of a channel (its user name, its subscribers) stays as it was.
     */
    void writeChannels(const QString &source, const ChannelList &channels, qint64 listedAt);

private:
    struct Scope {
        qint64 source = 0;
        ChannelId channel = {};
    };
    struct Current {
        Counters counters;
        CommentsKind comments = CommentsKind::None;
    };

    Observation store(const Scope &scope, Observation observation);
    void doubtThoseAfter(const Scope &scope, qint64 now);
    QSet<qint64> lessThanComplete(const ObservationRecord &record, StoredResolution level);
    void noteKept(const Scope &scope, ObservationId observation, StoredResolution level, const QSet<qint64> &kept);
    QSet<qint64> keep(const Scope &scope, const Observation &observation, StoredResolution level, TimeWindow covered);
    void writeLevel(const Scope &scope, const Observation &observation, StoredResolution level,
                    const QList<Bucket> &buckets, const QSet<qint64> &protectedBuckets);
    void insertBuckets(const Scope &scope, const Observation &observation, StoredResolution level,
                       const QList<const Bucket *> &buckets);
    QHash<qint64, Current> currentBuckets(const Scope &scope, StoredResolution level, TimeWindow window);
    void close(const Scope &scope, StoredResolution level, TimeWindow window, ObservationId observation);

    SqlConnection &m_connection;
};
}
