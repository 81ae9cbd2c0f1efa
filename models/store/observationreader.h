// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "core/coverage.h"
#include "core/observation.h"
#include "store/sql/sqlconnection.h"

#include <array>
#include <functional>
#include <optional>

namespace Postwave
{
/** The rows of a channel are found by its source and its id. */
struct ChannelKey {
    QString source;
    ChannelId channel = {};

    friend bool operator==(const ChannelKey &, const ChannelKey &) = default;
};

/** What the window of a view may depend on. */
struct WindowFacts {
    /** For each level the greatest end of an observation of it, or of a finer one, that reached the server's now. */
    std::array<std::optional<qint64>, std::size(kLevels)> anchors;
    std::optional<qint64> firstWithPosts; ///< start of the channel's first day with posts
    /** Whether every day from SeriesQuery::begin to the window was looked at. */
    bool isBeginKnown = false;
};

/** Which stored buckets to read, and what to add them up to. */
struct WantedBuckets {
    StoredResolution level = StoredResolution::Day; ///< of what is read
    TimeWindow window; ///< on borders of the level; empty when there is nothing to read
    QList<qint64> starts = {}; ///< of the sums to make; none: the stored buckets as they are
    qint64 now = 0; ///< what begins later cannot be known; only for sums
};

/** A read. All of it is one snapshot of the store. */
struct SeriesQuery {
    ChannelKey key;
    std::optional<qint64> asOf; ///< only what was observed up to then
    /** Called on the store's thread. */
    std::function<WantedBuckets(const WindowFacts &)> wanted;
    std::optional<qint64> begin = {}; ///< start of a day: whether all from it to the window was looked at is told
};

struct SeriesReading {
    WindowFacts facts;
    StoredSeries series;
};

/** How far a window is known, for deciding what to ask. */
struct WindowCoverage {
    bool covered = false; ///< every bucket
    bool complete = false; ///< every bucket, up to its end
    qint64 oldestObservedAt = 0; ///< oldest of the buckets' newest observations
};

/** Reads on one connection. Every function runs in a transaction of the caller. */
class ObservationReader
{
public:
    explicit ObservationReader(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    SeriesReading read(const SeriesQuery &query);
    QList<WindowCoverage> coverage(const ChannelKey &key, StoredResolution level, const QList<TimeWindow> &windows);

    /** One level as it was observed itself, without what empty parents would add. */
    StoredSeries readOwn(const ChannelKey &key, StoredResolution level, TimeWindow window);

    /** The newest list of the source, in its order. */
    ChannelList channels(const QString &source);
    /** A channel that was ever listed, also when the newest list lacks it. */
    std::optional<Channel> channel(const ChannelKey &key);

private:
    struct Scope {
        qint64 source = 0;
        ChannelId channel = {};
        std::optional<qint64> asOf;
    };

    std::optional<qint64> anchor(const Scope &scope, StoredResolution level);
    /** One level, with what its empty parents tell. */
    StoredSeries readFamily(const Scope &scope, StoredResolution level, TimeWindow window);
    StoredSeries readSums(const Scope &scope, const WantedBuckets &wanted);
    std::optional<qint64> firstWithPosts(const Scope &scope);
    CoverageMap coverageMap(const Scope &scope, StoredResolution level, TimeWindow window);
    QHash<ObservationId, QSet<qint64>> keptBy(const Scope &scope, StoredResolution level, TimeWindow window);
    qint64 lastLook(const Scope &scope, StoredResolution level);
    bool reachedEnd(const Scope &scope, StoredResolution level, qint64 start, qint64 end);
    StoredSeries readLevel(const Scope &scope, StoredResolution level, TimeWindow window);
    bool hasDoubted(const Scope &scope);
    void readCurrent(const Scope &scope, StoredSeries &series);
    void readVersions(const Scope &scope, StoredSeries &series);

    SqlConnection &m_connection;
};
}
