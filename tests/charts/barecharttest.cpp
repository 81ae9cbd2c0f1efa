// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartexporter.h"
#include "charts/chartlayout.h"
#include "charts/chartscene.h"
#include "pixels.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QTest>

#include <cmath>
#include <set>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
QString day()
{
    return u"2025-11-15"_s;
}
constexpr QSize kStrip(600, 40);

ChartStyle bareStyle(QSize size = kStrip)
{
    return {.size = size, .figure = false, .bare = true};
}

/** Rows of a column that something is drawn in. */
std::set<int> drawnRows(const QImage &image, int x)
{
    std::set<int> rows;
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(x, y) != Palette::kSurface.in(Theme::Light).rgb())
            rows.insert(y);
    }
    return rows;
}
}

/** The data alone, as a strip. */
class BareChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingButTheLine();
    void placesOverTheWholeWidth_data();
    void placesOverTheWholeWidth();
    void theHighestIsNotCut_data();
    void theHighestIsNotCut();
    void withoutMarks();
    void partialIsDashed();
    void lonePointsAreSeen();
    void barsStandOnTheEdge();
    void withoutMessages_data();
    void withoutMessages();
    void theSameAxesAsInFull();
    void isNoFigure();
    void sizes_data();
    void sizes();
};

void BareChartTest::nothingButTheLine()
{
    const ChartLayout layout(specOf(ViewStep::Day, day(), zigzag(7)), bareStyle());
    QVERIFY(layout.left.labels.isEmpty() && layout.right.labels.isEmpty() && layout.timeLabels.isEmpty());
    QVERIFY(layout.timeTicks.isEmpty() && layout.left.scale.lines.isEmpty());
    QVERIFY(layout.left.heads.isEmpty() && layout.title.text.isEmpty() && !layout.hasLegend);
    // A line of zeros leaves all of the picture but its lower edge alone.
    const QImage image = chartImage(specOf(ViewStep::Day, day(), QList<qint64>(7, 0)), bareStyle());
    QCOMPARE(countOf(image, QRectF(0, 0, 600, 37), Palette::kSurface), 600 * 37);
    QCOMPARE(drawnRows(image, 300), (std::set<int>{38, 39}));
}

void BareChartTest::placesOverTheWholeWidth_data()
{
    QTest::addColumn<int>("buckets");
    for (const int buckets : {1, 7, 600, 5000})
        QTest::addRow("%d", buckets) << buckets;
}

void BareChartTest::placesOverTheWholeWidth()
{
    QFETCH(const int, buckets);
    const ChartScene scene(specOf(ViewStep::Minute, day(), zigzag(buckets)), bareStyle());
    QCOMPARE(scene.plotArea(), QRectF(0, 1, 600, 38));
    QCOMPARE(scene.bucketAt(0), 0);
    QCOMPARE(scene.bucketAt(599.999), buckets - 1);
    QCOMPARE(scene.bucketAt(600), -1);
    QCOMPARE(scene.columnOf(0).left(), 0.0);
    QCOMPARE(scene.columnOf(buckets - 1).right(), 600.0);
    for (int bucket = 0; bucket < buckets; ++bucket)
        QCOMPARE(scene.bucketAt(scene.xOf(bucket)), bucket);
}

void BareChartTest::theHighestIsNotCut_data()
{
    QTest::addColumn<int>("buckets");
    QTest::newRow("few") << 3;
    QTest::newRow("thinned") << 5000;
}

void BareChartTest::theHighestIsNotCut()
{
    QFETCH(const int, buckets);
    const ChartScene scene(specOf(ViewStep::Minute, day(), QList<qint64>(buckets, 1234)), bareStyle());
    const QImage image = scene.render();
    // One pixel wide, on the border of two.
    QCOMPARE(drawnRows(image, 300), (std::set<int>{0, 1}));
    QVERIFY(std::abs(qRed(image.pixel(300, 0)) - qRed(image.pixel(300, 1))) <= 2);
    QCOMPARE(scene.yOf(1234), 1.0);
    QCOMPARE(scene.yOf(0), 39.0);
}

void BareChartTest::withoutMarks()
{
    ChartSpec spec = specOf(ViewStep::Day, day(), {10, 10, 10, 500, 10, 10, 10});
    const QImage plain = chartImage(spec, bareStyle());
    spec.viral[3] = true;
    QCOMPARE(chartImage(spec, bareStyle()), plain);
    QVERIFY(drawnRows(plain, int(ChartScene(spec, bareStyle()).xOf(1))).size() <= 3); // no marker at the point
    QCOMPARE(countOf(plain, plain.rect(), Palette::kText) + countOf(plain, plain.rect(), Palette::kMuted), 0);
}

void BareChartTest::partialIsDashed()
{
    const ChartSpec spec = withState(specOf(ViewStep::Day, day(), QList<qint64>(7, 100)), 6, BucketState::Partial);
    const ChartScene scene(spec, bareStyle());
    const QImage image = scene.render();
    const auto drawn = [&](int bucket) {
        int columns = 0;
        for (int x = int(scene.xOf(bucket)) + 2; x < int(scene.xOf(bucket + 1)) - 2; ++x)
            columns += drawnRows(image, x).empty() ? 0 : 1;
        return columns;
    };
    QVERIFY(drawn(5) > drawn(4) / 3 && drawn(5) < drawn(4) * 9 / 10);
    QVERIFY(drawnRows(image, int(scene.xOf(6))).size() <= 2);
}

void BareChartTest::lonePointsAreSeen()
{
    ChartSpec spec = specOf(ViewStep::Day, day(), {100, -1, 50, -1, -1, 100, 100});
    const ChartScene scene(spec, bareStyle());
    const QImage image = scene.render();
    QVERIFY(countOf(image, scene.columnOf(2), Palette::kViews) >= 2);
    QCOMPARE(countOf(image, scene.columnOf(3), Palette::kViews), 0);
    QVERIFY(countOf(image, scene.columnOf(3), Palette::kLine) > 50); // what is unknown is no zero here either
    spec.series[0].compared = {100, Count(), 50, Count(), 60, 60, 60};
    QVERIFY(!chartImage(spec, bareStyle()).isNull());
}

void BareChartTest::barsStandOnTheEdge()
{
    ChartSpec spec = specOf(ViewStep::Day, day(), {100, 0, 50, 0, 0, 100, 1});
    spec.bars = true;
    const ChartScene scene(spec, bareStyle());
    const QImage image = scene.render();
    QCOMPARE(drawnRows(image, int(scene.xOf(0))).size(), 38);
    QCOMPARE(drawnRows(image, int(scene.xOf(2))).size(), 19);
    QCOMPARE(drawnRows(image, int(scene.xOf(1))).size(), 0);
    QCOMPARE(drawnRows(image, int(scene.xOf(6))).size(), 1); // little, but not nothing
}

void BareChartTest::withoutMessages_data()
{
    QTest::addColumn<ChartSpec>("spec");
    ChartSpec future = specOf(ViewStep::Day, day(), QList<qint64>(7, 0));
    for (int bucket = 0; bucket < 7; ++bucket)
        future = withState(future, bucket, BucketState::Future);
    QTest::newRow("future") << future;
    QTest::newRow("nothing") << ChartSpec();
}

void BareChartTest::withoutMessages()
{
    QFETCH(const ChartSpec, spec);
    const QImage image = chartImage(spec, bareStyle());
    QCOMPARE(countOf(image, image.rect(), Palette::kSurface), 600 * 40);
}

void BareChartTest::theSameAxesAsInFull()
{
    ChartSpec spec = specOf(ViewStep::Day, day(), {1000, 800, 600, 1000, 900, 800, 700});
    spec.series.append(specOf(ViewStep::Day, day(), {1, 2, 3, 4, 5, 6, 7}, Metric::Likes).series);
    for (const ValueScaling scaling : {ValueScaling::Linear, ValueScaling::Logarithmic}) {
        spec.scaling = scaling;
        const ChartScene scene(spec, bareStyle());
        QCOMPARE(scene.rightMetrics(), QList<Metric>{Metric::Likes});
        const QImage image = scene.render();
        const QRectF top(scene.xOf(6) - 3, 0, 6, 4);
        QVERIFY(countOf(image, top, Palette::kSurface) < 6 * 4); // likes reach up as far as views do
    }
}

void BareChartTest::isNoFigure()
{
    const ChartSpec spec = specOf(ViewStep::Day, day(), zigzag(7));
    ChartStyle figure = bareStyle({800, 450});
    figure.figure = true;
    figure.textScale = 2;
    QCOMPARE(chartImage(spec, figure), chartImage(spec, bareStyle({800, 450})));
}

void BareChartTest::sizes_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(600, 2), QSize(600, 3), QSize(3, 600), QSize(2000, 64)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void BareChartTest::sizes()
{
    QFETCH(const QSize, size);
    ChartSpec spec = withState(specOf(ViewStep::Day, day(), zigzag(90)), 89, BucketState::Partial);
    spec.series.append(specOf(ViewStep::Day, day(), zigzag(90, 10), Metric::PostCount).series);
    ChartScene scene(spec, bareStyle(size));
    QCOMPARE(scene.render().size(), size.expandedTo({1, 1}));
    QCOMPARE(scene.plotArea().isEmpty(), size.height() < 3);
}

POSTWAVE_TEST(BareChartTest, QApplication)
#include "barecharttest.moc"
