// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefile.h"

#include "store/sql/systemerror.h"
#include "store/storeversion.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <cstdio>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
// Offsets in the header of an SQLite file (sqlite.org/fileformat2.html, §1.3).
constexpr qsizetype kHeaderSize = 100;
constexpr qsizetype kPageSizeAt = 16;
constexpr qsizetype kChangeCounterAt = 24;
constexpr qsizetype kPageCountAt = 28;
constexpr qsizetype kUserVersionAt = 60;
constexpr qsizetype kApplicationIdAt = 68;
constexpr qsizetype kVersionValidForAt = 92;

quint32 wordAt(const QByteArray &header, qsizetype at)
{
    return qFromBigEndian<quint32>(header.constData() + at);
}

bool isCutShort(const QByteArray &header, qint64 size)
{
    const quint32 raw = qFromBigEndian<quint16>(header.constData() + kPageSizeAt);
    const qint64 pageSize = raw == 1 ? 65536 : raw;
    // The count may be stale after writes of very old SQLite versions; then it says nothing.
    const bool countIsValid = wordAt(header, kChangeCounterAt) == wordAt(header, kVersionValidForAt);
    return countIsValid && size < pageSize * wordAt(header, kPageCountAt);
}
}

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino};
}

bool wasLeftOpen(const QString &path)
{
    return QFileInfo(path + u"-wal"_s).size() > 0;
}

StoreFileKind inspectStoreFile(const QString &path, int newestVersion)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0) {
        // SQLite would throw away the log of a file that is gone or empty; it may hold the last observations.
        return wasLeftOpen(path) ? StoreFileKind::Damaged : StoreFileKind::New;
    }
    if (!file.open(QIODevice::ReadOnly))
        return StoreFileKind::Ours; // opening it properly will say why it cannot be read
    const QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return StoreFileKind::Damaged;

    const qint32 application = qint32(wordAt(header, kApplicationIdAt));
    if (application != kStoreApplicationId) {
        // A store whose first transaction still lies in the -wal has no id in its header yet.
        return application == 0 && wasLeftOpen(path) ? StoreFileKind::Ours : StoreFileKind::Foreign;
    }
    if (!StoreVersion::fromUserVersion(qint32(wordAt(header, kUserVersionAt))).isReadableBy(newestVersion))
        return StoreFileKind::Newer;
    // After a kill in the middle of a checkpoint a healthy main file is shorter than it says.
    if (!wasLeftOpen(path) && isCutShort(header, file.size()))
        return StoreFileKind::Damaged;
    return StoreFileKind::Ours;
}

Result<QString> moveStoreAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
    QString target;
    for (int i = 1; target.isEmpty() || QFile::exists(target) || QFile::exists(target + u"-wal"_s); ++i)
        target = u"%1.damaged-%2-%3"_s.arg(path, stamp).arg(i);
    // The log first: were we interrupted in between, it would be lost beside a new file.
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u""_s}) {
        const QByteArray from = QFile::encodeName(path + suffix);
        if (::rename(from.constData(), QFile::encodeName(target + suffix).constData()) != 0 && errno != ENOENT)
            return systemError({errno, std::generic_category()}, path + suffix);
    }
    return target;
}
}
