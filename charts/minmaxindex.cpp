// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/minmaxindex.h"

#include <algorithm>
#include <limits>

namespace Postwave
{
namespace
{
constexpr int kBlock = 32;
constexpr qint64 kUnknown = -1;
/** How many values ahead the memory is asked for them: a million do not fit into any cache, and are waited for. */
constexpr int kAhead = 256;

/** Asks the memory for some values; where there are none, nothing happens. */
void prefetch(const Count *values)
{
    constexpr int kLine = 64 / sizeof(Count);
    for (int i = 0; i < kBlock; i += kLine)
        __builtin_prefetch(values + i);
}

int indexOf(const Count *values, int first, qint64 wanted)
{
    while (*values[first] != wanted)
        ++first;
    return first;
}
}

MinMaxIndex::MinMaxIndex(const QList<Count> &values)
    : m_values(values)
{
    const Count *next = m_values.constData();
    const qsizetype whole = m_values.size() / kBlock;
    m_blocks.resize(whole);
    for (Block &block : m_blocks) {
        prefetch(next + kAhead);
        qint64 low = std::numeric_limits<qint64>::max();
        qint64 high = kUnknown;
        // In pairs: three comparisons for two values.
        for (const Count *end = next + kBlock; next != end; next += 2) {
            const qint64 one = next[0].value_or(kUnknown);
            const qint64 other = next[1].value_or(kUnknown);
            low = std::min(low, std::min(one, other));
            high = std::max(high, std::max(one, other));
        }
        block = {low, high};
        m_largest = std::max(m_largest, block.high);
    }
    for (const Count *end = m_values.constData() + m_values.size(); next != end; ++next)
        m_largest = std::max(m_largest, next->value_or(kUnknown));
}

bool MinMaxIndex::isOf(const QList<Count> &values) const
{
    // As long as a copy is held here, nobody writes to the memory that they share.
    return m_values.constData() == values.constData() && m_values.size() == values.size();
}

MinMaxIndex::Run MinMaxIndex::runFrom(int first, int end) const
{
    const Count *values = m_values.constData();
    Run run{first, first, first};
    qint64 low = *values[first];
    qint64 high = low;
    bool lowInBlock = false; // then its place is that of the block, until the end
    bool highInBlock = false;
    bool goesOn = true;
    while (goesOn && run.end < end) {
        const int block = run.end / kBlock;
        const int border = std::min(end, (block + 1) * kBlock);
        if (border - run.end == kBlock && m_blocks.at(block).low != kUnknown) {
            const Block &whole = m_blocks.at(block);
            if (whole.low < low) {
                low = whole.low;
                run.lowest = run.end;
                lowInBlock = true;
            }
            if (whole.high > high) {
                high = whole.high;
                run.highest = run.end;
                highInBlock = true;
            }
            run.end = border;
            continue;
        }
        for (; goesOn && run.end < border; run.end += goesOn ? 1 : 0) {
            goesOn = values[run.end].has_value();
            const qint64 value = values[run.end].value_or(low);
            if (value < low) {
                low = value;
                run.lowest = run.end;
                lowInBlock = false;
            }
            if (value > high) {
                high = value;
                run.highest = run.end;
                highInBlock = false;
            }
        }
    }
    if (lowInBlock)
        run.lowest = indexOf(values, run.lowest, low);
    if (highInBlock)
        run.highest = indexOf(values, run.highest, high);
    return run;
}

qint64 MinMaxIndex::largest() const
{
    return m_largest;
}
}
