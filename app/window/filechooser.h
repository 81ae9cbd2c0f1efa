// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/exportmodel.h"

class QWindow;

namespace Postwave
{
/**
 * Asks where to save, with the platform's dialog where it has one. It asks before it writes over
 * a file, which the dialog of Qt Quick does not do in Qt 6.4.
 */
void chooseFile(QWindow *parent, const SaveFileRequest &wish, std::function<void(const QString &)> chosen);
}
