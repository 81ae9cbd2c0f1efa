// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/location.h"

#include <QtQml/qqml.h>

namespace Postwave
{
/** Makes Sort known to QML, which the layer that defines it does not know. */
struct SortValue {
    Q_GADGET
    QML_FOREIGN(Postwave::Sort)
    QML_VALUE_TYPE(sort)
};
}
