// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/sqltransaction.h"

#include "store/sql/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
SqlTransaction::SqlTransaction(SqlConnection &connection, Kind kind)
    : m_connection(connection)
{
    m_connection.execute(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

SqlTransaction::~SqlTransaction()
{
    if (!m_open)
        return;
    try {
        m_connection.execute(u"ROLLBACK"_s);
    } catch (const SqlFailure &) {
        // SQLite rolled back by itself when the failure was severe; there is nothing left to undo.
        m_open = false;
    }
}

void SqlTransaction::commit()
{
    m_connection.execute(u"COMMIT"_s);
    m_open = false;
}
}
