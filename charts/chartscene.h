// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/comparedseries.h"
#include "charts/poststrip.h"
#include "charts/viralmarks.h"

#include <QImage>

namespace Postwave
{
/**
 * The one drawing for screen and file. Qt Charts draws the lines; grid, bars, marks and text are
 * painted around it, so that they are sharp at every scale and cost nothing for each point.
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
    /** What is said in the place of data, "No posts on 14 Nov 2025"; empty where there are some. */
    QString message() const;
    /** What is measured on the right axis, in the order of the series; nothing where there is but one axis. */
    const QList<Metric> &rightMetrics() const;

private:
    void paintOnSurface(QPainter &painter) const;

    ChartFrame m_frame;
    ChartBars m_bars{m_frame};
    ChartLines m_lines{m_frame};
    ComparedSeries m_compared{m_frame, m_bars};
    PostStrip m_strip{m_frame};
    ViralMarks m_viral{m_frame, m_bars, m_lines, m_compared};
};
}
