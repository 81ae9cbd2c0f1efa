// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/navigator.h"
#include "series/chartspec.h"

#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** Which part of a view the chart shows. Buckets are counted from the first of the whole view. */
class ChartViewport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    /** What the chart draws. */
    Q_PROPERTY(Postwave::ChartSpec part READ part NOTIFY changed FINAL)
    /** What it is a part of: all of the view, for a strip that shows where the part lies. */
    Q_PROPERTY(Postwave::ChartSpec whole READ whole NOTIFY changed FINAL)
    /** "2–11 Nov 2025": the part that the chart shows. */
    Q_PROPERTY(QString partText READ partText NOTIFY changed FINAL)
    /** So many buckets that one wants to see a part of them, and where it lies. */
    Q_PROPERTY(bool longView READ isLongView NOTIFY changed FINAL)
    Q_PROPERTY(bool zoomed READ isZoomed NOTIFY changed FINAL)
    Q_PROPERTY(int first READ first NOTIFY changed FINAL)
    Q_PROPERTY(int last READ last NOTIFY changed FINAL)

public:
    /** @param navigator outlives the viewport, and keeps the zoom */
    explicit ChartViewport(Navigator *navigator, QObject *parent = nullptr);

    const ChartSpec &part() const
    {
        return m_part;
    }
    const ChartSpec &whole() const
    {
        return m_whole;
    }
    QString partText() const;
    bool isLongView() const;
    bool isZoomed() const
    {
        return m_count > 0;
    }
    int first() const
    {
        return m_first;
    }
    int last() const
    {
        return m_first + int(m_part.starts.size()) - 1;
    }

    /** Shows another view, or the same one drawn otherwise, with the zoom of the current location. */
    void show(const ChartSpec &whole);
    /** The current location has another zoom into the same view. */
    void followZoom();
    /** There is nothing to show. */
    void clear();
    /** What is shown answers an older question: it stays as it is until something else is shown. */
    void freeze();

    /** Shows the buckets from one to another. Back leads to what was shown before. */
    Q_INVOKABLE void zoomTo(int first, int last);
    /**
     * Shows 1/@p factor of what is shown now, and keeps the bucket @p around where it is. Steps of one motion are one
     * for Back.
     */
    Q_INVOKABLE void zoomBy(qreal factor, int around);
    /** As zoomTo(), of which the steps of one motion are one for Back. */
    Q_INVOKABLE void stretchTo(int first, int last);
    /** Moves on by so many buckets, at most to the ends of the view. */
    Q_INVOKABLE void pan(int buckets);
    Q_INVOKABLE void showAll();

Q_SIGNALS:
    void changed();

private:
    void findZoom();
    void setZoom(int first, int count, bool forBack);
    qint64 endOf(int bucket) const;

    Navigator *m_navigator;
    ChartSpec m_whole;
    ChartSpec m_part;
    int m_first = 0;
    int m_count = 0; ///< of the buckets that the chart shows; 0 = all
    bool m_frozen = true;
};
}
