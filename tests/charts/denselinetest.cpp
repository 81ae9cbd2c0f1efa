// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/denseline.h"

#include "charts/chartscene.h"
#include "charts/palette.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
/** Up and down by @p height, twice in each column of pixels. */
QList<QLineF> saw(int columns, qreal height, qreal scale = 1)
{
    QList<QLineF> strokes;
    for (int i = 0; i < 2 * columns; ++i) {
        const bool up = i % 2 == 0;
        strokes.append(QLineF((i * 0.5 + 0.1) / scale, up ? 0 : height, (i * 0.5 + 0.6) / scale, up ? height : 0));
    }
    return strokes;
}
}

class DenseLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void densityIsClimbByColumn_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<qreal>("height");
        QTest::addColumn<bool>("dense");
        QTest::newRow("nothing") << 0 << 0.0 << false;
        QTest::newRow("flat") << 1000 << 0.0 << false;
        QTest::newRow("calm") << 1000 << 20.0 << false;
        QTest::newRow("noise") << 1000 << 200.0 << true;
        QTest::newRow("a few columns") << 40 << 200.0 << false;
    }
    void densityIsClimbByColumn()
    {
        QFETCH(int, columns);
        QFETCH(qreal, height);
        QFETCH(bool, dense);
        QCOMPARE(DenseLine(saw(columns, height), 1).isDense(), dense);
    }

    void columnsReachFromEndToEnd_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<int>("pixels");
        QTest::newRow("1") << 1.0 << 1;
        QTest::newRow("1.5") << 1.5 << 2;
        QTest::newRow("2") << 2.0 << 2;
    }
    void columnsReachFromEndToEnd()
    {
        QFETCH(qreal, scale);
        QFETCH(int, pixels);
        const QList<QRect> filled = DenseLine(saw(300, 120, scale), scale).columns(1);
        QVERIFY(std::abs(filled.size() - 300) <= 1);
        for (qsizetype i = 1; i < filled.size() - 1; ++i) { // of which the line only enters the first and the last
            QCOMPARE(filled.at(i).left() - filled.at(i - 1).left(), 1);
            QCOMPARE(filled.at(i).width(), pixels);
            QVERIFY(std::abs(filled.at(i).top() + scale / 2) <= 0.5);
            QVERIFY(std::abs(filled.at(i).top() + filled.at(i).height() - 120.5 * scale) <= 0.5);
        }
    }

    void longStrokesStayLines()
    {
        const QLineF across(10.5, 3, 14.5, 90);
        const QLineF down(14.5, 90, 14.9, 7);
        const DenseLine line({across, down}, 1);
        QCOMPARE(line.longStrokes(), QList<QLineF>{across});
        QCOMPARE(line.columns(1), QList<QRect>{QRect(14, 7, 1, 84)});
    }

    /** Noise shows in each column its least and its largest, with nothing above and nothing left out between. */
    void noiseFillsThePicture_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }
    void noiseFillsThePicture()
    {
        QFETCH(qreal, scale);
        QList<qint64> values;
        for (int i = 0; i < 100'000; ++i)
            values.append(i % 2 == 0 ? 200 : 800);
        ChartScene scene;
        ChartStyle style;
        style.size = {400, 200};
        style.scale = scale;
        scene.setContent(specOf(ViewStep::Minute, u"2025-01-01"_s, values), style);
        const QImage picture = scene.render();
        const QRectF plot = scene.plotArea();
        const QRgb ink = Palette::forMetric(Metric::Views).in(style.theme).rgb();
        for (qreal x = plot.left() + 4; x < plot.right() - 4; x += 1 / scale) {
            const auto inkAt = [&](double value) {
                return picture.pixel(int(x * scale), int(scene.yOf(value) * scale)) == ink;
            };
            QVERIFY(inkAt(500) && inkAt(220) && inkAt(780));
            QVERIFY(!inkAt(850) && !inkAt(150));
        }
    }
};

// Qt Charts wants a QApplication.
POSTWAVE_TEST(DenseLineTest, QApplication)
#include "denselinetest.moc"
