// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/viralmarks.h"

#include "charts/chartcaptions.h"
#include "charts/findbyte.h"
#include "charts/marks.h"
#include "format/format.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Postwave
{
namespace
{
constexpr qreal kAboveBar = 5; ///< from a bar to the mark above it
constexpr qreal kAbovePoint = 9;
/** More numbers than this are noise; the highest have them. */
constexpr int kMostValues = 5;

/** Middle of a mark's lower edge. */
QPointF baseOf(const QRectF &mark)
{
    return {mark.center().x(), mark.bottom()};
}
}

ViralMarks::ViralMarks(const ChartFrame &frame, const ChartBars &bars, const ChartLines &lines,
                       const ComparedSeries &compared)
    : m_frame(frame)
    , m_bars(bars)
    , m_lines(lines)
    , m_compared(compared)
{
}

void ViralMarks::place()
{
    m_marks.clear();
    const QList<ChartSeries> &all = m_frame.spec().series;
    if (!m_frame.layout().isDrawable || all.isEmpty())
        return;
    const auto views = std::ranges::find(all, Metric::Views, &ChartSeries::metric);
    const bool hasViews = views != all.cend();
    const auto first = std::ranges::find_if(all, [this](const ChartSeries &series) {
        return !m_frame.isInStrip(series);
    });
    if (first == all.cend())
        return;
    const ChartSeries &series = hasViews ? *views : *first;
    placeMarks(series);
    // The mark is about views; without them their number is not part of this picture.
    if (hasViews)
        placeValues(series);
}

void ViralMarks::placeMarks(const ChartSeries &series)
{
    const bool isBars = m_frame.isBars(series);
    const qreal scale = m_frame.style().scale;
    const BarPlace bar = isBars ? m_bars.placeOf(series) : BarPlace();
    const QPointF shift(bar.offset + bar.width / 2, isBars ? -kAboveBar : -kAbovePoint);
    const QList<bool> &viral = m_frame.spec().viral;
    for (qsizetype next = m_frame.layout().firstViral; next >= 0; next = nextOf(viral, true, next + 1)) {
        const int bucket = int(next);
        if (bucket >= m_frame.geometry().buckets() || !ChartFrame::valueOf(series, bucket))
            continue;
        const QPointF base = m_frame.pointOf(series, bucket) + shift;
        const QRectF mark(base - QPointF(Marks::kViralWidth / 2, Marks::kViralHeight),
                          QSizeF(Marks::kViralWidth, Marks::kViralHeight));
        // Of marks that share their pixels only the highest is seen.
        if (!m_marks.isEmpty()
            && Marks::snapped(baseOf(m_marks.constLast().rect).x(), scale) == Marks::snapped(base.x(), scale)) {
            if (mark.top() >= m_marks.constLast().rect.top())
                continue;
            m_marks.removeLast();
        }
        m_marks.append({bucket, mark, {}});
    }
}

void ViralMarks::placeValues(const ChartSeries &series)
{
    QList<qsizetype> order(m_marks.size());
    std::iota(order.begin(), order.end(), 0);
    // The highest first: where values would cover each other, it is the one that stays.
    std::ranges::stable_sort(order, std::ranges::greater(), [&](qsizetype i) {
        return *ChartFrame::valueOf(series, m_marks.at(i).bucket);
    });
    if (order.size() > kMostValues)
        order.resize(kMostValues);
    const QFont &font = m_frame.layout().markFont;
    const QFontMetricsF metrics(font);
    for (const qsizetype i : std::as_const(order)) {
        const QRectF &mark = m_marks.at(i).rect;
        const Count value = ChartFrame::valueOf(series, m_marks.at(i).bucket);
        const QString text = Format::shortNumber(*value, m_frame.style().textLocale);
        const QSizeF size(std::ceil(metrics.horizontalAdvance(text)), font.pixelSize());
        const auto place = placeLabel(mark, size, surroundingsOf(labelReach(mark, size), mark));
        if (place)
            m_marks[i].value = {*place, text};
    }
}

Surroundings ViralMarks::surroundingsOf(const QRectF &reach, const QRectF &mark) const
{
    Surroundings around{m_frame.layout().markArea, {}, {}};
    const auto addShape = [&](const QRectF &shape) {
        if (shape.intersects(reach))
            around.shapes.append(shape);
    };
    for (const Mark &other : m_marks) {
        if (other.rect != mark)
            addShape(other.rect);
        if (!other.value.text.isEmpty())
            addShape(other.value.rect);
    }
    m_bars.addTo(around, reach);
    m_lines.addTo(around, reach);
    m_compared.addTo(around, reach);
    return around;
}

void ViralMarks::paint(QPainter &painter) const
{
    const QColor text = m_frame.colour(Palette::kText);
    for (const Mark &mark : m_marks)
        Marks::drawViral(painter, baseOf(mark.rect), text);
    for (const Mark &mark : m_marks) {
        PlacedText value = mark.value;
        value.rect.adjust(-2, -2, 2, 2); // digits are lower than their line
        ChartCaptions::drawPlaced(painter, value, m_frame.layout().markFont, text, Qt::AlignHCenter);
    }
}
}
