// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace Postwave
{
/** A channel as the lists of its source describe it. */
struct Channel {
    ChannelId id = {};
    QString title;
    QString username; ///< without @; empty when the channel is private
    std::optional<qint64> subscribers; ///< as of the last listing

    friend bool operator==(const Channel &, const Channel &) = default;
};

using ChannelList = QList<Channel>;
}
