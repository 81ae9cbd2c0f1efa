// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sourcemanager.h"

#include "sources/demo/demobackend.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace Postwave
{
SourceManager::SourceManager(Dependencies dependencies)
    : m_dependencies(std::move(dependencies))
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

ObservationStore *SourceManager::store(bool demo)
{
    std::unique_ptr<ObservationStore> &store = demo ? m_demoStore : m_store;
    if (!store) {
        const QString file = demo ? u"demo/postwave.sqlite"_s : u"postwave.sqlite"_s;
        store = std::make_unique<ObservationStore>(QDir(m_dependencies.dataFolder).absoluteFilePath(file));
        connect(store.get(), &ObservationStore::movedAside, this, &SourceManager::movedAside);
    }
    return store.get();
}

SourceManager::Connection *SourceManager::connectionFor(const SourceInfo &source)
{
    const auto known = m_connections.find(source.key);
    if (known != m_connections.end())
        return &known->second;
    Connection connection;
    Backend *backend = nullptr;
    if (source.demo) {
        connection.demo = std::make_unique<DemoBackend>(m_dependencies.clock);
        backend = connection.demo.get();
    } else {
        Result<ServerAddress> address = ServerAddress::fromText(source.key, source.allowHttp);
        if (!address)
            return nullptr;
        connection.server =
            std::make_unique<ServerConnection>(*std::move(address), Credentials(),
                                               ServerConnection::Dependencies{.network = &m_network,
                                                                              .clock = m_dependencies.clock,
                                                                              .scheduler = m_dependencies.scheduler,
                                                                              .budget = m_dependencies.budget});
        backend = &connection.server->backend();
    }
    connection.repository = std::make_unique<Repository>(backend, store(source.demo), m_dependencies.clock);
    return &m_connections.emplace(source.key, std::move(connection)).first->second;
}

Repository *SourceManager::repository(const SourceInfo &source)
{
    Connection *connection = connectionFor(source);
    return connection ? connection->repository.get() : nullptr;
}

QCoro::Task<Result<Done>> SourceManager::signIn(SourceInfo source, Secret password)
{
    Connection *connection = connectionFor(source);
    if (!connection)
        co_return Error{.kind = Error::Kind::BadAddress, .argument = source.key};
    if (!connection->server)
        co_return Done{};
    Credentials credentials{.email = source.email, .password = std::move(password), .accessToken = {}};
    auto attempt = connection->server->session().signIn(std::move(credentials));
    const Result<Done> outcome = co_await attempt;
    co_return outcome;
}

QCoro::Task<Result<Done>> SourceManager::signOut(SourceInfo source)
{
    Connection *connection = connectionFor(source);
    if (!connection || !connection->server)
        co_return Done{};
    auto ending = connection->server->session().signOut();
    const Result<Done> outcome = co_await ending;
    co_return outcome;
}

bool SourceManager::isSignedIn(const SourceInfo &source) const
{
    const auto connection = m_connections.find(source.key);
    return connection != m_connections.end() && connection->second.server
        && connection->second.server->session().isSignedIn();
}
}
