// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

namespace Postwave
{
/**
 * A range of a view's rows as a view of its own, with its own window, comparison rows and age. Marks such as viral are
 * kept as computed for the whole view.
 * @param first index of the first row; rows outside the view are ignored
 */
SeriesView partOf(const SeriesView &view, qsizetype first, qsizetype count);
}
