// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefile.h"
#include "fakes.h"
#include "store/schema.h"
#include "store/sql/sqlstatement.h"
#include "store/sql/sqltransaction.h"
#include "store/sql/systemerror.h"
#include "store/storeversion.h"
#include "storefixture.h"
#include "testcase.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cerrno>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
/** While it lives, these calls to the system fail for all that SQLite does, for the reason that is given. */
class FailingCalls
{
public:
    FailingCalls(const QByteArrayList &calls, int reason)
        : m_calls(calls)
    {
        s_reason = reason;
        for (const QByteArray &call : calls)
            m_system->xSetSystemCall(m_system, call.constData(), standInFor(call));
    }
    ~FailingCalls()
    {
        for (const QByteArray &call : std::as_const(m_calls))
            m_system->xSetSystemCall(m_system, call.constData(), nullptr);
    }
    Q_DISABLE_COPY_MOVE(FailingCalls)

private:
    static int fail()
    {
        errno = s_reason;
        return -1;
    }
    static ssize_t failWriting(int, const void *, size_t, off_t)
    {
        return fail();
    }
    static int failLocking(int, int, ...)
    {
        return fail();
    }
    static int failOpening(const char *path, int flags, int mode)
    {
        return QByteArrayView(path).endsWith("-wal") ? fail() : ::open(path, flags, mode);
    }
    static sqlite3_syscall_ptr standInFor(const QByteArray &call)
    {
        if (call == "open")
            return reinterpret_cast<sqlite3_syscall_ptr>(&failOpening);
        return call == "fcntl" ? reinterpret_cast<sqlite3_syscall_ptr>(&failLocking)
                               : reinterpret_cast<sqlite3_syscall_ptr>(&failWriting);
    }

    static inline int s_reason = 0;
    QByteArrayList m_calls;
    sqlite3_vfs *m_system = sqlite3_vfs_find(nullptr);
};
}

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
        QVERIFY(settled(store.write(recordOf({u"https://host"_s, ChannelId(1)}, RollingQuery{Period::Days90}, now,
                                             {bucketOf(at("2025-11-20"), 100)}),
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
        QCOMPARE(rows.size(), 9);
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

    void foldersThatCannotBeMade()
    {
        put("a file, no folder");
        m_path += u"/below/postwave.sqlite"_s;
        QCOMPARE(openError(), Error::Kind::StoreFolderIsFile);
    }

    void filesThatAreFolders()
    {
        QVERIFY(QDir().mkdir(m_path));
        QCOMPARE(openError(), Error::Kind::StoreFileIsFolder);
    }

    void reasonsOfTheSystem_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("EACCES") << EACCES << Error::Kind::StoreDenied;
        QTest::newRow("EPERM") << EPERM << Error::Kind::StoreDenied;
        QTest::newRow("EROFS") << EROFS << Error::Kind::StoreReadOnly;
        QTest::newRow("ENOSPC") << ENOSPC << Error::Kind::DiskFull;
        QTest::newRow("EDQUOT") << EDQUOT << Error::Kind::DiskFull;
        QTest::newRow("EMFILE") << EMFILE << Error::Kind::TooManyFiles;
        QTest::newRow("ENFILE") << ENFILE << Error::Kind::TooManyFiles;
        QTest::newRow("ENOLCK") << ENOLCK << Error::Kind::StoreLocksMissing;
        QTest::newRow("EIO") << EIO << Error::Kind::StoreFailed;
    }
    void reasonsOfTheSystem()
    {
        QFETCH(int, reason);
        QFETCH(Error::Kind, kind);
        QCOMPARE(systemError({reason, std::generic_category()}, m_path).kind, kind);
    }

    void callsThatFail_data()
    {
        QTest::addColumn<QByteArrayList>("calls"); // one of them is the one that SQLite was built with
        QTest::addColumn<int>("reason");
        QTest::addColumn<Error::Kind>("kind");
        const QByteArrayList writing{"pwrite", "pwrite64", "write"};
        QTest::newRow("the disk is full") << writing << ENOSPC << Error::Kind::DiskFull;
        QTest::newRow("the quota is used up") << writing << EDQUOT << Error::Kind::DiskFull;
        QTest::newRow("the disk is broken") << writing << EIO << Error::Kind::StoreFailed;
        QTest::newRow("no locks") << QByteArrayList{"fcntl"} << ENOLCK << Error::Kind::StoreLocksMissing;
        QTest::newRow("no permission for the log") << QByteArrayList{"open"} << EACCES << Error::Kind::StoreDenied;
        QTest::newRow("too many open files") << QByteArrayList{"open"} << EMFILE << Error::Kind::TooManyFiles;
    }
    void callsThatFail()
    {
        QFETCH(QByteArrayList, calls);
        QFETCH(int, reason);
        QFETCH(Error::Kind, kind);
        makeStore();
        const auto failure = [this, &calls, reason] {
            try {
                std::optional<FailingCalls> failing;
                if (calls.contains("open"))
                    failing.emplace(calls, reason);
                SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
                connection.execute(u"PRAGMA busy_timeout=0"_s);
                if (!failing)
                    failing.emplace(calls, reason);
                connection.execute(u"CREATE TABLE t (x)"_s);
            } catch (const SqlFailure &caught) {
                return caught.error();
            }
            return Error{.kind = Error::Kind::Cancelled}; // none
        };
        const Error error = failure();
        QVERIFY2(error.kind == kind, qPrintable(error.detail));
    }

    void locksOfAnotherProcess()
    {
        makeStore();
        SqlConnection other(m_path, SqlConnection::Access::ReadWrite);
        const SqlTransaction writing(other, SqlTransaction::Kind::Write);
        SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
        connection.execute(u"PRAGMA busy_timeout=0"_s);
        try {
            connection.execute(u"CREATE TABLE t (x)"_s);
            QFAIL("it is locked");
        } catch (const SqlFailure &failure) {
            QCOMPARE(failure.error().kind, Error::Kind::StoreBusy);
        }
        QCOMPARE(QDir(m_folder.path()).entryList({u".locks-*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void filesThatCannotBeWrittenAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("withLog"); // and something in it
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("closed") << u"postwave.sqlite"_s << false << QStringList();
        QTest::newRow("closed, alone") << u"postwave.sqlite"_s << false << QStringList{u"-wal"_s, u"-shm"_s};
        QTest::newRow("left open") << u"postwave.sqlite"_s << true << QStringList();
        QTest::newRow("left open, copied without its index") << u"postwave.sqlite"_s << true << QStringList{u"-shm"_s};
        QTest::newRow("a name that a URI quotes") << u"50%41 ?mode=rw#ä.sqlite"_s << false << QStringList();
    }
    void filesThatCannotBeWrittenAreRead()
    {
        QFETCH(QString, name);
        QFETCH(bool, withLog);
        QFETCH(QStringList, missing);
        m_path = m_folder.filePath(name);
        makeStore();
        if (withLog) {
            SqlConnection connection(m_path, SqlConnection::Access::ReadWrite);
            connection.execute(u"UPDATE observation SET observed_at = 4711"_s);
        }
        QCOMPARE(wasLeftOpen(m_path), withLog);
        for (const QString &suffix : std::as_const(missing))
            QFile::remove(m_path + suffix);
        const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);
        const QByteArray bytes = bytesOf(m_path);
        for (int i = 0; i < 2; ++i) {
            // As the store's threads do, one beside another.
            SqlConnection first(m_path, SqlConnection::Access::Unwritable);
            SqlConnection second(m_path, SqlConnection::Access::Unwritable);
            for (SqlConnection *connection : {&first, &second}) {
                const qint64 observed = connection->value(u"SELECT observed_at FROM observation"_s).toLongLong();
                QCOMPARE(observed, withLog ? 4711 : at("2025-11-21T14:37:20Z"));
                QCOMPARE(int(inspectSchema(*connection)), int(SchemaOutcome::Current));
            }
            try {
                const SqlTransaction transaction(second, SqlTransaction::Kind::Write);
                second.execute(u"DELETE FROM observation"_s);
                QFAIL("it was written");
            } catch (const SqlFailure &failure) {
                QCOMPARE(failure.error().kind, Error::Kind::StoreReadOnly);
            }
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
        QCOMPARE(bytesOf(m_path), bytes);
    }

    void filesThatVanishAreToldOnce_data()
    {
        QTest::addColumn<QString>("target"); // of the folder; none: it is deleted
        QTest::newRow("deleted") << QString();
        QTest::newRow("moved") << m_folder.filePath(u"elsewhere"_s);
    }
    void filesThatVanishAreToldOnce()
    {
        QFETCH(QString, target);
        const QString folder = m_folder.filePath(u"data"_s);
        m_path = folder + u"/postwave.sqlite"_s;
        ObservationStore store(m_path);
        const QSignalSpy vanished(&store, &ObservationStore::vanished);
        const QSignalSpy moved(&store, &ObservationStore::movedAside);
        const auto write = [&store](qint64 channel) {
            return settled(store.write(recordOf({u"https://host"_s, ChannelId(channel)}, RollingQuery{Period::Days90},
                                                at("2025-11-21T14:37:20Z"), {bucketOf(at("2025-11-20"), 100)}),
                                       StorePriority::Bulk));
        };
        QVERIFY(write(1));
        QCOMPARE(settled(store.channels(u"https://host"_s, StorePriority::Interactive))->size(), 0); // the reader's
        QVERIFY(target.isEmpty() ? QDir(folder).removeRecursively() : QDir().rename(folder, target));

        for (int i = 0; i < 2; ++i) {
            QVERIFY(write(2 + i));
            QVERIFY(settled(store.channels(u"https://host"_s, StorePriority::Interactive)));
            QCoreApplication::processEvents();
            QCOMPARE(vanished.size(), 1);
        }
        QCOMPARE(moved.size(), 0);
        QCOMPARE(settled(store.status())->observations, 2);
        SqlConnection connection(m_path, SqlConnection::Access::ReadOnly);
        QCOMPARE(connection.value(u"SELECT min(channel) FROM observation"_s).toLongLong(), 2);
        if (target.isEmpty())
            return;
        SqlConnection before(target + u"/postwave.sqlite"_s, SqlConnection::Access::ReadOnly);
        QCOMPARE(before.value(u"SELECT max(channel) FROM observation"_s).toLongLong(), 1);
    }

    void noMoreFilesMayBeOpened()
    {
        rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit few{100, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
        QList<int> taken;
        for (int copy = ::dup(STDERR_FILENO); copy >= 0; copy = ::dup(STDERR_FILENO))
            taken.append(copy);
        const Result<Done> created = SharedStoreFile(m_path).prepare();
        for (const int file : std::as_const(taken))
            ::close(file);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(!created);
        QCOMPARE(created.error().kind, Error::Kind::TooManyFiles);
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
