// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/sql/sqlconnection.h"

#include <QString>

#include <shared_mutex>

namespace Postwave
{
/**
 * The database file that a thread works on, as far as the thread has to know it. Called from
 * every thread that has a connection to the file.
 */
class ConnectionProvider
{
public:
    virtual ~ConnectionProvider() = default;

    virtual const QString &path() const = 0;

    /** Makes the file ready; asked before every piece of work, without a share. */
    virtual Result<Done> prepare() = 0;

    /** How a thread that would have liked @p wanted is to open the file; asked once it is ready. */
    virtual SqlConnection::Access accessFor(SqlConnection::Access wanted) const = 0;

    /** Held by a thread while it works with its connection, so that nobody moves the file meanwhile. */
    virtual std::shared_lock<std::shared_mutex> share() = 0;

    /** Grows whenever the file was replaced; a connection of an older generation is to be closed. */
    virtual int generation() const = 0;

    /**
     * Work of @p generation found the file damaged: puts a new one in its place, unless another
     * thread did so already. The caller has closed its connection and holds no share.
     */
    virtual Result<Done> replaceDamaged(int generation) = 0;

    /** Whether the log has to stay beside the file when the last writer closes it. */
    virtual bool keepsLog() const = 0;
};
}
