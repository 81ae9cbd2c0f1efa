// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/apiclient.h"

#include "logging_sources.h"
#include "sources/analyticbot/errorbody.h"

#include <QCoroFuture>
#include <QCoroTask>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Postwave
{
namespace
{
bool isGatewayTrouble(int status)
{
    return status == 408 || (status >= 502 && status <= 504);
}

AttemptOutcome outcomeOf(const Transfer &transfer)
{
    switch (transfer.end) {
    case Transfer::End::ConnectionLost:
    case Transfer::End::Silent:
        return AttemptOutcome::Lost;
    case Transfer::End::Answered:
        break;
    default:
        return AttemptOutcome::Answered;
    }
    if (transfer.status == 429 || (transfer.status == 503 && transfer.retryAfter))
        return AttemptOutcome::AskedToWait;
    return isGatewayTrouble(transfer.status) ? AttemptOutcome::Lost : AttemptOutcome::Answered;
}

/** Whether the breaker counts the finished request as a failure of the server. */
bool countsAsFailure(const Transfer &transfer)
{
    switch (transfer.end) {
    case Transfer::End::ConnectionLost:
    case Transfer::End::Silent:
    case Transfer::End::TooSlow:
    case Transfer::End::Untrusted:
        return true;
    case Transfer::End::Answered:
        return isGatewayTrouble(transfer.status);
    default:
        return false;
    }
}

bool isSuccess(const Transfer &transfer)
{
    const bool json = transfer.contentType == "application/json" || transfer.contentType.endsWith("+json");
    return transfer.end == Transfer::End::Answered && transfer.status >= 200 && transfer.status < 300 && json;
}

std::optional<RetryPolicy::Milliseconds> waitOf(const Transfer &transfer)
{
    if (transfer.retryAfter)
        return *transfer.retryAfter;
    return readErrorBody(transfer.body).retryAfter;
}

void conclude(CircuitBreaker &breaker, const Transfer &transfer)
{
    if (transfer.end == Transfer::End::Cancelled)
        breaker.forget();
    else if (countsAsFailure(transfer))
        breaker.failed();
    else
        breaker.succeeded();
}

/** Finishes once the pause is over. */
QFuture<void> sleepFor(Scheduler &scheduler, QObject *context, std::chrono::milliseconds pause)
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    scheduler.after(pause, context, [promise] {
        promise->finish();
    });
    return promise->future();
}
}

ApiClient::ApiClient(ServerAddress address, ClientDependencies connection)
    : m_address(std::move(address))
    , m_connection(std::move(connection))
{
}

QCoro::Task<Result<Transfer>> ApiClient::send(HttpRequest request, RequestPriority priority)
{
    // Copies, because the client may be gone when the answer comes.
    const ClientDependencies connection = m_connection;
    const QString host = m_address.text();
    const bool isPost = request.postBody.has_value();
    if (!connection.breaker->allow())
        co_return Error{Error::Kind::Offline, u"the circuit breaker is open"_s, host};

    RetryPolicy retry;
    for (;;) {
        const QFuture<void> start = connection.budget->acquire(priority);
        co_await start;
        auto attempt = transfer(connection.network, connection.clock, connection.scheduler, request, connection.limits);
        const Transfer answer = co_await attempt;
        connection.budget->release();

        const AttemptOutcome outcome = outcomeOf(answer);
        const std::optional<RetryPolicy::Milliseconds> serverWait =
            outcome == AttemptOutcome::AskedToWait ? waitOf(answer) : std::nullopt;
        RetryPolicy::Decision decision = retry.after(outcome, serverWait, connection.jitter());
        decision.again = decision.again && !isPost;
        if (!decision.again) {
            conclude(*connection.breaker, answer);
            if (isSuccess(answer) || (answer.end == Transfer::End::Answered && wantsToken(answer)))
                co_return answer;
            Error error = errorOf(answer, host);
            if (outcome == AttemptOutcome::AskedToWait) {
                error.kind = Error::Kind::RateLimited;
                error.waitSeconds = (serverWait.value_or(decision.pause) + 999ms) / 1000ms;
            }
            qCWarning(lcSources) << request.url.path() << "failed:" << answer.status << error.detail;
            co_return error;
        }
        qCInfo(lcSources) << request.url.path() << "again in" << decision.pause.count() << "ms:" << answer.status
                          << answer.words;
        if (decision.pauseQueue)
            connection.budget->pause(decision.pause);
        const QFuture<void> pause = sleepFor(*connection.scheduler, connection.budget, decision.pause);
        co_await pause;
    }
}
}
