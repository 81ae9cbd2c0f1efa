// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sourcesession.h"

#include "core/clock.h"
#include "format/clocktext.h"
#include "items/sourcelistmodel.h"

#include <QPointer>

#include <utility>

namespace Postwave
{
SourceSession::SourceSession(SourceConnections *connections, const Clock *clock, Notice *notice, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_clock(clock)
    , m_notice(notice)
{
}

bool SourceSession::open(const SourceInfo &source)
{
    Repository *repository = m_connections->repository(source);
    if (!repository)
        return false;
    m_list.cancel();
    m_source = source;
    m_repository = repository;
    forgetReach();
    m_connections->setListener(source, [self = QPointer<SourceSession>(this), key = source.key()](bool answered) {
        if (self && self->key() == key)
            self->setSilent(!answered);
    });
    return true;
}

void SourceSession::close()
{
    const SourceInfo left = std::exchange(m_source, {});
    m_list.cancel();
    m_repository = nullptr;
    forgetReach();
    endSession(left);
}

void SourceSession::forgetReach()
{
    m_channels.setChannels({});
    m_notice->clear(Notice::About::View);
    m_notice->clear(Notice::About::Channels);
    m_notice->clear(Notice::About::Clock);
    m_clockText.clear();
    setListing(false);
    setUnreached(Notice::About::View, false);
    setUnreached(Notice::About::Channels, false);
    setSilent(false);
    setAnswered(false);
    Q_EMIT clocksChanged();
    Q_EMIT opened();
    Q_EMIT sourceChanged();
}

QString SourceSession::name() const
{
    return m_source.key().isEmpty() ? QString() : SourceListModel::nameOf(m_source);
}

bool SourceSession::isSignedIn() const
{
    return m_repository && m_connections->isSignedIn(m_source);
}

bool SourceSession::isSignedInForNow() const
{
    return isSignedIn() && !m_connections->isSignInKept(m_source);
}

qint64 SourceSession::now() const
{
    return m_repository ? m_repository->serverNow() : m_clock->now();
}

std::optional<Channel> SourceSession::channel(ChannelId id) const
{
    for (const Channel &channel : m_channels.channels()) {
        if (channel.id == id)
            return channel;
    }
    return std::nullopt;
}

QList<ChannelId> SourceSession::channelIds() const
{
    QList<ChannelId> ids;
    for (const Channel &channel : m_channels.channels())
        ids.append(channel.id);
    return ids;
}

QString SourceSession::clockLine() const
{
    if (!m_repository || !m_answered)
        return {};
    const SourceTime clocks = m_repository->clocks();
    switch (clocks.trust) {
    case SourceTime::Trust::Disputed:
        return ClockText::apart(clocks.stated - clocks.local);
    case SourceTime::Trust::LocalSlow:
        return ClockText::slow(clocks.stated - clocks.local);
    default:
        return std::abs(clocks.stated - clocks.local) <= kClockTolerance
            ? ClockText::agreed()
            : ClockText::apart(clocks.stated - clocks.local);
    }
}

bool SourceSession::isOffUtc() const
{
    return m_repository && m_connections->isOffUtc(m_source);
}

void SourceSession::setClockTrusted(bool trusted)
{
    if (std::exchange(m_source.trustClock, trusted) == trusted)
        return;
    m_connections->applyClockTrust(m_source);
    Q_EMIT sourceChanged();
}

void SourceSession::signOut()
{
    if (m_repository && !isDemo())
        endSession(m_source);
}

QCoro::Task<> SourceSession::endSession(SourceInfo source)
{
    const QPointer<SourceSession> self(this);
    auto ending = m_connections->signOut(source);
    Q_EMIT sourceChanged(); // the session is over at once, whenever the server is told
    [[maybe_unused]] const auto ended = co_await ending;
    if (self)
        Q_EMIT self->sourceChanged();
}

void SourceSession::loadChannels()
{
    if (m_repository)
        list();
}

QCoro::Task<> SourceSession::list()
{
    const LatestTask::Ticket ticket = m_list.start();
    Repository *repository = m_repository;
    auto reading = repository->storedChannels();
    const Result<ChannelList> stored = co_await reading;
    if (!ticket.isCurrent())
        co_return;
    if (stored && !stored->isEmpty())
        setChannels(*stored);
    if (m_offline) {
        Q_EMIT channelsKnown();
        co_return;
    }

    setListing(true);
    auto asking = repository->listChannels();
    const Result<ChannelList> listed = co_await asking;
    if (!ticket.isCurrent())
        co_return;
    setListing(false);
    Q_EMIT sourceChanged(); // listing may have signed in
    if (listed) {
        setChannels(*listed);
        setAnswered(true);
        setUnreached(Notice::About::Channels, false);
        m_notice->clear(Notice::About::Channels);
        co_return;
    }
    if (!m_offline) { // who chose meanwhile to ask nobody is not told that nobody answers
        const bool noneStored = m_channels.channels().isEmpty();
        noteFailure(Notice::About::Channels, listed.error(),
                    noneStored ? tr("No channels of this server are saved yet.") : tr("Showing the saved channels."));
    }
    Q_EMIT channelsKnown();
}

void SourceSession::setChannels(const ChannelList &channels)
{
    const QList<ChannelId> before = channelIds();
    m_channels.setChannels(channels);
    Q_EMIT channelsKnown();
    // The same list again leaves alone what is on its way.
    if (channelIds() != before)
        Q_EMIT channelsReplaced();
}

void SourceSession::setListing(bool listing)
{
    if (std::exchange(m_listing, listing) != listing)
        Q_EMIT listingChanged();
}

void SourceSession::setOffline(bool offline)
{
    if (std::exchange(m_offline, offline) == offline)
        return;
    if (offline) {
        m_notice->clear(Notice::About::View);
        m_notice->clear(Notice::About::Channels);
    }
    Q_EMIT reachChanged();
    Q_EMIT offlineChanged();
}

void SourceSession::setUnreached(Notice::About about, bool unreached)
{
    bool &known = about == Notice::About::View ? m_viewUnreached : m_listUnreached;
    if (std::exchange(known, unreached) != unreached)
        Q_EMIT reachChanged();
}

void SourceSession::setSilent(bool silent)
{
    if (std::exchange(m_silent, silent) != silent)
        Q_EMIT reachChanged();
}

void SourceSession::setAnswered(bool answered)
{
    if (std::exchange(m_answered, answered) == answered)
        return;
    Q_EMIT reachChanged();
    Q_EMIT clocksChanged();
}

void SourceSession::noteShown(qint64 asOf)
{
    const SourceTime clocks = m_repository ? m_repository->clocks() : SourceTime();
    QString text;
    if (clocks.trust == SourceTime::Trust::Disputed)
        text = ClockText::disputed(clocks.stated - clocks.local);
    else if (clocks.trust == SourceTime::Trust::LocalSlow)
        text = ClockText::slow(clocks.stated - clocks.local);
    else if (asOf > now() + kClockTolerance)
        text = ClockText::beforeData();
    Q_EMIT clocksChanged();
    // Once each, so that a message that was closed stays closed.
    if (std::exchange(m_clockText, text) == text)
        return;
    if (text.isEmpty())
        m_notice->clear(Notice::About::Clock);
    else
        m_notice->tell(Notice::About::Clock, text);
}

void SourceSession::noteAnswered()
{
    setAnswered(true);
    // Views are asked for again and again, the list is not: where the one arrives, so would the other.
    setUnreached(Notice::About::View, false);
    setUnreached(Notice::About::Channels, false);
    m_notice->clear(Notice::About::View);
    m_notice->clearConnectivity(Notice::About::Channels);
}

void SourceSession::noteFailure(Notice::About about, const Error &error, const QString &stillWorks)
{
    setUnreached(about, Notice::isConnectivity(error));
    if (error.httpStatus > 0) // a refusal is an answer, too
        setAnswered(true);
    m_notice->show(about, error, stillWorks);
}
}
