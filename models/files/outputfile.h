// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSaveFile>

namespace Postwave
{
/**
 * A file that appears whole or not at all. Opened before the work that fills it, so that
 * a folder that cannot be written to is told at once.
 */
class OutputFile
{
public:
    explicit OutputFile(const QString &path);

    Result<Done> open();
    Result<Done> write(const QByteArray &content);

private:
    Error failure() const;

    QSaveFile m_file;
};
}
