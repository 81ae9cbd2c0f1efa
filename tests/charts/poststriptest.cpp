// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlayout.h"
#include "charts/chartscene.h"
#include "charts/fonts.h"
#include "pixels.h"
#include "series/chartspecof.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QTest>

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

}

/** Numbers of posts below other metrics; a comparison period on screen. */
class PostStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(loadFonts());
    }

    void postsBesideOthersHaveAStrip()
    {
        // Beside reactions, on the axis of 400, two posts would be two pixels.
        const ChartSpec reactions = with(m_week, {400, 300, 100, 250, 0, 90, 80}, Metric::Likes);
        const ChartSpec spec = with(reactions, {2, 1, 0, 1, 0, 4, 1}, Metric::PostCount);
        const ChartStyle style{.size = {900, 480}};
        const ChartLayout layout(spec, style);
        QVERIFY(layout.strip.height() >= 20);
        QVERIFY(layout.strip.top() > layout.geometry.plot().bottom());
        QVERIFY(layout.timeLabels.constFirst().rect.top() >= layout.strip.bottom());
        QVERIFY(layout.stripLabel.rect.right() < layout.strip.left());
        QCOMPARE(layout.stripTop, 4);
        // The axes are those of the others alone.
        QCOMPARE(layout.left.scale, ChartLayout(reactions, style).left.scale);
        QCOMPARE(layout.right.metrics, QList{Metric::Likes});

        const ChartScene scene(spec, style);
        const QImage image = scene.render();
        const auto barIn = [&](int bucket) {
            return countOf(image, QRectF(scene.xOf(bucket) - 1, layout.strip.top() - 2, 2, layout.strip.height() + 2),
                           Palette::forMetric(Metric::PostCount));
        };
        QVERIFY(barIn(5) > barIn(0) && barIn(0) > barIn(1) && barIn(1) >= 3);
        QCOMPARE(barIn(2), 0);
        QVERIFY(scene.plotArea().contains(layout.strip));
    }

    void postsAloneStandInThePlot()
    {
        const ChartSpec posts = specOf(ViewStep::Day, day(), {2, 1, 0, 1, 0, 4, 1}, Metric::PostCount);
        const ChartLayout layout(posts, {.size = {900, 480}});
        QVERIFY(layout.strip.isEmpty());
        QCOMPARE(layout.left.scale.top, 4);
        QVERIFY(ChartLayout(with(m_week, {2, 1, 0, 1, 0, 4, 1}, Metric::PostCount), {.size = {300, 20}, .bare = true})
                    .strip.isEmpty());
    }

    void whatIsUnknownIsNoZeroInTheStrip()
    {
        const ChartSpec spec =
            withState(with(m_week, {2, 1, 0, 1, 0, 4, 1}, Metric::PostCount), 2, BucketState::Unknown);
        const ChartStyle style{.size = {900, 480}};
        const ChartLayout layout(spec, style);
        const ChartScene scene(spec, style);
        const QRectF there(scene.xOf(2) - 20, layout.strip.top(), 40, layout.strip.height() - 2);
        QVERIFY(countOf(scene.render(), there, Palette::kLine) > 40);
    }

    void theComparisonHasItsLegendOnScreen()
    {
        ChartSpec spec = m_week;
        const ChartStyle screen{.size = {900, 400}, .figure = false};
        QVERIFY(!ChartLayout(spec, screen).hasLegend);
        spec.comparedWindow = {spec.window.from - 7 * 86400, spec.window.until - 7 * 86400};
        spec.series[0].compared = QList<Count>(7, Count(500));
        const ChartLayout layout(spec, screen);
        QVERIFY(layout.hasLegend);
        QVERIFY(layout.geometry.plot().top() > ChartLayout(m_week, screen).geometry.plot().top());
        const ChartScene scene(spec, screen);
        const QRectF head(0, 0, 900, layout.geometry.plot().top() - 4);
        QVERIFY(countOf(scene.render(), head, Palette::forMetric(Metric::Views)) > 20);
    }

    void theComparisonBeginsWithTheChannel()
    {
        SeriesView view;
        view.window = {m_week.window.from, m_week.window.until};
        ComparisonRows compared;
        for (int day = 0; day < 4; ++day) {
            const qint64 start = m_week.starts[day];
            view.rows.append({.start = start, .state = BucketState::Complete, .counters = Counters::zero()});
            compared.rows.append(
                {.start = start - 7 * 86400, .state = BucketState::Complete, .counters = Counters::zero()});
            compared.ends.append(start - 6 * 86400);
        }
        compared.window = {compared.rows.constFirst().start, compared.ends.constLast()};
        const auto drawn = [&] {
            view.compared = compared;
            return chartSpecOf(view, {}, {}, {Metric::Views}).series.constFirst().compared;
        };
        QCOMPARE(drawn(), QList<Count>(4, 0)); // where its beginning is not known, zeros are zeros
        compared.firstWithPosts = compared.rows[2].start;
        QCOMPARE(drawn(), (QList<Count>{std::nullopt, std::nullopt, 0, 0}));
    }

    void atMostFiveMarksHaveAValue()
    {
        ChartSpec spec = specOf(ViewStep::Day, day(), QList<qint64>(60, 10));
        for (int bucket = 4; bucket < 60; bucket += 6) {
            spec.series[0].values[bucket] = 1000 + bucket;
            spec.viral[bucket] = true;
        }
        const ChartStyle style{.size = {1600, 500}, .figure = false};
        const ChartScene scene(spec, style);
        const QImage image = scene.render();
        int valued = 0;
        for (int bucket = 4; bucket < 60; bucket += 6) {
            const QRectF above(scene.xOf(bucket) - 14, scene.yOf(double(1000 + bucket)) - 34, 28, 16);
            valued += countOf(image, above, Palette::kText) > 0 ? 1 : 0;
        }
        QCOMPARE(valued, 5);
    }

    void noDashCrossesAValue()
    {
        // The comparison runs where the value of the mark would stand: it stands elsewhere, or not at all.
        ChartSpec spec = specOf(ViewStep::Day, day(), {10, 10, 10, 900, 10, 10, 10});
        spec.viral[3] = true;
        const ChartStyle style{.size = {500, 320}, .figure = false};
        const auto textAbove = [&](const ChartSpec &shown) {
            const ChartScene scene(shown, style);
            const QRectF above(scene.xOf(3) - 14, scene.yOf(900) - 32, 28, 16);
            return countOf(scene.render(), above, Palette::kText);
        };
        spec.comparedWindow = {spec.window.from - 7 * 86400, spec.window.until - 7 * 86400};
        spec.series[0].compared = QList<Count>(7, Count(20));
        QVERIFY(textAbove(spec) > 0);
        spec.series[0].compared = QList<Count>(7, Count(1000));
        const ChartScene scene(spec, style);
        QVERIFY(qAbs(scene.yOf(1000) - scene.yOf(900)) < 34); // the dashes are where the value was
        QCOMPARE(textAbove(spec), 0);
        const QImage image = scene.render();
        const QImage without = ChartScene(specWithoutViral(spec), style).render();
        // Nothing of the dashed line is covered by the mark's value.
        const int y = qRound(scene.yOf(1000));
        const QRectF line(scene.xOf(3) - 40, y - 2, 80, 4);
        QCOMPARE(countOf(image, line, Palette::kText), countOf(without, line, Palette::kText));
    }

private:
    static ChartSpec specWithoutViral(ChartSpec spec)
    {
        spec.viral.fill(false);
        return spec;
    }

    const ChartSpec m_week = specOf(ViewStep::Day, day(), {10000, 8000, 6000, 10000, 9000, 8000, 7000});
};

POSTWAVE_TEST(PostStripTest, QApplication)

#include "poststriptest.moc"
