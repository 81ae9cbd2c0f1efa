// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFileDevice>

#include <memory>

namespace Postwave
{
/**
 * A file that somebody wants to have written, and the one place that decides whether and how it is. A file appears
 * whole or not at all, behind all links that lead to it; pipes and devices are written to as they are; the folder
 * that Postwave keeps its own data in is refused. Opened before the work that fills it, so that a folder that cannot
 * be written to is told at once. Opening a pipe waits for its reader.
 */
class OutputFile
{
public:
    /** @param ownFolder where Postwave keeps its data */
    OutputFile(const QString &path, const QString &ownFolder);

    Result<Done> open();
    Result<Done> write(const QByteArray &content);

private:
    Error failure() const;

    QString m_path;
    QString m_ownFolder;
    std::unique_ptr<QFileDevice> m_file;
};
}
