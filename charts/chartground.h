// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"

class QPainter;

namespace Postwave
{
/** What data stand before. */
namespace ChartGround
{
/** Hatching where nothing is known. */
void drawUnknown(QPainter &painter, const ChartFrame &frame);

/** Gridlines, the axis that values stand on, and its ticks. */
void drawGrid(QPainter &painter, const ChartFrame &frame);
}
}
