// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Chooses what is looked at, by the real menus, forms and chips: period, comparison, clocks, metrics. */
class ViewChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void comparing()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_X);
        const auto isCompared = [&] {
            const std::optional<ComparisonRows> &compared = stage.workspace.channelPage()->shownView().compared;
            return compared && compared->rows.constFirst().state == BucketState::Complete;
        };
        QTRY_VERIFY(isCompared());
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"23 Oct – 21 Nov 2025 vs. "_s));
        QTest::mouseMove(stage.window(), stage.columnMiddle(4));
        stage.shoot(u"compared"_s);
        QVERIFY(stage.find(QAccessible::ColumnHeader, u"Previous"_s));
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, stage.columnMiddle(stage.busiest()));
        QVERIFY(stage.rests(ViewStep::Hour));
        QTRY_VERIFY(isCompared());
        stage.shoot(u"compared-hours"_s);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.rests(ViewStep::Day));

        QVERIFY(stage.clickButton(u"Compare"_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Previous year, by date"_s));
        stage.shoot(u"compare-menu"_s);
        QVERIFY(stage.click(QAccessible::MenuItem, u"Previous year, by date"_s));
        QTRY_COMPARE(stage.workspace.query()->comparison(), u"year date"_s);
        QTRY_VERIFY(!stage.find(QAccessible::MenuItem, u"No comparison"_s));
        stage.press(Qt::Key_X);
        QTRY_VERIFY(!stage.workspace.channelPage()->shownView().compared);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void everyPeriodIsReachable()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        for (const auto &[name, level] : {std::pair(u"7 days"_s, ViewStep::Day), std::pair(u"90 days"_s, ViewStep::Day),
                                          std::pair(u"All time"_s, ViewStep::Week)}) {
            QVERIFY2(stage.clickButton(name), qPrintable(name));
            QVERIFY(stage.rests(level));
            QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{name});
        }
        for (const auto &[name, level] :
             {std::pair(u"1 hour"_s, ViewStep::Minute), std::pair(u"6 hours"_s, ViewStep::Hour),
              std::pair(u"12 hours"_s, ViewStep::Hour), std::pair(u"24 hours"_s, ViewStep::Hour)}) {
            QVERIFY(stage.clickButton(u"All periods"_s));
            QTRY_VERIFY(stage.find(QAccessible::MenuItem, name));
            if (level == ViewStep::Minute)
                stage.shoot(u"period-menu"_s);
            QVERIFY(stage.click(QAccessible::MenuItem, name));
            QVERIFY(stage.rests(level));
            QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{name});
            QTRY_VERIFY(!stage.find(QAccessible::MenuItem, name));
        }
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void spansOfTheCalendarAreInTheMenu()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"All periods"_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Last week"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"Last week"_s));
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"10–16 Nov 2025"_s});
        QVERIFY(stage.clickButton(u"Next range"_s));
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"17–23 Nov 2025"_s});
        stage.shoot(u"this-week"_s);
    }

    void aRangeOfOnesOwnIsTyped()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const auto openForm = [&stage] {
            return stage.clickButton(u"All periods"_s) && QTest::qWaitFor([&stage] {
                       return stage.find(QAccessible::MenuItem, u"Custom range…"_s) != nullptr;
                   })
                && stage.click(QAccessible::MenuItem, u"Custom range…"_s) && QTest::qWaitFor([&stage] {
                       const QAccessibleInterface *from = stage.find(QAccessible::EditableText, u"From"_s);
                       return from && from->state().focused;
                   });
        };
        QVERIFY(openForm());
        stage.press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"2025-11-99"_s);
        stage.press(Qt::Key_Return);
        stage.shoot(u"range-form-error"_s);
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"30 days"_s});
        stage.press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"2025-08-01"_s);
        QVERIFY(stage.clickButton(u"Month"_s));
        QVERIFY(stage.clickButton(u"Show"_s));
        QVERIFY(stage.rests(ViewStep::Month));
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"1 Aug – 30 Nov 2025"_s});
        QTRY_COMPARE(int(stage.workspace.channelPage()->shownView().rows.constFirst().state),
                     int(BucketState::Complete));
        stage.shoot(u"months"_s);

        stage.workspace.channelPage()->drill(1);
        QVERIFY(stage.rests(ViewStep::Day));
        QVERIFY(stage.workspace.query()->breadcrumbs().constLast().startsWith(u"1–30 Sep"_s));
        QVERIFY(openForm());
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"From"_s));
        QVERIFY(stage.rests(ViewStep::Day)); // the key closed the form, and led nowhere else
        QCOMPARE(stage.workspace.query()->breadcrumbs().size(), 2);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void anotherZoneIsFoundByTyping()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Time zone: UTC"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Time zone"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Time zone"_s)->state().focused);
        stage.shoot(u"zones"_s);
        stage.type(u"tash"_s);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.query()->zone(), u"Asia/Tashkent"_s);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Time zone: Tashkent UTC+05:00"_s));
        QTRY_VERIFY(!stage.workspace.channelPage()->isLacking());
        stage.shoot(u"tashkent"_s);
        QVERIFY(stage.clickButton(u"Time zone: Tashkent"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Time zone"_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"UTC"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"UTC"_s));
        QTRY_COMPARE(stage.workspace.query()->zone(), u"UTC"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void whatIsLackingIsFetchedWithAButton()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.session()->setOffline(true);
        stage.workspace.query()->compareWith(u"year weekday"_s);
        QTRY_VERIFY(stage.workspace.channelPage()->isLacking());
        stage.shoot(u"lacking"_s);
        QVERIFY(stage.clickButton(u"Download: 1 request"_s));
        QTRY_VERIFY(!stage.workspace.channelPage()->isLacking());
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Download: 1 request"_s));
    }

    void manyChannelsAreSearched()
    {
        Stage stage;
        ChannelList many;
        for (int i = 0; i < 9; ++i)
            many.append({.id = ChannelId(1000000000101 + i),
                         .title = u"Channel %1"_s.arg(i + 1),
                         .username = {},
                         .subscribers = {}});
        stage.source.channelList = many;
        QVERIFY(stage.openDemo());
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Search"_s));
        QVERIFY(stage.click(QAccessible::EditableText, u"Search"_s));
        stage.type(u"el 7"_s);
        QTRY_VERIFY(!stage.find(QAccessible::ListItem, u"Channel 1"_s));
        stage.shoot(u"search"_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.title(), u"Channel 7"_s);
        stage.type(u"7"_s);
        QTRY_VERIFY(!stage.find(QAccessible::ListItem, u"Channel 7"_s));
        stage.shoot(u"search-nothing"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void aNarrowWindowHasARail()
    {
        Stage stage({1000, 640});
        QVERIFY(stage.openDemo());
        QVERIFY(stage.find(QAccessible::List, u"Channels"_s)->rect().width() < 60);
        stage.shoot(u"rail"_s);
        QVERIFY(!stage.find(QAccessible::EditableText, u"Search"_s));
        QVERIFY(stage.click(QAccessible::ListItem, u"Morning Wire"_s)); // its name is still there for who cannot see
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.title(), u"Morning Wire"_s);
        QVERIFY(stage.clickButton(u"Source: Demo"_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Connect to a server…"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::MenuItem, u"Connect to a server…"_s));
        stage.window()->resize(1280, 800);
        QTRY_VERIFY(stage.find(QAccessible::List, u"Channels"_s)->rect().width() > 150);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void chipsToggleAndTheLastStays()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Reactions"_s));
        QCOMPARE(stage.workspace.channelPage()->viewport()->part().series.size(), 2);
        QVERIFY(stage.clickButton(u"Views"_s));
        QVERIFY(stage.clickButton(u"Reactions"_s));
        QCOMPARE(stage.workspace.channelPage()->viewport()->part().series.size(), 1);
        QVERIFY(stage.find(QAccessible::Button, u"Reactions"_s)->state().checked);
        QVERIFY(!stage.find(QAccessible::Button, u"Views"_s)->state().checked);
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(ViewChoiceTest, QApplication)
#include "viewchoicetest.moc"
