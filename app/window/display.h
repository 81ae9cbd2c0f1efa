// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Postwave
{
/**
 * Whether something listens where this environment says that a window can be shown. Qt ends a program without a
 * display by force, and says nothing that helps.
 */
bool isDisplayReachable();
}
