// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/observation.h"
#include "core/post.h"

#include <sqlite3.h>

#include <QByteArray>
#include <QHash>

namespace Postwave::Bench
{
/**
 * The peer of the store: the same schema and the same statements through SQLite's own C
 * interface, prepared once, with nothing around them.
 */
class RawStore
{
public:
    explicit RawStore(const QByteArray &path);
    ~RawStore();
    Q_DISABLE_COPY_MOVE(RawStore)

    /** Writes an observation of minutes with its sums, as ObservationWriter does on an empty store. */
    void write(const Observation &observation, const std::array<QList<Bucket>, 3> &buckets);

    /** Writes posts that the store does not know, in one transaction, as PostWriter does. */
    void writePosts(const QList<ListedPost> &posts, qint64 listedAt);

    /** Reads the days of a window with their coverage, as ObservationReader does. @return sum of views */
    qint64 readDays(TimeWindow window);

private:
    sqlite3_stmt *prepared(const char *sql);
    void run(sqlite3_stmt *statement);
    void writeLevel(const Observation &observation, StoredResolution level, const QList<Bucket> &buckets);

    sqlite3 *m_database = nullptr;
    QHash<const char *, sqlite3_stmt *> m_statements;
};
}
