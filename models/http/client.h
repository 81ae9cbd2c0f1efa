// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/circuitbreaker.h"
#include "http/requestbudget.h"
#include "http/retrypolicy.h"
#include "http/transfer.h"

#include <functional>

namespace Postwave
{
/** Everything that requests to one server share. The breaker lives as long as the budget, the rest longer. */
struct HttpClientDependencies {
    QNetworkAccessManager *network = nullptr;
    Clock *clock = nullptr;
    Scheduler *scheduler = nullptr;
    RequestBudget *budget = nullptr;
    CircuitBreaker *breaker = nullptr;
    TransferLimits limits;
    std::function<double()> jitter; ///< uniform in [0, 1)
    /** Told of each try at once, so before those that follow a lost one, whether the server answered it. */
    std::function<void(bool answered)> heard = {};
};

/** How the API behind a server says what; the client itself reads no body. */
struct ReplyRules {
    /** Whether a finished transfer goes to who sent the request as it is: a success, or what that one deals with. */
    std::function<bool(const Transfer &)> isAnswer;
    /** The error of any other transfer; @p host is for the user's sentence. */
    std::function<Error(const Transfer &, const QString &host)> errorOf;
    /** How long a server that gives no Retry-After asks to wait; nothing where it does not say. */
    std::function<std::optional<std::chrono::seconds>(const Transfer &)> waitOf;
};

/**
 * Sends requests to one server within its budget, tries GETs again as RetryPolicy says, and
 * minds the circuit breaker. What is a success and what an error is told by the rules.
 */
class HttpClient
{
public:
    /** @param host the server's address as the user knows it */
    HttpClient(QString host, ReplyRules rules, HttpClientDependencies dependencies);

    /** Cancelled when the budget is gone before the answer. */
    QCoro::Task<Result<Transfer>> send(HttpRequest request, RequestPriority priority);

private:
    QString m_host;
    ReplyRules m_rules;
    HttpClientDependencies m_dependencies;
};
}
