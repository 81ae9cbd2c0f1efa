// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Postwave
{
namespace
{
constexpr QFile::Permissions kPrivateFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kPrivateFolder = kPrivateFile | QFile::ExeOwner;
}

bool makePrivateFolder(const QString &path)
{
    const QDir folder(path);
    if (folder.exists())
        return true;
    if (!makePrivateFolder(QFileInfo(path).absolutePath()))
        return false;
    // Another process may be making the same one.
    return QDir().mkdir(path) ? QFile::setPermissions(path, kPrivateFolder) : folder.exists();
}

bool makePrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.setPermissions(kPrivateFile);
}
}
