// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/formats.h"

#include <QStringList>

#include <array>

namespace Postwave
{
namespace
{
constexpr std::array kFormats{
    FileFormatInfo{FileFormat::Csv, "csv", "text/csv", FileFormatInfo::Content::Table},
    FileFormatInfo{FileFormat::Json, "json", "application/json", FileFormatInfo::Content::Data},
    FileFormatInfo{FileFormat::Png, "png", "image/png", FileFormatInfo::Content::Picture},
};

constexpr bool standInOrder()
{
    for (size_t i = 0; i < kFormats.size(); ++i) {
        if (size_t(kFormats[i].format) != i)
            return false;
    }
    return true;
}
static_assert(standInOrder());
}

std::span<const FileFormatInfo> fileFormats()
{
    return kFormats;
}

const FileFormatInfo &infoOf(FileFormat format)
{
    return kFormats[size_t(format)];
}

std::optional<FileFormat> fileFormatFromName(const QString &name)
{
    for (const FileFormatInfo &info : kFormats) {
        if (name.compare(QLatin1StringView(info.name), Qt::CaseInsensitive) == 0)
            return info.format;
    }
    return std::nullopt;
}

QString fileEndings(const QString &separator)
{
    QStringList endings;
    for (const FileFormatInfo &info : kFormats)
        endings.append(info.ending());
    return endings.join(separator);
}
}
