// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/chartspecof.h"

#include "core/channeltitle.h"
#include "core/zonebuckets.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
bool hasPosts(const Row &row)
{
    return std::any_of(kMetrics.begin(), kMetrics.end(), [&row](Metric metric) {
        return row.counters[metric].value_or(0) > 0;
    });
}

/** Bars while more than 30 % of the known buckets have no posts. */
bool wantsBars(const SeriesView &view)
{
    qint64 known = 0;
    qint64 empty = 0;
    for (const Row &row : view.rows) {
        if (row.state != BucketState::Partial && row.state != BucketState::Complete)
            continue;
        ++known;
        empty += !hasPosts(row);
    }
    return empty * 10 > known * 3;
}
}

ChartSpec chartSpecOf(const SeriesView &view, const Channel &channel, const QString &source,
                      const QList<Metric> &metrics)
{
    ChartSpec spec;
    spec.channelTitle = channelTitle(channel);
    spec.source = source;
    spec.zone = zoneName(view.question.zone);
    spec.step = view.step;
    spec.window = view.window;
    spec.asOf = view.asOf;
    spec.bars = wantsBars(view);
    spec.commentsMixed = view.commentsMixed;
    for (const Metric metric : metrics)
        spec.series.append({metric, {}});
    if (view.compared) {
        spec.comparedWindow = view.compared->window;
        for (qsizetype i = 0; i < view.compared->rows.size(); ++i) {
            const Row &row = view.compared->rows[i];
            spec.counterparts.append({row.start, view.compared->ends[i]});
            // No line at zero through the time before the channel was.
            const bool isBefore = view.compared->ends[i] <= view.compared->firstWithPosts.value_or(row.start);
            for (ChartSeries &series : spec.series)
                series.compared.append(isBefore ? Count() : row.counters[series.metric]);
        }
    }
    for (const Row &row : view.rows) {
        spec.starts.append(row.start);
        spec.states.append(row.state);
        spec.viral.append(row.viral);
        spec.published.append(hasPosts(row));
        for (ChartSeries &series : spec.series)
            series.values.append(row.counters[series.metric]);
    }
    return spec;
}

ChartSpec zoomed(const ChartSpec &spec, qsizetype first, qsizetype count)
{
    const qsizetype from = std::clamp<qsizetype>(first, 0, spec.starts.size());
    const qsizetype until = std::clamp<qsizetype>(first + count, from, spec.starts.size());
    if (from == 0 && until == spec.starts.size())
        return spec;
    ChartSpec part = spec;
    part.starts = spec.starts.mid(from, until - from);
    part.states = spec.states.mid(from, until - from);
    part.viral = spec.viral.mid(from, until - from);
    part.published = spec.published.mid(from, until - from);
    part.counterparts = spec.counterparts.mid(from, until - from);
    if (!part.counterparts.isEmpty())
        part.comparedWindow = {part.counterparts.constFirst().from, part.counterparts.constLast().until};
    for (ChartSeries &series : part.series) {
        series.values = series.values.mid(from, until - from);
        series.compared = series.compared.mid(from, until - from);
    }
    part.window.from = part.starts.isEmpty() ? spec.window.from : part.starts.constFirst();
    part.window.until = until < spec.starts.size() ? spec.starts[until] : spec.window.until;
    return part;
}
}
