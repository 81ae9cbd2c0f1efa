// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/minmaxindex.h"
#include "testcase.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Postwave;

namespace
{
/** By looking at each value. */
MinMaxIndex::Run plainRun(const QList<Count> &values, int first, int end)
{
    MinMaxIndex::Run run{first, first, first};
    for (; run.end < end && values.at(run.end); ++run.end) {
        if (*values.at(run.end) < *values.at(run.lowest))
            run.lowest = run.end;
        if (*values.at(run.end) > *values.at(run.highest))
            run.highest = run.end;
    }
    return run;
}

/** @p holes of a hundred values are unknown; few different ones, so that equals occur. */
QList<Count> someValues(int count, int holes)
{
    QRandomGenerator random(quint32(count + holes));
    QList<Count> values;
    for (int i = 0; i < count; ++i)
        values.append(random.bounded(100) < holes ? Count() : Count(random.bounded(50)));
    return values;
}
}

class MinMaxIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs_data();
    void runs();
    void largest();
    void knowsItsValues();
};

void MinMaxIndexTest::runs_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("holes");
    for (const int count : {1, 31, 32, 33, 64, 100, 1000}) {
        for (const int holes : {0, 1, 30})
            QTest::addRow("%d values, %d %% unknown", count, holes) << count << holes;
    }
}

void MinMaxIndexTest::runs()
{
    QFETCH(const int, count);
    QFETCH(const int, holes);
    const QList<Count> values = someValues(count, holes);
    const MinMaxIndex extremes(values);
    for (int first = 0; first < count; ++first) {
        if (!values.at(first))
            continue;
        for (int end = first + 1; end <= count; end += 1 + end / 7)
            QCOMPARE(extremes.runFrom(first, end), plainRun(values, first, end));
        QCOMPARE(extremes.runFrom(first, count), plainRun(values, first, count));
    }
}

void MinMaxIndexTest::largest()
{
    QCOMPARE(MinMaxIndex().largest(), -1);
    QCOMPARE(MinMaxIndex(QList<Count>(100)).largest(), -1);
    QCOMPARE(MinMaxIndex(QList<Count>(100, 0)).largest(), 0);
    for (const int place : {0, 31, 32, 95, 96, 99}) {
        QList<Count> values(100, 7);
        values[place] = kLargestCount;
        QCOMPARE(MinMaxIndex(values).largest(), kLargestCount);
    }
}

void MinMaxIndexTest::knowsItsValues()
{
    QList<Count> values = someValues(100, 10);
    const MinMaxIndex extremes(values);
    QVERIFY(extremes.isOf(values));
    values[3] = 5;
    QVERIFY(!extremes.isOf(values));
    QVERIFY(!MinMaxIndex().isOf(values));
    QVERIFY(MinMaxIndex().isOf({}));
}

POSTWAVE_TEST(MinMaxIndexTest, QCoreApplication)
#include "minmaxindextest.moc"
