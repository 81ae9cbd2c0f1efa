// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ingest.h"
#include "sync/viewneed.h"

#include <stop_token>

namespace Postwave
{
/**
 * Asks a source for views: states the need, has the source plan for it, and sends what the store does not know.
 * The ingest outlives it.
 */
class ViewRefresh : public QObject
{
    Q_OBJECT

public:
    /** Of a view that takes several requests. */
    enum class Extent {
        Whole,
        Stale, ///< only what is unknown, over but partial, or stale
    };

    explicit ViewRefresh(Ingest *ingest);

    /** See Repository::refresh(). */
    QCoro::Task<Result<qint64>> refresh(ChannelId channel, ViewQuery question, RequestPriority priority,
                                        std::optional<Comparison> comparison, Extent extent, std::stop_token stop);

    /** See Repository::requestCount(). */
    std::optional<int> requestCount(const ViewQuery &question, const std::optional<Comparison> &comparison) const;

    /** See Repository::missingRequestCount(). */
    QCoro::Task<Result<int>> missingRequestCount(ChannelId channel, ViewQuery question,
                                                 std::optional<Comparison> comparison);

private:
    using RequestList = QList<std::shared_ptr<const SourceRequest>>;

    /** What is asked for, but for the time at which it is. */
    struct Target {
        ChannelId channel = {};
        ViewQuery question;
        std::optional<Comparison> comparison;

        SourceNeed need(qint64 now, qint64 firstWithPosts = kBeforeTelegram) const
        {
            return needOf(channel, question, comparison, now, firstWithPosts);
        }
    };
    /** How the first request of a plan went. */
    struct First {
        qint64 observedAt = 0; ///< anchor of the view
        qint64 answeredAt = 0; ///< the source's clock, as far as it may be believed
        RequestList rest = {}; ///< of the same plan
        bool again = false; ///< see SourcePlan; likewise the next
        qint64 listsDaysFrom = 0;
    };
    struct Resumed {
        RequestList requests = {};
        bool again = false;
        bool isBegunByPosts = true; ///< no day that was not looked at lies before the first with posts
    };

    SourcePlan planAt(const Target &target, qint64 now) const;
    /** The plan of now, and if that is all future, of the latest time that it may be. */
    SourcePlan firstPlan(const Target &target) const;
    /**
     * Sends the first request of the plan, once more where our clock was too far off to name the right minutes, or
     * where the source learned from the answer how it has to be asked.
     */
    QCoro::Task<Result<First>> readFirst(Target target, RequestPriority priority);
    /** The requests that follow from answers, which are stored. */
    QCoro::Task<Result<Resumed>> resume(Target target, qint64 daysFrom, Extent extent, qint64 now,
                                        StorePriority priority);

    Ingest *m_ingest;
};
}
