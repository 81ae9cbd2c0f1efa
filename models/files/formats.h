// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Postwave
{
/** The kinds of files that Postwave writes. */
enum class FileFormat : quint8 { Csv, Json, Png };

/**
 * All there is to know of a format beside how it is written. Command line, dialog, settings and help read this one
 * list; the manual page and the completion are tested against it.
 */
struct FileFormatInfo {
    /** What a file of the format holds. */
    enum class Content {
        Table, ///< rows for people and spreadsheets
        Data, ///< rows for programs, with what they mean
        Picture,
    };

    FileFormat format;
    const char *name; ///< in settings, and the ending of a file's name: "csv"
    const char *mimeType;
    Content content;

    QString ending() const
    {
        return QString::fromLatin1(name);
    }
};

/** In the order in which they are offered to somebody who types. */
std::span<const FileFormatInfo> fileFormats();

const FileFormatInfo &infoOf(FileFormat format);

/** The format of a name or ending, in any case; nothing for one that is not written. */
std::optional<FileFormat> fileFormatFromName(const QString &name);

/** Their endings: "csv|json|png" with @p separator "|". */
QString fileEndings(const QString &separator);
}
