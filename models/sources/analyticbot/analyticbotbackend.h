// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/analyticbot/session.h"
#include "sources/backend.h"

namespace Postwave
{
/** The AnalyticBot HTTP API in all of its known states. */
class AnalyticBotBackend final : public Backend
{
public:
    explicit AnalyticBotBackend(Session *session, ApiClient *client);

    QString source() const override;
    /** Both channel lists, merged by id; when one of them fails the other serves. */
    QCoro::Task<Result<ChannelList>> channels() override;
    QCoro::Task<Result<DynamicsAnswer>> dynamics(qint64 channel, DynamicsQuery query,
                                                 RequestPriority priority) override;
    QCoro::Task<Result<QList<TopPost>>> topPosts(TopPostsQuery query) override;
    QCoro::Task<Result<ServerHealth>> health() override;

private:
    Session *m_session;
    ApiClient *m_client;
};

/** The query part of a post-dynamics request: both of a pair, UTC, and always a valid period. */
QUrlQuery dynamicsUrlQuery(const DynamicsQuery &query);
}
