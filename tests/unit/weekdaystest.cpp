// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/weekdays.h"
#include "core/zonebuckets.h"
#include "fakes.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
enum Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

/** So many days from a Monday on; each has one post of 100 views times its place. */
SeriesView daysFromMonday(int days, const QTimeZone &zone = QTimeZone::utc())
{
    SeriesView view;
    view.question = ViewQuery(RangeView{}, zone);
    view.step = ViewStep::Day;
    const QDate monday(2025, 10, 20);
    for (int i = 0; i < days; ++i) {
        Row row{.start = startOfDate(monday.addDays(i), zone),
                .state = BucketState::Complete,
                .counters = Counters::zero(),
                .viral = false};
        row.counters[Metric::PostCount] = 1;
        row.counters[Metric::Views] = 100 * (i + 1);
        view.rows.append(row);
    }
    view.window = {view.rows.constFirst().start, startOfDate(monday.addDays(days), zone)};
    view.now = at("2025-12-24");
    view.observed = QList<qint64>(days, view.now);
    return view;
}
}

/** What the days of a view say of weekdays. */
class WeekdaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysOfOneWeekdayAddUp()
    {
        const auto figures = weekdaysOf(daysFromMonday(9));
        QVERIFY(figures);
        QCOMPARE(figures->at(Monday).all.counters[Metric::Views], Count(100 + 800));
        QCOMPARE(figures->at(Monday).settled.counters[Metric::PostCount], Count(2));
        QCOMPARE(figures->at(Tuesday).settled.counters[Metric::Views], Count(200 + 900));
        QCOMPARE(figures->at(Sunday).all.counters[Metric::Views], Count(700));
        QCOMPARE(figures->at(Sunday).all.known, 1);
    }

    void youngPostsAreCountedAndNotCompared()
    {
        SeriesView view = daysFromMonday(8);
        view.observed[7] = view.endOf(7) + kGrowingSeconds - 1;
        const auto figures = weekdaysOf(view);
        QCOMPARE(figures->at(Monday).all.counters[Metric::PostCount], Count(2));
        QCOMPARE(figures->at(Monday).settled.counters[Metric::Views], Count(100));
        view.observed[7] += 1;
        QCOMPARE(weekdaysOf(view)->at(Monday).settled.counters[Metric::Views], Count(900));
    }

    void whatIsNotKnownIsNoZero()
    {
        SeriesView view = daysFromMonday(8);
        view.rows[1] = {.start = view.rows[1].start, .state = BucketState::Unknown, .counters = {}, .viral = false};
        view.rows[0].counters[Metric::Views].reset();
        view.rows[2].state = BucketState::Partial;
        const auto figures = weekdaysOf(view);
        QCOMPARE(figures->at(Tuesday).all.counters[Metric::PostCount], Count());
        QCOMPARE(figures->at(Tuesday).all.of, 1);
        QCOMPARE(figures->at(Monday).settled.counters[Metric::Views], Count());
        QCOMPARE(figures->at(Wednesday).all.counters[Metric::Views], Count(300));
        QCOMPARE(figures->at(Wednesday).settled.counters[Metric::Views], Count());
    }

    void daysAreThoseOfTheZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Asia/Tashkent", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void daysAreThoseOfTheZone()
    {
        QFETCH(QByteArray, zone);
        const auto figures = weekdaysOf(daysFromMonday(21, QTimeZone(zone))); // over the change of clocks
        for (int day = Monday; day <= Sunday; ++day)
            QCOMPARE(figures->at(size_t(day)).all.counters[Metric::Views], Count(300 * (day + 1) + 100 * 21));
    }

    void onlyDaysHaveWeekdays()
    {
        QVERIFY(!weekdaysOf({}));
        QVERIFY(!weekdaysOf(daysFromMonday(1)));
        for (const ViewStep step : {ViewStep::Minute, ViewStep::Hour, ViewStep::Week, ViewStep::Month}) {
            SeriesView view = daysFromMonday(8);
            view.step = step;
            QVERIFY(!weekdaysOf(view));
        }
    }
};

POSTWAVE_TEST(WeekdaysTest, QCoreApplication)
#include "weekdaystest.moc"
