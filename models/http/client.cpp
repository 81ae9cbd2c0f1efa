// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"

#include "logging_http.h"

#include <QCoroFuture>
#include <QCoroTask>

#include <QPointer>

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

HttpClient::HttpClient(QString host, ReplyRules rules, HttpClientDependencies dependencies)
    : m_host(std::move(host))
    , m_rules(std::move(rules))
    , m_dependencies(std::move(dependencies))
{
}

QCoro::Task<Result<Transfer>> HttpClient::send(HttpRequest request, RequestPriority priority)
{
    // Copies, because the client may be gone when the answer comes, and with it budget and breaker.
    const HttpClientDependencies shared = m_dependencies;
    const QPointer<RequestBudget> budget(shared.budget);
    const ReplyRules rules = m_rules;
    const QString host = m_host;
    const bool isPost = request.postBody.has_value();
    if (!shared.breaker->allow())
        co_return Error{Error::Kind::Offline, u"the circuit breaker is open"_s, host};

    RetryPolicy retry;
    for (;;) {
        const QFuture<void> start = shared.budget->acquire(priority);
        co_await start;
        if (!budget)
            co_return Error{.kind = Error::Kind::Cancelled, .argument = host};
        auto attempt = transfer(shared.network, shared.clock, shared.scheduler, request, shared.limits);
        const Transfer answer = co_await attempt;
        if (!budget)
            co_return Error{.kind = Error::Kind::Cancelled, .argument = host};
        shared.budget->release();
        if (shared.heard && answer.end != Transfer::End::Cancelled)
            shared.heard(!countsAsFailure(answer));

        const AttemptOutcome outcome = outcomeOf(answer);
        std::optional<RetryPolicy::Milliseconds> serverWait;
        if (outcome == AttemptOutcome::AskedToWait)
            serverWait = answer.retryAfter ? answer.retryAfter : rules.waitOf(answer);
        RetryPolicy::Decision decision = retry.after(outcome, serverWait, shared.jitter());
        decision.again = decision.again && !isPost;
        if (!decision.again) {
            conclude(*shared.breaker, answer);
            if (answer.end == Transfer::End::Answered && rules.isAnswer(answer))
                co_return answer;
            Error error = rules.errorOf(answer, host);
            if (outcome == AttemptOutcome::AskedToWait) {
                error.kind = Error::Kind::RateLimited;
                error.waitSeconds = (serverWait.value_or(decision.pause) + 999ms) / 1000ms;
            }
            qCWarning(lcHttp) << request.url.path() << "failed:" << answer.status << error.detail;
            co_return error;
        }
        qCInfo(lcHttp) << request.url.path() << "again in" << decision.pause.count() << "ms:" << answer.status
                       << answer.words;
        if (decision.pauseQueue)
            shared.budget->pause(decision.pause);
        const QFuture<void> pause = sleepFor(*shared.scheduler, shared.budget, decision.pause);
        co_await pause;
        if (!budget)
            co_return Error{.kind = Error::Kind::Cancelled, .argument = host};
    }
}
}
