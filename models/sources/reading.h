// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/observation.h"
#include "core/post.h"
#include "sources/sourcetime.h"

#include <QList>

#include <variant>

namespace Postwave
{
/** What a source said of the buckets of a time: checked, and only what it says for sure. */
struct BucketReading {
    ObservedBuckets observed;
    SourceTime time = {}; ///< when it answered; what it tells may be older
    bool planAgain = false; ///< the answer taught the source to ask otherwise, and says nothing else
};

/** A stretch of the list of posts, read without a gap. */
struct PostReading {
    PostListing listing = {};
    bool tellsDeletions = true; ///< a post that is missing between two of these was deleted
    SourceTime time = {}; ///< as in BucketReading
};

/** How many subscribers a channel has. */
struct SubscriberReading {
    qint64 subscribers = 0;
    qint64 grain = 1; ///< what the number is rounded to
    qint64 observedAt = 0; ///< seconds since the epoch, by the source's clock
    SourceTime time = {}; ///< as in BucketReading
};

using SourceReading = std::variant<BucketReading, PostReading, SubscriberReading>;
}
