// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/systemerror.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace Postwave
{
namespace
{
Error::Kind kindOf(int reason)
{
    switch (reason) {
    case EACCES:
    case EPERM:
        return Error::Kind::StoreDenied;
    case EROFS:
        return Error::Kind::StoreReadOnly;
    case ENOSPC:
    case EDQUOT:
        return Error::Kind::DiskFull;
    case EMFILE:
    case ENFILE:
        return Error::Kind::TooManyFiles;
    case ENOLCK:
    case EOPNOTSUPP:
        return Error::Kind::StoreLocksMissing;
    case EEXIST:
    case ENOTDIR:
        return Error::Kind::StoreFolderIsFile;
    case EISDIR:
        return Error::Kind::StoreFileIsFolder;
    default:
        return Error::Kind::StoreFailed;
    }
}

/** The file that lies where @p path needs a folder. */
QString fileOnTheWay(const QString &path)
{
    QFileInfo place(path);
    while (!place.exists() && !place.isRoot())
        place.setFile(place.absolutePath());
    return place.isDir() ? path : place.filePath();
}
}

Error systemError(const std::error_code &reason, const QString &path)
{
    const Error::Kind kind = kindOf(reason.value());
    return {kind, QString::fromStdString(reason.message()),
            kind == Error::Kind::StoreFolderIsFile ? fileOnTheWay(path) : path};
}

std::error_code obstacleAt(const QString &path)
{
    const auto lastError = [] {
        return std::error_code(errno, std::generic_category());
    };
    if (QFileInfo(path).isDir())
        return {EISDIR, std::generic_category()};
    if (::access(QFile::encodeName(path).constData(), R_OK) != 0)
        return lastError();
    // The folder stands in for the file: closing a file gives up every lock that this process has on it.
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return lastError();
    ::close(folder);
    return {};
}
}
