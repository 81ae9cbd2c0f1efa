// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"
#include "charts/chartexporter.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
/** Pixels of @p area, given in logical pixels, that have exactly this colour. */
int countOf(const QImage &image, const QRectF &area, const ColourToken &token, const ChartStyle &style = {})
{
    const QRgb wanted = token.in(style.theme).rgb();
    const QRect pixels = QRectF(area.topLeft() * style.scale, area.size() * style.scale).toRect() & image.rect();
    int count = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += (image.pixel(x, y) & 0xffffff) == (wanted & 0xffffff) ? 1 : 0;
    }
    return count;
}

/** Between the points of two neighbours, clear of their markers. */
QRectF between(const ChartScene &scene, int bucket)
{
    const QRectF plot = scene.plotArea();
    return {QPointF(scene.xOf(bucket) + 10, plot.top()), QPointF(scene.xOf(bucket + 1) - 10, plot.bottom() - 1)};
}
}

class ChartSceneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void hitTesting_data();
    void hitTesting();
    void hitTestingOfUnequalBuckets();
    void comparedIsDashedAndQuieter();
    void comparedBarsAreNotFilled();
    void unknownIsHatchedAndLeavesAGap();
    void futureIsEmpty();
    void zeroStandsOnTheAxis();
    void partialIsDashedAndHollow();
    void partialBarIsHollow();
    void lonePointsHaveAMarker();
    void viralHasAMark();
    void viralValuesLeaveTheLineReadable_data();
    void viralValuesLeaveTheLineReadable();
    void largerText();
    void themes();
    void reuseGivesTheSamePicture();
    void paintsIntoTheSameMemory();
    void findsColumnsWhateverTheGuess();
    void decimatedLineKeepsItsPeak();
    void decimatedLineKeepsItsStates();
    void aMillionBuckets();
};

void ChartSceneTest::sizes_data()
{
    QTest::addColumn<QSize>("logical");
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("default") << QSize(1600, 900) << 1.0 << QSize(1600, 900);
    QTest::newRow("4x") << QSize(400, 300) << 4.0 << QSize(1600, 1200);
    QTest::newRow("1.5x") << QSize(401, 301) << 1.5 << QSize(602, 452);
    QTest::newRow("beyond 4x") << QSize(400, 300) << 9.0 << QSize(1600, 1200);
    QTest::newRow("tiny") << QSize(320, 200) << 1.0 << QSize(320, 200);
    QTest::newRow("hopeless") << QSize(20, 10) << 1.0 << QSize(20, 10);
    QTest::newRow("empty") << QSize(0, 0) << 1.0 << QSize(1, 1);
}

void ChartSceneTest::sizes()
{
    QFETCH(const QSize, logical);
    QFETCH(const qreal, scale);
    QFETCH(const QSize, expected);
    const QImage image =
        chartImage(specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7)), {.size = logical, .scale = scale});
    QCOMPARE(image.size(), expected);
    QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
}

void ChartSceneTest::hitTesting_data()
{
    QTest::addColumn<int>("buckets");
    for (const int buckets : {1, 7, 90, 1440, 3650})
        QTest::addRow("%d", buckets) << buckets;
}

void ChartSceneTest::hitTesting()
{
    QFETCH(const int, buckets);
    const ChartScene scene(specOf(ViewStep::Day, u"2015-11-15"_s, zigzag(buckets)), {});
    for (int bucket = 0; bucket < buckets; ++bucket) {
        QCOMPARE(scene.bucketAt(scene.xOf(bucket)), bucket);
        QCOMPARE(scene.bucketAt(scene.columnOf(bucket).left()), bucket);
    }
    const QRectF plot = scene.plotArea();
    QCOMPARE(scene.bucketAt(plot.left() - 0.01), -1);
    QCOMPARE(scene.bucketAt(plot.right()), -1);
    QCOMPARE(scene.bucketAt(plot.right() - 0.001), buckets - 1);
}

void ChartSceneTest::hitTestingOfUnequalBuckets()
{
    // A local day of 23 hours among days of 24.
    ChartSpec spec = specOf(ViewStep::Day, u"2025-03-29"_s, zigzag(3));
    spec.starts[2] -= 3600;
    const ChartScene scene(spec, {});
    QVERIFY(scene.columnOf(1).width() < scene.columnOf(0).width());
    QCOMPARE(scene.columnOf(1).right(), scene.columnOf(2).left());
    QCOMPARE(scene.bucketAt(scene.columnOf(2).left()), 2);
}

void ChartSceneTest::comparedIsDashedAndQuieter()
{
    ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, {100, 100, 100, 100, 100, 100, 100});
    const qreal alone = ChartScene(spec, {}).yOf(100);
    spec.series[0].compared = {900, 900, Count(), 900, Count(), 900, 900};
    spec.comparedWindow = {spec.window.from - 7 * 86400, spec.window.from};
    const ChartScene scene(spec, {});
    QVERIFY(scene.yOf(100) > alone); // there is room for what is higher
    const QImage image = scene.render();
    const auto lineAfter = [&](int bucket) {
        const QRectF gap = between(scene, bucket);
        return QRectF(gap.left(), scene.yOf(900) - 1, gap.width(), 2);
    };
    const auto bare = [&](int bucket) {
        return countOf(image, lineAfter(bucket), Palette::kSurface);
    };
    const int all = int(lineAfter(0).width()) * 2;
    QVERIFY(bare(0) > all / 4 && bare(0) < all * 3 / 4); // dashed
    QCOMPARE(countOf(image, lineAfter(0), Palette::kViews), 0); // and not as strong as the series itself
    QVERIFY(bare(1) >= all - 2); // nothing leads to an unknown one
    const QRectF lone(scene.xOf(3) - 5, scene.yOf(900) - 5, 10, 10);
    QVERIFY(countOf(image, lone, Palette::kSurface) < 90); // one that stands alone is marked
}

void ChartSceneTest::comparedBarsAreNotFilled()
{
    ChartSpec spec = specOf(ViewStep::Hour, u"2025-11-21"_s, {0, 0, 0, 100, 0, 0});
    spec.bars = true;
    spec.series[0].compared = {0, 900, 0, 900, 0, Count()};
    spec.comparedWindow = {spec.window.from - 6 * 3600, spec.window.from};
    const ChartScene scene(spec, {});
    const QImage image = scene.render();
    const auto share = [&](int bucket) {
        const QRectF inside(scene.xOf(bucket) - 10, scene.yOf(850), 20, scene.yOf(200) - scene.yOf(850));
        return countOf(image, inside, Palette::kViews);
    };
    QCOMPARE(share(1), 0);
    QCOMPARE(share(3), 0);
    const QRectF edge(scene.xOf(1) - 20, scene.yOf(900) - 1, 40, 3);
    QVERIFY(countOf(image, edge, Palette::kSurface) < 40 * 3 - 15);
}

void ChartSceneTest::unknownIsHatchedAndLeavesAGap()
{
    const ChartScene scene(specOf(ViewStep::Day, u"2025-11-15"_s, {900, 1000, -1, 1000, 900, 800, 700}), {});
    const QImage image = scene.render();
    QVERIFY(countOf(image, scene.columnOf(2), Palette::kLine) > 1000);
    QVERIFY(countOf(image, scene.columnOf(2), Palette::kWindow) > 1000);
    QCOMPARE(countOf(image, scene.columnOf(2), Palette::kViews), 0);
    QCOMPARE(countOf(image, between(scene, 1), Palette::kViews), 0);
    QVERIFY(countOf(image, between(scene, 0), Palette::kViews) > 50);
    QCOMPARE(countOf(image, scene.columnOf(1), Palette::kLine), 0);
}

void ChartSceneTest::futureIsEmpty()
{
    ChartSpec spec = specOf(ViewStep::Hour, u"2025-11-21"_s, zigzag(24));
    for (int hour = 15; hour < 24; ++hour)
        spec = withState(spec, hour, BucketState::Future);
    const ChartScene scene(spec, {});
    const QImage image = scene.render();
    for (int hour = 15; hour < 24; ++hour) {
        QCOMPARE(countOf(image, scene.columnOf(hour), Palette::kViews), 0);
        QCOMPARE(countOf(image, scene.columnOf(hour), Palette::kLine), 0);
    }
}

void ChartSceneTest::zeroStandsOnTheAxis()
{
    const ChartScene scene(specOf(ViewStep::Day, u"2025-11-15"_s, {900, 0, 0, 1000, 900, 800, 700}), {});
    QCOMPARE(scene.yOf(0), scene.plotArea().bottom());
    const QImage image = scene.render();
    const QRectF axis(between(scene, 1).left(), scene.plotArea().bottom() - 2, between(scene, 1).width(), 4);
    // Whole, not cut in half at the edge of the plot.
    QVERIFY(countOf(image, axis, Palette::kViews) >= 2 * int(axis.width()) - 2);
}

void ChartSceneTest::partialIsDashedAndHollow()
{
    const QList<qint64> level(7, 1000);
    const ChartScene scene(withState(specOf(ViewStep::Day, u"2025-11-15"_s, level), 6, BucketState::Partial), {});
    const QImage image = scene.render();
    const int whole = countOf(image, between(scene, 4), Palette::kViews);
    const int dashed = countOf(image, between(scene, 5), Palette::kViews);
    QVERIFY(dashed > whole / 3);
    QVERIFY(dashed < whole * 3 / 4);
    const auto middle = [&](int bucket) {
        return image.pixelColor(QPointF(scene.xOf(bucket), scene.yOf(1000)).toPoint());
    };
    QCOMPARE(middle(5), Palette::kViews.in(Theme::Light));
    QCOMPARE(middle(6), Palette::kSurface.in(Theme::Light));
}

void ChartSceneTest::partialBarIsHollow()
{
    ChartSpec spec = withState(specOf(ViewStep::Day, u"2025-11-15"_s, QList<qint64>(7, 1000)), 6, BucketState::Partial);
    spec.bars = true;
    const ChartScene scene(spec, {});
    const QImage image = scene.render();
    const auto middle = [&](int bucket) {
        return image.pixelColor(QPointF(scene.xOf(bucket), scene.yOf(500) + 10).toPoint());
    };
    QCOMPARE(middle(5), Palette::kViews.in(Theme::Light));
    QVERIFY(middle(6) != Palette::kViews.in(Theme::Light));
    const int outline = countOf(image, scene.columnOf(6), Palette::kViews);
    QVERIFY(outline > 20);
    QVERIFY(outline < countOf(image, scene.columnOf(5), Palette::kViews) / 10);
}

void ChartSceneTest::lonePointsHaveAMarker()
{
    QList<qint64> values(90, -1);
    values[40] = 1000;
    const ChartScene scene(specOf(ViewStep::Day, u"2025-08-24"_s, values), {});
    QVERIFY(countOf(scene.render(), scene.columnOf(40).adjusted(0, -8, 0, 0), Palette::kViews) > 20);
}

void ChartSceneTest::viralHasAMark()
{
    ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, {900, 700, 600, 4000, 900, 800, 700});
    const auto marks = [](const ChartSpec &shown) {
        const ChartScene scene(shown, {});
        const QRectF above(scene.xOf(3) - 30, scene.yOf(4000) - 40, 60, 36);
        return countOf(scene.render(), above, Palette::kText);
    };
    QCOMPARE(marks(spec), 0);
    spec.viral[3] = true;
    QVERIFY(marks(spec) > 30);
}

void ChartSceneTest::viralValuesLeaveTheLineReadable_data()
{
    QTest::addColumn<bool>("bars");
    QTest::addColumn<int>("marked"); // beside a higher bucket
    QTest::addColumn<int>("higher");
    for (const bool bars : {false, true}) {
        QTest::addRow("rising, %s", bars ? "bars" : "line") << bars << 40 << 41;
        QTest::addRow("falling, %s", bars ? "bars" : "line") << bars << 42 << 41;
    }
}

void ChartSceneTest::viralValuesLeaveTheLineReadable()
{
    QFETCH(const bool, bars);
    QFETCH(const int, marked);
    QFETCH(const int, higher);
    QList<qint64> values = zigzag(90, 5000);
    values[marked] = 51100;
    values[higher] = 65000;
    values[0] = -1;
    ChartSpec spec = specOf(ViewStep::Day, u"2025-08-24"_s, values);
    spec.bars = bars;
    const auto linePixels = [&](int viral) {
        ChartSpec shown = spec;
        shown.viral[viral] = true;
        const ChartScene scene(shown, {});
        const QRectF above(QPointF(scene.xOf(std::min(marked, higher)) - 40, scene.plotArea().top()),
                           QPointF(scene.xOf(std::max(marked, higher)) + 40, scene.yOf(51100) - 17));
        return countOf(scene.render(), above, Palette::kViews);
    };
    const int without = linePixels(0); // an unknown bucket, which has no mark, but the same room above the plot
    QVERIFY(without > 50);
    QCOMPARE(linePixels(marked), without);
}

void ChartSceneTest::largerText()
{
    const ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    const ChartStyle plain{.size = {800, 400}, .figure = false};
    ChartStyle large = plain;
    large.textScale = 2;
    QVERIFY(ChartScene(spec, large).plotArea().height() < ChartScene(spec, plain).plotArea().height() - 8);
    ChartStyle larger = plain;
    larger.textScale = 5;
    QCOMPARE(chartImage(spec, larger), chartImage(spec, large));
}

void ChartSceneTest::themes()
{
    const ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    const ChartStyle dark{.theme = Theme::Dark};
    const QImage image = chartImage(spec, dark);
    QCOMPARE(image.pixelColor(0, 0), Palette::kSurface.in(Theme::Dark));
    QVERIFY(countOf(image, image.rect(), Palette::kViews, dark) > 500);
    QCOMPARE(countOf(image, image.rect(), Palette::kViews), 0);
}

void ChartSceneTest::reuseGivesTheSamePicture()
{
    const ChartSpec first = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    ChartSpec second = specOf(ViewStep::Hour, u"2025-11-21"_s, zigzag(24, 50));
    second.series.append(specOf(ViewStep::Hour, u"2025-11-21"_s, zigzag(24, 20), Metric::Likes).series);
    ChartScene scene(first, {});
    const QImage expected = scene.render();
    const ChartStyle small{.size = {700, 400}};
    scene.setContent(second, small);
    QCOMPARE(scene.render(), chartImage(second, small));
    scene.setContent(first, {});
    QCOMPARE(scene.render(), expected);
    QCOMPARE(*chartPng(first, {}), *chartPng(first, {}));
}

void ChartSceneTest::paintsIntoTheSameMemory()
{
    const ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    ChartScene scene(spec, {});
    QImage image;
    scene.render(image);
    QCOMPARE(image, scene.render());
    const uchar *memory = image.constBits();
    scene.setContent(spec, {.theme = Theme::Dark});
    scene.render(image);
    QCOMPARE(image.constBits(), memory);
    QCOMPARE(image, scene.render());
    // What somebody else still looks at is left alone.
    const QImage dark = image;
    scene.setContent(spec, {});
    scene.render(image);
    QCOMPARE(dark, chartImage(spec, {.theme = Theme::Dark}));
    scene.setContent(spec, {.size = {500, 400}});
    scene.render(image);
    QCOMPARE(image, scene.render());
}

void ChartSceneTest::findsColumnsWhateverTheGuess()
{
    ChartSpec spec = specOf(ViewStep::Day, u"2025-03-01"_s, zigzag(50));
    spec.starts[29] -= 3600;
    const ChartGeometry geometry(spec, {0, 0, 500, 100});
    for (const int guess : {-5, 0, 1, 20, 27, 28, 29, 30, 31, 48, 49, 50, 1000}) {
        for (int bucket = 0; bucket < 50; ++bucket) {
            QCOMPARE(geometry.firstFrom(geometry.secondsTo(bucket), guess), bucket);
            QCOMPARE(geometry.firstFrom(geometry.secondsTo(bucket) + 1, guess), bucket + 1);
        }
    }
}

void ChartSceneTest::decimatedLineKeepsItsStates()
{
    QList<qint64> values = zigzag(6000);
    std::fill(values.begin() + 1000, values.begin() + 3000, -1);
    values[2000] = 1000;
    values[5999] = 1000;
    ChartSpec spec = specOf(ViewStep::Minute, u"2025-01-01"_s, values);
    spec = withState(spec, 5999, BucketState::Partial);
    const ChartScene scene(spec, {});
    const QImage image = scene.render();
    const auto between = [&](int first, int last) {
        return QRectF(scene.columnOf(first).topLeft() - QPointF(0, 8), scene.columnOf(last).bottomRight());
    };
    QVERIFY(countOf(image, between(1002, 1990), Palette::kLine) > 1000);
    QCOMPARE(countOf(image, between(1002, 1970), Palette::kViews), 0);
    QCOMPARE(countOf(image, between(2030, 2998), Palette::kViews), 0);
    QVERIFY(countOf(image, between(1980, 2020), Palette::kViews) > 20);
    QVERIFY(countOf(image, between(0, 990), Palette::kViews) > 50);
    QVERIFY(countOf(image, between(3010, 5900), Palette::kViews) > 300);
    QCOMPARE(image.pixelColor(QPointF(scene.xOf(5999), scene.yOf(1000)).toPoint()), Palette::kSurface.in(Theme::Light));
}

void ChartSceneTest::decimatedLineKeepsItsPeak()
{
    QList<qint64> values(100000, 100);
    values[54321] = 1000;
    const ChartScene scene(specOf(ViewStep::Minute, u"2025-01-01"_s, values), {});
    const QRectF peak(scene.xOf(54321) - 2, scene.yOf(1000), 4, 20);
    const QImage image = scene.render();
    int drawn = 0;
    for (int y = int(peak.top()); y < int(peak.bottom()); ++y) {
        for (int x = int(peak.left()); x <= int(peak.right()); ++x)
            drawn += image.pixelColor(x, y).red() < 200 ? 1 : 0;
    }
    QVERIFY(drawn >= 15);
}

void ChartSceneTest::aMillionBuckets()
{
    const ChartSpec spec = specOf(ViewStep::Minute, u"2020-01-01"_s, zigzag(1000000));
    ChartScene scene;
    QImage image;
    QBENCHMARK_ONCE {
        scene.setContent(spec, {});
        image = scene.render();
    }
    QVERIFY(!image.isNull());
    ChartSpec bars = spec;
    bars.bars = true;
    QVERIFY(!chartImage(bars, {}).isNull());
}

POSTWAVE_TEST(ChartSceneTest, QApplication)
#include "chartscenetest.moc"
