// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/fonts.h"
#include "stage.h"
#include "testcase.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <functional>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
/** Qt's own or derived: types of QML have a name of their own for each. */
bool isA(const QQuickItem *item, const char *name)
{
    return item->inherits(name);
}

/** The nearest page or list that it may be scrolled out of; else the window's content. */
QQuickItem *viewOf(QQuickItem *item)
{
    for (QQuickItem *above = item->parentItem(); above; above = above->parentItem()) {
        if (isA(above, "QQuickFlickable"))
            return above;
    }
    return item->window()->contentItem();
}

QRectF inWindow(const QQuickItem *item)
{
    return item->mapRectToScene(item->boundingRect());
}

QString nameOf(const QQuickItem *item)
{
    const QVariant text = item->property("text");
    const QVariant tip = item->property("tip");
    const QRectF place = inWindow(item);
    return u"%1 “%2” at %3,%4 %5×%6"_s
        .arg(QString::fromLatin1(item->metaObject()->className()),
             text.toString().isEmpty() ? tip.toString() : text.toString())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

bool isAbove(const QQuickItem *one, const QQuickItem *other)
{
    for (const QQuickItem *item = other; item; item = item->parentItem()) {
        if (item == one)
            return true;
    }
    return false;
}

/** What can be pressed, and what can be read, in the order of the tree. */
struct Shown {
    QList<QQuickItem *> buttons;
    QList<QQuickItem *> texts;
};

void collect(QQuickItem *item, Shown &shown)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    const bool hasSize = item->width() > 0 && item->height() > 0;
    if (hasSize && isA(item, "QQuickAbstractButton"))
        shown.buttons.append(item);
    if (hasSize && isA(item, "QQuickText") && !item->property("text").toString().isEmpty())
        shown.texts.append(item);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        collect(child, shown);
}

/** Whether it stands on what is scrolled, and not on a list's hidden row. */
bool isSeen(const QQuickItem *item, QQuickItem *view)
{
    return view == item->window()->contentItem() || inWindow(view).intersects(inWindow(item));
}
}

/** The window at any size, text size and direction: nothing is off screen, covered or cut, and the chart is readable.
 */
class AnySizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        QVERIFY(loadFonts());
    }
    void cleanup()
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void nothingIsLost_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<bool>("mirrored");
        // Where every pixel is several, the smallest and the usual window stand for all.
        QList<QSize> sizes{{640, 480}, {1280, 800}};
        if (qApp->devicePixelRatio() == 1)
            sizes += {{800, 520}, {1000, 640}, {1366, 768}, {2560, 1440}, {3840, 2160}};
        for (const QSize size : std::as_const(sizes)) {
            for (const qreal scale : {1.0, 1.5, 2.0})
                QTest::addRow("%dx%d at %d %%", size.width(), size.height(), int(scale * 100))
                    << size << scale << false;
        }
        for (const QSize size : {QSize(640, 480), QSize(1280, 800)})
            QTest::addRow("%dx%d mirrored", size.width(), size.height()) << size << 1.25 << true;
    }
    void nothingIsLost()
    {
        QFETCH(const QSize, size);
        QFETCH(const qreal, scale);
        QFETCH(const bool, mirrored);
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Stage stage(size);
        stage.settings.setTextScale(scale);
        QVERIFY(stage.show());
        judge(stage, u"welcome"_s);
        stage.workspace.openSource(u"demo"_s);
        QVERIFY(stage.rests(ViewStep::Day));
        judge(stage, u"days"_s);
        stage.workspace.query()->openPeriod(u"90d"_s);
        stage.workspace.query()->toggleComparison();
        QVERIFY(stage.rests(ViewStep::Day));
        QTRY_VERIFY(stage.workspace.channelPage()->shownView().compared && !stage.workspace.isLoading());
        judge(stage, u"compared"_s);
        stage.workspace.channelPage()->drill(stage.busiest());
        QVERIFY(stage.rests(ViewStep::Hour));
        judge(stage, u"hours"_s);
        stage.workspace.query()->toggleComparison();
        stage.workspace.openAllChannels();
        QTRY_VERIFY(stage.find(QAccessible::List, u"All channels, last 30 days"_s));
        QTRY_VERIFY(!stage.workspace.isLoading());
        judge(stage, u"channels"_s);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.rests(ViewStep::Hour));
        stage.press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(stage.find(QAccessible::Button, u"Done"_s));
        shoot(stage, u"settings"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(!stage.find(QAccessible::Button, u"Done"_s));
        QVERIFY2(m_lost.isEmpty(), qPrintable(u'\n' + m_lost.join(u'\n')));
        QCOMPARE(stage.qmlWarnings, QStringList());
    }
    void init()
    {
        m_lost.clear();
    }

private:
    void shoot(Stage &stage, const QString &screen)
    {
        stage.shoot(QString::fromLatin1(QTest::currentDataTag()).simplified().replace(u' ', u'-') + u'-' + screen);
    }

    /** Notes what is wrong with the screen. */
    void judge(Stage &stage, const QString &screen)
    {
        QTRY_VERIFY(!stage.workspace.isLoading());
        shoot(stage, screen);
        Shown shown;
        collect(stage.window()->contentItem(), shown);
        const QRectF window({0, 0}, QSizeF(stage.window()->size()));
        const auto lose = [&](const QString &what) {
            m_lost.append(screen + u": "_s + what);
        };
        for (QQuickItem *item : shown.buttons + shown.texts) {
            QQuickItem *view = viewOf(item);
            if (!isSeen(item, view))
                continue;
            const QRectF place = inWindow(item);
            const QRectF room = view == stage.window()->contentItem() ? window : inWindow(view);
            const bool isInside = place.left() >= room.left() - 1 && place.right() <= room.right() + 1
                && (view != stage.window()->contentItem()
                    || (place.top() >= room.top() - 1 && place.bottom() <= room.bottom() + 1));
            if (!isInside)
                lose(u"off: "_s + nameOf(item));
        }
        for (QQuickItem *text : shown.texts) {
            const bool isElided = text->property("elide").toInt() != Qt::ElideNone;
            const bool isTooWide = text->property("contentWidth").toReal() > text->width() + 1;
            const bool isTooHigh = text->property("contentHeight").toReal() > text->height() + 2;
            if (isSeen(text, viewOf(text)) && ((!isElided && isTooWide) || isTooHigh))
                lose(u"cut: "_s + nameOf(text));
        }
        for (qsizetype i = 0; i < shown.buttons.size(); ++i) {
            for (qsizetype j = i + 1; j < shown.buttons.size(); ++j) {
                QQuickItem *one = shown.buttons[i];
                QQuickItem *other = shown.buttons[j];
                if (isAbove(one, other) || !isSeen(one, viewOf(one)) || !isSeen(other, viewOf(other)))
                    continue;
                const QRectF both = inWindow(one).intersected(inWindow(other));
                const bool inOneView = viewOf(one) == viewOf(other);
                if (inOneView && both.width() > 1 && both.height() > 1)
                    lose(u"covered: %1 and %2"_s.arg(nameOf(one), nameOf(other)));
            }
        }
        QQuickItem *chart = stage.chart();
        if (chart && chart->isVisible() && chart->height() < 220)
            lose(u"a chart of %1 px"_s.arg(chart->height()));
    }

    QStringList m_lost;
};

POSTWAVE_TEST(AnySizeTest, QApplication)

#include "anysizetest.moc"
