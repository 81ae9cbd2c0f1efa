// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/post.h"
#include "store/observationreader.h"

namespace Postwave
{
/** Which posts to read. */
struct PostQuery {
    ChannelKey key;
    std::optional<TimeWindow> published = {}; ///< all of the channel's where it is not said
    std::optional<qint64> asOf = {}; ///< only what was seen up to then
};

/** Posts, and how far the list of them was looked at. All of it is one snapshot of the store. */
struct PostsReading {
    QList<PostHistory> posts; ///< in order of time, then id; none that was not seen up to the as-of
    /** Each tells its window at the minute's level; newest first. */
    QList<Observation> readings;
};

/** Reads posts on one connection. Every function runs in a transaction of the caller. */
class PostReader
{
public:
    explicit PostReader(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    PostsReading read(const PostQuery &query);

private:
    struct Scope {
        qint64 source = 0;
        ChannelId channel = {};
        TimeWindow published;
        qint64 asOf = 0;
    };

    QList<PostHistory> posts(const Scope &scope);
    void readRuns(const Scope &scope, QList<PostHistory> &posts);
    void readAbsences(const Scope &scope, QList<PostHistory> &posts);
    QList<Observation> readings(const Scope &scope);

    SqlConnection &m_connection;
};
}
