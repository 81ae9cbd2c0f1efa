// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storedresolution.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace Postwave
{
QString levelName(StoredResolution level)
{
    switch (level) {
    case StoredResolution::Minute:
        return u"minute"_s;
    case StoredResolution::Hour:
        return u"hour"_s;
    case StoredResolution::Day:
        return u"day"_s;
    }
    return {};
}

std::optional<StoredResolution> levelFromName(const QString &name)
{
    for (const StoredResolution level : kLevels) {
        if (levelName(level) == name)
            return level;
    }
    return std::nullopt;
}
}
