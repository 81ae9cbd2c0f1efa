// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace Postwave
{
/** What lies where the store should be, read from the file's first bytes without opening it. */
enum class StoreFileKind {
    New, ///< nothing, or an empty file
    Ours, ///< of this version, of one before it, or of a newer one that this one can work with
    Foreign, ///< an SQLite file of some other program
    Newer, ///< ours, but of a newer Postwave that says that this one would misread it
    Damaged, ///< no SQLite file, or shorter than it says it is
};

/** "Post", as PRAGMA application_id */
inline constexpr qint32 kStoreApplicationId = 0x506f7374;

/** @param newestVersion the newest schema version that this program knows */
StoreFileKind inspectStoreFile(const QString &path, int newestVersion);

/**
 * Moves a store with its -wal and -shm to a free name beside it, bytes unchanged.
 * @return the new path
 */
Result<QString> moveStoreAside(const QString &path);

/** Which file it is, whatever its name. */
struct FileIdentity {
    quint64 device = 0;
    quint64 number = 0;

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/** Of what lies at @p path now; nothing where there is no file. */
std::optional<FileIdentity> identityOf(const QString &path);

/** Whether a non-empty -wal says that the last writer did not close, or is still there. */
bool wasLeftOpen(const QString &path);
}
