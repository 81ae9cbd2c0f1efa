// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/level.h"

namespace Postwave
{
/**
 * Granularity of the rows of a view, finest first, so that `<` reads "finer than". Minutes, hours and days are
 * those of the view's zone; weeks begin on Monday. What is stored has a Level instead.
 */
enum class Step : quint8 { Minute = 0, Hour = 1, Day = 2, Week = 3, Month = 4 };

inline constexpr Step kSteps[] = {Step::Minute, Step::Hour, Step::Day, Step::Week, Step::Month};

/** The coarsest stored buckets that add up to those of the step where the clocks show UTC. */
constexpr Level levelOf(Step step)
{
    return step == Step::Minute ? Level::Minute : (step == Step::Hour ? Level::Hour : Level::Day);
}

/** Length in seconds, of months the shortest; days are taken for 24 hours. */
constexpr qint64 usualSeconds(Step step)
{
    if (step == Step::Month)
        return 28 * secondsOf(Level::Day);
    return step == Step::Week ? 7 * secondsOf(Level::Day) : secondsOf(levelOf(step));
}

/** "minute", "hour", "day", "week" or "month", as on the command line and in files. */
QString stepName(Step step);
std::optional<Step> stepFromName(const QString &name);
}
