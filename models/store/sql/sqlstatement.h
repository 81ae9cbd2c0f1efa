// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/sqlconnection.h"

#include <optional>

namespace Postwave
{
/**
 * The rows of a statement that was run, one at a time. While it lives the statement is open;
 * when it goes, read to its end or not, the statement is reset and keeps no snapshot back.
 */
class [[nodiscard]] SqlRows
{
public:
    ~SqlRows();
    Q_DISABLE_COPY_MOVE(SqlRows)

    /** Steps to the next row; to the first one at first. An error on the way is not the end of the rows: it throws. */
    bool next();

    qint64 integer(int column) const; ///< 0 where it is NULL
    bool flag(int column) const;
    QString text(int column) const;
    std::optional<qint64> maybe(int column) const; ///< nothing where it is NULL
    std::optional<QString> maybeText(int column) const;

private:
    friend class SqlConnection;
    friend class SqlStatement;
    SqlRows(const SqlConnection &connection, QSqlQuery &query);

    const SqlConnection &m_connection;
    QSqlQuery &m_query;
};

/**
 * A prepared, forward-only statement while it is in use. It comes from SqlConnection::statement(),
 * which keeps it prepared for the next time.
 */
class [[nodiscard]] SqlStatement
{
public:
    ~SqlStatement();
    Q_DISABLE_COPY_MOVE(SqlStatement)

    /** @param place with its colon; what is bound stays so when the statement is run again */
    SqlStatement &bind(const QString &place, qint64 value);
    SqlStatement &bind(const QString &place, const QString &value);
    SqlStatement &bind(const QString &place, std::optional<qint64> value); ///< NULL for nothing
    SqlStatement &bind(const QString &place, const std::optional<QString> &value);

    /** Runs a statement that has no rows, or whose rows do not matter; throws SqlFailure. */
    void run();
    /** Runs it for its rows; throws SqlFailure. One at a time: the rows of the run before are gone. */
    SqlRows rows();

private:
    friend class SqlConnection;
    SqlStatement(SqlConnection &connection, SqlConnection::Statements::node_type node);

    SqlConnection &m_connection;
    SqlConnection::Statements::node_type m_node;
};
}
