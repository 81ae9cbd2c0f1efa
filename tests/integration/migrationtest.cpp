// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** A store as an earlier version left it. */
bool makeStore(const QString &path, const QString &version)
{
    QDir().mkpath(QFileInfo(path).path());
    sqlite3 *database = nullptr;
    const QByteArray dump = read(QStringLiteral(POSTWAVE_TEST_DATA "/store-%1.sql").arg(version));
    const bool good = !dump.isEmpty() && sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK
        && sqlite3_exec(database, dump.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return good;
}
}

/** Stores of earlier versions, whose programs wrote down what they answered. */
class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldViewsHaveTheSameBytes_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("view");
        const auto row = [](const char *version, const char *file, const char *view) {
            const QString server = QByteArray(version) == "v1" ? u"https://host"_s : u"http://127.0.0.1:8000"_s;
            QTest::addRow("%s %s", version, file) << QString::fromLatin1(version) << server << QString::fromLatin1(file)
                                                  << QString::fromLatin1(view).split(u' ');
        };
        row("v1", "7d", "--period 7d");
        row("v1", "day", "--day 2025-11-20");
        row("v1", "hour", "--hour 2025-11-20T07");
        row("v1", "earlier", "--period 7d --as-of 2025-11-21T14:40:00Z");
        row("v1", "range", "--from 2025-11-19 --to 2025-11-20 --step day --compare 2025-11-15");
        row("v3", "7d", "--period 7d");
        row("v3", "6h", "--period 6h");
        row("v3", "day", "--day 2025-11-20");
        row("v3", "hour", "--hour 2025-11-20T17");
        row("v3", "earlier", "--period 7d --as-of 2025-11-21T15:00:00Z");
        row("v3", "range", "--from 2025-11-18 --to 2025-11-21 --step day --compare 2025-11-16");
    }
    void oldViewsHaveTheSameBytes()
    {
        QFETCH(QString, version);
        QFETCH(QString, server);
        QFETCH(QString, file);
        QFETCH(QStringList, view);
        const QTemporaryDir folder;
        QVERIFY(makeStore(folder.filePath(u"data/postwave.sqlite"_s), version));
        const QString output = folder.filePath(u"out.csv"_s);
        const Ran ran = run(
            {.arguments = QStringList({u"export"_s, u"--data-dir"_s, folder.filePath(u"data"_s), u"--server"_s, server,
                                       u"--offline"_s, u"--channel"_s, u"1001234567890"_s, u"--output"_s, output})
                 + view,
             .environment = {},
             .input = {}});
        QVERIFY2(ran.exitCode == 0, describe(ran).constData());
        const QByteArray expected = read(QStringLiteral(POSTWAVE_TEST_DATA "/store-%1/%2.csv").arg(version, file));
        QVERIFY(!expected.isEmpty());
        QCOMPARE(read(output), expected);
    }
};

POSTWAVE_TEST(MigrationTest, QCoreApplication)
#include "migrationtest.moc"
