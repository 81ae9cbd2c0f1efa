// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartbars.h"

#include "charts/marks.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kBarShare = 0.72; ///< of a column's width
constexpr qreal kWidestBar = 56;
constexpr qreal kNarrowestBar = 2; ///< a lone minute of a day must still be seen
}

ChartBars::ChartBars(const ChartFrame &frame)
    : m_frame(frame)
{
}

void ChartBars::fill()
{
    m_series.clear();
    if (!m_frame.layout().isDrawable)
        return;
    for (const ChartSeries &series : m_frame.spec().series) {
        if (m_frame.isBars(series))
            m_series.append(barsOf(series));
    }
}

BarPlace ChartBars::placeOf(const ChartSeries &series) const
{
    int count = 0;
    int place = 0;
    for (const ChartSeries &other : m_frame.spec().series) {
        if (&other == &series)
            place = count;
        count += m_frame.isBars(other) ? 1 : 0;
    }
    const ChartGeometry &geometry = m_frame.geometry();
    const qreal scale = m_frame.style().scale;
    const qreal column = geometry.plot().width() / geometry.buckets();
    const qreal pixel = 1 / scale;
    const qreal share = std::min(column * kBarShare / count, kWidestBar);
    const qreal gap = count > 1 && share >= 4 ? 1 : 0;
    return {(place - count / 2.0) * share, std::max(kNarrowestBar, std::floor((share - gap) * scale) * pixel)};
}

QRectF ChartBars::rectOf(const BarPlace &place, const ValueScale &scale, int bucket, qint64 value) const
{
    const ChartGeometry &geometry = m_frame.geometry();
    const qreal pixels = m_frame.style().scale;
    const qreal bottom = geometry.plot().bottom();
    const qreal left = Marks::snapped(geometry.centreOf(bucket) + place.offset, pixels);
    // One view is less than a pixel next to a million, but it is not none.
    const qreal top = std::min(Marks::snapped(geometry.yOfHeight(scale.heightOf(double(value))), pixels), bottom - 1);
    return {left, top, place.width, bottom - top};
}

ChartBars::Bars ChartBars::barsOf(const ChartSeries &series) const
{
    const BarPlace place = placeOf(series);
    const ValueScale &scale = m_frame.scaleOf(series);
    Bars seen{&series, {}};
    for (int bucket = 0; bucket < m_frame.geometry().buckets(); ++bucket) {
        const Count value = ChartFrame::valueOf(series, bucket);
        if (!value || *value <= 0)
            continue;
        const QRectF bar = rectOf(place, scale, bucket, *value);
        // Of bars that share their pixels only the highest is seen, and only it is drawn.
        if (!seen.bars.isEmpty() && bar.left() == seen.bars.constLast().rect.left()) {
            QRectF &shared = seen.bars.last().rect;
            shared.setTop(std::min(shared.top(), bar.top()));
            continue;
        }
        seen.bars.append({bar, m_frame.stateOf(bucket) == BucketState::Partial});
    }
    return seen;
}

void ChartBars::paint(QPainter &painter) const
{
    for (const Bars &seen : m_series) {
        const QColor fill = m_frame.colourOf(*seen.series);
        for (const Bar &bar : seen.bars)
            Marks::drawBar(painter, bar.rect, fill, bar.partial);
    }
}

void ChartBars::addTo(Surroundings &around, const QRectF &reach) const
{
    for (const Bars &seen : m_series) {
        for (const Bar &bar : seen.bars) {
            if (bar.rect.intersects(reach))
                around.shapes.append(bar.rect);
        }
    }
}
}
