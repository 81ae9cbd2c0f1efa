// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"
#include "testcase.h"

#include <QDir>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

/** What surrounds the program is missing or wrong: it says so, and does nothing else. */
class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displaysThatDoNotAnswer_data();
    void displaysThatDoNotAnswer();
    void homesThatAreNone_data();
    void homesThatAreNone();
    void argumentsThatAreNoText_data();
    void argumentsThatAreNoText();
    void outputsThatAreFull_data();
    void outputsThatAreFull();
};

void EnvironmentTest::displaysThatDoNotAnswer_data()
{
    QTest::addColumn<QMap<QString, QString>>("variables");
    const auto row = [](const char *name, const QMap<QString, QString> &variables) {
        QTest::newRow(name) << variables;
    };
    row("none", {});
    row("stale", {{u"DISPLAY"_s, u":987"_s}});
    row("stale, with a screen", {{u"DISPLAY"_s, u":987.0"_s}});
    row("of an ssh that is over", {{u"DISPLAY"_s, u"localhost:987.0"_s}});
    row("a host that is none", {{u"DISPLAY"_s, u"nowhere.invalid:0"_s}});
    row("no number", {{u"DISPLAY"_s, u"screen"_s}});
    row("stale, asked for", {{u"DISPLAY"_s, u":987"_s}, {u"QT_QPA_PLATFORM"_s, u"xcb"_s}});
    row("Wayland, stale", {{u"WAYLAND_DISPLAY"_s, u"wayland-987"_s}, {u"XDG_RUNTIME_DIR"_s, u"/tmp"_s}});
    row("both stale", {{u"WAYLAND_DISPLAY"_s, u"/nowhere/wayland-0"_s}, {u"DISPLAY"_s, u":987"_s}});
}

void EnvironmentTest::displaysThatDoNotAnswer()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const Variables, variables);
    const QTemporaryDir home;
    Variables environment = variables;
    environment.insert(u"HOME"_s, home.path());
    const Ran ran = run({.arguments = {u"--demo"_s}, .environment = environment, .input = {}});
    QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    QVERIFY2(ran.err.contains("display"), describe(ran).constData());
}

void EnvironmentTest::homesThatAreNone_data()
{
    QTest::addColumn<QMap<QString, QString>>("variables");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QMap<QString, QString> &variables, const QByteArray &says) {
        QTest::newRow(name) << variables << says;
    };
    row("none", {}, "HOME is not set");
    row("empty", {{u"HOME"_s, QString()}}, "HOME is not set");
    row("relative", {{u"HOME"_s, u"home"_s}}, "HOME must be");
    row("relative data", {{u"HOME"_s, u"%1"_s}, {u"XDG_DATA_HOME"_s, u"data"_s}}, "XDG_DATA_HOME must be");
    row("absolute data", {{u"XDG_DATA_HOME"_s, u"%1"_s}}, {});
    row("a home", {{u"HOME"_s, u"%1"_s}}, {});
}

void EnvironmentTest::homesThatAreNone()
{
    using Variables = QMap<QString, QString>;
    QFETCH(Variables, variables);
    QFETCH(const QByteArray, says);
    const QTemporaryDir folder;
    for (QString &value : variables)
        value.replace(u"%1"_s, folder.path());
    const QStringList status{u"store"_s, u"status"_s};
    for (const QStringList &command : {status, QStringList{u"--demo"_s}}) {
        const bool isWindow = command != status;
        const Ran ran = run({.arguments = command,
                             .environment = variables,
                             .input = {},
                             .shell = u"cd '%1' && exec \"$0\" \"$@\""_s.arg(folder.path())});
        const int expected = !says.isEmpty() ? 2 : isWindow ? 1 : 0; // there is no display
        QVERIFY2(ran.exitCode == expected && ran.err.contains(says), describe(ran).constData());
        QVERIFY2(says.isEmpty() || (isOneLine(ran.err) && ran.out.isEmpty()), describe(ran).constData());
    }
    const bool isEmpty = QDir(folder.path()).isEmpty(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden);
    QCOMPARE(isEmpty, !says.isEmpty());
    if (says.isEmpty())
        return;
    // Asked for by name, the folder needs no home.
    const Ran named = run({.arguments = status + QStringList{u"--data-dir"_s, folder.filePath(u"d"_s)},
                           .environment = variables,
                           .input = {}});
    QVERIFY2(named.exitCode == 0, describe(named).constData());
}

void EnvironmentTest::argumentsThatAreNoText_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("a file") << u"--output"_s;
    QTest::newRow("a folder") << u"--data-dir"_s;
}

void EnvironmentTest::argumentsThatAreNoText()
{
    QFETCH(const QString, option);
    const QTemporaryDir folder;
    QStringList arguments{u"export"_s, u"--demo"_s, u"--channel"_s, u"1000000000202"_s, u"--period"_s, u"7d"_s};
    if (option != u"--output"_s)
        arguments += {u"--output"_s, folder.filePath(u"a.csv"_s)};
    const Ran ran =
        run({.arguments = arguments,
             .environment = {{u"HOME"_s, folder.path()}},
             .input = {},
             .shell = u"cd '%1' && exec \"$0\" \"$@\" %2 \"$(printf 'caf\\351.csv')\""_s.arg(folder.path(), option)});
    QVERIFY2(ran.exitCode == 2 && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    QVERIFY2(ran.err.contains("is not valid UTF-8"), describe(ran).constData());
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden), QStringList());
}

void EnvironmentTest::outputsThatAreFull_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("help") << QStringList{u"--help"_s};
    QTest::newRow("version") << QStringList{u"--version"_s};
    QTest::newRow("channels") << QStringList{u"channels"_s, u"--demo"_s};
    QTest::newRow("status") << QStringList{u"store"_s, u"status"_s, u"--demo"_s};
    QTest::newRow("verify") << QStringList{u"store"_s, u"verify"_s, u"--demo"_s};
    QTest::newRow("compact") << QStringList{u"store"_s, u"compact"_s, u"--demo"_s};
}

void EnvironmentTest::outputsThatAreFull()
{
    QFETCH(const QStringList, arguments);
    const QTemporaryDir home;
    const Ran ran = run({.arguments = arguments,
                         .environment = {{u"HOME"_s, home.path()}},
                         .input = {},
                         .shell = u"exec \"$0\" \"$@\" >/dev/full"_s});
    QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err), describe(ran).constData());
    QVERIFY2(ran.err.contains("standard output"), describe(ran).constData());
}

POSTWAVE_TEST(EnvironmentTest, QCoreApplication)

#include "environmenttest.moc"
