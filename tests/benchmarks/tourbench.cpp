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
QList<int> bucketsWithPosts(const DashboardState &dashboard)
{
    QList<int> buckets;
    const QList<Postwave::Row> &rows = dashboard.shownView().rows;
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
void settle(DashboardState &dashboard)
{
    const QDeadlineTimer deadline(20s);
    while (dashboard.status() != DashboardState::Status::Shown || dashboard.isOutdated() || dashboard.isLoading()) {
        if (deadline.hasExpired())
            qFatal("the tour got stuck at %s", qPrintable(dashboard.breadcrumbs().join(u" › "_s)));
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
    DashboardState &dashboard = app.dashboard();
    settle(dashboard);
    for (const QString &channel : {u"1000000000202"_s, u"1000000000101"_s, u"1000000000303"_s}) {
        dashboard.selectChannel(channel);
        settle(dashboard);
        for (const Period period : kPeriods) {
            dashboard.openPeriod(periodName(period));
            settle(dashboard);
        }
        dashboard.openPeriod(u"30d"_s);
        settle(dashboard);
        for (const Metric metric : {Metric::Likes, Metric::Shares, Metric::Comments})
            dashboard.toggleMetric(metricName(metric));
        hover(app.window());
        const QList<int> days = bucketsWithPosts(dashboard);
        for (qsizetype i = 0; i < days.size(); i += 6) {
            dashboard.drill(days[i]);
            settle(dashboard);
            const QList<int> hours = bucketsWithPosts(dashboard);
            dashboard.drill(hours.isEmpty() ? 0 : hours.constFirst());
            settle(dashboard);
            dashboard.goBack();
            settle(dashboard);
            dashboard.goBack();
            settle(dashboard);
        }
    }
    for (int width = 1000; width <= 1600; width += 50) {
        app.window()->resize(width, 900);
        runFor(20ms);
    }
    app.settings().setAppearance(SettingsModel::Appearance::Dark);
    settle(dashboard);
}
}

Row tourRow()
{
    const QTemporaryDir folder;
    WindowApp app({.dataFolder = folder.path(), .demo = true});
    if (!app.show())
        qFatal("the interface cannot be loaded");
    settle(app.dashboard());
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
