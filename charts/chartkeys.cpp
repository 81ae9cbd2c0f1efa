// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartkeys.h"

#include <algorithm>

namespace Postwave
{
bool ChartKeys::press(int key)
{
    switch (key) {
    case Qt::Key_Left:
        moveCursor(m_cursor < 0 ? last() : m_cursor - 1);
        return true;
    case Qt::Key_Right:
        moveCursor(m_cursor < 0 ? m_first : m_cursor + 1);
        return true;
    case Qt::Key_Home:
        moveCursor(m_first);
        return true;
    case Qt::Key_End:
        moveCursor(last());
        return true;
    case Qt::Key_Up:
        Q_EMIT metricRequested(-1);
        return true;
    case Qt::Key_Down:
        Q_EMIT metricRequested(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT drillRequested(m_cursor);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(2);
        return true;
    case Qt::Key_Minus:
        zoomBy(0.5);
        return true;
    case Qt::Key_0:
        Q_EMIT showAllRequested();
        return true;
    case Qt::Key_PageUp:
        Q_EMIT panRequested(-m_count);
        return true;
    case Qt::Key_PageDown:
        Q_EMIT panRequested(m_count);
        return true;
    default:
        return false;
    }
}

void ChartKeys::moveCursor(int to)
{
    if (m_count == 0)
        return;
    if (m_isZoomed && (to < m_first || to > last()))
        Q_EMIT panRequested(to < m_first ? to - m_first : to - last());
    // The part may have gone along by now, at most to an end of the view.
    Q_EMIT cursorRequested(std::clamp(to, m_first, last()));
}

/** About the cursor where it is seen, else about the middle. */
void ChartKeys::zoomBy(qreal factor)
{
    const bool isSeen = m_cursor >= m_first && m_cursor <= last();
    Q_EMIT zoomByRequested(factor, isSeen ? m_cursor : (m_first + last() + 1) / 2);
}
}
