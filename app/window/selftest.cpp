// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/selftest.h"

#include "window/windowapp.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Postwave
{
namespace
{
constexpr auto kPatience = 20s;

/** Thrown inside of this file alone. */
struct Failure {
    QString what;
};

void check(bool good, const QString &what)
{
    if (!good)
        throw Failure{what};
}

template<typename Condition>
void waitFor(Condition condition, const QString &what)
{
    const QDeadlineTimer deadline(kPatience);
    QEventLoop loop;
    while (!condition()) {
        check(!deadline.hasExpired(), what + u" took too long"_s);
        loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
    }
}

/** The bucket of the shown view that has the most views. */
int busiestBucket(const SeriesView &view)
{
    const auto views = [](const Row &row) {
        return row.counters[Metric::Views].value_or(0);
    };
    const auto busiest = std::max_element(view.rows.begin(), view.rows.end(), [&](const Row &a, const Row &b) {
        return views(a) < views(b);
    });
    check(busiest != view.rows.end() && views(*busiest) > 0, u"a view without any posts"_s);
    return int(busiest - view.rows.begin());
}

void waitForView(Workspace &workspace, ViewStep step, const QString &what)
{
    waitFor(
        [&] {
            return workspace.channelPage()->status() == ChannelPage::Status::Shown
                && !workspace.channelPage()->isOutdated() && workspace.channelPage()->shownView().step == step
                && !workspace.isLoading();
        },
        what);
}

void exportAndRead(ExportModel &exporter, ExportModel::Format format, const QString &path, const QByteArray &begin)
{
    exporter.save(format, path);
    waitFor(
        [&] {
            return !exporter.isBusy();
        },
        u"saving a file"_s);
    check(exporter.error().isEmpty(), exporter.error());
    QFile file(path);
    check(file.open(QIODevice::ReadOnly) && file.readAll().startsWith(begin),
          u"a saved file is not what it should be"_s);
}

void tour(WindowApp &app, const QString &folder)
{
    Workspace &workspace = app.workspace();
    const bool loaded = app.show();
    check(loaded, u"the interface cannot be loaded: "_s + app.qmlWarnings().join(u"; "_s));
    waitForView(workspace, ViewStep::Day, u"opening the demo"_s);
    waitFor(
        [&] {
            return app.window()->property("complete").toBool();
        },
        u"making the window"_s);
    check(workspace.isActive(), u"the window is shown, and the workspace does not know"_s);
    const qint64 sum = *totalsOf(workspace.channelPage()->shownView().rows).counters[Metric::Views];

    workspace.channelPage()->drill(busiestBucket(workspace.channelPage()->shownView()));
    waitForView(workspace, ViewStep::Hour, u"opening a day"_s);
    workspace.channelPage()->drill(busiestBucket(workspace.channelPage()->shownView()));
    waitForView(workspace, ViewStep::Minute, u"opening an hour"_s);
    exportAndRead(app.exporter(), ExportFormat::Png, folder + u"/hour.png"_s, "\x89PNG\r\n");

    workspace.navigator()->goBack();
    waitForView(workspace, ViewStep::Hour, u"going back"_s);
    workspace.navigator()->goBack();
    waitForView(workspace, ViewStep::Day, u"going back"_s);
    check(*totalsOf(workspace.channelPage()->shownView().rows).counters[Metric::Views] >= sum,
          u"the overview changed on the way"_s);
    exportAndRead(app.exporter(), ExportFormat::Csv, folder + u"/days.csv"_s, "timestamp,views,");
    exportAndRead(app.exporter(), ExportFormat::Json, folder + u"/days.json"_s, "{\"format\":1");
    check(!app.window()->grabWindow().isNull(), u"the window cannot be drawn"_s);
    check(app.qmlWarnings().isEmpty(), u"the interface complains: "_s + app.qmlWarnings().join(u"; "_s));
}
}

int runSelfTest()
{
    const QTemporaryDir folder;
    try {
        check(folder.isValid(), u"no temporary folder"_s);
        WindowApp app({.dataFolder = folder.filePath(u"data"_s), .demo = true});
        tour(app, folder.path());
    } catch (const Failure &failure) {
        std::fprintf(stderr, "postwave: self-test failed: %s\n", qPrintable(failure.what));
        return 1;
    }
    std::puts("self-test passed");
    return 0;
}
}
