// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/valueaxes.h"

#include <algorithm>

namespace Postwave
{
namespace
{
/** Up to so many times larger, values are read well on one axis. */
constexpr qint64 kFarLarger = 5;
}

ValueAxes valueAxes(const QList<qint64> &largest)
{
    ValueAxes axes;
    if (!largest.isEmpty())
        axes.largestLeft = *std::max_element(largest.cbegin(), largest.cend());
    axes.isRight.reserve(largest.size());
    for (const qint64 own : largest) {
        const bool isRight = own > 0 && own <= (axes.largestLeft - 1) / kFarLarger; // rounded down: less than a fifth
        axes.isRight.append(isRight);
        if (isRight)
            axes.largestRight = std::max(axes.largestRight, own);
    }
    return axes;
}
}
