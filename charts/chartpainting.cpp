// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/charttext.h"
#include "charts/contrast.h"
#include "charts/denseline.h"
#include "charts/findbyte.h"
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
    drawAxisText(painter, m_layout.left, Qt::AlignRight);
    drawAxisText(painter, m_layout.right, Qt::AlignLeft);
    for (const PlacedText &label : m_layout.timeLabels)
        drawPlaced(painter, label, m_layout.axisFont, label.strong ? text : muted, Qt::AlignHCenter);
}

/** Labels towards the plot; above them what they are about, where that is not the same for both axes. */
void ChartScene::drawAxisText(QPainter &painter, const ChartAxis &axis, Qt::Alignment alignment) const
{
    const QColor text = colourOf(axis);
    for (const PlacedText &label : axis.labels)
        drawPlaced(painter, label, m_layout.axisFont, text, alignment);
    for (qsizetype i = 0; i < axis.heads.size(); ++i) {
        const Metric metric = axis.metrics.at(i);
        Marks::drawMarker(painter, metric, axis.heads.at(i), colour(Palette::forMetric(metric)),
                          colour(Palette::kSurface), false);
    }
}

/** An axis of one metric among two axes has its colour, unless that can be seen but not read. */
QColor ChartScene::colourOf(const ChartAxis &axis) const
{
    if (axis.metrics.size() != 1)
        return colour(Palette::kMuted);
    const ColourToken &own = Palette::forMetric(axis.metrics.constFirst());
    return colour(isReadableText(own, m_style.theme) ? own : Palette::kMuted);
}

void ChartScene::drawUnknown(QPainter &painter) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const QRectF &plot = geometry.plot();
    const qsizetype end = std::min<qsizetype>(m_spec.states.size(), geometry.buckets());
    qsizetype first = nextOf(m_spec.states, BucketState::Unknown);
    while (first >= 0 && first < end) {
        qsizetype next = first;
        while (next < end && m_spec.states.at(next) == BucketState::Unknown)
            ++next;
        const qreal left = Marks::snapped(geometry.leftOf(int(first)), m_style.scale);
        const qreal right = Marks::snapped(geometry.leftOf(int(next)), m_style.scale);
        Marks::drawHatch(painter, QRectF(left, plot.top(), right - left, plot.height()), colour(Palette::kWindow),
                         colour(Palette::kLine));
        first = nextOf(m_spec.states, BucketState::Unknown, next);
    }
}

void ChartScene::drawGrid(QPainter &painter) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const QRectF &plot = geometry.plot();
    QColor grid = colour(Palette::kLine);
    grid.setAlphaF(kGridOpacity);
    const ValueScale &scale = m_layout.left.scale;
    for (qsizetype i = 1; i < scale.lines.size(); ++i) {
        const qreal height = scale.heightOf(double(scale.lines.at(i)));
        const qreal y = Marks::snapped(geometry.yOfHeight(height), m_style.scale);
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), grid);
    }
    // The axis is stronger than the grid: values stand on it.
    QColor axis = colour(Palette::kMuted);
    axis.setAlphaF(0.55F);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), axis);
    // Logarithms of two axes have no lines in common, and a second grid would be one too many.
    if (m_spec.scaling == ValueScaling::Logarithmic) {
        for (const PlacedText &label : m_layout.right.labels)
            painter.fillRect(
                QRectF(plot.right() + 1, Marks::snapped(label.rect.center().y() - 0.5, m_style.scale), 4, 1), axis);
    }
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
    const double height = scaleOf(series).heightOf(double(valueOf(series, bucket).value_or(0)));
    return {m_layout.geometry.centreOf(bucket), m_layout.geometry.yOfHeight(height)};
}

QPen ChartScene::penOf(const LineContent &content) const
{
    const QColor pen = colour(Palette::forMetric(content.series->metric));
    // Round caps would cost ten times the rest of the picture; see drawJoints() for what they are good for.
    return hasThinLines() ? QPen(pen, Marks::kDenseLineWidth, Qt::SolidLine, Qt::SquareCap)
                          : QPen(pen, Marks::kLineWidth, Qt::SolidLine, Qt::FlatCap);
}

void ChartScene::drawThinned(QPainter &painter) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    QList<QLineF> lines;
    painter.save();
    // Where Qt Charts cuts its lines. Cut, they are also painted in two thirds of the time.
    painter.setClipRect(lineArea());
    for (const LineContent &content : m_lineContents) {
        if (!content.isThinned || content.points.isEmpty())
            continue;
        lines.clear();
        lines.reserve(content.points.size());
        QPointF before = geometry.onPicture(content.points.constFirst());
        for (auto point = content.points.cbegin() + 1; point != content.points.cend(); ++point) {
            const QPointF here = geometry.onPicture(*point);
            if (!std::isnan(before.y()) && !std::isnan(here.y()))
                lines.append({before, here});
            before = here;
        }
        const QPen pen = penOf(content);
        const DenseLine dense(lines, m_style.scale);
        painter.setPen(pen);
        if (!dense.isDense()) {
            painter.drawLines(lines);
            continue;
        }
        painter.drawLines(dense.longStrokes());
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.scale(1 / m_style.scale, 1 / m_style.scale);
        painter.drawRects(dense.columns(pen.widthF()));
        painter.restore();
    }
    painter.restore();
}

/** Qt Charts draws each segment by itself, which leaves notches at the bends. */
void ChartScene::drawJoints(QPainter &painter) const
{
    if (hasThinLines() || hasPoints())
        return; // too thin to show any; covered by markers
    const ChartGeometry &geometry = m_layout.geometry;
    painter.setPen(Qt::NoPen);
    for (const LineContent &content : m_lineContents) {
        painter.setBrush(colour(Palette::forMetric(content.series->metric)));
        for (const QPointF &point : content.points) {
            if (!std::isnan(point.y()))
                painter.drawEllipse(geometry.onPicture(point), Marks::kLineWidth / 2, Marks::kLineWidth / 2);
        }
    }
}

void ChartScene::drawDashes(QPainter &painter, const LineContent &content) const
{
    const ChartSeries &series = *content.series;
    const QColor pen = colour(Palette::forMetric(series.metric));
    const qreal width = m_style.bare ? Marks::kDenseLineWidth : Marks::kLineWidth;
    for (const int bucket : content.dashed)
        Marks::drawSegment(painter, pointOf(series, bucket - 1), pointOf(series, bucket), pen, true, width);
}

void ChartScene::drawMarkers(QPainter &painter, const LineContent &content) const
{
    const ChartSeries &series = *content.series;
    const QColor pen = colour(Palette::forMetric(series.metric));
    const QColor surface = colour(Palette::kSurface);
    for (const int bucket : content.marked) {
        if (m_style.bare) {
            if (!valueOf(series, bucket - 1) && !valueOf(series, bucket + 1))
                Marks::drawDot(painter, pointOf(series, bucket), pen);
            continue;
        }
        Marks::drawMarker(painter, series.metric, pointOf(series, bucket), pen, surface,
                          stateOf(bucket) == BucketState::Partial);
    }
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
    if (m_layout.largest > 0)
        return {};
    const bool hasUnknown = nextOf(m_spec.states, BucketState::Unknown) >= 0;
    if (!m_layout.isAnythingKnown)
        return hasUnknown ? ChartText::nothingFetched() : QString();
    if (hasUnknown)
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
