// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation/navigator.h"

namespace Postwave
{
void Navigator::go(const Location &location)
{
    const Location before = current();
    if (location == before)
        return;
    m_history.push(location);
    announce(before);
}

void Navigator::replace(const Location &location)
{
    const Location before = current();
    if (location == before)
        return;
    m_history.replace(location);
    announce(before);
}

void Navigator::reset(const Location &location)
{
    m_history.reset(location);
    Q_EMIT moved();
    Q_EMIT changed();
}

void Navigator::goBack()
{
    const Location before = current();
    if (!canGoBack())
        return;
    m_history.goBack();
    announce(before);
}

void Navigator::goForward()
{
    const Location before = current();
    if (!canGoForward())
        return;
    m_history.goForward();
    announce(before);
}

void Navigator::announce(const Location &before)
{
    if (showSameRows(before, current()))
        Q_EMIT adjusted();
    else
        Q_EMIT moved();
    Q_EMIT changed();
}
}
