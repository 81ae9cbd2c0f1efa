// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/postpages.h"

#include <algorithm>

namespace Postwave
{
bool PostsRequest::holds(const SourceRequest &other) const
{
    const auto *posts = dynamic_cast<const PostsRequest *>(&other);
    return posts && posts->channel == channel && posts->after == after && from <= posts->from;
}

PostPages::PostPages(const PostsRequest &request)
    : m_from(request.from)
    , m_after(request.after)
    , m_first(1 + (request.after ? request.after->newer / PostsRequest::kPageSize : 0))
{
    m_next = m_first;
}

std::optional<qint64> PostPages::next() const
{
    return isGivenUp() ? std::nullopt : m_next;
}

bool PostPages::isEnough(const PostsPage &page) const
{
    // Of the same second there may be more on the next page.
    return std::ranges::any_of(page.posts, [this](const ListedPost &listed) {
        return listed.post.published < m_from;
    });
}

bool PostPages::meetsWhatIsKnown(const PostsPage &page) const
{
    return !m_after || m_first == 1 || std::ranges::any_of(page.posts, [this](const ListedPost &listed) {
        return listed.post.published >= m_after->until;
    });
}

void PostPages::add(const PostsPage &page, qint64 readAt)
{
    const qint64 number = *m_next;
    if (!m_readAt)
        m_readAt = readAt;
    m_hasUnread = m_hasUnread || page.hasUnread;
    for (const ListedPost &listed : page.posts)
        m_posts.insert(listed.post.id, listed);
    const bool hasChanged = m_total && *m_total != page.total;
    m_total = page.total;
    if (hasChanged && number > m_first) {
        m_next = number - 1;
        ++m_repeats;
        return;
    }
    // The list became shorter since it was left: what follows what is known stands on an earlier page now.
    if (number == m_first && !meetsWhatIsKnown(page)) {
        m_next = --m_first;
        ++m_repeats;
        return;
    }
    m_reachesBegin = !page.hasMore;
    const bool isLast = m_reachesBegin || page.posts.isEmpty() || isEnough(page);
    m_next = isLast || number - m_first + 1 >= PostsRequest::kMostPages ? std::nullopt : std::optional(number + 1);
}

PostListing PostPages::listing() const
{
    PostListing listing{.reachesNow = !m_after,
                        .reachesBegin = m_reachesBegin,
                        .observedAt = m_readAt.value_or(0),
                        .posts = m_posts.values()};
    std::ranges::sort(listing.posts, {}, [](const ListedPost &listed) {
        return std::pair(listed.post.published, listed.post.id);
    });
    listing.window.until = m_after ? m_after->until : listing.observedAt;
    // Of the second of the oldest there may be others.
    if (!m_reachesBegin)
        listing.window.from = listing.posts.isEmpty() ? listing.window.until : listing.posts.first().post.published + 1;
    return listing;
}
}
