// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/analyticbot/decoders.h"
#include "sources/analyticbot/postsrequest.h"

namespace Postwave
{
/**
 * Joins the pages of a list that may change while it is read. A page says how long the list is; where that changed
 * since the page before, that one is read again: what came moves posts to later pages, and what went to earlier ones,
 * where nobody would see them. What was read stays, so that in the end none is missing.
 */
class PostPages
{
public:
    /** A list that changes with every page is given up after so many. */
    static constexpr int kMostRepeats = 10;

    explicit PostPages(const PostsRequest &request);

    /** The page to ask for next, from 1 on; nothing once enough was read. */
    std::optional<qint64> next() const;
    /** Takes the page that next() named. @param readAt when it was read: the first one is when the list was */
    void add(const PostsPage &page, qint64 readAt);

    /** Whether the list changed faster than it could be read. */
    bool isGivenUp() const
    {
        return m_repeats > kMostRepeats;
    }
    /** Whether some rows could not be read: then nothing is told of posts that are missing. */
    bool hasUnread() const
    {
        return m_hasUnread;
    }
    PostListing listing() const;

private:
    bool isEnough(const PostsPage &page) const;
    bool meetsWhatIsKnown(const PostsPage &page) const;

    qint64 m_from;
    std::optional<PostsRequest::Place> m_after;
    std::optional<qint64> m_next;
    qint64 m_first = 1; ///< page that was read first
    std::optional<qint64> m_total;
    std::optional<qint64> m_readAt;
    QHash<PostId, ListedPost> m_posts;
    bool m_reachesBegin = false;
    bool m_hasUnread = false;
    int m_repeats = 0;
};
}
