// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/valueaxes.h"
#include "core/bucket.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;

class ValueAxesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sides_data();
    void sides();
};

void ValueAxesTest::sides_data()
{
    QTest::addColumn<QList<qint64>>("largest");
    QTest::addColumn<QList<bool>>("isRight");
    QTest::addColumn<qint64>("left");
    QTest::addColumn<qint64>("right");
    const auto add = [](const char *name, const QList<qint64> &largest, const QList<bool> &isRight, qint64 left,
                        qint64 right) {
        QTest::newRow(name) << largest << isRight << left << right;
    };
    add("nothing", {}, {}, -1, -1);
    add("one", {1000}, {false}, 1000, -1);
    add("one unknown", {-1}, {false}, -1, -1);
    add("one of zeros", {0}, {false}, 0, -1);
    add("alike", {1000, 900}, {false, false}, 1000, -1);
    add("a fifth", {1000, 200}, {false, false}, 1000, -1);
    add("less than a fifth", {1000, 199}, {false, true}, 1000, 199);
    add("a fifth that is no whole number", {1001, 200}, {false, true}, 1001, 200);
    add("just more than a fifth", {999, 200}, {false, false}, 999, -1);
    add("the larger one second", {3, 1000}, {true, false}, 1000, 3);
    add("several on both", {40, 1000, 700, 9}, {true, false, false, true}, 1000, 40);
    add("not by steps", {1000, 250, 60}, {false, false, true}, 1000, 60);
    add("unknown beside known", {1000, -1, 10}, {false, false, true}, 1000, 10);
    add("zeros beside known", {0, 1000}, {false, false}, 1000, -1);
    add("small numbers", {5, 1}, {false, false}, 5, -1);
    add("small numbers, far apart", {6, 1}, {false, true}, 6, 1);
    add("zeros and unknown", {0, -1}, {false, false}, 0, -1);
    add("the largest there are", {kLargestCount, kLargestCount / 6}, {false, true}, kLargestCount, kLargestCount / 6);
}

void ValueAxesTest::sides()
{
    QFETCH(const QList<qint64>, largest);
    QFETCH(const QList<bool>, isRight);
    QFETCH(const qint64, left);
    QFETCH(const qint64, right);
    const ValueAxes axes = valueAxes(largest);
    QCOMPARE(axes, (ValueAxes{isRight, left, right}));
    QCOMPARE(axes.hasRight(), isRight.contains(true));
}

POSTWAVE_TEST(ValueAxesTest, QCoreApplication)
#include "valueaxestest.moc"
