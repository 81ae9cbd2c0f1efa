// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decimate.h"
#include "testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Postwave;

namespace
{
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QList<QPointF> saw(int count)
{
    QList<QPointF> points;
    points.reserve(count);
    for (int i = 0; i < count; ++i)
        points.append({double(i), double((qint64(i) * 7919) % 1009)});
    return points;
}

/** Thins a list, ascending in x, in which points whose y is not a number are gaps. */
QList<QPointF> decimate(const QList<QPointF> &points, double from, double until, int columns)
{
    Decimator decimator(from, until, columns);
    for (auto next = points.cbegin(); next != points.cend();) {
        if (std::isnan(next->y())) {
            decimator.gap();
            ++next;
            continue;
        }
        const double end = decimator.columnEnd(next->x());
        QPointF lowest = *next;
        QPointF highest = *next;
        for (++next; next != points.cend() && next->x() < end && !std::isnan(next->y()); ++next) {
            if (next->y() < lowest.y())
                lowest = *next;
            if (next->y() > highest.y())
                highest = *next;
        }
        decimator.add(lowest, highest);
    }
    return decimator.finish();
}
}

class DecimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLowestAndHighestOfEachColumn();
    void keepsTheirOrder();
    void keepsFewPointsAsTheyAre();
    void breaksAtGaps();
    void keepsLonePoints();
    void staysWithinTheColumns();
    void survivesRoundedBorders();
};

void DecimateTest::keepsLowestAndHighestOfEachColumn()
{
    const QList<QPointF> points = saw(10000);
    const QList<QPointF> thin = decimate(points, 0, 10000, 100);
    QVERIFY(thin.size() <= 200);
    for (int column = 0; column < 100; ++column) {
        const auto first = points.cbegin() + column * 100;
        const auto [low, high] = std::minmax_element(first, first + 100, [](QPointF a, QPointF b) {
            return a.y() < b.y();
        });
        QVERIFY(thin.contains(*low));
        QVERIFY(thin.contains(*high));
    }
}

void DecimateTest::keepsTheirOrder()
{
    const QList<QPointF> thin = decimate(saw(5000), 0, 5000, 71);
    QVERIFY(std::is_sorted(thin.cbegin(), thin.cend(), [](QPointF a, QPointF b) {
        return a.x() < b.x();
    }));
}

void DecimateTest::keepsFewPointsAsTheyAre()
{
    const QList<QPointF> points = {{0.5, 3}, {1.5, 0}, {2.5, 7}};
    QCOMPARE(decimate(points, 0, 3, 3), points);
    QCOMPARE(decimate({}, 0, 3, 3), QList<QPointF>());
}

void DecimateTest::breaksAtGaps()
{
    // All within one column: without the gap only two points would be left.
    const QList<QPointF> points = {{0.1, 1}, {0.2, 5}, {0.3, kNaN}, {0.4, kNaN}, {0.5, 2}, {0.6, 9}};
    const QList<QPointF> thin = decimate(points, 0, 1, 1);
    QCOMPARE(thin.size(), 5);
    QCOMPARE(thin.at(1), QPointF(0.2, 5));
    QVERIFY(std::isnan(thin.at(2).y()));
    QCOMPARE(thin.at(3), QPointF(0.5, 2));
}

void DecimateTest::keepsLonePoints()
{
    const QList<QPointF> thin = decimate({{0, kNaN}, {1, 4}, {2, kNaN}, {3, kNaN}}, 0, 4, 2);
    QCOMPARE(thin.first(), QPointF(1, 4));
    QCOMPARE(thin.size(), 2);
}

void DecimateTest::staysWithinTheColumns()
{
    for (const int columns : {1, 3, 1000, 1472}) {
        const QList<QPointF> thin = decimate(saw(50000), 0, 50000, columns);
        QVERIFY2(thin.size() <= 2 * columns + 2, qPrintable(QString::number(columns)));
    }
}

void DecimateTest::survivesRoundedBorders()
{
    // Seconds of years in a number of columns that does not divide them.
    QList<QPointF> points;
    for (int i = 0; i < 20000; ++i)
        points.append({1.7e9 + i * 60.0, double(i % 17)});
    const QList<QPointF> thin = decimate(points, 1.7e9, 1.7e9 + 20000 * 60.0, 1471);
    QVERIFY(thin.size() > 1471);
    QVERIFY(thin.size() <= 2 * 1471 + 2);
}

POSTWAVE_TEST(DecimateTest, QCoreApplication)
#include "decimatetest.moc"
