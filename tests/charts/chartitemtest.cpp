// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartitem.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

Q_IMPORT_QML_PLUGIN(Postwave_ChartsPlugin)

/** What a page binds to: a spec as a property of an object. */
class SpecSource : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Postwave::ChartSpec spec MEMBER spec NOTIFY specChanged)

public:
    ChartSpec spec;

Q_SIGNALS:
    void specChanged();
};

/** A chart in a shown window of 640 × 400; ctest runs all of it with scale factors of 1, 1.5 and 2. */
class ChartItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void equalsTheScene_data();
    void equalsTheScene();
    void standsOnDevicePixels();
    void placesAreThoseOfTheScene();
    void placesFollowAtOnce();
    void placesAreNoSourcesOfABinding();
    void placesOfNothing();
    void saysWhatIsOnTheRight();
    void bareFromEdgeToEdge();
    void hoveringPaintsNothing();
    void theSameAgainPaintsNothing();
    void changesPaintOnce();
    void resizingEndsSharp();
    void resizingIsRationed();
    void hiddenItemsWait();
    void emptySizes();
    void withoutBucketsThereIsAMessage();
    void withBucketsThereIsNone();
    void outlivesTheSceneGraph();
    void movesBetweenWindows();
    void aMillionBuckets();
    void boundInQml();

private:
    QImage shown();
    QImage expected() const;
    void waitForFrame();

    std::unique_ptr<QQuickWindow> m_window;
    ChartItem *m_item = nullptr; // of the window
    const ChartSpec m_week = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
};

void ChartItemTest::init()
{
    m_window = std::make_unique<QQuickWindow>();
    m_window->setGeometry(0, 0, 640, 400);
    m_item = new ChartItem(m_window->contentItem());
    m_item->setSize({600, 300});
    m_item->setSpec(m_week);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(m_item->isPainted());
}

void ChartItemTest::cleanup()
{
    m_window.reset();
}

/** What the window shows of the item. */
QImage ChartItemTest::shown()
{
    QImage all = m_window->grabWindow().convertToFormat(QImage::Format_ARGB32_Premultiplied);
    all.setDevicePixelRatio(1);
    const qreal scale = m_window->effectiveDevicePixelRatio();
    const QPointF corner = m_item->mapToScene({0, 0}) * scale;
    return all.copy(QRect(QPoint(qRound(corner.x()), qRound(corner.y())), expected().size()));
}

QImage ChartItemTest::expected() const
{
    const ChartStyle style{.theme = m_item->isDark() ? Theme::Dark : Theme::Light,
                           .size = m_item->size().toSize(),
                           .scale = m_window->effectiveDevicePixelRatio(),
                           .textScale = m_item->textScale(),
                           .textLocale = QLocale(),
                           .figure = false,
                           .bare = m_item->isBare()};
    return ChartScene(m_item->spec(), style).render();
}

void ChartItemTest::waitForFrame()
{
    QSignalSpy frames(m_window.get(), &QQuickWindow::frameSwapped);
    m_window->update();
    QVERIFY(frames.wait());
}

void ChartItemTest::equalsTheScene_data()
{
    QTest::addColumn<ChartSpec>("spec");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<qreal>("textScale");
    ChartSpec states = withState(withState(m_week, 6, BucketState::Partial), 2, BucketState::Unknown);
    states.viral[4] = true;
    QTest::newRow("week") << m_week << QSizeF(600, 300) << false << 1.0;
    QTest::newRow("states, dark") << states << QSizeF(600, 300) << true << 1.0;
    QTest::newRow("large text") << states << QSizeF(600, 300) << false << 1.6;
    QTest::newRow("odd size") << states << QSizeF(333, 201) << false << 1.0;
    QTest::newRow("size with a fraction") << states << QSizeF(333.4, 200.6) << true << 1.0;
    QTest::newRow("many buckets") << specOf(ViewStep::Minute, u"2025-11-20"_s, zigzag(10000)) << QSizeF(600, 300)
                                  << false << 1.0;
}

void ChartItemTest::equalsTheScene()
{
    QFETCH(const ChartSpec, spec);
    QFETCH(const QSizeF, size);
    QFETCH(const bool, dark);
    QFETCH(const qreal, textScale);
    m_item->setSpec(spec);
    m_item->setSize(size);
    m_item->setDark(dark);
    m_item->setTextScale(textScale);
    QTRY_COMPARE(shown(), expected());
}

void ChartItemTest::standsOnDevicePixels()
{
    for (const QPointF place : {QPointF(13, 7), QPointF(10.3, 20.7), QPointF(0.5, 0.5)}) {
        m_item->setPosition(place);
        waitForFrame();
        QCOMPARE(shown(), expected());
    }
    QCOMPARE(m_item->repaints(), 1);
}

void ChartItemTest::placesAreThoseOfTheScene()
{
    const ChartScene scene(m_week, {.size = {600, 300}, .textLocale = QLocale(), .figure = false});
    QCOMPARE(m_item->plotArea(), scene.plotArea());
    QCOMPARE(m_item->bucketCount(), 7);
    for (int bucket = 0; bucket < 7; ++bucket) {
        QCOMPARE(m_item->xOf(bucket), scene.xOf(bucket));
        QCOMPARE(m_item->columnOf(bucket), scene.columnOf(bucket));
        QCOMPARE(m_item->bucketAt(scene.xOf(bucket)), bucket);
    }
    for (const qreal x : {-1.0, 0.0, 100.0, 299.5, 599.0, 600.0})
        QCOMPARE(m_item->bucketAt(x), scene.bucketAt(x));
    QCOMPARE(m_item->yOf(0), scene.plotArea().bottom());
    QCOMPARE(m_item->yOf(1000), scene.yOf(1000));
}

void ChartItemTest::placesFollowAtOnce()
{
    QSignalSpy changes(m_item, &ChartItem::plotAreaChanged);
    m_item->setSpec(specOf(ViewStep::Hour, u"2025-11-20"_s, zigzag(24)));
    QCOMPARE(m_item->bucketCount(), 24);
    QCOMPARE(m_item->bucketAt(m_item->xOf(23)), 23);
    QTRY_COMPARE(changes.size(), 1);
    m_item->setWidth(500);
    QVERIFY(m_item->plotArea().right() < 500);
    QTRY_COMPARE(changes.size(), 2);
}

void ChartItemTest::placesAreNoSourcesOfABinding()
{
    // As when QML binds an item's width to a place in the chart.
    int evaluated = 0;
    QProperty<qreal> right;
    right.setBinding([this, &evaluated] {
        ++evaluated;
        return m_item->plotArea().right() + m_item->xOf(1) + m_item->columnOf(1).left() + m_item->yOf(2)
            + m_item->bucketAt(300) + m_item->nearestBucketTo(300) + m_item->pixels().width();
    });
    const qreal before = right.value();
    QCOMPARE(evaluated, 1);
    QSignalSpy places(m_item, &ChartItem::plotAreaChanged);
    m_item->setSize({500, 200});
    QCOMPARE(evaluated, 1);
    QCOMPARE(right.value(), before);
    QCOMPARE(places.size(), 1); // who binds to the places follows this
}

void ChartItemTest::placesOfNothing()
{
    for (const int bucket : {-1, 7, 1000}) {
        QCOMPARE(m_item->xOf(bucket), 0.0);
        QCOMPARE(m_item->columnOf(bucket), QRectF());
    }
    m_item->setSpec({});
    QCOMPARE(m_item->bucketCount(), 0);
    QCOMPARE(m_item->plotArea(), QRectF());
    QCOMPARE(m_item->bucketAt(300), -1);
    QCOMPARE(m_item->columnOf(0), QRectF());
    QCOMPARE(m_item->yOf(1), 0.0);
    m_item->setSpec(m_week);
    m_item->setSize({10, 10});
    QCOMPARE(m_item->plotArea(), QRectF());
    QCOMPARE(m_item->bucketAt(5), -1);
    const ChartItem loose;
    QCOMPARE(loose.plotArea(), QRectF());
    QCOMPARE(loose.bucketAt(0), -1);
}

void ChartItemTest::saysWhatIsOnTheRight()
{
    QCOMPARE(m_item->rightMetrics(), QStringList());
    ChartSpec two = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7, 20), Metric::Likes);
    two.series.append(m_week.series);
    QSignalSpy changes(m_item, &ChartItem::specChanged);
    m_item->setSpec(two);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_item->rightMetrics(), QStringList{u"likes"_s});
    QCOMPARE(m_item->yOf(0), m_item->plotArea().bottom());
    QVERIFY(m_item->yOf(20) < m_item->plotArea().center().y()); // of the first series, on the axis that is its own
    QTRY_COMPARE(shown(), expected());
    m_item->setSize({0, 0});
    QCOMPARE(m_item->rightMetrics(), QStringList{u"likes"_s});
    QCOMPARE(m_item->repaints(), 2);
    const ChartItem loose;
    QCOMPARE(loose.rightMetrics(), QStringList());
}

void ChartItemTest::bareFromEdgeToEdge()
{
    QSignalSpy changes(m_item, &ChartItem::bareChanged);
    m_item->setSize({600, 40});
    m_item->setBare(true);
    m_item->setBare(true);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_item->plotArea(), QRectF(0, 1, 600, 38));
    QCOMPARE(m_item->bucketAt(0), 0);
    QCOMPARE(m_item->bucketAt(599.9), 6);
    QCOMPARE(m_item->columnOf(6).right(), 600.0);
    QTRY_COMPARE(shown(), expected());
    QCOMPARE(m_item->repaints(), 2);
    m_item->setBare(false);
    QTRY_COMPARE(shown(), expected());
}

void ChartItemTest::hoveringPaintsNothing()
{
    for (int x = 0; x < 600; x += 20) {
        QTest::mouseMove(m_window.get(), {x, 100});
        QVERIFY(m_item->columnOf(m_item->bucketAt(x)).width() < 600);
        QVERIFY(m_item->yOf(x) <= 300);
    }
    waitForFrame();
    QCOMPARE(m_item->repaints(), 1);
}

void ChartItemTest::theSameAgainPaintsNothing()
{
    QSignalSpy changes(m_item, &ChartItem::specChanged);
    m_item->setSpec(specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7)));
    m_item->setDark(false);
    m_item->setTextScale(0.5); // less than the least
    m_item->setSize({600, 300});
    waitForFrame();
    m_item->setVisible(false);
    m_item->setVisible(true);
    waitForFrame();
    QCOMPARE(m_item->repaints(), 1);
    QVERIFY(changes.isEmpty());
}

void ChartItemTest::changesPaintOnce()
{
    m_item->setSpec(specOf(ViewStep::Hour, u"2025-11-20"_s, zigzag(24)));
    m_item->setDark(true);
    m_item->setTextScale(1.25);
    m_item->setSize({500, 250});
    QTRY_COMPARE(m_item->repaints(), 2);
    QTRY_COMPARE(shown(), expected());
    m_item->setDark(false);
    QTRY_COMPARE(shown(), expected());
    QCOMPARE(m_item->repaints(), 3);
}

void ChartItemTest::resizingEndsSharp()
{
    m_item->setDark(true);
    for (int width = 590; width >= 400; width -= 10) {
        m_item->setSize({qreal(width), width / 2.0});
        waitForFrame();
        // Stretched or not, it is never larger than the item.
        const QImage window = m_window->grabWindow();
        const qreal scale = m_window->effectiveDevicePixelRatio();
        QCOMPARE(window.pixelColor(QPoint(width + 3, 50) * scale), QColor(Qt::white));
        QCOMPARE(window.pixelColor(QPoint(width - 3, 50) * scale), Palette::kSurface.in(Theme::Dark));
    }
    QTRY_COMPARE(shown(), expected());
}

void ChartItemTest::resizingIsRationed()
{
    QElapsedTimer timer;
    timer.start();
    for (int width = 599; width >= 500; --width) {
        m_item->setWidth(width);
        waitForFrame();
    }
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(m_item->repaints() <= 3 + elapsed / 33, qPrintable(QString::number(m_item->repaints())));
    // The last of the sizes needs no further event to become sharp.
    for (int width = 450; width > 400; --width) {
        const int before = m_item->repaints();
        m_item->setWidth(width);
        waitForFrame();
        if (m_item->repaints() == before)
            break;
    }
    QTRY_COMPARE(shown(), expected());
    // A new spec does not wait.
    m_item->setWidth(499);
    m_item->setSpec(specOf(ViewStep::Hour, u"2025-11-20"_s, zigzag(24)));
    const int before = m_item->repaints();
    waitForFrame();
    QVERIFY(m_item->repaints() > before);
    QCOMPARE(shown(), expected());
}

void ChartItemTest::hiddenItemsWait()
{
    m_item->setVisible(false);
    m_item->setSpec(specOf(ViewStep::Hour, u"2025-11-20"_s, zigzag(24)));
    m_item->setSize({500, 250});
    waitForFrame();
    QCOMPARE(m_item->repaints(), 1);
    m_item->setVisible(true);
    QTRY_COMPARE(m_item->repaints(), 2);
    QTRY_COMPARE(shown(), expected());
}

void ChartItemTest::emptySizes()
{
    m_item->setSize({0, 300});
    waitForFrame();
    QCOMPARE(m_item->repaints(), 1);
    QCOMPARE(m_window->grabWindow().pixelColor(5, 5), QColor(Qt::white));
    m_item->setDark(true);
    waitForFrame();
    QCOMPARE(m_item->repaints(), 1);
    m_item->setSize({200, 100});
    QTRY_COMPARE(shown(), expected());
}

void ChartItemTest::withoutBucketsThereIsAMessage()
{
    m_item->setSpec({});
    QTRY_COMPARE(shown(), expected());
    const QImage picture = shown();
    const QRgb surface = Palette::kSurface.in(Theme::Light).rgb();
    int written = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            written += picture.pixel(x, y) != surface ? 1 : 0;
    }
    QVERIFY(written > 100);
    QCOMPARE(m_item->property("message").toString(), u"No saved data for this period"_s);
    m_item->setBare(true);
    QCOMPARE(m_item->property("message").toString(), QString());
}

void ChartItemTest::withBucketsThereIsNone()
{
    QVERIFY(!m_item->spec().starts.isEmpty());
    QCOMPARE(m_item->property("message").toString(), QString());
}

void ChartItemTest::outlivesTheSceneGraph()
{
    m_window->setPersistentGraphics(false);
    m_window->setPersistentSceneGraph(false);
    m_window->hide();
    m_window->releaseResources();
    m_item->setDark(true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_COMPARE(shown(), expected());
    m_window->hide();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    waitForFrame();
    QCOMPARE(shown(), expected());
}

void ChartItemTest::movesBetweenWindows()
{
    auto other = std::make_unique<QQuickWindow>();
    other->setGeometry(0, 0, 640, 400);
    other->show();
    QVERIFY(QTest::qWaitForWindowExposed(other.get()));
    m_item->setParentItem(other->contentItem());
    m_item->setParent(other.get());
    waitForFrame();
    m_window.swap(other);
    other.reset();
    QTRY_COMPARE(shown(), expected());
}

void ChartItemTest::aMillionBuckets()
{
    const ChartSpec million = specOf(ViewStep::Minute, u"2020-01-01"_s, zigzag(1000000));
    m_item->setSpec(million);
    QTRY_COMPARE(m_item->repaints(), 2);
    QCOMPARE(m_item->bucketAt(m_item->plotArea().right() - 0.0001), 999999);
    m_item->setSpec(specOf(ViewStep::Minute, u"2020-01-01"_s, zigzag(1000000)));
    waitForFrame();
    QCOMPARE(m_item->repaints(), 2);
    QCOMPARE(shown(), expected());
}

void ChartItemTest::boundInQml()
{
    SpecSource source;
    source.spec = m_week;
    QQmlEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData(R"(import QtQuick
import Postwave.Charts

Item {
    property QtObject source
    readonly property alias chart: chart
    readonly property rect column: {
        chart.plotArea;
        return chart.columnOf(chart.bucketCount - 1);
    }

    ChartItem {
        id: chart
        anchors.fill: parent
        spec: source.spec
        dark: true
    }
}
)",
                      {});
    const std::unique_ptr<QObject> object(
        component.createWithInitialProperties({{u"source"_s, QVariant::fromValue(static_cast<QObject *>(&source))}}));
    QVERIFY2(object, qPrintable(component.errorString()));
    auto *page = qobject_cast<QQuickItem *>(object.get());
    auto *chart = page->property("chart").value<ChartItem *>();
    QVERIFY(chart);
    page->setSize({400, 200});
    page->setParentItem(m_window->contentItem());
    QTRY_VERIFY(chart->isPainted());
    QCOMPARE(chart->spec(), m_week);
    QCOMPARE(page->property("column").toRectF(), chart->columnOf(6));

    const int before = chart->repaints();
    source.spec.asOf += 1;
    source.spec.series[0].values[6] = 4000;
    source.spec.starts[6] -= 3600; // which moves the column
    Q_EMIT source.specChanged();
    QTRY_COMPARE(chart->repaints(), before + 1);
    QCOMPARE(chart->spec(), source.spec);
    QCOMPARE(page->property("column").toRectF(), chart->columnOf(6));
    Q_EMIT source.specChanged(); // says the same again
    waitForFrame();
    QCOMPARE(chart->repaints(), before + 1);
}

POSTWAVE_TEST(ChartItemTest, QApplication)
#include "chartitemtest.moc"
