// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reference.h"

#include <QTimeZone>

/**
 * Local time, the slow way: looks at the clocks every quarter of an hour, which no offset is finer than, and says
 * that a bucket ends where what it is called changes.
 */
namespace Postwave::Integration
{
struct LocalBucket {
    qint64 start = 0;
    qint64 end = 0;
};

/** The buckets (minute, hour, day, week, month) of the zone that hold [from, until), the outer ones whole. */
QList<LocalBucket> localBuckets(const QString &step, qint64 from, qint64 until, const QTimeZone &zone);
/** The last `count` of them up to the one that holds `now`. */
QList<LocalBucket> localBucketsUpTo(const QString &step, qint64 now, int count, const QTimeZone &zone);

/** `2025-11-20T14:00:00+05:00`; with Z in UTC. */
QByteArray localText(qint64 time, const QTimeZone &zone);

/** Straight from the posts: what a row of CSV says of a bucket of which everything was seen just now, without viral. */
QByteArray cellsOf(const Posts &posts, LocalBucket bucket, qint64 now, const QTimeZone &zone);

/** A CSV without the column `viral`, which other tests look at. */
QByteArray withoutViral(const QByteArray &csv);
}
