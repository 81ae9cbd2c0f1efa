// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** What the keyboard wishes of a chart, in which it has a cursor. Buckets are those of the view; -1 is none. */
class ChartKeys : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /** The buckets that the chart shows: the first of them, and how many. */
    Q_PROPERTY(int first MEMBER m_first NOTIFY changed FINAL)
    Q_PROPERTY(int count MEMBER m_count NOTIFY changed FINAL)
    /** Whether they are a part of the view; then that goes along with the cursor. */
    Q_PROPERTY(bool zoomed MEMBER m_isZoomed NOTIFY changed FINAL)
    /** The bucket with the cursor. */
    Q_PROPERTY(int cursor MEMBER m_cursor NOTIFY changed FINAL)

public:
    using QObject::QObject;

    /** @return false for a key that has no meaning in a chart */
    Q_INVOKABLE bool press(int key);

Q_SIGNALS:
    void cursorRequested(int bucket);
    void drillRequested(int bucket);
    /** The next metric, or the one before. */
    void metricRequested(int steps);
    void zoomByRequested(qreal factor, int around);
    void panRequested(int buckets);
    void showAllRequested();

    void changed();

private:
    void moveCursor(int to);
    void zoomBy(qreal factor);
    int last() const
    {
        return m_first + m_count - 1;
    }

    int m_first = 0;
    int m_count = 0;
    bool m_isZoomed = false;
    int m_cursor = -1;
};
}
