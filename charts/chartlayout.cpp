// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlayout.h"

#include "charts/bytesearch.h"
#include "charts/charttext.h"
#include "charts/extremes.h"
#include "charts/fonts.h"
#include "series/wording.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qreal kLabelGap = 10; ///< between the labels of values and the plot
constexpr qreal kTickLength = 5;
constexpr qreal kTimeLabelGap = 16; ///< least distance of two labels of time
/** Above the highest point, for a mark and its value; a figure has some of it there anyway. */
constexpr qreal kViralRoom = 32;
constexpr qreal kViralRoomInFigure = 16;
constexpr qreal kRoomToSpare = 4; ///< above that: what is there keeps some distance itself
constexpr int kMostGridlines = 6;

/** Larger text has less room in the same picture. */
QSizeF roomFor(const ChartStyle &style)
{
    return QSizeF(style.size) / style.textScale;
}

bool isRoomy(const ChartStyle &style)
{
    return roomFor(style).width() >= 900 && roomFor(style).height() >= 480;
}

bool isTiny(const ChartStyle &style)
{
    return roomFor(style).width() < 480 || roomFor(style).height() < 300;
}

qreal lineHeight(const QFont &font)
{
    return std::ceil(font.pixelSize() * 1.4);
}

qint64 largestOf(const ChartSpec &spec)
{
    qint64 largest = -1;
    for (const ChartSeries &series : spec.series)
        largest = std::max({largest, Extremes(series.values).largest(), Extremes(series.compared).largest()});
    return largest;
}

PlacedText placed(const QString &text, const QFont &font, qreal left, qreal top, qreal width)
{
    return {QRectF(left, top, width, lineHeight(font)), QFontMetricsF(font).elidedText(text, Qt::ElideRight, width)};
}
}

ChartLayout::ChartLayout(const ChartSpec &spec, const ChartStyle &style)
    : ChartLayout(spec, style, largestOf(spec))
{
}

ChartLayout::ChartLayout(const ChartSpec &spec, const ChartStyle &style, qint64 largestValue)
    : firstViral(nextOf(spec.viral, true))
    , isAnythingKnown(largestValue >= 0)
    , largest(std::max<qint64>(0, largestValue))
{
    chooseFonts(style);
    const qreal margin = !style.figure ? 8 : isRoomy(style) ? 32 : isTiny(style) ? 12 : 20;
    // Half of the uppermost label of values stands above the plot.
    const qreal top = style.figure ? placeHead(spec, style, margin) : std::max(margin, lineHeight(axisFont) / 2);
    const qreal bottom = style.figure ? placeFoot(spec, style, margin) : style.size.height() - margin;
    const qreal room = style.figure ? kViralRoomInFigure : kViralRoom;
    const qreal marks = firstViral >= 0 ? room * style.textScale : 0;
    const QRectF area(margin, top + marks, style.size.width() - 2 * margin, bottom - top - marks);
    placeAxes(spec, style, area);
    markArea = geometry.plot().adjusted(0, -kViralRoom * style.textScale - kRoomToSpare, 0, 0);
}

void ChartLayout::chooseFonts(const ChartStyle &style)
{
    const bool roomy = style.figure && isRoomy(style);
    const auto font = [&style](int size, QFont::Weight weight = QFont::Normal) {
        return chartFont(int(std::lround(size * style.textScale)), weight);
    };
    titleFont = font(isTiny(style) ? TextSize::kSection : TextSize::kTitle, QFont::DemiBold);
    subtitleFont = font(roomy ? TextSize::kSection : TextSize::kBody);
    bodyFont = font(roomy ? TextSize::kBody : TextSize::kLabel);
    axisFont = font(roomy ? TextSize::kBody : TextSize::kLabel);
    markFont = font(roomy ? TextSize::kBody : TextSize::kLabel, QFont::DemiBold);
}

qreal ChartLayout::placeHead(const ChartSpec &spec, const ChartStyle &style, qreal margin)
{
    const qreal width = style.size.width() - 2 * margin;
    qreal y = margin - 4; // the room above capital letters
    const auto next = [&](PlacedText &where, const QString &text, const QFont &font, qreal gap) {
        where = placed(text, font, margin, y, width);
        y = where.rect.bottom() + gap;
    };
    next(title, drawableText(spec.channelTitle.simplified()), titleFont, 4);
    if (!isTiny(style))
        next(subtitle, ChartText::subtitle(spec), subtitleFont, 2);
    const QString span = Wording::range(spec.window, zoneOf(spec), style.textLocale);
    next(range, span + u" · "_s + spec.zone, bodyFont, 0);
    if (isTiny(style))
        return y + 12;
    hasLegend = true;
    legend = ChartLegend(spec, bodyFont, style.textLocale);
    y += isRoomy(style) ? 20 : 12;
    return y + legend.arrange({margin, y}, width) + (isRoomy(style) ? 20 : 12);
}

qreal ChartLayout::placeFoot(const ChartSpec &spec, const ChartStyle &style, qreal margin)
{
    const qreal bottom = style.size.height() - margin;
    if (isTiny(style))
        return bottom;
    const QString age = ChartText::asOf(spec.asOf, zoneOf(spec), spec.zone, style.textLocale);
    const QString origin = ChartText::source(spec);
    if (age.isEmpty() && origin.isEmpty())
        return bottom;
    const qreal width = style.size.width() - 2 * margin;
    const qreal y = bottom - lineHeight(bodyFont) + 4;
    asOf = placed(age, bodyFont, margin, y, width);
    const qreal ageWidth = age.isEmpty() ? 0 : QFontMetricsF(bodyFont).horizontalAdvance(age) + 2 * margin;
    source = placed(origin, bodyFont, margin + ageWidth, y, std::max(0.0, width - ageWidth));
    return y - (isRoomy(style) ? 20 : 12);
}

void ChartLayout::placeAxes(const ChartSpec &spec, const ChartStyle &style, const QRectF &area)
{
    const QFontMetricsF metrics(axisFont);
    const qreal labelHeight = lineHeight(axisFont);
    const qreal bottom = std::floor(area.bottom() - labelHeight - kTickLength - 3);
    const qreal top = std::ceil(area.top());
    const int lines = std::clamp(int((bottom - top) / (2.2 * labelHeight)) + 1, 2, kMostGridlines);
    scale = valueScale(largest, lines);

    QStringList values;
    qreal widest = 0;
    if (isAnythingKnown) {
        // Where there is nothing but zeros, a line at 1 would stand for nothing.
        const qint64 highest = largest > 0 ? scale.top : 0;
        for (qint64 value = 0; value <= highest; value += scale.step) {
            values.append(Wording::shortNumber(value, style.textLocale));
            widest = std::max(widest, std::ceil(metrics.horizontalAdvance(values.constLast())));
        }
    }
    const qreal left = area.left() + (values.isEmpty() ? 0 : widest + kLabelGap);
    const QRectF plot(QPointF(left, top), QPointF(std::floor(area.right()), bottom));
    isDrawable = plot.width() >= 16 && plot.height() >= 16 && !spec.starts.isEmpty();
    if (!isDrawable)
        return;
    geometry = ChartGeometry(spec, plot, scale.top);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const qreal y = geometry.yOf(double(scale.step) * double(i));
        valueLabels.append({QRectF(area.left(), y - labelHeight / 2, widest, labelHeight), values.at(i)});
    }
    const qreal rightLimit = style.size.width() - std::min(8.0, area.left());
    const qint64 bucketSeconds = usualSeconds(spec.step);
    const QList<TimeTick> ticks = Postwave::timeTicks(geometry.window(), bucketSeconds, zoneOf(spec), style.textLocale,
                                                      [&](const QList<TimeTick> &candidates) {
                                                          return placeTimeLabels(candidates, rightLimit);
                                                      });
    placeTimeLabels(ticks, rightLimit);
}

bool ChartLayout::placeTimeLabels(const QList<TimeTick> &ticks, qreal rightLimit)
{
    constexpr qreal kNarrowest = 12;
    timeLabels.clear();
    timeTicks.clear();
    const QRectF &plot = geometry.plot();
    if (double(ticks.size()) * (kNarrowest + kTimeLabelGap) > plot.width() + 100)
        return false; // spares measuring them
    const QFontMetricsF metrics(axisFont);
    qreal taken = 4;
    for (const TimeTick &tick : ticks) {
        const int bucket = geometry.bucketStartingAt(tick.time);
        const qreal x = bucket >= 0 ? geometry.centreOf(bucket) : geometry.xOfTime(double(tick.time));
        const qreal width = std::ceil(metrics.horizontalAdvance(tick.label));
        // At the picture's edges a label moves inwards rather than being cut.
        const qreal left = std::clamp(x - width / 2, 4.0, std::max(4.0, rightLimit - width));
        if (left < taken || left + width > rightLimit + 0.5)
            return false;
        taken = left + width + kTimeLabelGap;
        timeTicks.append(x);
        timeLabels.append(
            {QRectF(left, plot.bottom() + kTickLength + 3, width, lineHeight(axisFont)), tick.label, tick.strong});
    }
    return true;
}
}
