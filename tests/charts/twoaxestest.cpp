// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartexporter.h"
#include "charts/chartlayout.h"
#include "charts/chartscene.h"
#include "charts/charttext.h"
#include "charts/fonts.h"
#include "format/format.h"
#include "pixels.h"
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

ChartSpec with(ChartSpec spec, const QList<qint64> &values, Metric metric)
{
    spec.series.append(specOf(spec.step, day(), values, metric).series);
    return spec;
}

/** Where a marker of this colour is within a bucket's column; -1 when there is none. */
qreal markerIn(const ChartScene &scene, int bucket, const ColourToken &token)
{
    const QImage image = scene.render();
    const QRectF column(scene.xOf(bucket) - 1, scene.plotArea().top() - 5, 3, scene.plotArea().height() + 10);
    qreal sum = 0;
    int count = 0;
    for (int y = int(column.top()); y < int(column.bottom()); ++y) {
        if (image.pixel(int(scene.xOf(bucket)), y) == token.in(Theme::Light).rgb()) {
            sum += y + 0.5;
            ++count;
        }
    }
    return count ? sum / count : -1;
}
}

/** Metrics of very different size in one chart. */
class TwoAxesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachOnItsOwnScale();
    void comparedCountsToo();
    void barsToo();
    void labelsStandAtTheGrid();
    void labelsHaveTheColourOfTheirMetric_data();
    void labelsHaveTheColourOfTheirMetric();
    void oneAxisIsAsBefore();
    void viralMarksAreThoseOfViews();
    void thinnedLinesToo();
    void theLegendSaysWhichIsWhere();

private:
    const ChartSpec m_week = specOf(ViewStep::Day, day(), {1000, 800, 600, 1000, 900, 800, 700});
};

void TwoAxesTest::initTestCase()
{
    QVERIFY(loadFonts());
}

void TwoAxesTest::eachOnItsOwnScale()
{
    const ChartScene scene(with(m_week, {20, 15, 10, 18, 20, 5, 10}, Metric::Likes), {});
    QCOMPARE(scene.rightMetrics(), QList<Metric>{Metric::Likes});
    const QRectF plot = scene.plotArea();
    // 20 of 20, where 1,000 of 1,000 are; and 10 of 20 in the middle.
    QVERIFY(std::abs(markerIn(scene, 4, Palette::kLikes) - plot.top()) < 1.5);
    QVERIFY(std::abs(markerIn(scene, 2, Palette::kLikes) - plot.center().y()) < 1.5);
    QVERIFY(std::abs(markerIn(scene, 2, Palette::kViews) - scene.yOf(600)) < 1.5);
}

void TwoAxesTest::comparedCountsToo()
{
    ChartSpec spec = with(m_week, zigzag(7, 20), Metric::Likes);
    spec.series[1].compared = QList<Count>(7, 200);
    QVERIFY(ChartScene(spec, {}).rightMetrics().isEmpty());
    spec.series[1].compared = QList<Count>(7, 199);
    const ChartScene scene(spec, {});
    QCOMPARE(scene.rightMetrics(), QList<Metric>{Metric::Likes});
    QVERIFY(markerIn(scene, 0, Palette::kLikes) > scene.yOf(200)); // there is room for what is higher
}

void TwoAxesTest::barsToo()
{
    const ChartSpec likes = specOf(ViewStep::Day, day(), {5, 4, 3, 1, 2, 2, 5}, Metric::Likes);
    ChartSpec spec = with(likes, {1000, 800, 600, 1000, 900, 800, 700}, Metric::Views);
    spec.bars = true;
    const ChartScene scene(spec, {});
    QCOMPARE(scene.rightMetrics(), QList<Metric>{Metric::Likes});
    // The first series is the one on the right.
    QCOMPARE(scene.yOf(5), scene.plotArea().top());
    const QImage image = scene.render();
    const QRectF bar(scene.xOf(2) - 20, scene.yOf(3), 20, scene.plotArea().bottom() - scene.yOf(3));
    QVERIFY(countOf(image, bar, Palette::kLikes.in(Theme::Light)) > int(bar.height()) * 10);
    QCOMPARE(countOf(image, bar.translated(0, -bar.height()), Palette::kLikes.in(Theme::Light)), 0);
}

void TwoAxesTest::labelsStandAtTheGrid()
{
    const ChartLayout layout(with(m_week, zigzag(7, 70), Metric::Likes), {});
    QStringList texts;
    for (qsizetype i = 0; i < layout.right.labels.size(); ++i) {
        texts.append(layout.right.labels.at(i).text);
        QCOMPARE(layout.right.labels.at(i).rect.center().y(), layout.left.labels.at(i).rect.center().y());
        QVERIFY(layout.right.labels.at(i).rect.left() >= layout.geometry.plot().right());
    }
    QCOMPARE(texts, (QStringList{u"0"_s, u"20"_s, u"40"_s, u"60"_s, u"80"_s, u"100"_s}));
}

void TwoAxesTest::labelsHaveTheColourOfTheirMetric_data()
{
    QTest::addColumn<Metric>("metric");
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<bool>("readable");
    QTest::newRow("likes, light") << Metric::Likes << Theme::Light << true;
    QTest::newRow("likes, dark") << Metric::Likes << Theme::Dark << true;
    QTest::newRow("comments, light") << Metric::Comments << Theme::Light << false;
    QTest::newRow("comments, dark") << Metric::Comments << Theme::Dark << true;
    QTest::newRow("shares, light") << Metric::Shares << Theme::Light << false;
}

void TwoAxesTest::labelsHaveTheColourOfTheirMetric()
{
    QFETCH(const Metric, metric);
    QFETCH(const Theme, theme);
    QFETCH(const bool, readable);
    const ChartSpec spec = with(m_week, zigzag(7, 20), metric);
    const ChartStyle style{.theme = theme, .figure = false};
    const ChartLayout layout(spec, style);
    const QImage image = chartImage(spec, style);
    const QColor own = Palette::forMetric(metric).in(theme);
    int labelled = 0;
    for (const PlacedText &label : layout.right.labels)
        labelled += countOf(image, label.rect, own);
    QCOMPARE(labelled > 0, readable);
    // The marker is there in any case: colour alone says nothing to some.
    QCOMPARE(layout.right.heads.size(), 1);
    const QRectF head(layout.right.heads.constFirst() - QPointF(4, 4), QSizeF(8, 8));
    QVERIFY(countOf(image, head, own) > 18); // a triangle has the least
    const QRectF views(layout.left.heads.constFirst() - QPointF(4, 4), QSizeF(8, 8));
    QVERIFY(countOf(image, views, Palette::kViews.in(theme)) > 25);
}

void TwoAxesTest::oneAxisIsAsBefore()
{
    const ChartLayout one(m_week, {});
    for (const QList<qint64> &values : {zigzag(7, 400), QList<qint64>(7, 0), QList<qint64>(7, -1)}) {
        const ChartLayout layout(with(m_week, values, Metric::Likes), {});
        QVERIFY(layout.right.labels.isEmpty() && layout.right.metrics.isEmpty() && layout.left.metrics.isEmpty());
        QCOMPARE(layout.geometry.plot(), one.geometry.plot());
    }
}

void TwoAxesTest::viralMarksAreThoseOfViews()
{
    // Views are the smaller ones here, and second.
    ChartSpec spec =
        with(specOf(ViewStep::Day, day(), zigzag(7, 9000), Metric::Likes), {10, 10, 10, 90, 10, 10, 10}, Metric::Views);
    spec.viral[3] = true;
    const ChartScene scene(spec, {});
    QCOMPARE(scene.rightMetrics(), QList<Metric>{Metric::Views});
    const qreal point = markerIn(scene, 3, Palette::kViews);
    const QRectF mark(scene.xOf(3) - 5, point - 17, 10, 8);
    QVERIFY(countOf(scene.render(), mark, Palette::kText.in(Theme::Light)) > 15);
}

void TwoAxesTest::thinnedLinesToo()
{
    QList<qint64> few(5000, 1);
    few[2500] = 30;
    ChartSpec spec = specOf(ViewStep::Minute, day(), zigzag(5000, 100000));
    spec.series.append(specOf(ViewStep::Minute, day(), few, Metric::Likes).series);
    const ChartScene scene(spec, {});
    QCOMPARE(scene.rightMetrics(), QList<Metric>{Metric::Likes});
    const QImage image = scene.render();
    const QRectF peak(scene.xOf(2500) - 2, scene.plotArea().top() - 1, 4, 20);
    int drawn = 0;
    for (int y = int(peak.top()); y < int(peak.bottom()); ++y) {
        for (int x = int(peak.left()); x <= int(peak.right()); ++x)
            drawn += image.pixelColor(x, y).green() < 200 ? 1 : 0;
    }
    QVERIFY(drawn >= 10);
}

void TwoAxesTest::theLegendSaysWhichIsWhere()
{
    QCOMPARE(ChartText::onRightAxis(Format::metric(Metric::Shares)), u"Forwards to date (right axis)"_s);
    const auto width = [](const ValueAxes &axes, const ChartSpec &spec) {
        ChartLegend legend(spec, axes, -1, chartFont(TextSize::kBody), QLocale::c());
        qreal least = 1;
        while (legend.arrange({0, 0}, least) > 20) // one row
            ++least;
        return least;
    };
    const ChartSpec spec = with(m_week, zigzag(7, 20), Metric::Likes);
    QVERIFY(width({{false, true}, 1000, 20}, spec) > width({}, spec) + 50);
}

POSTWAVE_TEST(TwoAxesTest, QApplication)
#include "twoaxestest.moc"
