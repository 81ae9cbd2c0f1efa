// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sourcemanager.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkReply>

namespace Postwave
{
namespace
{
/** Long enough for somebody to unlock it. */
constexpr std::chrono::minutes kKeychainPatience(2);
}

SourceManager::SourceManager(Dependencies dependencies)
    : m_dependencies(std::move(dependencies))
    , m_keychain(m_dependencies.dataFolder, kKeychainPatience)
    , m_factory({.network = &m_network,
                 .clock = m_dependencies.clock,
                 .scheduler = m_dependencies.scheduler,
                 .budget = m_dependencies.budget,
                 .trustServerClock = m_dependencies.trustServerClock,
                 .tokens = &m_keychain})
{
}

SourceManager::~SourceManager()
{
    const QList<QNetworkReply *> replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort();
    // Aborted transfers tell it through the event loop, and their coroutines end there.
    QCoreApplication::sendPostedEvents();
}

ObservationStore *SourceManager::store(const QString &file)
{
    std::unique_ptr<ObservationStore> &store = m_stores[file];
    if (!store) {
        store = std::make_unique<ObservationStore>(QDir(m_dependencies.dataFolder).absoluteFilePath(file));
        connect(store.get(), &ObservationStore::movedAside, this, &SourceManager::movedAside);
        connect(store.get(), &ObservationStore::vanished, this, &SourceManager::storeVanished);
    }
    return store.get();
}

SourceManager::Connection *SourceManager::connectionFor(const SourceInfo &source)
{
    const auto known = m_connections.find(source.key());
    if (known != m_connections.end())
        return &known->second;
    Result<std::unique_ptr<Source>> made =
        m_factory.make(source, {.email = source.name, .password = {}, .accessToken = {}});
    if (!made)
        return nullptr;
    Connection connection{.source = *std::move(made), .repository = {}};
    connection.repository =
        std::make_unique<Repository>(connection.source.get(), store(storeFileOf(source.kind)), m_dependencies.clock);
    return &m_connections.emplace(source.key(), std::move(connection)).first->second;
}

SourceAccount *SourceManager::accountOf(const SourceInfo &source) const
{
    const auto connection = m_connections.find(source.key());
    return connection == m_connections.end() ? nullptr : connection->second.source->account();
}

Repository *SourceManager::repository(const SourceInfo &source)
{
    Connection *connection = connectionFor(source);
    return connection ? connection->repository.get() : nullptr;
}

QCoro::Task<Result<Done>> SourceManager::signIn(SourceInfo source, Secret password)
{
    if (!connectionFor(source))
        co_return Error{.kind = Error::Kind::BadAddress, .argument = source.address};
    SourceAccount *account = accountOf(source);
    if (!account)
        co_return Done{};
    Credentials credentials{.email = source.name, .password = std::move(password), .accessToken = {}};
    auto attempt = account->signIn(std::move(credentials));
    const Result<Done> outcome = co_await attempt;
    co_return outcome;
}

QCoro::Task<Result<Done>> SourceManager::signOut(SourceInfo source)
{
    SourceAccount *account = connectionFor(source) ? accountOf(source) : nullptr;
    if (!account)
        co_return Done{};
    auto ending = account->signOut();
    const Result<Done> outcome = co_await ending;
    co_return outcome;
}

void SourceManager::setListener(const SourceInfo &source, std::function<void(bool answered)> listener)
{
    const auto connection = m_connections.find(source.key());
    if (connection != m_connections.end())
        connection->second.source->setListener(std::move(listener));
}

void SourceManager::applyClockTrust(const SourceInfo &source)
{
    const auto connection = m_connections.find(source.key());
    if (connection != m_connections.end())
        connection->second.source->setClockTrusted(source.trustClock || m_dependencies.trustServerClock);
}

bool SourceManager::isOffUtc(const SourceInfo &source) const
{
    const auto connection = m_connections.find(source.key());
    return connection != m_connections.end() && connection->second.source->isOffUtc();
}

bool SourceManager::isSignInKept(const SourceInfo &source) const
{
    const SourceAccount *account = accountOf(source);
    return account && account->isKept();
}

bool SourceManager::isSignedIn(const SourceInfo &source) const
{
    const SourceAccount *account = accountOf(source);
    return account && account->isSignedIn();
}
}
