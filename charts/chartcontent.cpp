// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/decimate.h"
#include "charts/findbyte.h"
#include "charts/marks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Postwave
{
namespace
{
constexpr int kDecimateAbove = 4000;

constexpr qreal kBarShare = 0.72; ///< of a column's width
constexpr qreal kWidestBar = 56;
constexpr qreal kNarrowestBar = 2; ///< a lone minute of a day must still be seen
}

void ChartScene::fillContents()
{
    m_bars.clear();
    m_lineContents.clear();
    if (!m_layout.isDrawable)
        return;
    for (qsizetype i = 0; i < m_spec.series.size(); ++i) {
        const ChartSeries &series = m_spec.series.at(i);
        if (isBars(series))
            m_bars.append(barContent(series));
        else
            m_lineContents.append(lineContent(series, m_extremes.at(i)));
    }
}

ChartScene::BarPlace ChartScene::barPlaceOf(const ChartSeries &series) const
{
    int count = 0;
    int place = 0;
    for (const ChartSeries &other : m_spec.series) {
        if (&other == &series)
            place = count;
        count += isBars(other) ? 1 : 0;
    }
    const ChartGeometry &geometry = m_layout.geometry;
    const qreal column = geometry.plot().width() / geometry.buckets();
    const qreal pixel = 1 / m_style.scale;
    const qreal share = std::min(column * kBarShare / count, kWidestBar);
    const qreal gap = count > 1 && share >= 4 ? 1 : 0;
    return {(place - count / 2.0) * share, std::max(kNarrowestBar, std::floor((share - gap) * m_style.scale) * pixel)};
}

QRectF ChartScene::barRect(const BarPlace &place, const ValueScale &scale, int bucket, qint64 value) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const qreal bottom = geometry.plot().bottom();
    const qreal left = Marks::snapped(geometry.centreOf(bucket) + place.offset, m_style.scale);
    // One view is less than a pixel next to a million, but it is not none.
    const qreal top =
        std::min(Marks::snapped(geometry.yOfHeight(scale.heightOf(double(value))), m_style.scale), bottom - 1);
    return {left, top, place.width, bottom - top};
}

ChartScene::BarContent ChartScene::barContent(const ChartSeries &series) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const BarPlace place = barPlaceOf(series);
    const ValueScale &scale = scaleOf(series);
    BarContent content{&series, {}};
    for (int bucket = 0; bucket < geometry.buckets(); ++bucket) {
        const Count value = valueOf(series, bucket);
        if (!value || *value <= 0)
            continue;
        const QRectF bar = barRect(place, scale, bucket, *value);
        // Of bars that share their pixels only the highest is seen, and only it is drawn.
        if (!content.bars.isEmpty() && bar.left() == content.bars.constLast().rect.left()) {
            QRectF &shared = content.bars.last().rect;
            shared.setTop(std::min(shared.top(), bar.top()));
            continue;
        }
        content.bars.append({bar, stateOf(bucket) == BucketState::Partial});
    }
    return content;
}

ChartScene::LineContent ChartScene::lineContent(const ChartSeries &series, const MinMaxIndex &extremes) const
{
    LineContent content;
    content.series = &series;
    content.isThinned = m_layout.geometry.buckets() > kDecimateAbove;
    if (content.isThinned)
        fillThinned(content, extremes);
    else
        fillWhole(content);
    // Where lines have no points, their ends say which is which without colour.
    if (m_spec.series.size() > 1) {
        int last = std::min(m_layout.geometry.buckets(), int(series.values.size())) - 1;
        while (last >= 0 && !series.values.at(last))
            --last;
        if (last >= 0 && (content.marked.isEmpty() || content.marked.constLast() != last))
            content.marked.append(last);
    }
    return content;
}

void ChartScene::fillWhole(LineContent &content) const
{
    const ChartSeries &series = *content.series;
    const ChartGeometry &geometry = m_layout.geometry;
    const ValueScale &scale = scaleOf(series);
    const bool points = hasPoints();
    content.points.reserve(geometry.buckets());
    for (int bucket = 0; bucket < geometry.buckets(); ++bucket) {
        const Count value = valueOf(series, bucket);
        const bool partial = stateOf(bucket) == BucketState::Partial;
        const bool partialBefore = stateOf(bucket - 1) == BucketState::Partial;
        const bool knownBefore = valueOf(series, bucket - 1).has_value();
        // Lines from and to partial buckets are dashed, and painted by us.
        const double y = value && !partial ? scale.heightOf(double(*value)) : std::numeric_limits<double>::quiet_NaN();
        content.points.append({geometry.secondsTo(bucket), y});
        if (!value)
            continue;
        if (knownBefore && (partial || partialBefore))
            content.dashed.append(bucket);
        if (points || partial || (!knownBefore && !valueOf(series, bucket + 1)))
            content.marked.append(bucket);
    }
}

void ChartScene::fillThinned(LineContent &content, const MinMaxIndex &extremes) const
{
    const ChartSeries &series = *content.series;
    const ChartGeometry &geometry = m_layout.geometry;
    const ValueScale &scale = scaleOf(series);
    const int buckets = geometry.buckets();
    const int known = std::min(buckets, int(series.values.size()));
    const Count *values = series.values.constData();
    const auto isKnown = [&](int bucket) {
        return bucket >= 0 && bucket < known && values[bucket].has_value();
    };
    const auto nextPartial = [&](int from) {
        const qsizetype next = nextOf(m_spec.states, BucketState::Partial, from);
        return next >= 0 && next < known ? int(next) : known;
    };
    const auto pointOf = [&](int bucket) {
        return QPointF(geometry.secondsTo(bucket), scale.heightOf(double(*values[bucket])));
    };
    const double seconds = double(geometry.window().until - geometry.window().from);
    const int columns = std::max(1, int(std::ceil(geometry.plot().width() * m_style.scale)));
    Decimator decimator(0, seconds, columns);
    int partial = nextPartial(0);
    int inColumn = 1; // how many there were in the column before
    for (int bucket = 0; bucket < known;) {
        if (bucket == partial) {
            decimator.gap();
            if (isKnown(bucket)) {
                content.marked.append(bucket);
                if (isKnown(bucket - 1))
                    content.dashed.append(bucket);
                if (isKnown(bucket + 1) && stateOf(bucket + 1) != BucketState::Partial)
                    content.dashed.append(bucket + 1);
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
            content.marked.append(bucket);
        const double border = decimator.columnEnd(geometry.secondsTo(bucket));
        const int next = geometry.firstFrom(border, bucket + inColumn);
        const MinMaxIndex::Run run = extremes.runFrom(bucket, std::min(next, partial));
        decimator.add(pointOf(run.lowest), pointOf(run.highest));
        inColumn = next - bucket;
        bucket = run.end;
    }
    content.points = decimator.finish();
}
}
