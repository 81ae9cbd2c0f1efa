// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace Postwave
{
/**
 * A series as small as a word: its shape from zero to its largest value, without axes. What is not known is a gap, what
 * is zero stands on the lower edge.
 */
class SparklineItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Sparkline)
    /** One a bucket, from the oldest on; what is no number is not known. */
    Q_PROPERTY(QList<qreal> values READ values WRITE setValues NOTIFY valuesChanged FINAL)
    Q_PROPERTY(QColor colour READ colour WRITE setColour NOTIFY colourChanged FINAL)

public:
    explicit SparklineItem(QQuickItem *parent = nullptr);

    QList<qreal> values() const
    {
        return m_values;
    }
    void setValues(const QList<qreal> &values);
    QColor colour() const
    {
        return m_colour;
    }
    void setColour(const QColor &colour);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void valuesChanged();
    void colourChanged();

private:
    QList<qreal> m_values;
    QColor m_colour = Qt::black;
};
}
