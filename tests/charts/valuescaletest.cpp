// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/valuescale.h"
#include "core/bucket.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;

class ValueScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void zerosAlone();
    void powers_data();
    void powers();
    void heightsOfLogarithms();
    void tight();
    void aligned_data();
    void aligned();
};

void ValueScaleTest::steps_data()
{
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<int>("lines");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("top");
    const auto add = [](qint64 largest, int lines, qint64 step, qint64 top) {
        QTest::addRow("%lld in %d", largest, lines) << largest << lines << step << top;
    };
    add(1, 6, 1, 1);
    add(3, 6, 1, 3);
    add(5, 6, 1, 5);
    add(6, 6, 2, 6);
    add(11, 6, 5, 15);
    add(87, 6, 20, 100);
    add(100, 6, 20, 100);
    add(101, 6, 50, 150);
    add(999, 6, 200, 1000);
    add(12400, 6, 5000, 15000);
    add(12400, 3, 10000, 20000);
    add(12400, 2, 20000, 20000);
    add(12400, 1, 20000, 20000);
    add(9000000000000000, 6, 2000000000000000, 10000000000000000);
    add(kLargestCount, 6, 2000000000000000, 10000000000000000);
}

void ValueScaleTest::steps()
{
    QFETCH(const qint64, largest);
    QFETCH(const int, lines);
    QFETCH(const qint64, step);
    QFETCH(const qint64, top);
    const ValueScale scale = linearScale(largest, lines);
    QCOMPARE(scale.top, top);
    QCOMPARE(scale.lines.size(), top / step + 1);
    for (qsizetype i = 0; i < scale.lines.size(); ++i)
        QCOMPARE(scale.lines.at(i), i * step);
    QCOMPARE(scale.heightOf(0), 0.0);
    QCOMPARE(scale.heightOf(double(top) / 2), 0.5);
    QCOMPARE(scale.heightOf(double(top)), 1.0);
}

void ValueScaleTest::zerosAlone()
{
    for (const qint64 largest : {0, -1}) {
        QCOMPARE(linearScale(largest), (ValueScale{1, {0}}));
        QCOMPARE(logarithmicScale(largest), (ValueScale{1, {0}, ValueScaling::Logarithmic}));
    }
}

void ValueScaleTest::powers_data()
{
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<int>("mostLines");
    QTest::addColumn<QList<qint64>>("lines");
    QTest::addColumn<qint64>("top");
    const auto add = [](qint64 largest, int mostLines, const QList<qint64> &lines, qint64 top) {
        QTest::addRow("%lld in %d", largest, mostLines) << largest << mostLines << lines << top;
    };
    add(1, 6, {0, 1}, 1);
    add(4, 6, {0, 1, 2, 5}, 5);
    add(7, 6, {0, 1, 2, 5, 10}, 10);
    add(20, 6, {0, 1, 2, 5, 10, 20}, 20);
    add(21, 6, {0, 1, 10}, 50);
    add(100, 6, {0, 1, 10, 100}, 100);
    add(101, 6, {0, 1, 10, 100}, 200);
    add(1000, 6, {0, 1, 10, 100, 1000}, 1000);
    add(1001, 6, {0, 10, 100, 1000}, 2000); // 1 would touch zero
    add(30000, 6, {0, 10, 100, 1000, 10000}, 50000);
    add(100000, 6, {0, 10, 100, 1000, 10000, 100000}, 100000);
    add(100001, 6, {0, 10, 100, 1000, 10000, 100000}, 200000);
    add(1000000, 6, {0, 100, 10000, 1000000}, 1000000);
    add(15000000, 6, {0, 10, 1000, 100000, 10000000}, 20000000);
    add(kLargestCount, 6, {0, 10000, 10000000, 10000000000, 10000000000000, 10000000000000000}, 10000000000000000);
    add(30000, 3, {0, 100, 10000}, 50000);
    add(30000, 2, {0, 10000}, 50000);
    add(5, 3, {0, 1}, 5);
    add(5, 2, {0, 5}, 5);
    add(1, 2, {0, 1}, 1);
    add(kLargestCount, 2, {0, 10000000000000000}, 10000000000000000);
}

void ValueScaleTest::powers()
{
    QFETCH(const qint64, largest);
    QFETCH(const int, mostLines);
    QFETCH(const QList<qint64>, lines);
    QFETCH(const qint64, top);
    const ValueScale scale = logarithmicScale(largest, mostLines);
    QCOMPARE(scale.lines, lines);
    QCOMPARE(scale.top, top);
    // Half of the distance that lines of a linear scale have at least.
    for (qsizetype i = 1; i < lines.size(); ++i)
        QVERIFY((scale.heightOf(double(lines.at(i))) - scale.heightOf(double(lines.at(i - 1)))) * (mostLines - 1)
                >= 0.5);
}

void ValueScaleTest::heightsOfLogarithms()
{
    const ValueScale scale = logarithmicScale(99900);
    QCOMPARE(scale.heightOf(0), 0.0);
    QCOMPARE(scale.heightOf(100000), 1.0);
    QCOMPARE(scale.heightOf(999), std::log10(1000) / std::log10(100001));
    double before = 0;
    for (qint64 value = 1; value <= 100000; value = value * 3 / 2 + 1) {
        QVERIFY(scale.heightOf(double(value)) > before);
        before = scale.heightOf(double(value));
    }
}

void ValueScaleTest::tight()
{
    for (const ValueScaling scaling : {ValueScaling::Linear, ValueScaling::Logarithmic}) {
        QCOMPARE(tightScale(12345, scaling).heightOf(12345), 1.0);
        QCOMPARE(tightScale(-1, scaling).heightOf(0), 0.0);
        QVERIFY(tightScale(12345, scaling).lines.isEmpty());
    }
}

void ValueScaleTest::aligned_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<qint64>("right");
    QTest::addColumn<QList<qint64>>("lines");
    const auto add = [](qint64 left, qint64 right, const QList<qint64> &lines) {
        QTest::addRow("%lld beside %lld", right, left) << left << right << lines;
    };
    add(1000, 190, {0, 40, 80, 120, 160, 200});
    add(1000, 60, {0, 15, 30, 45, 60, 75});
    add(1000, 61, {0, 15, 30, 45, 60, 75});
    add(1000, 76, {0, 20, 40, 60, 80, 100});
    add(1000, 101, {0, 25, 50, 75, 100, 125});
    add(1000, 7, {0, 2, 4, 6, 8, 10}); // 1.5 and 2.5 are no whole numbers here
    add(1000, 1, {0, 1, 2, 3, 4, 5});
    add(12400, 1234, {0, 500, 1000, 1500});
    add(6, 1, {0, 1, 2, 3});
    add(kLargestCount, kLargestCount / 6,
        {0, 400000000000000, 800000000000000, 1200000000000000, 1600000000000000, 2000000000000000});
}

void ValueScaleTest::aligned()
{
    QFETCH(const qint64, left);
    QFETCH(const qint64, right);
    QFETCH(const QList<qint64>, lines);
    const ValueScale leftScale = linearScale(left);
    const ValueScale scale = alignedScale(right, leftScale);
    QCOMPARE(scale.lines, lines);
    QCOMPARE(scale.top, lines.constLast());
    QCOMPARE(scale.lines.size(), leftScale.lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(scale.heightOf(double(lines.at(i))), leftScale.heightOf(double(leftScale.lines.at(i))));
}

POSTWAVE_TEST(ValueScaleTest, QCoreApplication)
#include "valuescaletest.moc"
