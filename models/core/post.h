// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/ids.h"
#include "core/timewindow.h"

#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace Postwave
{
/** What a post carries beside its text. */
enum class Medium : quint16 {
    Photo = 1 << 0,
    Video = 1 << 1,
    Gif = 1 << 2,
    Audio = 1 << 3,
    Voice = 1 << 4,
    Document = 1 << 5,
    Sticker = 1 << 6,
    Poll = 1 << 7,
    Link = 1 << 8, ///< with a preview
};
Q_DECLARE_FLAGS(Media, Medium)
Q_DECLARE_OPERATORS_FOR_FLAGS(Media)

/** "photo video": their names in the order of Medium, joined by spaces; empty for none. As in files. */
QString mediaText(Media media);
/** Nothing where a name is unknown. */
std::optional<Media> mediaFromText(const QString &text);

enum class MessageKind : quint8 {
    Post,
    Service, ///< "pinned a message": in no figure of posts, once and for all
};

/** A message of a channel, as it was seen last; what it gathered stands in its snapshots. */
struct Post {
    PostId id = {};
    qint64 published = 0; ///< seconds since the epoch, UTC
    QString text = {}; ///< plain
    MessageKind kind = MessageKind::Post;
    std::optional<Media> media = {}; ///< nothing where the source cannot tell: neither none nor some
    qint64 album = 0; ///< number of the album that the source says it belongs to; 0 where it says nothing
    QString forwardedFrom = {};
    std::optional<qint64> edited = {}; ///< seconds since the epoch, UTC
    QString signature = {};
    QString link = {}; ///< only where the id is Telegram's own

    friend bool operator==(const Post &, const Post &) = default;
};

/** What a post had gathered when it was looked at. Unknown where the source could not tell. */
struct PostCounters {
    Count views = {};
    Count forwards = {};
    Count reactions = {}; ///< without paid stars
    Count comments = {};
    Count replies = {};
    Count stars = {};
    /** What views and reactions were rounded to when they were read ("1.23K": 10); 1 where they are exact. */
    qint64 viewsGrain = 1;
    qint64 reactionsGrain = 1;

    /** Reactions, forwards and comments together, where all of them are known. */
    constexpr Count engagement() const
    {
        return reactions && forwards && comments ? Count(*reactions + *forwards + *comments) : Count();
    }

    friend constexpr bool operator==(const PostCounters &, const PostCounters &) = default;
};

/** A run of sightings at which a post's counters were equal. */
struct PostSnapshot {
    qint64 observedAt = 0; ///< the first of them, seconds since the epoch
    qint64 seenUntil = 0; ///< the last of them
    PostCounters counters = {};

    friend constexpr bool operator==(const PostSnapshot &, const PostSnapshot &) = default;
};

/** A post as a list or a file showed it once. */
struct ListedPost {
    Post post = {};
    qint64 observedAt = 0; ///< when its counters were looked at, which may be before they were listed
    PostCounters counters = {}; ///< all unknown where it was listed without any

    friend bool operator==(const ListedPost &, const ListedPost &) = default;
};

/** A stretch of a channel's list of posts. */
struct PostListing {
    TimeWindow window = {}; ///< read without a gap: every post published in it that still exists is among these
    bool reachesNow = false; ///< its end is the moment at which it was read
    bool reachesBegin = false; ///< the channel has no older posts
    qint64 observedAt = 0; ///< when it was read, seconds since the epoch
    QList<ListedPost> posts = {}; ///< in order of time, then id

    friend bool operator==(const PostListing &, const PostListing &) = default;
};

/** A post with all that is known of it up to some time. */
struct PostHistory {
    Post post = {};
    QList<PostSnapshot> snapshots = {}; ///< in order of time; they never overlap
    /** When it was first missed, while it is gone; seconds since the epoch. */
    std::optional<qint64> deletedSeen = {};
    bool isAd = false; ///< the user says that it was paid for

    friend bool operator==(const PostHistory &, const PostHistory &) = default;
};
}
