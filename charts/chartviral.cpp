// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/findbyte.h"
#include "charts/marks.h"
#include "format/format.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Postwave
{
namespace
{
constexpr qreal kAboveBar = 5; ///< from a bar to the mark above it
constexpr qreal kAbovePoint = 9;
/** More numbers than this nobody reads; the highest have them. */
constexpr int kMostValues = 50;

/** Middle of a mark's lower edge. */
QPointF baseOf(const QRectF &mark)
{
    return {mark.center().x(), mark.bottom()};
}
}

void ChartScene::placeViralMarks()
{
    m_viral.clear();
    if (!m_layout.isDrawable || m_spec.series.isEmpty())
        return;
    const auto views = std::ranges::find(std::as_const(m_spec.series), Metric::Views, &ChartSeries::metric);
    const bool hasViews = views != m_spec.series.cend();
    const ChartSeries &series = hasViews ? *views : m_spec.series.constFirst();
    const BarPlace bar = isBars(series) ? barPlaceOf(series) : BarPlace();
    const QPointF shift(bar.offset + bar.width / 2, isBars(series) ? -kAboveBar : -kAbovePoint);
    QList<int> buckets;
    for (qsizetype next = m_layout.firstViral; next >= 0; next = nextOf(m_spec.viral, true, next + 1)) {
        const int bucket = int(next);
        if (bucket >= m_layout.geometry.buckets() || !valueOf(series, bucket))
            continue;
        const QPointF base = pointOf(series, bucket) + shift;
        const QRectF mark(base - QPointF(Marks::kViralWidth / 2, Marks::kViralHeight),
                          QSizeF(Marks::kViralWidth, Marks::kViralHeight));
        // Of marks that share their pixels only the highest is seen.
        if (!m_viral.isEmpty()
            && Marks::snapped(baseOf(m_viral.constLast().rect).x(), m_style.scale)
                == Marks::snapped(base.x(), m_style.scale)) {
            if (mark.top() >= m_viral.constLast().rect.top())
                continue;
            m_viral.removeLast();
            buckets.removeLast();
        }
        m_viral.append({mark, {}});
        buckets.append(bucket);
    }
    // The mark is about views; without them their number is not part of this picture.
    if (hasViews)
        placeViralValues(series, buckets);
}

void ChartScene::placeViralValues(const ChartSeries &series, const QList<int> &buckets)
{
    QList<qsizetype> order(m_viral.size());
    std::iota(order.begin(), order.end(), 0);
    // The highest first: where values would cover each other, it is the one that stays.
    std::ranges::stable_sort(order, std::ranges::greater(), [&](qsizetype i) {
        return *valueOf(series, buckets.at(i));
    });
    if (order.size() > kMostValues)
        order.resize(kMostValues);
    const QFontMetricsF metrics(m_layout.markFont);
    for (const qsizetype i : std::as_const(order)) {
        const QRectF &mark = m_viral.at(i).rect;
        const QString text = Format::shortNumber(*valueOf(series, buckets.at(i)), m_style.textLocale);
        const QSizeF size(std::ceil(metrics.horizontalAdvance(text)), m_layout.markFont.pixelSize());
        const auto place = placeLabel(mark, size, surroundingsOf(labelReach(mark, size), mark));
        if (place)
            m_viral[i].value = {*place, text};
    }
}

Surroundings ChartScene::surroundingsOf(const QRectF &reach, const QRectF &mark) const
{
    Surroundings around{m_layout.markArea, {}, {}};
    const auto addShape = [&](const QRectF &shape) {
        if (shape.intersects(reach))
            around.shapes.append(shape);
    };
    for (const ViralMark &other : m_viral) {
        if (other.rect != mark)
            addShape(other.rect);
        if (!other.value.text.isEmpty())
            addShape(other.value.rect);
    }
    for (const BarContent &content : m_bars) {
        for (const Bar &bar : content.bars)
            addShape(bar.rect);
    }
    for (const LineContent &content : m_lineContents)
        addLines(around, content, reach);
    return around;
}

void ChartScene::addLines(Surroundings &around, const LineContent &content, const QRectF &reach) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const auto isLeftOfReach = [&](const QPointF &point) {
        return geometry.onPicture(point).x() < reach.left();
    };
    const auto begin = content.points.cbegin();
    auto point = std::partition_point(begin, content.points.cend(), isLeftOfReach);
    for (point = std::max(point, begin + 1); point < content.points.cend(); ++point) {
        const QLineF line(geometry.onPicture(*(point - 1)), geometry.onPicture(*point));
        if (line.x1() > reach.right())
            break;
        const bool isGap = std::isnan(line.y1()) || std::isnan(line.y2());
        if (!isGap && crosses(line, reach))
            around.lines.append(line);
    }
    const auto firstFrom = [&](const QList<int> &buckets, qreal x) {
        return std::partition_point(buckets.cbegin(), buckets.cend(), [&](int bucket) {
            return geometry.centreOf(bucket) < x;
        });
    };
    for (auto end = firstFrom(content.dashed, reach.left()); end != content.dashed.cend(); ++end) {
        const QLineF line(pointOf(*content.series, *end - 1), pointOf(*content.series, *end));
        if (line.x1() > reach.right())
            break;
        if (crosses(line, reach))
            around.lines.append(line);
    }
    constexpr qreal kReach = Marks::kMarkerReach;
    for (auto next = firstFrom(content.marked, reach.left() - kReach); next != content.marked.cend(); ++next) {
        const QPointF centre = pointOf(*content.series, *next);
        const QRectF marker(centre - QPointF(kReach, kReach), QSizeF(2 * kReach, 2 * kReach));
        if (marker.left() > reach.right())
            break;
        if (marker.intersects(reach))
            around.shapes.append(marker);
    }
}

void ChartScene::drawViral(QPainter &painter) const
{
    const QColor text = colour(Palette::kText);
    for (const ViralMark &mark : m_viral)
        Marks::drawViral(painter, baseOf(mark.rect), text);
    for (const ViralMark &mark : m_viral) {
        PlacedText value = mark.value;
        value.rect.adjust(-2, -2, 2, 2); // digits are lower than their line
        drawPlaced(painter, value, m_layout.markFont, text, Qt::AlignHCenter);
    }
}
}
