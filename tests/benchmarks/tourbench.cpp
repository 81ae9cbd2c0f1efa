// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "framerecorder.h"
#include "window/windowapp.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Postwave::Bench
{
namespace
{
constexpr double kLongestFrameMs = 50;

/** The buckets of the shown view that have posts. */
QList<int> bucketsWithPosts(Workspace &workspace)
{
    QList<int> buckets;
    const QList<Postwave::Row> &rows = workspace.channelPage()->shownView().rows;
    for (int i = 0; i < rows.size(); ++i) {
        if (rows[i].counters[Metric::Views].value_or(0) > 0)
            buckets.append(i);
    }
    return buckets;
}

/** A real event loop, which sleeps where it has nothing to do: only so the recorder sees where work ends. */
void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/** Until the view has come to rest, and what then still has to be done is done. */
void settle(Workspace &workspace)
{
    const QDeadlineTimer deadline(20s);
    while (workspace.channelPage()->status() != ChannelPage::Status::Shown || workspace.channelPage()->isOutdated()
           || workspace.isLoading()) {
        if (deadline.hasExpired())
            qFatal("the tour got stuck at %s", qPrintable(workspace.query()->breadcrumbs().join(u" › "_s)));
        runFor(5ms);
    }
    runFor(30ms);
}

void hover(QQuickWindow *window)
{
    for (int x = 300; x < window->width() - 40; x += 20) {
        QTest::mouseMove(window, {x, 400});
        runFor(2ms);
    }
}

/** What somebody does in the first minutes: all periods and channels, metrics, drills, back, another size. */
void tour(WindowApp &app)
{
    Workspace &workspace = app.workspace();
    settle(workspace);
    for (const QString &channel : {u"1000000000202"_s, u"1000000000101"_s, u"1000000000303"_s}) {
        workspace.selectChannel(channel);
        settle(workspace);
        for (const Period period : kPeriods) {
            workspace.query()->openPeriod(periodName(period));
            settle(workspace);
        }
        workspace.query()->openPeriod(u"30d"_s);
        settle(workspace);
        for (const Metric metric : {Metric::Likes, Metric::Shares, Metric::Comments})
            workspace.query()->toggleMetric(metricName(metric));
        hover(app.window());
        const QList<int> days = bucketsWithPosts(workspace);
        for (qsizetype i = 0; i < days.size(); i += 6) {
            workspace.channelPage()->drill(days[i]);
            settle(workspace);
            const QList<int> hours = bucketsWithPosts(workspace);
            workspace.channelPage()->drill(hours.isEmpty() ? 0 : hours.constFirst());
            settle(workspace);
            workspace.navigator()->goBack();
            settle(workspace);
            workspace.navigator()->goBack();
            settle(workspace);
        }
    }
    for (int width = 1000; width <= 1600; width += 50) {
        app.window()->resize(width, 900);
        runFor(20ms);
    }
    app.settings().setAppearance(SettingsModel::Appearance::Dark);
    settle(workspace);
}
}

Row tourRow()
{
    const QTemporaryDir folder;
    WindowApp app({.dataFolder = folder.path(), .demo = true});
    if (!app.show())
        qFatal("the interface cannot be loaded");
    settle(app.workspace());
    FrameRecorder recorder;
    tour(app);
    return {.what = u"longest the GUI thread is busy in a tour of the demo"_s,
            .peer = u"the longest frame that is not felt as a hitch"_s,
            .ours = recorder.takeLongest(),
            .theirs = kLongestFrameMs,
            .unit = u"ms"_s,
            .goal = 1};
}
}
