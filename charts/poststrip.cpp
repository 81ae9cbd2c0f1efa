// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/poststrip.h"

#include "charts/chartcaptions.h"
#include "charts/marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kBarShare = 0.4; ///< of a column's width: quieter than the bars of a metric
constexpr qreal kWidestBar = 12;
constexpr qreal kNarrowestBar = 1;
constexpr qreal kLowestBar = 3; ///< one post beside a hundred is not none
}

PostStrip::PostStrip(const ChartFrame &frame)
    : m_frame(frame)
{
}

void PostStrip::fill()
{
    m_bars.clear();
    const ChartLayout &layout = m_frame.layout();
    if (!layout.isDrawable || layout.strip.isEmpty())
        return;
    const ChartSeries &series = m_frame.spec().series.at(layout.stripSeries);
    const ChartGeometry &geometry = m_frame.geometry();
    const qreal scale = m_frame.style().scale;
    const qreal column = geometry.plot().width() / geometry.buckets();
    const qreal width = std::max(kNarrowestBar, std::floor(std::min(column * kBarShare, kWidestBar) * scale) / scale);
    const qreal bottom = layout.strip.bottom();
    for (int bucket = 0; bucket < geometry.buckets(); ++bucket) {
        const Count value = ChartFrame::valueOf(series, bucket);
        if (!value || *value <= 0)
            continue;
        const qreal left = Marks::snapped(geometry.centreOf(bucket) - width / 2, scale);
        const qreal height = layout.strip.height() * double(*value) / double(layout.stripTop);
        const qreal top = std::min(Marks::snapped(bottom - height, scale), bottom - kLowestBar);
        // Of bars that share their pixels only the highest is seen.
        if (!m_bars.isEmpty() && m_bars.constLast().rect.left() == left) {
            QRectF &shared = m_bars.last().rect;
            shared.setTop(std::min(shared.top(), top));
            continue;
        }
        m_bars.append({{left, top, width, bottom - top}, m_frame.stateOf(bucket) == BucketState::Partial});
    }
}

void PostStrip::paint(QPainter &painter) const
{
    const ChartLayout &layout = m_frame.layout();
    if (layout.strip.isEmpty())
        return;
    ChartCaptions::drawPlaced(painter, layout.stripLabel, layout.axisFont, m_frame.colour(Palette::kMuted),
                              Qt::AlignRight);
    const qreal pixels = m_frame.style().scale;
    painter.fillRect(
        QRectF(layout.strip.left(), Marks::snapped(layout.strip.bottom(), pixels), layout.strip.width(), 1),
        m_frame.colour(Palette::kLine));
    const QColor fill = m_frame.colour(Palette::forMetric(Metric::PostCount));
    for (const Bar &bar : m_bars)
        Marks::drawBar(painter, bar.rect, fill, bar.partial);
}
}
