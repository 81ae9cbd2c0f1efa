// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/viewpart.h"

#include <algorithm>

namespace Postwave
{
namespace
{
/** The oldest of those that are known. */
qint64 oldestOf(const QList<qint64> &observed)
{
    qint64 oldest = 0;
    for (const qint64 time : observed) {
        if (time != 0 && (oldest == 0 || time < oldest))
            oldest = time;
    }
    return oldest;
}
}

SeriesView partOf(const SeriesView &view, qsizetype first, qsizetype count)
{
    const qsizetype from = std::clamp<qsizetype>(first, 0, view.rows.size());
    const qsizetype until = std::clamp<qsizetype>(first + count, from, view.rows.size());
    if (from == 0 && until == view.rows.size())
        return view;
    SeriesView part = view;
    part.rows = view.rows.mid(from, until - from);
    part.observed = view.observed.mid(from, until - from);
    part.asOf = oldestOf(part.observed);
    part.beginUnknown = view.beginUnknown && from == 0;
    if (until > from)
        part.window = {view.rows[from].start, view.endOf(until - 1)};
    if (!part.compared || until == from)
        return part;
    ComparisonRows &compared = *part.compared;
    compared.rows = view.compared->rows.mid(from, until - from);
    compared.ends = view.compared->ends.mid(from, until - from);
    compared.observed = view.compared->observed.mid(from, until - from);
    compared.asOf = oldestOf(compared.observed);
    compared.window = {compared.rows.constFirst().start, compared.ends.constLast()};
    return part;
}
}
