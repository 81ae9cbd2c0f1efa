// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/repository.h"

namespace Postwave
{
/**
 * One view's way to its data: shows what the store has at once, asks the source when part of
 * it is missing or stale, and shows the result. The newest question wins: the answer to an
 * older one still goes into the store, but never to the view.
 */
class ViewLoader : public QObject
{
    Q_OBJECT

public:
    explicit ViewLoader(Repository *repository, QObject *parent = nullptr);

    /**
     * Asks a new question.
     * @param always ask the source even when the store is fresh (F5, the refresh timer)
     */
    void load(qint64 channel, Postwave::ViewQuestion question, bool always = false);

    /** Whether the source is being asked for the newest question. */
    bool isLoading() const
    {
        return m_loading;
    }

Q_SIGNALS:
    /** From the store, or after the source answered. */
    void shown(const Postwave::SeriesView &view);
    /** The newest question could not be answered by the source; what was shown stays true. */
    void failed(const Postwave::Error &error);
    void loadingChanged();

private:
    QCoro::Task<> run(qint64 channel, ViewQuestion question, bool always);
    void setLoading(bool loading);

    Repository *m_repository;
    quint64 m_generation = 0;
    bool m_loading = false;
};
}
