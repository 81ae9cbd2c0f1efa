// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawstore.h"

#include "core/coverage.h"

#include <limits>

namespace Postwave::Bench
{
namespace
{
constexpr qint64 kSource = 1;
constexpr ChannelId kChannel(1);

void bindScope(sqlite3_stmt *statement)
{
    sqlite3_bind_int64(statement, 1, kSource);
    sqlite3_bind_int64(statement, 2, kChannel.value());
}
}

RawStore::RawStore(const QByteArray &path)
{
    if (sqlite3_open(path.constData(), &m_database) != SQLITE_OK)
        qFatal("the peer cannot open its file");
    sqlite3_exec(m_database, "PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL", nullptr, nullptr, nullptr);
}

RawStore::~RawStore()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

sqlite3_stmt *RawStore::prepared(const char *sql)
{
    sqlite3_stmt *&statement = m_statements[sql];
    if (!statement && sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("the peer cannot prepare: %s", sqlite3_errmsg(m_database));
    return statement;
}

void RawStore::run(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        qFatal("the peer failed: %s", sqlite3_errmsg(m_database));
    sqlite3_reset(statement);
}

void RawStore::write(const Observation &observation, const std::array<QList<Bucket>, 3> &buckets)
{
    run(prepared("BEGIN IMMEDIATE"));
    run(prepared("INSERT OR IGNORE INTO source (key) VALUES ('https://host')"));
    sqlite3_stmt *source = prepared("SELECT id FROM source WHERE key = 'https://host'");
    sqlite3_step(source);
    sqlite3_reset(source);
    sqlite3_stmt *last = prepared(
        "SELECT id, observed_at FROM observation WHERE source = ? AND channel = ?"
        " ORDER BY id DESC LIMIT 1");
    bindScope(last);
    const qint64 id = sqlite3_step(last) == SQLITE_ROW ? sqlite3_column_int64(last, 0) + 1 : 1;
    sqlite3_reset(last);

    sqlite3_stmt *insert = prepared(
        "INSERT INTO observation (source, channel, id, level, from_time, until_time,"
        " reaches_now, observed_at, comments_kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindScope(insert);
    const qint64 values[] = {id,
                             qint64(observation.level),
                             observation.window.from,
                             observation.window.until,
                             observation.reachesNow,
                             observation.observedAt,
                             qint64(observation.comments)};
    for (int i = 0; i < 7; ++i)
        sqlite3_bind_int64(insert, 3 + i, values[i]);
    run(insert);
    Observation stored = observation;
    stored.id = ObservationId(id);
    for (int i = int(observation.level); i <= int(StoredResolution::Day); ++i)
        writeLevel(stored, StoredResolution(i), buckets[size_t(i)]);
    run(prepared("COMMIT"));
}

void RawStore::writeLevel(const Observation &observation, StoredResolution level, const QList<Bucket> &buckets)
{
    const TimeWindow covered = coveredWindow(observation, level);
    if (level != observation.level) {
        sqlite3_stmt *keep = prepared(
            "SELECT from_time, until_time FROM observation WHERE source = ? AND channel = ?"
            " AND level > ? AND level <= ? AND id < ? AND observed_at > ? AND observed_at <= ?"
            " AND from_time < ? AND until_time > ?");
        bindScope(keep);
        const qint64 values[] = {qint64(observation.level),
                                 qint64(level),
                                 observation.id.value(),
                                 observation.observedAt - 300,
                                 observation.observedAt,
                                 covered.until,
                                 covered.from};
        for (int i = 0; i < 7; ++i)
            sqlite3_bind_int64(keep, 3 + i, values[i]);
        while (sqlite3_step(keep) == SQLITE_ROW) { }
        sqlite3_reset(keep);
    }
    sqlite3_stmt *current = prepared(
        "SELECT start, comments_kind, views, likes, shares, comments, replies, post_count"
        " FROM bucket WHERE source = ? AND channel = ? AND level = ? AND start >= ?"
        " AND start < ?");
    bindScope(current);
    sqlite3_bind_int64(current, 3, int(level));
    sqlite3_bind_int64(current, 4, covered.from);
    sqlite3_bind_int64(current, 5, covered.until);
    while (sqlite3_step(current) == SQLITE_ROW) { }
    sqlite3_reset(current);

    sqlite3_stmt *insert = prepared(
        "INSERT INTO bucket (source, channel, level, start, valid_from, comments_kind, views, likes, shares,"
        " comments, replies, post_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Bucket &bucket : buckets) {
        bindScope(insert);
        sqlite3_bind_int64(insert, 3, int(level));
        sqlite3_bind_int64(insert, 4, bucket.start);
        sqlite3_bind_int64(insert, 5, observation.id.value());
        sqlite3_bind_int64(insert, 6, int(observation.comments));
        for (size_t i = 0; i < kMetrics.size(); ++i)
            sqlite3_bind_int64(insert, 7 + int(i), *bucket.counters[kMetrics[i]]);
        run(insert);
    }
}

void RawStore::writePosts(const QList<ListedPost> &posts, qint64 listedAt)
{
    const auto bindText = [](sqlite3_stmt *statement, int place, const QString &text) {
        const QByteArray bytes = text.toUtf8();
        sqlite3_bind_text(statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    };
    const auto bindCount = [](sqlite3_stmt *statement, int place, const Count &count) {
        if (count)
            sqlite3_bind_int64(statement, place, *count);
        else
            sqlite3_bind_null(statement, place);
    };
    run(prepared("BEGIN IMMEDIATE"));
    run(prepared("INSERT OR IGNORE INTO source (key) VALUES ('https://host')"));
    sqlite3_stmt *post = prepared(
        "INSERT INTO post (source, channel, id, published, text, service, media, album, forwarded_from, signature,"
        " link, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, 0, ?, 0, '', '', ?, ?, ?)");
    sqlite3_stmt *snapshot = prepared(
        "INSERT INTO post_snapshot (source, channel, post, observed_at, seen_until, views, forwards, reactions,"
        " comments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const ListedPost &listed : posts) {
        bindScope(post);
        sqlite3_bind_int64(post, 3, listed.post.id.value());
        sqlite3_bind_int64(post, 4, listed.post.published);
        bindText(post, 5, listed.post.text);
        bindText(post, 6, mediaText(listed.post.media.value_or(Media())));
        bindText(post, 7, listed.post.link);
        sqlite3_bind_int64(post, 8, listedAt);
        sqlite3_bind_int64(post, 9, listedAt);
        run(post);
        bindScope(snapshot);
        sqlite3_bind_int64(snapshot, 3, listed.post.id.value());
        sqlite3_bind_int64(snapshot, 4, listed.observedAt);
        sqlite3_bind_int64(snapshot, 5, listed.observedAt);
        const PostCounters &counters = listed.counters;
        int place = 6;
        for (const Count &count : {counters.views, counters.forwards, counters.reactions, counters.comments})
            bindCount(snapshot, place++, count);
        run(snapshot);
    }
    run(prepared("COMMIT"));
}

qint64 RawStore::readDays(TimeWindow window)
{
    run(prepared("BEGIN"));
    sqlite3_stmt *source = prepared("SELECT id FROM source WHERE key = 'https://host'");
    sqlite3_step(source);
    sqlite3_reset(source);
    sqlite3_stmt *anchor = prepared(
        "SELECT until_time FROM observation WHERE source = ? AND channel = ? AND level = ?"
        " AND reaches_now = 1 ORDER BY until_time DESC LIMIT 1");
    for (int level = 0; level <= 2; ++level) {
        bindScope(anchor);
        sqlite3_bind_int(anchor, 3, level);
        sqlite3_step(anchor);
        sqlite3_reset(anchor);
    }
    sqlite3_stmt *first = prepared("SELECT min(start) FROM bucket WHERE source = ? AND channel = ? AND level = 2");
    bindScope(first);
    sqlite3_step(first);
    sqlite3_reset(first);

    sqlite3_stmt *kept = prepared(
        "SELECT observation, start FROM observation_kept WHERE source = ? AND channel = ?"
        " AND level = 2 AND start >= ? AND start < ?");
    bindScope(kept);
    sqlite3_bind_int64(kept, 3, window.from);
    sqlite3_bind_int64(kept, 4, window.until);
    while (sqlite3_step(kept) == SQLITE_ROW) { }
    sqlite3_reset(kept);

    CoverageMap map(StoredResolution::Day, window);
    sqlite3_stmt *observations = prepared(
        "SELECT id, level, from_time, until_time, reaches_now, observed_at FROM observation"
        " WHERE source = ? AND channel = ? AND level <= 2 AND until_time > ? AND from_time < ?"
        " AND observed_at <= ? ORDER BY id DESC");
    bindScope(observations);
    sqlite3_bind_int64(observations, 3, window.from);
    sqlite3_bind_int64(observations, 4, window.until);
    sqlite3_bind_int64(observations, 5, std::numeric_limits<qint64>::max());
    while (map.needsMore() && sqlite3_step(observations) == SQLITE_ROW)
        map.add({.id = ObservationId(sqlite3_column_int64(observations, 0)),
                 .level = StoredResolution(sqlite3_column_int(observations, 1)),
                 .window = {sqlite3_column_int64(observations, 2), sqlite3_column_int64(observations, 3)},
                 .reachesNow = sqlite3_column_int(observations, 4) != 0,
                 .observedAt = sqlite3_column_int64(observations, 5)});
    sqlite3_reset(observations);
    sqlite3_stmt *further = prepared(
        "SELECT 1 FROM observation WHERE source = ? AND channel = ? AND level = ?"
        " AND until_time >= ? AND from_time <= ? AND observed_at <= ? LIMIT 1");
    for (qsizetype i = 0; i < map.size(); ++i) {
        if (!map.at(i).observation.isValid() || map.at(i).complete)
            continue;
        for (int level = 0; level <= 2; ++level) {
            bindScope(further);
            sqlite3_bind_int(further, 3, level);
            sqlite3_bind_int64(further, 4, map.startOf(i) + 86400);
            sqlite3_bind_int64(further, 5, map.startOf(i));
            sqlite3_bind_int64(further, 6, std::numeric_limits<qint64>::max());
            sqlite3_step(further);
            sqlite3_reset(further);
        }
    }

    sqlite3_stmt *buckets = prepared(
        "SELECT start, valid_from, comments_kind, views, likes, shares, comments, replies, post_count"
        " FROM bucket WHERE source = ? AND channel = ? AND level = 2 AND start >= ? AND start < ?");
    bindScope(buckets);
    sqlite3_bind_int64(buckets, 3, window.from);
    sqlite3_bind_int64(buckets, 4, window.until);
    qint64 sum = 0;
    while (sqlite3_step(buckets) == SQLITE_ROW) {
        for (int column = 0; column < 9; ++column)
            sum += sqlite3_column_int64(buckets, column) * (column == 3);
    }
    sqlite3_reset(buckets);
    run(prepared("COMMIT"));
    return sum;
}
}
