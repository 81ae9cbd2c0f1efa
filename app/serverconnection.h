// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/analyticbot/analyticbotbackend.h"

#include <memory>

namespace Postwave
{
/** Everything that talks to one server, put together. What is handed in outlives it. */
class ServerConnection
{
public:
    struct Dependencies {
        QNetworkAccessManager *network = nullptr;
        Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
        int budget = RequestBudget::kDefaultStarts; ///< request starts a minute, 0 = unlimited
    };

    ServerConnection(ServerAddress address, Credentials credentials, Dependencies dependencies);
    ~ServerConnection();

    Session &session()
    {
        return *m_session;
    }
    Backend &backend()
    {
        return *m_backend;
    }

private:
    // In the order in which they need each other; they go in the reverse order.
    std::unique_ptr<RequestBudget> m_budget;
    std::unique_ptr<CircuitBreaker> m_breaker;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Backend> m_backend;
};
}
