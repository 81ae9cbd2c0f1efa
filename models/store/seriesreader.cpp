// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seriesreader.h"

#include "core/bucketsums.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** So many observations are read before it is worth asking how late the last one reached. */
constexpr int kPatience = 32;
/** So many parts of sums are in memory at a time: about eleven days of minutes. */
constexpr qint64 kMostParts = 16'384;

Count countAt(const QSqlQuery &query, int column)
{
    const QVariant value = query.value(column);
    return value.isNull() ? Count() : Count(value.toLongLong());
}

/** A row of id, title, username, subscribers. */
Channel channelAt(const QSqlQuery &query)
{
    return {query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(), countAt(query, 3)};
}

/** Fills a covered bucket from a row whose counters begin at column @p first. */
void fill(KnownBucket &bucket, const QSqlQuery &query, int commentsColumn, int first)
{
    bucket.hasPosts = true;
    bucket.comments = CommentsKind(query.value(commentsColumn).toInt());
    for (size_t i = 0; i < kMetrics.size(); ++i)
        bucket.counters[kMetrics[i]] = countAt(query, first + int(i));
}

void bindScope(QSqlQuery &query, qint64 source, qint64 channel)
{
    query.bindValue(u":source"_s, source);
    query.bindValue(u":channel"_s, channel);
}

void bindWindow(QSqlQuery &query, TimeWindow window)
{
    query.bindValue(u":from"_s, window.from);
    query.bindValue(u":until"_s, window.until);
}

KnownBucket *bucketAt(KnownSeries &series, qint64 start)
{
    KnownBucket &bucket = series.buckets[(start - series.window.from) / secondsOf(series.level)];
    return bucket.covered ? &bucket : nullptr;
}

TimeWindow widened(TimeWindow window, Level level)
{
    return {bucketStart(level, window.from), bucketCeil(level, window.until)};
}
}

std::optional<qint64> SeriesReader::sourceId(const QString &source)
{
    QSqlQuery &query = m_connection.prepared(u"SELECT id FROM source WHERE key = :key"_s);
    query.bindValue(u":key"_s, source);
    m_connection.run(query);
    const std::optional<qint64> id =
        m_connection.next(query) ? std::optional(query.value(0).toLongLong()) : std::nullopt;
    query.finish();
    return id;
}

std::optional<Channel> SeriesReader::channel(const ChannelKey &key)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT id, title, username, subscribers FROM channel"
        " WHERE source = (SELECT id FROM source WHERE key = :key) AND id = :channel"_s);
    query.bindValue(u":key"_s, key.source);
    query.bindValue(u":channel"_s, key.channel);
    m_connection.run(query);
    const std::optional<Channel> channel = m_connection.next(query) ? std::optional(channelAt(query)) : std::nullopt;
    query.finish();
    return channel;
}

ChannelList SeriesReader::channels(const QString &source)
{
    QSqlQuery &query = m_connection.prepared(
        u"WITH wanted(id) AS (SELECT id FROM source WHERE key = :key)"
        " SELECT channel.id, title, username, subscribers FROM channel, wanted"
        " WHERE source = wanted.id AND listed_at ="
        " (SELECT max(listed_at) FROM channel WHERE source = wanted.id) ORDER BY place"_s);
    query.bindValue(u":key"_s, source);
    m_connection.run(query);
    ChannelList channels;
    while (m_connection.next(query))
        channels.append(channelAt(query));
    query.finish();
    return channels;
}

StoredSeries SeriesReader::read(const SeriesQuery &query)
{
    StoredSeries stored;
    const std::optional<qint64> source = sourceId(query.key.source);
    const Scope scope{source.value_or(0), query.key.channel, query.asOf};
    if (source) {
        std::optional<qint64> latest;
        for (const Level level : kLevels) {
            if (const std::optional<qint64> own = anchor(scope, level))
                latest = std::max(latest.value_or(0), *own);
            stored.facts.anchors[size_t(level)] = latest;
        }
        stored.facts.firstWithPosts = firstWithPosts(scope);
    }
    const WantedBuckets wanted = query.wanted(stored.facts);
    if (query.begin && !wanted.window.isEmpty()) {
        const TimeWindow before{*query.begin, bucketStart(Level::Day, wanted.window.from)};
        stored.facts.isBeginKnown = before.isEmpty()
            || std::ranges::all_of(readLevel(scope, Level::Day, before).buckets, &KnownBucket::covered);
    }
    stored.series = wanted.starts.isEmpty() ? readFamily(scope, wanted.level, wanted.window) : readSums(scope, wanted);
    return stored;
}

KnownSeries SeriesReader::readFamily(const Scope &scope, Level level, TimeWindow window)
{
    // From the coarsest level down, so that each level learns of empty parents.
    KnownSeries parents;
    for (int i = int(Level::Day); i >= int(level); --i) {
        KnownSeries series = readLevel(scope, Level(i), widened(window, Level(i)));
        if (!parents.buckets.isEmpty())
            inheritZeros(series, parents);
        parents = std::move(series);
    }
    return parents;
}

KnownSeries SeriesReader::readSums(const Scope &scope, const WantedBuckets &wanted)
{
    BucketSums sums(wanted.starts, wanted.window.until, wanted.now);
    const qint64 length = kMostParts * secondsOf(wanted.level);
    for (qint64 from = wanted.window.from; from < wanted.window.until; from += length)
        sums.add(readFamily(scope, wanted.level, {from, std::min(from + length, wanted.window.until)}));
    return sums.result();
}

KnownSeries SeriesReader::readOwn(const ChannelKey &key, Level level, TimeWindow window)
{
    return readLevel({sourceId(key.source).value_or(0), key.channel, {}}, level, window);
}

std::optional<qint64> SeriesReader::anchor(const Scope &scope, Level level)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT until_time FROM observation WHERE source = :source AND channel = :channel AND level = :level"
        " AND reaches_now = 1 ORDER BY until_time DESC LIMIT 1"_s);
    bindScope(query, scope.source, scope.channel);
    query.bindValue(u":level"_s, int(level));
    m_connection.run(query);
    const std::optional<qint64> latest =
        m_connection.next(query) ? std::optional(query.value(0).toLongLong()) : std::nullopt;
    query.finish();
    return latest;
}

std::optional<qint64> SeriesReader::firstWithPosts(const Scope &scope)
{
    const QString current =
        u"SELECT min(start) FROM bucket WHERE source = :source AND channel = :channel AND level = 2"_s;
    // The versions that were valid at the newest observation up to then.
    const QString past =
        u"WITH newest(id) AS (SELECT max(id) FROM observation WHERE source = :source AND channel = :channel"
        " AND observed_at <= :as_of)"
        " SELECT min(start) FROM ("
        " SELECT start FROM bucket, newest WHERE source = :source AND channel = :channel AND level = 2"
        " AND valid_from <= newest.id"
        " UNION ALL SELECT start FROM bucket_version, newest WHERE source = :source AND channel = :channel"
        " AND level = 2 AND valid_from <= newest.id AND valid_to > newest.id)"_s;
    QSqlQuery &query = m_connection.prepared(scope.asOf ? past : current);
    bindScope(query, scope.source, scope.channel);
    if (scope.asOf)
        query.bindValue(u":as_of"_s, *scope.asOf);
    m_connection.run(query);
    const Count first = m_connection.next(query) ? countAt(query, 0) : Count();
    query.finish();
    return first;
}

QHash<qint64, QSet<qint64>> SeriesReader::keptBy(const Scope &scope, Level level, TimeWindow window)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT observation, start FROM observation_kept WHERE source = :source AND channel = :channel"
        " AND level = :level AND start >= :from AND start < :until"_s);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, window);
    query.bindValue(u":level"_s, int(level));
    m_connection.run(query);
    QHash<qint64, QSet<qint64>> kept;
    while (m_connection.next(query))
        kept[query.value(0).toLongLong()].insert(query.value(1).toLongLong());
    query.finish();
    return kept;
}

qint64 SeriesReader::lastLook(const Scope &scope, Level level)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT max(until_time) FROM observation WHERE source = :source AND channel = :channel"
        " AND level = :level"_s);
    qint64 last = 0;
    for (int i = 0; i <= int(level); ++i) {
        bindScope(query, scope.source, scope.channel);
        query.bindValue(u":level"_s, i);
        m_connection.run(query);
        if (m_connection.next(query))
            last = std::max(last, query.value(0).toLongLong());
        query.finish();
    }
    return last;
}

bool SeriesReader::reachedEnd(const Scope &scope, Level level, qint64 start, qint64 end)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT 1 FROM observation WHERE source = :source AND channel = :channel AND level = :level"
        " AND until_time >= :end AND from_time <= :start AND observed_at <= :as_of LIMIT 1"_s);
    for (int i = 0; i <= int(level); ++i) {
        bindScope(query, scope.source, scope.channel);
        query.bindValue(u":level"_s, i);
        query.bindValue(u":start"_s, start);
        query.bindValue(u":end"_s, end);
        query.bindValue(u":as_of"_s, scope.asOf.value_or(std::numeric_limits<qint64>::max()));
        m_connection.run(query);
        const bool found = m_connection.next(query);
        query.finish();
        if (found)
            return true;
    }
    return false;
}

CoverageMap SeriesReader::coverageMap(const Scope &scope, Level level, TimeWindow window)
{
    CoverageMap map(level, window);
    if (window.isEmpty())
        return map;
    const QHash<qint64, QSet<qint64>> kept = keptBy(scope, level, window);
    QSqlQuery &query = m_connection.prepared(
        u"SELECT id, level, from_time, until_time, reaches_now, observed_at FROM observation"
        " WHERE source = :source AND channel = :channel AND level <= :level AND until_time > :from"
        " AND from_time < :until AND observed_at <= :as_of ORDER BY id DESC"_s);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, window);
    query.bindValue(u":level"_s, int(level));
    query.bindValue(u":as_of"_s, scope.asOf.value_or(std::numeric_limits<qint64>::max()));
    m_connection.run(query);
    for (int seen = 0; map.needsMore() && m_connection.next(query); ++seen) {
        // Nothing can cover the future; without this a view of today would read all that was ever seen.
        if (seen == kPatience)
            map.nothingFrom(lastLook(scope, level));
        const Observation observation{.id = query.value(0).toLongLong(),
                                      .level = Level(query.value(1).toInt()),
                                      .window = {query.value(2).toLongLong(), query.value(3).toLongLong()},
                                      .reachesNow = query.value(4).toBool(),
                                      .observedAt = query.value(5).toLongLong()};
        map.add(observation, kept.value(observation.id));
    }
    query.finish();

    // Older observations can no longer give a newest one, but one of them may have seen further.
    for (qsizetype i = 0; i < map.size(); ++i) {
        const qint64 start = map.startOf(i);
        if (map.at(i).observation != 0 && !map.at(i).complete
            && reachedEnd(scope, level, start, start + secondsOf(level)))
            map.setComplete(i);
    }
    return map;
}

KnownSeries SeriesReader::readLevel(const Scope &scope, Level level, TimeWindow window)
{
    const CoverageMap map = coverageMap(scope, level, window);
    KnownSeries series{.level = level, .window = window, .buckets = {}};
    series.buckets.reserve(map.size());
    for (qsizetype i = 0; i < map.size(); ++i) {
        const CoverageMap::Entry &entry = map.at(i);
        series.buckets.append({.start = map.startOf(i),
                               .covered = entry.observation != 0,
                               .complete = entry.complete,
                               .observation = entry.observation,
                               .observedAt = entry.observedAt,
                               .seenUntil = entry.until,
                               .endedNow = entry.endedNow,
                               .counters = entry.observation != 0 ? Counters::zero() : Counters()});
    }
    if (!window.isEmpty()) {
        readCurrent(scope, series);
        if (scope.asOf)
            readVersions(scope, series);
    }
    return series;
}

void SeriesReader::readCurrent(const Scope &scope, KnownSeries &series)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT start, valid_from, comments_kind, views, likes, shares, comments, replies, post_count FROM bucket"
        " WHERE source = :source AND channel = :channel AND level = :level AND start >= :from AND start < :until"_s);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, series.window);
    query.bindValue(u":level"_s, int(series.level));
    m_connection.run(query);
    while (m_connection.next(query)) {
        KnownBucket *bucket = bucketAt(series, query.value(0).toLongLong());
        if (bucket && query.value(1).toLongLong() <= bucket->observation)
            fill(*bucket, query, 2, 3);
    }
    query.finish();
}

void SeriesReader::readVersions(const Scope &scope, KnownSeries &series)
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT start, valid_from, valid_to, comments_kind, views, likes, shares, comments, replies, post_count"
        " FROM bucket_version WHERE source = :source AND channel = :channel AND level = :level AND start >= :from"
        " AND start < :until"_s);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, series.window);
    query.bindValue(u":level"_s, int(series.level));
    m_connection.run(query);
    while (m_connection.next(query)) {
        KnownBucket *bucket = bucketAt(series, query.value(0).toLongLong());
        if (bucket && query.value(1).toLongLong() <= bucket->observation
            && bucket->observation < query.value(2).toLongLong())
            fill(*bucket, query, 3, 4);
    }
    query.finish();
}

QList<WindowCoverage> SeriesReader::coverage(const ChannelKey &key, Level level, const QList<TimeWindow> &windows)
{
    const std::optional<qint64> source = sourceId(key.source);
    QList<WindowCoverage> result;
    for (const TimeWindow &window : windows) {
        if (!source) {
            result.append(WindowCoverage{});
            continue;
        }
        const CoverageMap map = coverageMap({*source, key.channel, {}}, level, window);
        WindowCoverage coverage{.covered = map.size() > 0, .complete = map.size() > 0};
        for (qsizetype i = 0; i < map.size(); ++i) {
            const CoverageMap::Entry &entry = map.at(i);
            coverage.covered = coverage.covered && entry.observation != 0;
            coverage.complete = coverage.complete && entry.complete;
            if (i == 0 || entry.observedAt < coverage.oldestObservedAt)
                coverage.oldestObservedAt = entry.observedAt;
        }
        result.append(coverage);
    }
    return result;
}
}
