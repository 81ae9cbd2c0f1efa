// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

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
    double goal = 0; ///< of ours ÷ theirs, at most
};

/** Milliseconds that @p work takes. */
inline double timeOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/**
 * Measures two contenders in turn, so that a machine that slows down slows both, and fills the
 * row with their medians.
 */
Row compare(Row row, int rounds, const std::function<double()> &ours, const std::function<double()> &theirs);

double median(QList<double> values);

QList<Row> storeRows();
QList<Row> chainRows(const QString &standInProgram);
Row requestsRow();
}
