// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/observationreader.h"

#include "core/bucketaggregator.h"
#include "store/countercolumns.h"
#include "store/sourceids.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** So many observations are read before it is worth asking how late the last one reached. */
constexpr int kPatience = 32;
/** So many parts of sums are in memory at a time: about eleven days of minutes. */
constexpr qint64 kMostParts = 16'384;

/** A row of id, title, username, subscribers. */
Channel channelAt(const SqlRows &rows)
{
    return {ChannelId(rows.integer(0)), rows.text(1), rows.text(2), rows.maybe(3)};
}

/** Fills a covered bucket from a row whose kind of comments and counters begin at column @p first. */
void fill(StoredBucket &bucket, const SqlRows &rows, int first)
{
    bucket.hasPosts = true;
    bucket.comments = CommentsKind(rows.integer(first));
    bucket.counters = countersAt(rows, first + 1);
}

void bindScope(SqlStatement &query, qint64 source, ChannelId channel)
{
    query.bind(u":source"_s, source).bind(u":channel"_s, channel.value());
}

void bindWindow(SqlStatement &query, TimeWindow window)
{
    query.bind(u":from"_s, window.from).bind(u":until"_s, window.until);
}

StoredBucket *bucketAt(StoredSeries &series, qint64 start)
{
    StoredBucket &bucket = series.buckets[(start - series.window.from) / secondsOf(series.level)];
    return bucket.covered ? &bucket : nullptr;
}

TimeWindow widened(TimeWindow window, StoredResolution level)
{
    return {bucketStart(level, window.from), bucketCeil(level, window.until)};
}
}

std::optional<Channel> ObservationReader::channel(const ChannelKey &key)
{
    SqlStatement query = m_connection.statement(
        u"SELECT id, title, username, subscribers FROM channel"
        " WHERE source = (SELECT id FROM source WHERE key = :key) AND id = :channel"_s);
    query.bind(u":key"_s, key.source);
    query.bind(u":channel"_s, key.channel.value());
    SqlRows rows = query.rows();
    return rows.next() ? std::optional(channelAt(rows)) : std::nullopt;
}

ChannelList ObservationReader::channels(const QString &source)
{
    const std::optional<qint64> id = findSourceId(m_connection, source);
    if (!id)
        return {};
    // The newest list names no row of the outer query, so that it is looked for once and not for every channel.
    SqlStatement query = m_connection.statement(
        u"SELECT id, title, username, subscribers FROM channel WHERE source = :source AND listed_at ="
        " (SELECT max(listed_at) FROM channel WHERE source = :source) ORDER BY place"_s);
    query.bind(u":source"_s, *id);
    SqlRows rows = query.rows();
    ChannelList channels;
    while (rows.next())
        channels.append(channelAt(rows));
    return channels;
}

SeriesReading ObservationReader::read(const SeriesQuery &query)
{
    SeriesReading stored;
    const std::optional<qint64> source = findSourceId(m_connection, query.key.source);
    const Scope scope{source.value_or(0), query.key.channel, query.asOf};
    if (source) {
        std::optional<qint64> latest;
        for (const StoredResolution level : kLevels) {
            if (const std::optional<qint64> own = anchor(scope, level))
                latest = std::max(latest.value_or(0), *own);
            stored.facts.anchors[size_t(level)] = latest;
        }
        stored.facts.firstWithPosts = firstWithPosts(scope);
    }
    const WantedBuckets wanted = query.wanted(stored.facts);
    if (query.begin && !wanted.window.isEmpty()) {
        const TimeWindow before{*query.begin, bucketStart(StoredResolution::Day, wanted.window.from)};
        stored.facts.isBeginKnown = before.isEmpty()
            || std::ranges::all_of(readLevel(scope, StoredResolution::Day, before).buckets, &StoredBucket::covered);
    }
    stored.series = wanted.starts.isEmpty() ? readFamily(scope, wanted.level, wanted.window) : readSums(scope, wanted);
    return stored;
}

StoredSeries ObservationReader::readFamily(const Scope &scope, StoredResolution level, TimeWindow window)
{
    // From the coarsest level down, so that each level learns of empty parents.
    StoredSeries parents;
    for (int i = int(StoredResolution::Day); i >= int(level); --i) {
        StoredSeries series = readLevel(scope, StoredResolution(i), widened(window, StoredResolution(i)));
        if (!parents.buckets.isEmpty())
            inheritZeros(series, parents);
        parents = std::move(series);
    }
    return parents;
}

StoredSeries ObservationReader::readSums(const Scope &scope, const WantedBuckets &wanted)
{
    BucketAggregator sums(wanted.starts, wanted.window.until, wanted.now);
    const qint64 length = kMostParts * secondsOf(wanted.level);
    for (qint64 from = wanted.window.from; from < wanted.window.until; from += length)
        sums.add(readFamily(scope, wanted.level, {from, std::min(from + length, wanted.window.until)}));
    return sums.result();
}

StoredSeries ObservationReader::readOwn(const ChannelKey &key, StoredResolution level, TimeWindow window)
{
    return readLevel({findSourceId(m_connection, key.source).value_or(0), key.channel, {}}, level, window);
}

std::optional<qint64> ObservationReader::anchor(const Scope &scope, StoredResolution level)
{
    SqlStatement query = m_connection.statement(
        u"SELECT until_time FROM observation WHERE source = :source AND channel = :channel AND level = :level"
        " AND reaches_now = 1 AND doubted = 0 ORDER BY until_time DESC LIMIT 1"_s);
    bindScope(query, scope.source, scope.channel);
    query.bind(u":level"_s, int(level));
    SqlRows rows = query.rows();
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

std::optional<qint64> ObservationReader::firstWithPosts(const Scope &scope)
{
    const QString current =
        u"SELECT min(start) FROM bucket WHERE source = :source AND channel = :channel AND level = :level"_s;
    // The versions that were valid at the newest observation up to then.
    const QString past =
        u"WITH newest(id) AS (SELECT max(id) FROM observation WHERE source = :source AND channel = :channel"
        " AND observed_at <= :as_of AND doubted = 0)"
        " SELECT min(start) FROM ("
        " SELECT start FROM bucket, newest WHERE source = :source AND channel = :channel AND level = :level"
        " AND valid_from <= newest.id"
        " UNION ALL SELECT start FROM bucket_version, newest WHERE source = :source AND channel = :channel"
        " AND level = :level AND valid_from <= newest.id AND valid_to > newest.id)"_s;
    SqlStatement query = m_connection.statement(scope.asOf ? past : current);
    bindScope(query, scope.source, scope.channel);
    query.bind(u":level"_s, int(StoredResolution::Day));
    if (scope.asOf)
        query.bind(u":as_of"_s, *scope.asOf);
    SqlRows rows = query.rows();
    return rows.next() ? rows.maybe(0) : std::nullopt;
}

QHash<ObservationId, QSet<qint64>> ObservationReader::keptBy(const Scope &scope, StoredResolution level,
                                                             TimeWindow window)
{
    SqlStatement query = m_connection.statement(
        u"SELECT observation, start FROM observation_kept WHERE source = :source AND channel = :channel"
        " AND level = :level AND start >= :from AND start < :until"_s);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, window);
    query.bind(u":level"_s, int(level));
    SqlRows rows = query.rows();
    QHash<ObservationId, QSet<qint64>> kept;
    while (rows.next())
        kept[ObservationId(rows.integer(0))].insert(rows.integer(1));
    return kept;
}

qint64 ObservationReader::lastLook(const Scope &scope, StoredResolution level)
{
    SqlStatement query = m_connection.statement(
        u"SELECT max(until_time) FROM observation WHERE source = :source AND channel = :channel"
        " AND level = :level AND doubted = 0"_s);
    qint64 last = 0;
    for (int i = 0; i <= int(level); ++i) {
        bindScope(query, scope.source, scope.channel);
        query.bind(u":level"_s, i);
        SqlRows rows = query.rows();
        if (rows.next())
            last = std::max(last, rows.integer(0));
    }
    return last;
}

bool ObservationReader::reachedEnd(const Scope &scope, StoredResolution level, qint64 start, qint64 end)
{
    SqlStatement query = m_connection.statement(
        u"SELECT 1 FROM observation WHERE source = :source AND channel = :channel AND level = :level"
        " AND until_time >= :end AND from_time <= :start AND observed_at <= :as_of"
        " AND doubted = 0 LIMIT 1"_s);
    for (int i = 0; i <= int(level); ++i) {
        bindScope(query, scope.source, scope.channel);
        query.bind(u":level"_s, i);
        query.bind(u":start"_s, start);
        query.bind(u":end"_s, end);
        query.bind(u":as_of"_s, scope.asOf.value_or(std::numeric_limits<qint64>::max()));
        SqlRows rows = query.rows();
        if (rows.next())
            return true;
    }
    return false;
}

CoverageMap ObservationReader::coverageMap(const Scope &scope, StoredResolution level, TimeWindow window)
{
    CoverageMap map(level, window);
    if (window.isEmpty())
        return map;
    const QHash<ObservationId, QSet<qint64>> kept = keptBy(scope, level, window);
    SqlStatement query = m_connection.statement(
        u"SELECT id, level, from_time, until_time, reaches_now, observed_at FROM observation"
        " WHERE source = :source AND channel = :channel AND level <= :level AND until_time >= :from"
        " AND from_time < :until AND observed_at <= :as_of AND doubted = 0 ORDER BY id DESC"_s);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, window);
    query.bind(u":level"_s, int(level));
    query.bind(u":as_of"_s, scope.asOf.value_or(std::numeric_limits<qint64>::max()));
    SqlRows rows = query.rows();
    for (int seen = 0; map.needsMore() && rows.next(); ++seen) {
        // Nothing can cover the future; without this a view of today would read all that was ever seen.
        if (seen == kPatience)
            map.nothingFrom(lastLook(scope, level));
        const Observation observation{.id = ObservationId(rows.integer(0)),
                                      .level = StoredResolution(int(rows.integer(1))),
                                      .window = {rows.integer(2), rows.integer(3)},
                                      .reachesNow = rows.flag(4),
                                      .observedAt = rows.integer(5)};
        map.add(observation, kept.value(observation.id));
    }

    // Older observations can no longer give a newest one, but one of them may have seen further.
    for (qsizetype i = 0; i < map.size(); ++i) {
        const qint64 start = map.startOf(i);
        if (map.at(i).observation.isValid() && !map.at(i).complete
            && reachedEnd(scope, level, start, start + secondsOf(level)))
            map.setComplete(i);
    }
    return map;
}

StoredSeries ObservationReader::readLevel(const Scope &scope, StoredResolution level, TimeWindow window)
{
    const CoverageMap map = coverageMap(scope, level, window);
    StoredSeries series{.level = level, .window = window, .buckets = {}};
    series.buckets.reserve(map.size());
    for (qsizetype i = 0; i < map.size(); ++i) {
        const CoverageMap::Entry &entry = map.at(i);
        series.buckets.append({.start = map.startOf(i),
                               .covered = entry.observation.isValid(),
                               .complete = entry.complete,
                               .observation = entry.observation,
                               .observedAt = entry.observedAt,
                               .seenUntil = entry.until,
                               .endedNow = entry.endedNow,
                               .counters = entry.observation.isValid() ? Counters::zero() : Counters()});
    }
    if (!window.isEmpty()) {
        readCurrent(scope, series);
        // The newest value may be of an observation that is doubted; then an older one is valid.
        if (scope.asOf || hasDoubted(scope))
            readVersions(scope, series);
    }
    return series;
}

bool ObservationReader::hasDoubted(const Scope &scope)
{
    SqlStatement query = m_connection.statement(
        u"SELECT 1 FROM observation WHERE source = :source AND channel = :channel AND doubted = 1 LIMIT 1"_s);
    bindScope(query, scope.source, scope.channel);
    SqlRows rows = query.rows();
    return rows.next();
}

void ObservationReader::readCurrent(const Scope &scope, StoredSeries &series)
{
    static const QString sql =
        u"SELECT start, valid_from, comments_kind, %1 FROM bucket WHERE source = :source AND channel = :channel"
        " AND level = :level AND start >= :from AND start < :until"_s.arg(counterColumns());
    SqlStatement query = m_connection.statement(sql);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, series.window);
    query.bind(u":level"_s, int(series.level));
    SqlRows rows = query.rows();
    while (rows.next()) {
        StoredBucket *bucket = bucketAt(series, rows.integer(0));
        if (bucket && ObservationId(rows.integer(1)) <= bucket->observation)
            fill(*bucket, rows, 2);
    }
}

void ObservationReader::readVersions(const Scope &scope, StoredSeries &series)
{
    static const QString sql =
        u"SELECT start, valid_from, valid_to, comments_kind, %1 FROM bucket_version WHERE source = :source"
        " AND channel = :channel AND level = :level AND start >= :from AND start < :until"_s.arg(counterColumns());
    SqlStatement query = m_connection.statement(sql);
    bindScope(query, scope.source, scope.channel);
    bindWindow(query, series.window);
    query.bind(u":level"_s, int(series.level));
    SqlRows rows = query.rows();
    while (rows.next()) {
        StoredBucket *bucket = bucketAt(series, rows.integer(0));
        if (bucket && ObservationId(rows.integer(1)) <= bucket->observation
            && bucket->observation < ObservationId(rows.integer(2)))
            fill(*bucket, rows, 3);
    }
}

QList<WindowCoverage> ObservationReader::coverage(const ChannelKey &key, StoredResolution level,
                                                  const QList<TimeWindow> &windows)
{
    const std::optional<qint64> source = findSourceId(m_connection, key.source);
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
            coverage.covered = coverage.covered && entry.observation.isValid();
            coverage.complete = coverage.complete && entry.complete;
            if (i == 0 || entry.observedAt < coverage.oldestObservedAt)
                coverage.oldestObservedAt = entry.observedAt;
        }
        result.append(coverage);
    }
    return result;
}
}
