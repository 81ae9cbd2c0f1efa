// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation/locationtext.h"

using namespace Postwave;

/** Links: what means a place is written so that it means the same. */
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::optional<Location> location = locationFromText(text);
    if (location && locationFromText(locationText(*location)) != location)
        qFatal("another place");
    return 0;
}
