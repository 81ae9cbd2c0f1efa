// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>
#include <QWheelEvent>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What stands below the chart. */
class DetailTabsTest : public QObject
{
    Q_OBJECT

private:
    static bool isSeen(Stage &stage, const QString &tab)
    {
        if (tab == u"chart")
            return stage.chart()->isVisible();
        return stage.find(QAccessible::Table, tab == u"table" ? u"Data table"_s : u"Weekday figures"_s);
    }
    /** Whether each heading ends where the figures below it end. */
    static bool headingsStandAboveFigures(Stage &stage, const QString &cell, const QString &heading)
    {
        const QAccessibleInterface *above = stage.find(QAccessible::ColumnHeader, heading);
        const QAccessibleInterface *below = stage.find(QAccessible::Cell, cell);
        return above && below && above->rect().left() == below->rect().left()
            && above->rect().right() == below->rect().right();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void weekdaysBelowTheChart()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.click(QAccessible::PageTab, u"Weekdays"_s));
        QTRY_VERIFY(stage.find(QAccessible::Row, u"Monday: "_s));
        QVERIFY(!stage.find(QAccessible::Row, u"Fri 21 Nov"_s));
        QCOMPARE(stage.settings.detailTab(), u"weekdays"_s);
        stage.shoot(u"weekdays-young"_s);
        stage.press(Qt::Key_3);
        QVERIFY(stage.rests(ViewStep::Day));
        QTRY_VERIFY(stage.find(QAccessible::Row, u"Monday: "_s));
        stage.shoot(u"weekdays"_s);
        const auto isAtRows = [&stage] {
            return stage.find(QAccessible::Table, u"Weekday figures"_s)->state().focused;
        };
        for (int i = 0; i < 40 && !isAtRows(); ++i)
            stage.press(Qt::Key_Tab);
        stage.press(Qt::Key_Down);
        QTRY_VERIFY(stage.find(QAccessible::Row, u"Tuesday: "_s)->state().selected);
        stage.shoot(u"weekdays-keyboard"_s);

        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"Comparing weekdays takes several days"_s));
        stage.shoot(u"weekdays-none"_s);
        stage.press(Qt::Key_W);
        QTRY_VERIFY(!stage.find(QAccessible::StaticText, u"Comparing weekdays takes several days"_s));
        QVERIFY(stage.find(QAccessible::ColumnHeader, u"Hour"_s));
        QVERIFY(stage.click(QAccessible::PageTab, u"Table"_s));
        QCOMPARE(stage.settings.detailTab(), u"table"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void headingsStandAboveTheirFigures_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from left to right") << Qt::LeftToRight;
        QTest::newRow("from right to left") << Qt::RightToLeft;
    }
    void headingsStandAboveTheirFigures()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QGuiApplication::setLayoutDirection(direction);
        Stage stage;
        QVERIFY(stage.openDemo());
        QTRY_VERIFY(headingsStandAboveFigures(stage, u"Fri 21 Nov 2025"_s, u"Day"_s));
        stage.window()->resize(1000, 640);
        QTRY_COMPARE(stage.window()->contentItem()->width(), 1000);
        QTRY_VERIFY(headingsStandAboveFigures(stage, u"Fri 21 Nov 2025"_s, u"Day"_s));
        stage.workspace.query()->toggleComparison();
        QTRY_VERIFY(stage.find(QAccessible::ColumnHeader, u"Previous"_s));
        QTRY_VERIFY(headingsStandAboveFigures(stage, u"Fri 21 Nov 2025"_s, u"Day"_s));
        QTRY_VERIFY(stage.find(QAccessible::ColumnHeader, u"Previous"_s)->rect().width() > 20);
        stage.window()->resize(1280, 800);
        QTRY_VERIFY(headingsStandAboveFigures(stage, u"Fri 21 Nov 2025"_s, u"Day"_s));
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void tabsByKeyboard()
    {
        Stage stage({1000, 640});
        stage.settings.setDetailTab(u"weekdays"_s); // as it was left
        QVERIFY(stage.openDemo());
        QTRY_VERIFY(stage.find(QAccessible::PageTab, u"Weekdays"_s));
        QTRY_VERIFY(stage.find(QAccessible::PageTab, u"Weekdays"_s)->state().selected);
        const auto isAtTabs = [&stage] {
            const QAccessibleInterface *tabs = stage.find(QAccessible::PageTabList, u"Tabs: "_s);
            return tabs && tabs->state().focused;
        };
        for (int i = 0; i < 40 && !isAtTabs(); ++i)
            stage.press(Qt::Key_Tab);
        QVERIFY(isAtTabs());
        stage.shoot(u"tabs-keyboard"_s);
        stage.press(Qt::Key_Left);
        QCOMPARE(stage.settings.detailTab(), u"table"_s);
        stage.press(Qt::Key_Left);
        QCOMPARE(stage.settings.detailTab(), u"table"_s);
        QVERIFY(isAtTabs());
        stage.press(Qt::Key_Right);
        QCOMPARE(stage.settings.detailTab(), u"weekdays"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void whereThereIsLittleRoomThePageScrolls()
    {
        Stage stage({1280, 800});
        stage.settings.setTextScale(2);
        QVERIFY(stage.openDemo());
        const auto bottomOf = [](const QQuickItem *item) {
            return item->mapRectToScene(item->boundingRect()).bottom();
        };
        const qreal below = bottomOf(stage.chart());
        QVERIFY(below > 800); // cards come first, a line each
        QVERIFY(stage.chart()->height() >= 220);
        stage.shoot(u"little-room"_s);
        // The wheel and the keyboard bring what is below; what is chosen by its key is shown.
        QWheelEvent wheel(QPointF(640, 300), stage.window()->mapToGlobal(QPointF(640, 300)), {}, {0, -240},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(stage.window(), &wheel);
        QTRY_VERIFY(bottomOf(stage.chart()) < below);
        stage.press(Qt::Key_W);
        QTRY_VERIFY(isSeen(stage, u"weekdays"_s) && !isSeen(stage, u"table"_s));
        stage.press(Qt::Key_W);
        QTRY_VERIFY(isSeen(stage, u"table"_s));
        const QAccessibleInterface *table = stage.find(QAccessible::Table, u"Data table"_s);
        QVERIFY(stage.window()->mapFromGlobal(table->rect().topLeft()).y() < 600);
        stage.workspace.query()->toggleComparison();
        QVERIFY(stage.rests(ViewStep::Day));
        QTRY_VERIFY(headingsStandAboveFigures(stage, u"Fri 21 Nov 2025"_s, u"Day"_s));
        QTRY_VERIFY(!stage.find(QAccessible::ColumnHeader, u"Reactions"_s)); // for these there is none
        QVERIFY(stage.find(QAccessible::ColumnHeader, u"Posts"_s));
        stage.shoot(u"little-room-table"_s);
        stage.settings.setTextScale(1); // then there is room for all
        QTRY_VERIFY(bottomOf(stage.chart()) < 600);
        QVERIFY(isSeen(stage, u"table"_s));
        stage.workspace.session()->setOffline(true);
        stage.workspace.query()->openPeriod(u"24h"_s); // was never fetched, which the chart says
        QTRY_COMPARE(stage.workspace.channelPage()->status(), ChannelPage::Status::NeverFetched);
        QVERIFY(!stage.find(QAccessible::PageTab, u"Table"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theTableIsTiedToTheChart()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const QString row =
            stage.workspace.channelPage()->table()->index(2).data(BucketTableModel::SentenceRole).toString();
        QVERIFY(stage.click(QAccessible::Row, row));
        stage.shoot(u"table-selected"_s);
        stage.press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(stage.copied.startsWith(u"timestamp\tviews"_s));
        stage.press(Qt::Key_Up);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.rests(ViewStep::Hour));
        QCOMPARE(stage.workspace.query()->breadcrumbs().constLast(), u"20 Nov 2025"_s);
    }

    void anotherLevelStartsAtTheTopOfTheTable()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.channelPage()->select(0); // the last row
        const auto sentenceOf = [&stage](int row) {
            return stage.workspace.channelPage()->table()->index(row).data(BucketTableModel::SentenceRole).toString();
        };
        QTRY_VERIFY(stage.find(QAccessible::Row, sentenceOf(29)));
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        QTRY_VERIFY(stage.find(QAccessible::Row, sentenceOf(0)));
        QVERIFY(!stage.find(QAccessible::Row, sentenceOf(23)));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theTableIsSortedByItsHeadings()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const int busiest = stage.busiest();
        QVERIFY(stage.click(QAccessible::ColumnHeader, u"Views to date"_s));
        QCOMPARE(stage.workspace.channelPage()->table()->bucketOfRow(0), busiest);
        stage.shoot(u"sorted"_s);
        stage.workspace.channelPage()->select(busiest); // the first row now
        QVERIFY(stage.click(QAccessible::ColumnHeader, u"Views to date"_s));
        QCOMPARE(stage.workspace.channelPage()->table()->bucketOfRow(29), busiest);
        const QString row =
            stage.workspace.channelPage()->table()->index(29).data(BucketTableModel::SentenceRole).toString();
        QTRY_VERIFY(stage.find(QAccessible::Row, row)); // and it is still in sight
        QTRY_VERIFY(stage.find(QAccessible::Row, row)->state().selected);
        QVERIFY(stage.click(QAccessible::ColumnHeader, u"Day"_s));
        QCOMPARE(stage.workspace.channelPage()->table()->bucketOfRow(0), 29);
        QTRY_VERIFY(stage.click(QAccessible::Row, row));
        stage.press(Qt::Key_Tab, Qt::ShiftModifier); // from the rows to their headings
        stage.press(Qt::Key_Right);
        stage.shoot(u"heading-keyboard"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.workspace.channelPage()->table()->sortColumn(), u"views"_s);
        QCOMPARE(stage.workspace.channelPage()->table()->bucketOfRow(0), busiest);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(DetailTabsTest, QApplication)
#include "detailtabstest.moc"
