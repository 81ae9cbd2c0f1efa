// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"
#include "store/sharedstorefile.h"
#include "store/sql/sqlstatement.h"
#include "store/sql/sqltransaction.h"
#include "store/sql/systemerror.h"
#include "storefolder.h"
#include "testcase.h"

#include <QSignalSpy>

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

/** What becomes of a store where the system refuses something: room, permission, locks, or the file itself. */
class StoreSystemTest : public QObject, protected StoreFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        renew();
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
};

POSTWAVE_TEST(StoreSystemTest, QCoreApplication)
#include "storesystemtest.moc"
