// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"

namespace Postwave
{
/** The name to show for a channel: its title on one line, or else its user name, or else its id. */
QString channelTitle(const Channel &channel);
}
