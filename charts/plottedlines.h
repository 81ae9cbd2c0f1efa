// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"

#include <QPen>
#include <QSizeF>

#include <memory>
#include <vector>

class QChart;
class QGraphicsScene;
class QLineSeries;
class QPainter;
class QValueAxis;

namespace Postwave
{
/** The lines that Qt Charts draws. Its axes are not seen: what is measured, and how high it is, a ValueScale knows. */
class PlottedLines
{
public:
    struct Line {
        QList<QPointF> points; ///< seconds since the window's begin, and heights; not a number = gap
        QPen pen;
    };

    PlottedLines();
    ~PlottedLines();
    Q_DISABLE_COPY_MOVE(PlottedLines)

    /** Shows other lines; what can be kept of those before is kept. */
    void setLines(const QList<Line> &lines, const ChartFrame &frame);
    void paint(QPainter &painter) const;

private:
    void setCount(size_t count);

    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart = nullptr; ///< owned by the scene, as are its axes and lines
    QValueAxis *m_timeAxis = nullptr;
    QValueAxis *m_heightAxis = nullptr;
    std::vector<QLineSeries *> m_lines;
    QSizeF m_size; ///< of the picture; the chart may refuse to be so small
};
}
