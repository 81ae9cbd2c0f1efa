// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/location.h"

namespace Postwave
{
/** The views one came through, for Back and Forward. Holds at least the current one. */
class History
{
public:
    /** Older views are forgotten beyond this many. */
    static constexpr qsizetype kLongest = 200;

    const Location &current() const
    {
        return m_views[m_at];
    }
    bool canGoBack() const
    {
        return m_at > 0;
    }
    bool canGoForward() const
    {
        return m_at + 1 < m_views.size();
    }

    /** Goes on to another view; what lay ahead is forgotten. The same view again changes nothing. */
    void push(const Location &view)
    {
        if (view == current())
            return;
        m_views.resize(m_at + 1);
        m_views.append(view);
        if (m_views.size() > kLongest)
            m_views.removeFirst();
        m_at = m_views.size() - 1;
    }
    /** Changes the current view in place: Back will not undo it. */
    void replace(const Location &view)
    {
        m_views[m_at] = view;
    }
    void goBack()
    {
        m_at -= canGoBack();
    }
    void goForward()
    {
        m_at += canGoForward();
    }
    /** Starts anew, with nothing before and after. */
    void reset(const Location &view)
    {
        m_views = {view};
        m_at = 0;
    }

private:
    QList<Location> m_views{Location()};
    qsizetype m_at = 0;
};
}
