// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/observationwriter.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
QVariant variantOf(Count count)
{
    return count ? QVariant(*count) : QVariant(QMetaType::fromType<qint64>());
}

/** Rows of one INSERT; measured: more gain little, and from some hundreds on QtSql becomes slower again. */
constexpr int kRowsAtOnce = 10;

/** Names of the places of one row's counters, and of its start as the last one. */
const std::array<QString, kMetrics.size() + 1> &rowPlaces(int row)
{
    static const auto places = [] {
        std::array<std::array<QString, kMetrics.size() + 1>, kRowsAtOnce> names;
        for (int i = 0; i < kRowsAtOnce; ++i) {
            for (size_t metric = 0; metric < kMetrics.size(); ++metric)
                names[size_t(i)][metric] = u":%1%2"_s.arg(metricName(kMetrics[metric])).arg(i);
            names[size_t(i)].back() = u":start%1"_s.arg(i);
        }
        return names;
    }();
    return places[size_t(row)];
}
}

Observation ObservationWriter::write(const ObservationRecord &record)
{
    SqlTransaction transaction(m_connection, SqlTransaction::Kind::Write);
    const Scope scope{sourceIdFor(record.key.source), record.key.channel};
    const Observation observation = store(scope, record.observation);
    for (int i = int(observation.level); i <= int(Level::Day); ++i)
        writeLevel(scope, observation, Level(i), record.buckets[size_t(i)]);
    transaction.commit();
    return observation;
}

qint64 ObservationWriter::sourceIdFor(const QString &source)
{
    QSqlQuery &insert = m_connection.prepared(u"INSERT OR IGNORE INTO source (key) VALUES (:key)"_s);
    insert.bindValue(u":key"_s, source);
    m_connection.run(insert);
    return *SeriesReader(m_connection).sourceId(source);
}

Observation ObservationWriter::store(const Scope &scope, Observation observation)
{
    QSqlQuery &last = m_connection.prepared(
        u"SELECT id, observed_at FROM observation WHERE source = :source AND channel = :channel"
        " ORDER BY id DESC LIMIT 1"_s);
    last.bindValue(u":source"_s, scope.source);
    last.bindValue(u":channel"_s, scope.channel);
    m_connection.run(last);
    observation.id = 1;
    if (m_connection.next(last)) {
        observation.id = last.value(0).toLongLong() + 1;
        const qint64 lastObservedAt = last.value(1).toLongLong();
        if (observation.observedAt < lastObservedAt && lastObservedAt - observation.observedAt < kClockTolerance)
            observation.observedAt = lastObservedAt;
    }
    last.finish();

    QSqlQuery &insert = m_connection.prepared(
        u"INSERT INTO observation (source, channel, id, level, from_time, until_time, reaches_now, observed_at,"
        " comments_kind) VALUES (:source, :channel, :id, :level, :from, :until, :reaches_now, :observed_at, :kind)"_s);
    insert.bindValue(u":source"_s, scope.source);
    insert.bindValue(u":channel"_s, scope.channel);
    insert.bindValue(u":id"_s, observation.id);
    insert.bindValue(u":level"_s, int(observation.level));
    insert.bindValue(u":from"_s, observation.window.from);
    insert.bindValue(u":until"_s, observation.window.until);
    insert.bindValue(u":reaches_now"_s, int(observation.reachesNow));
    insert.bindValue(u":observed_at"_s, observation.observedAt);
    insert.bindValue(u":kind"_s, int(observation.comments));
    m_connection.run(insert);
    return observation;
}

QSet<qint64> ObservationWriter::keep(const Scope &scope, const Observation &observation, Level level,
                                     TimeWindow covered)
{
    // A younger answer for the coarse bucket itself outweighs a drill, which may come from the
    // server's cache. Two drills of the same level do not compete: their finer rows win
    // by age too, and the sum has to follow them.
    QSqlQuery &query = m_connection.prepared(
        u"SELECT from_time, until_time FROM observation WHERE source = :source AND channel = :channel"
        " AND level > :drill AND level <= :level AND id < :id AND observed_at > :since AND observed_at <= :now"
        " AND from_time < :until AND until_time > :from"_s);
    query.bindValue(u":source"_s, scope.source);
    query.bindValue(u":channel"_s, scope.channel);
    query.bindValue(u":drill"_s, int(observation.level));
    query.bindValue(u":level"_s, int(level));
    query.bindValue(u":id"_s, observation.id);
    query.bindValue(u":since"_s, observation.observedAt - kDrillCacheAge);
    query.bindValue(u":now"_s, observation.observedAt);
    query.bindValue(u":from"_s, covered.from);
    query.bindValue(u":until"_s, covered.until);
    m_connection.run(query);
    QSet<qint64> kept;
    while (m_connection.next(query)) {
        const TimeWindow seen{query.value(0).toLongLong(), query.value(1).toLongLong()};
        // Whole buckets only: what was complete when it was observed.
        const TimeWindow whole =
            TimeWindow{bucketCeil(level, seen.from), bucketStart(level, seen.until)}.intersected(covered);
        for (qint64 start = whole.from; start < whole.until; start += secondsOf(level))
            kept.insert(start);
    }
    query.finish();

    QSqlQuery &insert = m_connection.prepared(
        u"INSERT INTO observation_kept (source, channel, level, start, observation)"
        " VALUES (:source, :channel, :level, :start, :observation)"_s);
    for (const qint64 start : std::as_const(kept)) {
        insert.bindValue(u":source"_s, scope.source);
        insert.bindValue(u":channel"_s, scope.channel);
        insert.bindValue(u":level"_s, int(level));
        insert.bindValue(u":start"_s, start);
        insert.bindValue(u":observation"_s, observation.id);
        m_connection.run(insert);
    }
    return kept;
}

QHash<qint64, ObservationWriter::Current> ObservationWriter::currentBuckets(const Scope &scope, Level level,
                                                                            TimeWindow window)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT start, comments_kind, views, likes, shares, comments, replies, post_count FROM bucket"
        " WHERE source = :source AND channel = :channel AND level = :level AND start >= :from AND start < :until"_s);
    query.bindValue(u":source"_s, scope.source);
    query.bindValue(u":channel"_s, scope.channel);
    query.bindValue(u":level"_s, int(level));
    query.bindValue(u":from"_s, window.from);
    query.bindValue(u":until"_s, window.until);
    m_connection.run(query);
    QHash<qint64, Current> current;
    while (m_connection.next(query)) {
        Current &bucket = current[query.value(0).toLongLong()];
        bucket.comments = CommentsKind(query.value(1).toInt());
        for (size_t i = 0; i < kMetrics.size(); ++i) {
            const QVariant value = query.value(2 + int(i));
            bucket.counters[kMetrics[i]] = value.isNull() ? Count() : Count(value.toLongLong());
        }
    }
    query.finish();
    return current;
}

void ObservationWriter::writeLevel(const Scope &scope, const Observation &observation, Level level,
                                   const QList<Bucket> &buckets)
{
    const TimeWindow covered = coveredWindow(observation, level);
    if (covered.isEmpty())
        return;
    const QSet<qint64> kept = level == observation.level ? QSet<qint64>() : keep(scope, observation, level, covered);
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

void ObservationWriter::insertBuckets(const Scope &scope, const Observation &observation, Level level,
                                      const QList<const Bucket *> &buckets)
{
    // What is the same for all rows stands in the text, and many rows share one execution: binding
    // and executing through QtSql is what most of a write's time goes to.
    const QString row =
        u"(%1, %2, %3, :start@, %4, %5, :views@, :likes@, :shares@, :comments@, :replies@,"
        " :post_count@)"_s.arg(scope.source)
            .arg(scope.channel)
            .arg(int(level))
            .arg(observation.id)
            .arg(int(observation.comments));
    const auto statementOf = [&](int rows) {
        QStringList values;
        for (int i = 0; i < rows; ++i)
            values.append(QString(row).replace(u'@', QString::number(i)));
        return m_connection.preparedOnce(
            u"INSERT INTO bucket (source, channel, level, start, valid_from, comments_kind, views, likes, shares,"
            " comments, replies, post_count) VALUES "_s
            + values.join(u", "_s));
    };
    qsizetype next = 0;
    const auto insert = [&](QSqlQuery &query, int rows) {
        for (int i = 0; i < rows; ++i, ++next) {
            const std::array<QString, kMetrics.size() + 1> &places = rowPlaces(i);
            query.bindValue(places.back(), buckets[next]->start);
            for (size_t metric = 0; metric < kMetrics.size(); ++metric)
                query.bindValue(places[metric], variantOf(buckets[next]->counters[kMetrics[metric]]));
        }
        m_connection.run(query);
    };
    if (buckets.size() >= kRowsAtOnce) {
        QSqlQuery many = statementOf(kRowsAtOnce);
        while (buckets.size() - next >= kRowsAtOnce)
            insert(many, kRowsAtOnce);
    }
    if (const int rest = int(buckets.size() - next); rest > 0) {
        QSqlQuery last = statementOf(rest);
        insert(last, rest);
    }
}

void ObservationWriter::close(const Scope &scope, Level level, TimeWindow window, qint64 observation)
{
    const auto run = [&](QSqlQuery &query) {
        query.bindValue(u":source"_s, scope.source);
        query.bindValue(u":channel"_s, scope.channel);
        query.bindValue(u":level"_s, int(level));
        query.bindValue(u":from"_s, window.from);
        query.bindValue(u":until"_s, window.until);
        m_connection.run(query);
    };
    QSqlQuery &copy = m_connection.prepared(
        u"INSERT INTO bucket_version (source, channel, level, start, valid_from, valid_to, comments_kind, views, likes,"
        " shares, comments, replies, post_count)"
        " SELECT source, channel, level, start, valid_from, :valid_to, comments_kind, views, likes, shares, comments,"
        " replies, post_count FROM bucket"
        " WHERE source = :source AND channel = :channel AND level = :level AND start >= :from AND start < :until"_s);
    copy.bindValue(u":valid_to"_s, observation);
    run(copy);
    run(m_connection.prepared(
        u"DELETE FROM bucket"
        " WHERE source = :source AND channel = :channel AND level = :level AND start >= :from AND start < :until"_s));
}

void ObservationWriter::writeChannels(const QString &source, const ChannelList &channels, qint64 listedAt)
{
    SqlTransaction transaction(m_connection, SqlTransaction::Kind::Write);
    const qint64 id = sourceIdFor(source);
    QSqlQuery &insert = m_connection.prepared(
        u"INSERT INTO channel (source, id, title, username, subscribers, place, listed_at)"
        " VALUES (:source, :id, :title, :username, :subscribers, :place, :listed_at)"
        " ON CONFLICT (source, id) DO UPDATE SET title = excluded.title,"
        " username = coalesce(nullif(excluded.username, ''), username),"
        " subscribers = coalesce(excluded.subscribers, subscribers), place = excluded.place,"
        " listed_at = excluded.listed_at"_s);
    QSqlQuery &snapshot = m_connection.prepared(
        u"INSERT OR IGNORE INTO subscriber_snapshot (source, channel, observed_at, subscribers)"
        " VALUES (:source, :channel, :observed_at, :subscribers)"_s);
    for (qsizetype i = 0; i < channels.size(); ++i) {
        const Channel &channel = channels[i];
        insert.bindValue(u":source"_s, id);
        insert.bindValue(u":id"_s, channel.id);
        insert.bindValue(u":title"_s, channel.title.isNull() ? u""_s : channel.title);
        insert.bindValue(u":username"_s, channel.username.isNull() ? u""_s : channel.username);
        insert.bindValue(u":subscribers"_s, variantOf(channel.subscribers));
        insert.bindValue(u":place"_s, i);
        insert.bindValue(u":listed_at"_s, listedAt);
        m_connection.run(insert);
        if (!channel.subscribers)
            continue;
        snapshot.bindValue(u":source"_s, id);
        snapshot.bindValue(u":channel"_s, channel.id);
        snapshot.bindValue(u":observed_at"_s, listedAt);
        snapshot.bindValue(u":subscribers"_s, *channel.subscribers);
        m_connection.run(snapshot);
    }
    transaction.commit();
}
}
