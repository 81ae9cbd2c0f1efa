// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/chartspec.h"

#include <QtQml/qqml.h>

namespace Postwave
{
/** Makes ChartSpec known to QML, which the layer that defines it does not know. */
struct ChartSpecValue {
    Q_GADGET
    QML_FOREIGN(Postwave::ChartSpec)
    QML_VALUE_TYPE(chartSpec)
};
}
