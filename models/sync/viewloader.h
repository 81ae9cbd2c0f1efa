// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/latesttask.h"
#include "sync/repository.h"

namespace Postwave
{
/**
 * One view's way to its data: shows what the store has at once, asks the source when part of
 * it is missing or stale, and shows the result. The newest question wins: the answer to an
 * older one still goes into the store, but never to the view, and what was not asked for it
 * yet is not asked any more.
 */
class ViewLoader : public QObject
{
    Q_OBJECT

public:
    /** When the source is asked, after the store. */
    enum class Ask {
        IfStale, ///< when part of the view is unknown, over but partial, or old
        FetchMissing, ///< in any case, but of a view that takes many requests only what is unknown, over but partial,
                      ///< or old
        Always, ///< F5: all of it
        Never, ///< offline by choice
    };

    explicit ViewLoader(Repository *repository, QObject *parent = nullptr);
    /** Asks a new question. */
    void load(ChannelId channel, Postwave::ViewQuery question, Ask ask = Ask::IfStale,
              std::optional<Comparison> comparison = {});

    /** Wants no answer any more. */
    void giveUp();

    /** Whether the source is being asked for the newest question. */
    bool isLoading() const
    {
        return m_loading;
    }

Q_SIGNALS:
    /** From the store: at once, and after the source answered, or answered in part before it failed. */
    void shown(const Postwave::SeriesView &view);
    /** The store knows nothing of it. Unless it may not, the source is asked now. */
    void missing();
    /** The source answered. */
    void answered();
    /** The newest question could not be answered by the source; what was shown stays true. */
    void failed(const Postwave::Error &error);
    void loadingChanged();
    /** The newest question is done with: whatever is missing now, nobody is about to ask for it. */
    void settled();

private:
    QCoro::Task<> run(ChannelId channel, ViewQuery question, Ask ask, std::optional<Comparison> comparison,
                      LatestTask::Ticket ticket);
    void setLoading(bool loading);

    Repository *m_repository;
    LatestTask m_newest;
    bool m_loading = false;
};
}
