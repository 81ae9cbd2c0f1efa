// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "charts/fonts.h"

#include <QApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Row compare(Row row, int rounds, const std::function<double()> &ours, const std::function<double()> &theirs)
{
    QList<double> mine;
    QList<double> other;
    ours(); // both warm up once
    theirs();
    for (int i = 0; i < rounds; ++i) {
        mine.append(ours());
        other.append(theirs());
    }
    row.ours = median(mine);
    row.theirs = median(other);
    return row;
}
}

namespace
{
void print(const Postwave::Bench::Row &row)
{
    if (!row.obstacle.isEmpty()) {
        std::printf("%-58s not measured: %s\n", qPrintable(row.what), qPrintable(row.obstacle));
        return;
    }
    const double ratio = row.ours / row.theirs;
    std::printf("%-58s %10.3f %10.3f %-4s %6.2f x  ", qPrintable(row.what), row.ours, row.theirs, qPrintable(row.unit),
                ratio);
    if (row.goal > 0)
        std::printf("goal <= %.2f x  %s\n", row.goal, ratio <= row.goal ? "met" : "MISSED");
    else
        std::puts("no goal");
    std::printf("    against %s\n", qPrintable(row.peer));
    std::fflush(stdout);
}
}

int main(int argc, char **argv)
{
    using namespace Postwave::Bench;
    Postwave::prepareHeadlessEnvironment();
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    const QList<std::pair<QString, std::function<QList<Row>()>>> groups = {
        {u"requests"_s,
         [] {
             return QList<Row>{requestsRow()};
         }},
        {u"store"_s, storeRows},
        {u"posts"_s, postsRows},
        {u"chain"_s,
         [] {
             return chainRows(QStringLiteral(POSTWAVE_STANDIN_PROGRAM));
         }},
        {u"chart"_s, chartRows},
        {u"plot"_s, plotRows},
        {u"explore"_s, exploreRows},
        {u"drill"_s,
         [] {
             return QList<Row>{drillRow()};
         }},
        {u"start"_s, startRows},
        {u"tour"_s,
         [] {
             return QList<Row>{tourRow()};
         }},
        {u"channels"_s, manyChannelsRows},
    };
    // Names of groups as arguments measure these alone.
    const QStringList chosen = QApplication::arguments().mid(1);
    std::printf("%-58s %10s %10s\n", "what", "ours", "peer");
    for (const auto &[name, rows] : groups) {
        if (!chosen.isEmpty() && !chosen.contains(name))
            continue;
        for (const Row &row : rows())
            print(row);
    }
    return 0;
}
