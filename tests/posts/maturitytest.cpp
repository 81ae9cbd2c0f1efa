// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/maturity.h"
#include "testcase.h"

#include <cmath>

using namespace Postwave;

class MaturityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesByAge_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<double>("views");
        QTest::addColumn<double>("engagement");
        QTest::newRow("half an hour") << 0.5 << .09 << .30;
        QTest::newRow("an hour") << 1. << .15 << .36;
        QTest::newRow("between, by logarithms") << std::sqrt(1. * 3.) << std::sqrt(.15 * .24) << std::sqrt(.36 * .50);
        QTest::newRow("a day") << 24. << .35 << .72;
        QTest::newRow("30 days") << 720. << 1. << 1.;
        QTest::newRow("40 days") << 960. << 1.04 << 1.;
        QTest::newRow("100 days") << 2400. << 1.16 << 1.;
        QTest::newRow("200 days") << 4800. << 1.22 << 1.;
        QTest::newRow("years") << 90000. << 1.22 << 1.;
        // The line from half an hour to an hour goes on.
        QTest::newRow("a quarter of an hour") << 0.25 << .09 * .09 / .15 << .30 * .30 / .36;
        const double youngest = .09 * std::pow(.09 / .15, std::log2(0.5 / 0.0001));
        const double engaged = .30 * std::pow(.30 / .36, std::log2(0.5 / 0.0001));
        QTest::newRow("0.36 s") << 0.0001 << youngest << engaged;
        QTest::newRow("less counts as that") << 0. << youngest << engaged;
        QTest::newRow("a clock that was behind") << -3. << youngest << engaged;
    }
    void sharesByAge()
    {
        QFETCH(double, hours);
        QFETCH(double, views);
        QFETCH(double, engagement);
        QCOMPARE(MaturityCurve::typicalViews().at(hours), views);
        QCOMPARE(MaturityCurve::typicalEngagement().at(hours), engagement);
    }

    void madeOfFactors()
    {
        std::array<double, MaturityCurve::kSteps> factors;
        factors.fill(2);
        const MaturityCurve curve = MaturityCurve::ofFactors(factors, MaturityCurve::typicalViews());
        QCOMPARE(curve.at(720), 1.);
        QCOMPARE(curve.at(336), 0.5);
        QCOMPARE(curve.at(0.5), 1. / 1024);
        QCOMPARE(curve.factor(0), 2.);
        // Beyond 30 days as the other.
        QCOMPARE(curve.at(960), 1.04);
        QCOMPARE(curve.at(9600), 1.22);
    }
};

POSTWAVE_TEST(MaturityTest, Testing::NoApplication)
#include "maturitytest.moc"
