// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sparklineitem.h"
#include "testcase.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Postwave;

class SparklineTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qreal kUnknown = std::numeric_limits<qreal>::quiet_NaN();

    static QImage drawn(const QList<qreal> &values)
    {
        SparklineItem item;
        item.setSize({100, 20});
        item.setColour(Qt::black);
        item.setValues(values);
        QImage image(100, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        item.paint(&painter);
        return image;
    }
    /** Row of the darkest pixel of a column; -1 in an empty one. */
    static int heightAt(const QImage &image, int x)
    {
        int darkest = 200;
        int row = -1;
        for (int y = 0; y < image.height(); ++y) {
            if (qGray(image.pixel(x, y)) < darkest) {
                darkest = qGray(image.pixel(x, y));
                row = y;
            }
        }
        return row;
    }

private Q_SLOTS:
    void shape()
    {
        const QImage image = drawn({0, 0, 10, 10, 0});
        QVERIFY(heightAt(image, 10) >= 17);
        QVERIFY(heightAt(image, 62) <= 3);
        QVERIFY(heightAt(image, 97) >= 14);
    }

    void zerosLieBelow()
    {
        QVERIFY(heightAt(drawn({0, 0, 0}), 50) >= 17);
    }

    void whatIsUnknownIsAGap()
    {
        const QImage image = drawn({5, 5, kUnknown, 5, 5});
        QVERIFY(heightAt(image, 10) >= 0);
        QCOMPARE(heightAt(image, 50), -1);
        QVERIFY(heightAt(image, 90) >= 0);
        // One known among the unknown is a dot.
        QVERIFY(heightAt(drawn({kUnknown, 5, kUnknown}), 50) >= 0);
    }

    void nothingToDraw()
    {
        const QImage empty = drawn({});
        for (const QList<qreal> &values : {QList<qreal>{7}, QList<qreal>{kUnknown, kUnknown}})
            QCOMPARE(drawn(values), empty);
    }

    void colours()
    {
        SparklineItem item;
        const QSignalSpy changes(&item, &SparklineItem::colourChanged);
        item.setColour(Qt::red);
        item.setColour(Qt::red);
        QCOMPARE(changes.size(), 1);
    }
};

POSTWAVE_TEST(SparklineTest, QApplication)
#include "sparklinetest.moc"
