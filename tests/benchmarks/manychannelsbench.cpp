// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "framerecorder.h"
#include "store/observationstore.h"
#include "window/windowapp.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Postwave::Bench
{
namespace
{
constexpr double kLongestFrameMs = 50;
constexpr int kChannels = 10'000;
/** Nobody listens there: what is saved is shown at once, and stays. */
constexpr auto kAddress = "http://127.0.0.1:9"_L1;

void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/** A server that was listed once, and is the last source that was open. */
void prepare(const QString &folder)
{
    const SourceInfo server{
        .kind = SourceKind::AnalyticBot, .address = kAddress, .name = u"a@example.org"_s, .allowHttp = true};
    ChannelList channels;
    for (int i = 1; i <= kChannels; ++i)
        channels.append({.id = ChannelId(1'000'000'000'000 + i),
                         .title = u"Channel %1 of the harbour"_s.arg(i),
                         .username = u"harbour_%1"_s.arg(i),
                         .subscribers = i});
    ObservationStore store(QDir(folder).absoluteFilePath(u"postwave.sqlite"_s));
    QFuture<Result<Done>> writing =
        store.writeChannels(server.key(), channels, QDateTime::currentSecsSinceEpoch(), StorePriority::Interactive);
    writing.waitForFinished();
    if (!writing.result())
        qFatal("the channels cannot be stored");
    SettingsModel settings(QDir(folder).absoluteFilePath(u"postwave.ini"_s));
    SourceListModel sources(&settings);
    sources.remember(server);
    settings.setLastSource(server.key());
}

void turnWheel(QQuickWindow *window, QPointF at, int times)
{
    for (int i = 0; i < times; ++i) {
        QWheelEvent wheel(at, window->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(window, &wheel);
        runFor(8ms);
    }
}

Row rowOf(const QString &what, double longest)
{
    return {.what = what,
            .peer = u"the longest frame that is not felt as a hitch"_s,
            .ours = longest,
            .theirs = kLongestFrameMs,
            .unit = u"ms"_s,
            .goal = 1};
}
}

QList<Row> manyChannelsRows()
{
    const QTemporaryDir folder;
    prepare(folder.path());
    FrameRecorder recorder;
    WindowApp app({.dataFolder = folder.path()});
    if (!app.show())
        qFatal("the interface cannot be loaded");
    app.window()->resize(1280, 800); // with room for names, and for the field that finds them
    const QDeadlineTimer deadline(20s);
    while (app.workspace().session()->channels()->rowCount() < kChannels) {
        if (deadline.hasExpired())
            qFatal("the channels do not come");
        runFor(5ms);
    }
    runFor(600ms);
    recorder.takeLongest(); // how long a start takes is another row

    turnWheel(app.window(), {100, 500}, 60);
    const double scrolling = recorder.takeLongest();

    QTest::keyClick(app.window(), Qt::Key_F, Qt::ControlModifier);
    if (!app.window()->activeFocusItem() || !app.window()->activeFocusItem()->inherits("QQuickTextInput"))
        qFatal("there is nowhere to type what is looked for");
    for (const char letter : {'h', 'a', 'r', 'b', 'o', 'u', 'r', '_', '9', '9'}) {
        QTest::keyClick(app.window(), letter);
        runFor(30ms);
    }
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(app.window(), Qt::Key_Backspace);
        runFor(30ms);
    }
    const double filtering = recorder.takeLongest();

    app.workspace().openAllChannels();
    runFor(600ms);
    turnWheel(app.window(), {700, 400}, 60);
    const double listing = recorder.takeLongest();
    return {rowOf(u"10,000 channels: the sidebar scrolls"_s, scrolling),
            rowOf(u"10,000 channels: the sidebar filters"_s, filtering),
            rowOf(u"10,000 channels: all of them in a list"_s, listing)};
}
}
