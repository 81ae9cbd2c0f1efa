// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/repository.h"

#include <QCoroFuture>

#include <QPointer>

#include <algorithm>

namespace Postwave
{
Repository::Repository(Source *source, ObservationStore *store, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_ingest(source, store, clock)
    , m_views(&m_ingest)
    , m_refresh(&m_ingest)
    , m_bulk(&m_views, &m_refresh, &m_ingest)
{
}

qint64 Repository::serverNow() const
{
    return m_ingest.sourceNow();
}

SourceTime Repository::clocks() const
{
    return m_ingest.clocks();
}

QCoro::Task<Result<ChannelList>> Repository::listChannels(StorePriority priority)
{
    return m_ingest.listChannels(priority);
}

QCoro::Task<Result<ChannelList>> Repository::storedChannels()
{
    const QFuture<Result<ChannelList>> reading =
        m_ingest.store().channels(m_ingest.source().key(), StorePriority::Interactive);
    const Result<ChannelList> channels = co_await reading;
    co_return channels;
}

QCoro::Task<Result<Channel>> Repository::channel(ChannelReference reference, bool online)
{
    const QPointer<Repository> self(this);
    const Error unknown{.kind = Error::Kind::UnknownChannel, .argument = reference.text};
    for (const ChannelId id : std::as_const(reference.ids)) {
        const QFuture<Result<std::optional<Channel>>> reading =
            m_ingest.store().channel(m_ingest.keyOf(id), StorePriority::Interactive);
        const Result<std::optional<Channel>> known = co_await reading;
        if (!known)
            co_return known.error();
        if (known->has_value())
            co_return known->value();
        if (!self)
            co_return unknown;
    }
    if (reference.ids.isEmpty()) {
        auto reading = storedChannels();
        const Result<ChannelList> known = co_await reading;
        if (!known)
            co_return known.error();
        const auto found = std::ranges::find_if(*known, [&reference](const Channel &each) {
            return reference.names(each);
        });
        if (found != known->end())
            co_return *found;
    }
    if (!online || !self)
        co_return unknown;
    auto listing = listChannels();
    const Result<ChannelList> channels = co_await listing;
    if (!channels)
        co_return channels.error();
    const auto found = std::ranges::find_if(*channels, [&reference](const Channel &each) {
        return reference.names(each);
    });
    if (found == channels->end())
        co_return unknown;
    co_return *found;
}

QCoro::Task<Result<SeriesView>> Repository::storedView(ChannelId channel, ViewQuery question, StoredViewOptions options)
{
    return m_views.view(channel, std::move(question), options);
}

QCoro::Task<Result<bool>> Repository::needsRefresh(ChannelId channel, ViewQuery question,
                                                   std::optional<Comparison> comparison)
{
    return m_views.isStale(channel, std::move(question), comparison);
}

QCoro::Task<Result<qint64>> Repository::refresh(ChannelId channel, ViewQuery question, RequestPriority priority,
                                                std::optional<Comparison> comparison, Extent extent,
                                                std::stop_token stop)
{
    return m_refresh.refresh(channel, std::move(question), priority, comparison, extent, std::move(stop));
}

std::optional<int> Repository::requestCount(const ViewQuery &question,
                                            const std::optional<Comparison> &comparison) const
{
    return m_refresh.requestCount(question, comparison);
}

QCoro::Task<Result<int>> Repository::missingRequestCount(ChannelId channel, ViewQuery question,
                                                         std::optional<Comparison> comparison)
{
    return m_refresh.missingRequestCount(channel, std::move(question), comparison);
}

QCoro::Task<Result<FetchReport>> Repository::fetch(ChannelId channel, Period period, bool drill, FetchProgress progress)
{
    return m_bulk.fetch(channel, period, drill, std::move(progress));
}
}
