// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dashboard shows, and when it asks; where it goes stands in dashboardstate.cpp.
#include "models/dashboardstate.h"

#include "models/viewwords.h"
#include "series/chartspecof.h"
#include "series/wording.h"
#include "sync/requestplan.h"

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
    if (m_status == Status::NeverFetched && ask != ViewLoader::Ask::Never)
        clearShown(Status::Waiting);
    m_lastAsk = ask;
    m_loader->load(m_history.current().channel, m_history.current().question(), ask);
    scheduleRefresh();
}

bool DashboardState::isLoading() const
{
    return m_loader && m_loader->isLoading();
}

void DashboardState::refresh()
{
    if (!m_repository)
        return;
    if (m_offline) {
        load(ViewLoader::Ask::Never);
        return;
    }
    loadChannels(m_source.key);
    load(ViewLoader::Ask::Always);
}

void DashboardState::fetchView()
{
    if (m_repository)
        load(ViewLoader::Ask::Always);
}

void DashboardState::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    // Who comes back after a while sees at once what became of it.
    if (active && m_repository && m_status == Status::Shown)
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
        if (turn == m_refreshTurn && m_repository)
            load(ViewLoader::Ask::Always);
    });
}

void DashboardState::clearShown(Status status)
{
    m_status = status;
    m_view = {};
    m_shownChannel = 0;
    m_outdated = false;
    m_spec = {};
    m_table.setView(m_view);
    m_summary.setView(m_view);
    m_freshness.set(0, 0);
    Q_EMIT shownChanged();
}

void DashboardState::show(const SeriesView &view)
{
    m_view = view;
    m_shownChannel = m_history.current().channel;
    m_status = Status::Shown;
    m_outdated = false;
    m_table.setView(view);
    m_summary.setView(view);
    const qint64 fresh = freshFor(std::min(view.window.until, now()), now());
    // Between two refreshes nothing is wrong yet.
    m_freshness.setClockAhead(now() - m_parts.clock->now());
    m_freshness.set(view.asOf, std::max<qint64>(fresh, 2 * m_parts.settings->refreshSeconds()));
    updateSpec();
    Q_EMIT shownChanged();
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
    noteFailure(NoticeOf::View, error,
                m_status == Status::Shown ? tr("You see what is stored, %1.").arg(m_freshness.text())
                                          : tr("Nothing of this view is stored yet. Others may be."));
}

void DashboardState::noteAnswered()
{
    noteSuccess(NoticeOf::View);
}

void DashboardState::noteFailure(NoticeOf what, const Error &error, const QString &stillWorks)
{
    m_noticeOf = what;
    setUnreachable(error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout
                   || error.kind == Error::Kind::Untrusted);
    m_notice.set(error, stillWorks);
}

void DashboardState::tellMovedAside(const QString &target)
{
    m_noticeOf = NoticeOf::Store;
    m_notice.set({.kind = Error::Kind::StoreDamaged, .argument = target}, QString());
}

void DashboardState::noteSuccess(NoticeOf what)
{
    // Views are answered without a sign-in: that the list was refused is still worth knowing.
    if (m_notice.isShown() && m_noticeOf != what)
        return;
    setUnreachable(false);
    m_notice.clear();
}

void DashboardState::updateSpec()
{
    if (m_status == Status::Shown)
        m_spec = chartSpecOf(m_view, shownChannel(), m_source.key, m_history.current().metrics);
}

Channel DashboardState::shownChannel() const
{
    return currentChannel().value_or(Channel{.id = m_shownChannel, .title = {}, .username = {}, .subscribers = {}});
}

QString DashboardState::chartTitle() const
{
    return m_status == Status::Shown ? Wording::subtitle(m_view.level, m_history.current().metrics) : QString();
}

QString DashboardState::rangeText() const
{
    return m_status == Status::Shown ? Wording::range(m_view.window, QTimeZone::utc(), QLocale()) : QString();
}

BucketSummary DashboardState::bucketSummary(int bucket) const
{
    if (m_status != Status::Shown || m_outdated)
        return {};
    return BucketSummary::of(m_view, bucket, m_history.current().metrics, QLocale());
}
}
