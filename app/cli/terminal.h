// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Postwave
{
/** Writes to standard output; false when not all of it arrived there. */
bool print(const QByteArray &text);
/** What to say then. */
QString printFailure();
}
