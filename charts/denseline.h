// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QRect>

namespace Postwave
{
/**
 * A thinned line that goes up and down so much that each column of pixels is filled from one end to another. Blending
 * its strokes pixel by pixel takes ten times as long as filling the columns, and looks the same.
 */
class DenseLine
{
public:
    /** @p strokes from left to right; @p scale pixels to a unit. */
    DenseLine(const QList<QLineF> &strokes, qreal scale);

    /** Whether most columns are filled rather than crossed. */
    bool isDense() const;

    /** The pixels that strokes of @p width fill, column by column. */
    QList<QRect> columns(qreal width) const;
    /** Strokes that lead across several columns, which are drawn as lines. */
    const QList<QLineF> &longStrokes() const
    {
        return m_longStrokes;
    }

private:
    struct Column {
        int at; ///< in pixels
        qreal top;
        qreal bottom;
    };

    void cover(int column, qreal from, qreal to);

    qreal m_scale;
    qreal m_climbed = 0; ///< up and down, all in all
    QList<Column> m_columns;
    QList<QLineF> m_longStrokes;
};
}
