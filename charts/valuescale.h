// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/chartspec.h"

#include <QList>

#include <cmath>

namespace Postwave
{
/** What a value axis does to values, and which of them have a gridline: whole numbers from zero upwards. */
struct ValueScale {
    qint64 top = 1; ///< at the plot's upper edge: at least 1, and at least the largest value
    QList<qint64> lines; ///< ascending, the first is zero; empty when nothing is to be labelled
    ValueScaling scaling = ValueScaling::Linear;

    /** How high a value stands: 0 on the axis, 1 at the plot's upper edge. Larger values stand higher, always. */
    double heightOf(double value) const
    {
        return scaling == ValueScaling::Linear ? value / double(top) : std::log1p(value) / std::log1p(double(top));
    }

    friend bool operator==(const ValueScale &, const ValueScale &) = default;
};

/**
 * The finest linear scale for values up to @p largest with at most @p mostLines gridlines, zero's included, in steps of
 * 1, 2 or 5 times a power of ten. For zeros alone there is no line but theirs.
 */
ValueScale linearScale(qint64 largest, int mostLines = 6);

/**
 * The same of logarithms: lines at powers of ten, at all of them or at every second, third and so on, counted from
 * the highest; up to 20 also between them, where they fit. The top is the next of 1, 2 or 5 times a power of ten, and
 * need not have a line. None is so near to zero that their labels would touch, where there is room for no more than @p
 * mostLines.
 */
ValueScale logarithmicScale(qint64 largest, int mostLines = 6);

/** A scale without lines whose top is the largest value itself, so that no room is left above it. */
ValueScale tightScale(qint64 largest, ValueScaling scaling);

/**
 * A scale for values up to @p largest whose lines stand at the heights of those of @p other, so that one grid serves
 * two axes. Its step is a round number too, though of more kinds, since it cannot choose how many there are.
 */
ValueScale alignedScale(qint64 largest, const ValueScale &other);
}
