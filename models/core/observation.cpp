// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observation.h"

namespace Postwave
{
StoredResolution answerLevel(const DynamicsQuery &query)
{
    if (const auto *rolling = std::get_if<RollingQuery>(&query))
        return rolling->period == Period::Hour1 ? StoredResolution::Hour : periodLevel(rolling->period);
    return std::holds_alternative<DayQuery>(query) ? StoredResolution::Hour : StoredResolution::Minute;
}
}
