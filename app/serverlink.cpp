// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverlink.h"

#include <QRandomGenerator>

namespace Postwave
{
ServerLink::ServerLink(ServerAddress address, Credentials credentials, Parts parts)
    : m_budget(std::make_unique<RequestBudget>(*parts.scheduler, parts.budget))
    , m_breaker(std::make_unique<CircuitBreaker>(*parts.scheduler))
    , m_client(std::make_unique<ApiClient>(std::move(address),
                                           ServerConnection{.network = parts.network,
                                                            .clock = parts.clock,
                                                            .scheduler = parts.scheduler,
                                                            .budget = m_budget.get(),
                                                            .breaker = m_breaker.get(),
                                                            .limits = {},
                                                            .jitter =
                                                                [] {
                                                                    return QRandomGenerator::global()->generateDouble();
                                                                }}))
    , m_session(std::make_unique<Session>(m_client.get(), std::move(credentials)))
    , m_backend(std::make_unique<AnalyticBotBackend>(m_session.get(), m_client.get()))
{
}

ServerLink::~ServerLink() = default;
}
