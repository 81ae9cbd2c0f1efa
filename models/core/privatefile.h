// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <system_error>

class QString;

namespace Postwave
{
/**
 * Makes the folder, and those above that are missing, for the user alone; what was there keeps its rights.
 * @return the system's reason where it could not be made
 */
std::error_code makePrivateFolder(const QString &path);

/**
 * Makes an empty file where there is none, and lets nobody but the user read it.
 * @return the system's reason where it cannot be written
 */
std::error_code makePrivateFile(const QString &path);
}
