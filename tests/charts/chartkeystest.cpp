// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartkeys.h"
#include "testcase.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Keys in a chart of 10 buckets from the 20th of a view on. */
class ChartKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wishes_data();
    void wishes();
    void thePartGoesAlong();

private:
    std::unique_ptr<ChartKeys> m_keys;
    QStringList m_wishes;
};

void ChartKeysTest::init()
{
    m_keys = std::make_unique<ChartKeys>();
    m_keys->setProperty("first", 20);
    m_keys->setProperty("count", 10);
    m_wishes.clear();
    connect(m_keys.get(), &ChartKeys::cursorRequested, this, [this](int bucket) {
        m_wishes.append(u"cursor %1"_s.arg(bucket));
    });
    connect(m_keys.get(), &ChartKeys::drillRequested, this, [this](int bucket) {
        m_wishes.append(u"drill %1"_s.arg(bucket));
    });
    connect(m_keys.get(), &ChartKeys::metricRequested, this, [this](int steps) {
        m_wishes.append(u"metric %1"_s.arg(steps));
    });
    connect(m_keys.get(), &ChartKeys::zoomByRequested, this, [this](qreal factor, int around) {
        m_wishes.append(u"by %1 at %2"_s.arg(factor).arg(around));
    });
    connect(m_keys.get(), &ChartKeys::panRequested, this, [this](int buckets) {
        m_wishes.append(u"pan %1"_s.arg(buckets));
    });
    connect(m_keys.get(), &ChartKeys::showAllRequested, this, [this] {
        m_wishes.append(u"all"_s);
    });
}

void ChartKeysTest::wishes_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected"); ///< empty: without effect
    QTest::newRow("left") << int(Qt::Key_Left) << 25 << 10 << u"cursor 24"_s;
    QTest::newRow("right") << int(Qt::Key_Right) << 25 << 10 << u"cursor 26"_s;
    QTest::newRow("left, first of all") << int(Qt::Key_Left) << -1 << 10 << u"cursor 29"_s;
    QTest::newRow("right, first of all") << int(Qt::Key_Right) << -1 << 10 << u"cursor 20"_s;
    QTest::newRow("left at the edge") << int(Qt::Key_Left) << 20 << 10 << u"cursor 20"_s;
    QTest::newRow("right at the edge") << int(Qt::Key_Right) << 29 << 10 << u"cursor 29"_s;
    QTest::newRow("from outside") << int(Qt::Key_Right) << 3 << 10 << u"cursor 20"_s;
    QTest::newRow("nowhere to go") << int(Qt::Key_Right) << -1 << 0 << u""_s;
    QTest::newRow("home") << int(Qt::Key_Home) << 25 << 10 << u"cursor 20"_s;
    QTest::newRow("end") << int(Qt::Key_End) << 25 << 10 << u"cursor 29"_s;
    QTest::newRow("up") << int(Qt::Key_Up) << 25 << 10 << u"metric -1"_s;
    QTest::newRow("down") << int(Qt::Key_Down) << 25 << 10 << u"metric 1"_s;
    QTest::newRow("enter") << int(Qt::Key_Enter) << 25 << 10 << u"drill 25"_s;
    QTest::newRow("return") << int(Qt::Key_Return) << -1 << 10 << u"drill -1"_s;
    QTest::newRow("plus") << int(Qt::Key_Plus) << 25 << 10 << u"by 2 at 25"_s;
    QTest::newRow("the key of plus") << int(Qt::Key_Equal) << 25 << 10 << u"by 2 at 25"_s;
    QTest::newRow("minus") << int(Qt::Key_Minus) << 25 << 10 << u"by 0.5 at 25"_s;
    QTest::newRow("plus about the middle") << int(Qt::Key_Plus) << -1 << 10 << u"by 2 at 25"_s;
    QTest::newRow("plus, cursor outside") << int(Qt::Key_Plus) << 30 << 9 << u"by 2 at 24"_s;
    QTest::newRow("0") << int(Qt::Key_0) << 25 << 10 << u"all"_s;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << 25 << 10 << u"pan -10"_s;
    QTest::newRow("page down") << int(Qt::Key_PageDown) << 25 << 10 << u"pan 10"_s;
}

void ChartKeysTest::wishes()
{
    QFETCH(const int, key);
    QFETCH(const int, cursor);
    QFETCH(const int, count);
    QFETCH(const QString, expected);
    m_keys->setProperty("count", count);
    m_keys->setProperty("cursor", cursor);
    QVERIFY(m_keys->press(key));
    QCOMPARE(m_wishes.join(u','), expected);
    QVERIFY(!m_keys->press(Qt::Key_Tab));
    QVERIFY(!m_keys->press(Qt::Key_A));
    QCOMPARE(m_wishes.join(u','), expected);
}

void ChartKeysTest::thePartGoesAlong()
{
    m_keys->setProperty("zoomed", true);
    m_keys->setProperty("cursor", 20);
    QVERIFY(m_keys->press(Qt::Key_Left)); // who shows it does not move, as at the beginning of a view
    QCOMPARE(m_wishes, QStringList({u"pan -1"_s, u"cursor 20"_s}));
    m_wishes.clear();
    connect(m_keys.get(), &ChartKeys::panRequested, this, [this](int buckets) {
        m_keys->setProperty("first", m_keys->property("first").toInt() + buckets);
    });
    QVERIFY(m_keys->press(Qt::Key_Left));
    QCOMPARE(m_wishes, QStringList({u"pan -1"_s, u"cursor 19"_s}));
    m_wishes.clear();
    m_keys->setProperty("cursor", 40); // from far away
    QVERIFY(m_keys->press(Qt::Key_Right));
    QCOMPARE(m_wishes, QStringList({u"pan 13"_s, u"cursor 41"_s}));
}

POSTWAVE_TEST(ChartKeysTest, QCoreApplication)
#include "chartkeystest.moc"
