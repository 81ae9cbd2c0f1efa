// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Postwave
{
/**
 * Text from outside, fit for one line of a terminal, a label or a picture: control characters, line ends and
 * bidirectional formatting characters become spaces, so that a title cannot move the cursor, forge a line or reorder
 * the text next to it. Joiners in letters and emoji are kept.
 */
QString plainLine(QString text);

/** Whether the text shows nothing: it is empty, or has only spaces and invisible characters. */
bool isInvisible(const QString &text);
}
