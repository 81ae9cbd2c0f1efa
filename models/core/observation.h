// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/period.h"
#include "core/storedresolution.h"
#include "core/timewindow.h"

#include <QList>

#include <variant>

namespace Postwave
{
/** What `comments` counted when an answer was made; decided by whether its rows carry `replies`. */
enum class CommentsKind : quint8 {
    None, ///< an answer without rows: it mixes with both
    Replies,
    Discussion,
};

/** Ask for a rolling window that ends at the server's now. */
struct RollingQuery {
    Period period = Period::Days90;
    friend bool operator==(const RollingQuery &, const RollingQuery &) = default;
};

/** Ask for the 24 hours of one UTC day (the date pair). */
struct DayQuery {
    qint64 day = 0; ///< start of the day
    friend bool operator==(const DayQuery &, const DayQuery &) = default;
};

/** Ask for minutes (the time pair). */
struct MinuteQuery {
    TimeWindow window; ///< whole minutes; the last one asked is the one before `until`
    friend bool operator==(const MinuteQuery &, const MinuteQuery &) = default;
};

/** One request for post dynamics, whatever its mode. */
using DynamicsQuery = std::variant<RollingQuery, DayQuery, MinuteQuery>;

/** Granularity of the rows that answer @p query. */
StoredResolution answerLevel(const DynamicsQuery &query);

/** A checked, but otherwise unchanged, answer of a server. */
struct DynamicsAnswer {
    QList<Bucket> buckets; ///< in time order, each on a border of its level, none twice
    qint64 answeredAt = 0; ///< the server's clock when it looked, seconds (semantics: T)
    CommentsKind comments = CommentsKind::None;
    qint64 askedAt = 0; ///< our own clock at answeredAt, seconds
};

/** What one good answer tells: which time was seen, when, and what stood in it. */
struct Observation {
    qint64 id = 0; ///< order in which the store received it; 0 before
    StoredResolution level = StoredResolution::Day;
    TimeWindow window; ///< [from, until): the time that was looked at
    bool reachesNow = false; ///< until is the moment the server looked
    qint64 observedAt = 0; ///< seconds since the epoch
    CommentsKind comments = CommentsKind::None;

    friend bool operator==(const Observation &, const Observation &) = default;

    /**
     * Whether the bucket [start, end) of the observation's own or a coarser level was looked
     * at from its start to its end, or to the server's now.
     */
    bool covers(qint64 start, qint64 end) const
    {
        return window.from <= start && start < window.until && (window.until >= end || reachesNow);
    }
};

/** The observation of an answer together with the buckets with posts that it found. */
struct ObservedBuckets {
    Observation observation;
    QList<Bucket> buckets; ///< only covered ones with posts, in time order
};
}
