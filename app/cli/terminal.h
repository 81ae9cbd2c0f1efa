// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Postwave
{
/**
 * Text from outside, fit for one line of a terminal: control characters, line ends and signs that
 * turn the direction of text become spaces, so that a title can neither move the cursor nor forge a line.
 */
QString onOneLine(QString text);

/** Writes to standard output; false when not all of it arrived there. */
bool print(const QByteArray &text);
}
