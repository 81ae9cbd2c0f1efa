// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"

namespace Postwave
{
/** The contrast of two opaque colours as WCAG 2 defines it, from 1 to 21. */
double contrastOf(const QColor &one, const QColor &other);

/** Whether text in this colour can be read on the surface of a chart; for lines and marks less is enough. */
bool isReadableText(const ColourToken &token, Theme theme);
}
