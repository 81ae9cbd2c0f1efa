// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dashboard shows, and when it asks; where it goes stands in dashboardstate.cpp.
#include "models/dashboardstate.h"

#include "core/zonebuckets.h"
#include "models/viewchanges.h"
#include "models/viewwords.h"
#include "series/chartspecof.h"
#include "series/wording.h"
#include "sync/requestplan.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Postwave
{
ViewLoader::Ask DashboardState::usualAsk() const
{
    return m_offline ? ViewLoader::Ask::Never : ViewLoader::Ask::IfStale;
}

void DashboardState::load(ViewLoader::Ask ask)
{
    if (m_history.current().channel == 0)
        return;
    if (isAllChannels()) {
        m_lastAsk = ask;
        m_loader->giveUp();
        showAllChannels(ask);
        return;
    }
    if (m_status == Status::NeverFetched && ask != ViewLoader::Ask::Never)
        clearShown(Status::Waiting);
    m_lastAsk = ask;
    m_settled = false;
    ++m_countTurn;
    const ViewState &view = m_history.current();
    setRequestsToFetch(requestCount(view.question(), comparisonOf(view, now()), now()).value_or(0));
    m_loader->load(view.channel, view.question(), ask, comparisonOf(view, now()));
    scheduleRefresh();
}

bool DashboardState::isLoading() const
{
    return isAllChannels() ? m_askingFigures : m_loader && m_loader->isLoading();
}

void DashboardState::refresh()
{
    if (!m_repository)
        return;
    if (m_offline) {
        load(ViewLoader::Ask::Never);
        return;
    }
    loadChannels();
    load(ViewLoader::Ask::Always);
}

void DashboardState::retry()
{
    if (m_repository && !m_offline)
        loadChannels();
    // Where no channel lacks a day, it was asked for newer figures.
    if (isAllChannels() && !m_offline && m_channels.lackingIds().isEmpty())
        askFigures(channelIds(), true);
    else
        fetchView();
}

void DashboardState::setRequestsToFetch(int requests)
{
    if (std::exchange(m_requestsToFetch, requests) != requests)
        Q_EMIT requestsToFetchChanged();
}

QCoro::Task<> DashboardState::countRequests()
{
    const QPointer<DashboardState> self(this);
    const quint64 turn = ++m_countTurn;
    const ViewState view = m_history.current();
    if (!m_repository)
        co_return;
    auto counting = m_repository->requestsForRest(view.channel, view.question(), comparisonOf(view, now()));
    const Result<int> requests = co_await counting;
    if (self && self->m_countTurn == turn)
        self->setRequestsToFetch(requests ? *requests : 0);
}

bool DashboardState::isLacking() const
{
    const auto isUnknown = [](const Row &row) {
        return row.state == BucketState::Unknown;
    };
    return m_settled && m_status == Status::Shown && !m_outdated
        && (m_view.beginUnknown || std::ranges::any_of(m_view.rows, isUnknown)
            || (m_view.compared && std::ranges::any_of(m_view.compared->rows, isUnknown)));
}

void DashboardState::fetchView()
{
    if (isAllChannels())
        fetchAllChannels();
    else if (m_repository)
        load(ViewLoader::Ask::Rest);
}

void DashboardState::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    // Who comes back after a while sees at once what became of it.
    if (active && m_repository && !isLoading() && (m_status == Status::Shown || isAllChannels()))
        load(usualAsk());
    else
        scheduleRefresh();
}

void DashboardState::scheduleRefresh()
{
    const quint64 turn = ++m_refreshTurn;
    const int seconds = m_parts.settings->refreshSeconds();
    if (!m_active || m_offline || seconds == 0)
        return;
    m_parts.scheduler->after(std::chrono::seconds(seconds), this, [this, turn] {
        if (turn != m_refreshTurn || !m_repository)
            return;
        if (isLoading())
            scheduleRefresh();
        else
            load(ViewLoader::Ask::Rest); // all of a view that takes many requests, and it would do nothing else
    });
}

void DashboardState::clearShown(Status status)
{
    m_status = status;
    m_view = {};
    m_lag.clear();
    m_shownChannel = 0;
    m_outdated = false;
    m_spec = {};
    m_wholeSpec = {};
    m_zoomFirst = 0;
    m_zoomCount = 0;
    if (std::exchange(m_selected, -1) >= 0)
        Q_EMIT selectedChanged();
    m_table.setView(m_view);
    m_summary.setView(m_view);
    m_weekdays.setView(m_view);
    m_freshness.set(0, 0, QTimeZone::utc());
    Q_EMIT shownChanged();
}

void DashboardState::show(const SeriesView &view)
{
    const bool isRefresh = m_status == Status::Shown && !m_outdated && m_view.question == view.question
        && m_shownChannel == m_history.current().channel;
    const QList<int> changed = isRefresh ? ViewChanges::changedRows(m_view, view) : QList<int>();
    const int left =
        m_outdated && m_shownChannel == m_history.current().channel ? ViewChanges::rowAround(view, m_view) : -1;
    m_view = view;
    m_lag.clear();
    m_shownChannel = m_history.current().channel;
    m_status = Status::Shown;
    m_outdated = false;
    m_table.setView(view);
    m_summary.setView(view);
    m_weekdays.setView(view);
    // Between two refreshes nothing is wrong yet.
    m_freshness.setClockAhead(now() - m_parts.clock->now());
    m_freshness.set(view.asOf, std::max<qint64>(freshAge(view, now()), 2 * m_parts.settings->refreshSeconds()),
                    view.question.zone);
    updateSpec();
    followSelection();
    Q_EMIT stepsChanged();
    Q_EMIT shownChanged();
    if (!changed.isEmpty())
        Q_EMIT bucketsChanged(changed);
    if (left >= 0)
        Q_EMIT climbed(left);
    readOpened();
}

/** In UTC the level above is read by itself, so that it may know more than what is shown; elsewhere it is its sum. */
QCoro::Task<> DashboardState::readOpened()
{
    const QPointer<DashboardState> self(this);
    const ViewQuestion question = m_view.question;
    const TimeWindow window = m_view.window;
    const qint64 channel = m_shownChannel;
    const Repository *repository = m_repository;
    const bool isHour = std::holds_alternative<HourView>(question.span);
    if (!m_repository || !isUtc(question.zone) || (!isHour && !std::holds_alternative<DayView>(question.span)))
        co_return;
    const ViewQuestion above(RangeView{window.from, window.until, isHour ? Step::Hour : Step::Day}, question.zone);
    auto reading = m_repository->storedView(channel, above, {.asOf = {}, .anchor = m_view.now, .compare = {}});
    const Result<SeriesView> opened = co_await reading;
    if (!self || !opened || opened->rows.size() != 1 || self->m_view.question != question
        || self->m_shownChannel != channel || self->m_repository != repository)
        co_return;
    self->m_lag = ViewChanges::lag(self->m_view, opened->rows.constFirst(), opened->asOf, QLocale());
    if (!self->m_lag.isEmpty())
        Q_EMIT self->shownChanged();
}

QString DashboardState::growthText() const
{
    if (m_status != Status::Shown || !m_lag.isEmpty())
        return m_lag;
    // Of all of the view, of which a part says nothing.
    return isZoomed() ? QString() : ViewChanges::maturity(m_view, QLocale());
}

void DashboardState::select(int bucket)
{
    const bool isThere = bucket >= 0 && bucket < m_view.rows.size();
    if (m_outdated || (isThere ? bucket : -1) == m_selected)
        return;
    m_selected = isThere ? bucket : -1;
    m_selectedStart = isThere ? m_view.rows[bucket].start : 0;
    Q_EMIT selectedChanged();
}

/** Finds the selected bucket among those that are shown now. */
void DashboardState::followSelection()
{
    if (m_selected < 0)
        return;
    const QList<Row> &rows = m_view.rows;
    const auto found = std::lower_bound(rows.cbegin(), rows.cend(), m_selectedStart, [](const Row &row, qint64 start) {
        return row.start < start;
    });
    m_selected = found != rows.cend() && found->start == m_selectedStart ? int(found - rows.cbegin()) : -1;
    Q_EMIT selectedChanged();
}

void DashboardState::showMissing()
{
    if (m_lastAsk == ViewLoader::Ask::Never)
        clearShown(Status::NeverFetched);
}

void DashboardState::showFailed(const Error &error)
{
    if (m_status != Status::Shown || m_outdated)
        clearShown(Status::NeverFetched);
    noteFailure(Notice::About::View, error,
                m_status == Status::Shown ? tr("You see what is stored, %1.").arg(m_freshness.text())
                                          : tr("Nothing of this view is stored yet. Others may be."));
}

void DashboardState::noteAnswered()
{
    setAnswered(true);
    // Views are asked for again and again, the list is not: where the one arrives, so would the other.
    setUnreached(Notice::About::View, false);
    setUnreached(Notice::About::Channels, false);
    m_notice.settle(Notice::About::View);
    m_notice.settleReach(Notice::About::Channels);
    if (m_history.current().channel > 0)
        readFigures({m_history.current().channel});
}

void DashboardState::noteSettled()
{
    m_settled = true;
    Q_EMIT shownChanged();
    countRequests();
}

void DashboardState::noteFailure(Notice::About about, const Error &error, const QString &stillWorks)
{
    setUnreached(about, Notice::isOfReach(error));
    if (error.httpStatus > 0) // a refusal is an answer, too
        setAnswered(true);
    m_notice.tell(about, error, stillWorks);
}

void DashboardState::tellMovedAside(const QString &target)
{
    m_notice.tell(Notice::About::Store, {.kind = Error::Kind::StoreDamaged, .argument = target}, QString());
}

void DashboardState::updateSpec()
{
    // What answers an older question stays as it is, with the zoom that it had.
    if (m_status != Status::Shown || m_outdated)
        return;
    findZoom();
    m_spec = chartSpecOf(m_view, shownChannel(), m_source.key, m_history.current().metrics);
    m_spec.channelTitle = ChannelListModel::titleOf(shownChannel());
    m_spec.scaling = isLogarithmic() ? ValueScaling::Logarithmic : ValueScaling::Linear;
    m_wholeSpec = m_spec;
    if (isZoomed())
        m_spec = Postwave::zoomed(m_spec, m_zoomFirst, m_zoomCount);
}

Channel DashboardState::shownChannel() const
{
    return currentChannel().value_or(Channel{.id = m_shownChannel, .title = {}, .username = {}, .subscribers = {}});
}

QString DashboardState::chartTitle() const
{
    return m_status == Status::Shown ? Wording::subtitle(m_view.step, m_history.current().metrics) : QString();
}

QString DashboardState::rangeText() const
{
    return rangeTextOf(m_spec);
}

QString DashboardState::wholeRangeText() const
{
    return rangeTextOf(m_wholeSpec);
}

QString DashboardState::rangeTextOf(const ChartSpec &drawn) const
{
    if (m_status != Status::Shown)
        return {};
    const QTimeZone &zone = m_view.question.zone;
    const QString range = Wording::range(drawn.window, zone, QLocale());
    if (!m_view.compared)
        return range;
    CounterpartRows compared = *m_view.compared;
    compared.window = drawn.comparedWindow;
    return Wording::against(range, compared, zone, QLocale());
}

QString DashboardState::partText() const
{
    return m_status == Status::Shown ? Wording::range(m_spec.window, m_view.question.zone, QLocale()) : QString();
}

QString DashboardState::rangeZoneText() const
{
    return ViewWords::placeAndOffset(m_view.question.zone, std::min(m_view.window.until - 1, m_view.now));
}

BucketSummary DashboardState::bucketSummary(int bucket) const
{
    if (m_status != Status::Shown || m_outdated)
        return {};
    return BucketSummary::of(m_view, bucket, m_history.current().metrics, QLocale());
}
}
