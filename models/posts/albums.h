// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/post.h"

namespace Postwave
{
/** What figures per post take for one: a message, or all parts of an album. */
struct WholePost {
    PostHistory history =
        {}; ///< of an album: its lowest id, the text of the part that has one, its parts' largest counters
    QList<PostId> parts = {}; ///< in order; one where it is no album

    bool isAlbum() const
    {
        return parts.size() > 1;
    }
    friend bool operator==(const WholePost &, const WholePost &) = default;
};

/**
 * What was known of posts at a time: snapshots that began later are left out, and so are posts of which there is none
 * then. Of a run that ends later, only its beginning was known.
 */
QList<PostHistory> knownAt(const QList<PostHistory> &posts, qint64 asOf);

/**
 * Puts albums together and leaves service messages out. An album is what the source says; where it says nothing,
 * messages of one second with consecutive ids, each with media, of which at most one has a text. Parts that were
 * deleted count only where all are.
 *
 * @param posts in order of time, then id
 */
QList<WholePost> wholePosts(const QList<PostHistory> &posts);
}
