// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttext.h"
#include "charts/fonts.h"
#include "somespecs.h"
#include "testcase.h"

#include <QApplication>
#include <QFontInfo>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class ChartTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asOf();
    void subtitles();
    void noPosts();
    void fonts();
    void drawable();
};

void ChartTextTest::asOf()
{
    const qint64 time = secondsFromIso(u"2025-11-21T14:37:59Z"_s).value();
    QCOMPARE(ChartText::asOf(time, QTimeZone::utc(), u"UTC"_s, QLocale::c()), u"As of 21 Nov 2025, 14:37 UTC"_s);
    QCOMPARE(ChartText::asOf(0, QTimeZone::utc(), u"UTC"_s, QLocale::c()), QString());
}

void ChartTextTest::subtitles()
{
    ChartSpec spec = specOf(ViewStep::Day, u"2025-11-15"_s, zigzag(7));
    QCOMPARE(ChartText::subtitle(spec), u"Views to date, by publish date"_s);
    spec.step = ViewStep::Hour;
    spec.series[0].metric = Metric::Likes;
    QCOMPARE(ChartText::subtitle(spec), u"Reactions to date, by publish hour"_s);
    spec.step = ViewStep::Minute;
    spec.series[0].metric = Metric::PostCount;
    QCOMPARE(ChartText::subtitle(spec), u"Posts, by publish minute"_s);
    spec.series.append(spec.series.constFirst());
    QCOMPARE(ChartText::subtitle(spec), u"Totals to date, by publish minute"_s);
    QCOMPARE(ChartText::logarithmic(), u"Logarithmic scale"_s);
    QCOMPARE(ChartText::source(spec), u"Source: https://stats.harbour.example"_s);
    spec.source = u"demo"_s;
    QCOMPARE(ChartText::source(spec), u"Source: demo data"_s);
}

void ChartTextTest::noPosts()
{
    const auto text = [](const QString &from, const QString &until) {
        return ChartText::noPosts({secondsFromIso(from).value(), secondsFromIso(until).value()}, QTimeZone::utc(),
                                  QLocale::c());
    };
    QCOMPARE(text(u"2025-11-15"_s, u"2025-11-22"_s), u"No posts from 15 Nov 2025 to 21 Nov 2025"_s);
    QCOMPARE(text(u"2025-11-21"_s, u"2025-11-22"_s), u"No posts on Fri 21 Nov 2025"_s);
    QCOMPARE(text(u"2025-11-21T14:00:00Z"_s, u"2025-11-21T15:00:00Z"_s), u"No posts from 14:00 to 14:59"_s);
}

void ChartTextTest::fonts()
{
    QVERIFY(loadFonts());
    QCOMPARE(QFontInfo(chartFont(13)).family(), u"Inter"_s);
    QCOMPARE(QFontInfo(chartFont(22, QFont::DemiBold)).weight(), int(QFont::DemiBold));
    QCOMPARE(chartFont(13).pixelSize(), 13);
}

void ChartTextTest::drawable()
{
    QCOMPARE(drawableText(u"Harbour Lights ⚓🔥"_s), u"Harbour Lights"_s);
    QCOMPARE(drawableText(u"🔥 Огни 🔥 гавани"_s), u"Огни гавани"_s);
    QCOMPARE(drawableText(u"أضواء الميناء"_s), u"أضواء الميناء"_s);
    QCOMPARE(drawableText(u"港の灯 🔥 Harbour"_s), u"港の灯 Harbour"_s);
    QCOMPARE(drawableText(u"🔥🔥"_s), u"🔥🔥"_s);
}

POSTWAVE_TEST(ChartTextTest, QApplication)
#include "charttexttest.moc"
