// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"
#include "models/rangeform.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Which span is looked at, by whose clocks, and what it is compared with. */
class DashboardSpanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void countsByTheClocksOfAPlace()
    {
        DashboardRig rig;
        rig.backend().posts = {{at("2025-11-20T20:30:00Z"), 100}, {at("2025-11-21T14:05:10Z"), 40}};
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.zoneText(), u"UTC"_s);
        QCOMPARE(rig.dashboard.bucketSummary(rig.bucketAt("2025-11-20")).values, QStringList{u"100"_s});
        rig.dashboard.setZone(u"Mars/Olympus"_s);
        QCOMPARE(rig.dashboard.zone(), u"UTC"_s);
        rig.dashboard.setZone(u"Asia/Tashkent"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.zoneText(), u"Tashkent UTC+05:00"_s);
        QTRY_VERIFY(!rig.dashboard.isLoading() && !rig.dashboard.isLacking());
        const int bucket = rig.bucketAt("2025-11-20T19:00:00Z"); // midnight there
        QCOMPARE(rig.dashboard.bucketSummary(bucket).span, u"Fri 21 Nov 2025"_s);
        QCOMPARE(rig.dashboard.bucketSummary(bucket).values, QStringList{u"140"_s});
        QVERIFY(rig.dashboard.freshness()->text().endsWith(u"Tashkent"_s));
        rig.dashboard.drill(bucket);
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.dashboard.bucketSummary(1).span, u"21 Nov 2025, 01:00–01:59 Tashkent"_s);
        QCOMPARE(rig.dashboard.bucketSummary(1).values, QStringList{u"100"_s});
        QCOMPARE(rig.dashboard.table()->timeHeader(), u"Hour (Tashkent)"_s);
        rig.dashboard.goBack();
        rig.dashboard.goBack();
        QCOMPARE(rig.dashboard.zone(), u"UTC"_s); // the clocks are part of the view
        QVERIFY(rig.rests(Step::Day));
    }

    void spansOfTheCalendar()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.openPeriod(u"this week"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.rangeText(), u"17–23 Nov 2025"_s);
        QCOMPARE(rig.dashboard.breadcrumbs(), QStringList{u"17–23 Nov 2025"_s});
        QCOMPARE(rig.dashboard.previousText(), u"Previous period"_s);
        QVERIFY(!rig.dashboard.canStepForward());
        rig.dashboard.step(-1);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.rangeText(), u"10–16 Nov 2025"_s);
        const QModelIndex lastWeek = rig.dashboard.periods()->index(int(kPeriods.size()) + int(NamedRange::LastWeek));
        QVERIFY(lastWeek.data(PeriodListModel::CurrentRole).toBool());
        rig.dashboard.openPeriod(u"today"_s);
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.dashboard.rangeText(), u"Fri 21 Nov 2025"_s);
        QCOMPARE(rig.dashboard.bucketSummary(23).state, u"Still in the future"_s);
    }

    void whatIsLackingCanBeFetched()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(!rig.dashboard.isLacking());
        rig.dashboard.setOffline(true);
        rig.dashboard.toggleComparison();
        QTRY_VERIFY(rig.dashboard.isLacking());
        rig.dashboard.fetchView();
        QTRY_VERIFY(!rig.dashboard.isLacking());
    }

    void rangesOfOnesOwn()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        RangeForm form;
        form.setProperty("dashboard", QVariant::fromValue(&rig.dashboard));
        form.takeShown();
        QCOMPARE(form.property("from").toString(), u"2025-10-23"_s);
        QCOMPARE(form.property("to").toString(), u"2025-11-21"_s);
        form.setProperty("from", u"2025-11-40"_s);
        QVERIFY(!form.open());
        QVERIFY(!form.fromError().isEmpty() && form.toError().isEmpty());
        form.setProperty("from", u"2025-11-22"_s);
        QVERIFY(!form.open());
        QVERIFY(form.fromError().isEmpty() && !form.toError().isEmpty()); // the end before the start
        form.setProperty("from", u"2025-07-01"_s);
        form.setProperty("step", u"hour"_s);
        QVERIFY(!form.open()); // thousands of hours
        form.setProperty("step", u"day"_s);
        for (const QString &mistyped : {u"0205-07-01"_s, u"01/07/1925"_s, u"1/7/2015"_s}) {
            form.setProperty("from", mistyped);
            QVERIFY2(!form.open(), qPrintable(mistyped));
        }
        form.takeShown();
        QVERIFY(form.fromError().isEmpty() && form.toError().isEmpty()); // of what stands there now
        form.setProperty("to", u"2025-11-22"_s);
        form.setProperty("from", QLocale().toString(QDate(2025, 7, 1), QLocale::ShortFormat)); // two digits of a year
        form.setProperty("step", QString());
        QVERIFY(form.open());
        QVERIFY(rig.rests(Step::Week));
        QCOMPARE(rig.dashboard.rangeText(), u"30 Jun – 23 Nov 2025"_s);
        rig.dashboard.drill(int(rig.dashboard.shownView().rows.size()) - 1);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.dashboard.rangeText(), u"17–23 Nov 2025"_s);
        QCOMPARE(rig.dashboard.breadcrumbs().size(), 2);
    }

    void comparesAndDrillsWithIt()
    {
        DashboardRig rig;
        rig.backend().posts.prepend({at("2025-10-16T07:10:00Z"), 50});
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(rig.dashboard.isComparable());
        rig.dashboard.toggleComparison();
        QCOMPARE(rig.dashboard.comparison(), u"previous weekday"_s);
        QCOMPARE(rig.dashboard.requestsToFetch(), 1); // one longer period has both
        QTRY_VERIFY(rig.dashboard.shownView().compared);
        QTRY_VERIFY(rig.dashboard.chartSpec().comparedWindow.until > 0 && !rig.dashboard.isLoading());
        QVERIFY(rig.dashboard.rangeText().startsWith(u"23 Oct – 21 Nov 2025 against 18 Sep"_s));
        QVERIFY(rig.dashboard.rangeText().endsWith(u" – 17 Oct 2025, by weekday"_s));
        QVERIFY(!rig.dashboard.canGoBack()); // as with metrics, it is the same view

        const int bucket = rig.bucketAt("2025-11-20");
        QTRY_COMPARE(rig.dashboard.bucketSummary(bucket).comparedValues, QStringList{u"50"_s});
        QCOMPARE(rig.dashboard.bucketSummary(bucket).comparedSpan, u"Thu 16 Oct 2025"_s);
        QCOMPARE(rig.dashboard.bucketSummary(bucket).changes, QStringList{u"not comparable yet"_s});
        rig.dashboard.drill(bucket);
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(rig.dashboard.requestsToFetch(), 2);
        const int hour = rig.bucketAt("2025-11-20T07:00:00Z");
        QTRY_COMPARE(rig.dashboard.bucketSummary(hour).comparedValues, QStringList{u"50"_s});
        QCOMPARE(rig.dashboard.bucketSummary(hour).comparedSpan, u"16 Oct 2025, 07:00–07:59 UTC"_s);

        rig.dashboard.toggleComparison();
        QTRY_VERIFY(!rig.dashboard.shownView().compared);
        rig.dashboard.compareWith(u"year date"_s);
        rig.dashboard.compareWith(QString());
        rig.dashboard.toggleComparison();
        QCOMPARE(rig.dashboard.comparison(), u"year date"_s); // the one of before
        QVERIFY(rig.dashboard.isComparing());
        rig.dashboard.compareWith(u"nonsense"_s);
        QCOMPARE(rig.dashboard.comparison(), u"year date"_s);
        rig.dashboard.openPeriod(u"all"_s);
        QVERIFY(!rig.dashboard.isComparable());
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(!rig.dashboard.shownView().compared);
    }

    void aTimeOfOnesOwnMayNotLieBeforeTheView()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.compareWith(u"2025-10-10T00:00:00Z"_s);
        QVERIFY(rig.dashboard.isComparing());
        rig.dashboard.openPeriod(u"90d"_s); // begins on 24 August
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(rig.dashboard.isComparable());
        QVERIFY(!rig.dashboard.isComparing());
        QVERIFY(!rig.dashboard.shownView().compared);
        rig.dashboard.toggleComparison(); // the usual one, not nothing
        QVERIFY(rig.dashboard.isComparing());
        QCOMPARE(rig.dashboard.comparison(), u"previous weekday"_s);
        rig.dashboard.toggleComparison();
        QVERIFY(!rig.dashboard.isComparing());
        QCOMPARE(rig.dashboard.comparison(), QString());
    }

    void stepsAreNamedByWhatTheyAre()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QCOMPARE(rig.dashboard.nextText(), u"Next day"_s);
        rig.dashboard.openPeriod(u"24h"_s); // whose hours open without a day between
        QVERIFY(rig.rests(Step::Hour));
        rig.dashboard.drill(rig.bucketAt("2025-11-21T13:00:00Z"));
        QCOMPARE(rig.dashboard.nextText(), u"Next hour"_s);
        QVERIFY(rig.rests(Step::Minute));
        rig.dashboard.step(1);
        QVERIFY(rig.rests(Step::Minute));
        QVERIFY(!rig.dashboard.canStepForward());
        rig.clock.set(at("2025-11-21T15:00:30Z"));
        rig.dashboard.refresh();
        QTRY_VERIFY(rig.dashboard.canStepForward());
    }

    void allTimeIsMoreThanWhatHappensToBeStored()
    {
        DashboardRig rig;
        rig.backend().posts.prepend({at("2025-02-03T07:05:30Z"), 7});
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.setOffline(true);
        rig.dashboard.openPeriod(u"all"_s);
        QVERIFY(rig.rests(Step::Day));
        QTRY_VERIFY(rig.dashboard.isLacking());
        QCOMPARE(rig.dashboard.summary()->sentence(), u"What lies before 20 Nov 2025 was never fetched."_s);
        QTRY_COMPARE(rig.dashboard.requestsToFetch(), 1);
        rig.dashboard.setOffline(false);
        const auto isWhole = [&rig] {
            return rig.dashboard.shownView().window.from == at("2025-02-03");
        };
        QTRY_VERIFY(isWhole());
        QVERIFY(rig.rests(Step::Day));
        QVERIFY(!rig.dashboard.isLacking());
        QCOMPARE(rig.dashboard.summary()->sentence(), QString());
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Day));
        const qsizetype asked = rig.backend().asked.size();
        rig.dashboard.goForward();
        QTRY_VERIFY(isWhole());
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(rig.backend().asked.size(), asked); // once is enough
    }
};

QTEST_GUILESS_MAIN(DashboardSpanTest)
#include "dashboardspantest.moc"
