// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlegend.h"

#include "charts/charttext.h"
#include "charts/findbyte.h"
#include "charts/marks.h"
#include "format/format.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kSampleWidth = 24;
constexpr qreal kBarWidth = 12;
constexpr qreal kTriangleWidth = 10;
constexpr qreal kTextGap = 8;
constexpr qreal kEntryGap = 24;
constexpr qreal kRowHeight = 20;
}

ChartLegend::ChartLegend(const ChartSpec &spec, const ValueAxes &axes, qsizetype stripSeries, const QFont &font,
                         const QLocale &locale)
    : m_font(font)
    , m_bars(spec.bars)
{
    if (!spec.series.isEmpty())
        m_first = spec.series.at(stripSeries == 0 ? 1 : 0).metric;
    for (qsizetype i = 0; i < spec.series.size(); ++i) {
        const Metric metric = spec.series.at(i).metric;
        if (i == stripSeries)
            continue; // which has its name beside it
        const QString name = Format::metric(metric);
        const QString text = axes.isRight.value(i) ? ChartText::onRightAxis(name) : name;
        m_entries.append({Sample::Series, metric, text, {}});
    }
    if (!spec.comparedWindow.isEmpty())
        m_entries.append({Sample::Compared, m_first, ChartText::compared(spec, locale), {}});
    if (nextOf(spec.states, BucketState::Partial) >= 0)
        m_entries.append({Sample::Partial, m_first, ChartText::partial(spec.step), {}});
    if (nextOf(spec.states, BucketState::Unknown) >= 0)
        m_entries.append({Sample::Unknown, m_first, ChartText::unknown(), {}});
    if (nextOf(spec.viral, true) >= 0)
        m_entries.append({Sample::Viral, m_first, ChartText::viral(), {}});
    if (spec.scaling == ValueScaling::Logarithmic)
        m_entries.append({Sample::None, m_first, ChartText::logarithmic(), {}});
    if (spec.commentsMixed)
        m_entries.append({Sample::None, m_first, ChartText::commentsMixed(), {}});
}

ChartLegend ChartLegend::ofPeriods(const ChartSpec &spec, qsizetype stripSeries, const QFont &font,
                                   const QLocale &locale)
{
    ChartLegend legend;
    legend.m_font = font;
    legend.m_bars = spec.bars;
    if (!spec.series.isEmpty())
        legend.m_first = spec.series.at(stripSeries == 0 ? 1 : 0).metric;
    const QTimeZone zone = zoneOf(spec);
    legend.m_entries = {{Sample::Series, legend.m_first, Format::range(spec.window, zone, locale), {}},
                        {Sample::Compared, legend.m_first, Format::range(spec.comparedWindow, zone, locale), {}}};
    return legend;
}

qreal ChartLegend::sampleWidth(const Entry &entry) const
{
    switch (entry.sample) {
    case Sample::None:
        return 0;
    case Sample::Viral:
        return kTriangleWidth + kTextGap;
    case Sample::Unknown:
        return kSampleWidth + kTextGap;
    case Sample::Series:
    case Sample::Compared:
    case Sample::Partial:
        break;
    }
    return (isBar(entry.metric) ? kBarWidth : kSampleWidth) + kTextGap;
}

bool ChartLegend::isBar(Metric metric) const
{
    return m_bars || metric == Metric::PostCount;
}

qreal ChartLegend::arrange(QPointF topLeft, qreal width)
{
    const QFontMetricsF metrics(m_font);
    const qreal rowHeight = std::max(kRowHeight, std::ceil(m_font.pixelSize() * 1.4));
    QPointF at = topLeft;
    for (Entry &entry : m_entries) {
        const qreal needed = std::min(width, std::ceil(sampleWidth(entry) + metrics.horizontalAdvance(entry.text)));
        if (at.x() > topLeft.x() && at.x() + needed > topLeft.x() + width)
            at = {topLeft.x(), at.y() + rowHeight};
        entry.place = {at, QSizeF(needed, rowHeight)};
        at.rx() += needed + kEntryGap;
    }
    return m_entries.isEmpty() ? 0 : at.y() + rowHeight - topLeft.y();
}

void ChartLegend::draw(QPainter &painter, const ChartStyle &style) const
{
    const QFontMetricsF metrics(m_font);
    for (const Entry &entry : m_entries) {
        drawSample(painter, entry, style);
        const QRectF place = entry.place.adjusted(sampleWidth(entry), 0, 0, 0);
        painter.setFont(m_font);
        painter.setPen((entry.sample == Sample::Series ? Palette::kText : Palette::kMuted).in(style.theme));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(entry.text, Qt::ElideRight, place.width() + 1));
    }
}

void ChartLegend::drawSample(QPainter &painter, const Entry &entry, const ChartStyle &style) const
{
    const QColor colour = Palette::forMetric(entry.metric).in(style.theme);
    const QColor surface = Palette::kSurface.in(style.theme);
    const QPointF left(entry.place.left(), entry.place.center().y());
    const QPointF middle = left + QPointF(kSampleWidth / 2, 0);
    const QPointF right = left + QPointF(kSampleWidth, 0);
    const QRectF bar(left.x(), left.y() - 7, kBarWidth, 14);
    switch (entry.sample) {
    case Sample::Series:
        if (isBar(entry.metric)) {
            Marks::drawBar(painter, bar, colour, false);
        } else {
            Marks::drawSegment(painter, left, right, colour, false);
            Marks::drawMarker(painter, entry.metric, middle, colour, surface, false);
        }
        break;
    case Sample::Compared:
        if (isBar(entry.metric))
            Marks::drawComparedBar(painter, bar, colour);
        else
            Marks::drawComparedLine(painter, {left, right}, colour, Marks::kLineWidth);
        break;
    case Sample::Partial:
        if (isBar(entry.metric)) {
            Marks::drawBar(painter, bar, colour, true);
        } else {
            Marks::drawSegment(painter, left, right - QPointF(Marks::kMarkerRadius, 0), colour, true);
            Marks::drawMarker(painter, entry.metric, right - QPointF(Marks::kMarkerRadius, 0), colour, surface, true);
        }
        break;
    case Sample::Unknown:
        Marks::drawHatch(painter, QRectF(left.x(), left.y() - 7, kSampleWidth, 14), Palette::kWindow.in(style.theme),
                         Palette::kLine.in(style.theme));
        break;
    case Sample::Viral:
        Marks::drawViral(painter, left + QPointF(5, 4), Palette::kText.in(style.theme));
        break;
    case Sample::None:
        break;
    }
}
}
