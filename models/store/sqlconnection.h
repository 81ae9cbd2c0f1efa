// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <stdexcept>

namespace Postwave
{
/** An SQL step failed. Thrown inside of store work; the store's threads make it a Result. */
class SqlFailure : public std::runtime_error
{
public:
    explicit SqlFailure(Error error)
        : std::runtime_error(error.detail.toStdString())
        , m_error(std::move(error))
    {
    }
    const Error &error() const
    {
        return m_error;
    }

private:
    Error m_error;
};

/**
 * One open connection to a store file, used on the thread that opened it and nowhere else.
 * Statements are prepared once and kept. Closing it never writes: with other connections'
 * help that is the checkpoint's business, and a damaged file must not change.
 */
class SqlConnection
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /** Opens, or throws SqlFailure. */
    SqlConnection(const QString &path, Access access);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /** Runs one statement without results. */
    void execute(const QString &sql);
    /** The first column of the first row of @p sql; an invalid variant without rows. */
    QVariant value(const QString &sql);
    /** A prepared, forward-only statement, reset and ready for binds. */
    QSqlQuery &prepared(const QString &sql);
    /** A prepared, forward-only statement that is not kept: its text will not come again. */
    QSqlQuery preparedOnce(const QString &sql);
    /** Executes a prepared statement, or throws. */
    void run(QSqlQuery &query);

    /** Steps to the next row. Other than QSqlQuery's, an error on the way is not the end of the rows: it throws. */
    bool next(QSqlQuery &query);
    /** Ends a running statement from another thread; it fails as if the store could not be read. */
    void interrupt();

    const QString &path() const
    {
        return m_path;
    }

private:
    [[noreturn]] void fail(const QSqlError &error) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

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
