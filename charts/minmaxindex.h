// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"

#include <QList>

namespace Postwave
{
/**
 * Finds the least and the largest of neighbouring values without looking at each of them: it was done once, block by
 * block. So a new width of the picture, or its top, asks a million values for little more than its pixels.
 */
class MinMaxIndex
{
public:
    MinMaxIndex() = default;
    explicit MinMaxIndex(const QList<Count> &values);

    /** Whether it was made of these very values, which is known without looking at them. */
    bool isOf(const QList<Count> &values) const;

    /** Known values of neighbours, and where they are least and largest; the first of equals. */
    struct Run {
        int end = 0; ///< after the last of them
        int lowest = 0;
        int highest = 0;

        friend bool operator==(const Run &, const Run &) = default;
    };
    /** From @p first, which has to be known, to the next that is unknown, or to @p end. */
    Run runFrom(int first, int end) const;

    /** Of all values; -1 when none is known. */
    qint64 largest() const;

private:
    /** Of neighbours; an unknown one counts as -1, which no known one is. */
    struct Block {
        qint64 low;
        qint64 high;
    };

    QList<Count> m_values;
    QList<Block> m_blocks; ///< whole ones only
    qint64 m_largest = -1;
};
}
