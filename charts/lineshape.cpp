// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lineshape.h"

#include "charts/decimate.h"
#include "charts/findbyte.h"

#include <algorithm>
#include <limits>

namespace Postwave
{
namespace
{
constexpr int kDecimateAbove = 4000;

void fillWhole(LineShape &shape, const ChartFrame &frame)
{
    const ChartSeries &series = *shape.series;
    const ChartGeometry &geometry = frame.geometry();
    const ValueScale &scale = frame.scaleOf(series);
    const bool points = frame.hasPoints();
    shape.points.reserve(geometry.buckets());
    for (int bucket = 0; bucket < geometry.buckets(); ++bucket) {
        const Count value = ChartFrame::valueOf(series, bucket);
        const bool partial = frame.stateOf(bucket) == BucketState::Partial;
        const bool partialBefore = frame.stateOf(bucket - 1) == BucketState::Partial;
        const bool knownBefore = ChartFrame::valueOf(series, bucket - 1).has_value();
        // Lines from and to partial buckets are dashed, and painted by us.
        const double y = value && !partial ? scale.heightOf(double(*value)) : std::numeric_limits<double>::quiet_NaN();
        shape.points.append({geometry.secondsTo(bucket), y});
        if (!value)
            continue;
        if (knownBefore && (partial || partialBefore))
            shape.dashed.append(bucket);
        if (points || partial || (!knownBefore && !ChartFrame::valueOf(series, bucket + 1)))
            shape.marked.append(bucket);
    }
}

void fillThinned(LineShape &shape, const ChartFrame &frame)
{
    const ChartSeries &series = *shape.series;
    const ChartGeometry &geometry = frame.geometry();
    const ValueScale &scale = frame.scaleOf(series);
    const MinMaxIndex &extremes = frame.extremesOf(series);
    const QList<BucketState> &states = frame.spec().states;
    const int known = std::min(geometry.buckets(), int(series.values.size()));
    const Count *values = series.values.constData();
    const auto isKnown = [&](int bucket) {
        return bucket >= 0 && bucket < known && values[bucket].has_value();
    };
    const auto nextPartial = [&](int from) {
        const qsizetype next = nextOf(states, BucketState::Partial, from);
        return next >= 0 && next < known ? int(next) : known;
    };
    const auto pointOf = [&](int bucket) {
        return QPointF(geometry.secondsTo(bucket), scale.heightOf(double(*values[bucket])));
    };
    const double seconds = double(geometry.window().until - geometry.window().from);
    Decimator decimator(0, seconds, frame.columns());
    int partial = nextPartial(0);
    int inColumn = 1; // how many there were in the column before
    for (int bucket = 0; bucket < known;) {
        if (bucket == partial) {
            decimator.gap();
            if (isKnown(bucket)) {
                shape.marked.append(bucket);
                if (isKnown(bucket - 1))
                    shape.dashed.append(bucket);
                if (isKnown(bucket + 1) && frame.stateOf(bucket + 1) != BucketState::Partial)
                    shape.dashed.append(bucket + 1);
            }
            partial = nextPartial(++bucket);
            continue;
        }
        if (!isKnown(bucket)) {
            decimator.gap();
            ++bucket;
            continue;
        }
        if (!isKnown(bucket - 1) && !isKnown(bucket + 1))
            shape.marked.append(bucket);
        const double border = decimator.columnEnd(geometry.secondsTo(bucket));
        const int next = geometry.firstFrom(border, bucket + inColumn);
        const MinMaxIndex::Run run = extremes.runFrom(bucket, std::min(next, partial));
        decimator.add(pointOf(run.lowest), pointOf(run.highest));
        inColumn = next - bucket;
        bucket = run.end;
    }
    shape.points = decimator.finish();
}
}

LineShape lineShape(const ChartFrame &frame, const ChartSeries &series)
{
    LineShape shape;
    shape.series = &series;
    shape.isThinned = frame.geometry().buckets() > kDecimateAbove;
    if (shape.isThinned)
        fillThinned(shape, frame);
    else
        fillWhole(shape, frame);
    // Where lines have no points, their ends say which is which without colour.
    if (frame.spec().series.size() > 1) {
        int last = std::min(frame.geometry().buckets(), int(series.values.size())) - 1;
        while (last >= 0 && !series.values.at(last))
            --last;
        if (last >= 0 && (shape.marked.isEmpty() || shape.marked.constLast() != last))
            shape.marked.append(last);
    }
    return shape;
}
}
