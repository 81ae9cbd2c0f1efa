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

constexpr qreal kBarShare = 0.72; ///< of a column's width
constexpr qreal kWidestBar = 56;
constexpr qreal kNarrowestBar = 2; ///< a lone minute of a day must still be seen
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
    m_style.textScale = std::clamp(style.textScale, 1.0, 2.0);
    m_layout = ChartLayout(m_spec, m_style);
    fillBars();
    fillLines();
    placeViralMarks();
}

void ChartScene::fillBars()
{
    m_bars.clear();
    for (const ChartSeries &series : std::as_const(m_spec.series)) {
        if (m_layout.isDrawable && isBars(series))
            m_bars.append(barContent(series));
    }
}

void ChartScene::fillLines()
{
    QList<const ChartSeries *> shown;
    m_lineContents.clear();
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
        m_lineContents.append(lineContent(*shown.at(i), columns));
        m_lineContents.last().series = shown.at(i);
        line->replace(m_lineContents.constLast().points);
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

ChartScene::BarPlace ChartScene::barPlaceOf(const ChartSeries &series) const
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

ChartScene::BarContent ChartScene::barContent(const ChartSeries &series) const
{
    const ChartGeometry &geometry = m_layout.geometry;
    const BarPlace place = barPlaceOf(series);
    const qreal bottom = geometry.plot().bottom();
    BarContent content{&series, {}};
    for (int bucket = 0; bucket < geometry.buckets(); ++bucket) {
        const Count value = valueOf(series, bucket);
        if (!value || *value <= 0)
            continue;
        const qreal left = Marks::snapped(geometry.centreOf(bucket) + place.offset, m_style.scale);
        // One view is less than a pixel next to a million, but it is not none.
        const qreal top = std::min(Marks::snapped(geometry.yOf(double(*value)), m_style.scale), bottom - 1);
        // Of bars that share their pixels only the highest is seen, and only it is drawn.
        if (!content.bars.isEmpty() && left == content.bars.constLast().rect.left()) {
            QRectF &shared = content.bars.last().rect;
            shared.setTop(std::min(shared.top(), top));
            continue;
        }
        content.bars.append({QRectF(left, top, place.width, bottom - top), stateOf(bucket) == BucketState::Partial});
    }
    return content;
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
        drawGrid(painter);
        drawBars(painter);
        m_scene->render(&painter, all, all);
        for (const LineContent &content : m_lineContents)
            drawDashes(painter, content);
        for (const LineContent &content : m_lineContents)
            drawMarkers(painter, content);
        drawViral(painter);
    }
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
