// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Postwave
{
/**
 * Text from outside, fit for one line of a terminal, a label or a picture: control characters, line ends and signs that
 * turn the direction of text become spaces, so that a title can neither move the cursor nor forge a line, nor turn
 * what stands beside it. What joins letters and emoji stays.
 */
QString plainLine(QString text);

/** Whether nothing of the text can be seen: it has none, or spaces and letters without ink alone. */
bool isInvisible(const QString &text);
}
