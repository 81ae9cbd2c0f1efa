// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts, says when its first frame is shown, and its memory in kB once all of the window is, and ends.
#include "window/windowapp.h"

#include <QApplication>
#include <QFile>
#include <QQmlApplicationEngine>
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

void tell(const char *what, qint64 kilobytes = 0)
{
    std::printf("%s %lld\n", what, static_cast<long long>(kilobytes));
    std::fflush(stdout);
}

void leaveWith(qint64 kilobytes)
{
    tell("complete", kilobytes);
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

/** Tells of the first chart, and of the first frame after all was made. */
void watch(WindowApp *app)
{
    const QQuickItem *chart = chartIn(app->window()->contentItem());
    if (!chart || !chart->property("painted").toBool()
        || app->workspace().channelPage()->status() != ChannelPage::Status::Shown)
        return;
    static const bool told = [] {
        tell("chart");
        return true;
    }();
    static bool wasComplete = false;
    if (told && wasComplete)
        leaveWith(residentKilobytes());
    wasComplete = app->window()->property("complete").toBool();
    app->window()->update(); // for one frame more
}

int startOurs(const QString &folder)
{
    WindowApp app({.dataFolder = folder, .demo = true});
    if (!app.show())
        return 1;
    QObject::connect(app.window(), &QQuickWindow::frameSwapped, &app, [watched = &app] {
        watch(watched);
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
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [] {
        tell("chart");
        leaveWith(residentKilobytes());
    });
    return QApplication::exec();
}
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    return argc > 1 ? startOurs(QString::fromLocal8Bit(argv[1])) : startEmpty();
}
