// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/charttext.h"
#include "charts/decimate.h"
#include "charts/fonts.h"
#include "charts/marks.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr int kMostPoints = 60; ///< with more buckets, points would be beads on the line
constexpr qreal kNarrowestPointColumn = 16;
constexpr int kDecimateAbove = 4000;
/** Qt Charts cuts lines at its plot area; this much more room keeps a line at zero whole. */
constexpr qreal kClipRoom = 4;
}

ChartScene::ChartScene()
    : m_scene(std::make_unique<QGraphicsScene>())
    , m_chart(new QChart)
    , m_timeAxis(new QValueAxis)
    , m_valueAxis(new QValueAxis)
{
    loadFonts();
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene->addItem(m_chart);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    for (QValueAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setVisible(false);
        m_chart->addAxis(axis, axis == m_timeAxis ? Qt::AlignBottom : Qt::AlignLeft);
    }
}

ChartScene::ChartScene(const ChartSpec &spec, const ChartStyle &style)
    : ChartScene()
{
    setContent(spec, style);
}

ChartScene::~ChartScene() = default;

void ChartScene::setContent(const ChartSpec &spec, const ChartStyle &style)
{
    m_spec = spec;
    m_style = style;
    m_style.scale = std::clamp(style.scale, 1.0, 4.0);
    m_layout = ChartLayout(m_spec, m_style);
    fillLines();
}

void ChartScene::fillLines()
{
    QList<const ChartSeries *> shown;
    m_contents.clear();
    for (const ChartSeries &series : std::as_const(m_spec.series)) {
        if (m_layout.isDrawable && !isBars(series))
            shown.append(&series);
    }
    while (m_lines.size() > size_t(shown.size())) {
        m_chart->removeSeries(m_lines.back());
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < size_t(shown.size())) {
        auto *line = new QLineSeries;
        m_chart->addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_valueAxis);
        m_lines.push_back(line);
    }
    if (shown.isEmpty())
        return;

    const ChartGeometry &geometry = m_layout.geometry;
    const QRectF &plot = geometry.plot();
    const double seconds = double(geometry.window().until - geometry.window().from);
    const double timeRoom = kClipRoom * seconds / plot.width();
    const double valueRoom = kClipRoom * double(geometry.top()) / plot.height();
    m_chart->resize(m_style.size);
    m_chart->setPlotArea(plot.adjusted(-kClipRoom, -kClipRoom, kClipRoom, kClipRoom));
    m_timeAxis->setRange(-timeRoom, seconds + timeRoom);
    m_valueAxis->setRange(-valueRoom, double(geometry.top()) + valueRoom);
    const int columns = std::max(1, int(std::ceil(plot.width() * m_style.scale)));
    const bool dense = geometry.buckets() > plot.width() / 2;
    const qreal width = dense ? Marks::kDenseLineWidth : Marks::kLineWidth;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        QLineSeries *line = m_lines[size_t(i)];
        line->setPen(
            QPen(colour(Palette::forMetric(shown.at(i)->metric)), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_contents.append(lineContent(*shown.at(i), columns));
        m_contents.last().series = shown.at(i);
        line->replace(m_contents.constLast().points);
    }
    // Without it the first picture would have the plot area of an empty chart.
    m_chart->layout()->activate();
}

ChartScene::LineContent ChartScene::lineContent(const ChartSeries &series, int columns) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const qint64 origin = geometry.window().from;
    const int buckets = geometry.buckets();
    const bool thin = buckets > kDecimateAbove;
    const bool points = hasPoints();
    LineContent content;
    Decimator decimator(0, double(geometry.window().until - origin), thin ? columns : 1);
    if (!thin)
        content.points.reserve(buckets);
    // Flags instead of copies of values, over which this loop would stall.
    const Count nothing;
    const auto valueAt = [&, size = series.values.size()](int bucket) -> const Count & {
        return bucket < size ? series.values.at(bucket) : nothing;
    };
    bool knownBefore = false;
    BucketState stateBefore = BucketState::Unknown;
    double left = 0;
    int last = -1;
    for (int bucket = 0; bucket < buckets; ++bucket) {
        const Count &value = valueAt(bucket);
        const bool known = value.has_value();
        const BucketState state = stateOf(bucket);
        const double right = double(geometry.startOf(bucket + 1) - origin);
        const double x = (left + right) / 2;
        const bool partial = state == BucketState::Partial;
        // Lines from and to partial buckets are dashed, and painted by us.
        const bool whole = known && !partial;
        if (!thin)
            content.points.append({x, whole ? double(*value) : std::numeric_limits<double>::quiet_NaN()});
        else if (whole)
            decimator.add(x, double(*value));
        else
            decimator.gap();
        if (known) {
            if (knownBefore && (partial || stateBefore == BucketState::Partial))
                content.dashed.append(bucket);
            if (points || partial || (!knownBefore && !valueAt(bucket + 1)))
                content.marked.append(bucket);
            last = bucket;
        }
        knownBefore = known;
        stateBefore = state;
        left = right;
    }
    if (thin)
        content.points = decimator.finish();
    // Where lines have no points, their ends say which is which without colour.
    if (m_spec.series.size() > 1 && last >= 0 && (content.marked.isEmpty() || content.marked.constLast() != last))
        content.marked.append(last);
    return content;
}

QImage ChartScene::render() const
{
    const QSize size = (QSizeF(m_style.size) * m_style.scale).toSize().expandedTo({1, 1});
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(colour(Palette::kSurface));
    QPainter painter(&image);
    painter.scale(m_style.scale, m_style.scale);
    paint(painter);
    return image;
}

void ChartScene::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF all(QPointF(0, 0), QSizeF(m_style.size));
    painter.fillRect(all, colour(Palette::kSurface));
    drawText(painter);
    if (m_layout.isDrawable) {
        drawUnknown(painter);
        drawGrid(painter);
        drawBars(painter);
        m_scene->render(&painter, all, all);
        for (const LineContent &content : m_contents)
            drawDashes(painter, content);
        for (const LineContent &content : m_contents)
            drawMarkers(painter, content);
        drawViral(painter);
        drawMessage(painter);
    }
    painter.restore();
}

QRectF ChartScene::plotArea() const
{
    return m_layout.isDrawable ? m_layout.geometry.plot() : QRectF();
}

qreal ChartScene::xOf(int bucket) const
{
    return m_layout.geometry.centreOf(bucket);
}

qreal ChartScene::yOf(double value) const
{
    return m_layout.geometry.yOf(value);
}

QRectF ChartScene::columnOf(int bucket) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const qreal left = geometry.leftOf(bucket);
    return {left, geometry.plot().top(), geometry.leftOf(bucket + 1) - left, geometry.plot().height()};
}

int ChartScene::bucketAt(qreal x) const
{
    return m_layout.geometry.bucketAt(x);
}

BucketState ChartScene::stateOf(int bucket) const
{
    return bucket >= 0 && bucket < m_spec.states.size() ? m_spec.states.at(bucket) : BucketState::Unknown;
}

Count ChartScene::valueOf(const ChartSeries &series, int bucket) const
{
    return bucket >= 0 && bucket < series.values.size() ? series.values.at(bucket) : Count();
}

bool ChartScene::isBars(const ChartSeries &series) const
{
    return m_spec.bars || series.metric == Metric::PostCount;
}

bool ChartScene::hasPoints() const
{
    const ChartGeometry &geometry = m_layout.geometry;
    return geometry.buckets() <= kMostPoints && geometry.plot().width() >= kNarrowestPointColumn * geometry.buckets();
}

QColor ChartScene::colour(const ColourToken &token) const
{
    return token.in(m_style.theme);
}
}
