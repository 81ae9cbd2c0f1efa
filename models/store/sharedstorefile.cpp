// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sharedstorefile.h"

#include "core/privatefile.h"
#include "store/schema.h"
#include "store/sql/sqlconnection.h"
#include "store/sql/systemerror.h"
#include "store/storefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

#include <mutex>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
Error errorOf(SchemaOutcome outcome, const QString &path)
{
    if (outcome == SchemaOutcome::NewerThanApp)
        return {Error::Kind::StoreNewer, {}, path};
    return {Error::Kind::StoreDamaged, u"tables or columns are missing"_s, path};
}

bool isOfAnotherProgram(SqlConnection &connection)
{
    return connection.value(u"PRAGMA application_id"_s).toInt() != kStoreApplicationId
        && connection.value(u"SELECT count(*) FROM sqlite_master"_s).toInt() > 0;
}
}

SharedStoreFile::SharedStoreFile(QString path)
    : m_path(std::move(path))
{
}

Result<Done> SharedStoreFile::prepare()
{
    // Asked before every piece of work: only the first time is worth keeping the other threads out.
    if (m_prepared == m_generation)
        return Done{};
    const std::unique_lock lock(m_use);
    return prepareLocked();
}

Result<Done> SharedStoreFile::prepareLocked()
{
    if (m_prepared == m_generation)
        return Done{};
    Result<Done> outcome = prepareFile();
    if (!outcome && outcome.error().kind == Error::Kind::StoreDamaged) {
        outcome = moveAside();
        if (outcome)
            outcome = prepareFile();
    }
    if (outcome)
        m_prepared = m_generation.load();
    return outcome;
}

Result<Done> SharedStoreFile::prepareFile()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (const std::error_code reason = makePrivateFolder(folder))
        return systemError(reason, folder);
    const StoreFileKind kind = inspectStoreFile(m_path, newestSchemaVersion());
    switch (kind) {
    case StoreFileKind::Foreign:
        return Error{Error::Kind::StoreForeign, {}, m_path};
    case StoreFileKind::Newer:
        return Error{Error::Kind::StoreNewer, {}, m_path};
    case StoreFileKind::Damaged:
        return Error{Error::Kind::StoreDamaged, u"no whole SQLite file"_s, m_path};
    case StoreFileKind::New:
    case StoreFileKind::Ours:
        break;
    }
    // SQLite itself would make one that others can read.
    if (const std::error_code reason = makePrivateFile(m_path))
        return systemError(reason, m_path);
    try {
        SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
        if (isOfAnotherProgram(connection))
            return Error{Error::Kind::StoreForeign, {}, m_path};
        // The id comes first and alone, so that a file that was interrupted here is still known as ours.
        if (kind == StoreFileKind::New)
            connection.execute(u"PRAGMA application_id = %1"_s.arg(kStoreApplicationId));
        connection.execute(u"PRAGMA journal_mode=WAL"_s);
        const SchemaOutcome outcome = upgradeSchema(connection);
        if (outcome == SchemaOutcome::NewerThanApp || outcome == SchemaOutcome::Failed)
            return errorOf(outcome, m_path);
    } catch (const SqlFailure &failure) {
        return failure.error();
    }
    return Done{};
}

Result<Done> SharedStoreFile::replaceDamaged(int generation)
{
    const std::unique_lock lock(m_use);
    if (generation == m_generation) {
        const Result<Done> moved = moveAside();
        if (!moved)
            return moved;
    }
    return prepareLocked();
}

Result<Done> SharedStoreFile::moveAside()
{
    const Result<QString> target = moveStoreAside(m_path);
    if (!target)
        return target.error();
    ++m_generation;
    Q_EMIT movedAside(*target);
    return Done{};
}
}
