// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/navigator.h"

#include <QtQml/qqml.h>

namespace Postwave
{
/** Makes Navigator known to QML, which the layer that defines it does not know. */
struct NavigatorType {
    Q_GADGET
    QML_FOREIGN(Postwave::Navigator)
    QML_NAMED_ELEMENT(Navigator)
    QML_UNCREATABLE("made by the application")
};
}
