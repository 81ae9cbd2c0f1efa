// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/growth.h"

namespace Postwave
{
/** Where the middle half of a channel's posts stands at an age. */
struct BandPoint {
    double age = 0; ///< hours
    double low = 0; ///< the quarter below
    double median = 0;
    double high = 0; ///< and the quarter above
    int posts = 0;
};

/** Fewer posts than this make no band. */
inline constexpr int kFewestBandPosts = 8;

/** At the ages of the grid at which enough posts were read, in order. @param growths of posts that count in averages */
QList<BandPoint> growthBand(const QList<Growth> &growths, const MaturityCurve &curve);
}
