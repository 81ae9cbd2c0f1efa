// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/sql/sqlstatement.h"
#include "store/sql/sqltransaction.h"
#include "store/storefile.h"
#include "store/storeversion.h"

#include <QSet>
#include <QVariant>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
// Times are seconds since the epoch, UTC. Levels: 0 minute, 1 hour, 2 day.
// A bucket's current counters stand in `bucket`, valid since the observation `valid_from`;
// what they were before stands in `bucket_version`, valid from one observation up to, but
// not including, another. Observation ids grow in the order of arrival within a channel.
constexpr const char *kToV1[] = {
    "CREATE TABLE source (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT",

    "CREATE TABLE channel (source INTEGER NOT NULL REFERENCES source(id), id INTEGER NOT NULL, title TEXT NOT NULL,"
    " username TEXT NOT NULL, subscribers INTEGER, place INTEGER NOT NULL, listed_at INTEGER NOT NULL,"
    " PRIMARY KEY (source, id)) STRICT, WITHOUT ROWID",

    "CREATE TABLE observation (source INTEGER NOT NULL REFERENCES source(id), channel INTEGER NOT NULL,"
    " id INTEGER NOT NULL, level INTEGER NOT NULL, from_time INTEGER NOT NULL, until_time INTEGER NOT NULL,"
    " reaches_now INTEGER NOT NULL, observed_at INTEGER NOT NULL, comments_kind INTEGER NOT NULL,"
    " PRIMARY KEY (source, channel, id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX observation_until ON observation (source, channel, level, until_time)",

    // Buckets whose value an observation left as it was, although it covers them.
    "CREATE TABLE observation_kept (source INTEGER NOT NULL, channel INTEGER NOT NULL, level INTEGER NOT NULL,"
    " start INTEGER NOT NULL, observation INTEGER NOT NULL,"
    " PRIMARY KEY (source, channel, level, start, observation)) STRICT, WITHOUT ROWID",

    "CREATE TABLE bucket (source INTEGER NOT NULL, channel INTEGER NOT NULL, level INTEGER NOT NULL,"
    " start INTEGER NOT NULL, valid_from INTEGER NOT NULL, comments_kind INTEGER NOT NULL, views INTEGER,"
    " likes INTEGER, shares INTEGER, comments INTEGER, replies INTEGER, post_count INTEGER,"
    " PRIMARY KEY (source, channel, level, start)) STRICT, WITHOUT ROWID",
    "CREATE TABLE bucket_version (source INTEGER NOT NULL, channel INTEGER NOT NULL, level INTEGER NOT NULL,"
    " start INTEGER NOT NULL, valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL, comments_kind INTEGER NOT NULL,"
    " views INTEGER, likes INTEGER, shares INTEGER, comments INTEGER, replies INTEGER, post_count INTEGER,"
    " PRIMARY KEY (source, channel, level, start, valid_from)) STRICT, WITHOUT ROWID",

    "CREATE TABLE post (source INTEGER NOT NULL REFERENCES source(id), channel INTEGER NOT NULL, id INTEGER NOT NULL,"
    " published INTEGER NOT NULL, text TEXT NOT NULL, link TEXT, media TEXT, album INTEGER, service INTEGER NOT NULL,"
    " deleted_seen INTEGER, PRIMARY KEY (source, channel, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE post_snapshot (source INTEGER NOT NULL, channel INTEGER NOT NULL, post INTEGER NOT NULL,"
    " observed_at INTEGER NOT NULL, views INTEGER, forwards INTEGER, reactions INTEGER, comments INTEGER,"
    " replies INTEGER, PRIMARY KEY (source, channel, post, observed_at),"
    " FOREIGN KEY (source, channel, post) REFERENCES post(source, channel, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE subscriber_snapshot (source INTEGER NOT NULL REFERENCES source(id), channel INTEGER NOT NULL,"
    " observed_at INTEGER NOT NULL, subscribers INTEGER NOT NULL,"
    " PRIMARY KEY (source, channel, observed_at)) STRICT, WITHOUT ROWID",
};

struct SchemaStep {
    std::span<const char *const> statements;
    /** The lowest version whose program still reads and writes rightly what this step leaves. */
    int minCompatible;
};

constexpr const char *kToV3[] = {
    // Made by a clock that a later answer proved wrong: it covers nothing.
    "ALTER TABLE observation ADD COLUMN doubted INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX observation_doubted ON observation (source, channel) WHERE doubted = 1",
};

constexpr const char *kToV4[] = {
    // Posts, of which no earlier version stored any. Times as above; media: names joined by spaces, NULL where the
    // source cannot tell; missed_at: the first of two readings that have to agree before many posts at once are gone.
    "ALTER TABLE post ADD COLUMN forwarded_from TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE post ADD COLUMN edited INTEGER",
    "ALTER TABLE post ADD COLUMN signature TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE post ADD COLUMN first_seen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE post ADD COLUMN last_seen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE post ADD COLUMN missed_at INTEGER",
    "CREATE INDEX post_published ON post (source, channel, published)",
    // When a post was gone that is back.
    "CREATE TABLE post_absence (source INTEGER NOT NULL, channel INTEGER NOT NULL, post INTEGER NOT NULL,"
    " missed_at INTEGER NOT NULL, back_at INTEGER NOT NULL, PRIMARY KEY (source, channel, post, missed_at),"
    " FOREIGN KEY (source, channel, post) REFERENCES post(source, channel, id)) STRICT, WITHOUT ROWID",

    // One row a run of equal counters, from its first sighting to its last.
    "ALTER TABLE post_snapshot ADD COLUMN seen_until INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE post_snapshot ADD COLUMN stars INTEGER",
    "ALTER TABLE post_snapshot ADD COLUMN views_grain INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE post_snapshot ADD COLUMN reactions_grain INTEGER NOT NULL DEFAULT 1",
    "UPDATE post_snapshot SET seen_until = observed_at",

    // The list of posts was read without a gap from its end back to its begin.
    "CREATE TABLE post_reading (source INTEGER NOT NULL REFERENCES source(id), channel INTEGER NOT NULL,"
    " id INTEGER NOT NULL, from_time INTEGER NOT NULL, until_time INTEGER NOT NULL, reaches_now INTEGER NOT NULL,"
    " observed_at INTEGER NOT NULL, doubted INTEGER NOT NULL DEFAULT 0,"
    " PRIMARY KEY (source, channel, id)) STRICT, WITHOUT ROWID",

    "ALTER TABLE subscriber_snapshot ADD COLUMN grain INTEGER NOT NULL DEFAULT 1",
};

// Version 2 changed no table: from it on the file says who can work with it. Who does not know of version 3 covers too
// much, as it always did, and spoils nothing; who does not know of version 4 sees no posts.
constexpr std::array kSteps = {SchemaStep{kToV1, 1}, SchemaStep{{}, 1}, SchemaStep{kToV3, 1}, SchemaStep{kToV4, 1}};

StoreVersion versionOf(SqlConnection &connection)
{
    return StoreVersion::fromUserVersion(connection.value(u"PRAGMA user_version"_s).toInt());
}

/** Every table with each of its columns, as "table.column". */
QSet<QString> columnNames(SqlConnection &connection)
{
    QSet<QString> names;
    SqlStatement query = connection.statement(
        u"SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"_s);
    SqlRows rows = query.rows();
    while (rows.next())
        names.insert(rows.text(0));
    return names;
}

/** What a new store has. */
QSet<QString> ownColumnNames()
{
    SqlConnection fresh(u":memory:"_s, SqlConnection::Access::ReadWrite);
    for (const SchemaStep &step : kSteps) {
        for (const char *sql : step.statements)
            fresh.execute(QString::fromLatin1(sql));
    }
    return columnNames(fresh);
}

bool hasOurColumns(SqlConnection &connection)
{
    static const QSet<QString> wanted = ownColumnNames();
    return columnNames(connection).contains(wanted);
}
}

int newestSchemaVersion()
{
    return int(kSteps.size());
}

SchemaOutcome upgradeSchema(SqlConnection &connection)
{
    const StoreVersion found = versionOf(connection);
    if (!found.isReadableBy(newestSchemaVersion()))
        return SchemaOutcome::NewerThanApp;
    for (int next = found.schema + 1; next <= newestSchemaVersion(); ++next) {
        SqlTransaction transaction(connection, SqlTransaction::Kind::Write);
        // Another process may have taken this step, and further ones, while we waited for the lock.
        const StoreVersion current = versionOf(connection);
        if (!current.isReadableBy(newestSchemaVersion()))
            return SchemaOutcome::NewerThanApp;
        if (current.schema >= next)
            continue;
        const SchemaStep &step = kSteps[size_t(next - 1)];
        for (const char *sql : step.statements)
            connection.execute(QString::fromLatin1(sql));
        connection.execute(u"PRAGMA application_id = %1"_s.arg(kStoreApplicationId));
        connection.execute(u"PRAGMA user_version = %1"_s.arg(StoreVersion{next, step.minCompatible}.toUserVersion()));
        transaction.commit();
    }
    const SchemaOutcome outcome = inspectSchema(connection);
    const bool isUpgraded = outcome == SchemaOutcome::Current && found.schema < newestSchemaVersion();
    return isUpgraded ? SchemaOutcome::Upgraded : outcome;
}

SchemaOutcome inspectSchema(SqlConnection &connection)
{
    const StoreVersion found = versionOf(connection);
    if (!found.isReadableBy(newestSchemaVersion()))
        return SchemaOutcome::NewerThanApp;
    if (found.schema < newestSchemaVersion())
        return SchemaOutcome::OlderThanApp;
    return hasOurColumns(connection) ? SchemaOutcome::Current : SchemaOutcome::Failed;
}
}
