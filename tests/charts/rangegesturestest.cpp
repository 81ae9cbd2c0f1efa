// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rangegestures.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QTest>

#include <memory>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** A strip of 200 buckets, 10 pixels each, of which a chart shows those from 50 to 89. */
class RangeGesturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wishes_data();
    void wishes();
    void keys_data();
    void keys();
    void edges();
    void cursor();
    void withoutRoom();

private:
    /** In the area that hands are in. */
    qreal xOf(int bucket) const
    {
        return m_chart->xOf(bucket) + RangeGestures::reach();
    }

    std::unique_ptr<ChartItem> m_chart;
    std::unique_ptr<RangeGestures> m_gestures;
    QStringList m_wishes;
};

void RangeGesturesTest::init()
{
    m_chart = std::make_unique<ChartItem>();
    m_chart->setBare(true);
    m_chart->setSize({2000, 40});
    m_chart->setSpec(specOf(ViewStep::Day, u"2025-01-01"_s, zigzag(200)));
    m_gestures = std::make_unique<RangeGestures>();
    m_gestures->setChart(m_chart.get());
    m_gestures->setProperty("first", 50);
    m_gestures->setProperty("last", 89);
    m_gestures->setProperty("zoomed", true);
    m_wishes.clear();
    connect(m_gestures.get(), &RangeGestures::stretchRequested, this, [this](int first, int last) {
        m_wishes.append(u"stretch %1 %2"_s.arg(first).arg(last));
    });
    connect(m_gestures.get(), &RangeGestures::panRequested, this, [this](int buckets) {
        m_wishes.append(u"pan %1"_s.arg(buckets));
    });
    connect(m_gestures.get(), &RangeGestures::zoomByRequested, this, [this](qreal factor, int around) {
        m_wishes.append(u"by %1 at %2"_s.arg(factor).arg(around));
    });
    connect(m_gestures.get(), &RangeGestures::showAllRequested, this, [this] {
        m_wishes.append(u"all"_s);
    });
}

void RangeGesturesTest::wishes_data()
{
    QTest::addColumn<QList<int>>("buckets"); ///< pressed, moved to and let go at
    QTest::addColumn<bool>("zoomed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("begin") << QList<int>{50, 30} << true << u"stretch 30 89"_s;
    QTest::newRow("begin beyond the end") << QList<int>{50, 150} << true << u"stretch 89 89"_s;
    QTest::newRow("end") << QList<int>{89, 120} << true << u"stretch 50 120"_s;
    QTest::newRow("end beyond the begin") << QList<int>{89, 3} << true << u"stretch 50 50"_s;
    QTest::newRow("whole") << QList<int>{70, 75, 60} << true << u"pan 5,pan -10"_s;
    QTest::newRow("new") << QList<int>{120, 120, 140} << true << u"stretch 120 140"_s;
    QTest::newRow("new, to the left") << QList<int>{140, 120} << true << u"stretch 140 120"_s;
    QTest::newRow("click into the shade") << QList<int>{120} << true << u"pan 50"_s;
    QTest::newRow("click into the part") << QList<int>{70} << true << u""_s;
    QTest::newRow("all is shown: new in the middle") << QList<int>{60, 80} << false << u"stretch 60 80"_s;
    QTest::newRow("all is shown: nothing to go to") << QList<int>{120} << false << u""_s;
}

void RangeGesturesTest::wishes()
{
    QFETCH(const QList<int>, buckets);
    QFETCH(const bool, zoomed);
    QFETCH(const QString, expected);
    m_gestures->setProperty("zoomed", zoomed);
    m_gestures->move(xOf(10)); // nothing is held
    m_gestures->press(xOf(buckets.constFirst()));
    m_gestures->setProperty("pressed", true);
    for (const int bucket : buckets.mid(1))
        m_gestures->move(xOf(bucket));
    m_gestures->setProperty("pressed", false);
    m_gestures->click(xOf(buckets.constLast()));
    QCOMPARE(m_wishes.join(u','), expected);
}

void RangeGesturesTest::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("expected"); ///< empty: no key of the strip
    const auto add = [](const char *name, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &expected) {
        QTest::newRow(name) << int(key) << modifiers << expected;
    };
    add("left", Qt::Key_Left, {}, u"pan -2"_s); // a twentieth of 40
    add("right", Qt::Key_Right, {}, u"pan 2"_s);
    add("left with Shift", Qt::Key_Left, Qt::ShiftModifier, u"stretch 50 87"_s);
    add("right with Shift", Qt::Key_Right, Qt::ShiftModifier, u"stretch 50 91"_s);
    add("left with Ctrl", Qt::Key_Left, Qt::ControlModifier, u"stretch 48 89"_s);
    add("right with Ctrl", Qt::Key_Right, Qt::ControlModifier, u"stretch 52 89"_s);
    add("home", Qt::Key_Home, {}, u"pan -200"_s);
    add("end", Qt::Key_End, {}, u"pan 200"_s);
    add("plus", Qt::Key_Plus, {}, u"by 2 at 70"_s);
    add("the key of plus", Qt::Key_Equal, {}, u"by 2 at 70"_s);
    add("minus", Qt::Key_Minus, {}, u"by 0.5 at 70"_s);
    add("0", Qt::Key_0, {}, u"all"_s);
    add("left with Alt", Qt::Key_Left, Qt::AltModifier, {});
    add("0 with Meta", Qt::Key_0, Qt::MetaModifier, {});
    add("up", Qt::Key_Up, {}, {});
}

void RangeGesturesTest::keys()
{
    QFETCH(const int, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const QString, expected);
    QCOMPARE(m_gestures->pressKey(key, int(modifiers.toInt())), !expected.isEmpty());
    QCOMPARE(m_wishes.join(u','), expected);
}

void RangeGesturesTest::edges()
{
    // Keys stop at the ends of the view, and of the part.
    m_gestures->setProperty("first", 0);
    m_gestures->setProperty("last", 199);
    QVERIFY(m_gestures->pressKey(Qt::Key_Left, Qt::ControlModifier));
    QVERIFY(m_gestures->pressKey(Qt::Key_Right, Qt::ShiftModifier));
    m_gestures->setProperty("first", 198);
    QVERIFY(m_gestures->pressKey(Qt::Key_Right, Qt::ControlModifier)); // the least step is one
    m_gestures->setProperty("first", 199);
    QVERIFY(m_gestures->pressKey(Qt::Key_Right, Qt::ControlModifier));
    QVERIFY(m_gestures->pressKey(Qt::Key_Left, Qt::ShiftModifier));
    QCOMPARE(m_wishes,
             QStringList({u"stretch 0 199"_s, u"stretch 0 199"_s, u"stretch 199 199"_s, u"stretch 199 199"_s,
                          u"stretch 199 199"_s}));
}

void RangeGesturesTest::cursor()
{
    QCOMPARE(m_gestures->partLeft(), m_chart->columnOf(50).left());
    QCOMPARE(m_gestures->partRight(), m_chart->columnOf(89).right());
    const auto cursorAt = [this](qreal x) {
        m_gestures->setProperty("position", x);
        return m_gestures->cursor();
    };
    const qreal reach = RangeGestures::reach();
    const qreal left = m_gestures->partLeft() + reach;
    QCOMPARE(cursorAt(left - reach - 1), Qt::CrossCursor);
    QCOMPARE(cursorAt(left - reach), Qt::SizeHorCursor);
    QCOMPARE(cursorAt(left + reach), Qt::SizeHorCursor);
    QCOMPARE(cursorAt(left + reach + 1), Qt::OpenHandCursor);
    m_gestures->press(left + reach + 1);
    m_gestures->setProperty("pressed", true);
    QCOMPARE(cursorAt(left), Qt::ClosedHandCursor); // what is held stays so
    m_gestures->setProperty("pressed", false);

    // Of ends that are near to each other the nearer one.
    m_gestures->setProperty("last", 50);
    const qreal right = m_gestures->partRight() + reach;
    m_gestures->press(right - 1);
    m_gestures->setProperty("pressed", true);
    m_gestures->move(xOf(60));
    m_gestures->setProperty("pressed", false);
    m_gestures->press(left + 1);
    m_gestures->setProperty("pressed", true);
    m_gestures->move(xOf(40));
    QCOMPARE(m_wishes, QStringList({u"stretch 50 60"_s, u"stretch 40 50"_s}));
}

void RangeGesturesTest::withoutRoom()
{
    m_chart->setSize({0, 0});
    QCOMPARE(m_gestures->partLeft(), 0.0);
    QCOMPARE(m_gestures->partRight(), 0.0);
    m_chart.reset();
    QCOMPARE(m_gestures->partRight(), 0.0);
    QVERIFY(m_gestures->pressKey(Qt::Key_End, 0));
    QCOMPARE(m_wishes, QStringList({u"pan 0"_s}));
}

// Qt Charts wants a QApplication.
POSTWAVE_TEST(RangeGesturesTest, QApplication)
#include "rangegesturestest.moc"
