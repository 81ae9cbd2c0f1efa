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

ViewLoader::~ViewLoader()
{
    m_stop.request_stop();
}

void ViewLoader::load(qint64 channel, ViewQuestion question, Ask ask, std::optional<Comparison> comparison)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    run(channel, std::move(question), ask, std::move(comparison), m_stop.get_token());
}

void ViewLoader::giveUp()
{
    m_stop.request_stop();
    ++m_generation;
    setLoading(false);
}

void ViewLoader::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

QCoro::Task<> ViewLoader::run(qint64 channel, ViewQuestion question, Ask ask, std::optional<Comparison> comparison,
                              std::stop_token stop)
{
    const QPointer<ViewLoader> self(this);
    const QPointer<Repository> repository(m_repository);
    const quint64 generation = ++m_generation;
    const auto isNewest = [self, generation] {
        return self && self->m_generation == generation;
    };

    auto reading = repository->storedView(channel, question, {.asOf = {}, .anchor = {}, .compare = comparison});
    const Result<SeriesView> stored = co_await reading;
    if (!isNewest() || !repository)
        co_return;
    if (stored)
        Q_EMIT self->shown(*stored);
    else if (stored.error().kind == Error::Kind::NothingStored)
        Q_EMIT self->missing();
    else
        Q_EMIT self->failed(stored.error());
    if (!isNewest() || !repository)
        co_return;

    // What cannot be shown is asked for, however fresh its parts are.
    const bool missing = !stored && stored.error().kind == Error::Kind::NothingStored;
    bool wanted = ask == Ask::Rest || ask == Ask::Always || (ask == Ask::IfStale && missing);
    if (ask == Ask::IfStale && stored) {
        auto checking = repository->needsRefresh(channel, question, comparison);
        const Result<bool> needed = co_await checking;
        if (!isNewest() || !repository)
            co_return;
        wanted = needed && *needed;
    }
    if (!wanted) {
        self->setLoading(false);
        Q_EMIT self->settled();
        co_return;
    }

    self->setLoading(true);
    auto asking = repository->refresh(channel, question, RequestPriority::Interactive, comparison,
                                      ask == Ask::Always ? Repository::Extent::Whole : Repository::Extent::Stale, stop);
    const Result<qint64> answeredAt = co_await asking;
    if (!isNewest() || !repository)
        co_return;
    // Where the last of many requests failed, the others were answered.
    const std::optional<qint64> anchor = answeredAt ? std::optional(*answeredAt) : std::nullopt;
    auto rereading = repository->storedView(channel, question, {.asOf = {}, .anchor = anchor, .compare = comparison});
    const Result<SeriesView> view = co_await rereading;
    if (isNewest() && view)
        Q_EMIT self->shown(*view);
    if (isNewest() && answeredAt && view)
        Q_EMIT self->answered();
    else if (isNewest())
        Q_EMIT self->failed(answeredAt ? view.error() : answeredAt.error());
    if (isNewest()) {
        self->setLoading(false);
        Q_EMIT self->settled();
    }
}
}
