// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Postwave
{
/** Gathers movements that are each too small for a step until there is one. */
class StepGathering
{
public:
    /** Moves on by @p delta, where a step takes @p unit. @return how many steps that makes, backwards below zero. */
    int add(qreal delta, qreal unit)
    {
        m_rest += delta;
        const int steps = int(m_rest / unit); // towards zero: what turns back first has to undo the rest
        m_rest -= steps * unit;
        return steps;
    }

private:
    qreal m_rest = 0;
};
}
