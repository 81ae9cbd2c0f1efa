// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <system_error>

namespace Postwave
{
/** What the system said about @p path, as an error whose kind names the cause. */
Error systemError(const std::error_code &reason, const QString &path);

/** Why the file at @p path could not be opened, found out without touching it; no error when nothing is in the way. */
std::error_code obstacleAt(const QString &path);
}
