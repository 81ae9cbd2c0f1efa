// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/**
 * What there is to see of a channel. Apart from the page, since QML makes a table of all that a type has when it first
 * reads an enumerator of it: that of a page takes a part of the start.
 */
namespace PageStatus
{
Q_NAMESPACE
QML_ELEMENT

enum Status {
    NoSource, ///< the first start
    NoChannels, ///< the source lists none, or its list is not known yet
    Waiting, ///< nothing to show yet, the source is being asked
    NeverFetched, ///< the store knows nothing of the view, and nobody is being asked
    Shown,
};
Q_ENUM_NS(Status)
}
}
