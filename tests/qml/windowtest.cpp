// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>

using namespace Postwave;
using namespace Qt::StringLiterals;
using Status = ChannelPage::Status;

/** Presses the real buttons of the real interface. */
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void firstStartHasTwoDoors()
    {
        Stage stage;
        QVERIFY(stage.show());
        stage.shoot(u"welcome"_s);
        QVERIFY(stage.find(QAccessible::Button, u"Connect to a server"_s));
        QVERIFY(stage.clickButton(u"Try the demo"_s));
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.title(), u"Harbour & Pine"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void connecting()
    {
        Stage stage;
        QVERIFY(stage.show());
        QVERIFY(stage.clickButton(u"Connect to a server"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Server address"_s));
        stage.press(Qt::Key_Return); // the empty form, from its first field
        QVERIFY(!stage.connectForm.addressError().isEmpty());
        QVERIFY(!stage.connectForm.emailError().isEmpty());
        QVERIFY(!stage.connectForm.passwordError().isEmpty());
        stage.shoot(u"connect-empty"_s);

        stage.refusal = Error{.kind = Error::Kind::RefusedSignIn};
        stage.type(u"https://bot.example.org"_s);
        stage.press(Qt::Key_Tab);
        stage.type(u"desk@example.com"_s);
        stage.press(Qt::Key_Tab);
        stage.type(u"correct horse"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(!stage.connectForm.passwordError().isEmpty());
        QVERIFY(stage.connectForm.addressError().isEmpty());
        stage.shoot(u"connect-refused"_s);

        stage.refusal.reset();
        QVERIFY(stage.clickButton(u"Sign in"_s));
        QVERIFY(stage.rests(ViewStep::Day));
        QCOMPARE(stage.workspace.session()->name(), u"bot.example.org"_s);
        QVERIFY(!stage.find(QAccessible::EditableText, u"Password"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void whatTheFiguresLackIsSaid()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.session()->setOffline(true);
        stage.workspace.query()->openPeriod(u"90d"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        QVERIFY(stage.find(QAccessible::StaticText, u"60 day(s) not downloaded"_s));
        stage.shoot(u"partial"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void formsScrollToWhatHasTheKeyboard()
    {
        Stage stage({800, 520});
        stage.settings.setTextScale(2);
        stage.workspace.openSource(u"demo"_s);
        QVERIFY(stage.show() && stage.rests(ViewStep::Day));
        QVERIFY(stage.clickButton(u"Source: "_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Connect to a server…"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"Connect to a server…"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Server address"_s));
        const auto focused = [&] {
            QAccessibleInterface *button = stage.find(QAccessible::Button, u"Sign in"_s);
            return button && button->state().focused;
        };
        for (int i = 0; i < 8 && !focused(); ++i)
            stage.press(Qt::Key_Tab);
        QVERIFY(focused());
        const QRect place = stage.find(QAccessible::Button, u"Sign in"_s)->rect();
        const QRect window(stage.window()->mapToGlobal(QPoint(0, 0)), stage.window()->size());
        QVERIFY(window.adjusted(0, 24, 0, -24).contains(place));
        stage.shoot(u"small-200-connect"_s);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void enterPressesWhatHasTheKeyboard()
    {
        Stage stage;
        QVERIFY(stage.show());
        const auto isThere = [&stage] {
            const QAccessibleInterface *door = stage.find(QAccessible::Button, u"Connect to a server"_s);
            return door && door->state().focused;
        };
        for (int i = 0; i < 5 && !isThere(); ++i)
            stage.press(Qt::Key_Tab);
        QVERIFY(isThere());
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Server address"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void settingsTakeEffectAtOnce()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Settings"_s));
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Dark"_s));
        stage.shoot(u"settings"_s);
        // Each can be seen as well as pressed.
        const QImage picture = stage.window()->grabWindow();
        for (const QString &choice : {u"System"_s, u"175 %"_s, u"Never"_s, u"Every 10 min"_s, u"Done"_s}) {
            const QPoint middle = stage.middleOf(QAccessible::Button, choice).value_or(QPoint());
            QSet<QRgb> colours;
            for (int x = middle.x() - 15; x < middle.x() + 15; ++x)
                colours.insert(picture.pixel(x, middle.y()));
            QVERIFY2(colours.size() > 2, qPrintable(choice));
        }
        QVERIFY(stage.clickButton(u"Dark"_s));
        QVERIFY(stage.settings.dark());
        QCOMPARE(stage.window()->color().lightness() < 60, true);
        QVERIFY(stage.clickButton(u"150 %"_s));
        QCOMPARE(stage.settings.textScale(), 1.5);
        QVERIFY(stage.clickButton(u"Never"_s));
        QCOMPARE(stage.settings.refreshSeconds(), 0);
        stage.shoot(u"settings-dark"_s);
        QVERIFY(stage.clickButton(u"Done"_s));
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Export"_s));
        stage.press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Done"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Done"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void sizesOfAnotherScreenFitThisOne()
    {
        Stage stage({2560, 1400});
        QVERIFY(stage.show());
        const QSize screen = stage.window()->screen()->availableSize();
        QVERIFY(stage.openedWith.width() <= screen.width() && stage.openedWith.height() <= screen.height());
        QVERIFY(stage.openedWith.width() > 640);
    }

    void detailsOfAServer()
    {
        Stage stage;
        const SourceInfo server{
            .kind = SourceKind::AnalyticBot, .address = u"https://bot.example.org"_s, .name = u"desk@example.com"_s};
        stage.sources.remember(server);
        stage.workspace.openSource(server.key());
        QVERIFY(stage.show() && stage.rests(ViewStep::Day));
        QVERIFY(stage.clickButton(u"Source: "_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Server details…"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"Server details…"_s));
        QTRY_VERIFY(stage.find(QAccessible::StaticText, u"The server’s clock agrees"_s));
        const auto trust = [&stage] {
            const QAccessibleInterface *box = stage.find(QAccessible::CheckBox, u"Trust the server’s clock"_s);
            return box ? box->state() : QAccessible::State();
        };
        QVERIFY(trust().focused);
        QVERIFY(!trust().checked);
        stage.press(Qt::Key_Space);
        QVERIFY(trust().checked);
        QVERIFY(stage.sources.find(server.key())->trustClock);
        QVERIFY(stage.rests(ViewStep::Day));
        stage.shoot(u"server-details"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::CheckBox, u"Trust the server’s clock"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void theFormGivesBackWhatWasThere()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.channelPage()->select(7);
        QVERIFY(stage.clickButton(u"Source: "_s));
        QTRY_VERIFY(stage.find(QAccessible::MenuItem, u"Connect to a server…"_s));
        QVERIFY(stage.click(QAccessible::MenuItem, u"Connect to a server…"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Server address"_s));
        QVERIFY(!stage.find(QAccessible::Button, u"Export"_s));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Export"_s));
        QVERIFY(!stage.find(QAccessible::EditableText, u"Server address"_s));
        QCOMPARE(stage.workspace.channelPage()->selected(), 7);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void loadingKeepsTheOldChart()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.source.hold = true;
        stage.workspace.channelPage()->drill(stage.busiest());
        QTRY_VERIFY(stage.workspace.isLoading());
        QVERIFY(stage.workspace.channelPage()->isOutdated());
        QTRY_VERIFY(stage.find(QAccessible::ProgressBar, u"Loading"_s)); // not before it takes long enough
        stage.shoot(u"loading"_s);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {}, stage.columnMiddle(3)); // the old chart opens nothing
        QCOMPARE(stage.workspace.query()->breadcrumbs().size(), 2);
        stage.source.letGo();
        QVERIFY(stage.rests(ViewStep::Hour));
        QVERIFY(!stage.find(QAccessible::ProgressBar, u"Loading"_s));
    }

    void errorsSayWhatStillWorks()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.source.failure = Error{.kind = Error::Kind::Offline, .argument = u"bot.example.org"_s};
        stage.press(Qt::Key_F5);
        QTRY_VERIFY(stage.find(QAccessible::AlertMessage, u"bot.example.org cannot be reached."_s));
        stage.shoot(u"error"_s);
        stage.source.failure.reset();
        QVERIFY(stage.clickButton(u"Retry"_s));
        QTRY_VERIFY(!stage.find(QAccessible::AlertMessage, u"The server"_s));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void offlineAndNeverFetched()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        QVERIFY(stage.clickButton(u"Work offline"_s));
        QVERIFY(stage.workspace.session()->isOffline());
        stage.shoot(u"offline"_s);
        const int asked = stage.source.asked;
        stage.workspace.query()->openPeriod(u"90d"_s);
        stage.workspace.channelPage()->drill(5);
        stage.workspace.query()->openPeriod(u"24h"_s);
        QTRY_COMPARE(stage.workspace.channelPage()->status(), Status::NeverFetched);
        stage.shoot(u"never-fetched"_s);
        QCOMPARE(stage.source.asked, asked);
        QVERIFY(stage.clickButton(u"Download"_s));
        QVERIFY(stage.rests(ViewStep::Hour));
        QCOMPARE(stage.source.asked, asked + 1);
    }

    void nothingToShow()
    {
        Stage stage;
        stage.source.channelList = ChannelList();
        stage.workspace.openSource(u"demo"_s);
        QVERIFY(stage.show());
        QTRY_COMPARE(stage.workspace.channelPage()->status(), Status::NoChannels);
        stage.shoot(u"no-channels"_s);
        QVERIFY(!stage.find(QAccessible::Table, u"Data table"_s));

        Stage empty;
        empty.source.channelList = ChannelList{{ChannelId(1), u"Nobody writes here"_s, {}, {}}};
        QVERIFY(empty.openDemo());
        empty.shoot(u"empty-channel"_s);
        QCOMPARE(*totalsOf(empty.workspace.channelPage()->shownView().rows).counters[Metric::Views], qint64(0));
        // The words that stand in the place of data stay free of the pointer's column and tooltip.
        const auto marksThePointer = [](Stage &stage) {
            const QPointF middle = stage.chart()->mapToScene({stage.chart()->width() / 2, stage.chart()->height() / 2});
            QTest::mouseMove(stage.window(), middle.toPoint());
            const auto *marks = stage.window()->findChild<QQuickItem *>(u"pointed"_s);
            return marks && marks->isVisible();
        };
        QVERIFY(!marksThePointer(empty));
        Stage busy;
        QVERIFY(busy.openDemo());
        QVERIFY(QTest::qWaitFor([&] {
            return marksThePointer(busy);
        }));
    }

    /** A title may hold whatever its owner likes; none of it is markup, also in what the pointer is told. */
    void everyTextIsPlain()
    {
        Stage stage({1280, 800});
        const QString title = u"<b>Harbour</b><img src='http://127.0.0.1:1/x.png'> "_s.repeated(8);
        stage.source.channelList = ChannelList{{ChannelId(1000000000101), title, u"harbour"_s, 10},
                                               {ChannelId(1000000000202), u"Other"_s, {}, 10}};
        QVERIFY(stage.openDemo());
        const auto row = stage.middleOf(QAccessible::ListItem, u"<b>Harbour"_s);
        QVERIFY(row);
        QTest::mouseMove(stage.window(), *row);
        QStringList rich;
        bool told = false;
        const std::function<void(QQuickItem *)> look = [&](QQuickItem *item) {
            if (item->inherits("QQuickText")) {
                // The words of buttons are our own.
                const bool isButtons = item->inherits("QQuickMnemonicLabel");
                if (!isButtons && item->property("textFormat").toInt() != Qt::PlainText)
                    rich.append(item->property("text").toString());
                told = told
                    || (item->isVisible() && item->width() <= 360 && item->height() > 2 * 16
                        && item->property("text").toString() == title.simplified());
            }
            const QList<QQuickItem *> children = item->childItems();
            for (QQuickItem *child : children)
                look(child);
        };
        QVERIFY(QTest::qWaitFor([&] {
            rich.clear();
            look(stage.window()->contentItem());
            return told;
        }));
        stage.shoot(u"hint"_s);
        QCOMPARE(rich, QStringList());
        QCOMPARE(stage.qmlWarnings, QStringList());
    }

    void everythingThatCanBePressedHasAName()
    {
        Stage stage;
        QVERIFY(stage.openDemo());
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        QStringList nameless;
        const std::function<void(QAccessibleInterface *)> look = [&](QAccessibleInterface *parent) {
            for (int i = 0; i < parent->childCount(); ++i) {
                QAccessibleInterface *child = parent->child(i);
                if (child->state().invisible)
                    continue;
                // Qt calls every text focusable.
                if (child->state().focusable && child->role() != QAccessible::StaticText
                    && child->text(QAccessible::Name).isEmpty())
                    nameless.append(QString::fromLatin1(child->object()->metaObject()->className()));
                look(child);
            }
        };
        look(QAccessible::queryAccessibleInterface(stage.window()));
        QCOMPARE(nameless, QStringList());
    }

    void looks_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("dark-1280") << QSize(1280, 800) << true << 1.0 << false;
        QTest::newRow("light-2560") << QSize(2560, 1440) << false << 1.0 << false;
        QTest::newRow("dark-2560") << QSize(2560, 1440) << true << 1.0 << false;
        QTest::newRow("text-200") << QSize(1280, 800) << false << 2.0 << false;
        QTest::newRow("mirrored") << QSize(1280, 800) << false << 1.0 << true;
        QTest::newRow("mirrored-dark-2560-200") << QSize(2560, 1440) << true << 2.0 << true;
        QTest::newRow("small") << QSize(800, 520) << false << 1.0 << false;
    }
    void looks()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(qreal, scale);
        QFETCH(bool, mirrored);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Stage stage(size);
        stage.settings.setAppearance(dark ? SettingsModel::Appearance::Dark : SettingsModel::Appearance::Light);
        stage.settings.setTextScale(scale);
        QVERIFY(stage.show());
        stage.shoot(name + u"-welcome"_s);
        QVERIFY(stage.clickButton(u"Connect to a server"_s));
        QTRY_VERIFY(stage.find(QAccessible::EditableText, u"Server address"_s));
        stage.press(Qt::Key_Return);
        stage.shoot(name + u"-connect"_s);
        stage.press(Qt::Key_Escape);
        stage.workspace.openSource(u"demo"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        stage.workspace.query()->openPeriod(u"90d"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        QTest::mouseMove(stage.window(), stage.columnMiddle(stage.busiest()));
        stage.shoot(name + u"-days"_s);
        stage.workspace.query()->toggleComparison();
        QVERIFY(stage.rests(ViewStep::Day));
        stage.press(Qt::Key_W);
        stage.shoot(name + u"-compared"_s);
        stage.workspace.query()->toggleComparison();
        QVERIFY(stage.rests(ViewStep::Day));
        stage.workspace.openAllChannels();
        QTRY_VERIFY(stage.find(QAccessible::List, u"All channels, last 30 days"_s));
        QTRY_VERIFY(!stage.workspace.isLoading());
        stage.shoot(name + u"-channels"_s);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.rests(ViewStep::Day));
        stage.press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Done"_s));
        stage.shoot(name + u"-settings"_s);
        stage.press(Qt::Key_Escape);
        stage.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Save as"_s));
        stage.shoot(name + u"-export"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Save as"_s));
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        stage.shoot(name + u"-hours"_s);
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Minute));
        stage.shoot(name + u"-minutes"_s);
        stage.source.failure = Error{.kind = Error::Kind::Timeout, .argument = u"bot.example.org"_s};
        stage.workspace.refresh();
        QTRY_VERIFY(stage.workspace.notice()->isShown());
        stage.shoot(name + u"-error"_s);
        stage.workspace.session()->setOffline(true);
        stage.workspace.query()->openPeriod(u"24h"_s);
        QTRY_COMPARE(stage.workspace.channelPage()->status(), Status::NeverFetched);
        stage.shoot(name + u"-never-fetched"_s);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(stage.qmlWarnings, QStringList());
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(WindowTest, QApplication)
#include "windowtest.moc"
