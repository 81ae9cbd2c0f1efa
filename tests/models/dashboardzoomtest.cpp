// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconnections.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Which part of a view the chart shows, while table and figures stay those of the whole. */
class DashboardZoomTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray shown(const DashboardRig &rig)
    {
        const ChartSpec spec = rig.dashboard.chartSpec();
        return QByteArray::number(rig.dashboard.firstShown()) + '+' + QByteArray::number(spec.starts.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void aPartAndBack()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(shown(rig), "0+30");
        rig.dashboard.zoomTo(19, 10); // either way round
        QVERIFY(rig.dashboard.isZoomed());
        QCOMPARE(shown(rig), "10+10");
        QCOMPARE(rig.dashboard.rangeText(), u"2–11 Nov 2025"_s);
        QCOMPARE(rig.dashboard.chartSpec().window, (TimeWindow{at("2025-11-02"), at("2025-11-12")}));
        QCOMPARE(rig.dashboard.table()->rowCount(), 30);
        QCOMPARE(rig.dashboard.bucketSummary(10).span, u"Sun 2 Nov 2025"_s); // buckets are those of the view
        rig.dashboard.zoomTo(12, 15);
        QCOMPARE(shown(rig), "12+4");
        rig.dashboard.goBack();
        QCOMPARE(shown(rig), "10+10");
        rig.dashboard.goUp(); // first to the whole
        QCOMPARE(shown(rig), "0+30");
        QVERIFY(!rig.dashboard.isZoomed());
        rig.dashboard.goBack();
        QCOMPARE(shown(rig), "10+10");
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(shown(rig), "10+10"); // through the answer of the source, too
    }

    void stepsOfTheWheelAreOneForBack()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        for (int i = 0; i < 5; ++i)
            rig.dashboard.zoomBy(1.25, 29);
        QCOMPARE(shown(rig), "20+10"); // 30, 24, 19, 15, 12, 10, and the last day stays where it is
        rig.dashboard.pan(-3);
        QCOMPARE(shown(rig), "17+10");
        rig.dashboard.pan(-100);
        QCOMPARE(shown(rig), "0+10");
        rig.dashboard.pan(100);
        QCOMPARE(shown(rig), "20+10");
        rig.dashboard.goBack();
        QCOMPARE(shown(rig), "0+30");
        rig.dashboard.pan(5); // nothing to move in
        QCOMPARE(shown(rig), "0+30");
    }

    void whatIsComparedIsCutAlong()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.compareWith(u"previous weekday"_s);
        QTRY_VERIFY(rig.dashboard.shownView().compared);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.zoomTo(10, 19);
        QCOMPARE(rig.dashboard.rangeText(), u"2–11 Nov 2025 against 28 Sept – 7 Oct 2025, by weekday"_s);
        QCOMPARE(rig.dashboard.chartSpec().comparedWindow, (TimeWindow{at("2025-09-28"), at("2025-10-08")}));
    }

    void whatIsDimmedStaysAsItWas()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.zoomTo(10, 19);
        rig.backend().hold = true;
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.dashboard.isOutdated());
        QCOMPARE(shown(rig), "10+10");
        QTRY_COMPARE(rig.backend().held.size(), size_t(1));
        rig.backend().hold = false;
        rig.backend().letGo();
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(shown(rig), "0+24");
    }

    void endsOfTheWay()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        rig.dashboard.zoomTo(0, 5); // nothing is shown yet
        QVERIFY(!rig.dashboard.isZoomed());
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.zoomTo(7, 7);
        QCOMPARE(shown(rig), "6+4"); // never fewer, and it is in their middle
        rig.dashboard.zoomBy(1, 7); // a turn that came to its end
        QCOMPARE(shown(rig), "6+4");
        for (int i = 0; i < 3; ++i)
            rig.dashboard.zoomBy(2, 7);
        QCOMPARE(shown(rig), "6+4");
        rig.dashboard.zoomBy(0, 7);
        rig.dashboard.zoomBy(-1, 7);
        QCOMPARE(shown(rig), "6+4");
        rig.dashboard.zoomBy(0.99, 7); // however small the step
        QCOMPARE(rig.dashboard.chartSpec().starts.size(), 5);
        for (int i = 0; i < 20; ++i)
            rig.dashboard.zoomBy(0.5, -5);
        QCOMPARE(shown(rig), "0+30");
        QVERIFY(!rig.dashboard.isZoomed());
    }

    void viralDaysStayThoseOfTheWholeView()
    {
        DashboardRig rig;
        rig.backend().posts.clear();
        for (int day = 1; day <= 20; ++day)
            rig.backend().posts.append({at("2025-11-01") + day * 86400 - 3600, day == 10 ? 4000 : 100});
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        const int viral = rig.bucketAt("2025-11-10");
        QVERIFY(rig.dashboard.chartSpec().viral[viral]);
        rig.dashboard.zoomTo(viral, viral + 3);
        QCOMPARE(rig.dashboard.chartSpec().viral.size(), 4);
        QVERIFY(rig.dashboard.chartSpec().viral[0]);
    }

    void zoomBelongsToItsView()
    {
        DashboardRig rig;
        rig.dashboard.openSource(u"demo"_s);
        QVERIFY(rig.rests(Step::Day));
        rig.dashboard.zoomTo(20, 29);
        rig.dashboard.drill(rig.bucketAt("2025-11-20"));
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(shown(rig), "0+24");
        rig.dashboard.zoomTo(5, 12);
        rig.dashboard.step(-1);
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(shown(rig), "0+24");
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Hour));
        QCOMPARE(shown(rig), "5+8");
        rig.dashboard.goBack();
        rig.dashboard.goBack();
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(shown(rig), "20+10");
        rig.dashboard.openPeriod(u"90d"_s);
        QVERIFY(rig.rests(Step::Day));
        QCOMPARE(shown(rig), "0+90");
    }
};

QTEST_GUILESS_MAIN(DashboardZoomTest)
#include "dashboardzoomtest.moc"
