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
constexpr qint64 kDay = secondsOf(StoredResolution::Day);
constexpr qint64 kAllKeptFor = 7 * kDay;
constexpr qint64 kHourlyKeptFor = 90 * kDay;
/** So many rows go in one transaction: some milliseconds of work. */
constexpr size_t kRowsAStep = 500;

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
    ChannelId channel = {};
};

void bind(SqlStatement &query, const ChannelScope &scope)
{
    query.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
}

/** Newest first. */
QList<Observation> observationsOf(SqlConnection &connection, const ChannelScope &scope)
{
    SqlStatement query = connection.statement(
        u"SELECT id, level, from_time, until_time, reaches_now, observed_at FROM observation"
        " WHERE source = :source AND channel = :channel AND doubted = 0 ORDER BY id DESC"_s);
    bind(query, scope);
    SqlRows rows = query.rows();
    QList<Observation> observations;
    while (rows.next())
        observations.append({.id = ObservationId(rows.integer(0)),
                             .level = StoredResolution(int(rows.integer(1))),
                             .window = {rows.integer(2), rows.integer(3)},
                             .reachesNow = rows.flag(4),
                             .observedAt = rows.integer(5)});
    return observations;
}

/** Observations that left a bucket's value as it was, by level. */
std::set<std::pair<ObservationId, int>> keepingObservations(SqlConnection &connection, const ChannelScope &scope)
{
    SqlStatement query = connection.statement(
        u"SELECT DISTINCT observation, level FROM observation_kept WHERE source = :source AND channel = :channel"_s);
    bind(query, scope);
    SqlRows rows = query.rows();
    std::set<std::pair<ObservationId, int>> result;
    while (rows.next())
        result.emplace(ObservationId(rows.integer(0)), int(rows.integer(1)));
    return result;
}

/** Ids that give some bucket its newest value or its completeness, or a level its anchor. */
std::set<ObservationId> neededBy(const QList<Observation> &observations,
                                 const std::set<std::pair<ObservationId, int>> &keeping)
{
    std::set<ObservationId> needed;
    for (const StoredResolution level : kLevels) {
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
    StoredResolution level;
    qint64 question; ///< length of a rolling window, else start of a fixed one
    qint64 time;
    friend auto operator<=>(const Slot &, const Slot &) = default;
};

std::vector<ObservationId> keptIds(const QList<Observation> &observations, const std::set<ObservationId> &needed,
                                   qint64 now)
{
    std::vector<ObservationId> kept;
    std::set<Slot> taken;
    for (const Observation &observation : observations) { // newest first, so the first of a slot is its last
        const qint64 age = now - observation.observedAt;
        const qint64 length = secondsOf(observation.level);
        const TimeWindow &window = observation.window;
        // A drill of the running day or hour grows by the minute, but its start stays; a rolling
        // window moves, but its length stays.
        const bool rolls = observation.reachesNow
            && !(observation.level == StoredResolution::Minute && window.from % secondsOf(StoredResolution::Hour) == 0);
        const Slot slot{
            observation.level, rolls ? (window.until - window.from) / length : -window.from - 1,
            bucketStart(age < kHourlyKeptFor ? StoredResolution::Hour : StoredResolution::Day, observation.observedAt)};
        const bool isLast = taken.insert(slot).second;
        if (isLast || age < kAllKeptFor || needed.contains(observation.id))
            kept.push_back(observation.id);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

struct Version {
    int level;
    qint64 start;
    ObservationId from;
};

/**
 * A version that no remaining observation falls into can never be shown again: every reading
 * looks for the version that was valid at some observation.
 */
std::vector<Version> hiddenVersions(SqlConnection &connection, const ChannelScope &scope,
                                    const std::vector<ObservationId> &kept)
{
    SqlStatement query = connection.statement(
        u"SELECT level, start, valid_from, valid_to FROM bucket_version WHERE source = :source"
        " AND channel = :channel"_s);
    bind(query, scope);
    std::vector<Version> hidden;
    SqlRows rows = query.rows();
    while (rows.next()) {
        const ObservationId from(rows.integer(2));
        const auto next = std::lower_bound(kept.begin(), kept.end(), from);
        if (next == kept.end() || *next >= ObservationId(rows.integer(3)))
            hidden.push_back({int(rows.integer(0)), rows.integer(1), from});
    }
    return hidden;
}

/** What goes of a channel. */
struct Surplus {
    std::vector<ObservationId> observations;
    std::vector<Version> versions;
    std::set<ObservationId> keeping; ///< observations that left some bucket's value as it was
};

Surplus surplusOf(SqlConnection &connection, const ChannelScope &scope, qint64 now)
{
    SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
    const QList<Observation> observations = observationsOf(connection, scope);
    const std::set<std::pair<ObservationId, int>> keeping = keepingObservations(connection, scope);
    const std::vector<ObservationId> kept = keptIds(observations, neededBy(observations, keeping), now);
    Surplus surplus;
    for (const Observation &observation : observations) {
        if (!std::binary_search(kept.begin(), kept.end(), observation.id))
            surplus.observations.push_back(observation.id);
    }
    surplus.versions = hiddenVersions(connection, scope, kept);
    for (const auto &[observation, level] : keeping)
        surplus.keeping.insert(observation);
    transaction.commit();
    return surplus;
}

/** Calls @p drop for each of @p items, some at a time in a transaction. */
template<typename Item, typename Drop>
void dropInSteps(SqlConnection &connection, const std::vector<Item> &items, const WriteStep &writeStep, Drop drop)
{
    for (size_t first = 0; first < items.size(); first += kRowsAStep) {
        writeStep([&] {
            SqlTransaction transaction(connection, SqlTransaction::Kind::Write);
            for (size_t i = first; i < std::min(first + kRowsAStep, items.size()); ++i)
                drop(items[i]);
            transaction.commit();
        });
    }
}

void dropObservations(SqlConnection &connection, const ChannelScope &scope, const Surplus &surplus,
                      const WriteStep &writeStep)
{
    SqlStatement drop =
        connection.statement(u"DELETE FROM observation WHERE source = :source AND channel = :channel AND id = :id"_s);
    SqlStatement dropKept = connection.statement(
        u"DELETE FROM observation_kept WHERE source = :source AND channel = :channel AND observation = :id"_s);
    bind(drop, scope);
    bind(dropKept, scope);
    dropInSteps(connection, surplus.observations, writeStep, [&](ObservationId id) {
        drop.bind(u":id"_s, id.value()).run();
        if (surplus.keeping.contains(id))
            dropKept.bind(u":id"_s, id.value()).run();
    });
}

void dropVersions(SqlConnection &connection, const ChannelScope &scope, const Surplus &surplus,
                  const WriteStep &writeStep)
{
    SqlStatement drop = connection.statement(
        u"DELETE FROM bucket_version WHERE source = :source AND channel = :channel AND level = :level"
        " AND start = :start AND valid_from = :from"_s);
    bind(drop, scope);
    dropInSteps(connection, surplus.versions, writeStep, [&](const Version &version) {
        drop.bind(u":level"_s, version.level)
            .bind(u":start"_s, version.start)
            .bind(u":from"_s, version.from.value())
            .run();
    });
}

QList<ChannelScope> channelsWithObservations(SqlConnection &connection)
{
    SqlStatement query = connection.statement(u"SELECT DISTINCT source, channel FROM observation"_s);
    SqlRows rows = query.rows();
    QList<ChannelScope> channels;
    while (rows.next())
        channels.append({rows.integer(0), ChannelId(rows.integer(1))});
    return channels;
}
}

CompactReport compactStore(SqlConnection &connection, qint64 now, const WriteStep &writeStep)
{
    CompactReport report;
    writeStep([&] {
        connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    });
    report.bytesBefore = QFileInfo(connection.path()).size();
    for (const ChannelScope &scope : channelsWithObservations(connection)) {
        // What is written between the steps is newer than all of this: it takes nothing of what goes
        // back into use. Observations go first, for a version is hidden only once they are gone.
        const Surplus surplus = surplusOf(connection, scope, now);
        dropObservations(connection, scope, surplus, writeStep);
        dropVersions(connection, scope, surplus, writeStep);
        report.observations += qint64(surplus.observations.size());
        report.versions += qint64(surplus.versions.size());
    }
    writeStep([&] {
        connection.execute(u"VACUUM"_s);
        connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    });
    report.bytesAfter = QFileInfo(connection.path()).size();
    return report;
}
}
