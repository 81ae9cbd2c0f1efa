// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboardstate.h"

#include "core/zonebuckets.h"
#include "models/viewwords.h"

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
    if (isAllChannels())
        return tr("All channels");
    return m_history.current().channel == 0 ? QString() : channelId();
}

QString DashboardState::channelDetail() const
{
    if (isAllChannels())
        return tr("The last 30 days of each, by the days of UTC");
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
    if (isAllChannels())
        return canGoBack();
    const ViewState &view = m_history.current();
    return view.zoom || levelUp(view);
}

bool DashboardState::canStepBack() const
{
    return !isAllChannels() && stepped(m_history.current(), -1, now()).has_value();
}

bool DashboardState::canStepForward() const
{
    const std::optional<ViewState> next = stepped(m_history.current(), 1, now());
    return !isAllChannels() && next && viewWindow(next->question(), 0).from <= now();
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
    return ViewWords::placeAndOffset(timeZone(), std::min(window.until - 1, now()));
}

qint64 DashboardState::now() const
{
    return m_repository ? m_repository->serverNow() : m_parts.clock->now();
}

TimeWindow DashboardState::overviewWindow() const
{
    return viewWindow(overview(), now());
}

void DashboardState::stepChannel(int steps)
{
    const int row = m_channels.rowOf(channelId()) + steps;
    if (row >= 0 && row < m_channels.channels().size())
        selectChannel(QString::number(m_channels.channels().at(row).id));
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
    if (const std::optional<Metric> metric = metricFromName(name))
        draw(withMetricToggled(m_history.current(), *metric));
}

void DashboardState::isolateMetric(const QString &name)
{
    if (const std::optional<Metric> metric = metricFromName(name))
        draw(withMetricAlone(m_history.current(), *metric));
}

void DashboardState::stepMetric(int steps)
{
    const Metric beside = MetricListModel::beside(m_history.current().metrics.constFirst(), steps);
    draw(withMetricAlone(m_history.current(), beside));
}

void DashboardState::toggleLogarithmic()
{
    ViewState view = m_history.current();
    view.logarithmic = !view.logarithmic;
    draw(view);
}

/** Draws the same rows in another way, which is no step for Back. */
void DashboardState::draw(const ViewState &view)
{
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
    return !isAllChannels() && comparisonOf(view, now()).has_value();
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

bool DashboardState::isComparing() const
{
    return !isAllChannels() && comparisonOf(m_history.current(), now()).has_value();
}

void DashboardState::toggleComparison()
{
    if (!isComparable())
        return;
    if (isComparing()) {
        compareWith({});
        return;
    }
    // A time of one's own may not lie before what is shown now.
    ViewState view = m_history.current();
    view.comparison = m_lastComparison;
    compareWith(comparisonName(comparisonOf(view, now()) ? m_lastComparison : Comparison()));
}

void DashboardState::drill(int bucket)
{
    if (!bucketSummary(bucket).openable)
        return;
    if (const std::optional<ViewState> below = drilledInto(m_history.current(), m_view.rows[bucket].start)) {
        Q_EMIT drilled(bucket);
        navigate(*below);
    }
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
    if (isAllChannels()) {
        goBack();
        return;
    }
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
    navigate(*stepped(m_history.current(), steps, now()));
}

void DashboardState::navigate(const ViewState &view)
{
    if (!m_repository || view == m_history.current())
        return;
    m_history.push(view);
    viewMoved();
}

/** Says what the current view of the history asks for, which is not to say that it is shown. */
void DashboardState::tellView()
{
    const ViewState &view = m_history.current();
    m_periods.setCurrent(view.path.constFirst(), now());
    m_metrics.setShown(view.metrics);
    Q_EMIT channelChanged();
    Q_EMIT viewChanged();
    Q_EMIT stepsChanged();
}

/** Shows what the current view of the history asks for. */
void DashboardState::viewMoved()
{
    const ViewState &view = m_history.current();
    m_parts.settings->setLastView(m_source.key, view);
    m_notice.settle(Notice::About::View);
    m_selected = -1;
    // Another channel's chart would be mistaken for this one's, even dimmed.
    if (isAllChannels())
        clearShown(Status::AllChannels);
    else if (view.channel != m_shownChannel)
        clearShown(Status::Waiting);
    stopAskingFigures(); // whoever went on wants no more of the others
    m_outdated = m_status == Status::Shown && m_view.question != view.question();
    updateSpec();
    tellView();
    Q_EMIT selectedChanged();
    Q_EMIT shownChanged();
    load(usualAsk());
}
}
