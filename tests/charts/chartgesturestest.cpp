// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartgestures.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** A hand in a chart of buckets 100 to 129 of a view; what it does and what it wishes are told in words. */
class ChartGesturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wishes_data();
    void wishes();
    void wheelGathers_data();
    void wheelGathers();
    void pinchTakesStepsOfSomeSize();
    void pointedFollowsThePlaces();
    void selectionCoversItsColumns();
    void columnOfWhatIsTold();
    void withoutAChartNothingHappens();

private:
    static constexpr int kFirst = 100;

    void act(const QString &what);
    void pointAt(int bucket, qreal off = 0);
    qreal xOf(int bucket) const
    {
        return m_chart->xOf(bucket - kFirst);
    }

    std::unique_ptr<ChartItem> m_chart;
    std::unique_ptr<ChartGestures> m_gestures;
    QStringList m_wishes;
};

void ChartGesturesTest::init()
{
    m_chart = std::make_unique<ChartItem>();
    m_chart->setSize({900, 300});
    m_chart->setSpec(specOf(ViewStep::Day, u"2025-10-23"_s, zigzag(30)));
    m_gestures = std::make_unique<ChartGestures>();
    m_gestures->setChart(m_chart.get());
    m_gestures->setProperty("first", kFirst);
    m_wishes.clear();
    connect(m_gestures.get(), &ChartGestures::drillRequested, this, [this](int bucket) {
        m_wishes.append(u"drill %1"_s.arg(bucket));
    });
    connect(m_gestures.get(), &ChartGestures::zoomRequested, this, [this](int first, int last) {
        m_wishes.append(u"zoom %1 %2"_s.arg(first).arg(last));
    });
    connect(m_gestures.get(), &ChartGestures::zoomByRequested, this, [this](qreal factor, int around) {
        m_wishes.append(u"by %1 at %2"_s.arg(factor, 0, 'f', 3).arg(around));
    });
    connect(m_gestures.get(), &ChartGestures::panRequested, this, [this](int buckets) {
        m_wishes.append(u"pan %1"_s.arg(buckets));
    });
    connect(m_gestures.get(), &ChartGestures::showAllRequested, this, [this] {
        m_wishes.append(u"all"_s);
    });
}

void ChartGesturesTest::pointAt(int bucket, qreal off)
{
    m_gestures->setProperty("hovered", true);
    m_gestures->setProperty("position", QPointF(xOf(bucket) + off, m_chart->plotArea().center().y()));
}

/** "press 105", "touch 105" (without a move before), "middle 105" (its button), "to 114", "shake 7" (pixels), "up",
 * "click", "double", "beside". */
void ChartGesturesTest::act(const QString &what)
{
    const QString verb = what.section(u' ', 0, 0);
    const int number = what.section(u' ', 1).toInt();
    const qreal x = m_gestures->property("position").toPointF().x();
    const auto button = m_gestures->isPanning() ? Qt::MiddleButton : Qt::LeftButton;
    if (verb == u"press"_s || verb == u"middle"_s) {
        pointAt(number);
        m_gestures->press({xOf(number), m_chart->plotArea().center().y()});
        m_gestures->setProperty(
            "buttons", QVariant::fromValue(Qt::MouseButtons(verb == u"press"_s ? Qt::LeftButton : Qt::MiddleButton)));
    } else if (verb == u"touch"_s) { // pressed before anything told where
        m_gestures->setProperty("hovered", true);
        m_gestures->press({xOf(number), m_chart->plotArea().center().y()});
        m_gestures->setProperty("buttons", QVariant::fromValue(Qt::MouseButtons(Qt::LeftButton)));
    } else if (verb == u"to"_s) {
        pointAt(number);
        m_gestures->move(xOf(number));
    } else if (verb == u"shake"_s) {
        m_gestures->move(x + number);
    } else if (verb == u"up"_s) {
        m_gestures->setProperty("buttons", QVariant::fromValue(Qt::MouseButtons()));
        m_gestures->release(button);
    } else if (verb == u"click"_s) {
        m_gestures->click(Qt::LeftButton);
    } else if (verb == u"double"_s) {
        m_gestures->secondClick();
    } else if (verb == u"beside"_s) {
        m_gestures->setProperty("position", QPointF(x, m_chart->height() - 1));
        m_gestures->press({x, m_chart->height() - 1});
        m_gestures->setProperty("buttons", QVariant::fromValue(Qt::MouseButtons(Qt::LeftButton)));
    } else {
        QFAIL(qPrintable(what));
    }
}

void ChartGesturesTest::wishes_data()
{
    QTest::addColumn<QString>("acts");
    QTest::addColumn<bool>("openable");
    QTest::addColumn<QString>("expected");
    QTest::newRow("click") << u"press 105,up,click"_s << true << u"drill 105"_s;
    QTest::newRow("7 pixels are a click") << u"press 105,shake 7,up,click"_s << true << u"drill 105"_s;
    QTest::newRow("on one bucket too") << u"press 105,shake 12,up,click"_s << true << u"drill 105"_s;
    QTest::newRow("drag") << u"press 105,to 108,to 114,up,click"_s << true << u"zoom 105 114"_s;
    QTest::newRow("a finger's drag") << u"beside,up,touch 105,to 114,up,click"_s << true << u"zoom 105 114"_s;
    QTest::newRow("drag to the left") << u"press 114,to 105,up,click"_s << true << u"zoom 114 105"_s;
    QTest::newRow("there and back is a click") << u"press 105,to 114,to 105,up,click"_s << true << u"drill 105"_s;
    QTest::newRow("beyond the edge") << u"press 120,shake 5000,up,click"_s << true << u"zoom 120 129"_s;
    QTest::newRow("from beside the plot") << u"press 105,up,beside,to 114,up,click"_s << true << u"drill 114"_s;
    QTest::newRow("move without a press") << u"to 105,to 114"_s << true << u""_s;
    // The chart does not move along here, as it does in the window.
    QTest::newRow("pan") << u"middle 105,to 107,to 105,to 104,up"_s << true << u"pan -2,pan 1"_s;
    QTest::newRow("double click shows all") << u"press 105,up,click,double"_s << false << u"drill 105,all"_s;
    QTest::newRow("where the first one opened") << u"press 105,up,click,double"_s << true << u"drill 105"_s;
}

void ChartGesturesTest::wishes()
{
    QFETCH(const QString, acts);
    QFETCH(const bool, openable);
    QFETCH(const QString, expected);
    m_gestures->setProperty("openable", openable);
    for (const QString &what : acts.split(u','))
        act(what);
    QCOMPARE(m_wishes.join(u','), expected);
}

void ChartGesturesTest::wheelGathers_data()
{
    QTest::addColumn<QList<QPoint>>("turns");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("expected");
    const auto none = int(Qt::NoModifier);
    const auto shift = int(Qt::ShiftModifier);
    QTest::newRow("a notch") << QList<QPoint>{{0, 120}} << none << u"by 1.250 at 115"_s;
    QTest::newRow("a notch back") << QList<QPoint>{{0, -120}} << none << u"by 0.800 at 115"_s;
    QTest::newRow("half a notch") << QList<QPoint>{{0, 60}} << none << u"by 1.118 at 115"_s;
    QTest::newRow("less") << QList<QPoint>{{0, 59}} << none << u""_s;
    QTest::newRow("gathered") << QList<QPoint>(8, {0, 8}) << none << u"by 1.118 at 115"_s;
    QTest::newRow("back and forth") << QList<QPoint>{{0, 50}, {0, -50}, {0, 50}} << none << u""_s;
    QTest::newRow("what goes beside is no pan") << QList<QPoint>{{59, 60}} << none << u"by 1.118 at 115"_s;
    QTest::newRow("sideways") << QList<QPoint>{{120, 0}} << none << u"pan -3"_s; // a tenth of 30
    QTest::newRow("sideways back") << QList<QPoint>{{-120, 0}} << none << u"pan 3"_s;
    QTest::newRow("sideways gathered") << QList<QPoint>(5, {8, 0}) << none << u"pan -1"_s;
    QTest::newRow("with Shift") << QList<QPoint>{{0, 120}} << shift << u"pan -3"_s;
    QTest::newRow("the end of a gesture") << QList<QPoint>{{0, 0}} << none << u""_s;
}

void ChartGesturesTest::wheelGathers()
{
    QFETCH(const QList<QPoint>, turns);
    QFETCH(const int, modifiers);
    QFETCH(const QString, expected);
    pointAt(115);
    for (const QPoint &turn : turns)
        m_gestures->turn(turn, modifiers, xOf(115));
    QCOMPARE(m_wishes.join(u','), expected);
    // Above the labels of the axis there is no place to zoom about, but one may move on.
    m_wishes.clear();
    m_gestures->setProperty("position", QPointF(xOf(115), m_chart->height() - 1));
    m_gestures->turn({0, 1200}, Qt::NoModifier, xOf(115));
    QCOMPARE(m_wishes, QStringList());
    m_gestures->turn({0, 1200}, Qt::ShiftModifier, xOf(115));
    QCOMPARE(m_wishes.size(), 1);
}

void ChartGesturesTest::pinchTakesStepsOfSomeSize()
{
    m_gestures->beginPinch();
    for (const qreal scale : {1.02, 1.04, 1.06, 1.10, 1.12, 1.0})
        m_gestures->pinch(scale, xOf(110));
    QCOMPARE(m_wishes, QStringList({u"by 1.060 at 110"_s, u"by 1.057 at 110"_s, u"by 0.893 at 110"_s}));
    m_wishes.clear();
    m_gestures->beginPinch();
    m_gestures->pinch(0.96, xOf(110));
    QCOMPARE(m_wishes, QStringList());
    m_gestures->pinch(0.5, -1000); // a middle beside the plot is at its edge
    QCOMPARE(m_wishes, QStringList({u"by 0.500 at 100"_s}));
}

void ChartGesturesTest::pointedFollowsThePlaces()
{
    const QSignalSpy told(m_gestures.get(), &ChartGestures::pointedChanged);
    QCOMPARE(m_gestures->pointed(), -1);
    pointAt(115);
    QCOMPARE(m_gestures->pointed(), 115);
    pointAt(115, 1);
    QCOMPARE(told.size(), 1);
    m_gestures->setProperty("first", kFirst + 5); // as when the part is moved on
    QCOMPARE(m_gestures->pointed(), 120);
    m_chart->setSpec(specOf(ViewStep::Day, u"2025-10-23"_s, zigzag(3)));
    Q_EMIT m_chart->plotAreaChanged(); // as once it was painted
    QCOMPARE(m_gestures->pointed(), 106);
    m_gestures->setProperty("hovered", false);
    QCOMPARE(m_gestures->pointed(), -1);
}

void ChartGesturesTest::selectionCoversItsColumns()
{
    QVERIFY(!m_gestures->isSelecting());
    act(u"press 114"_s);
    QVERIFY(!m_gestures->isSelecting());
    act(u"to 105"_s);
    QVERIFY(m_gestures->isSelecting());
    QCOMPARE(m_gestures->selection(), m_chart->columnOf(5).united(m_chart->columnOf(14)));
    act(u"up"_s);
    QVERIFY(!m_gestures->isSelecting());
    act(u"middle 105"_s);
    QVERIFY(m_gestures->isPanning());
    act(u"to 114"_s);
    QVERIFY(!m_gestures->isSelecting());
}

void ChartGesturesTest::columnOfWhatIsTold()
{
    QVERIFY(m_gestures->column().isEmpty());
    m_gestures->setProperty("bucket", 103);
    QCOMPARE(m_gestures->column(), m_chart->columnOf(3));
    m_gestures->setProperty("bucket", 99); // not in this part
    QVERIFY(m_gestures->column().isEmpty());
}

void ChartGesturesTest::withoutAChartNothingHappens()
{
    pointAt(115);
    m_chart.reset();
    m_gestures->press({10, 10});
    m_gestures->setProperty("buttons", QVariant::fromValue(Qt::MouseButtons(Qt::LeftButton)));
    m_gestures->setProperty("position", QPointF(20, 20));
    QCOMPARE(m_gestures->pointed(), -1);
    QVERIFY(m_gestures->selection().isEmpty());
    QVERIFY(m_gestures->column().isEmpty());
}

// Qt Charts wants a QApplication.
POSTWAVE_TEST(ChartGesturesTest, QApplication)
#include "chartgesturestest.moc"
