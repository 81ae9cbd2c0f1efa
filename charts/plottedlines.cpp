// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plottedlines.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

namespace Postwave
{
PlottedLines::PlottedLines()
    : m_scene(std::make_unique<QGraphicsScene>())
    , m_chart(new QChart)
    , m_timeAxis(new QValueAxis)
    , m_heightAxis(new QValueAxis)
{
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

PlottedLines::~PlottedLines() = default;

void PlottedLines::setCount(size_t count)
{
    while (m_lines.size() > count) {
        m_chart->removeSeries(m_lines.back());
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < count) {
        auto *line = new QLineSeries;
        m_chart->addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_heightAxis);
        m_lines.push_back(line);
    }
}

void PlottedLines::setLines(const QList<Line> &lines, const ChartFrame &frame)
{
    setCount(size_t(lines.size()));
    if (lines.isEmpty())
        return;
    const ChartGeometry &geometry = frame.geometry();
    const double seconds = double(geometry.window().until - geometry.window().from);
    const double timeRoom = ChartFrame::kClipRoom * seconds / geometry.plot().width();
    const double heightRoom = ChartFrame::kClipRoom / geometry.plot().height();
    // Otherwise each of the following would place all points of before once more.
    for (QLineSeries *line : m_lines)
        line->replace(QList<QPointF>());
    m_size = frame.style().size;
    m_chart->resize(m_size);
    m_chart->setPlotArea(frame.lineArea());
    m_timeAxis->setRange(-timeRoom, seconds + timeRoom);
    m_heightAxis->setRange(-heightRoom, 1 + heightRoom);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_lines[size_t(i)]->setPen(lines.at(i).pen);
        m_lines[size_t(i)]->replace(lines.at(i).points);
    }
    // Without it the first picture would have the plot area of an empty chart.
    m_chart->layout()->activate();
}

void PlottedLines::paint(QPainter &painter) const
{
    if (m_lines.empty())
        return;
    const QRectF all({0, 0}, m_size);
    m_scene->render(&painter, all, all);
}
}
