// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlayout.h"

#include "charts/charttext.h"
#include "charts/findbyte.h"
#include "charts/fonts.h"
#include "charts/minmaxindex.h"
#include "format/format.h"

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
constexpr qreal kStripHeight = 22;
constexpr qreal kStripGap = 10; ///< between the plot and the strip
constexpr qreal kBareInset = 1; ///< above and below bare data: half of a line, and its smooth edge
/** Above the uppermost labels of two axes, for the markers of what is measured on them. */
constexpr qreal kHeadRoom = 13;
constexpr qreal kHeadPitch = 12;

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

QList<qint64> largestOf(const ChartSpec &spec)
{
    QList<qint64> largest;
    for (const ChartSeries &series : spec.series)
        largest.append(std::max(MinMaxIndex(series.values).largest(), MinMaxIndex(series.compared).largest()));
    return largest;
}

/** The numbers of posts beside other metrics, which they would be stumps of; -1 where there is nothing to set apart. */
qsizetype stripSeriesOf(const ChartSpec &spec, const ChartStyle &style)
{
    constexpr qreal lowest = 200; // below it a strip would take the plot's room
    if (style.bare || spec.series.size() < 2 || roomFor(style).height() < lowest)
        return -1;
    const auto posts = std::ranges::find(spec.series, Metric::PostCount, &ChartSeries::metric);
    return posts == spec.series.cend() ? -1 : posts - spec.series.cbegin();
}

/** What axes measure: all but what stands in the strip. */
QList<qint64> onAxes(QList<qint64> largest, qsizetype stripSeries)
{
    if (stripSeries >= 0)
        largest[stripSeries] = -1;
    return largest;
}

QStringList textsOf(const ValueScale &scale, const QLocale &locale)
{
    QStringList texts;
    for (const qint64 value : scale.lines)
        texts.append(Format::shortNumber(value, locale));
    return texts;
}

qreal widthOf(const QStringList &texts, const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (const QString &text : texts)
        widest = std::max(widest, std::ceil(metrics.horizontalAdvance(text)));
    return widest;
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

ChartLayout::ChartLayout(const ChartSpec &spec, const ChartStyle &style, const QList<qint64> &largestValues)
    : firstViral(style.bare ? -1 : nextOf(spec.viral, true))
    , axes(valueAxes(onAxes(largestValues, stripSeriesOf(spec, style))))
    , stripSeries(stripSeriesOf(spec, style))
{
    isAnythingKnown = axes.largestLeft >= 0;
    largest = std::max<qint64>(0, axes.largestLeft);
    for (qsizetype i = 0; axes.hasRight() && i < spec.series.size(); ++i) {
        if (i != stripSeries)
            (axes.isRight.at(i) ? right : left).metrics.append(spec.series.at(i).metric);
    }
    chooseFonts(style);
    if (stripSeries >= 0) {
        stripTop = std::max<qint64>(1, MinMaxIndex(spec.series.at(stripSeries).values).largest());
        stripLabel.text = Format::metric(Metric::PostCount);
    }
    if (style.bare) {
        placeBare(spec, style);
        return;
    }
    const qreal margin = !style.figure ? 8 : isRoomy(style) ? 32 : isTiny(style) ? 12 : 20;
    // Half of the uppermost label of values stands above the plot.
    const qreal top = style.figure ? placeHead(spec, style, margin) : placeComparison(spec, style, margin);
    const qreal bottom = style.figure ? placeFoot(spec, style, margin) : style.size.height() - margin;
    const qreal room = style.figure ? kViralRoomInFigure : kViralRoom;
    const qreal heads = axes.hasRight() ? kHeadRoom : 0;
    const qreal marks = std::max(heads, firstViral >= 0 ? room * style.textScale : 0);
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
    const QString span = Format::range(spec.window, zoneOf(spec), style.textLocale);
    next(range, span + u" · "_s + spec.zone, bodyFont, 0);
    if (isTiny(style))
        return y + 12;
    hasLegend = true;
    legend = ChartLegend(spec, axes, stripSeries, bodyFont, style.textLocale);
    y += isRoomy(style) ? 20 : 12;
    return y + legend.arrange({margin, y}, width) + (isRoomy(style) ? 20 : 12);
}

/** On screen the rest of a legend stands in controls; which line is which period does not. */
qreal ChartLayout::placeComparison(const ChartSpec &spec, const ChartStyle &style, qreal margin)
{
    const qreal top = std::max(margin, lineHeight(axisFont) / 2);
    constexpr qreal lowest = 160; // below it every pixel is the data's
    if (spec.comparedWindow.isEmpty() || roomFor(style).height() < lowest)
        return top;
    hasLegend = true;
    legend = ChartLegend::ofPeriods(spec, stripSeries, axisFont, style.textLocale);
    return top + legend.arrange({margin, 0}, style.size.width() - 2 * margin);
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

void ChartLayout::placeBare(const ChartSpec &spec, const ChartStyle &style)
{
    left.scale = tightScale(axes.largestLeft, spec.scaling);
    right.scale = tightScale(axes.largestRight, spec.scaling);
    const QRectF plot = QRectF({0, 0}, QSizeF(style.size)).adjusted(0, kBareInset, 0, -kBareInset);
    isDrawable = plot.width() >= 1 && plot.height() >= 1 && !spec.starts.isEmpty();
    if (isDrawable)
        geometry = ChartGeometry(spec, plot);
}

void ChartLayout::placeAxes(const ChartSpec &spec, const ChartStyle &style, const QRectF &area)
{
    const QFontMetricsF metrics(axisFont);
    const qreal labelHeight = lineHeight(axisFont);
    const qreal dataBottom = std::floor(area.bottom() - labelHeight - kTickLength - 3);
    const qreal stripRoom = stripSeries >= 0 ? std::ceil((kStripHeight + kStripGap) * style.textScale) : 0;
    const qreal bottom = dataBottom - stripRoom;
    const qreal top = std::ceil(area.top());
    const int lines = std::clamp(int((bottom - top) / (2.2 * labelHeight)) + 1, 2, kMostGridlines);
    const bool isLinear = spec.scaling == ValueScaling::Linear;
    left.scale = isLinear ? linearScale(largest, lines) : logarithmicScale(largest, lines);
    if (!isAnythingKnown)
        left.scale.lines.clear();
    if (axes.hasRight())
        right.scale =
            isLinear ? alignedScale(axes.largestRight, left.scale) : logarithmicScale(axes.largestRight, lines);

    const auto columnWidth = [&](const ChartAxis &axis, const QStringList &texts) {
        return std::max(widthOf(texts, metrics), double(axis.metrics.size()) * kHeadPitch);
    };
    const qreal stripLabelWidth = std::ceil(metrics.horizontalAdvance(stripLabel.text));
    const QStringList leftTexts = textsOf(left.scale, style.textLocale);
    const QStringList rightTexts = textsOf(right.scale, style.textLocale);
    const QRectF leftColumn(area.left(), top, std::max(stripLabelWidth, columnWidth(left, leftTexts)), bottom - top);
    QRectF rightColumn(0, top, columnWidth(right, rightTexts), bottom - top);
    rightColumn.moveRight(std::floor(area.right()));
    const bool hasLeftTexts = !leftTexts.isEmpty() || stripSeries >= 0;
    const QRectF plot(QPointF(leftColumn.right() + (hasLeftTexts ? kLabelGap : 0), top),
                      QPointF(rightColumn.left() - (rightTexts.isEmpty() ? 0 : kLabelGap), bottom));
    isDrawable = plot.width() >= 16 && plot.height() >= 16 && !spec.starts.isEmpty();
    if (!isDrawable)
        return;
    geometry = ChartGeometry(spec, plot);
    placeStrip(leftColumn, dataBottom);
    placeValueLabels(left, leftTexts, leftColumn);
    placeValueLabels(right, rightTexts, rightColumn);
    placeHeads(left, leftColumn, Qt::AlignRight);
    placeHeads(right, rightColumn, Qt::AlignLeft);
    const qreal rightLimit = style.size.width() - std::min(8.0, area.left());
    const qint64 bucketSeconds = usualSeconds(spec.step);
    const QList<TimeTick> ticks = Postwave::timeTicks(geometry.window(), bucketSeconds, zoneOf(spec), style.textLocale,
                                                      [&](const QList<TimeTick> &candidates) {
                                                          return placeTimeLabels(candidates, rightLimit);
                                                      });
    placeTimeLabels(ticks, rightLimit);
}

void ChartLayout::placeStrip(const QRectF &column, qreal bottom)
{
    if (stripSeries < 0)
        return;
    const QRectF &plot = geometry.plot();
    const qreal room = bottom - plot.bottom();
    const qreal height = std::floor(room * kStripHeight / (kStripHeight + kStripGap));
    strip = QRectF(plot.left(), bottom - height, plot.width(), height);
    const qreal labelHeight = lineHeight(axisFont);
    stripLabel.rect = QRectF(column.left(), strip.bottom() - labelHeight, column.width(), labelHeight);
}

void ChartLayout::placeValueLabels(ChartAxis &axis, const QStringList &texts, const QRectF &column)
{
    const qreal height = lineHeight(axisFont);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qreal y = geometry.yOfHeight(axis.scale.heightOf(double(axis.scale.lines.at(i))));
        axis.labels.append({QRectF(column.left(), y - height / 2, column.width(), height), texts.at(i)});
    }
}

void ChartLayout::placeHeads(ChartAxis &axis, const QRectF &column, Qt::Alignment side)
{
    const qreal width = kHeadPitch * double(axis.metrics.size());
    const qreal first = (side == Qt::AlignRight ? column.right() - width : column.left()) + kHeadPitch / 2;
    const qreal y = column.top() - lineHeight(axisFont) / 2 - kHeadRoom / 2;
    for (qsizetype i = 0; i < axis.metrics.size(); ++i)
        axis.heads.append({first + kHeadPitch * double(i), y});
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
        timeLabels.append({QRectF(left, dataArea().bottom() + kTickLength + 3, width, lineHeight(axisFont)), tick.label,
                           tick.strong});
    }
    return true;
}
}
