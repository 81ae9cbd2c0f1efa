// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/step.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace Postwave
{
QString stepName(Step step)
{
    switch (step) {
    case Step::Minute:
    case Step::Hour:
    case Step::Day:
        return levelName(levelOf(step));
    case Step::Week:
        return u"week"_s;
    case Step::Month:
        return u"month"_s;
    }
    return {};
}

std::optional<Step> stepFromName(const QString &name)
{
    for (const Step step : kSteps) {
        if (stepName(step) == name)
            return step;
    }
    return std::nullopt;
}
}
