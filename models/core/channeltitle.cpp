// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channeltitle.h"

#include "core/plainline.h"

namespace Postwave
{
QString channelTitle(const Channel &channel)
{
    if (!isInvisible(channel.title))
        return plainLine(channel.title).simplified();
    return channel.username.isEmpty() ? channel.id.text() : plainLine(channel.username);
}
}
