// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/charttext.h"
#include "charts/marks.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr float kGridOpacity = 0.6F;
}

void ChartScene::drawPlaced(QPainter &painter, const PlacedText &placed, const QFont &font, const QColor &colour,
                            Qt::Alignment alignment)
{
    if (placed.text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    // Absolute: a title in Arabic still begins where the other lines of the figure do.
    painter.drawText(placed.rect, int(alignment | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     placed.text);
}

void ChartScene::drawText(QPainter &painter) const
{
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const QColor text = colour(Palette::kText);
    const QColor muted = colour(Palette::kMuted);
    drawPlaced(painter, m_layout.title, m_layout.titleFont, text);
    drawPlaced(painter, m_layout.subtitle, m_layout.subtitleFont, text);
    drawPlaced(painter, m_layout.range, m_layout.bodyFont, muted);
    drawPlaced(painter, m_layout.asOf, m_layout.bodyFont, muted);
    drawPlaced(painter, m_layout.source, m_layout.bodyFont, muted, Qt::AlignRight);
    if (m_layout.hasLegend)
        m_layout.legend.draw(painter, m_style);
    if (!m_layout.isDrawable)
        return;
    for (const PlacedText &label : m_layout.valueLabels)
        drawPlaced(painter, label, m_layout.axisFont, muted, Qt::AlignRight);
    for (const PlacedText &label : m_layout.timeLabels)
        drawPlaced(painter, label, m_layout.axisFont, label.strong ? text : muted, Qt::AlignHCenter);
}

void ChartScene::drawUnknown(QPainter &painter) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const QRectF &plot = geometry.plot();
    const auto begin = m_spec.states.cbegin();
    const auto end = begin + std::min<qsizetype>(m_spec.states.size(), geometry.buckets());
    for (auto first = std::find(begin, end, BucketState::Unknown); first != end;) {
        const auto next = std::find_if(first, end, [](BucketState state) {
            return state != BucketState::Unknown;
        });
        const qreal left = Marks::snapped(geometry.leftOf(int(first - begin)), m_style.scale);
        const qreal right = Marks::snapped(geometry.leftOf(int(next - begin)), m_style.scale);
        Marks::drawHatch(painter, QRectF(left, plot.top(), right - left, plot.height()), colour(Palette::kWindow),
                         colour(Palette::kLine));
        first = std::find(next, end, BucketState::Unknown);
    }
}

void ChartScene::drawGrid(QPainter &painter) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const QRectF &plot = geometry.plot();
    QColor grid = colour(Palette::kLine);
    grid.setAlphaF(kGridOpacity);
    for (qsizetype i = 1; i < m_layout.valueLabels.size(); ++i) {
        const qreal y = Marks::snapped(geometry.yOf(double(m_layout.scale.step) * double(i)), m_style.scale);
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), grid);
    }
    // The axis is stronger than the grid: values stand on it.
    QColor axis = colour(Palette::kMuted);
    axis.setAlphaF(0.55F);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), axis);
    for (const qreal x : m_layout.timeTicks)
        painter.fillRect(QRectF(Marks::snapped(x - 0.5, m_style.scale), plot.bottom() + 1, 1, 4), axis);
}

void ChartScene::drawBars(QPainter &painter) const
{
    for (const BarContent &content : m_bars) {
        const QColor fill = colour(Palette::forMetric(content.series->metric));
        for (const Bar &bar : content.bars)
            Marks::drawBar(painter, bar.rect, fill, bar.partial);
    }
}

QPointF ChartScene::pointOf(const ChartSeries &series, int bucket) const
{
    return {m_layout.geometry.centreOf(bucket), m_layout.geometry.yOf(double(valueOf(series, bucket).value_or(0)))};
}

void ChartScene::drawDashes(QPainter &painter, const LineContent &content) const
{
    const ChartSeries &series = *content.series;
    const QColor pen = colour(Palette::forMetric(series.metric));
    for (const int bucket : content.dashed)
        Marks::drawSegment(painter, pointOf(series, bucket - 1), pointOf(series, bucket), pen, true);
}

void ChartScene::drawMarkers(QPainter &painter, const LineContent &content) const
{
    const ChartSeries &series = *content.series;
    const QColor pen = colour(Palette::forMetric(series.metric));
    const QColor surface = colour(Palette::kSurface);
    for (const int bucket : content.marked)
        Marks::drawMarker(painter, series.metric, pointOf(series, bucket), pen, surface,
                          stateOf(bucket) == BucketState::Partial);
}

QString ChartScene::message() const
{
    if (m_spec.starts.isEmpty())
        return ChartText::nothingFetched();
    if (m_spec.states.isEmpty() || !m_layout.isDrawable)
        return {};
    const auto all = [this](auto accept) {
        return std::ranges::all_of(m_spec.states, accept);
    };
    if (all([](BucketState state) {
            return state == BucketState::Future;
        }))
        return ChartText::notBegun();
    if (!m_layout.isAnythingKnown)
        return m_spec.states.contains(BucketState::Unknown) ? ChartText::nothingFetched() : QString();
    if (m_spec.states.contains(BucketState::Unknown) || m_layout.largest > 0)
        return {};
    const auto future = std::ranges::find(m_spec.states, BucketState::Future);
    const int known = int(future - m_spec.states.cbegin());
    const TimeWindow window{m_layout.geometry.window().from, m_layout.geometry.startOf(known)};
    return ChartText::noPosts(window, zoneOf(m_spec), m_style.textLocale);
}

void ChartScene::drawMessage(QPainter &painter) const
{
    const QString text = message();
    if (text.isEmpty())
        return;
    const QRectF plot = m_layout.isDrawable ? plotArea() : QRectF({0, 0}, QSizeF(m_style.size));
    const QFontMetricsF metrics(m_layout.subtitleFont);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, plot.width() - 32);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(shown)) + 32, m_layout.subtitleFont.pixelSize() * 2.4);
    const QRectF plate(plot.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Palette::kSurface));
    painter.drawRoundedRect(plate, 6, 6);
    drawPlaced(painter, {plate, shown}, m_layout.subtitleFont, colour(Palette::kMuted), Qt::AlignHCenter);
}
}
