// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/workspace.h"

#include "core/channeltitle.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Zoom and selection change with every movement of a hand; writing each of them down would cost a frame. */
constexpr std::chrono::milliseconds kKeepAfter{500};
}

Workspace::Workspace(Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_session(dependencies.connections, dependencies.clock, &m_notice)
    , m_query(&m_navigator, &m_session, dependencies.settings)
    , m_channelPage({.navigator = &m_navigator,
                     .session = &m_session,
                     .settings = dependencies.settings,
                     .clock = dependencies.clock,
                     .scheduler = dependencies.scheduler})
    , m_channelsPage(&m_navigator, &m_session)
{
    connect(&m_navigator, &Navigator::moved, this, &Workspace::arrive);
    connect(&m_navigator, &Navigator::changed, this, &Workspace::keepPlace);
    connect(&m_navigator, &Navigator::changed, this, &Workspace::changed);
    connect(&m_session, &SourceSession::opened, this, &Workspace::openChanged);
    connect(&m_session, &SourceSession::channelsKnown, this, &Workspace::chooseChannel);
    connect(&m_session, &SourceSession::offlineChanged, this, &Workspace::followOffline);
    connect(&m_channelPage, &ChannelPage::loadStarted, this, &Workspace::scheduleRefresh);
    connect(&m_channelPage, &ChannelPage::viewReplaced, &m_query, &ChannelQuery::renewSteps);
    connect(&m_channelPage, &ChannelPage::loadingChanged, this, &Workspace::loadingChanged);
    connect(&m_channelPage, &ChannelPage::answered, this, [this] {
        m_channelsPage.renew(m_navigator.current().channel);
    });
    connect(&m_channelsPage, &ChannelsPage::loadStarted, this, &Workspace::scheduleRefresh);
    connect(&m_channelsPage, &ChannelsPage::loadingChanged, this, &Workspace::loadingChanged);
    connect(dependencies.settings, &SettingsModel::refreshSecondsChanged, this, &Workspace::scheduleRefresh);
}

Workspace::~Workspace()
{
    writePlace();
}

QString Workspace::channelId() const
{
    return isAllChannels() ? QString() : m_navigator.current().channel.text();
}

QString Workspace::title() const
{
    if (isAllChannels())
        return tr("All channels");
    const ChannelId id = m_navigator.current().channel;
    if (const std::optional<Channel> channel = m_session.channel(id))
        return channelTitle(*channel);
    return id.isValid() ? channelId() : QString();
}

QString Workspace::subtitle() const
{
    if (isAllChannels())
        return tr("Last 30 days (UTC)");
    const ChannelListModel &channels = *m_session.channels();
    const QModelIndex index = channels.index(channels.rowOf(channelId()));
    QStringList parts;
    for (const int role : {ChannelListModel::UsernameRole, ChannelListModel::SubscribersRole}) {
        if (const QString text = index.data(role).toString(); !text.isEmpty())
            parts.append(text);
    }
    return parts.join(u" · "_s);
}

bool Workspace::isLoading() const
{
    return isAllChannels() ? m_channelsPage.isLoading() : m_channelPage.isLoading();
}

void Workspace::tellMovedAside(const QString &target)
{
    m_notice.show(Notice::About::Store, {.kind = Error::Kind::StoreDamaged, .argument = target}, QString());
}

void Workspace::tellVanished()
{
    m_notice.show(Notice::About::Store, {.kind = Error::Kind::StoreVanished}, QString());
}

// ---- Sources

void Workspace::restore()
{
    openSource(m_dependencies.settings->lastSource());
}

void Workspace::openSource(const QString &key)
{
    visitSource(key);
    if (m_session.isOpen() && m_session.key() == key)
        m_dependencies.settings->setLastSource(key);
}

void Workspace::visitSource(const QString &key)
{
    const std::optional<SourceInfo> source = m_dependencies.sources->find(key);
    if (!source)
        return;
    writePlace();
    if (!m_session.open(*source)) {
        m_notice.show(Notice::About::Source, {.kind = Error::Kind::BadAddress, .argument = source->address},
                      tr("Data already downloaded is kept. Connect again with the correct address."));
        return;
    }
    m_notice.clear(Notice::About::Source);
    Location location = inZone(Location(), m_dependencies.settings->zone());
    location.source = key;
    m_navigator.reset(m_dependencies.settings->lastLocation(key).value_or(location));
    m_session.loadChannels();
}

void Workspace::forgetSource()
{
    if (!m_session.isOpen() || m_session.isDemo())
        return;
    const QString key = m_session.key();
    writePlace();
    m_session.close();
    m_dependencies.sources->forget(key);
    m_dependencies.settings->setLastSource({});
    m_navigator.reset({});
}

void Workspace::trustClock(bool trusted)
{
    if (!m_session.isOpen() || m_session.isDemo() || m_session.isClockTrusted() == trusted)
        return;
    m_session.setClockTrusted(trusted);
    m_dependencies.sources->remember(m_session.source());
    refresh();
}

// ---- Moves

void Workspace::open(Location location)
{
    if (!location.source.isEmpty() && location.source != m_session.key())
        visitSource(location.source);
    // Where the source is none of ours, another one's channel would be asked for.
    if (!location.source.isEmpty() && location.source != m_session.key())
        return;
    location.source = m_session.key();
    go(location);
}

void Workspace::go(const Location &location)
{
    if (m_session.isOpen())
        m_navigator.go(location);
}

void Workspace::selectChannel(const QString &id)
{
    const int row = m_session.channels()->rowOf(id);
    if (row < 0)
        return;
    const Location &here = m_navigator.current();
    Location location = here;
    location.page = Location::Page::Channel;
    location.channel = m_session.channels()->channels().at(row).id;
    location.path.resize(1);
    location.zoom.reset();
    if (!showSameRows(location, here))
        location.selection.reset();
    go(location);
}

void Workspace::stepChannel(int steps)
{
    const ChannelListModel &channels = *m_session.channels();
    const int row = channels.rowOf(channelId()) + steps;
    if (row >= 0 && row < channels.channels().size())
        selectChannel(channels.channels().at(row).id.text());
}

void Workspace::openAllChannels()
{
    Location location = m_navigator.current();
    location.page = Location::Page::Channels;
    location.channel = {};
    location.path.resize(1);
    location.leaveBuckets();
    go(location);
}

bool Workspace::canGoUp() const
{
    if (isAllChannels())
        return m_navigator.canGoBack();
    const Location &location = m_navigator.current();
    return location.zoom || levelUp(location);
}

void Workspace::goUp()
{
    Location location = m_navigator.current();
    if (isAllChannels()) {
        m_navigator.goBack();
    } else if (location.zoom) {
        location.zoom.reset();
        go(location);
    } else if (const std::optional<Location> above = levelUp(location)) {
        go(*above);
    }
}

/** Shows what the location that was moved to asks for. The pages heard of it before. */
void Workspace::arrive()
{
    m_notice.clear(Notice::About::View);
    m_notice.clear(Notice::About::Source);
    m_channelsPage.stop(); // whoever went on wants no more of the others
    Q_EMIT moved();
    Q_EMIT titleChanged();
    Q_EMIT loadingChanged();
    load(usualAsk());
}

// ---- Asking

ViewLoader::Ask Workspace::usualAsk() const
{
    return m_session.isOffline() ? ViewLoader::Ask::Never : ViewLoader::Ask::IfStale;
}

void Workspace::load(ViewLoader::Ask ask)
{
    if (!m_session.isOpen())
        return;
    if (isAllChannels())
        m_channelsPage.load(ask);
    else
        m_channelPage.load(ask);
}

void Workspace::refresh()
{
    if (!m_session.isOpen())
        return;
    if (!m_session.isOffline())
        m_session.loadChannels();
    load(m_session.isOffline() ? ViewLoader::Ask::Never : ViewLoader::Ask::Always);
}

void Workspace::retry()
{
    if (!m_session.isOffline())
        m_session.loadChannels();
    if (isAllChannels())
        m_channelsPage.retry();
    else
        m_channelPage.fetch();
}

void Workspace::followOffline()
{
    if (m_session.isOffline())
        load(ViewLoader::Ask::Never);
    else
        refresh();
}

void Workspace::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    Q_EMIT activeChanged();
    // Who comes back after a while sees at once what became of it.
    const bool isShown = isAllChannels() || m_channelPage.status() == ChannelPage::Status::Shown;
    if (active && m_session.isOpen() && !isLoading() && isShown)
        load(usualAsk());
    else
        scheduleRefresh();
}

void Workspace::scheduleRefresh()
{
    const LatestTask::Ticket ticket = m_refresh.start();
    const int seconds = m_dependencies.settings->refreshSeconds();
    if (!m_active || m_session.isOffline() || seconds == 0)
        return;
    m_dependencies.scheduler->after(std::chrono::seconds(seconds), this, [this, ticket] {
        if (!ticket.isCurrent() || !m_session.isOpen())
            return;
        if (isLoading())
            scheduleRefresh();
        else
            load(ViewLoader::Ask::FetchMissing); // all of a view that takes many requests, and it would do nothing else
    });
}

/** Goes on with the place of last time, or with the first channel; nothing where one is shown or on its way. */
void Workspace::chooseChannel()
{
    Q_EMIT titleChanged();
    const ChannelList &channels = m_session.channels()->channels();
    const bool isChosen = !isAllChannels() && m_navigator.current().channel.isValid();
    if (channels.isEmpty()) {
        if (!isChosen && !m_session.isListing())
            m_channelPage.clear(ChannelPage::Status::NoChannels);
        return;
    }
    if (isAllChannels() || isChosen)
        return;
    Location location = m_navigator.current();
    location.channel = channels.constFirst().id;
    m_navigator.reset(location);
}

// ---- The place, from one start to the next

void Workspace::keepPlace()
{
    if (!m_session.isOpen())
        return;
    const Location &location = m_navigator.current();
    Location asKept = m_kept;
    asKept.zoom = location.zoom;
    asKept.selection = location.selection;
    if (asKept != location) {
        writePlace();
        return;
    }
    const LatestTask::Ticket ticket = m_keeping.start();
    m_dependencies.scheduler->after(kKeepAfter, this, [this, ticket] {
        if (ticket.isCurrent())
            writePlace();
    });
}

void Workspace::writePlace()
{
    m_keeping.cancel();
    const Location &location = m_navigator.current();
    const bool isSomewhere = isAllChannels() || location.channel.isValid();
    if (!m_session.isOpen() || !isSomewhere || location.source != m_session.key() || location == m_kept)
        return;
    m_kept = location;
    m_dependencies.settings->setLastLocation(location);
}
}
