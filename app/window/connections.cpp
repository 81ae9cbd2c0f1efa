// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/connections.h"

#include "sources/demo/demobackend.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace Postwave
{
Connections::Connections(Parts parts)
    : m_parts(std::move(parts))
{
}

Connections::~Connections()
{
    const QList<QNetworkReply *> replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort();
    // Aborted transfers tell it through the event loop, and their coroutines end there.
    QCoreApplication::sendPostedEvents();
}

ObservationStore *Connections::store(bool demo)
{
    std::unique_ptr<ObservationStore> &store = demo ? m_demoStore : m_store;
    if (!store) {
        const QString file = demo ? u"demo/postwave.sqlite"_s : u"postwave.sqlite"_s;
        store = std::make_unique<ObservationStore>(QDir(m_parts.dataFolder).absoluteFilePath(file));
        connect(store.get(), &ObservationStore::movedAside, this, &Connections::movedAside);
    }
    return store.get();
}

Connections::Way *Connections::wayTo(const SourceInfo &source)
{
    const auto known = m_ways.find(source.key);
    if (known != m_ways.end())
        return &known->second;
    Way way;
    Backend *backend = nullptr;
    if (source.demo) {
        way.demo = std::make_unique<DemoBackend>(m_parts.clock);
        backend = way.demo.get();
    } else {
        Result<ServerAddress> address = ServerAddress::fromText(source.key, source.allowHttp);
        if (!address)
            return nullptr;
        way.server = std::make_unique<ServerLink>(*std::move(address), Credentials(),
                                                  ServerLink::Parts{.network = &m_network,
                                                                    .clock = m_parts.clock,
                                                                    .scheduler = m_parts.scheduler,
                                                                    .budget = m_parts.budget});
        backend = &way.server->backend();
    }
    way.repository = std::make_unique<Repository>(backend, store(source.demo), m_parts.clock);
    return &m_ways.emplace(source.key, std::move(way)).first->second;
}

Repository *Connections::repository(const SourceInfo &source)
{
    Way *way = wayTo(source);
    return way ? way->repository.get() : nullptr;
}

QCoro::Task<Result<Done>> Connections::signIn(SourceInfo source, Secret password)
{
    Way *way = wayTo(source);
    if (!way)
        co_return Error{.kind = Error::Kind::BadAddress, .argument = source.key};
    if (!way->server)
        co_return Done{};
    Credentials credentials{.email = source.email, .password = std::move(password), .accessToken = {}};
    auto attempt = way->server->session().signIn(std::move(credentials));
    const Result<Done> outcome = co_await attempt;
    co_return outcome;
}

QCoro::Task<Result<Done>> Connections::signOut(SourceInfo source)
{
    Way *way = wayTo(source);
    if (!way || !way->server)
        co_return Done{};
    auto ending = way->server->session().signOut();
    const Result<Done> outcome = co_await ending;
    co_return outcome;
}

bool Connections::isSignedIn(const SourceInfo &source) const
{
    const auto way = m_ways.find(source.key);
    return way != m_ways.end() && way->second.server && way->second.server->session().isSignedIn();
}
}
