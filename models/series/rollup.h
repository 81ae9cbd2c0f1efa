// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/observation.h"
#include "core/result.h"

#include <optional>

namespace Postwave
{
/**
 * Adds buckets up to the coarser level @p to. Counters are additive over posts, so this is
 * exact. A sum above 2⁵³ − 1 is a bad answer: no reader of our files could hold it.
 * @param buckets in time order, of one finer level
 */
Result<QList<Bucket>> rollUp(const QList<Bucket> &buckets, StoredResolution to);
}
