// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "series/chartspec.h"
#include "series/seriesview.h"

namespace Postwave
{
/**
 * What to draw of a view.
 * @param metrics at least one, in the order of drawing
 * @param source normalised server address or "demo"
 */
ChartSpec chartSpecOf(const SeriesView &view, const Channel &channel, const QString &source,
                      const QList<Metric> &metrics);

/**
 * The part of a spec from bucket @p first on, @p count of them: what is drawn when it is zoomed into. Which buckets
 * are viral, and whether they are bars, stays what it was for the whole.
 */
ChartSpec zoomed(const ChartSpec &spec, qsizetype first, qsizetype count);
}
