// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Postwave
{
namespace
{
constexpr mode_t kPrivateFile = S_IRUSR | S_IWUSR;
constexpr mode_t kPrivateFolder = S_IRWXU;

std::error_code lastError()
{
    return {errno, std::generic_category()};
}
}

std::error_code makePrivateFolder(const QString &path)
{
    if (QDir(path).exists())
        return {};
    if (const std::error_code error = makePrivateFolder(QFileInfo(path).absolutePath()))
        return error;
    if (::mkdir(QFile::encodeName(path).constData(), kPrivateFolder) == 0)
        return {};
    const std::error_code error = lastError();
    // Another process may be making the same one.
    return QDir(path).exists() ? std::error_code() : error;
}

std::error_code makePrivateFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, kPrivateFile);
    if (file < 0)
        return lastError();
    // One that was there may be open to others.
    const std::error_code error = ::fchmod(file, kPrivateFile) == 0 ? std::error_code() : lastError();
    ::close(file);
    return error;
}
}
