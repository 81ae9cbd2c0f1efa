// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"

class QPainter;

namespace Postwave
{
/** The numbers of posts as quiet bars in a strip of their own, where the chart shows other metrics above them. */
class PostStrip
{
public:
    /** @param frame outlives it */
    explicit PostStrip(const ChartFrame &frame);

    /** Follows the frame. */
    void fill();
    void paint(QPainter &painter) const;

private:
    struct Bar {
        QRectF rect;
        bool partial = false;
    };

    const ChartFrame &m_frame;
    QList<Bar> m_bars;
};
}
