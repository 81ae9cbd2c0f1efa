// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Postwave
{
/** How much of a time bucket has been seen. */
enum class BucketState : quint8 {
    Unknown, ///< no observation covers it: there is no number, not even zero
    Partial, ///< covered, but not up to its end
    Complete, ///< an observation reached its end (the counters still grow)
    Future, ///< it has not begun
};
}
