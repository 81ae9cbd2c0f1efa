// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sources/analyticbot/dynamicsrequest.h"

namespace Postwave
{
/**
 * Turns a checked answer into what may be stored: the time it really looked at, and the
 * buckets with posts whose whole share of that time was seen. A bucket cut by the start of a
 * rolling window is dropped, as are the zeros that the server fills in after its own now.
 *
 * The window of the observation may be empty (a day that lies wholly in the future): then
 * there is nothing to store. A bucket outside of what was asked is a bad answer, save
 * for rolling windows, where up to 26 hours are dropped silently (servers not in UTC), and all of
 * them where the server's clock is not believed.
 */
Result<ObservedBuckets> observe(const DynamicsQuery &query, const DynamicsAnswer &answer);

/** When the newest post that an answer tells of was published, at the earliest. */
std::optional<qint64> newestPostOf(const DynamicsQuery &query, const DynamicsAnswer &answer);
}
