// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <ctime>
#include <functional>

namespace Postwave::Bench
{
/** One line of the report: ours against a peer that was measured in the same run. */
struct Row {
    QString what;
    QString peer;
    double ours = 0; ///< in the row's unit
    double theirs = 0;
    QString unit;
    double goal = 0; ///< of ours ÷ theirs, at most; 0 = none
    QString obstacle = {}; ///< why the row could not be measured here; empty when it was
};

/** Milliseconds that @p work takes. */
inline double timeOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/** The same in time of the processor, of all threads: what else runs here is not counted. */
inline double cpuTimeOf(const std::function<void()> &work)
{
    const std::clock_t before = std::clock();
    work();
    return double(std::clock() - before) * 1000 / CLOCKS_PER_SEC;
}

/**
 * Measures two contenders in turn, so that a machine that slows down slows both, and fills the
 * row with their medians.
 */
Row compare(Row row, int rounds, const std::function<double()> &ours, const std::function<double()> &theirs);

double median(QList<double> values);

/** A row whose peer is not installed. */
inline Row notMeasured(Row row, const QString &obstacle)
{
    row.obstacle = obstacle.simplified();
    return row;
}

QList<Row> chartRows();
QList<Row> plotRows();
QList<Row> exploreRows();
QList<Row> storeRows();
QList<Row> chainRows(const QString &standInProgram);
Row requestsRow();
Row drillRow();
QList<Row> startRows();
Row tourRow();
QList<Row> manyChannelsRows();
QList<Row> postsRows();
}
