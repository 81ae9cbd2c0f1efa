// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/period.h"

namespace Postwave
{
namespace
{
struct PeriodFacts {
    const char *name;
    StoredResolution level;
    int buckets;
    qint64 seconds;
};

constexpr PeriodFacts factsOf(Period period)
{
    constexpr qint64 hour = secondsOf(StoredResolution::Hour);
    constexpr qint64 day = secondsOf(StoredResolution::Day);
    switch (period) {
    case Period::Hour1:
        return {"1h", StoredResolution::Minute, 60, hour};
    case Period::Hours6:
        return {"6h", StoredResolution::Hour, 6, 6 * hour};
    case Period::Hours12:
        return {"12h", StoredResolution::Hour, 12, 12 * hour};
    case Period::Hours24:
        return {"24h", StoredResolution::Hour, 24, 24 * hour};
    case Period::Days7:
        return {"7d", StoredResolution::Day, 7, 7 * day};
    case Period::Days30:
        return {"30d", StoredResolution::Day, 30, 30 * day};
    case Period::Days90:
        return {"90d", StoredResolution::Day, 90, 90 * day};
    case Period::All:
        break;
    }
    return {"all", StoredResolution::Day, 0, 3650 * day};
}
}

QString periodName(Period period)
{
    return QString::fromLatin1(factsOf(period).name);
}

std::optional<Period> periodFromName(const QString &name)
{
    for (const Period period : kPeriods) {
        if (periodName(period) == name)
            return period;
    }
    return std::nullopt;
}

StoredResolution periodLevel(Period period)
{
    return factsOf(period).level;
}

int periodBuckets(Period period)
{
    return factsOf(period).buckets;
}

qint64 periodSeconds(Period period)
{
    return factsOf(period).seconds;
}
}
