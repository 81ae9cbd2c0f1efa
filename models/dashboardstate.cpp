// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboardstate.h"

#include "core/zonebuckets.h"
#include "models/viewwords.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
DashboardState::DashboardState(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_freshness(parts.clock, parts.scheduler)
{
    connect(m_parts.settings, &SettingsModel::refreshSecondsChanged, this, &DashboardState::scheduleRefresh);
}

DashboardState::~DashboardState() = default;

// ---- The source -----------------------------------------------------------------------------

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
    Q_EMIT channelChanged();
    Q_EMIT viewChanged();
    Q_EMIT stepsChanged();
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
    m_channels.setChannels(channels);
    chooseChannel();
    // The picture has the channel's name, which may be new.
    updateSpec();
    Q_EMIT shownChanged();
}

/** Goes on with the view of last time, or with the first channel; nothing where one is shown or on its way. */
void DashboardState::chooseChannel()
{
    Q_EMIT channelChanged();
    if (m_channels.channels().isEmpty()) {
        if (m_history.current().channel == 0 && !m_listing)
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

// ---- The view that is asked for -------------------------------------------------------------

std::optional<Channel> DashboardState::currentChannel() const
{
    for (const Channel &channel : m_channels.channels()) {
        if (channel.id == m_history.current().channel)
            return channel;
    }
    return std::nullopt;
}

QString DashboardState::channelId() const
{
    return QString::number(m_history.current().channel);
}

QString DashboardState::channelTitle() const
{
    if (const std::optional<Channel> channel = currentChannel())
        return ChannelListModel::titleOf(*channel);
    return m_history.current().channel == 0 ? QString() : channelId();
}

QString DashboardState::channelDetail() const
{
    const QModelIndex index = m_channels.index(m_channels.rowOf(channelId()));
    QStringList parts;
    for (const int role : {ChannelListModel::UsernameRole, ChannelListModel::SubscribersRole}) {
        if (const QString text = index.data(role).toString(); !text.isEmpty())
            parts.append(text);
    }
    return parts.join(u" · "_s);
}

QStringList DashboardState::breadcrumbs() const
{
    return ViewWords::breadcrumbs(m_history.current(), QLocale());
}

bool DashboardState::canGoUp() const
{
    return levelUp(m_history.current()).has_value();
}

bool DashboardState::canStepBack() const
{
    return stepped(m_history.current(), -1).has_value();
}

bool DashboardState::canStepForward() const
{
    const std::optional<ViewState> next = stepped(m_history.current(), 1);
    return next && viewWindow(next->question(), 0).from <= now();
}

QString DashboardState::previousText() const
{
    return ViewWords::stepTo(m_history.current().question(), -1);
}

QString DashboardState::nextText() const
{
    return ViewWords::stepTo(m_history.current().question(), 1);
}

QString DashboardState::zone() const
{
    return zoneName(timeZone());
}

QString DashboardState::zoneText() const
{
    const TimeWindow window = viewWindow(m_history.current().question(), now());
    return ViewWords::placeAndOffset(timeZone(), std::min(window.until, now()));
}

qint64 DashboardState::now() const
{
    return m_repository ? m_repository->serverNow() : m_parts.clock->now();
}

void DashboardState::selectChannel(const QString &id)
{
    const int row = m_channels.rowOf(id);
    if (row < 0)
        return;
    ViewState view = m_history.current();
    view.channel = m_channels.channels()[row].id;
    view.path.resize(1);
    view.zoom.reset();
    navigate(view);
}

void DashboardState::openPeriod(const QString &name)
{
    if (const std::optional<Period> period = periodFromName(name))
        openQuestion({*period, timeZone()});
    else if (const std::optional<NamedRange> range = namedRangeFromName(name))
        openQuestion(questionOf(*range, now(), timeZone()));
}

void DashboardState::openQuestion(const ViewQuestion &question)
{
    ViewState view = m_history.current();
    view.path = {question};
    view.zoom.reset();
    navigate(view);
}

void DashboardState::setZone(const QString &name)
{
    const std::optional<QTimeZone> zone = zoneFromName(name);
    if (!zone || !m_repository || *zone == timeZone())
        return;
    m_parts.settings->setZone(name);
    navigate(inZone(m_history.current(), *zone));
}

void DashboardState::toggleMetric(const QString &name)
{
    const std::optional<Metric> metric = metricFromName(name);
    if (!metric)
        return;
    const ViewState view = withMetricToggled(m_history.current(), *metric);
    m_history.replace(view);
    m_metrics.setShown(view.metrics);
    m_parts.settings->setLastView(m_source.key, view);
    updateSpec();
    Q_EMIT shownChanged();
}

QString DashboardState::comparison() const
{
    const std::optional<Comparison> &comparison = m_history.current().comparison;
    return comparison ? comparisonName(*comparison) : QString();
}

bool DashboardState::isComparable() const
{
    ViewState view = m_history.current();
    view.comparison = Comparison();
    return comparisonOf(view).has_value();
}

void DashboardState::compareWith(const QString &name)
{
    const std::optional<Comparison> wanted = comparisonFromName(name);
    if (!m_repository || wanted == m_history.current().comparison || (!wanted && !name.isEmpty()))
        return;
    if (wanted)
        m_lastComparison = *wanted;
    ViewState view = m_history.current();
    view.comparison = wanted;
    m_history.replace(view);
    m_parts.settings->setLastView(m_source.key, view);
    Q_EMIT viewChanged();
    load(usualAsk());
}

void DashboardState::toggleComparison()
{
    if (isComparable())
        compareWith(comparison().isEmpty() ? comparisonName(m_lastComparison) : QString());
}

void DashboardState::drill(int bucket)
{
    if (!bucketSummary(bucket).openable)
        return;
    if (const std::optional<ViewState> below = drilledInto(m_history.current(), m_view.rows[bucket].start))
        navigate(*below);
}

void DashboardState::openBreadcrumb(int index)
{
    ViewState view = m_history.current();
    if (index < 0 || index >= view.path.size())
        return;
    view.path.resize(index + 1);
    view.zoom.reset();
    navigate(view);
}

void DashboardState::goUp()
{
    if (isZoomed()) {
        showAll();
        return;
    }
    if (const std::optional<ViewState> above = levelUp(m_history.current()))
        navigate(*above);
}

void DashboardState::goBack()
{
    if (!canGoBack())
        return;
    m_history.goBack();
    viewMoved();
}

void DashboardState::goForward()
{
    if (!canGoForward())
        return;
    m_history.goForward();
    viewMoved();
}

void DashboardState::step(int steps)
{
    if (steps > 0 ? !canStepForward() : !canStepBack())
        return;
    navigate(*stepped(m_history.current(), steps));
}

void DashboardState::navigate(const ViewState &view)
{
    if (!m_repository || view == m_history.current())
        return;
    m_history.push(view);
    viewMoved();
}

/** Shows what the current view of the history asks for. */
void DashboardState::viewMoved()
{
    const ViewState &view = m_history.current();
    m_parts.settings->setLastView(m_source.key, view);
    m_periods.setCurrent(view.path.constFirst(), now());
    m_metrics.setShown(view.metrics);
    m_notice.settle(Notice::About::View);
    m_selected = -1;
    // Another channel's chart would be mistaken for this one's, even dimmed.
    if (view.channel != m_shownChannel)
        clearShown(Status::Waiting);
    m_outdated = m_status == Status::Shown && m_view.question != view.question();
    updateSpec();
    Q_EMIT channelChanged();
    Q_EMIT viewChanged();
    Q_EMIT stepsChanged();
    Q_EMIT selectedChanged();
    Q_EMIT shownChanged();
    load(usualAsk());
}
}
