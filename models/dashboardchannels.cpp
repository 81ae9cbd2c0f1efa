// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dashboard says of all channels side by side.
#include "models/dashboardstate.h"

#include <QPointer>

namespace Postwave
{
namespace
{
/** With more channels than this their figures are fetched only when somebody wants it: each takes a request. */
constexpr int kFewChannels = 8;

ViewQuestion figuresQuestion()
{
    return Period::Days30;
}
}

bool DashboardState::isAllChannels() const
{
    return m_history.current().channel == ViewState::kAllChannels;
}

void DashboardState::openAllChannels()
{
    ViewState view = m_history.current();
    view.channel = ViewState::kAllChannels;
    view.path.resize(1);
    view.zoom.reset();
    navigate(view);
}

int DashboardState::channelsToFetch() const
{
    return isAllChannels() && m_figuresRead ? m_channels.unknownCount() : 0;
}

QList<qint64> DashboardState::channelIds() const
{
    QList<qint64> ids;
    for (const Channel &channel : m_channels.channels())
        ids.append(channel.id);
    return ids;
}

void DashboardState::showAllChannels(ViewLoader::Ask ask)
{
    const bool few = m_channels.count() <= kFewChannels;
    readFigures(channelIds());
    if (ask == ViewLoader::Ask::Always || (ask == ViewLoader::Ask::IfStale && few))
        askFigures(channelIds(), ask);
    scheduleRefresh();
}

void DashboardState::fetchAllChannels()
{
    if (isAllChannels())
        askFigures(channelIds(), ViewLoader::Ask::IfStale);
}

QCoro::Task<> DashboardState::readFigures(QList<qint64> channels)
{
    const QPointer<DashboardState> self(this);
    Repository *repository = m_repository;
    for (const qint64 channel : channels) {
        auto reading = repository->storedView(channel, figuresQuestion(),
                                              {.asOf = {}, .anchor = repository->serverNow(), .compare = {}});
        const Result<SeriesView> view = co_await reading;
        if (!self || self->m_repository != repository)
            co_return;
        if (view)
            self->m_channels.setFigures(channel, channelFiguresOf(*view));
    }
    self->m_figuresRead = true;
    Q_EMIT self->shownChanged();
}

/** Asks for one channel after the other, for as long as somebody looks at them. */
QCoro::Task<> DashboardState::askFigures(QList<qint64> channels, ViewLoader::Ask ask)
{
    const QPointer<DashboardState> self(this);
    Repository *repository = m_repository;
    const quint64 turn = ++m_figuresTurn;
    const auto isCurrent = [self, turn] {
        return self && self->m_figuresTurn == turn;
    };
    setAskingFigures(true);
    for (const qint64 channel : channels) {
        auto looking = repository->needsRefresh(channel, figuresQuestion(), {});
        const Result<bool> isStale = co_await looking;
        if (!isCurrent())
            co_return;
        if (ask == ViewLoader::Ask::IfStale && isStale && !*isStale)
            continue;
        auto asking = repository->refresh(channel, figuresQuestion(), RequestPriority::Bulk);
        const Result<qint64> asked = co_await asking;
        if (!isCurrent())
            co_return;
        if (!asked) {
            self->noteFailure(Notice::About::View, asked.error(), tr("You see what is stored."));
            break;
        }
        self->noteAnswered();
        self->readFigures({channel});
    }
    self->setAskingFigures(false);
    Q_EMIT self->shownChanged();
}

void DashboardState::setAskingFigures(bool asking)
{
    if (m_askingFigures == asking)
        return;
    m_askingFigures = asking;
    Q_EMIT loadingChanged();
}
}
