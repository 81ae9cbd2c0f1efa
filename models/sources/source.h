// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "core/metric.h"
#include "core/period.h"
#include "core/requestpriority.h"
#include "core/result.h"
#include "core/storedresolution.h"
#include "core/timewindow.h"
#include "sources/reading.h"

#include <QList>
#include <QSet>
#include <QString>

#include <QCoroTask>

#include <functional>
#include <memory>
#include <optional>

namespace Postwave
{
class SourceAccount;

/** What a source can tell. */
struct SourceCapabilities {
    bool buckets = false; ///< sums of posts by time bucket
    bool posts = false; ///< single posts
    bool subscribers = false;
    bool listsChannels = false; ///< channels() is the whole list; else channels are known by the names one types
    QList<Metric> counters = {}; ///< that it knows; the others are unknown, never 0
    bool exactCounters = true; ///< else rounded
    int parallelRequests = 1; ///< how many of many requests are worth sending before the first is answered
};

/** Buckets of one level that somebody wants to know. */
struct NeededBuckets {
    TimeWindow window; ///< on borders of the level; may reach into the future
    StoredResolution level = StoredResolution::Day; ///< this one, or finer ones that add up to it
};

/** What shall be known of a channel. */
struct SourceNeed {
    ChannelId channel = {};
    QList<NeededBuckets> buckets = {}; ///< of the view, and then of what it is compared with
    /** The first buckets are those of a rolling window: a source may know it by name. */
    std::optional<Period> period = {};
    std::optional<TimeWindow> posts = {}; ///< published then
    bool subscribers = false;
};

/** The newest stretch of posts that is stored without a gap. */
struct KnownPosts {
    TimeWindow window;
    PostId oldest = {}; ///< its first post
    bool reachesBegin = false; ///< the channel has no older ones
};

/** What the store knows for a need, once its first requests are stored. Only what plans look at. */
struct SourceKnowledge {
    TimeWindow days = {}; ///< of which it was looked up
    QSet<qint64> emptyDays = {}; ///< starts of those that are known to hold no post
    std::optional<KnownPosts> posts = {};
};

/**
 * One request, of which nobody but its source knows what is in it. Values of this kind are shared and never change.
 */
class SourceRequest
{
public:
    virtual ~SourceRequest() = default;
    /** Whether its answer has all that the answer to @p other has. */
    virtual bool holds(const SourceRequest &other) const = 0;

protected:
    SourceRequest() = default;
    Q_DISABLE_COPY_MOVE(SourceRequest)
};

struct PlannedRequest {
    std::shared_ptr<const SourceRequest> request;
    /** The buckets that it tells of. Where the store has them, fresh, it need not be sent, if no others go first. */
    std::optional<NeededBuckets> tells = {};
};

/** The fewest requests for a need, in the order in which they are to be sent. */
struct SourcePlan {
    QList<PlannedRequest> requests = {}; ///< none where there is nothing to ask, as of the future
    /** What else is to be asked follows from the answers: plan again once they are stored, until nothing is left. */
    bool again = false;
    /** The answers tell of each day from this time on whether it has posts; of days before only the store may know. */
    std::optional<qint64> listsDaysFrom = {};
};

/**
 * Where data come from: a server, the demo, later files and public channels. Says how it can be asked, asks, checks and
 * decodes; stores nothing. Nobody else knows the shapes of its requests, its caches and its quirks.
 */
class Source
{
public:
    virtual ~Source() = default;

    /** The key of everything stored from here: the normalised address, or "demo". */
    virtual QString key() const = 0;
    /** What it can tell, and how; never changes. */
    virtual SourceCapabilities capabilities() const = 0;

    /**
     * Learns what plans of it depend on, where anything does. Asks once, however often it is called.
     * @return the time at which it was asked, where it was
     */
    virtual QCoro::Task<Result<std::optional<SourceTime>>> prepare()
    {
        co_return std::optional<SourceTime>();
    }

    /** All channels that the account may see, asked now; none where one has to name them. */
    virtual QCoro::Task<Result<ChannelList>> channels() = 0;

    /**
     * Pure: the same arguments always give the same plan.
     * @param known nothing before the first requests of the need are stored
     * @param now by the source's clock, seconds
     */
    virtual SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const = 0;

    /** Sends one of the requests that it planned. */
    virtual QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request,
                                                    RequestPriority priority) = 0;

    /** Calls @p listener after each try to ask it with whether it answered; lost ones may be tried again meanwhile. */
    virtual void setListener(std::function<void(bool answered)>)
    {
    }
    /** The user vouches for its clock, or does so no longer; see BelievedClock. */
    virtual void setClockTrusted(bool)
    {
    }
    /** Whether it counts in another zone than UTC, and takes more requests for that. Known once it answered. */
    virtual bool isOffUtc() const
    {
        return false;
    }

    /** The way to sign in; nothing where nobody has to. Lives as long as the source. */
    virtual SourceAccount *account()
    {
        return nullptr;
    }

protected:
    Source() = default;
    Q_DISABLE_COPY_MOVE(Source)
};
}
