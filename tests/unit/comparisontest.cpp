// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/comparison.h"

#include "core/timetext.h"
#include "format/format.h"
#include "series/seriesview.h"
#include "series/viewpart.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
qint64 at(const char *time)
{
    return secondsFromIso(QString::fromLatin1(time)).value();
}

const Comparison kPreviousWeekday{};
const Comparison kPreviousDate{.baseline = PreviousPeriod(), .alignment = Alignment::Date};
const Comparison kYearWeekday{.baseline = PreviousYear()};
const Comparison kYearDate{.baseline = PreviousYear(), .alignment = Alignment::Date};

StoredSeries knownDays(const char *from, const QList<qint64> &views, CommentsKind comments)
{
    StoredSeries series{.level = StoredResolution::Day, .window = {at(from), at(from)}, .buckets = {}};
    for (const qint64 each : views) {
        StoredBucket bucket{.start = series.window.until, .covered = each >= 0, .complete = true, .hasPosts = each > 0};
        bucket.observedAt = at("2025-11-21T14:00:00Z");
        bucket.counters = Counters::zero();
        bucket.counters[Metric::Views] = each;
        bucket.counters[Metric::Comments] = 1;
        bucket.comments = comments;
        series.buckets.append(bucket);
        series.window.until += secondsOf(StoredResolution::Day);
    }
    return series;
}
}

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counterparts_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<Comparison>("comparison");
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QString>("counterpart");
        const auto row = [](const char *name, const ViewQuery &question, const Comparison &comparison,
                            const char *bucket, const char *counterpart) {
            QTest::newRow(name) << question << comparison << QString::fromLatin1(bucket)
                                << QString::fromLatin1(counterpart);
        };
        const DayView day{at("2025-11-20")};
        const HourView hour{at("2025-11-20T14:00:00Z")};
        row("7d, weekday", Period::Days7, kPreviousWeekday, "2025-11-20", "2025-11-13");
        row("7d, date", Period::Days7, kPreviousDate, "2025-11-20", "2025-11-13");
        row("30d, weekday", Period::Days30, kPreviousWeekday, "2025-11-20", "2025-10-16"); // five weeks
        row("30d, date", Period::Days30, kPreviousDate, "2025-11-20", "2025-10-21");
        row("90d, weekday", Period::Days90, kPreviousWeekday, "2025-11-20", "2025-08-21"); // thirteen weeks
        row("90d, date", Period::Days90, kPreviousDate, "2025-11-20", "2025-08-22");
        row("24h, weekday", Period::Hours24, kPreviousWeekday, "2025-11-20T14:00:00Z", "2025-11-13T14:00:00Z");
        row("24h, date", Period::Hours24, kPreviousDate, "2025-11-20T14:00:00Z", "2025-11-19T14:00:00Z");
        row("6h, date", Period::Hours6, kPreviousDate, "2025-11-20T02:00:00Z", "2025-11-19T20:00:00Z");
        row("1h, weekday", Period::Hour1, kPreviousWeekday, "2025-11-20T14:05:00Z", "2025-11-13T14:05:00Z");
        row("1h, date", Period::Hour1, kPreviousDate, "2025-11-20T14:05:00Z", "2025-11-20T13:05:00Z");
        row("day, weekday", day, kPreviousWeekday, "2025-11-20T23:00:00Z", "2025-11-13T23:00:00Z");
        row("day, date", day, kPreviousDate, "2025-11-20T00:00:00Z", "2025-11-19T00:00:00Z");
        row("hour, weekday", hour, kPreviousWeekday, "2025-11-20T14:59:00Z", "2025-11-13T14:59:00Z");
        row("hour, date", hour, kPreviousDate, "2025-11-20T14:00:00Z", "2025-11-20T13:00:00Z");
        row("year, weekday", Period::Days7, kYearWeekday, "2025-11-20", "2024-11-21"); // both Thursdays
        row("year, date", Period::Days7, kYearDate, "2025-11-20", "2024-11-20");
        row("year of an hour, date", hour, kYearDate, "2025-11-20T14:59:00Z", "2024-11-20T14:59:00Z");
        row("year, date, leap day", Period::Days7, kYearDate, "2024-02-29", "2023-02-28");
        row("year, date, the day before it", Period::Days7, kYearDate, "2024-02-28", "2023-02-28");
        row("year, date, the day after it", Period::Days7, kYearDate, "2024-03-01", "2023-03-01");
        row("a chosen start", Period::Days7, {.baseline = BaselineStart{at("2025-01-01")}}, "2025-11-20", "2025-01-06");
        row("a chosen start of a day", day, {.baseline = BaselineStart{at("2025-11-03T05:00:00Z")}},
            "2025-11-20T02:00:00Z", "2025-11-03T07:00:00Z");

        // Months, quarters and years are compared with those before them, day by day.
        const RangeView october{at("2025-10-01"), at("2025-11-01")};
        const RangeView hoursOfOctober{at("2025-10-01"), at("2025-11-01"), ViewStep::Hour};
        const RangeView quarter{at("2025-07-01"), at("2025-10-01")};
        const RangeView quarterByMonth{at("2025-07-01"), at("2025-10-01"), ViewStep::Month};
        const RangeView year{at("2024-01-01"), at("2025-01-01")};
        const RangeView week{at("2025-11-10"), at("2025-11-17")};
        const RangeView notQuiteOctober{at("2025-10-02"), at("2025-11-01")};
        row("a month, weekday", october, kPreviousWeekday, "2025-10-30", "2025-09-30");
        row("a month, date", october, kPreviousDate, "2025-10-01", "2025-09-01");
        row("hours of a month", hoursOfOctober, kPreviousWeekday, "2025-10-30T23:00:00Z", "2025-09-30T23:00:00Z");
        row("a quarter", quarter, kPreviousWeekday, "2025-09-30", "2025-06-30");
        row("a quarter by month", quarterByMonth, kPreviousWeekday, "2025-09-01", "2025-06-01");
        row("a year", year, kPreviousDate, "2024-12-31", "2023-12-31");
        row("a week, weekday", week, kPreviousWeekday, "2025-11-16", "2025-11-09");
        row("a week, date", week, kPreviousDate, "2025-11-16", "2025-11-09");
        row("30 days of a month, weekday", notQuiteOctober, kPreviousWeekday, "2025-10-30", "2025-09-25");
        row("a month, year by date", october, kYearDate, "2025-10-31", "2024-10-31");
    }
    void counterparts()
    {
        QFETCH(const ViewQuery, question);
        QFETCH(const Comparison, comparison);
        QFETCH(const QString, bucket);
        QFETCH(const QString, counterpart);
        const TimeWindow window = viewWindow(question, at("2025-11-21T14:37:20Z"));
        const std::optional<Counterpart> found = Counterpart::of(question, window, comparison);
        QVERIFY(found);
        const std::optional<qint64> start = found->of(*secondsFromIso(bucket));
        QVERIFY(start);
        QCOMPARE(isoUtc(*start), isoUtc(*secondsFromIso(counterpart)));
    }

    void daysThatTheOtherMonthLacksHaveNone()
    {
        const ViewQuery october = RangeView{at("2025-10-01"), at("2025-11-01")};
        const TimeWindow window{at("2025-10-01"), at("2025-11-01")};
        const Counterpart before = *Counterpart::of(october, window, kPreviousWeekday);
        QVERIFY(!before.of(at("2025-10-31")));
        QCOMPARE(before.of(window), (TimeWindow{at("2025-09-01"), at("2025-10-01")}));
        QVERIFY(!before.alignment());

        const ViewQuery berlin = {RangeView{at("2025-02-28T23:00:00Z"), at("2025-03-31T22:00:00Z"), ViewStep::Hour},
                                  QTimeZone("Europe/Berlin")};
        const TimeWindow march = viewWindow(berlin, 0);
        const Counterpart february = *Counterpart::of(berlin, march, kPreviousWeekday);
        QVERIFY(!february.of(at("2025-03-29T11:00:00Z")));
        QCOMPARE(february.of(march), (TimeWindow{at("2025-01-31T23:00:00Z"), at("2025-02-28T23:00:00Z")}));
    }

    void aMonthOpenedFromMonthsIsComparedDayByDay()
    {
        const ViewQuery december = RangeView{at("2025-12-01"), at("2026-01-01")};
        const TimeWindow window{at("2025-12-01"), at("2026-01-01")};
        const Counterpart september = *Counterpart::of(december, window, {.baseline = BaselineStart{at("2025-09-01")}});
        QCOMPARE(september.of(at("2025-12-30")), std::optional(at("2025-09-30")));
        QVERIFY(!september.of(at("2025-12-31")));
    }

    void partsOfAQuarterAreComparedWithTheirOwnDays()
    {
        SeriesView view =
            assembleView(RangeView{at("2025-07-01"), at("2025-10-01")},
                         knownDays("2025-07-01", QList<qint64>(92, 5), CommentsKind::Discussion), at("2025-11-21"));
        const Counterpart before = *Counterpart::of(view.question, view.window, kPreviousWeekday);
        compareView(view, kPreviousWeekday, before,
                    knownDays("2025-04-01", QList<qint64>(91, 4), CommentsKind::Discussion), at("2025-11-21"));
        const SeriesView july = partOf(view, 0, 31);
        QCOMPARE(july.compared->window, (TimeWindow{at("2025-04-01"), at("2025-05-01")}));
        QVERIFY(!july.compared->exists(30)); // 31 April
        const SeriesView fromThe31st = partOf(view, 30, 5);
        QCOMPARE(fromThe31st.compared->window, (TimeWindow{at("2025-05-01"), at("2025-05-05")}));
    }

    void rowsWithoutCounterpartLackNothing()
    {
        SeriesView view =
            assembleView(RangeView{at("2025-10-01"), at("2025-11-01")},
                         knownDays("2025-10-01", QList<qint64>(31, 5), CommentsKind::Discussion), at("2025-11-21"));
        const Counterpart before = *Counterpart::of(view.question, view.window, kPreviousWeekday);
        compareView(view, kPreviousWeekday, before,
                    knownDays("2025-09-01", QList<qint64>(30, 4), CommentsKind::Discussion), at("2025-11-21"));
        const ComparisonRows &compared = *view.compared;
        QVERIFY(compared.exists(29));
        QCOMPARE(compared.rows[29].counters[Metric::Views], Count(4));
        QVERIFY(!compared.exists(30));
        QCOMPARE(compared.lackingCount(), 0);
        QCOMPARE(compared.window, (TimeWindow{at("2025-09-01"), at("2025-10-01")}));
    }

    void whatLeavesDaysBetweenSaysHowFarItLies()
    {
        const QString shown = u"29 Oct – 27 Nov"_s;
        SeriesView view;
        view.question = Period::Days30;
        view.window = {at("2025-10-29"), at("2025-11-28")};
        const Counterpart before = *Counterpart::of(view.question, view.window, kPreviousWeekday);
        StoredSeries known;
        known.window = before.of(view.window);
        compareView(view, kPreviousWeekday, before, known, at("2025-11-27"));
        QCOMPARE(view.compared->daysEarlier, 35);
        QCOMPARE(Format::against(shown, *view.compared, QTimeZone::utc(), QLocale::c()),
                 u"29 Oct – 27 Nov vs. 24 Sep – 23 Oct 2025 (35 day(s) earlier, by weekday)"_s);
    }

    void allTimeHasNone()
    {
        for (const Comparison &comparison : {kPreviousWeekday, kYearDate, {.baseline = BaselineStart{0}}})
            QVERIFY(!Counterpart::of(Period::All, {0, 86400}, comparison));
    }

    void windowsSpanAllCounterparts()
    {
        const TimeWindow leap{at("2024-02-26"), at("2024-03-04")};
        const Counterpart year = *Counterpart::of(Period::Days7, leap, kYearDate);
        QCOMPARE(year.of(leap), (TimeWindow{at("2023-02-26"), at("2023-03-04")}));
        QVERIFY(year.of(TimeWindow()).isEmpty());
    }

    void rowsStandBesideTheirCounterparts()
    {
        SeriesView view =
            assembleView(Period::Days7, knownDays("2024-02-28", {5, 6, 7}, CommentsKind::Discussion), at("2025-11-21"));
        const Counterpart year = *Counterpart::of(Period::Days7, view.window, kYearDate);
        compareView(view, kYearDate, year, knownDays("2023-02-28", {50, -1}, CommentsKind::Discussion),
                    at("2025-11-21"));
        QVERIFY(view.compared);
        const QList<Row> &rows = view.compared->rows;
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].counters[Metric::Views], Count(50));
        QCOMPARE(rows[1].counters[Metric::Views], Count(50)); // the leap day has no other
        QCOMPARE(int(rows[2].state), int(BucketState::Unknown));
        QVERIFY(!rows[2].counters[Metric::Views]);
        QCOMPARE(rows[2].start, at("2023-03-01"));
        QVERIFY(!view.commentsMixed);
    }

    void commentsOfTwoKindsAreNotCompared()
    {
        SeriesView view =
            assembleView(Period::Days7, knownDays("2025-11-19", {5, 6}, CommentsKind::Discussion), at("2025-11-21"));
        const Counterpart before = *Counterpart::of(Period::Days7, view.window, kPreviousDate);
        compareView(view, kPreviousDate, before, knownDays("2025-11-12", {1, 2}, CommentsKind::Replies),
                    at("2025-11-21"));
        QVERIFY(view.commentsMixed);
        QVERIFY(!view.rows[0].counters[Metric::Comments]);
        QVERIFY(!view.compared->rows[0].counters[Metric::Comments]);
        QCOMPARE(view.rows[0].counters[Metric::Views], Count(5));
    }

    void changes_data()
    {
        QTest::addColumn<Count>("now");
        QTest::addColumn<Count>("before");
        QTest::addColumn<bool>("grows");
        QTest::addColumn<bool>("settled");
        QTest::addColumn<Change>("change");
        using Kind = Change::Kind;
        QTest::newRow("up") << Count(15) << Count(10) << true << true << Change{Kind::Known, 5, 0.5};
        QTest::newRow("down") << Count(5) << Count(10) << true << true << Change{Kind::Known, -5, -0.5};
        QTest::newRow("to nothing") << Count(0) << Count(10) << true << true << Change{Kind::Known, -10, -1};
        QTest::newRow("the same") << Count(10) << Count(10) << true << true << Change{Kind::Known, 0, 0};
        QTest::newRow("young views") << Count(15) << Count(10) << true << false << Change{Kind::NotYet};
        QTest::newRow("young posts") << Count(15) << Count(10) << false << false << Change{Kind::Known, 5, 0.5};
        QTest::newRow("new") << Count(15) << Count(0) << true << true << Change{Kind::New, 15, 0};
        QTest::newRow("none") << Count(0) << Count(0) << true << true << Change{Kind::BothZero};
        QTest::newRow("unknown now") << Count() << Count(10) << true << true << Change{};
        QTest::newRow("unknown before") << Count(10) << Count() << false << false << Change{};
    }
    void changes()
    {
        QFETCH(const Count, now);
        QFETCH(const Count, before);
        QFETCH(const bool, grows);
        QFETCH(const bool, settled);
        QFETCH(const Change, change);
        QVERIFY(changeOf(now, before, grows, settled) == change);
    }

    void names()
    {
        for (const Comparison &each : {kPreviousWeekday, kPreviousDate, kYearWeekday, kYearDate})
            QVERIFY(comparisonFromName(comparisonName(each)) == each);
        QVERIFY(!comparisonFromName(u"next weekday"_s));
        QVERIFY(!comparisonFromName(QString()));
        QCOMPARE(comparisonName(kPreviousWeekday), u"previous weekday"_s);
        QCOMPARE(comparisonName(kYearDate), u"year date"_s);
        QCOMPARE(comparisonName({.baseline = BaselineStart{at("2025-10-01")}}), u"2025-10-01T00:00:00Z"_s);
    }
};

POSTWAVE_TEST(ComparisonTest, Postwave::Testing::NoApplication)
#include "comparisontest.moc"
