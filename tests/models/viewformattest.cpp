// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/viewformat.h"
#include "fakes.h"
#include "items/bucketsummary.h"
#include "navigation/locationtext.h"
#include "pages/freshness.h"
#include "testcase.h"

#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ViewFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void breadcrumbs_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QStringList>("crumbs");
        QTest::newRow("overview") << u"7 90d views"_s << QStringList{u"90 days"_s};
        QTest::newRow("hour") << u"7 90d/2025-11-21/2025-11-21T14 views"_s
                              << QStringList{u"90 days"_s, u"21 Nov 2025"_s, u"14:00"_s};
        QTest::newRow("hour of 24h") << u"7 24h/2025-11-21T14 views"_s
                                     << QStringList{u"24 hours"_s, u"21 Nov 2025, 14:00"_s};
        QTest::newRow("all") << u"7 all/2025-11-21 views"_s << QStringList{u"All time"_s, u"21 Nov 2025"_s};
    }
    void breadcrumbs()
    {
        QFETCH(QString, view);
        QFETCH(QStringList, crumbs);
        QCOMPARE(ViewFormat::breadcrumbs(locationFromText(view)->path, QLocale()), crumbs);
    }

    void buckets()
    {
        const qint64 hour = at("2025-11-21T14:00:00Z");
        const QLocale locale;
        const QTimeZone utc = QTimeZone::utc();
        QCOMPARE(ViewFormat::bucketSpan(ViewStep::Day, at("2025-11-21"), utc, locale), u"Fri 21 Nov 2025"_s);
        QCOMPARE(ViewFormat::bucketSpan(ViewStep::Hour, hour, utc, locale), u"21 Nov 2025, 14:00–14:59 UTC"_s);
        QCOMPARE(ViewFormat::bucketSpan(ViewStep::Minute, hour + 300, utc, locale), u"21 Nov 2025, 14:05 UTC"_s);
        QCOMPARE(ViewFormat::drillHint(ViewStep::Day, at("2025-11-21"), utc, locale), u"Open 21 Nov"_s);
        QCOMPARE(ViewFormat::drillHint(ViewStep::Hour, hour, utc, locale), u"Open 14:00–14:59"_s);
        QCOMPARE(ViewFormat::drillHint(ViewStep::Minute, hour, utc, locale), QString());
        const TimeWindow day{at("2025-11-21"), at("2025-11-22")};
        const TimeWindow two{at("2025-11-20"), at("2025-11-22")};
        QCOMPARE(ViewFormat::bucketRow(ViewStep::Hour, hour, day, utc, locale), u"14:00–14:59"_s);
        QCOMPARE(ViewFormat::bucketRow(ViewStep::Hour, hour, two, utc, locale), u"21 Nov, 14:00–14:59"_s);
        QCOMPARE(ViewFormat::bucketRow(ViewStep::Minute, hour, day, utc, locale), u"14:00"_s);
        QCOMPARE(ViewFormat::bucketRow(ViewStep::Day, hour, two, utc, locale), u"Fri 21 Nov 2025"_s);
        QCOMPARE(ViewFormat::count(std::nullopt, locale), u"–"_s);
        QCOMPARE(ViewFormat::count(0, locale), u"0"_s);
        QCOMPARE(ViewFormat::count(1234567, locale), u"1,234,567"_s);
    }

    void asOf()
    {
        const qint64 now = at("2025-11-21T14:37:20Z");
        QCOMPARE(ViewFormat::asOf(at("2025-11-21T12:04:59Z"), now, QTimeZone::utc(), QLocale()), u"as of 12:04 UTC"_s);
        QCOMPARE(ViewFormat::asOf(at("2025-11-20T12:04:59Z"), now, QTimeZone::utc(), QLocale()),
                 u"as of 20 Nov, 12:04 UTC"_s);
        QCOMPARE(ViewFormat::asOf(0, now, QTimeZone::utc(), QLocale()), QString());
    }

    void summaries()
    {
        SeriesView view;
        view.question = DayView{at("2025-11-21")};
        view.step = ViewStep::Hour;
        Row row{.start = at("2025-11-21T14:00:00Z"), .state = BucketState::Partial, .counters = {}, .viral = true};
        row.counters[Metric::Views] = 4310;
        view.rows = {row,
                     {.start = row.start + 3600, .state = BucketState::Unknown, .counters = {}, .viral = false},
                     {.start = row.start + 7200, .state = BucketState::Future, .counters = {}, .viral = false}};
        view.viralBaseline = 1026.4;

        const BucketSummary known = BucketSummary::of(view, 0, {Metric::Views, Metric::Likes}, QLocale());
        QVERIFY(known.valid);
        QCOMPARE(known.names, (QStringList{u"Views to date"_s, u"Reactions to date"_s}));
        QCOMPARE(known.values, (QStringList{u"4,310"_s, u"–"_s}));
        QCOMPARE(known.state, u"In progress"_s);
        QCOMPARE(known.hint, u"Open 14:00–14:59"_s);
        QVERIFY(known.sentence().startsWith(u"21 Nov 2025, 14:00–14:59 UTC: Views to date 4,310; "_s));

        QCOMPARE(known.viral, u"Viral: 4.2× the average of 1,026 (periods without posts excluded)"_s);
        QCOMPARE(known.viralBaseline, 1026.4);
        const BucketSummary unknown = BucketSummary::of(view, 1, {Metric::Views}, QLocale());
        QVERIFY(unknown.values.isEmpty()); // no number where nothing is known, not even a dash
        QCOMPARE(unknown.state, u"Not downloaded"_s);
        QVERIFY(unknown.openable); // opening asks
        QCOMPARE(unknown.viralBaseline, 0.0);
        QVERIFY(!BucketSummary::of(view, 2, {Metric::Views}, QLocale()).openable);
        QVERIFY(!BucketSummary::of(view, 3, {Metric::Views}, QLocale()).valid);
        QVERIFY(!BucketSummary::of(view, -1, {Metric::Views}, QLocale()).valid);
    }

    void freshnessAges()
    {
        const qint64 start = at("2025-11-21T12:04:00Z");
        FakeClock clock(start + 10);
        FakeScheduler scheduler;
        Freshness freshness(&clock, &scheduler);
        QCOMPARE(freshness.text(), QString());
        QVERIFY(!freshness.isStale());
        freshness.set(start, 600, QTimeZone::utc());
        QCOMPARE(freshness.text(), u"as of 12:04 UTC"_s);
        QCOMPARE(freshness.age(), u"just now"_s);
        QSignalSpy changed(&freshness, &Freshness::changed);
        clock.set(start + 200);
        scheduler.advance(15s);
        QCOMPARE(freshness.age(), u"3 min old"_s);
        QVERIFY(!freshness.isStale());
        QCOMPARE(changed.size(), 1);
        scheduler.advance(15s); // nothing new to say
        QCOMPARE(changed.size(), 1);
        clock.set(start + 601);
        scheduler.advance(15s);
        QVERIFY(freshness.isStale());
        freshness.setClockAhead(3600); // the server's clock tells the age, for it told the time
        freshness.set(start + 3600, 600, QTimeZone::utc());
        QCOMPARE(freshness.age(), u"10 min old"_s);
        clock.set(start - 30); // not even negative
        scheduler.advance(15s);
        QCOMPARE(freshness.age(), u"just now"_s);
    }
};

POSTWAVE_TEST(ViewFormatTest, QCoreApplication)
#include "viewformattest.moc"
