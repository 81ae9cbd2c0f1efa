// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/viewloader.h"

#include <QCoroFuture>

#include <QPointer>

namespace Postwave
{
ViewLoader::ViewLoader(Repository *repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
{
}

void ViewLoader::load(ChannelId channel, ViewQuery question, Ask ask, std::optional<Comparison> comparison)
{
    run(channel, std::move(question), ask, comparison, m_newest.start());
}

void ViewLoader::giveUp()
{
    m_newest.cancel();
    setLoading(false);
}

void ViewLoader::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

QCoro::Task<> ViewLoader::run(ChannelId channel, ViewQuery question, Ask ask, std::optional<Comparison> comparison,
                              LatestTask::Ticket ticket)
{
    const QPointer<Repository> repository(m_repository);

    auto reading =
        repository->storedView(channel, question, {.asOf = {}, .anchor = {}, .fitStep = true, .compare = comparison});
    const Result<SeriesView> stored = co_await reading;
    if (!ticket.isCurrent() || !repository)
        co_return;
    if (stored)
        Q_EMIT shown(*stored);
    else if (stored.error().kind == Error::Kind::NothingStored)
        Q_EMIT missing();
    else
        Q_EMIT failed(stored.error());
    if (!ticket.isCurrent() || !repository)
        co_return;

    // What cannot be shown is asked for, however fresh its parts are.
    const bool missing = !stored && stored.error().kind == Error::Kind::NothingStored;
    bool wanted = ask == Ask::FetchMissing || ask == Ask::Always || (ask == Ask::IfStale && missing);
    if (ask == Ask::IfStale && stored) {
        auto checking = repository->needsRefresh(channel, question, comparison);
        const Result<bool> needed = co_await checking;
        if (!ticket.isCurrent() || !repository)
            co_return;
        wanted = needed && *needed;
    }
    if (!wanted) {
        setLoading(false);
        Q_EMIT settled();
        co_return;
    }

    setLoading(true);
    auto asking = repository->refresh(channel, question, RequestPriority::Interactive, comparison,
                                      ask == Ask::Always ? Repository::Extent::Whole : Repository::Extent::Stale,
                                      ticket.stopToken());
    const Result<qint64> answeredAt = co_await asking;
    if (!ticket.isCurrent() || !repository)
        co_return;
    // Where the last of many requests failed, the others were answered.
    const std::optional<qint64> anchor = answeredAt ? std::optional(*answeredAt) : std::nullopt;
    auto rereading = repository->storedView(channel, question,
                                            {.asOf = {}, .anchor = anchor, .fitStep = true, .compare = comparison});
    const Result<SeriesView> view = co_await rereading;
    if (ticket.isCurrent() && view)
        Q_EMIT shown(*view);
    if (ticket.isCurrent() && answeredAt && view)
        Q_EMIT answered();
    else if (ticket.isCurrent())
        Q_EMIT failed(answeredAt ? view.error() : answeredAt.error());
    if (ticket.isCurrent()) {
        setLoading(false);
        Q_EMIT settled();
    }
}
}
