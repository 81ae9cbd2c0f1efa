// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/outputfile.h"

namespace Postwave
{
OutputFile::OutputFile(const QString &path)
    : m_file(path)
{
}

Error OutputFile::failure() const
{
    return {.kind = Error::Kind::FileFailed, .detail = m_file.errorString(), .argument = m_file.fileName()};
}

Result<Done> OutputFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return failure();
    return Done{};
}

Result<Done> OutputFile::write(const QByteArray &content)
{
    if (m_file.write(content) != content.size() || !m_file.commit())
        return failure();
    return Done{};
}
}
