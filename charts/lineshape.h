// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"

namespace Postwave
{
/** What a line is made of; buckets by their index. */
struct LineShape {
    const ChartSeries *series = nullptr; ///< of the frame
    QList<QPointF> points; ///< seconds since the window's begin, and heights; not a number = gap
    QList<int> dashed; ///< ends of segments to or from partial buckets
    QList<int> marked; ///< points that have a marker
    bool isThinned = false; ///< to what the pixels can show, and painted by us
};

/** The line of one of the frame's series, thinned where it has many points. */
LineShape lineShape(const ChartFrame &frame, const ChartSeries &series);
}
