// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/countercolumns.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Postwave
{
const QString &counterColumns()
{
    static const QString columns = [] {
        QStringList names;
        for (const Metric metric : kMetrics)
            names.append(metricName(metric));
        return names.join(u", "_s);
    }();
    return columns;
}

Counters countersAt(const SqlRows &rows, int first)
{
    Counters counters;
    for (size_t i = 0; i < kMetrics.size(); ++i)
        counters[kMetrics[i]] = rows.maybe(first + int(i));
    return counters;
}
}
