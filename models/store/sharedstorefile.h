// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/connectionprovider.h"
#include "store/storefile.h"

#include <QObject>

#include <atomic>
#include <shared_mutex>

namespace Postwave
{
/**
 * The store file as all of the store's threads see it: made ready once, and moved aside
 * when it turns out to be damaged. Every use of a connection holds a share of it, so that
 * nobody works on the file while it is being moved.
 */
class SharedStoreFile : public QObject, public ConnectionProvider
{
    Q_OBJECT

public:
    explicit SharedStoreFile(QString path);

    const QString &path() const override
    {
        return m_path;
    }

    /**
     * Inspects, creates, upgrades; moves a damaged file aside first. A file that cannot be written is made ready for
     * reading as it is. Done once a generation, by whoever comes first; a file that is no longer where it was begins
     * another one.
     */
    Result<Done> prepare() override;

    SqlConnection::Access accessFor(SqlConnection::Access wanted) const override
    {
        return m_unwritable ? SqlConnection::Access::Unwritable : wanted;
    }

    std::shared_lock<std::shared_mutex> share() override
    {
        return std::shared_lock(m_use);
    }
    int generation() const override
    {
        return m_generation.load();
    }
    /** Moves the file aside, and starts a new one. */
    Result<Done> replaceDamaged(int generation) override;

    /** While a check is due, the log stays beside the file, so that the next start makes up for it. */
    void setCheckDue(bool due)
    {
        m_checkDue = due;
    }
    bool keepsLog() const override
    {
        return m_checkDue;
    }

Q_SIGNALS:
    /** From any thread: the damaged store now lies at @p target, and a new one was started. */
    void movedAside(const QString &target);
    /** From any thread: the store was deleted or moved while it was open, and another one was started. */
    void vanished();

private:
    bool isReady() const;
    Result<Done> prepareLocked();
    Result<Done> prepareFile();
    Result<Done> prepareForWriting(bool isNew);
    Result<Done> prepareForReading();
    Result<Done> moveAside();

    QString m_path;
    std::shared_mutex m_use;
    std::atomic<int> m_generation = 0;
    std::atomic<bool> m_checkDue = false;
    std::atomic<bool> m_unwritable = false;
    std::atomic<int> m_prepared = -1; ///< generation that prepare() succeeded for
    std::optional<FileIdentity> m_identity; ///< of the file that it prepared
    std::optional<FileIdentity> m_vanished; ///< of the one that is gone, while nothing is started in its place
};
}
