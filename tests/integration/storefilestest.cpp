// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
constexpr const char *kNow = "2025-12-23T10:20:30Z";
const View kWeek = View::period(u"7d"_s);

/** Runs SQL on a closed store, and leaves it in the log, as a program does that is killed. */
bool changeAndLeave(const QString &path, const QStringList &statements)
{
    const pid_t child = fork();
    if (child == 0) {
        sqlite3 *database = nullptr;
        bool good = sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK;
        for (const QString &statement : statements)
            good =
                good && sqlite3_exec(database, statement.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
        _exit(good ? 0 : 1);
    }
    int status = -1;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

/** Runs SQL on a closed store, and leaves nothing in a -wal. */
bool change(const QString &path, const QStringList &statements)
{
    bool good = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path);
        good = database.open();
        QSqlQuery query(database);
        for (const QString &statement : statements + QStringList{u"PRAGMA wal_checkpoint(TRUNCATE)"_s})
            good = good && query.exec(statement);
        database.close();
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return good;
}

bool overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(bytes) == bytes.size();
}
}

/** Places that cannot be written, and store files that are not what they should be. */
class StoreFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputCannotBeWritten_data();
    void outputCannotBeWritten();
    void dataFolderCannotBeWritten_data();
    void dataFolderCannotBeWritten();
    void isLeftUntouched_data();
    void isLeftUntouched();
    void isMovedAside_data();
    void isMovedAside();
    void isReadWhereNothingCanBeWritten_data();
    void isReadWhereNothingCanBeWritten();
    void filesArePrivate();
    void storeCommands();
    void verifyFindsContradictions();
};

void StoreFilesTest::outputCannotBeWritten_data()
{
    QTest::addColumn<QString>("name"); // %1 is the test's own folder
    for (const QString &suffix : {u"csv"_s, u"json"_s, u"png"_s}) {
        QTest::newRow(qPrintable(u"below a file, "_s + suffix)) << QString(u"%1/file/out."_s + suffix);
        QTest::newRow(qPrintable(u"no such folder, "_s + suffix)) << QString(u"%1/nowhere/at/all/out."_s + suffix);
    }
    QTest::newRow("/proc") << u"/proc/postwave-test.csv"_s;
    QTest::newRow("a folder") << u"%1/folder.csv"_s;
}

void StoreFilesTest::outputCannotBeWritten()
{
    QFETCH(const QString, name);
    Scene scene(standingAt(kNow));
    QFile file(scene.file(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QDir(scene.file(QString())).mkdir(u"folder.csv"_s));
    const QString output = QString(name).replace(u"%1"_s, scene.file(QString()));
    const Ran ran = scene.postwave(QStringList{u"export"_s} + scene.source() + kWeek.arguments()
                                   + QStringList{u"--channel"_s, QString::number(kHarbour), u"--output"_s, output});
    QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    QVERIFY2(ran.err.contains(QFileInfo(output).fileName().toUtf8()), describe(ran).constData());
    QCOMPARE(QDir(scene.file(u"folder.csv"_s)).count(), 2U);
}

void StoreFilesTest::dataFolderCannotBeWritten_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("below a file") << u"%1/file/data"_s << QByteArray("/file is a file, but Postwave needs a folder");
    QTest::newRow("a file") << u"%1/file"_s << QByteArray("/file is a file, but Postwave needs a folder");
    QTest::newRow("the file is a folder") << u"%1/taken"_s << QByteArray("is a folder, but Postwave needs a file");
    QTest::newRow("/proc") << u"/proc/postwave"_s << QByteArray();
}

void StoreFilesTest::dataFolderCannotBeWritten()
{
    QFETCH(const QString, folder);
    QFETCH(const QByteArray, says);
    Scene scene(standingAt(kNow));
    QVERIFY(QDir().mkpath(scene.file(u"taken/postwave.sqlite"_s)));
    QFile file(scene.file(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const QString data = QString(folder).replace(u"%1"_s, scene.file(QString()));
    QStringList source = scene.source();
    source[source.indexOf(u"--data-dir"_s) + 1] = data;
    const QStringList channel{u"--channel"_s, QString::number(kHarbour)};
    const QStringList output{u"--output"_s, scene.file(u"a.csv"_s)};
    const QList<QStringList> commands = {
        QStringList{u"export"_s} + source + channel + kWeek.arguments() + output,
        QStringList{u"export"_s} + source + channel + kWeek.arguments() + output + QStringList{u"--offline"_s},
        QStringList{u"fetch"_s} + source + channel + kWeek.arguments(),
        QStringList{u"store"_s, u"verify"_s, u"--data-dir"_s, data},
        QStringList{u"store"_s, u"status"_s, u"--data-dir"_s, data},
        QStringList{u"store"_s, u"compact"_s, u"--data-dir"_s, data},
    };
    for (const QStringList &command : commands) {
        const Ran ran = scene.postwave(command);
        QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty() && ran.err.contains(says),
                 QByteArray(command.mid(0, 2).join(u' ').toUtf8() + ": " + describe(ran)).constData());
    }
    QVERIFY(!QFileInfo::exists(scene.file(u"a.csv"_s)));
    QCOMPARE(scene.contentOf(u"file"_s), "mine");
}

void StoreFilesTest::isLeftUntouched_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<bool>("ours");
    QTest::newRow("newer") << QStringList{u"PRAGMA user_version=9999"_s} << true;
    QTest::newRow("of another program") << QStringList{u"PRAGMA application_id=1234567"_s} << true;
    QTest::newRow("of another program, without an id")
        << QStringList{u"CREATE TABLE note (text TEXT)"_s, u"INSERT INTO note VALUES ('mine')"_s} << false;
    QTest::newRow("of another program, same version")
        << QStringList{u"CREATE TABLE note (text TEXT)"_s, u"PRAGMA user_version=1"_s} << false;
}

void StoreFilesTest::isLeftUntouched()
{
    QFETCH(const QStringList, statements);
    QFETCH(const bool, ours);
    Scene scene(standingAt(kNow));
    if (ours)
        QCOMPARE(scene.exported(kHarbour, kWeek, u"a.csv"_s).exitCode, 0);
    QFile::remove(scene.file(u"a.csv"_s));
    QVERIFY(QDir().mkpath(scene.dataFolder()));
    QVERIFY(change(scene.dataFolder() + u"/postwave.sqlite"_s, statements));
    const QMap<QString, QByteArray> before = snapshotOf(scene.dataFolder());
    const QStringList data{u"--data-dir"_s, scene.dataFolder()};
    const QStringList question =
        scene.source() + QStringList{u"--channel"_s, QString::number(kHarbour)} + kWeek.arguments();
    const QStringList output{u"--output"_s, scene.file(u"a.csv"_s)};
    const QList<QStringList> commands = {
        QStringList{u"export"_s} + question + output,
        QStringList{u"export"_s} + question + output + QStringList{u"--offline"_s},
        QStringList{u"fetch"_s} + question,
        QStringList{u"channels"_s} + scene.source(),
        QStringList{u"store"_s, u"status"_s} + data,
        QStringList{u"store"_s, u"verify"_s} + data,
        QStringList{u"store"_s, u"compact"_s} + data,
    };
    for (const QStringList &command : commands) {
        const Ran ran = scene.postwave(command);
        QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(),
                 QByteArray(command.mid(0, 2).join(u' ').toUtf8() + ": " + describe(ran)).constData());
        QMap<QString, QByteArray> after = snapshotOf(scene.dataFolder());
        after.removeIf([](const QMap<QString, QByteArray>::iterator &file) {
            return file.key().endsWith(u"-wal") && file->isEmpty();
        });
        QCOMPARE(after.keys(), before.keys());
        QVERIFY2(after == before, qPrintable(command.mid(0, 2).join(u' ')));
    }
    QVERIFY(!QFileInfo::exists(scene.file(u"a.csv"_s)));
}

void StoreFilesTest::isMovedAside_data()
{
    QTest::addColumn<qint64>("size"); // that the file is cut to; -1: not
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("truncated to a half") << qint64(0) << qint64(0) << QByteArray();
    QTest::newRow("truncated to a bit") << qint64(700) << qint64(0) << QByteArray();
    QTest::newRow("no database at all") << qint64(-1) << qint64(0) << QByteArray("This is a text, and no database.");
    QTest::newRow("pages overwritten") << qint64(-1) << qint64(4096) << QByteArray(40'000, '\xa5');
    QTest::newRow("schema overwritten") << qint64(-1) << qint64(100) << QByteArray(3900, '\x5a');
}

void StoreFilesTest::isMovedAside()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, at);
    QFETCH(const QByteArray, bytes);
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::period(u"90d"_s), u"a.csv"_s).exitCode, 0);
    QCOMPARE(scene.exported(kWire, View::day(u"2025-12-22"_s), u"a.csv"_s).exitCode, 0);
    QFile::remove(scene.file(u"a.csv"_s));
    const QString store = scene.dataFolder() + u"/postwave.sqlite"_s;
    QVERIFY(change(store, {}));
    if (size >= 0)
        QVERIFY(QFile::resize(store, size > 0 ? size : QFileInfo(store).size() / 2));
    QVERIFY(overwrite(store, at, bytes));
    QFile file(store);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray damaged = file.readAll();
    file.close();

    Answers answers;
    answers.note(kWeek, scene.now(), scene.posts(kHarbour));
    const Ran ran = scene.exported(kHarbour, kWeek, u"a.csv"_s); // a new one starts, and the work is done
    QVERIFY2(ran.exitCode == 0 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    QVERIFY2(ran.err.contains("moved to"), describe(ran).constData());
    QCOMPARE(difference(scene.contentOf(u"a.csv"_s), answers.expect(kWeek, scene.now()).csv()), QByteArray());
    QVERIFY(snapshotOf(scene.dataFolder()).values().contains(damaged)); // every byte is still there
    const Ran verify = scene.postwave({u"store"_s, u"verify"_s, u"--data-dir"_s, scene.dataFolder()});
    QVERIFY2(verify.exitCode == 0 && verify.err.isEmpty(), describe(verify).constData());
    const Ran again = scene.exported(kHarbour, kWeek, u"b.csv"_s, {u"--offline"_s});
    QVERIFY2(again.exitCode == 0 && again.err.isEmpty(), describe(again).constData());
    QCOMPARE(scene.contentOf(u"b.csv"_s), scene.contentOf(u"a.csv"_s));
}

void StoreFilesTest::isReadWhereNothingCanBeWritten_data()
{
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<QStringList>("statements"); // left in the log
    const QStringList change{u"UPDATE source SET key = key"_s};
    QTest::newRow("closed") << QStringList() << QStringList();
    QTest::newRow("closed, copied without what lies beside it") << QStringList{u"-wal"_s, u"-shm"_s} << QStringList();
    QTest::newRow("left open") << QStringList() << change;
    QTest::newRow("left open, copied without its index") << QStringList{u"-shm"_s} << change;
}

void StoreFilesTest::isReadWhereNothingCanBeWritten()
{
    QFETCH(const QStringList, missing);
    QFETCH(const QStringList, statements);
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, kWeek, u"a.csv"_s).exitCode, 0);
    const QString store = scene.dataFolder() + u"/postwave.sqlite"_s;
    // Killed, not ended: the log stays.
    if (!statements.isEmpty())
        QVERIFY(changeAndLeave(store, statements));
    QCOMPARE(QFileInfo(store + u"-wal"_s).size() > 0, !statements.isEmpty());
    for (const QString &suffix : missing)
        QFile::remove(store + suffix);

    // Nothing stops root, who runs the program as nobody then.
    const bool isRoot = geteuid() == 0;
    constexpr uid_t kNobody = 65534;
    const auto give = [](const QString &path, mode_t mode) {
        const QByteArray name = QFile::encodeName(path);
        return (geteuid() != 0 || chown(name.constData(), kNobody, kNobody) == 0) && chmod(name.constData(), mode) == 0;
    };
    QVERIFY(QDir(scene.file(QString())).mkdir(u"out"_s));
    QVERIFY(give(scene.file(QString()), 0700) && give(scene.file(u"out"_s), 0700));
    const QFileInfoList files = QDir(scene.dataFolder()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        QVERIFY(give(file.filePath(), 0400));
    QVERIFY(give(scene.dataFolder(), 0500));
    const QMap<QString, QByteArray> before = snapshotOf(scene.dataFolder());

    // Opened by root, for the program may lie where nobody else gets.
    const QString unprivileged =
        u"exec setpriv --reuid=65534 --regid=65534 --clear-groups /proc/self/fd/3 \"$@\" 3<\"$0\""_s;
    const auto postwave = [&](const QStringList &arguments) {
        return run({.arguments = arguments,
                    .environment = scene.environment(),
                    .input = {},
                    .shell = isRoot ? unprivileged : QString()});
    };
    const QStringList data{u"--data-dir"_s, scene.dataFolder()};
    const QString out = scene.file(u"out/b.csv"_s);
    const QStringList question = scene.source() + QStringList{u"--channel"_s, QString::number(kHarbour)}
        + kWeek.arguments() + QStringList{u"--output"_s, out};
    for (const QStringList &command :
         {QStringList{u"export"_s} + question + QStringList{u"--offline"_s},
          QStringList{u"channels"_s} + scene.source() + QStringList{u"--offline"_s},
          QStringList{u"store"_s, u"status"_s} + data, QStringList{u"store"_s, u"verify"_s} + data}) {
        const Ran ran = postwave(command);
        QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty(), QByteArray(command[0].toUtf8() + describe(ran)).constData());
    }
    QCOMPARE(scene.contentOf(u"out/b.csv"_s), scene.contentOf(u"a.csv"_s));
    QVERIFY(QFile::remove(out));
    for (const QStringList &command :
         {QStringList{u"export"_s} + question, QStringList{u"store"_s, u"compact"_s} + data}) {
        const Ran ran = postwave(command);
        QVERIFY2(ran.exitCode == 1 && isOneLine(ran.err) && ran.err.contains("cannot be written"),
                 QByteArray(command[0].toUtf8() + describe(ran)).constData());
    }
    QVERIFY(!QFileInfo::exists(out));
    QVERIFY(snapshotOf(scene.dataFolder()) == before);
    QVERIFY(chmod(QFile::encodeName(scene.dataFolder()).constData(), 0700) == 0); // so that it can be removed
}

void StoreFilesTest::filesArePrivate()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, kWeek, u"a.csv"_s).exitCode, 0);
    const auto open = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(scene.dataFolder()).permissions() & open));
    const QFileInfoList files = QDir(scene.dataFolder()).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & (open | QFileDevice::ExeOwner)), qPrintable(file.fileName()));
}

void StoreFilesTest::storeCommands()
{
    Scene scene(standingAt(kNow));
    const QStringList data{u"--data-dir"_s, scene.dataFolder()};
    for (const QString &action : {u"status"_s, u"verify"_s, u"compact"_s}) // of nothing yet
        QCOMPARE(scene.postwave(QStringList{u"store"_s, action} + data).exitCode, 0);
    QCOMPARE(scene.exported(kHarbour, kWeek, u"a.csv"_s).exitCode, 0);
    QCOMPARE(scene.exported(kHarbour, View::day(u"2025-12-18"_s), u"day.csv"_s).exitCode, 0);
    for (const QString &action : {u"status"_s, u"verify"_s, u"compact"_s, u"verify"_s}) {
        const Ran ran = scene.postwave(QStringList{u"store"_s, action} + data);
        QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty() && !ran.out.isEmpty(), describe(ran).constData());
    }
    for (const auto &[view, name] :
         {std::pair(kWeek, u"a.csv"_s), std::pair(View::day(u"2025-12-18"_s), u"day.csv"_s)}) {
        QCOMPARE(scene.exported(kHarbour, view, u"b.csv"_s, {u"--offline"_s}).exitCode, 0);
        QCOMPARE(scene.contentOf(u"b.csv"_s), scene.contentOf(name));
    }
}

void StoreFilesTest::verifyFindsContradictions()
{
    Scene scene(standingAt(kNow));
    QCOMPARE(scene.exported(kHarbour, View::day(u"2025-12-18"_s), u"day.csv"_s).exitCode, 0);
    const QStringList verify{u"store"_s, u"verify"_s, u"--data-dir"_s, scene.dataFolder()};
    const Ran good = scene.postwave(verify);
    QCOMPARE(good.exitCode, 0);
    QCOMPARE(good.out, "0 contradictions; 0 differences between downloads at different times\n");
    const QString path = scene.dataFolder() + u"/postwave.sqlite"_s;
    QStringList statements;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &name : database.tables()) {
            if (QSqlQuery(database).exec(u"SELECT views, level FROM "_s + name)) // the day, one view more
                statements += u"UPDATE %1 SET views = views + 1 WHERE level = (SELECT max(level) FROM %1)"_s.arg(name);
        }
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    QVERIFY(!statements.isEmpty());
    QVERIFY(change(path, statements));
    const Ran ran = scene.postwave(verify);
    QVERIFY2(ran.exitCode == 1 && isOneLine(ran.err), describe(ran).constData());
    QVERIFY2(ran.out.startsWith("Error: ") && ran.out.contains("1 contradiction;"), describe(ran).constData());
}

POSTWAVE_TEST(StoreFilesTest, QCoreApplication)

#include "storefilestest.moc"
