// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartexporter.h"
#include "charts/chartlayout.h"
#include "charts/fonts.h"
#include "series/chartspecof.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QSet>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Unusual content at unusual sizes: labels never overlap, are never cut, and nothing crashes. */
class ChartStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void layout_data();
    void layout();
    void smallPicturesGoWithoutLegend();
    void onlyMarksThatOccurAreExplained();
    void longTitlesAreCut();
    void zeroIsALineOnTheAxis();
    void emptySpec();
};

void ChartStatesTest::initTestCase()
{
    QVERIFY(loadFonts());
}

void ChartStatesTest::layout_data()
{
    QTest::addColumn<ChartSpec>("spec");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<qreal>("textScale");
    const auto with = [](ChartSpec spec, const QList<qint64> &values, Metric metric) {
        spec.series.append(specOf(spec.step, u"2025-11-15"_s, values, metric).series);
        return spec;
    };
    const ChartSpec week = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7, 9000));
    const ChartSpec withLikes = with(week, zigzag(7, 20), Metric::Likes);
    const auto logarithmic = [](ChartSpec spec) {
        spec.scaling = ValueScaling::Logarithmic;
        return spec;
    };
    const auto huge = QList<qint64>(7, kLargestCount);
    const QList<std::pair<QByteArray, ChartSpec>> specs = {
        {"7 days", specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7))},
        {"90 days", specOf(ViewStep::Day, u"2025-08-24"_s, zigzag(90, 123456))},
        {"10 years", specOf(ViewStep::Day, u"2015-11-24"_s, zigzag(3650))},
        {"24 hours", specOf(ViewStep::Hour, u"2025-11-20T15:00:00Z"_s, zigzag(24))},
        {"1440 minutes", specOf(ViewStep::Minute, u"2025-11-20"_s, zigzag(1440))},
        {"60 minutes", specOf(ViewStep::Minute, u"2025-11-20T14:00:00Z"_s, zigzag(60))},
        {"one", specOf(ViewStep::Hour, u"2025-11-20T14:00:00Z"_s, {3})},
        {"zero", specOf(ViewStep::Day, u"2025-11-15"_s, QList<qint64>(7, 0))},
        {"unknown", specOf(ViewStep::Day, u"2025-11-15"_s, QList<qint64>(7, -1))},
        {"two axes", withLikes},
        {"three on the right", with(with(withLikes, zigzag(7, 30), Metric::Shares), zigzag(7, 400), Metric::Comments)},
        {"logarithms", logarithmic(withLikes)},
        {"logarithms of little", logarithmic(specOf(ViewStep::Day, u"2025-11-15"_s, {0, 1, 4, 2, -1, 0, 1}))},
        {"logarithms of a million",
         logarithmic(specOf(ViewStep::Day, u"2025-11-15"_s, {0, 999999, 4, 210, -1, 33, 1}))},
        {"logarithms of huge", logarithmic(specOf(ViewStep::Day, u"2025-11-15"_s, QList<qint64>(7, kLargestCount)))},
        {"huge", specOf(ViewStep::Day, u"2025-11-15"_s, huge)},
    };
    for (const auto &[name, spec] : specs) {
        for (const QSize size :
             {QSize(1600, 900), QSize(800, 450), QSize(320, 200), QSize(480, 300), QSize(200, 1000)}) {
            for (const char *locale : {"C", "en_US", "de_DE", "ar_EG", "ru_RU"}) {
                QTest::addRow("%s %dx%d %s", name.constData(), size.width(), size.height(), locale)
                    << spec << size << QLocale(QString::fromLatin1(locale)) << 1.0;
            }
            if (size.height() > 200)
                QTest::addRow("%s %dx%d, text x 2", name.constData(), size.width(), size.height())
                    << spec << size << QLocale::c() << 2.0;
        }
    }
}

void ChartStatesTest::layout()
{
    QFETCH(const ChartSpec, spec);
    QFETCH(const QSize, size);
    QFETCH(const QLocale, locale);
    QFETCH(const qreal, textScale);
    const ChartStyle style{.size = size, .textScale = textScale, .textLocale = locale};
    const ChartLayout layout(spec, style);
    QVERIFY(layout.isDrawable);
    const QRectF picture(QPointF(0, 0), QSizeF(size));
    const QFontMetricsF metrics(layout.axisFont);
    QVERIFY(layout.left.labels.size() <= 6);
    QVERIFY(layout.right.labels.size() <= 6);
    QVERIFY(spec.scaling != ValueScaling::Linear || layout.right.labels.isEmpty()
            || layout.right.labels.size() == layout.left.labels.size());
    const auto check = [&](const QList<PlacedText> &labels) {
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QVERIFY(picture.contains(labels.at(i).rect));
            QVERIFY(metrics.horizontalAdvance(labels.at(i).text) <= labels.at(i).rect.width());
            QVERIFY(i == 0 || !labels.at(i).rect.intersects(labels.at(i - 1).rect));
        }
    };
    check(layout.left.labels);
    check(layout.right.labels);
    for (const QList<QPointF> &heads : {layout.left.heads, layout.right.heads}) {
        for (const QPointF &head : heads)
            QVERIFY(picture.adjusted(5, 5, -5, -5).contains(head));
    }
    check(layout.timeLabels);
    QVERIFY(!layout.timeLabels.isEmpty());
    const QRectF plot = layout.geometry.plot();
    QVERIFY(picture.contains(plot));
    QVERIFY(plot.top() >= layout.range.rect.bottom());
    QVERIFY(!chartImage(spec, style).isNull());
}

void ChartStatesTest::smallPicturesGoWithoutLegend()
{
    const ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    const ChartLayout large(spec, {});
    QVERIFY(large.hasLegend);
    QVERIFY(!large.subtitle.text.isEmpty());
    QCOMPARE(large.asOf.text, u"As of 21 Nov 2025, 14:37 UTC"_s);
    const ChartLayout tiny(spec, {.size = {320, 200}});
    QVERIFY(!tiny.hasLegend);
    QVERIFY(tiny.subtitle.text.isEmpty());
    QCOMPARE(tiny.title.text, u"Harbour Lights"_s);
    QCOMPARE(tiny.range.text, u"15–21 Nov 2025 · UTC"_s);
    const ChartLayout page(spec, {.size = {800, 300}, .figure = false});
    QVERIFY(page.title.text.isEmpty());
    QVERIFY(page.geometry.plot().height() > 240);
}

void ChartStatesTest::onlyMarksThatOccurAreExplained()
{
    const ChartSpec plain = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    const auto width = [](const ChartSpec &spec) {
        ChartLegend legend(spec, {}, -1, chartFont(TextSize::kBody), QLocale::c());
        return legend.arrange({0, 0}, 1); // one entry a row
    };
    const qreal row = width(plain);
    QCOMPARE(width(withState(plain, 6, BucketState::Partial)), 2 * row);
    QCOMPARE(width(withState(withState(plain, 6, BucketState::Partial), 1, BucketState::Unknown)), 3 * row);
    ChartSpec viral = plain;
    viral.viral[2] = true;
    QCOMPARE(width(viral), 2 * row);
    ChartSpec logarithmic = plain;
    logarithmic.scaling = ValueScaling::Logarithmic;
    QCOMPARE(width(logarithmic), 2 * row);
}

void ChartStatesTest::zeroIsALineOnTheAxis()
{
    ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, QList<qint64>(7, 0), Metric::Comments);
    const auto coloursInTheMiddle = [](const ChartSpec &drawn) {
        const QImage image = chartImage(drawn, {});
        const QPoint middle = ChartLayout(drawn, {}).geometry.plot().center().toPoint();
        QSet<QRgb> colours;
        for (int x = middle.x() - 60; x < middle.x() + 60; ++x) {
            for (int y = middle.y() - 8; y < middle.y() + 8; ++y)
                colours.insert(image.pixel(x, y));
        }
        return colours.size();
    };
    spec.published = QList<bool>(7, false);
    QVERIFY(coloursInTheMiddle(spec) > 4); // says that there were no posts
    spec.published[3] = true; // one that nobody commented on
    QVERIFY(coloursInTheMiddle(spec) <= 3); // the ground and a line of the grid
    QVERIFY(zoomed(spec, 0, 7).published.contains(true));
    QVERIFY(!zoomed(spec, 4, 3).published.contains(true));
}

void ChartStatesTest::longTitlesAreCut()
{
    ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    for (const QString &word : {u"Harbour "_s, u"гавань "_s, u"ميناء "_s}) {
        spec.channelTitle = word.repeated(100);
        const ChartLayout layout(spec, {.size = {800, 450}});
        QVERIFY(layout.title.text.size() < 200);
        QVERIFY(QFontMetricsF(layout.titleFont).horizontalAdvance(layout.title.text) <= layout.title.rect.width());
        QVERIFY(chartPng(spec, {.size = {800, 450}}));
    }
}

void ChartStatesTest::emptySpec()
{
    QVERIFY(chartPng({}, {}));
    ChartSpec broken = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    broken.states.clear();
    broken.viral.clear();
    broken.series[0].values.resize(2);
    QVERIFY(chartPng(broken, {}));
    broken.series.clear();
    QVERIFY(chartPng(broken, {}));
}

POSTWAVE_TEST(ChartStatesTest, QApplication)
#include "chartstatestest.moc"
