// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/ids.h"
#include "core/storedresolution.h"
#include "core/timewindow.h"

#include <QList>

namespace Postwave
{
/** What `comments` counted when an answer was made; decided by whether its rows carry `replies`. */
enum class CommentsKind : quint8 {
    None, ///< an answer without rows: it mixes with both
    Replies,
    Discussion,
};

/** What one good answer tells: which time was seen, when, and what stood in it. */
struct Observation {
    ObservationId id = {};
    StoredResolution level = StoredResolution::Day;
    TimeWindow window; ///< [from, until): the time that was looked at
    bool reachesNow = false; ///< until is the moment the server looked
    qint64 observedAt = 0; ///< seconds since the epoch
    CommentsKind comments = CommentsKind::None;

    friend bool operator==(const Observation &, const Observation &) = default;

    /**
     * Whether the bucket [start, end) of the observation's own or a coarser level was looked
     * at from its start to its end, or to the server's now, be that its very start.
     */
    bool covers(qint64 start, qint64 end) const
    {
        return window.from <= start && (window.until >= end || (reachesNow && start <= window.until));
    }
};

/** The observation of an answer together with the buckets with posts that it found. */
struct ObservedBuckets {
    Observation observation;
    QList<Bucket> buckets; ///< only covered ones with posts, in time order
};
}
