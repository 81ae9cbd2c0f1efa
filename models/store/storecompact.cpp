// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance.h"

#include "core/coverage.h"
#include "store/sql/sqlstatement.h"
#include "store/sql/sqltransaction.h"

#include <QFileInfo>

#include <map>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kDay = secondsOf(Level::Day);
constexpr qint64 kAllKeptFor = 7 * kDay;
constexpr qint64 kHourlyKeptFor = 90 * kDay;

/** A set of times, grown window by window. */
class TimeSet
{
public:
    /** @return whether @p window added anything */
    bool add(TimeWindow window)
    {
        if (window.isEmpty())
            return false;
        auto next = m_until.upper_bound(window.from);
        if (next != m_until.begin()) {
            const auto before = std::prev(next);
            if (before->second >= window.until)
                return false;
            if (before->second >= window.from) {
                window.from = before->first;
                next = before;
            }
        }
        while (next != m_until.end() && next->first <= window.until) {
            window.until = std::max(window.until, next->second);
            next = m_until.erase(next);
        }
        m_until.emplace(window.from, window.until);
        return true;
    }

private:
    std::map<qint64, qint64> m_until; ///< start → end, disjoint
};

struct ChannelScope {
    qint64 source = 0;
    qint64 channel = 0;
};

void bind(SqlStatement &query, const ChannelScope &scope)
{
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel);
}

/** Newest first. */
QList<Observation> observationsOf(SqlConnection &connection, const ChannelScope &scope)
{
    SqlStatement query = connection.statement(
        u"SELECT id, level, from_time, until_time, reaches_now, observed_at FROM observation"
        " WHERE source = :source AND channel = :channel ORDER BY id DESC"_s);
    bind(query, scope);
    SqlRows rows = query.rows();
    QList<Observation> observations;
    while (rows.next())
        observations.append({.id = rows.integer(0),
                             .level = Level(int(rows.integer(1))),
                             .window = {rows.integer(2), rows.integer(3)},
                             .reachesNow = rows.flag(4),
                             .observedAt = rows.integer(5)});
    return observations;
}

/** Observations that left a bucket's value as it was, by level. */
std::set<std::pair<qint64, int>> keepingObservations(SqlConnection &connection, const ChannelScope &scope)
{
    SqlStatement query = connection.statement(
        u"SELECT DISTINCT observation, level FROM observation_kept WHERE source = :source AND channel = :channel"_s);
    bind(query, scope);
    SqlRows rows = query.rows();
    std::set<std::pair<qint64, int>> result;
    while (rows.next())
        result.emplace(rows.integer(0), int(rows.integer(1)));
    return result;
}

/** Ids that give some bucket its newest value or its completeness, or a level its anchor. */
std::set<qint64> neededBy(const QList<Observation> &observations, const std::set<std::pair<qint64, int>> &keeping)
{
    std::set<qint64> needed;
    for (const Level level : kLevels) {
        TimeSet covered;
        TimeSet complete;
        const Observation *anchor = nullptr;
        for (const Observation &observation : observations) {
            if (observation.level > level)
                continue;
            const TimeWindow window = coveredWindow(observation, level);
            const TimeWindow whole{window.from, bucketStart(level, observation.window.until)};
            // One that kept a value does not give it; then an older one is needed as well.
            const bool gives = !keeping.contains({observation.id, int(level)});
            if (gives ? covered.add(window) : true)
                needed.insert(observation.id);
            if (complete.add(whole))
                needed.insert(observation.id);
            if (observation.reachesNow && (!anchor || anchor->window.until < observation.window.until))
                anchor = &observation;
        }
        if (anchor)
            needed.insert(anchor->id);
    }
    return needed;
}

/** What an observation competes with for its place in an hour or a day: the same question. */
struct Slot {
    Level level;
    qint64 question; ///< length of a rolling window, else start of a fixed one
    qint64 time;
    friend auto operator<=>(const Slot &, const Slot &) = default;
};

std::vector<qint64> keptIds(const QList<Observation> &observations, const std::set<qint64> &needed, qint64 now)
{
    std::vector<qint64> kept;
    std::set<Slot> taken;
    for (const Observation &observation : observations) { // newest first, so the first of a slot is its last
        const qint64 age = now - observation.observedAt;
        const qint64 length = secondsOf(observation.level);
        const TimeWindow &window = observation.window;
        // A drill of the running day or hour grows by the minute, but its start stays; a rolling
        // window moves, but its length stays.
        const bool rolls = observation.reachesNow
            && !(observation.level == Level::Minute && window.from % secondsOf(Level::Hour) == 0);
        const Slot slot{observation.level, rolls ? (window.until - window.from) / length : -window.from - 1,
                        bucketStart(age < kHourlyKeptFor ? Level::Hour : Level::Day, observation.observedAt)};
        const bool isLast = taken.insert(slot).second;
        if (isLast || age < kAllKeptFor || needed.contains(observation.id))
            kept.push_back(observation.id);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

qint64 dropObservations(SqlConnection &connection, const ChannelScope &scope, const QList<Observation> &observations,
                        const std::vector<qint64> &kept)
{
    SqlStatement drop =
        connection.statement(u"DELETE FROM observation WHERE source = :source AND channel = :channel AND id = :id"_s);
    SqlStatement dropKept = connection.statement(
        u"DELETE FROM observation_kept WHERE source = :source AND channel = :channel AND observation = :id"_s);
    qint64 dropped = 0;
    for (const Observation &observation : observations) {
        if (std::binary_search(kept.begin(), kept.end(), observation.id))
            continue;
        for (SqlStatement *query : {&drop, &dropKept}) {
            bind(*query, scope);
            query->bind(u":id"_s, observation.id);
            query->run();
        }
        ++dropped;
    }
    return dropped;
}

/**
 * A version that no remaining observation falls into can never be shown again: every reading
 * looks for the version that was valid at some observation.
 */
qint64 dropVersions(SqlConnection &connection, const ChannelScope &scope, const std::vector<qint64> &kept)
{
    struct Version {
        int level;
        qint64 start;
        qint64 from;
    };
    SqlStatement query = connection.statement(
        u"SELECT level, start, valid_from, valid_to FROM bucket_version WHERE source = :source"
        " AND channel = :channel"_s);
    bind(query, scope);
    SqlRows rows = query.rows();
    std::vector<Version> hidden;
    while (rows.next()) {
        const qint64 from = rows.integer(2);
        const auto next = std::lower_bound(kept.begin(), kept.end(), from);
        if (next == kept.end() || *next >= rows.integer(3))
            hidden.push_back({int(rows.integer(0)), rows.integer(1), from});
    }

    SqlStatement drop = connection.statement(
        u"DELETE FROM bucket_version WHERE source = :source AND channel = :channel AND level = :level"
        " AND start = :start AND valid_from = :from"_s);
    for (const Version &version : hidden) {
        bind(drop, scope);
        drop.bind(u":level"_s, version.level);
        drop.bind(u":start"_s, version.start);
        drop.bind(u":from"_s, version.from);
        drop.run();
    }
    return qint64(hidden.size());
}

QList<ChannelScope> channelsWithObservations(SqlConnection &connection)
{
    SqlStatement query = connection.statement(u"SELECT DISTINCT source, channel FROM observation"_s);
    SqlRows rows = query.rows();
    QList<ChannelScope> channels;
    while (rows.next())
        channels.append({rows.integer(0), rows.integer(1)});
    return channels;
}
}

CompactReport compactStore(SqlConnection &connection, qint64 now)
{
    CompactReport report;
    connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    report.bytesBefore = QFileInfo(connection.path()).size();
    for (const ChannelScope &scope : channelsWithObservations(connection)) {
        SqlTransaction transaction(connection, SqlTransaction::Kind::Write);
        const QList<Observation> observations = observationsOf(connection, scope);
        const std::set<qint64> needed = neededBy(observations, keepingObservations(connection, scope));
        const std::vector<qint64> kept = keptIds(observations, needed, now);
        report.observations += dropObservations(connection, scope, observations, kept);
        report.versions += dropVersions(connection, scope, kept);
        transaction.commit();
    }
    connection.execute(u"VACUUM"_s);
    connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    report.bytesAfter = QFileInfo(connection.path()).size();
    return report;
}
}
