// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/circuitbreaker.h"
#include "http/requestbudget.h"
#include "http/retrypolicy.h"
#include "http/transfer.h"
#include "sources/serveraddress.h"

#include <functional>

namespace Postwave
{
/** Everything that requests to one server share. Owned by the composition root. */
struct ClientDependencies {
    QNetworkAccessManager *network = nullptr;
    Clock *clock = nullptr;
    Scheduler *scheduler = nullptr;
    RequestBudget *budget = nullptr;
    CircuitBreaker *breaker = nullptr;
    TransferLimits limits;
    std::function<double()> jitter; ///< uniform in [0, 1)
};

/**
 * Sends requests to one server within its budget, tries GETs again as RetryPolicy says, and
 * minds the circuit breaker. A success is a 2xx with JSON in it; anything else is an error,
 * except that a demand for a token is returned as the plain answer for Session to handle.
 */
class ApiClient
{
public:
    ApiClient(ServerAddress address, ClientDependencies connection);

    const ServerAddress &address() const
    {
        return m_address;
    }

    QCoro::Task<Result<Transfer>> send(HttpRequest request, RequestPriority priority);

private:
    ServerAddress m_address;
    ClientDependencies m_connection;
};
}
