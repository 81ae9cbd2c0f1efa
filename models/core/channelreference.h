// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"

#include <optional>

namespace Postwave
{
/** A channel as people copy it from Telegram: by one of the forms of its number, or by its name. */
struct ChannelReference {
    QString text; ///< as it was typed
    /** The numbers it may be stored under: as typed, and as servers write it; none where it is a name. */
    QList<ChannelId> ids;
    QString username; ///< without @; empty where it is a number

    bool names(const Channel &channel) const
    {
        return ids.contains(channel.id)
            || (!username.isEmpty() && channel.username.compare(username, Qt::CaseInsensitive) == 0);
    }

    friend bool operator==(const ChannelReference &, const ChannelReference &) = default;
};

/**
 * Understands 1001234567890, its bare number 1234567890, -1001234567890, @name, name, and links such as
 * https://t.me/name/5, t.me/s/name and t.me/c/1234567890/5. Servers write 10¹² and the bare number.
 * @return nothing for other text
 */
std::optional<ChannelReference> channelReferenceFromText(const QString &text);
}
