// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/seriesview.h"
#include "fakes.h"
#include "files/writers/rowfiles.h"
#include "series/chartspecof.h"
#include "testcase.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
struct Given {
    Count views; ///< empty: not covered
    bool complete = true;
    bool hasPosts = true;
    CommentsKind comments = CommentsKind::Discussion;
};

StoredSeries series(const QList<Given> &given, qint64 first = at("2025-11-01"))
{
    StoredSeries result{StoredResolution::Day, {first, first + given.size() * 86400}, {}};
    for (qsizetype i = 0; i < given.size(); ++i) {
        StoredBucket bucket{.start = first + i * 86400};
        if (given[i].views) {
            bucket.covered = true;
            bucket.complete = given[i].complete;
            bucket.hasPosts = given[i].hasPosts;
            bucket.observedAt = first + 1000 - i;
            bucket.counters = Counters::zero();
            bucket.counters[Metric::Views] = *given[i].views;
            bucket.counters[Metric::Likes] = 2;
            bucket.counters[Metric::PostCount] = given[i].hasPosts ? 1 : 0;
            bucket.comments = given[i].comments;
        }
        result.buckets.append(bucket);
    }
    return result;
}

SeriesView view(const QList<Given> &given, qint64 now = at("2026-01-01"))
{
    return assembleView(Period::Days30, series(given), now);
}
}

class SeriesViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsOfQuestions_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<QByteArray>("anchor");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<QByteArray>("from");
        const auto row = [](const char *name, ViewQuery question, const char *anchor, qint64 rows, const char *from) {
            QTest::newRow(name) << question << QByteArray(anchor) << rows << QByteArray(from);
        };
        const char *now = "2025-11-21T14:37:20Z";
        row("1h", Period::Hour1, now, 60, "2025-11-21T13:38:00Z");
        row("6h", Period::Hours6, now, 6, "2025-11-21T09:00:00Z");
        row("12h", Period::Hours12, now, 12, "2025-11-21T03:00:00Z");
        row("24h", Period::Hours24, now, 24, "2025-11-20T15:00:00Z");
        row("7d", Period::Days7, now, 7, "2025-11-15");
        row("30d", Period::Days30, now, 30, "2025-10-23");
        row("90d", Period::Days90, now, 90, "2025-08-24");
        row("7d at midnight", Period::Days7, "2025-11-21T00:00:00Z", 7, "2025-11-15");
        row("all without posts", Period::All, now, 1, "2025-11-21");
        row("day", DayView{at("2025-11-20")}, now, 24, "2025-11-20");
        row("hour", HourView{at("2025-11-20T07:00:00Z")}, now, 60, "2025-11-20T07:00:00Z");
    }
    void windowsOfQuestions()
    {
        QFETCH(ViewQuery, question);
        QFETCH(QByteArray, anchor);
        QFETCH(qint64, rows);
        QFETCH(QByteArray, from);
        const TimeWindow window = viewWindow(question, at(anchor.constData()));
        QCOMPARE((window.until - window.from) / usualSeconds(viewStep(question)), rows);
        QCOMPARE(window.from, at(from.constData()));
    }

    void windowsGrowToWholeBucketsOfAGranularityOfOnesOwn()
    {
        ViewQuery question = Period::Days30;
        question.step = ViewStep::Week;
        const qint64 now = at("2025-11-21T14:37:20Z"); // a Friday; thirty days begin on Thursday, 23 October
        QCOMPARE(viewWindow(question, now), (TimeWindow{at("2025-10-20"), at("2025-11-24")}));
        QCOMPARE(viewName(question), u"30d by week"_s);
        question.step = ViewStep::Hour;
        QCOMPARE(viewWindow(question, now), (TimeWindow{at("2025-10-23"), at("2025-11-22")}));
        question.span = RangeView{at("2025-11-05"), at("2025-11-12")};
        question.step = ViewStep::Month;
        QCOMPARE(viewWindow(question, now), (TimeWindow{at("2025-11-01"), at("2025-12-01")}));
        QCOMPARE(viewName(question), u"2025-11-05 to 2025-11-11 by month"_s);
    }

    void granularitiesAreThoseThatCanBeRead_data()
    {
        QTest::addColumn<ViewQuery>("question");
        QTest::addColumn<QList<ViewStep>>("steps");
        using enum ViewStep;
        QTest::newRow("24h") << ViewQuery(Period::Hours24) << QList<ViewStep>();
        QTest::newRow("7d") << ViewQuery(Period::Days7) << QList{Hour, Day};
        QTest::newRow("30d") << ViewQuery(Period::Days30) << QList{Hour, Day, Week};
        QTest::newRow("90d") << ViewQuery(Period::Days90) << QList{Hour, Day, Week, Month};
        QTest::newRow("all") << ViewQuery(Period::All) << QList{Day, Week, Month};
        QTest::newRow("day") << ViewQuery(DayView{at("2025-11-20")}) << QList<ViewStep>();
        QTest::newRow("two days") << ViewQuery(RangeView{at("2025-11-20"), at("2025-11-22")})
                                  << QList{Minute, Hour, Day};
        QTest::newRow("two weeks with a change of clocks")
            << ViewQuery(RangeView{at("2025-03-23T23:00:00Z"), at("2025-04-06T22:00:00Z")}, QTimeZone("Europe/Berlin"))
            << QList{Hour, Day, Week};
        QTest::newRow("five years") << ViewQuery(RangeView{at("2020-01-01"), at("2025-01-01")})
                                    << QList{Day, Week, Month};
    }
    void granularitiesAreThoseThatCanBeRead()
    {
        QFETCH(const ViewQuery, question);
        QTEST(stepsOf(question), "steps");
    }

    void allBeginsWithTheFirstPosts()
    {
        const qint64 now = at("2025-11-21T14:37:20Z");
        const TimeWindow window = viewWindow(Period::All, now, at("2025-08-20"));
        QCOMPARE(window, (TimeWindow{at("2025-08-20"), at("2025-11-22")}));
        // A first post from a clock ahead of ours does not make a negative window.
        QCOMPARE(viewWindow(Period::All, now, at("2025-11-25")).from, at("2025-11-21"));
    }

    void statesAndZeros()
    {
        const SeriesView made = view({{100}, {0, true, false}, {50, false}, {{}}, {{}}, {{}}}, at("2025-11-05"));
        const QList<BucketState> expected{BucketState::Complete, BucketState::Complete, BucketState::Partial,
                                          BucketState::Unknown,  BucketState::Unknown,  BucketState::Future};
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(made.rows[i].state, expected[i]);
        QCOMPARE(made.rows[1].counters, Counters::zero());
        QCOMPARE(made.rows[3].counters, Counters());
        QCOMPARE(made.rows[5].counters, Counters());
        QCOMPARE(made.asOf, at("2025-11-01") + 998); // the oldest of the newest
    }

    void coveredBucketsOfTheFutureAreFuture()
    {
        // Two servers' clocks disagree: what starts after now has no number, whoever saw it.
        const SeriesView made = view({{100}, {100}}, at("2025-11-01T12:00:00Z"));
        QCOMPARE(made.rows[1].state, BucketState::Future);
        QVERIFY(!made.rows[1].counters[Metric::Views]);
    }

    void viralRule_data()
    {
        QTest::addColumn<QList<qint64>>("views"); // -1 unknown, 0 without posts
        QTest::addColumn<QList<bool>>("viral");
        QTest::newRow("none") << QList<qint64>{} << QList<bool>{};
        QTest::newRow("one bucket") << QList<qint64>{1000} << QList<bool>{false};
        QTest::newRow("three never") << QList<qint64>{1, 1, 1'000'000} << QList<bool>{false, false, false};
        QTest::newRow("four") << QList<qint64>{1, 1, 1, 100} << QList<bool>{false, false, false, true};
        QTest::newRow("exactly three times") << QList<qint64>{1, 1, 1, 9} << QList<bool>{false, false, false, false};
        QTest::newRow("just above") << QList<qint64>{1, 1, 1, 10} << QList<bool>{false, false, false, true};
        QTest::newRow("silent days do not count")
            << QList<qint64>{0, 0, 0, 0, 1, 1, 10} << QList<bool>{false, false, false, false, false, false, false};
        QTest::newRow("unknown days do not count")
            << QList<qint64>{-1, -1, 1, 1, 10} << QList<bool>{false, false, false, false, false};
        const qint64 huge = kLargestCount;
        QTest::newRow("beyond 64 bits") << QList<qint64>{1, 1, 1, 1, huge}
                                        << QList<bool>{false, false, false, false, true};
    }
    void viralRule()
    {
        QFETCH(QList<qint64>, views);
        QFETCH(QList<bool>, viral);
        QList<Given> given;
        for (const qint64 value : views)
            given.append({.views = value < 0 ? Count() : Count(value), .hasPosts = value > 0});
        const SeriesView made = view(given);
        QCOMPARE(made.rows.size(), viral.size());
        for (qsizetype i = 0; i < viral.size(); ++i)
            QCOMPARE(made.rows[i].viral, viral[i]);
    }

    void whatViralBucketsStandOutFrom()
    {
        QCOMPARE(view({}).viralBaseline, 0.0);
        QCOMPARE(view({{.views = 0, .hasPosts = false}, {.views = std::nullopt}}).viralBaseline, 0.0);
        QCOMPARE(view({{.views = 0, .hasPosts = false}, {.views = 10}, {.views = 25}}).viralBaseline, 17.5);
    }

    void totalsAndEngagementRate()
    {
        const SeriesView made = view({{100}, {50, false}, {{}}});
        const Totals totals = totalsOf(made.rows);
        QCOMPARE(*totals.counters[Metric::Views], 150);
        QCOMPARE(totals.complete, 1);
        QCOMPARE(totals.known, 2);
        QCOMPARE(totals.of, 3);
        QCOMPARE(*engagementRate(totals.counters), 4.0 / 150);

        Counters counters = Counters::zero();
        QVERIFY(!engagementRate(counters)); // no views
        counters[Metric::Views] = 10;
        counters[Metric::Likes] = 12;
        QCOMPARE(*engagementRate(counters), 1.2); // may exceed 1
        counters[Metric::Comments].reset();
        QVERIFY(!engagementRate(counters)); // a part is unknown
    }

    void totalsNearTheEdges()
    {
        const Totals three = totalsOf(view({{kLargestCount}, {kLargestCount}, {kLargestCount}}).rows);
        QCOMPARE(*three.counters[Metric::Views], 3 * kLargestCount);
        const QList<Given> many(2000, Given{kLargestCount});
        QVERIFY(!totalsOf(view(many, at("2040-01-01")).rows).counters[Metric::Views]); // beyond 64 bits: no number
        const Totals nothing = totalsOf(view({{{}}}).rows);
        QVERIFY(!nothing.counters[Metric::Views]);
        QCOMPARE(nothing.known, 0);
        QVERIFY(totalsOf({}).of == 0);
    }

    void commentsOfTwoMeaningsAreUnknown()
    {
        const SeriesView mixed =
            view({{100, true, true, CommentsKind::Replies}, {100, true, true, CommentsKind::Discussion}});
        QVERIFY(mixed.commentsMixed);
        QVERIFY(!mixed.rows[0].counters[Metric::Comments]);
        QVERIFY(!mixed.rows[1].counters[Metric::Comments]);
        QCOMPARE(*mixed.rows[1].counters[Metric::Likes], 2);
        const SeriesView withEmpty =
            view({{100, true, true, CommentsKind::Replies}, {0, true, false, CommentsKind::None}});
        QVERIFY(!withEmpty.commentsMixed);
    }

    void csv()
    {
        const SeriesView made = view({{100}, {0, true, false}, {{}}, {{}}}, at("2025-11-03T12:00:00Z"));
        QCOMPARE(csvOf(made, QList<Metric>(kMetrics.begin(), kMetrics.end()), {}),
                 QByteArray("timestamp,views,likes,shares,comments,replies,post_count,state,viral\r\n"
                            "2025-11-01T00:00:00Z,100,2,0,0,0,1,complete,false\r\n"
                            "2025-11-02T00:00:00Z,0,0,0,0,0,0,complete,false\r\n"
                            "2025-11-03T00:00:00Z,,,,,,,unknown,false\r\n"
                            "2025-11-04T00:00:00Z,,,,,,,future,false\r\n"));
        QCOMPARE(csvOf(made, {Metric::PostCount, Metric::Views}, {u';', true}).left(60),
                 QByteArray("\xef\xbb\xbftimestamp;views;post_count;state;viral\r\n2025-11-01T00:00:00Z;100;1;complete")
                     .left(60));
        QVERIFY(csvOf(made, {Metric::Views}, {u'-', false}).contains("\"2025-11-01T00:00:00Z\"-100-complete"));
    }

    void json()
    {
        const SeriesView made = view({{100}, {{}}}, at("2025-11-03T12:00:00Z"));
        const Channel channel{ChannelId(1001234567890), u"Вечерний \"Ташкент\" \\ \n\u0001 مساء"_s, {}, {}};
        const QByteArray text = jsonOf(made, {Metric::Views}, {u"https://host"_s, channel});
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
        QCOMPARE(problem.error, QJsonParseError::NoError);
        QCOMPARE(document[u"format"_s].toInt(), 1);
        QCOMPARE(document[u"channel"_s][u"id"_s].toString(), u"1001234567890"_s);
        QCOMPARE(document[u"channel"_s][u"title"_s].toString(), channel.title);
        QCOMPARE(document[u"rows"_s][0][u"views"_s].toInteger(), 100);
        QVERIFY(document[u"rows"_s][1][u"views"_s].isNull());
        QCOMPARE(document[u"totals"_s][u"complete"_s].toInt(), 1);
        QCOMPARE(document[u"totals"_s][u"of"_s].toInt(), 2);
        QVERIFY(
            text.contains("{\"timestamp\":\"2025-11-01T00:00:00Z\",\"views\":100,\"state\":\"complete\""
                          ",\"viral\":false}"));
    }

    void chartsWantBarsWhenMoreThanThirtyPercentAreEmpty()
    {
        QList<Given> given(10, Given{100});
        for (int i = 0; i < 3; ++i)
            given[i] = {0, true, false};
        QVERIFY(!chartSpecOf(view(given), {}, {}, {Metric::Views}).bars);
        given[3] = {0, true, false};
        QVERIFY(chartSpecOf(view(given), {}, {}, {Metric::Views}).bars);
        given[3] = {{}}; // unknown is not empty
        QVERIFY(chartSpecOf(view(given), {}, {}, {Metric::Views}).bars); // 3 of 9
        given[0] = {{}};
        QVERIFY(!chartSpecOf(view(given), {}, {}, {Metric::Views}).bars); // 2 of 8
    }
};

POSTWAVE_TEST(SeriesViewTest, QCoreApplication)
#include "seriesviewtest.moc"
