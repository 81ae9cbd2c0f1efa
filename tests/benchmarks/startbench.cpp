// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr int kStarts = 15;

struct Start {
    double milliseconds = 0;
    double kilobytes = 0;
};

/** From the start of the process until it says that its first frame is shown. */
Start startOf(const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral(POSTWAVE_START_PROBE), arguments);
    if (!process.waitForReadyRead(20'000))
        qFatal("the window did not start: %s", process.readAllStandardError().constData());
    Start start;
    start.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    start.kilobytes = process.readAllStandardOutput().trimmed().toDouble();
    process.waitForFinished();
    return start;
}
}

QList<Row> startRows()
{
    const QTemporaryDir folder;
    const QStringList ours{folder.path()};
    startOf(ours); // fills the store, as it is on every day but the first
    startOf({});
    QList<double> ourTimes;
    QList<double> ourMemory;
    QList<double> theirTimes;
    QList<double> theirMemory;
    for (int i = 0; i < kStarts; ++i) {
        const Start mine = startOf(ours);
        const Start empty = startOf({});
        ourTimes.append(mine.milliseconds);
        ourMemory.append(mine.kilobytes / 1024);
        theirTimes.append(empty.milliseconds);
        theirMemory.append(empty.kilobytes / 1024);
    }
    const QString peer = u"an empty window of Qt Quick Controls"_s;
    return {{.what = u"start until the first chart is painted"_s,
             .peer = peer,
             .ours = median(ourTimes),
             .theirs = median(theirTimes),
             .unit = u"ms"_s,
             .goal = 1.35},
            {.what = u"memory then, 1280 x 800"_s,
             .peer = peer,
             .ours = median(ourMemory),
             .theirs = median(theirMemory),
             .unit = u"MB"_s,
             .goal = 1.35}};
}
}
