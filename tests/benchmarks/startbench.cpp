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
    double chartMs = 0; ///< from the start of the process until it says that its first frame is shown
    double completeMs = 0; ///< the same, with all of the window
    double kilobytes = 0; ///< then
};

Start startOf(const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral(POSTWAVE_START_PROBE), arguments);
    Start start;
    while (start.completeMs == 0) {
        if (!process.canReadLine() && !process.waitForReadyRead(20'000))
            qFatal("the window did not start: %s", process.readAllStandardError().constData());
        while (process.canReadLine()) {
            const double now = double(timer.nsecsElapsed()) / 1e6;
            const QList<QByteArray> words = process.readLine().trimmed().split(' ');
            if (words.constFirst() == "chart") {
                start.chartMs = now;
            } else {
                start.completeMs = now;
                start.kilobytes = words.constLast().toDouble();
            }
        }
    }
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
    QList<double> ourCompleteTimes;
    QList<double> ourMemory;
    QList<double> theirTimes;
    QList<double> theirMemory;
    for (int i = 0; i < kStarts; ++i) {
        const Start mine = startOf(ours);
        const Start empty = startOf({});
        ourTimes.append(mine.chartMs);
        ourCompleteTimes.append(mine.completeMs);
        ourMemory.append(mine.kilobytes / 1024);
        theirTimes.append(empty.chartMs);
        theirMemory.append(empty.kilobytes / 1024);
    }
    const QString peer = u"an empty window of Qt Quick Controls"_s;
    return {{.what = u"start until the first chart is painted"_s,
             .peer = peer,
             .ours = median(ourTimes),
             .theirs = median(theirTimes),
             .unit = u"ms"_s,
             .goal = 1.35},
            {.what = u"start until all of the window is there"_s,
             .peer = peer,
             .ours = median(ourCompleteTimes),
             .theirs = median(theirTimes),
             .unit = u"ms"_s},
            {.what = u"memory then, 1280 x 800"_s,
             .peer = peer,
             .ours = median(ourMemory),
             .theirs = median(theirMemory),
             .unit = u"MB"_s,
             .goal = 1.35}};
}
}
