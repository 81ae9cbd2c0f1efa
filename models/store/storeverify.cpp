// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance.h"

#include "core/timetext.h"
#include "store/observationreader.h"
#include "store/sql/sqlstatement.h"
#include "store/sql/sqltransaction.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr int kMostExamples = 10;
constexpr int kMostErrors = 50;

/** Parents that may have children to compare with. */
struct Parent {
    ChannelKey key;
    StoredResolution level = StoredResolution::Hour;
    qint64 start = 0;
};

QList<Parent> parentsOf(SqlConnection &connection, StoredResolution level)
{
    // Every bucket of the level with posts, and every one whose children have some.
    SqlStatement query = connection.statement(
        u"SELECT key, channel, start FROM ("
        " SELECT source, channel, start FROM bucket WHERE level = :level"
        " UNION SELECT source, channel, start - start % :length FROM bucket WHERE level = :child)"
        " JOIN source ON source.id = source"_s);
    query.bind(u":level"_s, int(level));
    query.bind(u":child"_s, int(level) - 1);
    query.bind(u":length"_s, secondsOf(level));
    SqlRows rows = query.rows();
    QList<Parent> parents;
    while (rows.next())
        parents.append({{rows.text(0), ChannelId(rows.integer(1))}, level, rows.integer(2)});
    return parents;
}

enum class Agreement { Agrees, Aged, Contradicts, NotComparable };

Agreement compare(ObservationReader &reader, const Parent &parent)
{
    const TimeWindow window{parent.start, parent.start + secondsOf(parent.level)};
    const StoredSeries parents = reader.readOwn(parent.key, parent.level, window);
    const StoredBucket &whole = parents.buckets.constFirst();
    if (!whole.covered)
        return Agreement::NotComparable;
    StoredSeries children = reader.readOwn(parent.key, StoredResolution(int(parent.level) - 1), window);
    inheritZeros(children, parents);
    Counters sum = Counters::zero();
    bool sameObservation = true;
    for (const StoredBucket &child : children.buckets) {
        if (child.start >= whole.seenUntil)
            continue;
        if (!child.covered)
            return Agreement::NotComparable;
        sameObservation = sameObservation && child.observation == whole.observation;
        if (child.hasPosts)
            sum += child.counters;
    }
    // A counter that some children do not know says nothing about the parent's.
    for (const Metric metric : kMetrics) {
        if (sum[metric] && whole.counters[metric] && *sum[metric] != *whole.counters[metric])
            return sameObservation ? Agreement::Contradicts : Agreement::Aged;
    }
    return Agreement::Agrees;
}

void checkFile(SqlConnection &connection, VerifyReport &report)
{
    SqlStatement query = connection.statement(u"PRAGMA integrity_check(20)"_s);
    SqlRows rows = query.rows();
    while (rows.next()) {
        if (const QString line = rows.text(0); line != u"ok"_s)
            report.errors.append(u"SQLite: "_s + line);
    }
}

void checkVersions(SqlConnection &connection, VerifyReport &report)
{
    const QString overlapping =
        u"SELECT (SELECT count(*) FROM bucket_version WHERE valid_from >= valid_to)"
        " + (SELECT count(*) FROM bucket_version AS a JOIN bucket_version AS b USING (source, channel, level, start)"
        " WHERE a.valid_from < b.valid_from AND a.valid_to > b.valid_from)"
        " + (SELECT count(*) FROM bucket AS a JOIN bucket_version AS b USING (source, channel, level, start)"
        " WHERE b.valid_to > a.valid_from)"_s;
    if (const qint64 count = connection.value(overlapping).toLongLong(); count > 0)
        report.errors.append(u"%1 versions overlap"_s.arg(count));
}
}

Done checkQuickly(SqlConnection &connection)
{
    const QString verdict = connection.value(u"PRAGMA quick_check(1)"_s).toString();
    if (verdict != u"ok"_s)
        throw SqlFailure({Error::Kind::StoreDamaged, verdict, connection.path()});
    return {};
}

VerifyReport verifyStore(SqlConnection &connection)
{
    VerifyReport report;
    checkFile(connection, report);
    checkVersions(connection, report);

    SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
    ObservationReader reader(connection);
    for (const StoredResolution level : {StoredResolution::Hour, StoredResolution::Day}) {
        for (const Parent &parent : parentsOf(connection, level)) {
            const Agreement agreement = compare(reader, parent);
            const QString where = u"%1 %2 of channel %3 at %4"_s.arg(levelName(level), isoUtc(parent.start),
                                                                     parent.key.channel.text(), parent.key.source);
            if (agreement == Agreement::Contradicts && report.errors.size() < kMostErrors)
                report.errors.append(where + u" differs from its parts of the same observation"_s);
            report.aged += agreement == Agreement::Aged;
            if (agreement == Agreement::Aged && report.agedExamples.size() < kMostExamples)
                report.agedExamples.append(where);
        }
    }
    transaction.commit();
    return report;
}
}
