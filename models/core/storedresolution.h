// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

class QString;

namespace Postwave
{
/** Granularity of a time bucket, finest first, so that `<` reads "finer than". */
enum class StoredResolution : quint8 { Minute = 0, Hour = 1, Day = 2 };

inline constexpr StoredResolution kLevels[] = {StoredResolution::Minute, StoredResolution::Hour, StoredResolution::Day};

/** Length of a bucket in seconds; days are UTC days and therefore always 86,400 s. */
constexpr qint64 secondsOf(StoredResolution level)
{
    switch (level) {
    case StoredResolution::Minute:
        return 60;
    case StoredResolution::Hour:
        return 3600;
    case StoredResolution::Day:
        return 86400;
    }
    return 60;
}

/** Start of the bucket that contains @p time (seconds since the epoch, UTC; negative times too). */
constexpr qint64 bucketStart(StoredResolution level, qint64 time)
{
    const qint64 length = secondsOf(level);
    const qint64 rest = time % length;
    return rest < 0 ? time - rest - length : time - rest;
}

/** First bucket start at or after @p time. */
constexpr qint64 bucketCeil(StoredResolution level, qint64 time)
{
    const qint64 start = bucketStart(level, time);
    return start == time ? start : start + secondsOf(level);
}

/** "day", "hour" or "minute", as on the command line and in files. */
QString levelName(StoredResolution level);
std::optional<StoredResolution> levelFromName(const QString &name);
}
