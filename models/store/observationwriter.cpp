// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/observationwriter.h"

#include "core/clock.h"
#include "store/countercolumns.h"
#include "store/sourceids.h"
#include "store/sql/sqltransaction.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Rows of one INSERT; measured: more gain little, and from some hundreds on QtSql becomes slower again. */
constexpr int kRowsAtOnce = 10;

/** Where the values of one row go: its start, and its counters in the order of counterColumns(). */
struct RowPlaces {
    QString start;
    std::array<QString, kMetrics.size()> counters;
};

const std::array<RowPlaces, kRowsAtOnce> &rowPlaces()
{
    static const auto places = [] {
        std::array<RowPlaces, kRowsAtOnce> rows;
        for (size_t row = 0; row < rows.size(); ++row) {
            rows[row].start = u":start%1"_s.arg(row);
            for (size_t metric = 0; metric < kMetrics.size(); ++metric)
                rows[row].counters[metric] = u":%1%2"_s.arg(metricName(kMetrics[metric])).arg(row);
        }
        return rows;
    }();
    return places;
}

/** An INSERT of so many rows; each place stands in it once, also those of what all rows have in common. */
QString insertOf(int rows)
{
    QStringList columns;
    for (size_t metric = 0; metric < kMetrics.size(); ++metric)
        columns.append(u"column%1"_s.arg(metric + 2));
    QStringList values;
    for (int i = 0; i < rows; ++i) {
        const RowPlaces &row = rowPlaces()[size_t(i)];
        const QStringList counters(row.counters.begin(), row.counters.end());
        values.append(u"(%1, %2)"_s.arg(row.start, counters.join(u", "_s)));
    }
    return u"INSERT INTO bucket (source, channel, level, start, valid_from, comments_kind, %1)"
           " SELECT :source, :channel, :level, column1, :observation, :kind, %2 FROM (VALUES %3)"_s.arg(
               counterColumns(), columns.join(u", "_s), values.join(u", "_s));
}

/** The same, made once for each number of rows. */
const QString &insertText(int rows)
{
    static const auto texts = [] {
        std::array<QString, kRowsAtOnce> made;
        for (int i = 0; i < kRowsAtOnce; ++i)
            made[size_t(i)] = insertOf(i + 1);
        return made;
    }();
    return texts[size_t(rows - 1)];
}
}

Observation ObservationWriter::write(const ObservationRecord &record)
{
    SqlTransaction transaction(m_connection, SqlTransaction::Kind::Write);
    const Scope scope{makeSourceId(m_connection, record.key.source), record.key.channel};
    std::array<QSet<qint64>, 3> protectedBuckets;
    if (record.latest)
        doubtThoseAfter(scope, *record.latest);
    if (!record.isBelieved) {
        for (const StoredResolution level : kLevels)
            protectedBuckets[size_t(level)] = lessThanComplete(record, level);
    }
    const Observation observation = store(scope, record.observation);
    for (int i = int(observation.level); i <= int(StoredResolution::Day); ++i)
        writeLevel(scope, observation, StoredResolution(i), record.buckets[size_t(i)], protectedBuckets[size_t(i)]);
    transaction.commit();
    return observation;
}

void ObservationWriter::doubtThoseAfter(const Scope &scope, qint64 now)
{
    SqlStatement mark = m_connection.statement(
        u"UPDATE observation SET doubted = 1 WHERE source = :source AND channel = :channel AND level = :level"
        " AND until_time > :now AND doubted = 0"_s);
    for (const StoredResolution level : kLevels) {
        mark.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
        mark.bind(u":level"_s, int(level)).bind(u":now"_s, now);
        mark.run();
    }
}

QSet<qint64> ObservationWriter::lessThanComplete(const ObservationRecord &record, StoredResolution level)
{
    QSet<qint64> less;
    const TimeWindow covered = coveredWindow(record.observation, level);
    if (level < record.observation.level || covered.isEmpty())
        return less;
    QHash<qint64, Counters> found;
    for (const Bucket &bucket : record.buckets[size_t(level)])
        found.insert(bucket.start, bucket.counters);
    const StoredSeries known = ObservationReader(m_connection).readOwn(record.key, level, covered);
    for (const StoredBucket &bucket : known.buckets) {
        const Counters now = found.value(bucket.start, Counters::zero());
        const bool isLess = std::any_of(kMetrics.begin(), kMetrics.end(), [&](Metric metric) {
            return now[metric] && now[metric] < bucket.counters[metric];
        });
        if (bucket.complete && isLess)
            less.insert(bucket.start);
    }
    return less;
}

Observation ObservationWriter::store(const Scope &scope, Observation observation)
{
    observation.id = ObservationId(1);
    SqlStatement query = m_connection.statement(
        u"SELECT id, observed_at, doubted FROM observation WHERE source = :source AND channel = :channel"
        " ORDER BY id DESC LIMIT 1"_s);
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
    if (SqlRows last = query.rows(); last.next()) {
        observation.id = ObservationId(last.integer(0) + 1);
        const qint64 lastObservedAt = last.integer(1);
        // A clock that is a little behind its last answer is late, not set back.
        if (!last.flag(2) && observation.observedAt < lastObservedAt
            && lastObservedAt - observation.observedAt < kClockTolerance)
            observation.observedAt = lastObservedAt;
    }

    SqlStatement insert = m_connection.statement(
        u"INSERT INTO observation (source, channel, id, level, from_time, until_time, reaches_now, observed_at,"
        " comments_kind) VALUES (:source, :channel, :id, :level, :from, :until, :reaches_now, :observed_at, :kind)"_s);
    insert.bind(u":source"_s, scope.source);
    insert.bind(u":channel"_s, scope.channel.value());
    insert.bind(u":id"_s, observation.id.value());
    insert.bind(u":level"_s, int(observation.level));
    insert.bind(u":from"_s, observation.window.from);
    insert.bind(u":until"_s, observation.window.until);
    insert.bind(u":reaches_now"_s, int(observation.reachesNow));
    insert.bind(u":observed_at"_s, observation.observedAt);
    insert.bind(u":kind"_s, int(observation.comments));
    insert.run();
    return observation;
}

QSet<qint64> ObservationWriter::keep(const Scope &scope, const Observation &observation, StoredResolution level,
                                     TimeWindow covered)
{
    // A younger answer for the coarse bucket itself outweighs a drill, which may come from the
    // server's cache. Two drills of the same level do not compete: their finer rows win
    // by age too, and the sum has to follow them.
    SqlStatement query = m_connection.statement(
        u"SELECT from_time, until_time FROM observation WHERE source = :source AND channel = :channel"
        " AND level > :drill AND level <= :level AND id < :id AND observed_at > :since AND observed_at <= :now"
        " AND from_time < :until AND until_time > :from AND doubted = 0"_s);
    query.bind(u":source"_s, scope.source);
    query.bind(u":channel"_s, scope.channel.value());
    query.bind(u":drill"_s, int(observation.level));
    query.bind(u":level"_s, int(level));
    query.bind(u":id"_s, observation.id.value());
    query.bind(u":since"_s, observation.observedAt - kDrillCacheAge);
    query.bind(u":now"_s, observation.observedAt);
    query.bind(u":from"_s, covered.from);
    query.bind(u":until"_s, covered.until);
    SqlRows rows = query.rows();
    QSet<qint64> kept;
    while (rows.next()) {
        const TimeWindow seen{rows.integer(0), rows.integer(1)};
        // Whole buckets only: what was complete when it was observed.
        const TimeWindow whole =
            TimeWindow{bucketCeil(level, seen.from), bucketStart(level, seen.until)}.intersected(covered);
        for (qint64 start = whole.from; start < whole.until; start += secondsOf(level))
            kept.insert(start);
    }
    return kept;
}

void ObservationWriter::noteKept(const Scope &scope, ObservationId observation, StoredResolution level,
                                 const QSet<qint64> &kept)
{
    SqlStatement insert = m_connection.statement(
        u"INSERT INTO observation_kept (source, channel, level, start, observation)"
        " VALUES (:source, :channel, :level, :start, :observation)"_s);
    insert.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value()).bind(u":level"_s, int(level));
    insert.bind(u":observation"_s, observation.value());
    for (const qint64 start : kept) {
        insert.bind(u":start"_s, start);
        insert.run();
    }
}

QHash<qint64, ObservationWriter::Current> ObservationWriter::currentBuckets(const Scope &scope, StoredResolution level,
                                                                            TimeWindow window)
{
    static const QString sql =
        u"SELECT start, comments_kind, %1 FROM bucket WHERE source = :source AND channel = :channel"
        " AND level = :level AND start >= :from AND start < :until"_s.arg(counterColumns());
    SqlStatement query = m_connection.statement(sql);
    query.bind(u":source"_s, scope.source);
    query.bind(u":channel"_s, scope.channel.value());
    query.bind(u":level"_s, int(level));
    query.bind(u":from"_s, window.from);
    query.bind(u":until"_s, window.until);
    SqlRows rows = query.rows();
    QHash<qint64, Current> current;
    while (rows.next())
        current.insert(rows.integer(0), {countersAt(rows, 2), CommentsKind(rows.integer(1))});
    return current;
}

void ObservationWriter::writeLevel(const Scope &scope, const Observation &observation, StoredResolution level,
                                   const QList<Bucket> &buckets, const QSet<qint64> &protectedBuckets)
{
    const TimeWindow covered = coveredWindow(observation, level);
    if (covered.isEmpty())
        return;
    QSet<qint64> kept = protectedBuckets;
    if (level != observation.level)
        kept += keep(scope, observation, level, covered);
    noteKept(scope, observation.id, level, kept);
    QHash<qint64, Current> gone = currentBuckets(scope, level, covered);

    QList<const Bucket *> fresh;
    fresh.reserve(buckets.size());
    for (const Bucket &bucket : buckets) {
        if (!covered.contains(bucket.start) || kept.contains(bucket.start))
            continue;
        if (const auto known = gone.constFind(bucket.start); known != gone.constEnd()) {
            const bool same = known->counters == bucket.counters && known->comments == observation.comments;
            gone.erase(known);
            if (same)
                continue;
            close(scope, level, {bucket.start, bucket.start + 1}, observation.id);
        }
        fresh.append(&bucket);
    }
    insertBuckets(scope, observation, level, fresh);
    for (auto bucket = gone.cbegin(); bucket != gone.cend(); ++bucket) {
        if (!kept.contains(bucket.key()))
            close(scope, level, {bucket.key(), bucket.key() + 1}, observation.id);
    }
}

void ObservationWriter::insertBuckets(const Scope &scope, const Observation &observation, StoredResolution level,
                                      const QList<const Bucket *> &buckets)
{
    // Many rows share one execution: binding and executing through QtSql is what most of a write's time goes to.
    const auto insert = [&](qsizetype first, int rows) {
        SqlStatement statement = m_connection.statement(insertText(rows));
        statement.bind(u":source"_s, scope.source)
            .bind(u":channel"_s, scope.channel.value())
            .bind(u":level"_s, int(level));
        statement.bind(u":observation"_s, observation.id.value()).bind(u":kind"_s, int(observation.comments));
        for (; buckets.size() - first >= rows; first += rows) {
            for (int i = 0; i < rows; ++i) {
                const RowPlaces &row = rowPlaces()[size_t(i)];
                const Bucket &bucket = *buckets[first + i];
                statement.bind(row.start, bucket.start);
                for (size_t metric = 0; metric < kMetrics.size(); ++metric)
                    statement.bind(row.counters[metric], bucket.counters[kMetrics[metric]]);
            }
            statement.run();
        }
        return first;
    };
    qsizetype next = 0;
    if (buckets.size() >= kRowsAtOnce)
        next = insert(next, kRowsAtOnce);
    if (next < buckets.size())
        insert(next, int(buckets.size() - next));
}

void ObservationWriter::close(const Scope &scope, StoredResolution level, TimeWindow window, ObservationId observation)
{
    static const QString copy =
        u"INSERT INTO bucket_version (source, channel, level, start, valid_from, valid_to, comments_kind, %1)"
        " SELECT source, channel, level, start, valid_from, :valid_to, comments_kind, %1 FROM bucket"
        " WHERE source = :source AND channel = :channel AND level = :level AND start >= :from"
        " AND start < :until"_s.arg(counterColumns());
    const QString drop =
        u"DELETE FROM bucket"
        " WHERE source = :source AND channel = :channel AND level = :level AND start >= :from AND start < :until"_s;
    const auto run = [&](SqlStatement &statement) {
        statement.bind(u":source"_s, scope.source)
            .bind(u":channel"_s, scope.channel.value())
            .bind(u":level"_s, int(level));
        statement.bind(u":from"_s, window.from).bind(u":until"_s, window.until);
        statement.run();
    };
    SqlStatement copying = m_connection.statement(copy);
    copying.bind(u":valid_to"_s, observation.value());
    run(copying);
    SqlStatement dropping = m_connection.statement(drop);
    run(dropping);
}

void ObservationWriter::writeChannels(const QString &source, const ChannelList &channels, qint64 listedAt)
{
    SqlTransaction transaction(m_connection, SqlTransaction::Kind::Write);
    const qint64 id = makeSourceId(m_connection, source);
    SqlStatement insert = m_connection.statement(
        u"INSERT INTO channel (source, id, title, username, subscribers, place, listed_at)"
        " VALUES (:source, :id, :title, :username, :subscribers, :place, :listed_at)"
        " ON CONFLICT (source, id) DO UPDATE SET title = excluded.title,"
        " username = coalesce(nullif(excluded.username, ''), username),"
        " subscribers = coalesce(excluded.subscribers, subscribers), place = excluded.place,"
        " listed_at = excluded.listed_at"_s);
    SqlStatement snapshot = m_connection.statement(
        u"INSERT OR IGNORE INTO subscriber_snapshot (source, channel, observed_at, subscribers)"
        " VALUES (:source, :channel, :observed_at, :subscribers)"_s);
    for (qsizetype i = 0; i < channels.size(); ++i) {
        const Channel &channel = channels[i];
        insert.bind(u":source"_s, id);
        insert.bind(u":id"_s, channel.id.value());
        insert.bind(u":title"_s, channel.title);
        insert.bind(u":username"_s, channel.username);
        insert.bind(u":subscribers"_s, channel.subscribers);
        insert.bind(u":place"_s, i);
        insert.bind(u":listed_at"_s, listedAt);
        insert.run();
        if (!channel.subscribers)
            continue;
        snapshot.bind(u":source"_s, id);
        snapshot.bind(u":channel"_s, channel.id.value());
        snapshot.bind(u":observed_at"_s, listedAt);
        snapshot.bind(u":subscribers"_s, *channel.subscribers);
        snapshot.run();
    }
    transaction.commit();
}
}
