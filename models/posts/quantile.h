// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace Postwave
{
/**
 * The value below which the share @p part of them lies, linear between two neighbours; 0.5 is the median.
 * @param values at least one; they are put into another order
 */
double quantile(std::span<double> values, double part);

inline double median(std::span<double> values)
{
    return quantile(values, 0.5);
}
}
