// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace Postwave
{
/** Makes the folder, and those above that are missing, for the user alone; what was there keeps its rights. */
bool makePrivateFolder(const QString &path);

/** Makes an empty file where there is none, and lets nobody but the user read it. */
bool makePrivateFile(const QString &path);
}
