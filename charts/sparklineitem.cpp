// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sparklineitem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr qreal kLineWidth = 1.5;
}

SparklineItem::SparklineItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void SparklineItem::setValues(const QList<qreal> &values)
{
    // Not compared, for what is not a number never equals itself; the model tells changes alone.
    m_values = values;
    update();
    Q_EMIT valuesChanged();
}

void SparklineItem::setColour(const QColor &colour)
{
    if (colour == m_colour)
        return;
    m_colour = colour;
    update();
    Q_EMIT colourChanged();
}

void SparklineItem::paint(QPainter *painter)
{
    qreal largest = 0;
    for (const qreal value : std::as_const(m_values))
        largest = std::isnan(value) ? largest : std::max(largest, value);
    const QRectF area = boundingRect().adjusted(kLineWidth, kLineWidth, -kLineWidth, -kLineWidth);
    if (m_values.size() < 2 || area.isEmpty())
        return;
    const auto pointOf = [&](qsizetype i) {
        const qreal height = largest > 0 ? m_values[i] / largest : 0;
        return QPointF(area.left() + area.width() * qreal(i) / qreal(m_values.size() - 1),
                       area.bottom() - area.height() * height);
    };
    painter->setPen(QPen(m_colour, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF line;
    const auto drawLine = [&] {
        if (line.size() > 1)
            painter->drawPolyline(line);
        else if (!line.isEmpty())
            painter->drawPoint(line.constFirst());
        line.clear();
    };
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (std::isnan(m_values[i]))
            drawLine();
        else
            line.append(pointOf(i));
    }
    drawLine();
}
}
