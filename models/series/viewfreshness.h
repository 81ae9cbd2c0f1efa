// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

namespace Postwave
{
/** Whether part of the view, or of what it is compared with, is unknown, over but partial, or was seen too long ago. */
bool isStale(const SeriesView &view, qint64 now);

/** Age of the view's oldest observation, in seconds, from which on some bucket of the view is stale. */
qint64 freshAge(const SeriesView &view, qint64 now);
}
