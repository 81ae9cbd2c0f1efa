// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefile.h"
#include "store/schema.h"
#include "store/sql/sqlstatement.h"
#include "store/sql/sqltransaction.h"
#include "store/storeversion.h"
#include "storefolder.h"
#include "testcase.h"

#include <QDir>
#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What happens to files that are not what a store expects. */
class StoreFileTest : public QObject, protected StoreFolder
{
    Q_OBJECT

private:
    /** All that stands in the tables, whatever their columns are. */
    static QMap<QString, QStringList> rowsOf(SqlConnection &connection)
    {
        QMap<QString, QStringList> rows;
        SqlStatement tables = connection.statement(u"SELECT name FROM sqlite_master WHERE type = 'table'"_s);
        SqlRows names = tables.rows();
        while (names.next()) {
            const QString table = names.text(0);
            QStringList columns;
            SqlStatement describing = connection.statement(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
            SqlRows described = describing.rows();
            while (described.next())
                columns.append(u"quote(%1)"_s.arg(described.text(0)));
            SqlStatement reading = connection.statement(u"SELECT %1 FROM %2"_s.arg(columns.join(u"||','||"_s), table));
            SqlRows found = reading.rows();
            QStringList &texts = rows[table];
            while (found.next())
                texts.append(found.text(0));
        }
        return rows;
    }
    static qint64 viewsOn(ObservationStore &store, qint64 day, std::optional<qint64> asOf)
    {
        const ChannelKey key{u"https://host"_s, ChannelId(1001234567890)};
        const SeriesQuery query{.key = key, .asOf = asOf, .wanted = [day](const WindowFacts &) {
                                    return WantedBuckets{.level = StoredResolution::Day, .window = {day, day + 86400}};
                                }};
        const auto stored = settled(store.read(query, StorePriority::Interactive));
        return stored ? stored->series.buckets.constFirst().counters[Metric::Views].value_or(-1) : -1;
    }

private Q_SLOTS:
    void init()
    {
        renew();
    }

    void newFilesAreForTheirOwnerAlone()
    {
        m_path = m_folder.filePath(u"made/by/us/postwave.sqlite"_s);
        makeStore();
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        for (const QString &path : {m_folder.filePath(u"made"_s), m_folder.filePath(u"made/by/us"_s), m_path})
            QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
    }

    void filesThatAreNoStoreAtAll_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("these are not the bytes of a database");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    }
    void filesThatAreNoStoreAtAll()
    {
        QFETCH(QByteArray, bytes);
        put(bytes);
        ObservationStore store(m_path);
        QSignalSpy moved(&store, &ObservationStore::movedAside);
        QVERIFY(settled(store.open()));
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(bytesOf(moved.first().first().toString()), bytes);
        QVERIFY(settled(store.verify()));
    }

    void truncatedFilesMoveAsideUnchanged()
    {
        makeStore();
        const QByteArray cut = bytesOf(m_path).left(10'000);
        put(cut);
        QFile::remove(m_path + u"-wal"_s);
        QCOMPARE(int(inspectStoreFile(m_path, newestSchemaVersion())), int(StoreFileKind::Damaged));
        ObservationStore store(m_path);
        QVERIFY(settled(store.open()));
        QCOMPARE(movedFiles().size() >= 1, true);
        QCOMPARE(bytesOf(m_folder.filePath(movedFiles().constFirst())), cut);
    }

    void damageFoundWhileWorkingMovesTheFileAsideAndRepeatsTheWork()
    {
        makeStore();
        QByteArray bytes = bytesOf(m_path);
        for (qsizetype page = 1; page * 4096 < bytes.size(); ++page)
            bytes.replace(page * 4096, 200, QByteArray(200, '\xee'));
        put(bytes);
        ObservationStore store(m_path);
        QSignalSpy moved(&store, &ObservationStore::movedAside);
        const qint64 now = at("2025-11-21T14:37:20Z");
        const auto written =
            settled(store.write(recordOf({u"https://host"_s, ChannelId(1)}, RollingQuery{Period::Days90}, now,
                                         {bucketOf(at("2025-11-20"), 100)}),
                                StorePriority::Bulk));
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(bytesOf(moved.first().first().toString()), bytes);
        QVERIFY(settled(store.verify())->errors.isEmpty());
    }

    void anUncleanEndIsFollowedByACheckInTheBackground()
    {
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"UPDATE channel SET title = ''"_s);
            connection.execute(u"CREATE TABLE filler (x)"_s);
            connection.execute(u"INSERT INTO filler VALUES (zeroblob(20000))"_s);
        } // closing never checkpoints: the log stays, as after a kill
        QVERIFY(wasLeftOpen(m_path));
        QByteArray bytes = bytesOf(m_path);
        for (qsizetype page = 4; page * 4096 < bytes.size(); ++page) // tables that opening does not look at
            bytes.replace(page * 4096, 200, QByteArray(200, '\xee'));
        put(bytes);
        ObservationStore store(m_path);
        QSignalSpy moved(&store, &ObservationStore::movedAside);
        QTRY_COMPARE(moved.size(), 1);
        QVERIFY(settled(store.verify()));
    }

    void theLogOfALostFileMovesAsideToo()
    {
        put("");
        put("the last observations may be in here", u"-wal"_s);
        ObservationStore store(m_path);
        QVERIFY(settled(store.open()));
        const QStringList logs = movedFiles().filter(u"-wal"_s);
        QCOMPARE(logs.size(), 1);
        QCOMPARE(bytesOf(m_folder.filePath(logs.constFirst())), QByteArray("the last observations may be in here"));
    }

    void filesOfOtherProgramsStayUntouched()
    {
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"CREATE TABLE other (x)"_s);
        }
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(openError(), Error::Kind::StoreForeign);
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(movedFiles(), QStringList());
    }

    void newerFilesStayUntouched()
    {
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"PRAGMA user_version = 9999"_s);
            connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(openError(), Error::Kind::StoreNewer);
        QCOMPARE(bytesOf(m_path), before);
    }

    void newerFilesWhoseVersionStandsInTheLog()
    {
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"PRAGMA user_version = 9999"_s);
        }
        QVERIFY(wasLeftOpen(m_path));
        QCOMPARE(openError(), Error::Kind::StoreNewer);
    }

    void versionsThatAreNone_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("-1") << -1;
        QTest::newRow("the least") << std::numeric_limits<int>::min();
        QTest::newRow("the most") << std::numeric_limits<int>::max();
    }
    void versionsThatAreNone()
    {
        QFETCH(int, version);
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"PRAGMA user_version = %1"_s.arg(version));
            connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        QCOMPARE(openError(), Error::Kind::StoreNewer);
    }

    void whateverTheHeaderSays()
    {
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        const QByteArray good = bytesOf(m_path);
        for (qsizetype at = 16; at < 100; ++at) {
            for (const char value : {'\0', '\x7f', '\xff'}) {
                QByteArray bytes = good;
                bytes[at] = value;
                QFile::remove(m_path + u"-wal"_s);
                QFile::remove(m_path + u"-shm"_s);
                QFile file(m_path);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
                file.close();
                // Opened or not; if so, it can be asked.
                ObservationStore store(m_path);
                if (settled(store.open())) [[maybe_unused]]
                    const auto status = settled(store.status());
            }
        }
    }

    void newerFilesThatStillSuitUsAreOpenedAsTheyAre()
    {
        makeStore();
        const int known = newestSchemaVersion();
        const qint32 version = StoreVersion{known + 7, known}.toUserVersion();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"ALTER TABLE bucket ADD COLUMN sparkle INTEGER"_s);
            connection.execute(u"PRAGMA user_version = %1"_s.arg(version));
            connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(int(inspectStoreFile(m_path, known)), int(StoreFileKind::Ours));
        QCOMPARE(openError(), Error::Kind::Cancelled); // none
        QCOMPARE(bytesOf(m_path), before);
        makeStore(); // writes into it
        SqlConnection connection(m_path, SqlConnection::Access::ReadOnly);
        QCOMPARE(connection.value(u"PRAGMA user_version"_s).toInt(), version);
        QCOMPARE(connection.value(u"SELECT count(*) FROM observation"_s).toInt(), 2);
        QCOMPARE(int(inspectStoreFile(m_path, known - 1)), int(StoreFileKind::Newer));
        QCOMPARE(movedFiles(), QStringList());
    }

    void filesOfVersion1KeepEveryRow()
    {
        QFile file(QStringLiteral(POSTWAVE_TEST_DATA "/store-v1.sql"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QMap<QString, QStringList> rows; // of each table, as the file has them
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            for (QString line = QString::fromUtf8(file.readLine()); !line.isEmpty();
                 line = QString::fromUtf8(file.readLine())) {
                if (!line.startsWith(u"--"_s))
                    connection.execute(line);
            }
            rows = rowsOf(connection);
        }
        for (QString &observation : rows[u"observation"_s])
            observation += u",0"_s; // believed, as all were then
        for (QString &subscribers : rows[u"subscriber_snapshot"_s])
            subscribers += u",1"_s; // exact
        QCOMPARE(rows.size(), 9);
        rows.insert(u"post_absence"_s, {});
        rows.insert(u"post_reading"_s, {});
        QCOMPARE(rows.value(u"bucket_version"_s).size(), 5);

        ObservationStore store(m_path);
        const auto status = settled(store.status());
        QVERIFY(status);
        QCOMPARE(status->schemaVersion, newestSchemaVersion());
        SqlConnection connection(m_path, SqlConnection::Access::ReadOnly);
        QCOMPARE(rowsOf(connection), rows);
        const auto version = StoreVersion::fromUserVersion(connection.value(u"PRAGMA user_version"_s).toInt());
        QCOMPARE(version.schema, newestSchemaVersion());
        QCOMPARE(version.minCompatible, 1);
        QCOMPARE(settled(store.verify())->errors, QStringList());
        QCOMPARE(viewsOn(store, at("2025-11-20"), {}), 150);
        QCOMPARE(viewsOn(store, at("2025-11-20"), at("2025-11-21T14:37:20Z")), 100);
        QCOMPARE(settled(store.channels(u"https://host"_s, StorePriority::Interactive))->size(), 2);
        QCOMPARE(movedFiles(), QStringList());
    }

    void versionsThatSayNothingSuitNobodyElse()
    {
        QCOMPARE(StoreVersion::fromUserVersion(9999).minCompatible, 9999);
        QVERIFY(!StoreVersion::fromUserVersion(-1).isReadableBy(newestSchemaVersion()));
        QVERIFY(StoreVersion::fromUserVersion(0).isReadableBy(newestSchemaVersion()));
    }

    void storesWithoutTheirTablesAreDamaged_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("a table") << u"DROP TABLE bucket"_s;
        QTest::newRow("a column") << u"ALTER TABLE bucket DROP COLUMN replies"_s;
    }
    void storesWithoutTheirTablesAreDamaged()
    {
        QFETCH(QString, change);
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(change);
        }
        ObservationStore store(m_path);
        QVERIFY(settled(store.open()));
        QVERIFY(!movedFiles().isEmpty());
    }

    void aFileInterruptedAtItsVeryBeginningIsContinued()
    {
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"PRAGMA application_id = %1"_s.arg(kStoreApplicationId));
        }
        makeStore();
        QCOMPARE(movedFiles(), QStringList());
    }

    void schemaOutcomes()
    {
        SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
        QCOMPARE(int(inspectSchema(connection)), int(SchemaOutcome::OlderThanApp));
        QCOMPARE(int(upgradeSchema(connection)), int(SchemaOutcome::Upgraded));
        QCOMPARE(int(upgradeSchema(connection)), int(SchemaOutcome::Current));
        connection.execute(u"DROP TABLE post_snapshot"_s);
        QCOMPARE(int(upgradeSchema(connection)), int(SchemaOutcome::Failed));
        connection.execute(u"PRAGMA user_version = 77"_s);
        QCOMPARE(int(upgradeSchema(connection)), int(SchemaOutcome::NewerThanApp));
    }

    void failedWorkRollsBack()
    {
        SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
        connection.execute(u"CREATE TABLE t (x INTEGER PRIMARY KEY)"_s);
        const auto fail = [&] {
            SqlTransaction transaction(connection, SqlTransaction::Kind::Write);
            connection.execute(u"INSERT INTO t VALUES (1)"_s);
            connection.execute(u"INSERT INTO t VALUES (1)"_s);
            transaction.commit();
        };
        QVERIFY_THROWS_EXCEPTION(SqlFailure, fail());
        QCOMPARE(connection.value(u"SELECT count(*) FROM t"_s).toInt(), 0);
    }
};

POSTWAVE_TEST(StoreFileTest, QCoreApplication)
#include "storefiletest.moc"
