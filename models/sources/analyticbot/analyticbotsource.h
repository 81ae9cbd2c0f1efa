// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/analyticbot/dynamicsrequest.h"
#include "sources/analyticbot/serverclock.h"
#include "sources/analyticbot/session.h"

#include <QFuture>

namespace Postwave
{
/** The AnalyticBot HTTP API in all of its known states, and everything that requests to one server share. */
class AnalyticBotSource final : public Source
{
public:
    /** What is handed in outlives the source. */
    struct Dependencies {
        QNetworkAccessManager *network = nullptr;
        Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
        int budget = RequestBudget::kDefaultStarts; ///< request starts a minute, 0 = unlimited
        bool trustClock = false; ///< see BelievedClock
        TokenStore *tokens = nullptr; ///< see Session
        TransferLimits limits = {};
        std::function<double()> jitter; ///< uniform in [0, 1)
    };

    AnalyticBotSource(const ServerAddress &address, Credentials credentials, Dependencies dependencies);
    ~AnalyticBotSource() override;

    QString key() const override;
    SourceCapabilities capabilities() const override;
    /** Both channel lists, merged by id; when one of them fails the other serves. */
    QCoro::Task<Result<ChannelList>> channels() override;
    /** Asks the server for its time, and whether it runs in UTC. */
    QCoro::Task<Result<std::optional<SourceTime>>> prepare() override;
    SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const override;
    /** In its other form where the server fails at the first. */
    QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request,
                                            RequestPriority priority) override;
    void setListener(std::function<void(bool answered)> listener) override;
    void setClockTrusted(bool trusted) override;
    bool isOffUtc() const override;
    Session *account() override;

private:
    ServerAddress m_address;
    RequestBudget m_budget;
    CircuitBreaker m_breaker;
    std::function<void(bool answered)> m_listener;
    HttpClient m_client;
    Session m_session;
    std::shared_ptr<ServerClock> m_serverClock; ///< shared with requests that may outlive the source
    QFuture<void> m_preparing; ///< of who asks, or asked
    bool m_isPrepared = false;
    std::shared_ptr<QString> m_postsPath; ///< the one that this server knows, once it is found out; shared likewise
};
}
