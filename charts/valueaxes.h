// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Postwave
{
/**
 * Which axis each of several series is measured on. Where one scale would press the smaller of them to the ground,
 * they have an axis of their own on the right: the left one holds the series with the largest value and all that
 * reach a fifth of it, the right one the others. What is unknown or all zeros has no need of one, and stays left.
 */
struct ValueAxes {
    QList<bool> isRight; ///< one for each series
    qint64 largestLeft = -1; ///< of the values there; -1 when none is known
    qint64 largestRight = -1; ///< -1 when nothing is there

    bool hasRight() const
    {
        return largestRight >= 0;
    }

    friend bool operator==(const ValueAxes &, const ValueAxes &) = default;
};

/** @p largest the largest value that is drawn of each series, at least 0; -1 where none is known. */
ValueAxes valueAxes(const QList<qint64> &largest);
}
