// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"

#include <QLocale>
#include <QSize>

namespace Postwave
{
/** How to draw a ChartSpec: everything that is not a fact. */
struct ChartStyle {
    Theme theme = Theme::Light;
    QSize size{1600, 900}; ///< logical pixels; the picture has size × scale
    qreal scale = 1; ///< 1 to 4
    qreal textScale = 1; ///< 1 to 2; of all text, for readers who need it larger
    QLocale textLocale = QLocale::c(); ///< of dates and numbers
    /** With title, legend and source, as a figure that stands alone; without: axes and data, for a page that has them.
     */
    bool figure = true;
    /** The data alone, from edge to edge and in lines of 1 px: a strip to find one's way by. It is no figure then. */
    bool bare = false;

    friend bool operator==(const ChartStyle &, const ChartStyle &) = default;
};

/** Sizes of text in pixels, as in ui/Theme.qml. */
namespace TextSize
{
inline constexpr int kTitle = 22;
inline constexpr int kSection = 15;
inline constexpr int kBody = 13;
inline constexpr int kLabel = 11;
}
}
