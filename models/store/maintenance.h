// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/sqlconnection.h"

#include <QStringList>

#include <functional>

namespace Postwave
{
/** What a store holds, in numbers. */
struct StoreStatus {
    QString path;
    qint64 bytes = 0; ///< file, -wal and -shm together
    int schemaVersion = 0;
    qint64 sources = 0;
    qint64 channels = 0;
    qint64 observations = 0;
    qint64 buckets = 0;
    qint64 versions = 0;
    qint64 posts = 0;
    qint64 snapshots = 0; ///< of posts: runs of equal counters
    qint64 lastObservedAt = 0; ///< seconds; 0 when there is none
};

StoreStatus readStatus(SqlConnection &connection);

/** What a check of the whole store found. */
struct VerifyReport {
    QStringList errors; ///< any of them means that the store contradicts itself
    qint64 aged = 0; ///< parents and children of different observations that differ; that is normal
    QStringList agedExamples; ///< the first few of them
};

/**
 * Checks the file (SQLite's own check), that no two versions of a bucket overlap, and that
 * parents equal the sums of their children wherever both have the same newest observation.
 */
VerifyReport verifyStore(SqlConnection &connection);

/** SQLite's own quick check. Throws a failure with kind StoreDamaged where the file contradicts itself. */
Done checkQuickly(SqlConnection &connection);

/** What compacting removed. */
struct CompactReport {
    qint64 versions = 0;
    qint64 observations = 0;
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
};

/** Runs one step of writing when it is its turn. */
using WriteStep = std::function<void(const std::function<void()> &step)>;

/**
 * Thins what is old: of the versions of a bucket the last one an hour stays after 7 days, the
 * last one a day after 90, and likewise observations. An observation that gives
 * some bucket its newest value, its completeness or the channel its anchor always stays.
 *
 * Writes in short transactions, after each of which the store shows what it showed before. Only
 * the last step, which gives the free pages back, takes as long as the file is large; whoever
 * reads is not kept from it by that either.
 * @param now seconds since the epoch
 */
CompactReport compactStore(SqlConnection &connection, qint64 now, const WriteStep &writeStep);
}
