// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartframe.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr int kMostPoints = 60; ///< with more buckets, points would be beads on the line
constexpr qreal kNarrowestPointColumn = 16;
}

void ChartFrame::setContent(const ChartSpec &spec, const ChartStyle &style)
{
    m_spec = spec;
    m_style = style;
    m_style.scale = std::clamp(style.scale, 1.0, 4.0);
    m_style.textScale = std::clamp(style.textScale, 1.0, 2.0);
    QList<qint64> largest;
    m_extremes.resize(m_spec.series.size());
    for (qsizetype i = 0; i < m_extremes.size(); ++i) {
        const QList<Count> &values = m_spec.series.at(i).values;
        if (!m_extremes.at(i).isOf(values))
            m_extremes[i] = MinMaxIndex(values);
        const QList<Count> &compared = m_spec.series.at(i).compared;
        const qint64 others = compared.isEmpty() ? -1 : MinMaxIndex(compared).largest();
        largest.append(std::max(m_extremes.at(i).largest(), others));
    }
    m_layout = ChartLayout(m_spec, m_style, largest);
}

const ValueScale &ChartFrame::scaleOf(const ChartSeries &series) const
{
    return m_layout.scaleOf(&series - m_spec.series.constData());
}

const MinMaxIndex &ChartFrame::extremesOf(const ChartSeries &series) const
{
    return m_extremes.at(&series - m_spec.series.constData());
}

bool ChartFrame::isBars(const ChartSeries &series) const
{
    return !isInStrip(series) && (m_spec.bars || series.metric == Metric::PostCount);
}

bool ChartFrame::isInStrip(const ChartSeries &series) const
{
    return m_layout.stripSeries >= 0 && &series == &m_spec.series.at(m_layout.stripSeries);
}

QPointF ChartFrame::pointOf(const ChartSeries &series, int bucket) const
{
    const double height = scaleOf(series).heightOf(double(valueOf(series, bucket).value_or(0)));
    return {geometry().centreOf(bucket), geometry().yOfHeight(height)};
}

int ChartFrame::columns() const
{
    return std::max(1, int(std::ceil(geometry().plot().width() * m_style.scale)));
}

QRectF ChartFrame::lineArea() const
{
    return geometry().plot().adjusted(-kClipRoom, -kClipRoom, kClipRoom, kClipRoom);
}

bool ChartFrame::hasThinLines() const
{
    return m_style.bare || geometry().buckets() > geometry().plot().width() / 2;
}

bool ChartFrame::hasPoints() const
{
    return !m_style.bare && geometry().buckets() <= kMostPoints
        && geometry().plot().width() >= kNarrowestPointColumn * geometry().buckets();
}

QColor ChartFrame::colour(const ColourToken &token) const
{
    return token.in(m_style.theme);
}

QColor ChartFrame::colourOf(const ChartSeries &series) const
{
    return colour(Palette::forMetric(series.metric));
}
}
