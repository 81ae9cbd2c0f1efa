// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Postwave
{
/** Whether prepareHeadlessEnvironment() was called, so that the locale may be pinned as well. */
bool isHeadlessPrepared();
}
