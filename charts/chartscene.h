// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartlayout.h"
#include "charts/chartstyle.h"
#include "charts/labelplacing.h"
#include "charts/minmaxindex.h"
#include "series/chartspec.h"

#include <QImage>

#include <memory>
#include <vector>

class QChart;
class QGraphicsScene;
class QLineSeries;
class QPainter;
class QValueAxis;

namespace Postwave
{
/**
 * The one drawing for screen and file. Qt Charts draws the lines; grid, bars, marks and text are
 * painted around it, so that they are sharp at every scale and cost nothing for each point. So are lines of more
 * points than there are pixels: Qt Charts would outline each of them for the sake of the mouse.
 * Belongs to the GUI thread. A QApplication must exist; loadFonts() is called if nobody did.
 */
class ChartScene
{
public:
    ChartScene();
    ChartScene(const ChartSpec &spec, const ChartStyle &style);
    ~ChartScene();
    Q_DISABLE_COPY_MOVE(ChartScene)

    /** Shows something else; what can be kept of the scene is kept. */
    void setContent(const ChartSpec &spec, const ChartStyle &style);

    /** The whole picture, size × scale device pixels, premultiplied and opaque. */
    QImage render() const;
    /** The same into @p image, whose memory is used again where size and format allow it and nobody else holds it. */
    void render(QImage &image) const;
    /** The same in logical pixels, on whatever @p painter paints. */
    void paint(QPainter &painter) const;

    /** Where data is drawn, in logical pixels; empty when there is no room for any. */
    QRectF plotArea() const;
    /** Middle of a bucket's column. */
    qreal xOf(int bucket) const;
    /** The bucket's column from top to bottom of the plot. */
    QRectF columnOf(int bucket) const;
    /** The bucket at @p x, by binary search; -1 outside of the plot. */
    int bucketAt(qreal x) const;
    /** Where a value of the first series is, on its axis; that of zero is the plot's lower edge. */
    qreal yOf(double value) const;
    /** What is measured on the right axis, in the order of the series; nothing where there is but one axis. */
    const QList<Metric> &rightMetrics() const;

private:
    /** Lines are cut this far outside of the plot, which keeps a line at zero whole. */
    static constexpr qreal kClipRoom = 4;

    /** Where the bars of one series stand within their columns. */
    struct BarPlace {
        qreal offset = 0; ///< of the left edge from the column's middle
        qreal width = 0;
    };
    struct Bar {
        QRectF rect;
        bool partial = false;
    };
    /** The bars of a series that are seen, from left to right. */
    struct BarContent {
        const ChartSeries *series = nullptr; ///< of m_spec
        QList<Bar> bars;
    };
    /** What a line is made of; buckets by their index. */
    struct LineContent {
        const ChartSeries *series = nullptr; ///< of m_spec
        QList<QPointF> points; ///< seconds since the window's begin, and heights; not a number = gap
        QList<int> dashed; ///< ends of segments to or from partial buckets
        QList<int> marked; ///< points that have a marker
        bool isThinned = false; ///< to what the pixels can show, and painted by us
    };

    /** What a series is compared with, on the picture. */
    struct ComparedContent {
        const ChartSeries *series = nullptr; ///< of m_spec
        QList<QPointF> points; ///< of the line; not a number = gap
        QList<QRectF> bars; ///< in the place of a line
    };

    /** The mark of a viral bucket, and its value where there is a clear place for it. */
    struct ViralMark {
        QRectF rect;
        PlacedText value;
    };

    void fillContents();
    BarPlace barPlaceOf(const ChartSeries &series) const;
    QRectF barRect(const BarPlace &place, const ValueScale &scale, int bucket, qint64 value) const;
    BarContent barContent(const ChartSeries &series) const;
    LineContent lineContent(const ChartSeries &series, const MinMaxIndex &extremes) const;
    void fillWhole(LineContent &content) const;
    void fillThinned(LineContent &content, const MinMaxIndex &extremes) const;
    void fillCompared();
    QList<QPointF> comparedPoints(const ChartSeries &series) const;
    void fillLines();
    QPen penOf(const LineContent &content) const;
    void placeViralMarks();
    void placeViralValues(const ChartSeries &series, const QList<int> &buckets);
    Surroundings surroundingsOf(const QRectF &reach, const QRectF &mark) const;
    void addLines(Surroundings &around, const LineContent &content, const QRectF &reach) const;
    BucketState stateOf(int bucket) const;
    Count valueOf(const ChartSeries &series, int bucket) const;
    const ValueScale &scaleOf(const ChartSeries &series) const; ///< of m_spec
    bool isBars(const ChartSeries &series) const;
    QRectF lineArea() const; ///< where lines are cut
    bool hasThinLines() const; ///< where there are more points than can be told apart, or little room
    bool hasPoints() const;
    QColor colour(const ColourToken &token) const;
    QColor colourOf(const ChartAxis &axis) const;

    void paintOnSurface(QPainter &painter) const;
    static void drawPlaced(QPainter &painter, const PlacedText &placed, const QFont &font, const QColor &colour,
                           Qt::Alignment alignment = Qt::AlignLeft);
    void drawText(QPainter &painter) const;
    void drawAxisText(QPainter &painter, const ChartAxis &axis, Qt::Alignment alignment) const;
    void drawUnknown(QPainter &painter) const;
    void drawGrid(QPainter &painter) const;
    void drawCompared(QPainter &painter) const;
    void drawBars(QPainter &painter) const;
    void drawThinned(QPainter &painter) const;
    void drawJoints(QPainter &painter) const;
    void drawDashes(QPainter &painter, const LineContent &content) const;
    void drawMarkers(QPainter &painter, const LineContent &content) const;
    void drawViral(QPainter &painter) const;
    void drawMessage(QPainter &painter) const;
    QString message() const;
    QPointF pointOf(const ChartSeries &series, int bucket) const;

    ChartSpec m_spec;
    QList<MinMaxIndex> m_extremes; ///< of the spec's series
    ChartStyle m_style;
    ChartLayout m_layout;
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart = nullptr; ///< owned by the scene, as are its axes and lines
    QValueAxis *m_timeAxis = nullptr;
    QValueAxis *m_heightAxis = nullptr; ///< whatever is measured: a ValueScale knows how high it is
    std::vector<QLineSeries *> m_lines;
    QList<LineContent> m_lineContents; ///< in the order of the series; m_lines has those that are not thinned
    QList<BarContent> m_bars;
    QList<ComparedContent> m_compared;
    QList<ViralMark> m_viral; ///< from left to right
};
}
