// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartstyle.h"
#include "charts/valueaxes.h"
#include "series/chartspec.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace Postwave
{
/** What the legend says: the series, and then only those marks that occur in the picture. */
class ChartLegend
{
public:
    ChartLegend() = default;
    /** @param stripSeries the one in a strip of its own; -1 where there is none */
    ChartLegend(const ChartSpec &spec, const ValueAxes &axes, qsizetype stripSeries, const QFont &font,
                const QLocale &locale);

    /** What is drawn in which way: the period itself, and the one that it is compared with. */
    static ChartLegend ofPeriods(const ChartSpec &spec, qsizetype stripSeries, const QFont &font,
                                 const QLocale &locale);

    /** Puts the entries into rows of at most @p width from @p topLeft on. @return the height they take. */
    qreal arrange(QPointF topLeft, qreal width);
    void draw(QPainter &painter, const ChartStyle &style) const;

private:
    enum class Sample { Series, Compared, Partial, Unknown, Viral, None };
    struct Entry {
        Sample sample = Sample::Series;
        Metric metric = Metric::Views;
        QString text;
        QRectF place; ///< sample and text
    };

    void drawSample(QPainter &painter, const Entry &entry, const ChartStyle &style) const;
    bool isBar(Metric metric) const;
    qreal sampleWidth(const Entry &entry) const;

    QFont m_font;
    bool m_bars = false;
    Metric m_first = Metric::Views; ///< whose colour and shape explain the marks
    QList<Entry> m_entries;
};
}
