// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/change.h"
#include "posthistories.h"
#include "testcase.h"

using namespace Postwave;

namespace
{
constexpr qint64 kNow = 1'760'000'000;

/** Posts that have so many views now, at the age of so many hours. */
QList<Growth> readOnce(QList<std::pair<double, qint64>> ages)
{
    QList<Growth> growths;
    for (const auto &[age, views] : ages)
        growths.append(viewsOf(postWith(1, kNow - qint64(age * kHour), {{age, views}}), kNow));
    return growths;
}

OwnGrowth knownGrowth()
{
    OwnGrowth own;
    own.posts.fill(3);
    std::array<double, MaturityCurve::kSteps> factors;
    factors.fill(1.25);
    own.curve = MaturityCurve::ofFactors(factors, MaturityCurve::typicalViews());
    return own;
}

GrowthChange directed(double value, double plusMinus)
{
    return {.basis = ChangeBasis::OwnGrowth, .value = value, .plusMinus = plusMinus, .posts = 5, .earlierPosts = 5};
}
}

class ChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToCompare()
    {
        ChangeQuestion question{.side = {readOnce({{24, 100}})}, .earlier = {readOnce({{48, 100}})}};
        question.earlierCovered = false;
        QCOMPARE(viewsPerPostChange(question).gap, ChangeGap::EarlierNotCovered);
        question.earlierCovered = true;
        question.earlier.views.clear();
        QCOMPARE(viewsPerPostChange(question).gap, ChangeGap::NoEarlierPosts);
        question.side.views = readOnce({{0.9, 100}}); // too young
        QCOMPARE(viewsPerPostChange(question).gap, ChangeGap::NoPosts);
        QVERIFY(!viewsPerPostChange(question).value);
        question.earlier.views = readOnce({{48, 0}});
        question.side.views = readOnce({{24, 100}});
        QCOMPARE(viewsPerPostChange(question).gap, ChangeGap::NoEarlierPosts); // nothing to divide by
    }

    void byOwnGrowth_data()
    {
        QTest::addColumn<int>("posts");
        QTest::addColumn<int>("earlier");
        QTest::addColumn<double>("plusMinus");
        QTest::newRow("one") << 1 << 9 << .30;
        QTest::newRow("two") << 9 << 2 << .30;
        QTest::newRow("three") << 3 << 9 << .15;
        QTest::newRow("seven") << 7 << 7 << .15;
        QTest::newRow("eight") << 8 << 8 << .10;
    }
    void byOwnGrowth()
    {
        QFETCH(int, posts);
        QFETCH(int, earlier);
        QFETCH(double, plusMinus);
        ChangeQuestion question{.ownViews = knownGrowth()};
        for (int i = 0; i < posts; ++i)
            question.side.views += readOnce({{336, 120}});
        for (int i = 0; i < earlier; ++i)
            question.earlier.views += readOnce({{720, 100}});
        const GrowthChange change = viewsPerPostChange(question);
        QCOMPARE(change.basis, ChangeBasis::OwnGrowth);
        QCOMPARE(*change.value, 1.2 * 1.25 - 1);
        QCOMPARE(*change.plusMinus, plusMinus);
        QCOMPARE(change.posts, double(posts));
        QCOMPARE(change.earlierPosts, double(earlier));
        question.singleBucket = true;
        QCOMPARE(*viewsPerPostChange(question).plusMinus, .30);
    }

    void atEqualAge()
    {
        // Two posts of 24 and 48 hours against two that were read at both ages.
        ChangeQuestion question{.side = {readOnce({{24, 100}, {48, 300}})}};
        for (const qint64 more : {0, 100})
            question.earlier.views.append(
                viewsOf(postWith(1, kNow - 100 * kHour, {{24, 100 + more}, {48, 200 + more}, {90, 900}}), kNow));
        const GrowthChange change = viewsPerPostChange(question);
        QCOMPARE(change.basis, ChangeBasis::EqualAge);
        QCOMPARE(*change.value, 400. / (150 + 250) - 1);
        QCOMPARE(*change.plusMinus, .30);
        // A single bucket prefers that even where its own growth is known.
        question.ownViews = knownGrowth();
        QCOMPARE(viewsPerPostChange(question).basis, ChangeBasis::OwnGrowth);
        question.singleBucket = true;
        QCOMPARE(viewsPerPostChange(question).basis, ChangeBasis::EqualAge);
        // One that cannot be read is enough to end it.
        question.ownViews = {};
        question.earlier.views += readOnce({{100, 500}});
        QCOMPARE(viewsPerPostChange(question).basis, ChangeBasis::TypicalGrowth);
    }

    void byTypicalGrowth()
    {
        const ChangeQuestion question{.side = {readOnce({{336, 100}})}, .earlier = {readOnce({{720, 100}})}};
        const GrowthChange change = viewsPerPostChange(question);
        QCOMPARE(change.basis, ChangeBasis::TypicalGrowth);
        QVERIFY(!change.value);
        QVERIFY(!change.plusMinus);
        QCOMPARE(*change.low, 0.);
        QCOMPARE(*change.high, 1.2 / .83 - 1);
    }

    void rangesAreInOrder()
    {
        // Against younger posts, as of a start of one's own.
        const ChangeQuestion question{.side = {readOnce({{720, 100}})}, .earlier = {readOnce({{24, 100}})}};
        const GrowthChange change = viewsPerPostChange(question);
        QVERIFY(*change.low < *change.high);
        QCOMPARE(*change.high, 0.);
    }

    void bucketsCountAsTheirPosts()
    {
        // A bucket of three posts beside one of one.
        ChangeQuestion question{.ownViews = knownGrowth()};
        const auto bucket = [](double age, double views, double posts) {
            return Growth({{.age = age, .value = views}}, age, MaturityCurve::typicalViews(), posts);
        };
        question.side.views = {bucket(720, 300, 3), bucket(720, 100, 1)};
        question.earlier.views = {bucket(720, 400, 8)};
        const GrowthChange change = viewsPerPostChange(question);
        QCOMPARE(*change.value, 1.);
        QCOMPARE(change.posts, 4.);
        QCOMPARE(*change.plusMinus, .15);
    }

    void engagementByViews()
    {
        ChangeQuestion question{
            .side = {.views = readOnce({{720, 1000}, {720, 500}}), .engagement = readOnce({{720, 80}, {720, 40}})},
            .earlier = {.views = readOnce({{720, 1000}}), .engagement = readOnce({{720, 60}})}};
        const GrowthChange typical = engagementRateChange(question);
        QCOMPARE(typical.basis, ChangeBasis::TypicalGrowth);
        QCOMPARE(*typical.value, .08 / .06 - 1);
        QCOMPARE(*typical.plusMinus, .30);
        question.ownViews = knownGrowth();
        question.ownEngagement.curve = MaturityCurve::typicalEngagement();
        QCOMPARE(engagementRateChange(question).basis, ChangeBasis::OwnGrowth);
        QCOMPARE(*engagementRateChange(question).plusMinus, .25);
        // One whose parts are unknown is in neither sum.
        question.side.views += readOnce({{720, 9000}});
        question.side.engagement.append(Growth({}, 720, MaturityCurve::typicalEngagement()));
        QCOMPARE(*engagementRateChange(question).value, .08 / .06 - 1);
        QCOMPARE(engagementRateChange(question).posts, 2.);
        question.earlier.engagement = readOnce({{700, 60}}); // not read together with the views
        QCOMPARE(engagementRateChange(question).gap, ChangeGap::NoEarlierPosts);
    }

    void viewsAreWhatPostsHaveTimesTheirNumber()
    {
        const GrowthChange views = viewsChange(directed(0.10, 0.15), 30, 20);
        QCOMPARE(*views.value, 1.1 * 1.5 - 1);
        QCOMPARE(*views.plusMinus, 0.15);
        QVERIFY(!viewsChange(directed(0.1, 0.1), 30, 0).value);
        QCOMPARE(*exactChange(30, 20, true).value, 0.5);
        QCOMPARE(exactChange(30, 20, true).basis, ChangeBasis::Exact);
        QCOMPARE(exactChange(30, 0, true).gap, ChangeGap::NoEarlierPosts);
        QCOMPARE(exactChange(30, 20, false).gap, ChangeGap::EarlierNotCovered);
    }

    void onlyWhatIsClearHasADirection_data()
    {
        using Direction = GrowthChange::Direction;
        QTest::addColumn<GrowthChange>("change");
        QTest::addColumn<Direction>("direction");
        QTest::newRow("up") << directed(.15, .15) << Direction::Up;
        QTest::newRow("down") << directed(-.15, .15) << Direction::Down;
        QTest::newRow("within") << directed(.149, .15) << Direction::None;
        QTest::newRow("exact") << directed(.001, 0) << Direction::Up;
        QTest::newRow("exactly as before") << directed(0, 0) << Direction::None;
        const auto range = [](double naive, double low, double high, double posts) {
            return GrowthChange{.basis = ChangeBasis::TypicalGrowth,
                                .low = low,
                                .high = high,
                                .naive = naive,
                                .posts = posts,
                                .earlierPosts = 9};
        };
        QTest::newRow("a range above") << range(.1, .1, .3, 1) << Direction::Up;
        QTest::newRow("naively above") << range(.1, -.1, .1, 1) << Direction::Up;
        QTest::newRow("around") << range(-.1, -.1, .1, 9) << Direction::None;
        QTest::newRow("below") << range(-.3, -.3, -.1, 3) << Direction::Down;
        QTest::newRow("below, of two posts") << range(-.3, -.3, -.1, 2) << Direction::None;
        QTest::newRow("nothing") << GrowthChange() << Direction::None;
    }
    void onlyWhatIsClearHasADirection()
    {
        QFETCH(GrowthChange, change);
        QFETCH(GrowthChange::Direction, direction);
        QCOMPARE(change.direction(), direction);
    }
};

POSTWAVE_TEST(ChangeTest, Testing::NoApplication)
#include "changetest.moc"
