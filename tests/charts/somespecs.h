// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timetext.h"
#include "series/chartspec.h"

#include <initializer_list>

namespace Postwave
{
/** A spec of complete buckets from @p start on, one for each value; a negative value is an unknown bucket. */
inline ChartSpec specOf(ViewStep step, const QString &start, const QList<qint64> &values, Metric metric = Metric::Views)
{
    using namespace Qt::StringLiterals;
    ChartSpec spec;
    spec.channelTitle = u"Harbour Lights"_s;
    spec.source = u"https://stats.harbour.example"_s;
    spec.zone = u"UTC"_s;
    spec.step = step;
    spec.asOf = secondsFromIso(u"2025-11-21T14:37:12Z"_s).value_or(0);
    const qint64 begin = secondsFromIso(start).value_or(0);
    ChartSeries series;
    series.metric = metric;
    for (const qint64 value : values) {
        spec.starts.append(begin + spec.starts.size() * usualSeconds(step));
        spec.states.append(value < 0 ? BucketState::Unknown : BucketState::Complete);
        spec.viral.append(false);
        series.values.append(value < 0 ? Count() : Count(value));
    }
    spec.window = {begin, begin + values.size() * usualSeconds(step)};
    spec.series.append(series);
    return spec;
}

/** @p count values that go up and down without chance. */
inline QList<qint64> zigzag(int count, qint64 base = 1000)
{
    QList<qint64> values;
    for (int i = 0; i < count; ++i)
        values.append(base + base / 10 * ((i * 7) % 5));
    return values;
}

inline ChartSpec withState(ChartSpec spec, int bucket, BucketState state)
{
    spec.states[bucket] = state;
    if (state == BucketState::Unknown || state == BucketState::Future) {
        for (ChartSeries &series : spec.series)
            series.values[bucket].reset();
    }
    return spec;
}
}
