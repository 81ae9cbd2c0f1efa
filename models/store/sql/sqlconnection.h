// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <atomic>
#include <stdexcept>
#include <unordered_map>

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

class SqlStatement;

/**
 * One open connection to a database file, used on the thread that opened it and nowhere else.
 * Statements are prepared once and kept. Closing it never writes: with other connections'
 * help that is the checkpoint's business, and a damaged file must not change.
 */
class SqlConnection
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly, ///< of a file that others write
        Unwritable, ///< neither the file can be written, nor anything be made beside it
    };

    /** Opens, or throws SqlFailure. */
    SqlConnection(const QString &path, Access access);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /** Runs one statement without results that is not worth keeping. */
    void execute(const QString &sql);
    /** The first column of the first row of @p sql; an invalid variant without rows. */
    QVariant value(const QString &sql);
    /**
     * A statement ready for binds, prepared now or kept from the last time. The same text may be
     * in use more than once: each use has a statement of its own.
     */
    SqlStatement statement(const QString &sql);

    /** From another thread: ends what is running, and all that is asked afterwards, with ShuttingDown. */
    void interrupt();

    const QString &path() const
    {
        return m_path;
    }

private:
    friend class SqlStatement;
    friend class SqlRows;
    using Statements = std::unordered_map<QString, QSqlQuery>; ///< those that are not in use, by their text

    void takeBack(Statements::node_type statement);
    void throwIfInterrupted() const;
    [[noreturn]] void fail(const QSqlError &error) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    Statements m_statements;
    std::atomic<bool> m_interrupted = false;
};
}
