// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storedresolution.h"

#include <QString>

#include <array>
#include <optional>

namespace Postwave
{
/** The rolling windows that the server knows. */
enum class Period : quint8 { Hour1, Hours6, Hours12, Hours24, Days7, Days30, Days90, All };

inline constexpr std::array kPeriods = {Period::Hour1, Period::Hours6, Period::Hours12, Period::Hours24,
                                        Period::Days7, Period::Days30, Period::Days90,  Period::All};

/** "1h", "6h", "12h", "24h", "7d", "30d", "90d" or "all". */
QString periodName(Period period);
std::optional<Period> periodFromName(const QString &name);

/** Granularity of a view of the period: minutes for 1h, hours to 24h, days beyond. */
StoredResolution periodLevel(Period period);

/** Number of buckets in a view of the period, the running one included; 0 for `all`. */
int periodBuckets(Period period);

/** How far the server looks back from its own clock, in seconds (`all` is 3,650 days). */
qint64 periodSeconds(Period period);
}
