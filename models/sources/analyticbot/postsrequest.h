// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/source.h"

namespace Postwave
{
/** What a plan holds: some pages of a channel's list of posts, newest first. */
class PostsRequest final : public SourceRequest
{
public:
    /** Posts of one page, which is as many as a server gives. */
    static constexpr qint64 kPageSize = 100;
    /** Pages of one request: what is read is stored before the next ones are asked for. */
    static constexpr qint64 kMostPages = 10;

    /** Where the list was left. */
    struct Place {
        qint64 until = 0; ///< posts from this time on are known
        qint64 newer = 0; ///< so many of them stand before it
        friend bool operator==(const Place &, const Place &) = default;
    };

    /** @param from posts from this time on are needed; 0 for the whole list */
    PostsRequest(ChannelId channel, qint64 from, std::optional<Place> after = {})
        : channel(channel)
        , from(from)
        , after(after)
    {
    }

    bool holds(const SourceRequest &other) const override;

    const ChannelId channel;
    const qint64 from;
    const std::optional<Place> after;
};
}
