// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartitem.h"
#include "charts/stepgathering.h"

#include <QPointer>

namespace Postwave
{
/**
 * What mouse and fingers do in a chart, and what they wish thereby. Buckets are those of the view, of which the chart
 * may show a part; -1 is none. Places are in the coordinates of the chart.
 */
class ChartGestures : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Postwave::ChartItem *chart READ chart WRITE setChart NOTIFY placesChanged FINAL)
    /** The bucket that the chart begins with. */
    Q_PROPERTY(int first MEMBER m_first NOTIFY placesChanged FINAL)

    /** Where the pointer is, and whether it is over the chart at all. */
    Q_PROPERTY(QPointF position MEMBER m_position NOTIFY pointerMoved FINAL)
    Q_PROPERTY(bool hovered MEMBER m_isHovered NOTIFY pointerMoved FINAL)
    /** The buttons that are held down. */
    Q_PROPERTY(Qt::MouseButtons buttons MEMBER m_buttons NOTIFY dragChanged FINAL)
    /** Whether the bucket at the pointer can be opened. */
    Q_PROPERTY(bool openable MEMBER m_isOpenable NOTIFY openableChanged FINAL)
    /** The bucket at the pointer; none beside the plot. */
    Q_PROPERTY(int pointed READ pointed NOTIFY pointedChanged FINAL)

    /** The bucket that is told about, and its column; empty when that is not in the chart. */
    Q_PROPERTY(int bucket MEMBER m_bucket NOTIFY placesChanged FINAL)
    Q_PROPERTY(QRectF column READ column NOTIFY placesChanged FINAL)

    /** The middle button moves what is seen. */
    Q_PROPERTY(bool panning READ isPanning NOTIFY dragChanged FINAL)
    /** Another selects a part, whose columns are these. */
    Q_PROPERTY(bool selecting READ isSelecting NOTIFY dragChanged FINAL)
    Q_PROPERTY(QRectF selection READ selection NOTIFY dragChanged FINAL)

public:
    explicit ChartGestures(QObject *parent = nullptr);

    ChartItem *chart() const
    {
        return m_chart;
    }
    void setChart(ChartItem *chart);
    int pointed() const
    {
        return m_pointed;
    }
    QRectF column() const;
    bool isPanning() const;
    bool isSelecting() const;
    QRectF selection() const;

    /** A button goes down at the pointer, it moves, the button comes up. */
    Q_INVOKABLE void press(QPointF place);
    Q_INVOKABLE void move(qreal x);
    Q_INVOKABLE void release(int button);
    /** Follows release() where press and release were in the chart. */
    Q_INVOKABLE void click(int button);
    /** So soon after a click that both are one. */
    Q_INVOKABLE void secondClick();

    /** A wheel turns, or two fingers on a touchpad move; 120 are a notch of a wheel. */
    Q_INVOKABLE void turn(QPoint angle, int modifiers, qreal x);

    /** Two fingers come down; they are @p scale times as far apart, with their middle at @p x. */
    Q_INVOKABLE void beginPinch();
    Q_INVOKABLE void pinch(qreal scale, qreal x);

Q_SIGNALS:
    void drillRequested(int bucket);
    void zoomRequested(int first, int last);
    /** Show 1/@p factor of what is shown, and keep the bucket @p around where it is. */
    void zoomByRequested(qreal factor, int around);
    void panRequested(int buckets);
    void showAllRequested();

    void placesChanged();
    void pointerMoved();
    void openableChanged();
    void pointedChanged();
    void dragChanged();

private:
    void follow();
    int nearestBucket(qreal x) const;
    QRectF columnOf(int bucket) const;

    QPointer<ChartItem> m_chart;
    int m_first = 0;
    QPointF m_position;
    bool m_isHovered = false;
    Qt::MouseButtons m_buttons;
    bool m_isOpenable = false;
    int m_pointed = -1;
    int m_bucket = -1;

    int m_pressedBucket = -1;
    int m_draggedBucket = -1;
    qreal m_pressedX = 0;
    bool m_isDragged = false; ///< a drag is on its way, or just ended: then it is no click

    StepGathering m_zoomTurn;
    StepGathering m_panTurn;
    qreal m_pinched = 1; ///< how far apart the fingers were when they last made a step
};
}
