// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"

namespace Postwave
{
/** What a channel is called wherever people read it: its title on one line, else its user name, else its id. */
QString channelTitle(const Channel &channel);
}
