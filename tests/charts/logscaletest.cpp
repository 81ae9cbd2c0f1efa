// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartexporter.h"
#include "charts/chartlayout.h"
#include "charts/chartscene.h"
#include "charts/fonts.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
QString day()
{
    return u"2025-11-15"_s;
}

ChartSpec logarithmic(ChartSpec spec)
{
    spec.scaling = ValueScaling::Logarithmic;
    return spec;
}

/** Pixels that are nearer to views than to the surface and the grid. */
int inked(const QImage &image, const QRectF &area)
{
    const QRect pixels = area.toAlignedRect() & image.rect();
    int count = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += image.pixelColor(x, y).red() < 150 ? 1 : 0;
    }
    return count;
}

/** A square around a value of views in its bucket. */
QRectF around(const ChartScene &scene, int bucket, double value, qreal reach = 2)
{
    return {scene.xOf(bucket) - reach, scene.yOf(value) - reach, 2 * reach, 2 * reach};
}
}

/** Whatever a chart draws, with heights that grow with the logarithm. */
class LogScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isAnotherQuestion();
    void zeroStandsOnTheAxis();
    void labels_data();
    void labels();
    void lineAndMarkers();
    void barsAndPartialOnes();
    void partialIsDashed();
    void comparedOnTheSameScale();
    void viralMarkAboveItsPoint();
    void thinnedShowsLowestAndHighest();
    void twoAxesHaveLabelsOfTheirOwn();
    void theSameBytes();
};

void LogScaleTest::initTestCase()
{
    QVERIFY(loadFonts());
}

void LogScaleTest::isAnotherQuestion()
{
    const ChartSpec week = specOf(ViewStep::Day, day(), zigzag(7));
    QVERIFY(week != logarithmic(week));
    QCOMPARE(week.scaling, ValueScaling::Linear);
}

void LogScaleTest::zeroStandsOnTheAxis()
{
    const ChartScene scene(logarithmic(specOf(ViewStep::Day, day(), {0, 0, 0, 100000, 0, 10, 0})), {});
    const QRectF plot = scene.plotArea();
    QCOMPARE(scene.yOf(0), plot.bottom());
    QCOMPARE(scene.yOf(100000), plot.top());
    const QImage image = scene.render();
    const QRectF axis(scene.xOf(0) + 10, plot.bottom() - 1, scene.xOf(1) - scene.xOf(0) - 20, 2);
    QVERIFY(inked(image, axis) >= 2 * int(axis.width()) - 4);
}

void LogScaleTest::labels_data()
{
    QTest::addColumn<QList<qint64>>("values");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("thousands") << QList<qint64>{0, 3, 999} << QStringList{u"0"_s, u"1"_s, u"10"_s, u"100"_s, u"1k"_s};
    QTest::newRow("millions") << QList<qint64>{0, 3, 1000000} << QStringList{u"0"_s, u"100"_s, u"10k"_s, u"1M"_s};
    QTest::newRow("few") << QList<qint64>{0, 3, 2} << QStringList{u"0"_s, u"1"_s, u"2"_s, u"5"_s};
    QTest::newRow("zeros") << QList<qint64>{0, 0, 0} << QStringList{u"0"_s};
    QTest::newRow("unknown") << QList<qint64>{-1, -1, -1} << QStringList{};
}

void LogScaleTest::labels()
{
    QFETCH(const QList<qint64>, values);
    QFETCH(const QStringList, labels);
    const ChartLayout layout(logarithmic(specOf(ViewStep::Day, day(), values)), {});
    QStringList texts;
    for (const PlacedText &label : layout.left.labels)
        texts.append(label.text);
    QCOMPARE(texts, labels);
}

void LogScaleTest::lineAndMarkers()
{
    const QList<qint64> values = {1, 9, 99, 999, 9999, 0, 5};
    const ChartScene scene(logarithmic(specOf(ViewStep::Day, day(), values)), {});
    const QImage image = scene.render();
    for (int bucket = 0; bucket < 7; ++bucket)
        QVERIFY(inked(image, around(scene, bucket, double(values.at(bucket)))) >= 16);
    // Each ten times the one before: the line between them is straight, and so goes through their middles.
    const QPointF middle((scene.xOf(1) + scene.xOf(2)) / 2, (scene.yOf(9) + scene.yOf(99)) / 2);
    QVERIFY(inked(image, QRectF(middle - QPointF(1, 1), QSizeF(2, 2))) > 0);
    QVERIFY(std::abs((scene.yOf(9) - scene.yOf(99)) - (scene.yOf(99) - scene.yOf(999))) < 0.001);
}

void LogScaleTest::barsAndPartialOnes()
{
    ChartSpec spec = logarithmic(specOf(ViewStep::Day, day(), {100, 10000, 0, 1, -1, 100, 100}));
    spec.bars = true;
    const ChartScene scene(withState(spec, 6, BucketState::Partial), {});
    const QImage image = scene.render();
    for (const int bucket : {0, 5}) {
        QVERIFY(inked(image, around(scene, bucket, 100).translated(0, 6)) >= 16);
        QCOMPARE(inked(image, around(scene, bucket, 100).translated(0, -6)), 0);
    }
    QVERIFY(scene.yOf(100) < scene.plotArea().center().y() + 1); // half of the decades, half of the height
    QVERIFY(inked(image, around(scene, 3, 1).translated(0, 4)) >= 16);
    QCOMPARE(inked(image, around(scene, 6, 100, 4).translated(0, 20)), 0); // hollow
}

void LogScaleTest::partialIsDashed()
{
    const ChartSpec spec = logarithmic(specOf(ViewStep::Day, day(), {1000, 1000, 1000, 1000, 1000, 100000, 1000}));
    const ChartScene scene(withState(spec, 3, BucketState::Partial), {});
    const QImage image = scene.render();
    const auto inkOf = [&](int bucket) {
        const qreal left = scene.xOf(bucket) + 10;
        return inked(image, QRectF(left, scene.yOf(1000) - 1, scene.xOf(bucket + 1) - 10 - left, 2));
    };
    QVERIFY(inkOf(2) > inkOf(0) / 3 && inkOf(2) < inkOf(0) * 3 / 4);
}

void LogScaleTest::comparedOnTheSameScale()
{
    ChartSpec spec = logarithmic(specOf(ViewStep::Day, day(), QList<qint64>(7, 10)));
    spec.series[0].compared = QList<Count>(7, 1000);
    const ChartScene scene(spec, {});
    QCOMPARE(scene.yOf(1000), scene.plotArea().top());
    spec.series[0].compared = QList<Count>(7, 100);
    const ChartScene lower(spec, {});
    const QImage image = lower.render();
    int drawn = 0;
    for (int x = int(lower.xOf(0)); x < int(lower.xOf(6)); ++x)
        drawn += image.pixelColor(x, int(lower.yOf(100))).red() < 240 ? 1 : 0;
    QVERIFY(drawn > 300);
}

void LogScaleTest::viralMarkAboveItsPoint()
{
    ChartSpec spec = logarithmic(specOf(ViewStep::Day, day(), {10, 10, 10, 90000, 10, 10, 10}));
    spec.viral[3] = true;
    const ChartScene scene(spec, {});
    const QRgb text = Palette::kText.in(Theme::Light).rgb();
    const QImage image = scene.render();
    int marked = 0;
    for (int y = int(scene.yOf(90000)) - 17; y < int(scene.yOf(90000)) - 8; ++y) {
        for (int x = int(scene.xOf(3)) - 5; x < int(scene.xOf(3)) + 5; ++x)
            marked += image.pixel(x, y) == text ? 1 : 0;
    }
    QVERIFY(marked > 15);
}

void LogScaleTest::thinnedShowsLowestAndHighest()
{
    QList<qint64> values(100000, 1000);
    values[54321] = 100000;
    values[20000] = 0;
    const ChartScene scene(logarithmic(specOf(ViewStep::Minute, u"2025-01-01"_s, values)), {});
    const QImage image = scene.render();
    const auto isDrawnAt = [&](int bucket, double value) {
        const QRectF place = around(scene, bucket, value, 3);
        int drawn = 0;
        for (int y = int(place.top()); y < int(place.bottom()); ++y) {
            for (int x = int(place.left()); x < int(place.right()); ++x)
                drawn += image.pixelColor(x, y).red() < 200 ? 1 : 0;
        }
        return drawn > 0;
    };
    QVERIFY(isDrawnAt(54321, 100000));
    QVERIFY(isDrawnAt(54321, 10000)); // all the way up
    QVERIFY(isDrawnAt(20000, 0.5));
    QVERIFY(isDrawnAt(80000, 1000));
    QVERIFY(!isDrawnAt(80000, 10));
}

void LogScaleTest::twoAxesHaveLabelsOfTheirOwn()
{
    ChartSpec spec = logarithmic(specOf(ViewStep::Day, day(), {10, 0, 100000, 30, 40, 50, 60}));
    spec.series.append(specOf(ViewStep::Day, day(), {1, 2, 40, 3, 0, 1, 2}, Metric::Likes).series);
    const ChartLayout layout(spec, {});
    QStringList texts;
    for (const PlacedText &label : layout.right.labels)
        texts.append(label.text);
    QCOMPARE(texts, (QStringList{u"0"_s, u"1"_s, u"10"_s}));
    QCOMPARE(layout.right.scale.top, 50);
    // A short stroke at each of them.
    const QImage image = chartImage(spec, {});
    const QRectF plot = layout.geometry.plot();
    for (const PlacedText &label : layout.right.labels)
        QVERIFY(image.pixelColor(int(plot.right()) + 2, int(label.rect.center().y())).red() < 200);
}

void LogScaleTest::theSameBytes()
{
    ChartSpec spec = logarithmic(specOf(ViewStep::Day, day(), zigzag(90, 12345)));
    spec.series.append(specOf(ViewStep::Day, day(), zigzag(90, 77), Metric::Likes).series);
    QCOMPARE(*chartPng(spec, {}), *chartPng(spec, {}));
    ChartScene scene(specOf(ViewStep::Day, day(), zigzag(90, 12345)), {});
    scene.setContent(spec, {});
    QCOMPARE(scene.render(), chartImage(spec, {}));
}

POSTWAVE_TEST(LogScaleTest, QApplication)
#include "logscaletest.moc"
