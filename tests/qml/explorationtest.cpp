// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QPointingDevice>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Long views with the strip below them, two fingers, two axes, heights by their logarithms. */
class ExplorationTest : public QObject
{
    Q_OBJECT

private:
    static int shown(Stage &stage)
    {
        return int(stage.workspace.channelPage()->viewport()->part().starts.size());
    }
    static bool openAll(Stage &stage)
    {
        if (!stage.openDemo())
            return false;
        stage.workspace.query()->openPeriod(u"all"_s);
        if (!stage.rests(ViewStep::Week))
            return false;
        stage.workspace.query()->setGranularity(u"day"_s);
        return stage.rests(ViewStep::Day) && QTest::qWaitFor([&stage] {
                   return stage.find(QAccessible::ScrollBar, u"Shown: "_s) != nullptr;
               });
    }
    /** A place in the strip, as a part of the chart's width. */
    static QPoint inStrip(Stage &stage, double part)
    {
        QAccessibleInterface *strip = stage.find(QAccessible::ScrollBar, u"Shown: "_s);
        const QRectF plot = stage.chart()->property("plotArea").toRectF();
        const QPointF left = stage.chart()->mapToScene(plot.topLeft());
        const int y = stage.window()->mapFromGlobal(strip->rect().center()).y();
        return {int(left.x() + part * plot.width()), y};
    }
    static void drag(Stage &stage, QPoint from, QPoint to)
    {
        QTest::mouseMove(stage.window(), from);
        QTest::mousePress(stage.window(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(stage.window(), from + (to - from) * step / 4);
        QTest::mouseRelease(stage.window(), Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void theStripShowsAndMovesThePart()
    {
        Stage stage;
        QVERIFY(openAll(stage));
        const int all = shown(stage);
        QVERIFY(all > 120);
        stage.shoot(u"strip"_s);
        drag(stage, inStrip(stage, 0.25), inStrip(stage, 0.5)); // a new part
        QVERIFY(stage.workspace.channelPage()->viewport()->isZoomed());
        const int some = shown(stage);
        QVERIFY(qAbs(some - all / 4) <= 4);
        const int first = stage.workspace.channelPage()->viewport()->first();
        QVERIFY(qAbs(first - all / 4) <= 2);
        QTRY_VERIFY(stage.find(QAccessible::ScrollBar,
                               QString(u"Shown: "_s + stage.workspace.channelPage()->viewport()->partText())));
        stage.shoot(u"strip-part"_s);
        drag(stage, inStrip(stage, 0.4), inStrip(stage, 0.6)); // by its middle
        QCOMPARE(shown(stage), some);
        QVERIFY(qAbs(stage.workspace.channelPage()->viewport()->first() - (first + all / 5)) <= 2);
        drag(stage, inStrip(stage, 0.7), inStrip(stage, 0.8)); // by its end
        QVERIFY(shown(stage) > some + all / 12);
        drag(stage, inStrip(stage, 0.45), inStrip(stage, 0.65)); // by its beginning
        QVERIFY(qAbs(stage.workspace.channelPage()->viewport()->first() - all * 65 / 100) <= 3);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, inStrip(stage, 0.2)); // into the shade
        const int middle =
            (stage.workspace.channelPage()->viewport()->first() + stage.workspace.channelPage()->viewport()->last())
            / 2;
        QVERIFY(qAbs(middle - all / 5) <= 3);
        // All of it was one motion for Back.
        stage.workspace.navigator()->goBack();
        QVERIFY(!stage.workspace.channelPage()->viewport()->isZoomed());
        stage.workspace.navigator()->goForward();
        QVERIFY(stage.workspace.channelPage()->viewport()->isZoomed());
        QTest::mouseDClick(stage.window(), Qt::LeftButton, {}, inStrip(stage, 0.9));
        QVERIFY(!stage.workspace.channelPage()->viewport()->isZoomed());
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theStripByKeyboard()
    {
        Stage stage;
        QVERIFY(openAll(stage));
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, inStrip(stage, 0.5));
        QVERIFY(stage.find(QAccessible::ScrollBar, u"Shown: "_s)->state().focused);
        const int all = shown(stage);
        stage.press(Qt::Key_Plus);
        const int half = shown(stage);
        QVERIFY(qAbs(half - all / 2) <= 1);
        const int first = stage.workspace.channelPage()->viewport()->first();
        stage.press(Qt::Key_Right);
        QCOMPARE(shown(stage), half);
        QVERIFY(stage.workspace.channelPage()->viewport()->first() > first);
        stage.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(shown(stage) > half);
        stage.press(Qt::Key_Left, Qt::ShiftModifier);
        stage.press(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(stage.workspace.channelPage()->viewport()->first() <= first + 1);
        stage.press(Qt::Key_Home);
        QCOMPARE(stage.workspace.channelPage()->viewport()->first(), 0);
        stage.press(Qt::Key_End);
        QCOMPARE(stage.workspace.channelPage()->viewport()->last(), all - 1);
        stage.press(Qt::Key_0);
        QCOMPARE(shown(stage), all);
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"All time"_s}); // no key left the strip
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void shortViewsHaveNoStrip()
    {
        Stage stage;
        QVERIFY(openAll(stage));
        stage.workspace.query()->openPeriod(u"90d"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        QTRY_VERIFY(!stage.find(QAccessible::ScrollBar, u"Shown: "_s));
    }

    void timeRunsOnInMirroredWindows()
    {
        Stage stage;
        stage.settings.setAppearance(SettingsModel::Appearance::Dark);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QVERIFY(openAll(stage));
        drag(stage, inStrip(stage, 0.25), inStrip(stage, 0.5));
        QVERIFY(stage.workspace.channelPage()->viewport()->last()
                < stage.workspace.channelPage()->shownView().rows.size() * 6 / 10);
        stage.shoot(u"strip-mirrored-dark"_s);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void twoFingersZoom()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        std::unique_ptr<QPointingDevice> fingers(QTest::createTouchDevice());
        const QPoint middle = stage.columnMiddle(15);
        const auto at = [&middle](int distance) {
            return std::pair(middle - QPoint(distance, 0), middle + QPoint(distance, 0));
        };
        QTest::QTouchEventSequence touch = QTest::touchEvent(stage.window(), fingers.get());
        // Moves are told once a frame.
        const auto moveTo = [&](int distance) {
            touch.move(0, at(distance).first, stage.window()).move(1, at(distance).second, stage.window()).commit();
            QSignalSpy frames(stage.window(), &QQuickWindow::frameSwapped);
            stage.window()->update();
            return frames.wait();
        };
        touch.press(0, at(40).first, stage.window()).press(1, at(40).second, stage.window()).commit();
        for (const int distance : {50, 60, 80, 100, 120})
            QVERIFY(moveTo(distance));
        QVERIFY(stage.workspace.channelPage()->viewport()->isZoomed());
        const int some = shown(stage);
        QVERIFY(some < 25);
        QVERIFY(stage.workspace.channelPage()->viewport()->first() < 15
                && stage.workspace.channelPage()->viewport()->last() > 15);
        for (const int distance : {100, 80, 60, 40})
            QVERIFY(moveTo(distance));
        QVERIFY(shown(stage) > some);
        touch.release(0, at(40).first, stage.window()).release(1, at(40).second, stage.window()).commit();
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"30 days"_s}); // it was no click
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void twoAxes()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Reactions"_s));
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Reactions (right axis)"_s));
        QVERIFY(!stage.find(QAccessible::Button, u"Views (right axis)"_s));
        stage.shoot(u"two-axes"_s);
        QVERIFY(stage.clickButton(u"Views"_s)); // alone it has the left one
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Reactions (right axis)"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void heightsByTheirLogarithms()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Reactions"_s));
        QVERIFY(stage.clickButton(u"Logarithmic scale"_s));
        QCOMPARE(stage.workspace.channelPage()->viewport()->part().scaling, ValueScaling::Logarithmic);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Logarithmic scale"_s)->state().checked);
        stage.shoot(u"logarithmic"_s);
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        QCOMPARE(stage.workspace.channelPage()->viewport()->part().scaling, ValueScaling::Logarithmic); // it stays
        stage.press(Qt::Key_L);
        QCOMPARE(stage.workspace.channelPage()->viewport()->part().scaling, ValueScaling::Linear);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void allChannelsSideBySide()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"All channels"_s));
        const auto isKnown = [&stage] {
            const QAccessibleInterface *row = stage.find(QAccessible::ListItem, u"Morning Wire"_s);
            return row && row->text(QAccessible::Description).contains(u"per post"_s);
        };
        QTRY_VERIFY(isKnown());
        QTRY_VERIFY(!stage.workspace.isLoading());
        stage.shoot(u"all-channels"_s);
        QVERIFY(!stage.find(QAccessible::Button, u"Export"_s));

        const auto topRow = [&stage] {
            const QAccessibleInterface *list = stage.find(QAccessible::List, u"All channels, last 30 days"_s);
            std::map<int, QString> rows;
            for (int i = 0; i < list->childCount(); ++i) {
                const QAccessibleInterface *row = list->child(i);
                if (row->role() == QAccessible::ListItem)
                    rows.emplace(row->rect().top(), row->text(QAccessible::Name));
            }
            return rows.empty() ? QString() : rows.begin()->second;
        };
        QCOMPARE(topRow(), u"Harbour & Pine"_s);
        QVERIFY(stage.click(QAccessible::ColumnHeader, u"Posts"_s));
        QTRY_COMPARE(topRow(), u"Morning Wire"_s);
        QCOMPARE(stage.find(QAccessible::ColumnHeader, u"Posts"_s)->text(QAccessible::Description),
                 u"Sorted, largest first"_s);
        stage.shoot(u"all-channels-sorted"_s);
        QVERIFY(stage.click(QAccessible::ColumnHeader, u"Posts"_s));
        QTRY_COMPARE(topRow(), u"First Steps"_s);
        QAccessibleInterface *list = stage.find(QAccessible::List, u"All channels, last 30 days"_s);
        QVERIFY(list);
        QAccessibleInterface *row = stage.find(QAccessible::ListItem, u"First Steps"_s);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, stage.window()->mapFromGlobal(row->rect().center()));
        QVERIFY(stage.rests(ViewStep::Day));
        QTRY_COMPARE(stage.workspace.title(), u"First Steps"_s);
        stage.press(Qt::Key_A);
        QTRY_VERIFY(stage.workspace.isAllChannels());
        QVERIFY(stage.workspace.canGoUp());
        stage.press(Qt::Key_Escape); // to where they were opened
        QTRY_VERIFY(!stage.workspace.isAllChannels());
        QCOMPARE(stage.workspace.title(), u"First Steps"_s);
        QVERIFY(!stage.workspace.canGoUp());

        stage.press(Qt::Key_A);
        QTRY_VERIFY(stage.workspace.isAllChannels());
        const auto isIn = [&stage](QAccessible::Role role, const QString &name) {
            const QAccessibleInterface *found = stage.find(role, name);
            return found && found->state().focused;
        };
        for (int i = 0; i < 40 && !isIn(QAccessible::List, u"Channels"_s); ++i)
            stage.press(Qt::Key_Tab);
        stage.press(Qt::Key_Down); // who walks there stays there
        QTRY_VERIFY(!stage.workspace.isAllChannels());
        QVERIFY(stage.rests(ViewStep::Day));
        const QString first = stage.workspace.title();
        QVERIFY(isIn(QAccessible::List, u"Channels"_s));
        stage.press(Qt::Key_Down);
        QTRY_VERIFY(stage.workspace.title() != first);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void allChannelsInASmallWindow()
    {
        Stage stage({800, 520});
        stage.settings.setTextScale(2);
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_A);
        QTRY_VERIFY(stage.find(QAccessible::List, u"All channels, last 30 days"_s));
        QTRY_VERIFY(stage.find(QAccessible::List, u"All channels, last 30 days"_s)->state().focused);
        QTRY_VERIFY(!stage.workspace.isLoading());
        stage.shoot(u"all-channels-small"_s);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.rests(ViewStep::Day));
        QTRY_COMPARE(stage.workspace.title(), u"Morning Wire"_s);
        // The keyboard goes on in the chart.
        stage.press(Qt::Key_End);
        QCOMPARE(stage.workspace.channelPage()->selected(), 29);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void viralDaysShowWhatTheyStandOutFrom()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_3);
        const auto firstViral = [&stage] {
            const QList<Row> &rows = stage.workspace.channelPage()->shownView().rows;
            return int(std::ranges::find(rows, true, &Row::viral) - rows.begin());
        };
        QTRY_VERIFY(firstViral() < stage.workspace.channelPage()->shownView().rows.size());
        QVERIFY(stage.rests(ViewStep::Day));
        const int viral = firstViral();
        const QQuickItem *baseline = nullptr;
        QTRY_VERIFY((baseline = stage.chart()->parentItem()->findChild<QQuickItem *>(u"baseline"_s)));
        QTest::mouseMove(stage.window(), stage.columnMiddle(viral - 1));
        QTRY_VERIFY(!baseline->isVisible());
        QTest::mouseMove(stage.window(), stage.columnMiddle(viral));
        QTRY_VERIFY(baseline->isVisible());
        const double mean = stage.workspace.channelPage()->shownView().viralBaseline;
        qreal y = 0;
        QVERIFY(QMetaObject::invokeMethod(stage.chart(), "yOf", Q_RETURN_ARG(qreal, y), Q_ARG(double, mean)));
        QVERIFY(std::abs(baseline->y() + 1 - y) <= 0.5);
        stage.shoot(u"viral-baseline"_s);
        stage.workspace.query()->isolateMetric(u"likes"_s); // the average is one of views
        QTRY_VERIFY(!baseline->isVisible());
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void whatChangedGlowsOnce()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QSignalSpy changes(stage.workspace.channelPage(), &ChannelPage::bucketsChanged);
        stage.clock.set(stage.clock.now() + 4 * 3600);
        stage.workspace.refresh();
        QTRY_VERIFY(!changes.isEmpty());
        const QQuickItem *glow = stage.chart()->parentItem()->findChild<QQuickItem *>(u"glow"_s);
        QVERIFY(glow);
        QVERIFY(glow->opacity() > 0);
        stage.shoot(u"glow"_s);
        QTRY_COMPARE(glow->opacity(), 0.0);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(ExplorationTest, QApplication)
#include "explorationtest.moc"
