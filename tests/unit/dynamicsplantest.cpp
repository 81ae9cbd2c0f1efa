// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/dynamicsplan.h"
#include "dynamicstext.h"
#include "fakes.h"
#include "testcase.h"

using namespace Postwave;

// Ids of one kind are none of another, and no bare numbers.
static_assert(!std::is_convertible_v<PostId, ChannelId> && !std::is_convertible_v<qint64, ChannelId>);
static_assert(!std::is_convertible_v<ChannelId, qint64> && !std::is_constructible_v<ObservationId, PostId>);

namespace
{
const qint64 kNow = at("2025-11-21T14:37:20Z");
constexpr qint64 kDay = 86400;

NeededBuckets needed(const char *from, const char *until, StoredResolution level)
{
    return {{at(from), at(until)}, level};
}

const DynamicsRequest &dynamics(const PlannedRequest &planned)
{
    return static_cast<const DynamicsRequest &>(*planned.request);
}

QByteArrayList textsOf(const SourcePlan &plan)
{
    QByteArrayList texts;
    for (const PlannedRequest &planned : plan.requests)
        texts.append(textOf(dynamics(planned).query));
    return texts;
}

std::shared_ptr<const SourceRequest> request(const DynamicsQuery &query, ChannelId channel = ChannelId(1))
{
    return std::make_shared<DynamicsRequest>(channel, query);
}
}

/** Which requests the server is sent for what is needed: the fewest. */
class DynamicsPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewestRequests_data()
    {
        QTest::addColumn<SourceNeed>("need");
        QTest::addColumn<QByteArrayList>("requests");
        const auto row = [](const char *name, const SourceNeed &need, const QByteArrayList &requests) {
            QTest::newRow(name) << need << requests;
        };
        const NeededBuckets week = needed("2025-11-15", "2025-11-22", StoredResolution::Day);
        const NeededBuckets weekBefore = needed("2025-11-08", "2025-11-15", StoredResolution::Day);
        const NeededBuckets hours = needed("2025-11-20T15:00:00Z", "2025-11-21T15:00:00Z", StoredResolution::Hour);
        const NeededBuckets hoursBefore =
            needed("2025-11-19T15:00:00Z", "2025-11-20T15:00:00Z", StoredResolution::Hour);
        row("nothing", {.channel = ChannelId(1)}, {});
        row("a week", {.channel = ChannelId(1), .buckets = {week}, .period = Period::Days7}, {"7d"});
        row("a week and the one before",
            {.channel = ChannelId(1), .buckets = {week, weekBefore}, .period = Period::Days7}, {"30d"});
        row("a day more than the server's month",
            {.channel = ChannelId(1), .buckets = {needed("2025-10-22", "2025-11-22", StoredResolution::Day)}}, {"90d"});
        row("days of years ago",
            {.channel = ChannelId(1), .buckets = {needed("2019-01-01", "2019-02-01", StoredResolution::Day)}}, {"all"});
        row("hours up to now", {.channel = ChannelId(1), .buckets = {hours}, .period = Period::Hours24}, {"24h"});
        row("and those of the day before",
            {.channel = ChannelId(1), .buckets = {hours, hoursBefore}, .period = Period::Hours24},
            {"24h", "2025-11-19T15:00:00Z 2025-11-20T15:00:00Z"});
        row("hours of a zone with half hours",
            {.channel = ChannelId(1),
             .buckets = {needed("2025-11-20T15:30:00Z", "2025-11-21T15:30:00Z", StoredResolution::Minute)},
             .period = Period::Hours24},
            {"2025-11-20T15:30:00Z 2025-11-21T14:39:00Z"});
        row("an hour up to now, with the minute that may begin on the way",
            {.channel = ChannelId(1),
             .buckets = {needed("2025-11-21T13:38:00Z", "2025-11-21T14:38:00Z", StoredResolution::Minute)},
             .period = Period::Hour1},
            {"2025-11-21T13:37:00Z 2025-11-21T14:39:00Z"});
        row("a day", {.channel = ChannelId(1), .buckets = {needed("2025-11-20", "2025-11-21", StoredResolution::Hour)}},
            {"2025-11-20T00:00:00Z 2025-11-21T00:00:00Z"});
        row("today", {.channel = ChannelId(1), .buckets = {needed("2025-11-21", "2025-11-22", StoredResolution::Hour)}},
            {"2025-11-21T00:00:00Z 2025-11-21T14:39:00Z"});
        row("tomorrow",
            {.channel = ChannelId(1), .buckets = {needed("2025-11-22", "2025-11-23", StoredResolution::Hour)}}, {});
        row("tomorrow, and yesterday",
            {.channel = ChannelId(1),
             .buckets = {needed("2025-11-22", "2025-11-23", StoredResolution::Hour),
                         needed("2025-11-20", "2025-11-21", StoredResolution::Hour)}},
            {"2025-11-20T00:00:00Z 2025-11-21T00:00:00Z"});
    }
    void fewestRequests()
    {
        QFETCH(const SourceNeed, need);
        QFETCH(const QByteArrayList, requests);
        const SourcePlan plan = dynamicsPlan(need, {}, kNow);
        QCOMPARE(textsOf(plan), requests);
        QVERIFY(!plan.again);
        for (const PlannedRequest &planned : plan.requests)
            QCOMPARE(dynamics(planned).channel, ChannelId(1));
    }

    void theHoursOfAWholeDayHaveAnotherForm_data()
    {
        QTest::addColumn<NeededBuckets>("buckets");
        QTest::addColumn<qint64>("late"); // -1: no other form
        QTest::newRow("over") << needed("2025-11-20", "2025-11-21", StoredResolution::Hour) << qint64(0);
        QTest::newRow("running") << needed("2025-11-21", "2025-11-22", StoredResolution::Hour) << kDatePairCacheAge;
        QTest::newRow("needed by minutes")
            << needed("2025-11-20", "2025-11-21", StoredResolution::Minute) << qint64(-1);
        QTest::newRow("of another zone") << needed("2025-11-19T19:00:00Z", "2025-11-20T19:00:00Z",
                                                   StoredResolution::Hour)
                                         << qint64(-1);
        QTest::newRow("of two days") << needed("2025-11-19", "2025-11-21", StoredResolution::Hour) << qint64(-1);
    }
    void theHoursOfAWholeDayHaveAnotherForm()
    {
        QFETCH(const NeededBuckets, buckets);
        QFETCH(const qint64, late);
        const SourcePlan plan = dynamicsPlan({.channel = ChannelId(1), .buckets = {buckets}}, {}, kNow);
        QCOMPARE(plan.requests.size(), 1);
        const auto &other = dynamics(plan.requests[0]).otherForm;
        QCOMPARE(other ? other->lateBy : -1, late);
        if (other)
            QCOMPARE(other->query.day, buckets.window.from);
    }

    /** A month of a zone whose days are no days of the server: the days first, and then spans of minutes. */
    void longViewsAreAskedInSpans()
    {
        const SourceNeed need{
            .channel = ChannelId(1),
            .buckets = {needed("2025-10-22T19:00:00Z", "2025-11-21T19:00:00Z", StoredResolution::Hour)}};
        const SourcePlan first = dynamicsPlan(need, {}, kNow);
        QCOMPARE(textsOf(first), QByteArrayList{"90d"}); // the first day begins before the 30 of the server
        QVERIFY(first.again);
        QCOMPARE(*first.listsDaysFrom, at("2025-08-24"));

        SourceKnowledge known{.days = {at("2025-10-22"), at("2025-11-22")}};
        const SourcePlan all = dynamicsPlan(need, known, kNow);
        QVERIFY(!all.again);
        // Cut wherever eight days of a fixed calendar end; what touches now comes first.
        QCOMPARE(
            textsOf(all),
            (QByteArrayList{"2025-11-16T00:00:00Z 2025-11-21T14:39:00Z", "2025-11-08T00:00:00Z 2025-11-16T00:00:00Z",
                            "2025-10-31T00:00:00Z 2025-11-08T00:00:00Z", "2025-10-23T00:00:00Z 2025-10-31T00:00:00Z",
                            "2025-10-22T19:00:00Z 2025-10-23T00:00:00Z"}));
        for (const PlannedRequest &planned : all.requests)
            QCOMPARE(int(planned.tells->level), int(StoredResolution::Hour));

        for (qint64 day = at("2025-10-28"); day < at("2025-11-12"); day += kDay)
            known.emptyDays.insert(day);
        QCOMPARE(
            textsOf(dynamicsPlan(need, known, kNow)),
            (QByteArrayList{"2025-11-16T00:00:00Z 2025-11-21T14:39:00Z", "2025-11-12T00:00:00Z 2025-11-16T00:00:00Z",
                            "2025-10-23T00:00:00Z 2025-10-28T00:00:00Z", "2025-10-22T19:00:00Z 2025-10-23T00:00:00Z"}));
    }

    void whatTwoWindowsHaveInOneSpanIsAskedOnce()
    {
        const SourceNeed need{
            .channel = ChannelId(1),
            .buckets = {needed("2025-11-10T19:00:00Z", "2025-11-20T19:00:00Z", StoredResolution::Hour),
                        needed("2025-10-31T19:00:00Z", "2025-11-10T19:00:00Z", StoredResolution::Minute)}};
        const SourcePlan plan = dynamicsPlan(need, SourceKnowledge{.days = {at("2025-10-31"), at("2025-11-21")}}, kNow);
        QCOMPARE(
            textsOf(plan),
            (QByteArrayList{"2025-11-16T00:00:00Z 2025-11-20T19:00:00Z", "2025-11-08T00:00:00Z 2025-11-16T00:00:00Z",
                            "2025-10-31T19:00:00Z 2025-11-08T00:00:00Z"}));
        QCOMPARE(int(plan.requests[0].tells->level), int(StoredResolution::Minute)); // serves both
    }

    void offUtcAreOnlyPairsCutBetweenDays()
    {
        SourceNeed need{.channel = ChannelId(1),
                        .buckets = {needed("2025-01-15", "2025-11-22", StoredResolution::Day)}};
        need.period = Period::All;
        const SourcePlan plan = dynamicsPlan(need, {}, kNow, DynamicsForms::TimePairs);
        QCOMPARE(
            textsOf(plan),
            (QByteArrayList{"2025-08-24T00:00:00Z 2025-11-21T14:39:00Z", "2025-05-26T00:00:00Z 2025-08-24T00:00:00Z",
                            "2025-02-25T00:00:00Z 2025-05-26T00:00:00Z", "2025-01-15T00:00:00Z 2025-02-25T00:00:00Z"}));
        QVERIFY(!plan.again);
        const SourceNeed day{.channel = ChannelId(1),
                             .buckets = {needed("2025-11-20", "2025-11-21", StoredResolution::Hour)}};
        const SourcePlan ofADay = dynamicsPlan(day, {}, kNow, DynamicsForms::TimePairs);
        QCOMPARE(ofADay.requests.size(), 1);
        QVERIFY(!dynamics(ofADay.requests.constFirst()).otherForm);
    }

    void whatAnAnswerHolds()
    {
        const auto week = request(RollingQuery{Period::Days7});
        const auto month = request(RollingQuery{Period::Days30});
        QVERIFY(month->holds(*week));
        QVERIFY(!week->holds(*month));
        QVERIFY(!request(RollingQuery{Period::Hours24})->holds(*request(RollingQuery{Period::Days7})));
        QVERIFY(!month->holds(*request(RollingQuery{Period::Days7}, ChannelId(2))));
        const auto minutes = request(MinuteQuery{{0, 60}});
        QVERIFY(minutes->holds(*request(MinuteQuery{{0, 60}})));
        QVERIFY(!minutes->holds(*request(MinuteQuery{{60, 120}})));
        QVERIFY(!minutes->holds(*week));
    }
};

POSTWAVE_TEST(DynamicsPlanTest, QCoreApplication)
#include "dynamicsplantest.moc"
