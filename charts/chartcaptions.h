// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"

class QPainter;

namespace Postwave
{
/** The text of a picture, and the marks that belong to text. */
namespace ChartCaptions
{
/** Title, legend, labels of the axes, and whatever else stands around the plot. */
void draw(QPainter &painter, const ChartFrame &frame);

/** What there is to say in the place of data; empty where there are some. */
QString messageOf(const ChartFrame &frame);
void drawMessage(QPainter &painter, const ChartFrame &frame);

void drawPlaced(QPainter &painter, const PlacedText &placed, const QFont &font, const QColor &colour,
                Qt::Alignment alignment = Qt::AlignLeft);
}
}
