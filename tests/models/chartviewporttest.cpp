// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Which part of a view the chart shows, while table and figures stay those of the whole. */
class ChartViewportTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray shown(WorkspaceRig &rig)
    {
        const ChartSpec spec = rig.workspace.channelPage()->viewport()->part();
        return QByteArray::number(rig.workspace.channelPage()->viewport()->first()) + '+'
            + QByteArray::number(spec.starts.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aPartAndBack()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(shown(rig), "0+30");
        rig.workspace.channelPage()->viewport()->zoomTo(19, 10); // either way round
        QVERIFY(rig.workspace.channelPage()->viewport()->isZoomed());
        QCOMPARE(shown(rig), "10+10");
        QCOMPARE(rig.workspace.channelPage()->rangeText(), u"2–11 Nov 2025"_s);
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().window,
                 (TimeWindow{at("2025-11-02"), at("2025-11-12")}));
        QCOMPARE(rig.workspace.channelPage()->table()->rowCount(), 10);
        QCOMPARE(rig.workspace.channelPage()->bucketSummary(10).span,
                 u"Sun 2 Nov 2025"_s); // buckets are those of the view
        rig.workspace.channelPage()->viewport()->zoomTo(12, 15);
        QCOMPARE(shown(rig), "12+4");
        rig.workspace.navigator()->goBack();
        QCOMPARE(shown(rig), "10+10");
        rig.workspace.goUp(); // first to the whole
        QCOMPARE(shown(rig), "0+30");
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
        rig.workspace.navigator()->goBack();
        QCOMPARE(shown(rig), "10+10");
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(shown(rig), "10+10"); // through the answer of the source, too
    }

    void stepsOfTheWheelAreOneForBack()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        for (int i = 0; i < 5; ++i)
            rig.workspace.channelPage()->viewport()->zoomBy(1.25, 29);
        QCOMPARE(shown(rig), "20+10"); // 30, 24, 19, 15, 12, 10, and the last day stays where it is
        rig.workspace.channelPage()->viewport()->pan(-3);
        QCOMPARE(shown(rig), "17+10");
        rig.workspace.channelPage()->viewport()->pan(-100);
        QCOMPARE(shown(rig), "0+10");
        rig.workspace.channelPage()->viewport()->pan(100);
        QCOMPARE(shown(rig), "20+10");
        rig.workspace.navigator()->goBack();
        QCOMPARE(shown(rig), "0+30");
        rig.workspace.channelPage()->viewport()->pan(5); // nothing to move in
        QCOMPARE(shown(rig), "0+30");
    }

    void whatIsComparedIsCutAlong()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.query()->compareWith(u"previous weekday"_s);
        QTRY_VERIFY(rig.workspace.channelPage()->shownView().compared);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->viewport()->zoomTo(10, 19);
        QCOMPARE(rig.workspace.channelPage()->rangeText(),
                 u"2–11 Nov 2025 vs. 28 Sept – 7 Oct 2025 (35 day(s) earlier, by weekday)"_s);
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().comparedWindow,
                 (TimeWindow{at("2025-09-28"), at("2025-10-08")}));
    }

    /** What the chart shows is what cards and table are of. */
    void aPartIsTheSelection()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        ChannelPage *page = rig.workspace.channelPage();
        const QList<Row> all = page->shownView().rows;
        const auto viewsOnCards = [&] {
            return page->summary()->index(1).data(SummaryModel::ExactRole).toString();
        };
        const auto viewsOf = [](const QList<Row> &rows) {
            return QLocale().toString(*totalsOf(rows).counters[Metric::Views]);
        };
        QCOMPARE(page->selectionText(), QString());
        QCOMPARE(viewsOnCards(), viewsOf(all));

        page->viewport()->zoomTo(10, 19);
        QCOMPARE(page->selection().rows, all.mid(10, 10));
        QCOMPARE(page->selection().window, (TimeWindow{at("2025-11-02"), at("2025-11-12")}));
        QCOMPARE(page->selectionText(), u"Selected: 2–11 Nov 2025"_s);
        QCOMPARE(viewsOnCards(), viewsOf(all.mid(10, 10)));
        QCOMPARE(page->table()->rowCount(), 10);
        QCOMPARE(page->table()->bucketOfRow(0), 19); // buckets are counted as the chart does
        QCOMPARE(page->table()->index(0).data(BucketTableModel::BucketRole).toInt(), 19);
        QCOMPARE(page->table()->rowOfBucket(10), 9);
        QCOMPARE(page->table()->rowOfBucket(9), -1);
        QCOMPARE(page->table()->rowOfBucket(20), -1);
        QCOMPARE(page->table()->bucketOfRow(10), -1);
        page->table()->sortBy(u"views"_s);
        for (int row = 0; row < 10; ++row)
            QCOMPARE(page->table()->rowOfBucket(page->table()->bucketOfRow(row)), row);

        page->viewport()->pan(2);
        QCOMPARE(page->selection().rows, all.mid(12, 10));
        QCOMPARE(viewsOnCards(), viewsOf(all.mid(12, 10)));
        rig.workspace.navigator()->goBack();
        QCOMPARE(page->selection().rows, all);
        QCOMPARE(page->table()->rowCount(), 30);
        QCOMPARE(viewsOnCards(), viewsOf(all));
        rig.workspace.navigator()->goForward();
        QCOMPARE(page->selection().rows.size(), 10);
        page->drill(page->viewport()->first() + 1);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(page->selection().rows.size(), 24);
        QCOMPARE(page->table()->rowCount(), 24);
        QCOMPARE(page->selectionText(), QString());
    }

    void whatIsDimmedStaysAsItWas()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->viewport()->zoomTo(10, 19);
        rig.source().hold = true;
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.workspace.channelPage()->isOutdated());
        QCOMPARE(shown(rig), "10+10");
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.source().hold = false;
        rig.source().letGo();
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(shown(rig), "0+24");
    }

    void endsOfTheWay()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        rig.workspace.channelPage()->viewport()->zoomTo(0, 5); // nothing is shown yet
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->viewport()->zoomTo(7, 7);
        QCOMPARE(shown(rig), "6+4"); // never fewer, and it is in their middle
        rig.workspace.channelPage()->viewport()->zoomBy(1, 7); // a turn that came to its end
        QCOMPARE(shown(rig), "6+4");
        for (int i = 0; i < 3; ++i)
            rig.workspace.channelPage()->viewport()->zoomBy(2, 7);
        QCOMPARE(shown(rig), "6+4");
        rig.workspace.channelPage()->viewport()->zoomBy(0, 7);
        rig.workspace.channelPage()->viewport()->zoomBy(-1, 7);
        QCOMPARE(shown(rig), "6+4");
        rig.workspace.channelPage()->viewport()->zoomBy(0.99, 7); // however small the step
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().starts.size(), 5);
        for (int i = 0; i < 20; ++i)
            rig.workspace.channelPage()->viewport()->zoomBy(0.5, -5);
        QCOMPARE(shown(rig), "0+30");
        QVERIFY(!rig.workspace.channelPage()->viewport()->isZoomed());
    }

    void viralDaysStayThoseOfTheWholeView()
    {
        WorkspaceRig rig;
        rig.source().posts.clear();
        for (int day = 1; day <= 20; ++day)
            rig.source().posts.append({at("2025-11-01") + day * 86400 - 3600, day == 10 ? 4000 : 100});
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const int viral = rig.bucketAt("2025-11-10");
        QVERIFY(rig.workspace.channelPage()->viewport()->part().viral[viral]);
        rig.workspace.channelPage()->viewport()->zoomTo(viral, viral + 3);
        QCOMPARE(rig.workspace.channelPage()->viewport()->part().viral.size(), 4);
        QVERIFY(rig.workspace.channelPage()->viewport()->part().viral[0]);
    }

    void zoomBelongsToItsView()
    {
        WorkspaceRig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->viewport()->zoomTo(20, 29);
        rig.workspace.channelPage()->drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(shown(rig), "0+24");
        rig.workspace.channelPage()->viewport()->zoomTo(5, 12);
        rig.workspace.query()->step(-1);
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(shown(rig), "0+24");
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Hour));
        QCOMPARE(shown(rig), "5+8");
        rig.workspace.navigator()->goBack();
        rig.workspace.navigator()->goBack();
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(shown(rig), "20+10");
        rig.workspace.query()->openPeriod(u"90d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(shown(rig), "0+90");
    }
};

POSTWAVE_TEST(ChartViewportTest, QCoreApplication)
#include "chartviewporttest.moc"
