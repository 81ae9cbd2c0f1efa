// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/labelplacing.h"
#include "testcase.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Postwave;

namespace
{
const auto kNowhere = QRectF();
constexpr QRectF kMark(95.5, 93, 9, 7); ///< above a point at 100, 109
constexpr QSizeF kSize(30, 11);

constexpr QRectF at(qreal left, qreal top)
{
    return {QPointF(left, top), kSize};
}

constexpr QRectF kAbove = at(85, 78);
constexpr QRectF kAboveLeft = at(74.5, 78);
constexpr QRectF kAboveRight = at(95.5, 78);
constexpr QRectF kLeft = at(61.5, 90);
constexpr QRectF kRight = at(108.5, 90);
constexpr QRectF kRaised = at(85, 63);
}

class LabelPlacingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crossing_data();
    void crossing();
    void placing_data();
    void placing();
    void neverTouchesAnything();
};

void LabelPlacingTest::crossing_data()
{
    QTest::addColumn<QLineF>("line");
    QTest::addColumn<bool>("crosses");
    QTest::newRow("through") << QLineF(0, 0, 100, 100) << true;
    QTest::newRow("inside") << QLineF(45, 45, 50, 55) << true;
    QTest::newRow("ends inside") << QLineF(0, 50, 50, 50) << true;
    QTest::newRow("begins inside") << QLineF(50, 50, 50, 200) << true;
    QTest::newRow("upright") << QLineF(41, 0, 41, 100) << true;
    QTest::newRow("cuts a corner") << QLineF(30, 50, 50, 30) << false;
    QTest::newRow("cuts more of it") << QLineF(30, 51, 50, 31) << true;
    QTest::newRow("ends before") << QLineF(0, 50, 39, 50) << false;
    QTest::newRow("aims at it") << QLineF(0, 0, 30, 30) << false;
    QTest::newRow("on the edge") << QLineF(40, 0, 40, 100) << false;
    QTest::newRow("above") << QLineF(0, 30, 100, 30) << false;
    QTest::newRow("a point inside") << QLineF(50, 50, 50, 50) << true;
    QTest::newRow("a point outside") << QLineF(30, 50, 30, 50) << false;
}

void LabelPlacingTest::crossing()
{
    QFETCH(const QLineF, line);
    QFETCH(const bool, crosses);
    const QRectF rect(40, 40, 20, 20);
    QCOMPARE(Postwave::crosses(line, rect), crosses);
    QCOMPARE(Postwave::crosses(QLineF(line.p2(), line.p1()), rect), crosses);
}

void LabelPlacingTest::placing_data()
{
    QTest::addColumn<QRectF>("bounds");
    QTest::addColumn<QList<QLineF>>("lines");
    QTest::addColumn<QList<QRectF>>("shapes");
    QTest::addColumn<QRectF>("place");
    const QRectF wide(0, 0, 200, 200);
    const QLineF fromTheLeft(85, 190, 100, 109);
    const QLineF toTheRight(100, 109, 115, 190);
    const QLineF steeplyUp(100, 109, 115, 40);
    const QLineF steeplyDown(85, 40, 100, 109);
    const auto add = [](const char *name, const QRectF &bounds, const QList<QLineF> &lines, const QList<QRectF> &shapes,
                        const QRectF &place) {
        QTest::newRow(name) << bounds << lines << shapes << place;
    };
    add("alone", wide, {}, {}, kAbove);
    add("a peak", wide, {fromTheLeft, toTheRight}, {}, kAbove);
    add("next bucket is higher", wide, {fromTheLeft, {100, 109, 140, 60}}, {}, kAboveLeft);
    add("next bucket is much higher", wide, {fromTheLeft, steeplyUp}, {}, kLeft);
    add("bucket before is higher", wide, {{60, 60, 100, 109}, toTheRight}, {}, kAboveRight);
    add("bucket before is much higher", wide, {steeplyDown, toTheRight}, {}, kRight);
    add("in a wide valley", wide, {{30, 0, 100, 109}, {100, 109, 170, 0}}, {}, kRaised);
    add("in a narrow valley", wide, {steeplyDown, steeplyUp}, {}, kNowhere);
    add("line just beyond the clearance", wide, {{0, 76, 200, 76}}, {}, kAbove);
    add("line above the mark, never beyond it", wide, {{0, 85, 200, 85}}, {}, kLeft);
    add("close line between mark and label", wide, {{0, 92, 80, 92}, {90, 92, 200, 92}}, {}, kNowhere);
    add("line through the mark", wide, {{0, 96, 200, 96}}, {}, kAbove);
    add("another label above", wide, {}, {at(80, 70)}, kLeft);
    add("another label above to the right", wide, {}, {at(112, 75)}, kAboveLeft);
    add("another mark to the left", wide, {steeplyUp}, {{75, 93, 9, 7}}, kNowhere);
    add("higher bar beside", wide, {}, {{105, 40, 10, 160}}, kLeft);
    add("higher bar further away", wide, {}, {{116, 40, 10, 160}}, kAboveLeft);
    add("own bar below", wide, {}, {{95, 105, 10, 95}}, kAbove);
    add("higher bars on both sides", wide, {}, {{80, 40, 10, 160}, {110, 40, 10, 160}}, kNowhere);
    add("at the upper edge", {0, 80, 200, 120}, {}, {}, kLeft);
    add("at the left edge", {94, 0, 106, 200}, {}, {}, at(94, 78));
    add("at the right edge", {0, 0, 106, 200}, {}, {}, at(76, 78));
    add("at the left edge, next bucket higher", {94, 0, 106, 200}, {steeplyUp}, {}, kNowhere);
    add("no room at all", {90, 0, 20, 200}, {}, {}, kNowhere);
}

void LabelPlacingTest::placing()
{
    QFETCH(const QRectF, bounds);
    QFETCH(const QList<QLineF>, lines);
    QFETCH(const QList<QRectF>, shapes);
    QFETCH(const QRectF, place);
    const QRectF found = placeLabel(kMark, kSize, {bounds, lines, shapes}).value_or(kNowhere);
    QCOMPARE(found, place);
}

void LabelPlacingTest::neverTouchesAnything()
{
    QRandomGenerator random(20251121);
    const auto number = [&random](int most) {
        return qreal(random.bounded(most));
    };
    int placed = 0;
    for (int round = 0; round < 2000; ++round) {
        Surroundings around{{0, 0, 200, 200}, {}, {}};
        for (int i = random.bounded(8); i > 0; --i)
            around.lines.append({number(200), number(200), number(200), number(200)});
        for (int i = random.bounded(6); i > 0; --i)
            around.shapes.append({number(200), number(200), 1 + number(20), 1 + number(20)});
        const auto place = placeLabel(kMark, kSize, around);
        if (!place)
            continue;
        ++placed;
        QVERIFY(around.bounds.contains(*place));
        QVERIFY(labelReach(kMark, kSize).contains(*place));
        for (const QRectF &shape : std::as_const(around.shapes))
            QVERIFY(!shape.intersects(*place));
        for (const QLineF &line : std::as_const(around.lines)) {
            for (int step = 0; step <= 500; ++step)
                QVERIFY(!place->contains(line.pointAt(step / 500.0)));
        }
    }
    QVERIFY(placed > 500);
}

POSTWAVE_TEST(LabelPlacingTest, QCoreApplication)
#include "labelplacingtest.moc"
