// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts, shows its first frame, says so with its memory in kB, and ends.
#include "window/windowapp.h"

#include <QApplication>
#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Postwave;

namespace
{
qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toLongLong();
    }
    return 0;
}

[[noreturn]] void tellAndLeave()
{
    std::printf("%lld\n", static_cast<long long>(residentKilobytes()));
    std::fflush(stdout);
    _exit(0); // how long ending takes is another matter
}

/** The item that draws the chart, once it is there. */
QQuickItem *chartIn(QQuickItem *parent)
{
    const QList<QQuickItem *> children = parent->childItems();
    for (QQuickItem *child : children) {
        if (child->inherits("Postwave::ChartItem"))
            return child;
        if (QQuickItem *found = chartIn(child))
            return found;
    }
    return nullptr;
}

int startOurs(const QString &folder)
{
    WindowApp app({.dataFolder = folder, .demo = true});
    if (!app.show())
        return 1;
    QQuickWindow *window = app.window();
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [&app, window] {
        const QQuickItem *chart = chartIn(window->contentItem());
        if (chart && chart->property("painted").toBool() && app.dashboard().status() == DashboardState::Status::Shown)
            tellAndLeave();
    });
    return QApplication::exec();
}

int startEmpty()
{
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick.Controls.Basic\nApplicationWindow { visible: true; width: 1280; height: 800 }\n");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    QObject::connect(window, &QQuickWindow::frameSwapped, window, tellAndLeave);
    return QApplication::exec();
}
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    return argc > 1 ? startOurs(QString::fromLocal8Bit(argv[1])) : startEmpty();
}
