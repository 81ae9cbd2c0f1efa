// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "core/post.h"
#include "core/result.h"
#include "sources/analyticbot/dynamicsrequest.h"

#include <QByteArray>

namespace Postwave
{
/**
 * Reads a post-dynamics answer. A list of objects with a time and non-negative integer
 * counters up to 2⁵³ − 1, in time order, none twice; `post_count` and `replies` may be missing,
 * unknown fields may be present. Anything else is a bad answer. answeredAt is left at 0.
 */
Result<DynamicsAnswer> decodeDynamics(const QByteArray &json);

/**
 * Reads one of the two channel lists; a channel without an id is left out. Constant fields of the server (`is_active`,
 * `subscriber_count` of the analytics list) are not taken over.
 * @param withSubscribers whether this list's subscriber_count is real
 */
Result<ChannelList> decodeChannels(const QByteArray &json, bool withSubscribers);

/** A page of a channel's list of posts. */
struct PostsPage {
    QList<ListedPost> posts; ///< newest first, as they stand there; each once
    qint64 total = 0; ///< of the list
    bool hasMore = false;
    bool hasUnread = false; ///< rows are left out that cannot be placed: that a post is not there tells nothing
};

/**
 * Reads a page of posts. Of a post without metrics all counters are unknown; so is what a server of that age does not
 * count. A row without an id or a time is left out; counters that are none make a bad answer.
 * @param readAt when the page was read: counters whose time is not told, or lies later, are of then
 */
Result<PostsPage> decodePosts(const QByteArray &json, ChannelId channel, qint64 readAt);

/** The union of both lists by id, in the order of the first; each fills what the other lacks. */
ChannelList mergeChannels(const ChannelList &first, const ChannelList &second);
}
