// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the dashboard's data come from, and of which channels.
#include "models/dashboardstate.h"

#include <QPointer>

#include <utility>

namespace Postwave
{
QString DashboardState::sourceKey() const
{
    return m_source.key;
}

QString DashboardState::sourceName() const
{
    return m_source.key.isEmpty() ? QString() : SourceListModel::nameOf(m_source);
}

QString DashboardState::sourceEmail() const
{
    return m_source.email;
}

bool DashboardState::isDemo() const
{
    return m_source.demo;
}

bool DashboardState::isSignedIn() const
{
    return m_repository && m_parts.connections->isSignedIn(m_source);
}

void DashboardState::restore()
{
    openSource(m_parts.settings->lastSource());
}

void DashboardState::openSource(const QString &key)
{
    visitSource(key);
    if (m_repository && m_source.key == key)
        m_parts.settings->setLastSource(key);
}

void DashboardState::visitSource(const QString &key)
{
    const std::optional<SourceInfo> source = m_parts.sources->find(key);
    if (!source)
        return;
    m_source = *source;
    m_repository = m_parts.connections->repository(m_source);
    m_loader.reset();
    stopAskingFigures();
    if (!m_repository)
        return;
    m_loader = std::make_unique<ViewLoader>(m_repository);
    connect(m_loader.get(), &ViewLoader::shown, this, &DashboardState::show);
    connect(m_loader.get(), &ViewLoader::missing, this, &DashboardState::showMissing);
    connect(m_loader.get(), &ViewLoader::answered, this, &DashboardState::noteAnswered);
    connect(m_loader.get(), &ViewLoader::failed, this, &DashboardState::showFailed);
    connect(m_loader.get(), &ViewLoader::loadingChanged, this, &DashboardState::loadingChanged);
    connect(m_loader.get(), &ViewLoader::settled, this, &DashboardState::noteSettled);

    ViewState view = m_parts.settings->lastView(key).value_or(inZone(ViewState(), m_parts.settings->zone()));
    m_history.reset(view);
    m_channels.setChannels({});
    m_figuresRead = false;
    m_notice.settle(Notice::About::View);
    m_notice.settle(Notice::About::Channels);
    setListing(false);
    setUnreached(Notice::About::View, false);
    setUnreached(Notice::About::Channels, false);
    setAnswered(false);
    clearShown(Status::Waiting);
    Q_EMIT sourceChanged();
    Q_EMIT loadingChanged();
    if (view.channel != 0)
        viewMoved();
    else
        tellView(); // there is nothing to load yet, but what is said of the source before must go
    loadChannels();
}

void DashboardState::signOut()
{
    if (!m_repository || m_source.demo)
        return;
    endSession(m_source);
}

void DashboardState::forgetSource()
{
    if (!m_repository || m_source.demo)
        return;
    const SourceInfo left = m_source;
    m_source = {};
    m_repository = nullptr;
    m_loader.reset();
    stopAskingFigures();
    ++m_listTurn;
    setListing(false);
    m_history.reset({});
    m_channels.setChannels({});
    m_notice.settle(Notice::About::View);
    m_notice.settle(Notice::About::Channels);
    setUnreached(Notice::About::View, false);
    setUnreached(Notice::About::Channels, false);
    m_parts.sources->forget(left.key);
    m_parts.settings->setLastSource({});
    clearShown(Status::NoSource);
    Q_EMIT loadingChanged();
    tellView();
    endSession(left);
}

QCoro::Task<> DashboardState::endSession(SourceInfo source)
{
    const QPointer<DashboardState> self(this);
    auto ending = m_parts.connections->signOut(source);
    Q_EMIT sourceChanged(); // the session is over at once, whenever the server is told
    co_await ending;
    if (self)
        Q_EMIT self->sourceChanged();
}

QCoro::Task<> DashboardState::loadChannels()
{
    const QPointer<DashboardState> self(this);
    Repository *repository = m_repository;
    const quint64 turn = ++m_listTurn;
    const auto isCurrent = [self, turn] {
        return self && self->m_listTurn == turn;
    };
    auto reading = repository->storedChannels();
    const Result<ChannelList> stored = co_await reading;
    if (!isCurrent())
        co_return;
    if (stored && !stored->isEmpty())
        self->setChannels(*stored);
    if (self->m_offline) {
        self->chooseChannel();
        co_return;
    }

    self->setListing(true);
    auto asking = repository->listChannels();
    const Result<ChannelList> listed = co_await asking;
    if (!isCurrent())
        co_return;
    self->setListing(false);
    Q_EMIT self->sourceChanged(); // listing may have signed in
    if (listed) {
        self->setChannels(*listed);
        self->setAnswered(true);
        self->setUnreached(Notice::About::Channels, false);
        self->m_notice.settle(Notice::About::Channels);
        co_return;
    }
    if (!self->m_offline) { // who chose meanwhile to ask nobody is not told that nobody answers
        const bool noneStored = self->m_channels.channels().isEmpty();
        self->noteFailure(Notice::About::Channels, listed.error(),
                          noneStored ? tr("No channel of this server is stored yet.")
                                     : tr("The channels stored before are shown."));
    }
    self->chooseChannel();
}

void DashboardState::setChannels(const ChannelList &channels)
{
    const QList<qint64> before = channelIds();
    m_channels.setChannels(channels);
    chooseChannel();
    // The same list again leaves alone what is on its way.
    if (isAllChannels() && channelIds() != before)
        showAllChannels(usualAsk());
    else if (channelIds() != before)
        readFigures(channelIds());
    // The picture has the channel's name, which may be new.
    updateSpec();
    Q_EMIT shownChanged();
}

/** Goes on with the view of last time, or with the first channel; nothing where one is shown or on its way. */
void DashboardState::chooseChannel()
{
    Q_EMIT channelChanged();
    if (m_channels.channels().isEmpty()) {
        if (m_history.current().channel <= 0 && !m_listing)
            clearShown(Status::NoChannels);
        return;
    }
    if (m_history.current().channel != 0)
        return;
    ViewState view = m_history.current();
    view.channel = m_channels.channels().constFirst().id;
    m_history.reset(view);
    viewMoved();
}

void DashboardState::setListing(bool listing)
{
    if (m_listing == listing)
        return;
    m_listing = listing;
    Q_EMIT listingChanged();
}

void DashboardState::setOffline(bool offline)
{
    if (m_offline == offline)
        return;
    m_offline = offline;
    Q_EMIT reachChanged();
    if (!m_repository)
        return;
    if (offline) {
        m_notice.settle(Notice::About::View);
        m_notice.settle(Notice::About::Channels);
        load(ViewLoader::Ask::Never);
    } else {
        refresh();
    }
}

void DashboardState::setUnreached(Notice::About about, bool unreached)
{
    bool &known = about == Notice::About::View ? m_viewUnreached : m_listUnreached;
    if (std::exchange(known, unreached) != unreached)
        Q_EMIT reachChanged();
}

void DashboardState::setAnswered(bool answered)
{
    if (std::exchange(m_answered, answered) != answered)
        Q_EMIT reachChanged();
}
}
