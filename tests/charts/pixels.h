// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"

#include <QImage>
#include <QRectF>

namespace Postwave
{
/** How many pixels of an area have the colour. */
inline int countOf(const QImage &image, const QRectF &area, const QColor &colour)
{
    const QRect pixels = area.toRect() & image.rect();
    int count = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return count;
}

inline int countOf(const QImage &image, const QRectF &area, const ColourToken &token)
{
    return countOf(image, area, token.in(Theme::Light));
}
}
