// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/**
 * What there is to see of the dashboard's view. Apart from DashboardState, since QML makes a table of all that a type
 * has when it first reads an enumerator of it: that of the dashboard took a tenth of the start.
 */
namespace DashboardStatus
{
Q_NAMESPACE
QML_ELEMENT

enum Status {
    NoSource, ///< the first start
    NoChannels, ///< the source lists none, or its list is not known yet
    Waiting, ///< nothing to show yet, the source is being asked
    NeverFetched, ///< the store knows nothing of the view, and nobody is being asked
    Shown,
    AllChannels, ///< no view of one channel, but the list of all with their figures
};
Q_ENUM_NS(Status)
}
}
