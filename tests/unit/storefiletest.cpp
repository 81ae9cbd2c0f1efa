// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefile.h"
#include "fakes.h"
#include "store/schema.h"
#include "store/sql/sqltransaction.h"
#include "storefixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What happens to files that are not what a store expects. */
class StoreFileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes, const QString &suffix = {})
    {
        QFile file(m_path + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    /** A healthy store with something in it. */
    void makeStore()
    {
        ObservationStore store(m_path);
        const qint64 now = at("2025-11-21T14:37:20Z");
        QVERIFY(settled(store.write(
            recordOf({u"https://host"_s, 1}, RollingQuery{Period::Days90}, now, {bucketOf(at("2025-11-20"), 100)}),
            StorePriority::Bulk)));
    }
    QStringList movedFiles() const
    {
        return QDir(m_folder.path()).entryList({u"*.damaged-*"_s}, QDir::Files, QDir::Name);
    }
    Error::Kind openError()
    {
        ObservationStore store(m_path);
        const auto opened = settled(store.open());
        return opened ? Error::Kind::Cancelled : opened.error().kind;
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_folder.path()).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder.path()));
        m_path = m_folder.filePath(u"postwave.sqlite"_s);
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
        const auto written = settled(store.write(
            recordOf({u"https://host"_s, 1}, RollingQuery{Period::Days90}, now, {bucketOf(at("2025-11-20"), 100)}),
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

    void storesWithoutTheirTablesAreDamaged()
    {
        makeStore();
        {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"DROP TABLE bucket"_s);
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

    void foldersThatCannotBeMade()
    {
        put("a file, no folder");
        m_path += u"/below/postwave.sqlite"_s;
        QCOMPARE(openError(), Error::Kind::StoreFailed);
    }

    void schemaOutcomes()
    {
        SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
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
        QVERIFY_EXCEPTION_THROWN(fail(), SqlFailure);
        QCOMPARE(connection.value(u"SELECT count(*) FROM t"_s).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(StoreFileTest)
#include "storefiletest.moc"
