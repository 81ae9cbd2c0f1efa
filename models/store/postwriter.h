// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/post.h"
#include "store/observationreader.h"

namespace Postwave
{
/** What a list that was read without a gap says beside the posts in it. */
struct PostReadingRecord {
    ChannelKey key;
    TimeWindow window; ///< read without a gap
    bool reachesNow = false; ///< its end is the moment at which it was read
    bool reachesBegin = false; ///< the channel has no older posts
    qint64 observedAt = 0; ///< seconds since the epoch
    QList<PostId> listed = {}; ///< all that were in it, in any order
    /** Whether a post that is missing was deleted. Files do not say so, and neither does a list without any post. */
    bool tellsDeletions = false;
};

/** What became of posts that a reading did not show any more. */
struct MissingPosts {
    qint64 deleted = 0;
    /** So many at once that a second reading has to agree first: see PostWriter::kMostDeleted. */
    qint64 heldBack = 0;
};

/**
 * Writes posts on one connection. Every function is one transaction of its own. Nothing that was seen is overwritten;
 * the same list or file again changes nothing.
 */
class PostWriter
{
public:
    /** More posts gone at once than this, and than kLargestPart of those known, are believed at the second time. */
    static constexpr qint64 kMostDeleted = 20;
    static constexpr double kLargestPart = 0.2;

    explicit PostWriter(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /**
     * Posts of a list or a file, each with what it had gathered.
     * @param listedAt when they were listed; what a post is (its text, its media) is what the newest list says
     */
    void write(const ChannelKey &key, const QList<ListedPost> &posts, qint64 listedAt);

    /** The reading itself, once all of its posts are written: what it covers, and which posts it misses. */
    MissingPosts finish(const PostReadingRecord &reading);

private:
    struct Scope {
        qint64 source = 0;
        ChannelId channel = {};
    };
    struct Known {
        Post post = {};
        qint64 firstSeen = 0;
        qint64 lastSeen = 0;
        std::optional<qint64> deletedSeen = {};
        std::optional<qint64> missedAt = {}; ///< by a reading that no second one has agreed with yet
        QList<PostSnapshot> runs = {};

        bool isSame(const Known &other) const
        {
            return post == other.post && firstSeen == other.firstSeen && lastSeen == other.lastSeen
                && deletedSeen == other.deletedSeen && missedAt == other.missedAt;
        }
    };

    static void bindScope(SqlStatement &statement, const Scope &scope);
    static void bindSightings(SqlStatement &statement, const QStringList &places, const Known &known);
    void writePart(const Scope &scope, const QList<ListedPost> &posts, qint64 listedAt);
    QHash<PostId, Known> knownPosts(const Scope &scope, const QList<ListedPost> &posts);
    void insertPosts(const Scope &scope, const QList<const Known *> &posts);
    void updatePost(const Scope &scope, const Known &known);
    void noteAbsence(const Scope &scope, PostId post, qint64 missedAt, qint64 backAt);
    void changeRuns(const Scope &scope, PostId post, const QList<PostSnapshot> &before,
                    const QList<PostSnapshot> &after, QList<std::pair<PostId, PostSnapshot>> &fresh);
    void insertRuns(const Scope &scope, const QList<std::pair<PostId, PostSnapshot>> &runs);
    MissingPosts markMissing(const Scope &scope, const PostReadingRecord &reading);

    SqlConnection &m_connection;
};
}
