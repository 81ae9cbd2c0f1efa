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

/** What another channel need not meet. */
bool isOfOneChannel(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
    case Error::Kind::BadRequest:
    case Error::Kind::ServerFailed:
    case Error::Kind::BadAnswer:
    case Error::Kind::UnknownChannel:
        return true;
    default:
        return false;
    }
}

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
    return isAllChannels() && m_figuresRead ? int(m_channels.lackingIds().size()) : 0;
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
    if (m_status != Status::AllChannels && m_channels.count() > 0)
        clearShown(Status::AllChannels);
    stopAskingFigures();
    m_channels.renewTimes();
    readFigures(channelIds());
    const bool few = m_channels.count() <= kFewChannels;
    if (ask == ViewLoader::Ask::Always || (ask != ViewLoader::Ask::Never && few))
        askFigures(channelIds(), ask == ViewLoader::Ask::Always);
    scheduleRefresh();
}

void DashboardState::fetchAllChannels()
{
    if (isAllChannels())
        askFigures(m_channels.lackingIds(), true);
}

QCoro::Task<> DashboardState::readFigures(QList<qint64> channels)
{
    const QPointer<DashboardState> self(this);
    Repository *repository = m_repository;
    if (!repository)
        co_return;
    for (const qint64 channel : channels) {
        auto reading = repository->storedView(channel, figuresQuestion(),
                                              {.asOf = {}, .anchor = repository->serverNow(), .compare = {}});
        const Result<SeriesView> view = co_await reading;
        if (!self || self->m_repository != repository)
            co_return;
        if (view)
            self->m_channels.setFigures(channel, channelFiguresOf(*view));
    }
    // One of them tells nothing of how many are lacking.
    self->m_figuresRead = self->m_figuresRead || channels.size() > 1;
    Q_EMIT self->shownChanged();
}

/** Asks for one channel after the other, for as long as somebody looks at them. @param all also those that are fresh */
QCoro::Task<> DashboardState::askFigures(QList<qint64> channels, bool all)
{
    const QPointer<DashboardState> self(this);
    Repository *repository = m_repository;
    if (!repository)
        co_return;
    const quint64 turn = ++m_figuresTurn;
    const auto isCurrent = [self, turn] {
        return self && self->m_figuresTurn == turn;
    };
    std::optional<Error> failure;
    int failed = 0;
    setAskingFigures(true);
    for (const qint64 channel : channels) {
        auto looking = repository->needsRefresh(channel, figuresQuestion(), {});
        const Result<bool> isStale = co_await looking;
        if (!isCurrent())
            co_return;
        if (!all && isStale && !*isStale)
            continue;
        auto asking = repository->refresh(channel, figuresQuestion(), RequestPriority::Bulk);
        const Result<qint64> asked = co_await asking;
        if (!isCurrent())
            co_return;
        if (!asked) {
            ++failed;
            if (!isOfOneChannel(asked.error())) {
                failure = asked.error();
                break;
            }
            failure = failure.value_or(asked.error());
            continue;
        }
        self->noteAnswered();
        self->readFigures({channel});
    }
    // What is of no channel alone all the others would have met too.
    if (failure)
        self->noteFailure(Notice::About::View, *failure,
                          isOfOneChannel(*failure)
                              ? tr("You see what is stored; %n channel(s) could not be asked.", nullptr, failed)
                              : tr("You see what is stored."));
    self->setAskingFigures(false);
    Q_EMIT self->shownChanged();
}

void DashboardState::stopAskingFigures()
{
    ++m_figuresTurn;
    setAskingFigures(false);
}

void DashboardState::setAskingFigures(bool asking)
{
    if (m_askingFigures == asking)
        return;
    m_askingFigures = asking;
    Q_EMIT loadingChanged();
}
}
