// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

namespace Postwave
{
/**
 * Some of a view's rows, as a view of its own: with their window, their counterparts and their age. What was marked by
 * the whole view stays marked.
 * @param first row, and how many; what lies outside of the view is left out
 */
SeriesView partOf(const SeriesView &view, qsizetype first, qsizetype count);
}
