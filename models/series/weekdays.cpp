// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/weekdays.h"

#include "core/zonebuckets.h"

namespace Postwave
{
std::optional<std::array<WeekdayFigures, 7>> weekdaysOf(const SeriesView &view)
{
    if (view.step != ViewStep::Day || view.rows.size() < 2)
        return std::nullopt;
    struct Days {
        QList<Row> all;
        QList<Row> settled;
    };
    std::array<Days, 7> days;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        const Row &row = view.rows[i];
        Days &same = days[size_t(dateAt(row.start, view.question.zone).dayOfWeek() - 1)];
        same.all.append(row);
        if (row.state == BucketState::Complete && view.isSettled(i))
            same.settled.append(row);
    }
    std::array<WeekdayFigures, 7> figures;
    for (size_t i = 0; i < figures.size(); ++i)
        figures[i] = {.all = totalsOf(days[i].all), .settled = totalsOf(days[i].settled)};
    return figures;
}
}
