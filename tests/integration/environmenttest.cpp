// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"
#include "testcase.h"

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

POSTWAVE_TEST(EnvironmentTest, QCoreApplication)

#include "environmenttest.moc"
