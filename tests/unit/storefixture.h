// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/rollup.h"
#include "sources/analyticbot/observe.h"
#include "store/observationstore.h"

#include <QTest>

namespace Postwave
{
/** Waits for a future of the store; it always delivers. */
template<typename T>
Result<T> settled(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] {
            return future.isFinished();
        }))
        return Error{.kind = Error::Kind::Timeout, .detail = QStringLiteral("the store did not deliver")};
    return future.result();
}

/** A bucket with views, and one post for every 100 of them or part of it. */
inline Bucket bucketOf(qint64 start, qint64 views)
{
    Bucket bucket{.start = start, .counters = Counters::zero()};
    bucket.counters[Metric::Views] = views;
    bucket.counters[Metric::PostCount] = (views + 99) / 100;
    return bucket;
}

/** What a server's answer becomes on its way to the store. */
inline ObservationRecord recordOf(const ChannelKey &key, const DynamicsQuery &query, qint64 answeredAt,
                                  const QList<Bucket> &buckets, CommentsKind comments = CommentsKind::Discussion)
{
    const Result<ObservedBuckets> observed =
        observe(query, {.buckets = buckets, .answeredAt = answeredAt, .comments = comments});
    ObservationRecord record{.key = key, .observation = observed->observation, .buckets = {}};
    for (int i = int(observed->observation.level); i <= int(StoredResolution::Day); ++i)
        record.buckets[size_t(i)] = *rollUp(observed->buckets, StoredResolution(i));
    return record;
}
}
