// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>

#include <algorithm>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What is done by keys, by the palette that finds commands by their words, and by the dialog for files. */
class CommandWindowTest : public QObject
{
    Q_OBJECT

private:
    static bool hasFocus(Stage &stage, QAccessible::Role role, const QString &name)
    {
        const QAccessibleInterface *found = stage.find(role, name);
        return found && found->state().focused;
    }

    static void openPalette(Stage &stage)
    {
        stage.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(hasFocus(stage, QAccessible::EditableText, u"Command"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aCommandIsFoundByItsWords()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        openPalette(stage);
        stage.shoot(u"palette"_s);
        stage.type(u"last week"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Show: Last week"_s));
        QVERIFY(!stage.find(QAccessible::MenuItem, u"Settings"_s));
        stage.press(Qt::Key_Return);
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"10–16 Nov 2025"_s});
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"Command"_s));

        openPalette(stage);
        stage.type(u"wire"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Open "_s));
        stage.shoot(u"palette-channel"_s);
        const QString before = stage.workspace.channelId();
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.workspace.channelId() != before);
        QVERIFY(stage.rests(ViewStep::Day));

        // The letters were typed at the palette, and nowhere else.
        QVERIFY(stage.workspace.query()->comparison().isEmpty());
        openPalette(stage);
        stage.type(u"zzzz"_s);
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"No matches."_s));
        stage.press(Qt::Key_Return);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"Command"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void arrowsChooseAndTheMouseRuns()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        openPalette(stage);
        stage.type(u"copy"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Copy table"_s));
        const auto choice = [&stage] { // what a screen reader says, whose keyboard stays at the text
            return stage.find(QAccessible::EditableText, u"Command"_s)->text(QAccessible::Description);
        };
        QCOMPARE(choice(), u"Copy image"_s);
        stage.press(Qt::Key_Down);
        QTRY_COMPARE(choice(), u"Copy table"_s);
        QVERIFY(stage.find(QAccessible::MenuItem, u"Copy table"_s)->state().selected);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.copied.startsWith(u"timestamp\t"_s));
        openPalette(stage);
        stage.type(u"settings"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Settings"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"Settings"_s));
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Done"_s));
        // They stand beside the view, which goes on.
        openPalette(stage);
        stage.type(u"7 days"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Show 7 days"_s));
        stage.press(Qt::Key_Escape);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Done"_s));
        // Dates are commands of their own, and what is being compared is found as what would be.
        openPalette(stage);
        stage.type(u"1 nov"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Show Sat 1 Nov 2025"_s));
        stage.press(Qt::Key_Return);
        QVERIFY(stage.rests(ViewStep::Hour));
        QCOMPARE(stage.workspace.channelPage()->rangeText(), u"Sat 1 Nov 2025"_s);
        stage.press(Qt::Key_X);
        QVERIFY(stage.rests(ViewStep::Hour));
        openPalette(stage);
        stage.type(u"compare"_s);
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Stop comparing"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void keysAreListed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("usual") << QSize(1280, 800) << 1.0;
        QTest::newRow("small and large") << QSize(800, 520) << 2.0;
    }
    void keysAreListed()
    {
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        Stage stage(size);
        stage.settings.setTextScale(scale);
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_F1);
        QTRY_VERIFY(stage.find(QAccessible::Heading, u"Keyboard shortcuts"_s));
        QTRY_VERIFY(stage.find(QAccessible::ListItem, u"Show 7 days"_s));
        QCOMPARE(stage.find(QAccessible::ListItem, u"Show 7 days"_s)->text(QAccessible::Description), u"1"_s);
        stage.shoot(scale > 1 ? u"keys-large"_s : u"keys"_s);
        stage.press(Qt::Key_X); // not the window's while the list is open
        QVERIFY(stage.workspace.query()->comparison().isEmpty());
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Heading, u"Keyboard shortcuts"_s));
        QCOMPARE(stage.workspace.query()->breadcrumbs().size(), 1);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void keysOfTheWindow()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_3);
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"90 days"_s});
        stage.press(Qt::Key_Left);
        QVERIFY(stage.rests(ViewStep::Day));
        QVERIFY(stage.workspace.query()->breadcrumbs().constFirst().contains(u"2025"_s));
        stage.press(Qt::Key_Right);
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.query()->breadcrumbs(), QStringList{u"90 days"_s});
        const QString first = stage.workspace.channelId();
        stage.press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(stage.workspace.channelId() != first);
        stage.press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(stage.workspace.channelId(), first);
        QVERIFY(stage.rests(ViewStep::Day));
        stage.press(Qt::Key_Z);
        QTRY_VERIFY(hasFocus(stage, QAccessible::EditableText, u"Time zone"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"Time zone"_s));
        stage.press(Qt::Key_R);
        QTRY_VERIFY(hasFocus(stage, QAccessible::EditableText, u"From"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"From"_s));
        stage.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(hasFocus(stage, QAccessible::List, u"Channels"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    /** As many channels come as go: the list is as long as before, and is another. */
    void shownChannelsStayMarked()
    {
        Stage stage;
        ChannelList channels;
        for (int i = 1; i <= 12; ++i)
            channels.append({.id = ChannelId(7000 + i),
                             .title = u"%1 %2"_s.arg(i <= 6 ? u"Alder"_s : u"Birch"_s).arg(i),
                             .username = {},
                             .subscribers = {}});
        stage.source.channelList = channels;
        QVERIFY(stage.openDemo());
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Search"_s));
        const auto isMarked = [&stage](const QString &title) {
            const QAccessibleInterface *row = stage.find(QAccessible::ListItem, title);
            return row && row->state().selected;
        };
        const auto markedCount = [&] {
            return std::count_if(channels.begin(), channels.end(), [&](const Channel &each) {
                return isMarked(each.title);
            });
        };
        stage.workspace.selectChannel(u"7009"_s);
        QTRY_VERIFY(isMarked(u"Birch 9"_s));
        stage.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(hasFocus(stage, QAccessible::EditableText, u"Search"_s));
        stage.type(u"alder"_s);
        QTRY_VERIFY(!stage.find(QAccessible::ListItem, u"Birch 9"_s));
        QVERIFY(stage.find(QAccessible::ListItem, u"Alder 1"_s));
        QCOMPARE(markedCount(), 0);
        stage.press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"birch"_s);
        QTRY_VERIFY(isMarked(u"Birch 9"_s));
        QCOMPARE(markedCount(), 1);
        stage.press(Qt::Key_Tab); // to the list
        QTRY_VERIFY(hasFocus(stage, QAccessible::List, u"Channels"_s));
        stage.press(Qt::Key_Down);
        QTRY_VERIFY(isMarked(u"Birch 10"_s));
        QCOMPARE(markedCount(), 1);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    /** A keyboard that has only Cyrillic letters: keys are found by their places. */
    void keysOfAnotherAlphabet()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        const auto press = [&stage](int key, quint32 scanCode, const QString &text, Qt::KeyboardModifiers modifiers) {
            QKeyEvent event(QEvent::KeyPress, key, modifiers, scanCode, 0, 0, text);
            QCoreApplication::sendEvent(stage.window(), &event);
        };
        constexpr int kChe = 0x0427; // on the key of X
        constexpr int kEl = 0x041B; // on the key of K
        press(kChe, 53, u"ч"_s, Qt::NoModifier);
        QVERIFY(!stage.workspace.query()->comparison().isEmpty());
        press(kChe, 53, u"ч"_s, Qt::NoModifier);
        QVERIFY(stage.workspace.query()->comparison().isEmpty());
        press(kEl, 45, u"л"_s, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Command"_s));
        // There, letters are text.
        press(kChe, 53, u"ч"_s, Qt::NoModifier);
        QCOMPARE(stage.find(QAccessible::EditableText, u"Command"_s)->text(QAccessible::Value), u"ч"_s);
        QVERIFY(stage.workspace.query()->comparison().isEmpty());
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"Command"_s));
        stage.settings.setLetterKeys(false);
        press(kChe, 53, u"ч"_s, Qt::NoModifier);
        stage.press(Qt::Key_X);
        QVERIFY(stage.workspace.query()->comparison().isEmpty());
        stage.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Command"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::EditableText, u"Command"_s));
        stage.settings.setLetterKeys(true);
        stage.press(Qt::Key_X);
        QTRY_VERIFY(!stage.workspace.query()->comparison().isEmpty());
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void oneMetricAlone()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.click(QAccessible::CheckBox, u"Reactions"_s) || stage.clickButton(u"Reactions"_s));
        QTRY_COMPARE(stage.workspace.navigator()->current().metrics.size(), 2);
        std::optional<QPoint> chip = stage.middleOf(QAccessible::CheckBox, u"Forwards"_s);
        if (!chip)
            chip = stage.middleOf(QAccessible::Button, u"Forwards"_s);
        QVERIFY(chip);
        QTest::mouseDClick(stage.window(), Qt::LeftButton, {}, *chip);
        QTRY_COMPARE(stage.workspace.navigator()->current().metrics, QList{Metric::Shares});
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, stage.chart()->mapToScene({4, 4}).toPoint());
        stage.press(Qt::Key_Down);
        QTRY_COMPARE(stage.workspace.navigator()->current().metrics, QList{Metric::Comments});
        stage.press(Qt::Key_Up);
        stage.press(Qt::Key_Up);
        QTRY_COMPARE(stage.workspace.navigator()->current().metrics, QList{Metric::Likes});
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void comparisonWithATimeOfOnesOwn()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Compare"_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Custom start date…"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"Custom start date…"_s));
        const auto isOpen = [&stage] {
            return hasFocus(stage, QAccessible::EditableText, u"Start of the earlier period"_s);
        };
        QTRY_VERIFY(isOpen());
        stage.press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"2025-12-01"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"Enter a start before"_s)
                    || stage.find(QAccessible::EditableText, u"Start of the earlier period"_s)
                           ->text(QAccessible::Description)
                           .startsWith(u"Enter a start before"_s));
        stage.shoot(u"compare-start"_s);
        QVERIFY(stage.workspace.query()->comparison().isEmpty());
        stage.press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"2025-09-01"_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.query()->comparison(), u"2025-09-01T00:00:00Z"_s);
        QTRY_VERIFY(stage.workspace.channelPage()->shownView().compared);
        QCOMPARE(stage.workspace.channelPage()->shownView().compared->rows.constFirst().start,
                 at("2025-09-01T00:00:00Z"));
        stage.shoot(u"compared-with-september"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theDialogForFiles()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::Heading, u"Export: Harbour & Pine"_s));
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"1,600 × 900 pixels"_s));
        stage.shoot(u"export-picture"_s);
        const auto dialogHeight = [&stage] { // nothing moves from format to format
            return stage.find(QAccessible::Button, u"Save as…"_s)->rect().y();
        };
        const int height = dialogHeight();
        QVERIFY(stage.clickButton(u"1200 × 675"_s));
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"2,400 × 1,350 pixels"_s));
        QVERIFY(stage.clickButton(u"As on screen"_s));
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"1200 × 675"_s)->object()->property("enabled").toBool());
        const QSize drawn = stage.exporter.options()->picture().size;
        QVERIFY(drawn.width() >= stage.chart()->width() && drawn.width() < stage.chart()->width() + 60);
        QVERIFY(drawn.height() >= stage.chart()->height() && drawn.height() < stage.chart()->height() + 120);
        QVERIFY(stage.clickButton(u"Table (CSV)"_s));
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"30 row(s)"_s));
        QVERIFY(stage.find(QAccessible::StaticText, u"timestamp,views,"_s));
        QVERIFY(stage.clickButton(u"Semicolon"_s));
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"timestamp;views;"_s));
        QCOMPARE(dialogHeight(), height);
        stage.shoot(u"export-table"_s);
        QVERIFY(stage.clickButton(u"Save as…"_s));
        QTRY_COMPARE(stage.wishes.size(), 1);
        QVERIFY(stage.wishes[0].path.endsWith(u"Harbour & Pine 2025-10-23 to 2025-11-21.csv"_s));
        QTRY_VERIFY(!stage.find(QAccessible::Heading, u"Export: "_s));

        // The choices are those of last time, and Enter saves.
        QVERIFY(stage.clickButton(u"Export"_s));
        QTRY_VERIFY(hasFocus(stage, QAccessible::Button, u"Save as…"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.wishes.size(), 2);
        QCOMPARE(stage.wishes[1].suffix, u"csv"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theDialogFitsSmallWindows()
    {
        Stage stage({800, 520});
        stage.settings.setTextScale(2);
        stage.settings.setAppearance(SettingsModel::Appearance::Dark);
        QVERIFY(stage.openDemo());
        stage.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(hasFocus(stage, QAccessible::Button, u"Save as…"_s));
        stage.shoot(u"export-small"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Heading, u"Export: "_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(CommandWindowTest, QApplication)
#include "commandwindowtest.moc"
