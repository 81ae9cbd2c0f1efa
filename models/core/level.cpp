// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/level.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace Postwave
{
QString levelName(Level level)
{
    switch (level) {
    case Level::Minute:
        return u"minute"_s;
    case Level::Hour:
        return u"hour"_s;
    case Level::Day:
        return u"day"_s;
    }
    return {};
}

std::optional<Level> levelFromName(const QString &name)
{
    for (const Level level : kLevels) {
        if (levelName(level) == name)
            return level;
    }
    return std::nullopt;
}
}
