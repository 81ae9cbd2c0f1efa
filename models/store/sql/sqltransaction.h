// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Postwave
{
class SqlConnection;

/** Rolls back unless committed. Write transactions take the lock at once instead of on the way. */
class SqlTransaction
{
public:
    enum class Kind { Read, Write };

    SqlTransaction(SqlConnection &connection, Kind kind);
    ~SqlTransaction();
    Q_DISABLE_COPY_MOVE(SqlTransaction)

    void commit();

private:
    SqlConnection &m_connection;
    bool m_open = true;
};
}
