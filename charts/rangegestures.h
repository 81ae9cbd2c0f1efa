// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartitem.h"

#include <QPointer>

namespace Postwave
{
/**
 * What hands and keys do in a strip that shows all of a view, and in it the part that a chart shows: the part can be
 * dragged as a whole or by its ends, or drawn anew. Places are in the coordinates of an area that reaches beyond the
 * strip on both sides, for the ends are to be caught at its edges, too.
 */
class RangeGestures : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /** The strip. */
    Q_PROPERTY(Postwave::ChartItem *chart READ chart WRITE setChart NOTIFY placesChanged FINAL)
    /** The buckets of the part, and whether they are less than all. */
    Q_PROPERTY(int first MEMBER m_first NOTIFY placesChanged FINAL)
    Q_PROPERTY(int last MEMBER m_last NOTIFY placesChanged FINAL)
    Q_PROPERTY(bool zoomed MEMBER m_isZoomed NOTIFY placesChanged FINAL)
    /** The edges of the part, in the coordinates of the strip. */
    Q_PROPERTY(qreal partLeft READ partLeft NOTIFY placesChanged FINAL)
    Q_PROPERTY(qreal partRight READ partRight NOTIFY placesChanged FINAL)

    /** How far the area reaches beyond the strip, and how near to an end one catches it. */
    Q_PROPERTY(qreal reach READ reach CONSTANT FINAL)
    /** Where the pointer is, whether it is held down, and what it should look like. */
    Q_PROPERTY(qreal position MEMBER m_position NOTIFY pointerChanged FINAL)
    Q_PROPERTY(bool pressed MEMBER m_isPressed NOTIFY pointerChanged FINAL)
    Q_PROPERTY(Qt::CursorShape cursor READ cursor NOTIFY pointerChanged FINAL)

public:
    explicit RangeGestures(QObject *parent = nullptr);

    ChartItem *chart() const
    {
        return m_chart;
    }
    void setChart(ChartItem *chart);
    qreal partLeft() const;
    qreal partRight() const;
    static qreal reach();
    Qt::CursorShape cursor() const;

    /** The pointer goes down, and moves on. */
    Q_INVOKABLE void press(qreal x);
    Q_INVOKABLE void move(qreal x);
    /** It came up where it went down. */
    Q_INVOKABLE void click(qreal x);
    /** @return false for a key that has no meaning here */
    Q_INVOKABLE bool pressKey(int key, int modifiers);

Q_SIGNALS:
    /** Show these buckets; steps of one motion are one. */
    void stretchRequested(int first, int last);
    void zoomByRequested(qreal factor, int around);
    void panRequested(int buckets);
    void showAllRequested();

    void placesChanged();
    void pointerChanged();

private:
    /** What of the part is moved. */
    enum class Hold : quint8 { Begin, End, Whole, New };

    Hold holdAt(qreal x) const;
    int bucketAt(qreal x) const;
    int middle() const;
    void moveByKey(int buckets, Qt::KeyboardModifiers modifiers);

    QPointer<ChartItem> m_chart;
    int m_first = 0;
    int m_last = -1;
    bool m_isZoomed = false;
    qreal m_position = 0;
    bool m_isPressed = false;

    Hold m_hold = Hold::Whole;
    int m_pressedBucket = 0;
    int m_pressedFirst = 0;
};
}
