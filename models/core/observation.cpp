// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observation.h"

namespace Postwave
{
Level answerLevel(const DynamicsQuery &query)
{
    if (const auto *rolling = std::get_if<RollingQuery>(&query))
        return rolling->period == Period::Hour1 ? Level::Hour : periodLevel(rolling->period);
    return std::holds_alternative<DayQuery>(query) ? Level::Hour : Level::Minute;
}
}
