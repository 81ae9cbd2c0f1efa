// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/viewstep.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace Postwave
{
QString stepName(ViewStep step)
{
    switch (step) {
    case ViewStep::Minute:
    case ViewStep::Hour:
    case ViewStep::Day:
        return levelName(levelOf(step));
    case ViewStep::Week:
        return u"week"_s;
    case ViewStep::Month:
        return u"month"_s;
    }
    return {};
}

std::optional<ViewStep> stepFromName(const QString &name)
{
    for (const ViewStep step : kSteps) {
        if (stepName(step) == name)
            return step;
    }
    return std::nullopt;
}
}
