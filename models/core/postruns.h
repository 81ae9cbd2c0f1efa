// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/post.h"

namespace Postwave
{
/**
 * Adds a sighting to a post's runs, in whatever order sightings come. The same counters again make a run longer; others
 * begin a new one, if need be in the middle of another. What was seen stays: a second sighting of the same moment only
 * tells what the first one did not know.
 *
 * @param runs in order of time; they never overlap
 */
void addSighting(QList<PostSnapshot> &runs, qint64 observedAt, const PostCounters &counters);
}
