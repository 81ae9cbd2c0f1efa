// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pngwriter.h"
#include "testcase.h"

#include <QImage>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class PngWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesToTheSameImage_data();
    void decodesToTheSameImage();
    void hasNoDate();
    void refusesNothing();
};

void PngWriterTest::decodesToTheSameImage_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("one pixel") << QSize(1, 1);
    QTest::newRow("less than a band") << QSize(37, 63);
    QTest::newRow("a band and a row") << QSize(5, 65);
    QTest::newRow("several bands") << QSize(640, 400);
}

void PngWriterTest::decodesToTheSameImage()
{
    QFETCH(const QSize, size);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 7 % 256, y * 3 % 256, (x * y) % 256));
    }
    const auto png = encodePng(image);
    QVERIFY(png);
    const QImage decoded = QImage::fromData(*png, "PNG");
    QCOMPARE(decoded.convertToFormat(QImage::Format_RGB32), image.convertToFormat(QImage::Format_RGB32));
    QVERIFY(!decoded.hasAlphaChannel());
}

void PngWriterTest::hasNoDate()
{
    QImage image(8, 8, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    const auto png = encodePng(image);
    QVERIFY(png);
    QVERIFY(!png->contains("tIME"));
    QVERIFY(!png->contains("tEXt"));
    QCOMPARE(*encodePng(image), *png);
}

void PngWriterTest::refusesNothing()
{
    const auto png = encodePng({});
    QVERIFY(!png);
    QCOMPARE(png.error().kind, Error::Kind::FileFailed);
}

POSTWAVE_TEST(PngWriterTest, QCoreApplication)
#include "pngwritertest.moc"
