// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/sqlconnection.h"

#include "store/sql/sqlstatement.h"
#include "store/sql/systemerror.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QTemporaryFile>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Primary SQLite result codes that mean something to the user. */
Error::Kind kindOf(int code)
{
    switch (code) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::Kind::StoreDamaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // readers of the log give up with it
        return Error::Kind::StoreBusy;
    case SQLITE_FULL:
        return Error::Kind::DiskFull;
    case SQLITE_READONLY:
        return Error::Kind::StoreReadOnly;
    case SQLITE_PERM:
        return Error::Kind::StoreDenied;
    case SQLITE_INTERRUPT: // nobody interrupts but at the end
        return Error::Kind::ShuttingDown;
    default:
        return Error::Kind::StoreFailed;
    }
}

/** To SQLite, a lock that the file system does not know is busy; but nobody else can hold one on a new file. */
bool knowsLocks(const QString &path)
{
    QTemporaryFile probe(QFileInfo(path).absolutePath() + u"/.locks-XXXXXX"_s);
    if (!probe.open())
        return true;
    sqlite3 *database = nullptr;
    int code = sqlite3_open(probe.fileName().toUtf8().constData(), &database);
    if (code == SQLITE_OK)
        code = sqlite3_exec(database, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    return code != SQLITE_BUSY;
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}
}

namespace
{
/** How to read a file beside which SQLite cannot make the log and its index, which it wants even for reading. */
struct UnwritableFile {
    QString uri;
    bool hasOwnIndex = false; ///< the index is made in memory, for this connection alone
};

UnwritableFile unwritableFile(const QString &path)
{
    const QString uri = u"file:"_s
        + QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), QByteArrayLiteral("/")));
    const QFileInfo log(path + u"-wal"_s);
    if (log.exists() && QFileInfo::exists(path + u"-shm"_s))
        return {.uri = uri + u"?mode=ro"_s}; // somebody who can write may be at it
    if (log.size() > 0)
        return {.uri = uri + u"?mode=ro&vfs=unix-none"_s, .hasOwnIndex = true};
    return {.uri = uri + u"?immutable=1"_s};
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
    const UnwritableFile unwritable = access == Access::Unwritable ? unwritableFile(path) : UnwritableFile();
    m_database.setDatabaseName(access == Access::Unwritable ? unwritable.uri : path);
    m_database.setConnectOptions(access == Access::Unwritable
                                     ? u"QSQLITE_BUSY_TIMEOUT=10000;QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s
                                     : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    try {
        if (!m_database.open())
            fail(m_database.lastError());
        if (sqlite3 *handle = handleOf(m_database))
            sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        if (unwritable.hasOwnIndex)
            execute(u"PRAGMA locking_mode=EXCLUSIVE"_s);
        execute(u"PRAGMA foreign_keys=ON"_s);
        execute(access == Access::ReadWrite ? u"PRAGMA synchronous=NORMAL"_s : u"PRAGMA query_only=ON"_s);
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
    const int code = error.nativeErrorCode().toInt() & 0xff;
    Error failure{kindOf(code), error.text(), m_path};
    if (code == SQLITE_CANTOPEN || code == SQLITE_IOERR) {
        // Where opening failed, Qt has thrown the handle away, and the reason with it.
        sqlite3 *handle = handleOf(m_database);
        const std::error_code reason(handle ? sqlite3_system_errno(handle) : 0, std::generic_category());
        failure.kind = systemError(reason ? reason : obstacleAt(m_path), m_path).kind;
    } else if (failure.kind == Error::Kind::StoreBusy && !knowsLocks(m_path)) {
        failure.kind = Error::Kind::StoreLocksMissing;
    }
    throw SqlFailure(failure);
}

void SqlConnection::throwIfInterrupted() const
{
    // SQLite itself forgets an interruption that comes between two statements.
    if (m_interrupted.load(std::memory_order_relaxed))
        throw SqlFailure({.kind = Error::Kind::ShuttingDown});
}

void SqlConnection::execute(const QString &sql)
{
    throwIfInterrupted();
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError());
}

QVariant SqlConnection::value(const QString &sql)
{
    SqlStatement query = statement(sql);
    SqlRows rows = query.rows();
    return rows.next() ? rows.m_query.value(0) : QVariant();
}

SqlStatement SqlConnection::statement(const QString &sql)
{
    if (Statements::node_type kept = m_statements.extract(sql))
        return SqlStatement(*this, std::move(kept));
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(query.lastError());
    const auto prepared = m_statements.emplace(sql, std::move(query)).first;
    return SqlStatement(*this, m_statements.extract(prepared));
}

void SqlConnection::takeBack(Statements::node_type statement)
{
    m_statements.insert(std::move(statement));
}

void SqlConnection::interrupt()
{
    m_interrupted = true;
    if (sqlite3 *handle = handleOf(m_database))
        sqlite3_interrupt(handle);
}
}
