// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/quantile.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
double quantile(std::span<double> values, double part)
{
    const double place = part * double(values.size() - 1);
    const auto lower = values.begin() + std::ptrdiff_t(std::floor(place));
    std::nth_element(values.begin(), lower, values.end());
    const double rest = place - std::floor(place);
    if (rest == 0)
        return *lower;
    const double upper = *std::min_element(lower + 1, values.end());
    return *lower + rest * (upper - *lower);
}
}
