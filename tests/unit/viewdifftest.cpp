// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/viewdiff.h"
#include "fakes.h"
#include "format/viewformat.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
Row rowOf(const char *start, std::optional<qint64> views, std::optional<qint64> posts = 1,
          BucketState state = BucketState::Complete)
{
    Row row{.start = at(start), .state = state, .counters = {}, .viral = false};
    if (views) {
        row.counters = Counters::zero();
        row.counters[Metric::Views] = views;
        row.counters[Metric::PostCount] = posts;
    }
    return row;
}

SeriesView viewOf(const QList<Row> &rows)
{
    SeriesView view;
    view.step = ViewStep::Day;
    view.rows = rows;
    view.window = {rows.constFirst().start, rows.constLast().start + 86400};
    view.now = at("2025-11-21T14:37:20Z");
    return view;
}
}

class ViewDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void whatChanged()
    {
        const SeriesView before =
            viewOf({rowOf("2025-11-18", 5), rowOf("2025-11-19", 10), rowOf("2025-11-20", {}), rowOf("2025-11-21", 7)});
        // The window has moved on by a day, the first one grew, one came to be known, one is new.
        const SeriesView now =
            viewOf({rowOf("2025-11-19", 12), rowOf("2025-11-20", 3), rowOf("2025-11-21", 7), rowOf("2025-11-22", 1)});
        QCOMPARE(ViewDiff::changedRows(before, now), QList<int>{0});
        QCOMPARE(ViewDiff::changedRows(now, now), QList<int>());
        QCOMPARE(ViewDiff::changedRows({}, now), QList<int>());
        QCOMPARE(ViewDiff::changedRows(now, viewOf({rowOf("2025-11-22", 2)})), QList<int>{0});
    }

    void whereOneCameFrom()
    {
        SeriesView days = viewOf({rowOf("2025-11-19", 1), rowOf("2025-11-20", 1), rowOf("2025-11-21", 1)});
        days.step = ViewStep::Day;
        SeriesView hours = viewOf({rowOf("2025-11-20T00:00:00Z", 1)});
        hours.step = ViewStep::Hour;
        hours.window = {at("2025-11-20"), at("2025-11-21")};
        QCOMPARE(ViewDiff::rowAround(days, hours), 1);
        QCOMPARE(ViewDiff::rowAround(hours, days), -1);
        hours.window.until += 1; // over the border
        QCOMPARE(ViewDiff::rowAround(days, hours), -1);
        hours.window = {at("2025-11-18"), at("2025-11-19")};
        QCOMPARE(ViewDiff::rowAround(days, hours), -1);
        hours.window = {at("2025-11-22"), at("2025-11-23")};
        QCOMPARE(ViewDiff::rowAround(days, hours), -1);
        QCOMPARE(ViewDiff::rowAround(days, {}), -1);
    }

    void maturity_data()
    {
        QTest::addColumn<QList<Row>>("rows");
        QTest::addColumn<QString>("text");
        QTest::newRow("some") << QList{rowOf("2025-11-17", 9, 40), rowOf("2025-11-18", 9, 4), rowOf("2025-11-21", 1, 2)}
                              << u"Still gaining views: 6 of 46 post(s), published since 18 Nov"_s;
        QTest::newRow("old") << QList{rowOf("2025-11-01", 9, 40)} << QString();
        QTest::newRow("no posts") << QList{rowOf("2025-11-21", 0, 0)} << QString();
        QTest::newRow("number unknown") << QList{rowOf("2025-11-20", 9, {}), rowOf("2025-11-21", 1, 2)} << QString();
        QTest::newRow("never fetched, and to come")
            << QList{rowOf("2025-11-20", {}, {}, BucketState::Unknown), rowOf("2025-11-21", 1, 2),
                     rowOf("2025-11-22", {}, {}, BucketState::Future)}
            << u"Still gaining views: 2 of 2 post(s), published since 21 Nov"_s;
        QTest::newRow("more than an int holds")
            << QList{rowOf("2025-11-17", 9, 4'000'000'000), rowOf("2025-11-18", 0, 0), rowOf("2025-11-21", 1, 2)}
            << u"Still gaining views: 2 of 4,000,000,002 post(s), published since 21 Nov"_s;
    }
    void maturity()
    {
        QFETCH(const QList<Row>, rows);
        QFETCH(const QString, text);
        QCOMPARE(ViewDiff::maturity(viewOf(rows), QLocale()), text);
    }

    void plurals_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<int>("form");
        QTest::newRow("none") << qint64(0) << 0;
        QTest::newRow("one") << qint64(1) << 1;
        QTest::newRow("the largest int") << qint64(2'147'483'647) << 2'147'483'647;
        QTest::newRow("above it") << qint64(2'147'483'648) << 1'147'483'648;
        QTest::newRow("whole millions") << qint64(3'000'000'000) << 1'000'000'000;
        QTest::newRow("the largest counter") << qint64(9'007'199'254'740'991) << 1'254'740'991;
    }
    void plurals()
    {
        QFETCH(const qint64, number);
        QFETCH(const int, form);
        QCOMPARE(ViewFormat::plural(number), form);
    }

    void maturityOfOtherSteps()
    {
        SeriesView view = viewOf({rowOf("2025-11-18T13:00:00Z", 9, 40), rowOf("2025-11-18T14:00:00Z", 9, 4)});
        view.window.until = at("2025-11-18T15:00:00Z");
        view.step = ViewStep::Hour;
        QCOMPARE(ViewDiff::maturity(view, QLocale()),
                 u"Still gaining views: 4 of 44 post(s), published since 18 Nov, 14:00"_s);
        view.step = ViewStep::Week; // some of it is old
        QCOMPARE(ViewDiff::maturity(view, QLocale()), QString());
    }

    void lag_data()
    {
        QTest::addColumn<QList<Row>>("rows");
        QTest::addColumn<qint64>("day");
        QTest::addColumn<QString>("openedAt");
        QTest::addColumn<QString>("text");
        const QList<Row> hours{rowOf("2025-11-20T10:00:00Z", 1000), rowOf("2025-11-20T11:00:00Z", 500)};
        const QString later = u"2025-11-21T12:31:00Z"_s;
        QTest::newRow("grown") << hours << qint64(2704) << later
                               << u"Hours as of 12:04; day as of 12:31 (+1,204 views)"_s;
        QTest::newRow("shrunk") << hours << qint64(1400) << later
                                << u"Hours as of 12:04; day as of 12:31 (−100 views)"_s;
        QTest::newRow("on another day") << hours << qint64(2704) << u"2025-11-22T09:12:00Z"_s
                                        << u"Hours as of 21 Nov, 12:04; day as of 22 Nov, 09:12 (+1,204 views)"_s;
        QTest::newRow("the same") << hours << qint64(1500) << later << QString();
        QTest::newRow("read before") << hours << qint64(1400) << u"2025-11-21T12:00:00Z"_s << QString();
        QTest::newRow("not all hours known")
            << QList{hours[0], rowOf("2025-11-20T11:00:00Z", {}, {}, BucketState::Unknown)} << qint64(2704) << later
            << QString();
    }
    void lag()
    {
        QFETCH(const QList<Row>, rows);
        QFETCH(const qint64, day);
        QFETCH(const QString, openedAt);
        QFETCH(const QString, text);
        SeriesView view = viewOf(rows);
        view.step = ViewStep::Hour;
        view.asOf = at("2025-11-21T12:04:00Z");
        QCOMPARE(ViewDiff::lag(view, rowOf("2025-11-20", day), at(openedAt.toLatin1().constData()), QLocale()), text);
    }
};

POSTWAVE_TEST(ViewDiffTest, Postwave::Testing::NoApplication)
#include "viewdifftest.moc"
