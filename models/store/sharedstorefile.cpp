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

#include <cerrno>
#include <mutex>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
Result<Done> resultOf(SchemaOutcome outcome, const QString &path)
{
    switch (outcome) {
    case SchemaOutcome::NewerThanApp:
        return Error{Error::Kind::StoreNewer, {}, path};
    case SchemaOutcome::OlderThanApp:
        return Error{Error::Kind::StoreNotUpgradable, {}, path};
    case SchemaOutcome::Failed:
        return Error{Error::Kind::StoreDamaged, u"tables or columns are missing"_s, path};
    case SchemaOutcome::Current:
    case SchemaOutcome::Upgraded:
        break;
    }
    return Done{};
}

/** Whether somebody keeps the file from being written, as opposed to a failure. */
bool isProtection(const std::error_code &reason)
{
    return reason == std::errc::permission_denied || reason == std::errc::operation_not_permitted
        || reason == std::errc::read_only_file_system;
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
    {
        const std::shared_lock lock(m_use);
        if (isReady() && identityOf(m_path) == m_identity)
            return Done{};
    }
    const std::unique_lock lock(m_use);
    if (isReady() && identityOf(m_path) != m_identity) {
        // What the threads have open lies nowhere any more: whatever they wrote there would be lost.
        ++m_generation;
        if (!m_vanished)
            m_vanished = m_identity;
    }
    Result<Done> outcome = prepareLocked();
    // It may have been out of reach for a moment, and be the same.
    if (outcome && m_vanished && std::exchange(m_vanished, std::nullopt) != m_identity)
        Q_EMIT vanished();
    return outcome;
}

bool SharedStoreFile::isReady() const
{
    return m_prepared == m_generation;
}

Result<Done> SharedStoreFile::prepareLocked()
{
    if (isReady())
        return Done{};
    Result<Done> outcome = prepareFile();
    if (!outcome && outcome.error().kind == Error::Kind::StoreDamaged) {
        outcome = moveAside();
        if (outcome)
            outcome = prepareFile();
    }
    if (outcome) {
        m_identity = identityOf(m_path);
        m_prepared = m_generation.load();
    }
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
    std::error_code reason = makePrivateFile(m_path);
    if (!reason && ::access(QFile::encodeName(folder).constData(), W_OK) != 0)
        reason = {errno, std::generic_category()};
    m_unwritable = kind == StoreFileKind::Ours && isProtection(reason);
    try {
        if (m_unwritable)
            return prepareForReading();
        if (reason)
            return systemError(reason, m_path);
        return prepareForWriting(kind == StoreFileKind::New);
    } catch (const SqlFailure &failure) {
        return failure.error();
    }
}

Result<Done> SharedStoreFile::prepareForWriting(bool isNew)
{
    SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
    if (isOfAnotherProgram(connection))
        return Error{Error::Kind::StoreForeign, {}, m_path};
    // The id comes first and alone, so that a file that was interrupted here is still known as ours.
    if (isNew)
        connection.execute(u"PRAGMA application_id = %1"_s.arg(kStoreApplicationId));
    connection.execute(u"PRAGMA journal_mode=WAL"_s);
    return resultOf(upgradeSchema(connection), m_path);
}

Result<Done> SharedStoreFile::prepareForReading()
{
    SqlConnection connection(m_path, SqlConnection::Access::Unwritable);
    if (isOfAnotherProgram(connection))
        return Error{Error::Kind::StoreForeign, {}, m_path};
    return resultOf(inspectSchema(connection), m_path);
}

Result<Done> SharedStoreFile::replaceDamaged(int generation)
{
    const std::unique_lock lock(m_use);
    // Where this program cannot write, another may be writing: what looks damaged is only halfway.
    if (generation == m_generation && m_unwritable)
        return Error{.kind = Error::Kind::StoreReadOnly, .argument = m_path};
    if (generation == m_generation) {
        Result<Done> moved = moveAside();
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
