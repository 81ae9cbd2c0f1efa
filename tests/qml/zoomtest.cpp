// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>
#include <QWheelEvent>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Drags, scrolls and types in the real chart. */
class ZoomTest : public QObject
{
    Q_OBJECT

private:
    static int shown(Stage &stage)
    {
        return int(stage.workspace.channelPage()->viewport()->part().starts.size());
    }
    /** Where the middle of a bucket of the view is now. */
    static QPoint middleOf(Stage &stage, int bucket)
    {
        return stage.columnMiddle(bucket - stage.workspace.channelPage()->viewport()->first());
    }
    /** From beside it, for a move to where the pointer was left in the window before is passed over. */
    static void pointAt(Stage &stage, QPoint at)
    {
        QTest::mouseMove(stage.window(), at - QPoint(20, 20));
        QTest::mouseMove(stage.window(), at);
    }
    static void drag(Stage &stage, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton)
    {
        pointAt(stage, from);
        QTest::mousePress(stage.window(), button, {}, from);
        for (int part = 1; part <= 4; ++part)
            QTest::mouseMove(stage.window(), from + (to - from) * part / 4);
    }
    static void scroll(Stage &stage, QPoint at, QPoint by, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent wheel(at, stage.window()->mapToGlobal(at), {}, by, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(stage.window(), &wheel);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void draggingSelectsAPart()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        drag(stage, middleOf(stage, 5), middleOf(stage, 14));
        stage.shoot(u"zoom-drag"_s);
        QTest::mouseRelease(stage.window(), Qt::LeftButton, {}, middleOf(stage, 14));
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), 5);
        QCOMPARE(shown(stage), 10);
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"30 days"_s}); // it was no click
        pointAt(stage, middleOf(stage, 8));
        QTRY_VERIFY(stage.workspace.channelPage()->viewport()->part().starts.size() == 10);
        stage.shoot(u"zoomed"_s);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, middleOf(stage, 8));
        QVERIFY(stage.rests(ViewStep::Hour)); // and the bucket under the pointer is the one that opens
        QCOMPARE(stage.workspace.query()->breadcrumbs().constLast(), u"31 Oct 2025"_s);
        stage.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(shown(stage), 10);
        QVERIFY(stage.clickButton(u"Reset zoom"_s));
        QCOMPARE(shown(stage), 30);
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Reset zoom"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    /** The way out of the zoom takes no room from the metrics that they never get back. */
    void metricsStandInOneLineAgain()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        // What stands beside them is long.
        stage.press(Qt::Key_3);
        stage.workspace.query()->compareWith(u"previous weekday"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        const auto isOneLine = [&stage] {
            const auto first = stage.middleOf(QAccessible::Button, u"Views"_s);
            const auto last = stage.middleOf(QAccessible::Button, u"Logarithmic scale"_s);
            return first && last && first->y() == last->y();
        };
        QTRY_VERIFY(isOneLine());
        stage.workspace.channelPage()->viewport()->zoomTo(5, 14);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Reset zoom"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Reset zoom"_s));
        QTRY_VERIFY(isOneLine());
    }

    void aHandThatShookOnOneBucketClickedIt()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.query()->openPeriod(u"7d"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        const QPoint middle = middleOf(stage, 3);
        drag(stage, middle - QPoint(20, 0), middle + QPoint(20, 0));
        QTest::mouseRelease(stage.window(), Qt::LeftButton, {}, middle + QPoint(20, 0));
        QVERIFY(!stage.workspace.channelPage()->viewport()->isZoomed());
        QVERIFY(stage.rests(ViewStep::Hour));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void smallTurnsOfATouchpadAreGathered()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const QPoint middle = middleOf(stage, 15);
        pointAt(stage, middle);
        for (int i = 0; i < 7; ++i)
            scroll(stage, middle, {0, 8});
        QVERIFY(!stage.workspace.channelPage()->viewport()->isZoomed());
        scroll(stage, middle, {1, 8}); // and what goes beside it is no pan
        QVERIFY(stage.workspace.channelPage()->viewport()->isZoomed());
        const int some = shown(stage);
        QVERIFY(some > 20);
        scroll(stage, middle, {0, 0}); // the end of a gesture
        QCOMPARE(shown(stage), some);
    }

    void aShortDragIsAClick()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const QPoint day = middleOf(stage, 5);
        drag(stage, day, day + QPoint(4, 0));
        QTest::mouseRelease(stage.window(), Qt::LeftButton, {}, day + QPoint(4, 0));
        QVERIFY(stage.rests(ViewStep::Hour));
    }

    void theWheelZoomsAtThePointer()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const QPoint pointer = middleOf(stage, 20);
        pointAt(stage, pointer);
        for (int i = 0; i < 4; ++i)
            scroll(stage, pointer, {0, 120});
        QVERIFY(shown(stage) < 15);
        const int column = middleOf(stage, 20).x() - middleOf(stage, 19).x();
        QVERIFY(std::abs(middleOf(stage, 20).x() - pointer.x()) < 1.5 * column); // what was looked at is still there
        const int first = stage.workspace.channelPage()->viewport()->first();
        scroll(stage, pointer, {0, 120}, Qt::ShiftModifier);
        QVERIFY(stage.workspace.channelPage()->viewport()->first() < first);
        scroll(stage, pointer, {-120, 0});
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), first);
        const QPoint target = middleOf(stage, first + 2);
        drag(stage, middleOf(stage, first + 5), target, Qt::MiddleButton);
        QTest::mouseRelease(stage.window(), Qt::MiddleButton, {}, target);
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), std::min(first + 3, 30 - shown(stage)));
        for (int i = 0; i < 12; ++i)
            scroll(stage, pointer, {0, -120});
        QCOMPARE(shown(stage), 30);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theKeyboardZoomsAndMovesOn()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.chart()->parentItem()->forceActiveFocus(Qt::TabFocusReason);
        stage.press(Qt::Key_End);
        QCOMPARE(stage.workspace.channelPage()->selected(), 29);
        stage.press(Qt::Key_Plus);
        QCOMPARE(shown(stage), 15);
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), 15); // about the cursor
        stage.press(Qt::Key_Home);
        QCOMPARE(stage.workspace.channelPage()->selected(), 15);
        stage.press(Qt::Key_Left);
        QCOMPARE(stage.workspace.channelPage()->selected(), 14); // the part goes along
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), 14);
        stage.press(Qt::Key_PageUp);
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), 0);
        stage.press(Qt::Key_PageDown);
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), 15);
        stage.press(Qt::Key_Minus);
        QCOMPARE(shown(stage), 30);
        stage.press(Qt::Key_Plus);
        stage.press(Qt::Key_0);
        QCOMPARE(shown(stage), 30);
        stage.press(Qt::Key_Plus);
        stage.press(Qt::Key_Escape);
        QCOMPARE(shown(stage), 30);
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"30 days"_s});
        stage.press(Qt::Key_Plus);
        QVERIFY(shown(stage) < 30);
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        stage.workspace.navigator()->goBack();
        QVERIFY(stage.rests(ViewStep::Day));
        QVERIFY(shown(stage) < 30); // the part is there again
        stage.press(Qt::Key_Escape);
        QCOMPARE(shown(stage), 30);
        QVERIFY(!stage.workspace.canGoUp());
        QCOMPARE(stage.qmlWarnings, QStringList());
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(ZoomTest, QApplication)
#include "zoomtest.moc"
