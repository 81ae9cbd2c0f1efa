// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Days, their hours, their minutes: by mouse, by keyboard, and the ways back. */
class DrillDownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void drillingByMouseAndBack()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.shoot(u"days"_s);
        const ChartSpec days = stage.workspace.channelPage()->viewport()->part();
        QTest::mouseMove(stage.window(), stage.columnMiddle(stage.busiest()));
        stage.shoot(u"days-hover"_s);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, stage.columnMiddle(stage.busiest()));
        QVERIFY(stage.rests(ViewStep::Hour));
        stage.shoot(u"hours"_s);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, stage.columnMiddle(stage.busiest()));
        QVERIFY(stage.rests(ViewStep::Minute));
        stage.shoot(u"minutes"_s);
        QCOMPARE(stage.workspace.query()->breadcrumbs().size(), 3);

        QVERIFY(stage.clickButton(u"30 days"_s)); // the first breadcrumb
        QVERIFY(stage.rests(ViewStep::Day));
        stage.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(stage.rests(ViewStep::Minute));
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.rests(ViewStep::Hour));
        QTest::mouseClick(stage.window(), Qt::BackButton, {}, {600, 400});
        QVERIFY(stage.rests(ViewStep::Minute));
        QTest::mouseClick(stage.window(), Qt::ForwardButton, {}, {600, 400});
        QVERIFY(stage.rests(ViewStep::Hour));
        for (int i = 0; i < 4; ++i)
            QVERIFY(stage.clickButton(u"Back"_s));
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.channelPage()->viewport()->part(), days);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    /** Another channel: words under the pointer go at once, while the press is still handed from item to item. */
    void backOverAWordThatGoes()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const QString first = stage.workspace.channelId();
        stage.press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(stage.workspace.channelId() != first);
        QVERIFY(stage.rests(ViewStep::Day));
        std::optional<QPoint> word;
        QTRY_VERIFY(word = stage.middleOf(QAccessible::Button, u"Granularity"_s));
        QTest::mousePress(stage.window(), Qt::BackButton, {}, *word);
        QTest::mouseRelease(stage.window(), Qt::BackButton, {}, *word);
        QTRY_COMPARE(stage.workspace.channelId(), first);
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void drillingByKeyboard()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const int busiest = stage.busiest();
        for (int i = 0; i < 40 && !stage.chart()->parentItem()->hasActiveFocus(); ++i)
            stage.press(Qt::Key_Tab);
        QVERIFY(stage.chart()->parentItem()->hasActiveFocus());
        stage.press(Qt::Key_Home);
        const QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(stage.chart()->parentItem());
        for (int i = 0; i < busiest; ++i) {
            stage.press(Qt::Key_Right); // each step is a new name, which a screen reader says
            QCOMPARE(chart->text(QAccessible::Name), stage.workspace.channelPage()->bucketSummary(i + 1).sentence());
        }
        QVERIFY(chart->text(QAccessible::Description).contains(u"Chart: "_s));
        stage.shoot(u"days-keyboard"_s);
        // The table goes along, down to the row.
        QAccessibleInterface *table = stage.find(QAccessible::Table, u"Data table"_s);
        QVERIFY(table);
        const auto selectedRow = [&]() -> QAccessibleInterface * {
            for (int i = 0; i < table->childCount(); ++i) {
                if (table->child(i)->state().selected)
                    return table->child(i);
            }
            return nullptr;
        };
        QTRY_VERIFY(selectedRow());
        QVERIFY(table->rect().contains(selectedRow()->rect()));
        stage.press(Qt::Key_Return);
        QVERIFY(stage.rests(ViewStep::Hour));
        const int hour = stage.busiest();
        stage.press(Qt::Key_End);
        for (int i = 23; i > hour; --i)
            stage.press(Qt::Key_Left);
        stage.press(Qt::Key_Enter);
        QVERIFY(stage.rests(ViewStep::Minute));
        QCOMPARE(stage.workspace.query()->breadcrumbs().size(), 3);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void arrowsStepWhereTheChartHasNoFocus()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.channelPage()->drill(10);
        QVERIFY(stage.rests(ViewStep::Hour));
        const QString before = stage.workspace.query()->breadcrumbs().constLast();
        stage.press(Qt::Key_Right);
        QVERIFY(stage.rests(ViewStep::Hour));
        QVERIFY(stage.workspace.query()->breadcrumbs().constLast() != before);
        stage.press(Qt::Key_Left);
        QVERIFY(stage.rests(ViewStep::Hour));
        QCOMPARE(stage.workspace.query()->breadcrumbs().constLast(), before);
        QVERIFY(stage.clickButton(u"Next day"_s));
        QVERIFY(stage.rests(ViewStep::Hour));
        QVERIFY(stage.workspace.query()->breadcrumbs().constLast() != before);
    }

    void hoverRepaintsNoChart()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const int before = stage.chart()->property("repaints").toInt();
        QVERIFY(before > 0);
        for (int bucket = 0; bucket < 30; ++bucket) {
            QTest::mouseMove(stage.window(), stage.columnMiddle(bucket));
            stage.window()->grabWindow();
        }
        QCOMPARE(stage.chart()->property("repaints").toInt(), before);
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(DrillDownTest, QApplication)
#include "drilldowntest.moc"
