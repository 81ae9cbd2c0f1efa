// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Postwave
{
/** Who goes first when requests queue up. */
enum class RequestPriority { Interactive, Bulk };
}
