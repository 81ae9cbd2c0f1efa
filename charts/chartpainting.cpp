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
constexpr qreal kBarShare = 0.72; ///< of a column's width
constexpr qreal kWidestBar = 56;
constexpr qreal kNarrowestBar = 2; ///< a lone minute of a day must still be seen
constexpr float kGridOpacity = 0.6F;

void drawPlaced(QPainter &painter, const PlacedText &placed, const QFont &font, const QColor &colour,
                Qt::Alignment alignment = Qt::AlignLeft)
{
    if (placed.text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    // Absolute: a title in Arabic still begins where the other lines of the figure do.
    painter.drawText(placed.rect, int(alignment | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     placed.text);
}
}

/** Where the bars of one series stand within their columns. */
struct ChartScene::Bars {
    qreal offset = 0; ///< of the left edge from the column's middle
    qreal width = 1;
};

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

ChartScene::Bars ChartScene::barsOf(const ChartSeries &series) const
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

void ChartScene::drawBars(QPainter &painter) const
{
    for (const ChartSeries &series : m_spec.series) {
        if (isBars(series))
            drawBarSeries(painter, series, barsOf(series));
    }
}

void ChartScene::drawBarSeries(QPainter &painter, const ChartSeries &series, const Bars &bars) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const QColor fill = colour(Palette::forMetric(series.metric));
    const qreal bottom = geometry.plot().bottom();
    // Of bars that share their pixels only the highest is seen, and only it is drawn.
    QRectF pending;
    bool pendingPartial = false;
    const auto flush = [&] {
        if (!pending.isEmpty())
            Marks::drawBar(painter, pending, fill, pendingPartial);
        pending = {};
    };
    for (int bucket = 0; bucket < geometry.buckets(); ++bucket) {
        const Count value = valueOf(series, bucket);
        if (!value || *value <= 0)
            continue;
        const qreal left = Marks::snapped(geometry.centreOf(bucket) + bars.offset, m_style.scale);
        // One view is less than a pixel next to a million, but it is not none.
        const qreal top = std::min(Marks::snapped(geometry.yOf(double(*value)), m_style.scale), bottom - 1);
        if (!pending.isEmpty() && left == pending.left()) {
            pending.setTop(std::min(pending.top(), top));
            continue;
        }
        flush();
        pending = QRectF(left, top, bars.width, bottom - top);
        pendingPartial = stateOf(bucket) == BucketState::Partial;
    }
    flush();
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

void ChartScene::drawViral(QPainter &painter) const
{
    if (m_spec.series.isEmpty())
        return;
    const auto views = std::ranges::find(m_spec.series, Metric::Views, &ChartSeries::metric);
    const bool hasViews = views != m_spec.series.cend();
    const ChartSeries &series = hasViews ? *views : m_spec.series.constFirst();
    QList<int> marked;
    for (qsizetype bucket = m_spec.viral.indexOf(true); bucket >= 0; bucket = m_spec.viral.indexOf(true, bucket + 1)) {
        if (valueOf(series, int(bucket)) && bucket < m_layout.geometry.buckets())
            marked.append(int(bucket));
    }
    // The highest first: where values would cover each other, it is the one that stays.
    std::ranges::stable_sort(marked, std::ranges::greater(), [&](int bucket) {
        return *valueOf(series, bucket);
    });

    const QFontMetricsF metrics(m_layout.markFont);
    const Bars bars = isBars(series) ? barsOf(series) : Bars{0, 0};
    QList<QRectF> taken;
    for (const int bucket : std::as_const(marked)) {
        QPointF point = pointOf(series, bucket);
        point.rx() += bars.offset + bars.width / 2;
        const QPointF base = point - QPointF(0, isBars(series) ? 5 : 9);
        Marks::drawViral(painter, base, colour(Palette::kText));
        if (!hasViews)
            continue; // the mark is about views, and their number is not part of this picture
        const QString value = ChartText::shortNumber(*valueOf(series, bucket), m_style.textLocale);
        const QSizeF size(std::ceil(metrics.horizontalAdvance(value)), m_layout.markFont.pixelSize());
        const qreal left =
            std::clamp(base.x() - size.width() / 2, 4.0, std::max(4.0, m_style.size.width() - size.width() - 4));
        const QRectF place(QPointF(left, base.y() - 11 - size.height()), size);
        const QRectF wide = place.adjusted(-6, -2, 6, 2);
        if (std::ranges::any_of(taken, [&](const QRectF &other) {
                return other.intersects(wide);
            }))
            continue;
        taken.append(place);
        drawPlaced(painter, {place.adjusted(-2, -2, 2, 2), value}, m_layout.markFont, colour(Palette::kText),
                   Qt::AlignHCenter);
    }
}

QString ChartScene::message() const
{
    if (m_spec.states.isEmpty())
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
    const QRectF &plot = m_layout.geometry.plot();
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
