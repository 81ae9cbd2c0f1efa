// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/history.h"

#include <QObject>

namespace Postwave
{
/**
 * Where one is in the program, and the only way to go elsewhere. Pages follow it: they hear that it moved, look where
 * to, and show that.
 */
class Navigator : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed FINAL)

public:
    using QObject::QObject;

    const Location &current() const
    {
        return m_history.current();
    }
    bool canGoBack() const
    {
        return m_history.canGoBack();
    }
    bool canGoForward() const
    {
        return m_history.canGoForward();
    }

    /** Goes on to a location: Back leads to where one was. The same location again is no step. */
    void go(const Location &location);
    /** Changes the current location in place: Back does not undo it. */
    void replace(const Location &location);
    /** Starts anew, with nothing before and after. Always a move, also to the same location. */
    void reset(const Location &location);
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();

Q_SIGNALS:
    /** Other rows are to be shown, or another page. */
    void moved();
    /** The same rows are to be drawn in another way; nobody is asked, also where Back led here. */
    void adjusted();
    /** After either of the two. */
    void changed();

private:
    void announce(const Location &before);

    History m_history;
};
}
