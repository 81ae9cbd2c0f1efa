// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/outputfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr int kMostLinks = 40; ///< as many as Linux follows

/** Where the links at @p path end, whether or not there is anything; nothing where they lead in a circle. */
std::optional<QString> behindLinks(const QString &path)
{
    QFileInfo file(path);
    for (int i = 0; i < kMostLinks; ++i) {
        if (!file.isSymLink())
            return file.absoluteFilePath();
        file.setFile(file.symLinkTarget());
    }
    return std::nullopt;
}

/** What has no content of its own, or is open in a process: a file in its place would be another thing. */
bool isStream(const QString &path)
{
    const QFileInfo file(path);
    const QString name = file.absoluteFilePath();
    return name == u"/dev/stdout"_s || name == u"/dev/stderr"_s || name.startsWith(u"/dev/fd/"_s)
        || name.startsWith(u"/proc/"_s) || (file.exists() && !file.isFile() && !file.isDir());
}

bool isBelow(const QString &file, const QString &folder)
{
    const QString real = QFileInfo(folder).canonicalFilePath();
    const QString parent = QFileInfo(QFileInfo(file).absolutePath()).canonicalFilePath();
    return !real.isEmpty() && (parent == real || parent.startsWith(real + u'/'));
}
}

OutputFile::OutputFile(const QString &path, const QString &ownFolder)
    : m_path(path)
    , m_ownFolder(ownFolder)
{
}

Error OutputFile::failure() const
{
    // Qt's word for a disk without room.
    const bool isFull = m_file && m_file->error() == QFileDevice::ResourceError;
    return {.kind = isFull ? Error::Kind::DiskFull : Error::Kind::FileFailed,
            .detail = m_file ? m_file->errorString() : QString(),
            .argument = m_path};
}

Result<Done> OutputFile::open()
{
    if (isStream(m_path)) {
        m_file = std::make_unique<QFile>(m_path);
        return m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered) ? Result<Done>(Done{}) : failure();
    }
    const std::optional<QString> target = behindLinks(m_path);
    if (!target)
        return failure();
    if (isBelow(*target, m_ownFolder))
        return Error{.kind = Error::Kind::OwnFolder, .argument = m_path};
    m_file = std::make_unique<QSaveFile>(*target);
    return m_file->open(QIODevice::WriteOnly) ? Result<Done>(Done{}) : failure();
}

Result<Done> OutputFile::write(const QByteArray &content)
{
    if (m_file->write(content) != content.size())
        return failure();
    auto *whole = qobject_cast<QSaveFile *>(m_file.get());
    if (whole && !whole->commit())
        return failure();
    return Done{};
}
}
