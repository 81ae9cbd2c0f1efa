// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storedresolution.h"

namespace Postwave
{
/**
 * Granularity of the rows of a view, finest first, so that `<` reads "finer than". Minutes, hours and days are
 * those of the view's zone; weeks begin on Monday. What is stored has a StoredResolution instead.
 */
enum class ViewStep : quint8 { Minute = 0, Hour = 1, Day = 2, Week = 3, Month = 4 };

inline constexpr ViewStep kSteps[] = {ViewStep::Minute, ViewStep::Hour, ViewStep::Day, ViewStep::Week, ViewStep::Month};

/** The coarsest stored buckets that add up to those of the step where the clocks show UTC. */
constexpr StoredResolution levelOf(ViewStep step)
{
    return step == ViewStep::Minute ? StoredResolution::Minute
                                    : (step == ViewStep::Hour ? StoredResolution::Hour : StoredResolution::Day);
}

/** Length in seconds, of months the shortest; days are taken for 24 hours. */
constexpr qint64 usualSeconds(ViewStep step)
{
    if (step == ViewStep::Month)
        return 28 * secondsOf(StoredResolution::Day);
    return step == ViewStep::Week ? 7 * secondsOf(StoredResolution::Day) : secondsOf(levelOf(step));
}

/** "minute", "hour", "day", "week" or "month", as on the command line and in files. */
QString stepName(ViewStep step);
std::optional<ViewStep> stepFromName(const QString &name);
}
