// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Postwave
{
/** The hashtags of a text as they are written, "#" included, in order; each once, whatever its case. */
QStringList hashtagsOf(const QString &text);
}
