// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "core/observation.h"
#include "core/result.h"
#include "http/requestbudget.h"

#include <QCoroTask>

namespace Postwave
{
/** One row of the top posts. */
struct TopPost {
    qint64 id = 0;
    std::optional<qint64> published; ///< seconds; the server may not know it
    QString text; ///< cut by the server at 200 characters
    qint64 views = 0;
    qint64 forwards = 0;
    qint64 reactions = 0;
    std::optional<qint64> replies;
    std::optional<qint64> comments;
};

/** What `/health` says; the 200 alone says nothing. */
struct ServerHealth {
    QString status; ///< "healthy", "degraded", "unhealthy", "unknown"
    QString version;
};

/** Which posts to rank, and by what. */
struct TopPostsQuery {
    qint64 channel = 0;
    Period period = Period::Days30; ///< 12h is not served
    QString sortBy; ///< "views", "forwards", "replies_count", "reactions_count", "engagement_rate"
    int limit = 10; ///< 1–50
};

/**
 * Where data come from: a server, the demo, later files. Asks and decodes, stores nothing.
 * Answers are checked by type, range and order; what they mean is worked out by `series`.
 */
class Backend
{
public:
    virtual ~Backend() = default;

    /** The key of everything stored from here: the normalised address, or "demo". */
    virtual QString source() const = 0;

    virtual QCoro::Task<Result<ChannelList>> channels() = 0;
    virtual QCoro::Task<Result<DynamicsAnswer>> dynamics(qint64 channel, DynamicsQuery query,
                                                         RequestPriority priority) = 0;
    virtual QCoro::Task<Result<QList<TopPost>>> topPosts(TopPostsQuery query) = 0;
    virtual QCoro::Task<Result<ServerHealth>> health() = 0;
};
}
