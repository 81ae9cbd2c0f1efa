// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/charttext.h"
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
}

ChartScene::ChartScene()
    : m_scene(std::make_unique<QGraphicsScene>())
    , m_chart(new QChart)
    , m_timeAxis(new QValueAxis)
    , m_heightAxis(new QValueAxis)
{
    loadFonts();
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene->addItem(m_chart);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    for (QValueAxis *axis : {m_timeAxis, m_heightAxis}) {
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
    m_style.textScale = std::clamp(style.textScale, 1.0, 2.0);
    QList<qint64> largest;
    m_extremes.resize(m_spec.series.size());
    for (qsizetype i = 0; i < m_extremes.size(); ++i) {
        const QList<Count> &values = m_spec.series.at(i).values;
        if (!m_extremes.at(i).isOf(values))
            m_extremes[i] = MinMaxIndex(values);
        const QList<Count> &compared = m_spec.series.at(i).compared;
        const qint64 others = compared.isEmpty() ? -1 : MinMaxIndex(compared).largest();
        largest.append(std::max(m_extremes.at(i).largest(), others));
    }
    m_layout = ChartLayout(m_spec, m_style, largest);
    fillContents();
    fillCompared();
    fillLines();
    placeViralMarks();
}

void ChartScene::fillLines()
{
    QList<const LineContent *> shown;
    for (const LineContent &content : std::as_const(m_lineContents)) {
        if (!content.isThinned)
            shown.append(&content);
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
        line->attachAxis(m_heightAxis);
        m_lines.push_back(line);
    }
    if (shown.isEmpty())
        return;

    const ChartGeometry &geometry = m_layout.geometry;
    const QRectF &plot = geometry.plot();
    const double seconds = double(geometry.window().until - geometry.window().from);
    const double timeRoom = kClipRoom * seconds / plot.width();
    const double heightRoom = kClipRoom / plot.height();
    // Otherwise each of the following would place all points of before once more.
    for (QLineSeries *line : m_lines)
        line->replace(QList<QPointF>());
    m_chart->resize(m_style.size);
    m_chart->setPlotArea(lineArea());
    m_timeAxis->setRange(-timeRoom, seconds + timeRoom);
    m_heightAxis->setRange(-heightRoom, 1 + heightRoom);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        m_lines[size_t(i)]->setPen(penOf(*shown.at(i)));
        m_lines[size_t(i)]->replace(shown.at(i)->points);
    }
    // Without it the first picture would have the plot area of an empty chart.
    m_chart->layout()->activate();
}

QImage ChartScene::render() const
{
    QImage image;
    render(image);
    return image;
}

void ChartScene::render(QImage &image) const
{
    const QSize size = (QSizeF(m_style.size) * m_style.scale).toSize().expandedTo({1, 1});
    if (image.size() != size || image.format() != QImage::Format_ARGB32_Premultiplied || !image.isDetached())
        image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(colour(Palette::kSurface));
    QPainter painter(&image);
    painter.scale(m_style.scale, m_style.scale);
    paintOnSurface(painter);
}

void ChartScene::paint(QPainter &painter) const
{
    painter.fillRect(QRectF({0, 0}, QSizeF(m_style.size)), colour(Palette::kSurface));
    paintOnSurface(painter);
}

void ChartScene::paintOnSurface(QPainter &painter) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawText(painter);
    if (m_layout.isDrawable) {
        const QRectF all({0, 0}, QSizeF(m_style.size));
        drawUnknown(painter);
        if (!m_style.bare)
            drawGrid(painter);
        drawCompared(painter);
        drawBars(painter);
        if (!m_lines.empty())
            m_scene->render(&painter, all, all);
        drawThinned(painter);
        drawJoints(painter);
        for (const LineContent &content : m_lineContents)
            drawDashes(painter, content);
        for (const LineContent &content : m_lineContents)
            drawMarkers(painter, content);
        drawViral(painter);
    }
    if (!m_style.bare)
        drawMessage(painter);
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
    return m_layout.geometry.yOfHeight(m_layout.scaleOf(0).heightOf(value));
}

const QList<Metric> &ChartScene::rightMetrics() const
{
    return m_layout.right.metrics;
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

const ValueScale &ChartScene::scaleOf(const ChartSeries &series) const
{
    return m_layout.scaleOf(&series - m_spec.series.constData());
}

bool ChartScene::isBars(const ChartSeries &series) const
{
    return m_spec.bars || series.metric == Metric::PostCount;
}

QRectF ChartScene::lineArea() const
{
    return m_layout.geometry.plot().adjusted(-kClipRoom, -kClipRoom, kClipRoom, kClipRoom);
}

bool ChartScene::hasThinLines() const
{
    return m_style.bare || m_layout.geometry.buckets() > m_layout.geometry.plot().width() / 2;
}

bool ChartScene::hasPoints() const
{
    const ChartGeometry &geometry = m_layout.geometry;
    return !m_style.bare && geometry.buckets() <= kMostPoints
        && geometry.plot().width() >= kNarrowestPointColumn * geometry.buckets();
}

QColor ChartScene::colour(const ColourToken &token) const
{
    return token.in(m_style.theme);
}
}
