// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"
#include "forms/rangeform.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Which span is looked at, by whose clocks, and what it is compared with. */
class ChannelQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void countsByTheClocksOfAPlace()
    {
        WorkspaceRig rig;
        rig.source().posts = {{at("2025-11-20T20:30:00Z"), 100}, {at("2025-11-21T14:05:10Z"), 40}};
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.query()->zoneText(), u"UTC"_s);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(rig.bucketAt("2025-11-20")).values, QStringList{u"100"_s});
        rig.workspace.query()->setZone(u"Mars/Olympus"_s);
        QCOMPARE(rig.workspace.query()->zone(), u"UTC"_s);
        rig.workspace.query()->setZone(u"Asia/Tashkent"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.query()->zoneText(), u"Tashkent UTC+05:00"_s);
        QTRY_VERIFY(!rig.workspace.isLoading() && !rig.workspace.channelPage()->isLacking());
        const int bucket = rig.bucketAt("2025-11-20T19:00:00Z"); // midnight there
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(bucket).span, u"Fri 21 Nov 2025"_s);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(bucket).values, QStringList{u"140"_s});
        QVERIFY(rig.workspace.channelPage()->freshness()->text().endsWith(u"Tashkent"_s));
        rig.workspace.channelPage()->drill(bucket);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(1).span, u"21 Nov 2025, 01:00–01:59 Tashkent"_s);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(1).values, QStringList{u"100"_s});
        QCOMPARE(rig.workspace.channelPage()->table()->timeHeader(), u"Hour (Tashkent)"_s);
        rig.workspace.navigator()->goBack();
        rig.workspace.navigator()->goBack();
        QCOMPARE(rig.workspace.query()->zone(), u"UTC"_s); // the clocks are part of the view
        QVERIFY(rig.rests(ViewStep::Day));
    }

    void spansOfTheCalendar()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->openPeriod(u"this week"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"17–23 Nov 2025"_s);
        QCOMPARE(rig.workspace.query()->breadcrumbs(), QStringList{u"17–23 Nov 2025"_s});
        QCOMPARE(rig.workspace.query()->previousText(), u"Previous range"_s);
        QVERIFY(!rig.workspace.query()->canStepForward());
        rig.workspace.query()->step(-1);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"10–16 Nov 2025"_s);
        const QModelIndex lastWeek =
            rig.workspace.query()->periods()->index(int(kPeriods.size()) + int(NamedRange::LastWeek));
        QVERIFY(lastWeek.data(PeriodListModel::CurrentRole).toBool());
        rig.workspace.query()->openPeriod(u"today"_s);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"Fri 21 Nov 2025"_s);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(23).state, u"In the future"_s);
    }

    void whatIsLackingCanBeFetched()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(!rig.workspace.channelPage()->isLacking());
        rig.workspace.session()->setOffline(true);
        rig.workspace.query()->toggleComparison();
        QTRY_VERIFY(rig.workspace.channelPage()->isLacking());
        rig.workspace.channelPage()->fetch();
        QTRY_VERIFY(!rig.workspace.channelPage()->isLacking());
    }

    void rangesOfOnesOwn()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        RangeForm form;
        form.setProperty("query", QVariant::fromValue(rig.workspace.query()));
        form.setProperty("page", QVariant::fromValue(rig.workspace.channelPage()));
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
        QVERIFY(rig.rests(ViewStep::Week));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"30 Jun – 23 Nov 2025"_s);
        rig.workspace.channelPage()->drill(int(rig.workspace.channelPage()->shownView().rows.size()) - 1);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"17–23 Nov 2025"_s);
        QCOMPARE(rig.workspace.query()->breadcrumbs().size(), 2);
    }

    void datesAreUnderstoodAsTyped()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        RangeForm form;
        form.setProperty("query", QVariant::fromValue(rig.workspace.query()));
        form.setProperty("page", QVariant::fromValue(rig.workspace.channelPage()));
        form.setProperty("from", u"2025-10-01"_s);
        QCOMPARE(form.fromDate(), QString()); // it says so itself
        form.setProperty("from", u"1 oct"_s);
        QCOMPARE(form.fromDate(), u"Wed 1 Oct 2025"_s);
        form.setProperty("to", u"oct"_s);
        QCOMPARE(form.toDate(), u"Fri 31 Oct 2025"_s);
        QVERIFY(form.open());
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"1–31 Oct 2025"_s);
        QCOMPARE(rig.workspace.query()->datesIn(u"nov"_s), u"1–30 Nov 2025"_s);
        QCOMPARE(rig.workspace.query()->datesIn(u"export"_s), QString());
        form.setProperty("from", u"1 nov"_s);
        form.setProperty("to", u"30 nov"_s); // nine days ahead
        QCOMPARE(form.toDate(), u"Sun 30 Nov 2025"_s);
        QCOMPARE(rig.workspace.query()->datesIn(u"2024"_s), u"1 Jan – 31 Dec 2024"_s);
        rig.workspace.query()->openDates(u"2024"_s);
        QVERIFY(rig.rests(ViewStep::Month));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"1 Jan – 31 Dec 2024"_s);
        rig.workspace.query()->openDates(u"20 nov"_s);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"Thu 20 Nov 2025"_s);
    }

    void allTimeIsShownByTheGranularityThatFits()
    {
        WorkspaceRig rig;
        rig.source().posts.prepend({at("2024-06-03T10:00:00Z"), 50});
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        ChannelQuery *query = rig.workspace.query();
        ChannelPage *page = rig.workspace.channelPage();
        query->openPeriod(u"all"_s);
        QVERIFY(rig.rests(ViewStep::Week)); // a year and a half
        QCOMPARE(page->granularity(), u"week"_s);
        QCOMPARE(query->granularity(), QString());
        QCOMPARE(query->granularities(), (QStringList{u"day"_s, u"week"_s, u"month"_s}));
        const qint64 views = *totalsOf(page->shownView().rows).counters[Metric::Views];

        query->setGranularity(u"month"_s);
        QVERIFY(rig.rests(ViewStep::Month));
        QCOMPARE(*totalsOf(page->shownView().rows).counters[Metric::Views], views);
        QCOMPARE(page->shownView().rows.size(), 18);
        query->setGranularity(u"day"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        query->setGranularity(u"fortnight"_s); // is none
        query->setGranularity(u"minute"_s); // too many
        QCOMPARE(query->granularity(), u"day"_s);
        query->setGranularity({});
        QVERIFY(rig.rests(ViewStep::Week));

        // A week opens in days, and the way up leads back to weeks.
        page->drill(int(page->shownView().rows.size()) - 1);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(page->rangeText(), u"17–23 Nov 2025"_s);
        QVERIFY(rig.workspace.canGoUp());
        rig.workspace.goUp();
        QVERIFY(rig.rests(ViewStep::Week));
        query->openPeriod(u"30d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(query->granularity(), QString());
    }

    void comparesAndDrillsWithIt()
    {
        WorkspaceRig rig;
        rig.source().posts.prepend({at("2025-10-16T07:10:00Z"), 50});
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(rig.workspace.query()->isComparable());
        rig.workspace.query()->toggleComparison();
        QCOMPARE(rig.workspace.query()->comparison(), u"previous weekday"_s);
        QCOMPARE(rig.workspace.channelPage()->requestsToFetch(), 1); // one longer period has both
        QTRY_VERIFY(rig.workspace.channelPage()->shownView().compared);
        QTRY_VERIFY(rig.workspace.channelPage()->viewport()->part().comparedWindow.until > 0
                    && !rig.workspace.isLoading());
        QVERIFY(rig.workspace.channelPage()->rangeText().startsWith(u"23 Oct – 21 Nov 2025 vs. 18 Sep"_s));
        QVERIFY(rig.workspace.channelPage()->rangeText().endsWith(u" – 17 Oct 2025 (35 day(s) earlier, by weekday)"_s));
        QVERIFY(!rig.workspace.navigator()->canGoBack()); // as with metrics, it is the same view

        const int bucket = rig.bucketAt("2025-11-20");
        QTRY_COMPARE(rig.workspace.channelPage()->bucketSummary(bucket).comparedValues, QStringList{u"50"_s});
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(bucket).comparedSpan, u"Thu 16 Oct 2025"_s);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(bucket).changes, QStringList{u"not comparable yet"_s});
        rig.workspace.channelPage()->drill(bucket);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(rig.workspace.channelPage()->requestsToFetch(), 2);
        const int hour = rig.bucketAt("2025-11-20T07:00:00Z");
        QTRY_COMPARE(rig.workspace.channelPage()->bucketSummary(hour).comparedValues, QStringList{u"50"_s});
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(hour).comparedSpan, u"16 Oct 2025, 07:00–07:59 UTC"_s);

        rig.workspace.query()->toggleComparison();
        QTRY_VERIFY(!rig.workspace.channelPage()->shownView().compared);
        rig.workspace.query()->compareWith(u"year date"_s);
        rig.workspace.query()->compareWith(QString());
        rig.workspace.query()->toggleComparison();
        QCOMPARE(rig.workspace.query()->comparison(), u"year date"_s); // the one of before
        QVERIFY(rig.workspace.query()->isComparing());
        rig.workspace.query()->compareWith(u"nonsense"_s);
        QCOMPARE(rig.workspace.query()->comparison(), u"year date"_s);
        rig.workspace.query()->openPeriod(u"all"_s);
        QVERIFY(!rig.workspace.query()->isComparable());
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(!rig.workspace.channelPage()->shownView().compared);
    }

    void aTimeOfOnesOwnMayNotLieBeforeTheView()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->compareWith(u"2025-10-10T00:00:00Z"_s);
        QVERIFY(rig.workspace.query()->isComparing());
        rig.workspace.query()->openPeriod(u"90d"_s); // begins on 24 August
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(rig.workspace.query()->isComparable());
        QVERIFY(!rig.workspace.query()->isComparing());
        QVERIFY(!rig.workspace.channelPage()->shownView().compared);
        rig.workspace.query()->toggleComparison(); // the usual one, not nothing
        QVERIFY(rig.workspace.query()->isComparing());
        QCOMPARE(rig.workspace.query()->comparison(), u"previous weekday"_s);
        rig.workspace.query()->toggleComparison();
        QVERIFY(!rig.workspace.query()->isComparing());
        QCOMPARE(rig.workspace.query()->comparison(), QString());
    }

    void stepsAreNamedByWhatTheyAre()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QCOMPARE(rig.workspace.query()->nextText(), u"Next day"_s);
        rig.workspace.query()->openPeriod(u"24h"_s); // whose hours open without a day between
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-21T13:00:00Z"));
        QCOMPARE(rig.workspace.query()->nextText(), u"Next hour"_s);
        QVERIFY(rig.rests(ViewStep::Minute));
        rig.workspace.query()->step(1);
        QVERIFY(rig.rests(ViewStep::Minute));
        QVERIFY(!rig.workspace.query()->canStepForward());
        rig.clock.set(at("2025-11-21T15:00:30Z"));
        rig.workspace.refresh();
        QTRY_VERIFY(rig.workspace.query()->canStepForward());
    }

    void allTimeIsMoreThanWhatHappensToBeStored()
    {
        WorkspaceRig rig;
        rig.source().posts.prepend({at("2025-02-03T07:05:30Z"), 7});
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.session()->setOffline(true);
        rig.workspace.query()->openPeriod(u"all"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QTRY_VERIFY(rig.workspace.channelPage()->isLacking());
        QCOMPARE(rig.workspace.channelPage()->summary()->sentence(), u"Data before 20 Nov 2025 is not downloaded."_s);
        QTRY_COMPARE(rig.workspace.channelPage()->requestsToFetch(), 1);
        rig.workspace.session()->setOffline(false);
        const auto isWhole = [&rig] {
            return rig.workspace.channelPage()->shownView().window.from == at("2025-02-03");
        };
        QTRY_VERIFY(isWhole());
        QVERIFY(rig.rests(ViewStep::Week)); // of which there are more than 120 days
        QVERIFY(!rig.workspace.channelPage()->isLacking());
        QCOMPARE(rig.workspace.channelPage()->summary()->sentence(), QString());
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day));
        const qsizetype asked = rig.source().asked.size();
        rig.workspace.navigator()->goForward();
        QTRY_VERIFY(isWhole());
        QVERIFY(rig.rests(ViewStep::Week)); // of which there are more than 120 days
        QCOMPARE(rig.source().asked.size(), asked); // once is enough
    }
};

POSTWAVE_TEST(ChannelQueryTest, QCoreApplication)
#include "channelquerytest.moc"
