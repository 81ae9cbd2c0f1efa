// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartcaptions.h"

#include "charts/charttext.h"
#include "charts/contrast.h"
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
/** An axis of one metric among two axes has its colour, unless that can be seen but not read. */
QColor colourOf(const ChartAxis &axis, const ChartFrame &frame)
{
    if (axis.metrics.size() != 1)
        return frame.colour(Palette::kMuted);
    const ColourToken &own = Palette::forMetric(axis.metrics.constFirst());
    return frame.colour(isReadableText(own, frame.style().theme) ? own : Palette::kMuted);
}

/** Labels towards the plot; above them what they are about, where that is not the same for both axes. */
void drawAxis(QPainter &painter, const ChartFrame &frame, const ChartAxis &axis, Qt::Alignment alignment)
{
    const QColor text = colourOf(axis, frame);
    for (const PlacedText &label : axis.labels)
        ChartCaptions::drawPlaced(painter, label, frame.layout().axisFont, text, alignment);
    for (qsizetype i = 0; i < axis.heads.size(); ++i) {
        const Metric metric = axis.metrics.at(i);
        Marks::drawMarker(painter, metric, axis.heads.at(i), frame.colour(Palette::forMetric(metric)),
                          frame.colour(Palette::kSurface), false);
    }
}
}

void ChartCaptions::drawPlaced(QPainter &painter, const PlacedText &placed, const QFont &font, const QColor &colour,
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

void ChartCaptions::draw(QPainter &painter, const ChartFrame &frame)
{
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const ChartLayout &layout = frame.layout();
    const QColor text = frame.colour(Palette::kText);
    const QColor muted = frame.colour(Palette::kMuted);
    drawPlaced(painter, layout.title, layout.titleFont, text);
    drawPlaced(painter, layout.subtitle, layout.subtitleFont, text);
    drawPlaced(painter, layout.range, layout.bodyFont, muted);
    drawPlaced(painter, layout.asOf, layout.bodyFont, muted);
    drawPlaced(painter, layout.source, layout.bodyFont, muted, Qt::AlignRight);
    if (layout.hasLegend)
        layout.legend.draw(painter, frame.style());
    if (!layout.isDrawable)
        return;
    drawAxis(painter, frame, layout.left, Qt::AlignRight);
    drawAxis(painter, frame, layout.right, Qt::AlignLeft);
    for (const PlacedText &label : layout.timeLabels)
        drawPlaced(painter, label, layout.axisFont, label.strong ? text : muted, Qt::AlignHCenter);
}

QString ChartCaptions::messageOf(const ChartFrame &frame)
{
    const ChartSpec &spec = frame.spec();
    const ChartLayout &layout = frame.layout();
    if (spec.starts.isEmpty())
        return ChartText::nothingFetched();
    if (spec.states.isEmpty() || !layout.isDrawable)
        return {};
    const bool isFuture = std::ranges::all_of(spec.states, [](BucketState state) {
        return state == BucketState::Future;
    });
    if (isFuture)
        return ChartText::notBegun();
    // Posts of which nobody reacted to one are a line on the axis.
    if (layout.largest > 0 || spec.published.contains(true))
        return {};
    const bool hasUnknown = nextOf(spec.states, BucketState::Unknown) >= 0;
    if (!layout.isAnythingKnown)
        return hasUnknown ? ChartText::nothingFetched() : QString();
    if (hasUnknown)
        return {};
    const auto future = std::ranges::find(spec.states, BucketState::Future);
    const int known = int(future - spec.states.cbegin());
    const TimeWindow window{layout.geometry.window().from, layout.geometry.startOf(known)};
    return ChartText::noPosts(window, zoneOf(spec), frame.style().textLocale);
}

void ChartCaptions::drawMessage(QPainter &painter, const ChartFrame &frame)
{
    const QString text = messageOf(frame);
    if (text.isEmpty())
        return;
    const ChartLayout &layout = frame.layout();
    const QRectF area = layout.isDrawable ? layout.geometry.plot() : QRectF({0, 0}, QSizeF(frame.style().size));
    const QFontMetricsF metrics(layout.subtitleFont);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width() - 32);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(shown)) + 32, layout.subtitleFont.pixelSize() * 2.4);
    const QRectF plate(area.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.colour(Palette::kSurface));
    painter.drawRoundedRect(plate, 6, 6);
    drawPlaced(painter, {plate, shown}, layout.subtitleFont, frame.colour(Palette::kMuted), Qt::AlignHCenter);
}
}
