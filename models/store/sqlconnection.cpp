// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlconnection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <atomic>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Primary SQLite result codes that mean something to the user. */
Error::Kind kindOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::Kind::StoreDamaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::Kind::StoreBusy;
    case SQLITE_FULL:
        return Error::Kind::StoreFull;
    default:
        return Error::Kind::StoreFailed;
    }
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}
}

SqlConnection::SqlConnection(const QString &path, Access access)
    : m_path(path)
{
    static std::atomic<int> counter = 0;
    m_name = u"postwave-%1"_s.arg(++counter);
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        throw SqlFailure({Error::Kind::StoreDriverMissing, u"QSQLITE"_s, path});
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    try {
        if (!m_database.open())
            fail(m_database.lastError());
        if (sqlite3 *handle = handleOf(m_database))
            sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        execute(u"PRAGMA foreign_keys=ON"_s);
        execute(access == Access::ReadOnly ? u"PRAGMA query_only=ON"_s : u"PRAGMA synchronous=NORMAL"_s);
    } catch (...) {
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

void SqlConnection::fail(const QSqlError &error) const
{
    throw SqlFailure({kindOf(error), error.text(), m_path});
}

void SqlConnection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError());
}

QVariant SqlConnection::value(const QString &sql)
{
    QSqlQuery &query = prepared(sql);
    run(query);
    const QVariant result = next(query) ? query.value(0) : QVariant();
    query.finish();
    return result;
}

QSqlQuery SqlConnection::preparedOnce(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(query.lastError());
    return query;
}

QSqlQuery &SqlConnection::prepared(const QString &sql)
{
    auto known = m_statements.find(sql);
    if (known == m_statements.end())
        known = m_statements.insert(sql, std::make_shared<QSqlQuery>(preparedOnce(sql)));
    return **known;
}

void SqlConnection::run(QSqlQuery &query)
{
    if (!query.exec())
        fail(query.lastError());
}

bool SqlConnection::next(QSqlQuery &query)
{
    if (query.next())
        return true;
    if (query.lastError().isValid())
        fail(query.lastError());
    return false;
}

void SqlConnection::interrupt()
{
    if (sqlite3 *handle = handleOf(m_database))
        sqlite3_interrupt(handle);
}

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
