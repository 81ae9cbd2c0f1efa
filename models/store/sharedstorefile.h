// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlconnection.h"

#include <QObject>

#include <atomic>
#include <mutex>
#include <shared_mutex>

namespace Postwave
{
/**
 * The store file as both of the store's threads see it: made ready once, and moved aside
 * when it turns out to be damaged. Every use of a connection holds a share of it, so that
 * nobody works on the file while it is being moved.
 */
class SharedStoreFile : public QObject
{
    Q_OBJECT

public:
    explicit SharedStoreFile(QString path);

    /** Held by a thread while it works with its connection. */
    std::shared_lock<std::shared_mutex> share()
    {
        return std::shared_lock(m_use);
    }

    /**
     * Inspects, creates, upgrades; moves a damaged file aside first. Done once a generation,
     * by whichever thread comes first. Call it without a share.
     */
    Result<Done> prepare();

    /** Grows whenever the file was replaced; a connection of an older generation is to be closed. */
    int generation() const
    {
        return m_generation.load();
    }

    /**
     * Moves the file aside because work of @p generation found it damaged; does nothing when
     * another thread did so already. The caller has closed its connection and holds no share.
     */
    Result<Done> replaceDamaged(int generation);

    /** While a check is due, the log stays beside the file, so that the next start makes up for it. */
    void setCheckDue(bool due)
    {
        m_checkDue = due;
    }
    bool isCheckDue() const
    {
        return m_checkDue;
    }

    const QString &path() const
    {
        return m_path;
    }

Q_SIGNALS:
    /** From any thread: the damaged store now lies at @p target, and a new one was started. */
    void movedAside(const QString &target);

private:
    Result<Done> prepareLocked();
    Result<Done> prepareFile();
    Result<Done> moveAside();

    QString m_path;
    std::shared_mutex m_use;
    std::atomic<int> m_generation = 0;
    std::atomic<bool> m_checkDue = false;
    std::atomic<int> m_prepared = -1; ///< generation that prepare() succeeded for
};
}
