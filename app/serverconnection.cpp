// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverconnection.h"

#include <QRandomGenerator>

namespace Postwave
{
ServerConnection::ServerConnection(ServerAddress address, Credentials credentials, Dependencies dependencies)
    : m_budget(std::make_unique<RequestBudget>(*dependencies.scheduler, dependencies.budget))
    , m_breaker(std::make_unique<CircuitBreaker>(*dependencies.scheduler))
    , m_client(
          std::make_unique<ApiClient>(std::move(address),
                                      ClientDependencies{.network = dependencies.network,
                                                         .clock = dependencies.clock,
                                                         .scheduler = dependencies.scheduler,
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

ServerConnection::~ServerConnection() = default;
}
