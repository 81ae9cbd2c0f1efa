// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

#include <optional>

namespace Postwave
{
/** What a label has to leave readable, in logical pixels. Only what meets labelReach() matters. */
struct Surroundings {
    QRectF bounds; ///< the label stays within
    QList<QLineF> lines; ///< of data
    QList<QRectF> shapes; ///< bars, markers, other marks and other labels
};

/**
 * Where the value of a mark stands: above it, or else beside it or further up. It touches nothing, and nothing lies
 * between it and its mark, as it would then seem to belong to something else. Empty when no such place is found.
 */
std::optional<QRectF> placeLabel(const QRectF &mark, QSizeF size, const Surroundings &around);

/** All that placeLabel() looks at for a mark, wherever its bounds are not nearer. */
QRectF labelReach(const QRectF &mark, QSizeF size);

/** Whether a part of the line lies within the rectangle; to touch its edge is not enough. */
bool crosses(const QLineF &line, const QRectF &rect);
}
