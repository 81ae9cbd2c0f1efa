// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posthistories.h"
#include "posts/growthband.h"
#include "testcase.h"

#include <cmath>

using namespace Postwave;

namespace
{
constexpr qint64 kPublished = 1'760'000'000;
constexpr qint64 kLater = kPublished + 400 * kDay;
using Readings = QList<std::pair<double, qint64>>;
}

class GrowthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atAnAge_data()
    {
        QTest::addColumn<Readings>("readings");
        QTest::addColumn<double>("age");
        QTest::addColumn<double>("value"); // below 0: none
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char *name, Readings readings, double age, double value, bool isRead) {
            QTest::newRow(name) << readings << age << value << isRead;
        };
        const MaturityCurve &m = MaturityCurve::typicalViews();
        const auto between = [&m](double from, double to, double age) {
            return (m.at(age) - m.at(from)) / (m.at(to) - m.at(from));
        };
        row("nothing was read", {}, 24, -1, false);
        row("exactly", {{12, 100}, {24, 120}, {48, 200}}, 24, 120, true);
        row("along the curve", {{20, 100}, {30, 200}}, 24, 100 + 100 * between(20, 30, 24), true);
        row("too far apart", {{10, 100}, {90, 200}}, 24, 100 + 100 * between(10, 90, 24), false);
        row("as far as half of the age", {{19, 100}, {31, 200}}, 24, 100 + 100 * between(19, 31, 24), true);
        row("an hour apart is near at any age", {{0.25, 100}, {1.25, 300}}, 0.5, 100 + 200 * between(.25, 1.25, .5),
            true);
        row("far apart, but nearly the same", {{2, 100}, {300, 110}}, 24, 100 + 10 * between(2, 300, 24), true);
        row("far apart, the later one near", {{2, 100}, {26.4, 200}}, 24, 100 + 100 * between(2, 26.4, 24), true);
        row("and the earlier one", {{21.6, 100}, {300, 400}}, 24, 100 + 300 * between(21.6, 300, 24), true);
        row("only a later one, near", {{26, 100}}, 24, 100 * m.at(24) / m.at(26), true);
        row("only a later one", {{48, 100}}, 24, 100 * m.at(24) / m.at(48), false);
        row("only an earlier one", {{12, 100}, {18, 110}}, 24, 110 * m.at(24) / m.at(18), false);
        row("beyond 200 days nothing grows", {{4900, 100}, {6000, 300}}, 5000, 100, true);
        row("it may shrink", {{20, 200}, {30, 100}}, 24, 200 - 100 * between(20, 30, 24), true);
    }
    void atAnAge()
    {
        QFETCH(Readings, readings);
        QFETCH(double, age);
        QFETCH(double, value);
        QFETCH(bool, isRead);
        const MaturityCurve &curve = MaturityCurve::typicalViews();
        const std::optional<ValueAtAge> found =
            viewsOf(postWith(1, kPublished, readings), kLater).at(age, curve.at(age));
        QCOMPARE(found.has_value(), value >= 0);
        if (!found)
            return;
        QCOMPARE(found->value, value);
        QCOMPARE(found->isRead, isRead);
    }

    /** The youngest reading is near an age that has yet to come. */
    void anAgeThatIsYetToComeIsNotRead()
    {
        const PostHistory post = postWith(1, kPublished, {{23, 100}});
        const MaturityCurve &curve = MaturityCurve::typicalViews();
        QVERIFY(!viewsOf(post, kPublished + 23 * kHour).at(24, curve.at(24))->isRead);
        QVERIFY(viewsOf(post, kPublished + 24 * kHour).at(24, curve.at(24))->isRead);
    }

    void aRunIsReadAtBothEnds()
    {
        PostHistory post = postWith(1, kPublished, {});
        post.snapshots = {{kPublished + kHour, kPublished + 20 * kHour, {.views = 50}},
                          {kPublished + 30 * kHour, kPublished + 40 * kHour, {.views = 60}},
                          {kPublished + 50 * kHour, kPublished + 50 * kHour, {}}};
        const auto ages = [&post](qint64 asOf) {
            QList<double> found;
            const Growth growth = viewsOf(post, asOf);
            for (const AgeReading &reading : growth.readings())
                found.append(reading.age);
            return found;
        };
        QCOMPARE(ages(kLater), QList<double>({1, 20, 30, 40})); // what is unknown was not read
        QCOMPARE(ages(kPublished + 35 * kHour), QList<double>({1, 20, 30}));
        QCOMPARE(ages(kPublished + 19 * kHour), QList<double>({1}));
        QVERIFY(ages(kPublished).isEmpty());
    }

    void engagementNeedsAllItsParts()
    {
        PostHistory post = postWith(1, kPublished, {});
        post.snapshots = {{kPublished + kHour, kPublished + kHour, {.forwards = 1, .reactions = 2, .comments = 4}},
                          {kPublished + 2 * kHour, kPublished + 2 * kHour, {.forwards = 1, .reactions = 2}}};
        const Growth growth = Growth::of(post, Growing::Engagement, kLater, MaturityCurve::typicalEngagement());
        QCOMPARE(growth.readings().size(), 1);
        QCOMPARE(growth.value(), 7.);
    }

    void bounds_data()
    {
        QTest::addColumn<Readings>("readings");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("low"); // below 0: none
        QTest::addColumn<double>("high");
        const auto row = [](const char *name, Readings readings, double value, double low, double high) {
            QTest::newRow(name) << readings << value << low << high;
        };
        const MaturityCurve &m = MaturityCurve::typicalViews();
        row("never read", {}, -1, -1, -1);
        row("exactly", {{2, 50}, {24, 100}, {90, 300}}, 100, -1, -1);
        row("12 hours apart", {{18, 100}, {30, 200}}, 100 + 100 * (m.at(24) - m.at(18)) / (m.at(30) - m.at(18)), -1,
            -1);
        row("more", {{17, 100}, {30, 200}}, -1, 100, 200);
        row("more, but nearly the same", {{2, 100}, {90, 110}}, 100 + 10 * (m.at(24) - m.at(2)) / (m.at(90) - m.at(2)),
            -1, -1);
        row("not yet", {{2, 100}}, -1, 100, -1);
        row("only later", {{50, 100}}, -1, -1, 100);
    }
    void bounds()
    {
        QFETCH(Readings, readings);
        QFETCH(double, value);
        QFETCH(double, low);
        QFETCH(double, high);
        const Bounded found =
            viewsOf(postWith(1, kPublished, readings), kLater).boundedAt(24, 12, MaturityCurve::typicalViews());
        QCOMPARE(found.value.value_or(-1), value);
        QCOMPARE(found.low.value_or(-1), low);
        QCOMPARE(found.high.value_or(-1), high);
    }

    void aChannelOfItsOwn()
    {
        const MaturityCurve &typical = MaturityCurve::typicalViews();
        QCOMPARE(ownGrowth({}, typical).curve.at(5), typical.at(5));
        QVERIFY(!ownGrowth({}, typical).isKnown());

        // Three posts that all have 60 % more views at 30 days than at 14.
        QList<Growth> growths;
        for (int i = 0; i < 3; ++i)
            growths.append(viewsOf(postWith(i, kPublished, {{336, 100 * (i + 1)}, {720, 160 * (i + 1)}}), kLater));
        const OwnGrowth own = ownGrowth(growths, typical);
        QCOMPARE(own.posts.back(), 3.);
        QCOMPARE(own.posts.front(), 0.);
        const double factor = std::exp((3 * std::log(1.6) + 2 * std::log(1 / .83)) / 5);
        QCOMPARE(own.curve.at(336), 1 / factor);
        QCOMPARE(own.curve.factor(0), typical.factor(0));
        QVERIFY(!own.isKnown());
    }

    void roundedGrowthIsToldAboveItsGrain()
    {
        PostHistory post = postWith(1, kPublished, {{336, 1000}, {720, 1010}});
        post.snapshots[0].counters.viewsGrain = 10;
        QCOMPARE(ownGrowth({viewsOf(post, kLater)}, MaturityCurve::typicalViews()).posts.back(), 0.);
        post.snapshots[1].counters.views = 1020;
        QCOMPARE(ownGrowth({viewsOf(post, kLater)}, MaturityCurve::typicalViews()).posts.back(), 1.);
    }

    void band()
    {
        const MaturityCurve &curve = MaturityCurve::typicalViews();
        QList<Growth> growths;
        for (int i = 1; i <= 7; ++i)
            growths.append(viewsOf(postWith(i, kPublished, {{24, 100 * i}}), kLater));
        QVERIFY(growthBand(growths, curve).isEmpty());
        growths.append(viewsOf(postWith(8, kPublished, {{24, 800}, {48, 900}}), kLater));
        growths.append(viewsOf(postWith(9, kPublished, {{24, 900}}), kLater));
        const QList<BandPoint> found = growthBand(growths, curve);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].age, 24.);
        QCOMPARE(found[0].low, 300.);
        QCOMPARE(found[0].median, 500.);
        QCOMPARE(found[0].high, 700.);
        QCOMPARE(found[0].posts, 9);
    }
};

POSTWAVE_TEST(GrowthTest, Testing::NoApplication)
#include "growthtest.moc"
