// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "core/timetext.h"
#include "rawstore.h"
#include "series/rollup.h"
#include "store/observationstore.h"
#include "store/schema.h"
#include "store/sql/sqltransaction.h"
#include "store/storefile.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr int kDays = 90;
constexpr int kWriteRounds = 5;
constexpr int kReadRounds = 9;
constexpr int kReadsARound = 300;
const ChannelKey kKey{u"https://host"_s, ChannelId(1)};

/** 90 answers of 1,440 minutes with posts each: 129,600 buckets, and the sums above them. */
QList<ObservationRecord> minuteAnswers()
{
    const qint64 first = *secondsFromIso(u"2025-08-24"_s);
    QList<ObservationRecord> records;
    for (int day = 0; day < kDays; ++day) {
        const qint64 start = first + day * 86400;
        QList<Bucket> minutes;
        for (int minute = 0; minute < 1440; ++minute) {
            Bucket bucket{.start = start + minute * 60};
            for (size_t i = 0; i < kMetrics.size(); ++i)
                bucket.counters[kMetrics[i]] = (day * 1440 + minute) * 7919 % 10'000 + qint64(i) + 1;
            minutes.append(bucket);
        }
        ObservationRecord record{.key = kKey, .observation = {}, .buckets = {}};
        record.observation = {.level = StoredResolution::Minute,
                              .window = {start, start + 86400},
                              .reachesNow = false,
                              .observedAt = first + kDays * 86400 + day,
                              .comments = CommentsKind::Discussion};
        record.buckets[0] = minutes;
        record.buckets[1] = *rollUp(minutes, StoredResolution::Hour);
        record.buckets[2] = *rollUp(minutes, StoredResolution::Day);
        records.append(record);
    }
    return records;
}

void makeSchema(const QString &path)
{
    SqlConnection connection(path, SqlConnection::Access::ReadWrite);
    connection.execute(u"PRAGMA journal_mode=WAL"_s);
    if (upgradeSchema(connection) != SchemaOutcome::Upgraded)
        qFatal("no schema");
}

double writeOurs(const QList<ObservationRecord> &records)
{
    QTemporaryDir folder;
    ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
    store.open().waitForFinished();
    return timeOf([&] {
        QFuture<Result<Observation>> last;
        for (const ObservationRecord &record : records)
            last = store.write(record, StorePriority::Bulk);
        last.waitForFinished();
    });
}

double writeTheirs(const QList<ObservationRecord> &records)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"peer.sqlite"_s);
    makeSchema(path);
    RawStore store(path.toUtf8());
    return timeOf([&] {
        for (const ObservationRecord &record : records)
            store.write(record.observation, record.buckets);
    });
}
}

QList<Row> storeRows()
{
    const QList<ObservationRecord> records = minuteAnswers();
    QList<Row> rows;
    rows.append(compare(
        {.what = u"first write of 129,600 buckets"_s,
         .peer = u"the sqlite3 C API, same schema and statements"_s,
         .ours = 0,
         .theirs = 0,
         .unit = u"ms"_s,
         .goal = 2.0},
        kWriteRounds,
        [&] {
            return writeOurs(records);
        },
        [&] {
            return writeTheirs(records);
        }));

    // Both read the same file: days as an overview saw them, over days of minutes.
    QTemporaryDir folder;
    const QString path = folder.filePath(u"postwave.sqlite"_s);
    makeSchema(path);
    const TimeWindow window{records.first().observation.window.from, records.last().observation.window.until};
    SqlConnection connection(path, SqlConnection::Access::ReadWrite);
    ObservationWriter writer(connection);
    for (const ObservationRecord &record : records)
        writer.write(record);
    ObservationRecord overview{.key = kKey, .observation = {}, .buckets = {}};
    overview.observation = {.level = StoredResolution::Day,
                            .window = {window.from, window.until - 3600},
                            .reachesNow = true,
                            .observedAt = window.until + 1000,
                            .comments = CommentsKind::Discussion};
    for (const ObservationRecord &record : records)
        overview.buckets[2] += record.buckets[2];
    writer.write(overview);

    RawStore raw(path.toUtf8());
    ObservationReader reader(connection);
    rows.append(compare(
        {.what = u"read of a 90-day view with its coverage"_s,
         .peer = u"the sqlite3 C API, same schema and statements"_s,
         .ours = 0,
         .theirs = 0,
         .unit = u"ms"_s,
         .goal = 2.6},
        kReadRounds,
        [&] {
            return timeOf([&] {
                       for (int i = 0; i < kReadsARound; ++i) {
                           SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
                           const SeriesReading stored =
                               reader.read({.key = kKey, .asOf = {}, .wanted = [window](const WindowFacts &) {
                                                return WantedBuckets{.level = StoredResolution::Day, .window = window};
                                            }});
                           if (stored.series.buckets.size() != kDays)
                               qFatal("a wrong number of days");
                           transaction.commit();
                       }
                   })
                / kReadsARound;
        },
        [&] {
            return timeOf([&] {
                       for (int i = 0; i < kReadsARound; ++i) {
                           if (raw.readDays(window) == 0)
                               qFatal("no views");
                       }
                   })
                / kReadsARound;
        }));
    return rows;
}
}
