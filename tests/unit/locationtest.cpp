// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zonebuckets.h"
#include "navigation/history.h"
#include "navigation/locationtext.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 kNow = 1763735840; ///< 2025-11-21T14:37:20Z

Location viewOf(const char *text)
{
    const std::optional<Location> view = locationFromText(QString::fromLatin1(text));
    if (!view)
        qFatal("no view: %s", text);
    return *view;
}

QByteArray textOf(const std::optional<Location> &view)
{
    return view ? locationText(*view).toLatin1() : QByteArray("none");
}

/** The same place in today's form: version 0.1.0 wrote a shorter one, which tables are easier to read in. */
QByteArray now(const char *text)
{
    return qstrcmp(text, "none") == 0 ? QByteArray("none") : textOf(viewOf(text));
}
}

class LocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesBelowKeepsItsCounterpart_data()
    {
        QTest::addColumn<QByteArray>("view");
        QTest::addColumn<QString>("comparison");
        const auto row = [](const char *view, const char *comparison) {
            QTest::newRow(view) << QByteArray(view) << QString::fromLatin1(comparison);
        };
        row("7 30d views", "");
        row("7 30d views previous,weekday", "previous weekday");
        row("7 all views previous,weekday", "");
        // The overview sets 17 October beside 21 November, and so does what is opened from it.
        row("7 30d/2025-11-21 views previous,weekday", "2025-10-17T00:00:00Z");
        row("7 30d/2025-11-21/2025-11-21T14 views previous,weekday", "2025-10-17T14:00:00Z");
        row("7 30d/2025-11-21 views previous,date", "2025-10-22T00:00:00Z");
        row("7 24h/2025-11-21T14 views previous,date", "2025-11-20T14:00:00Z");
        row("7 90d/2025-11-21 views year,date", "2024-11-21T00:00:00Z");
        // All of the time has no counterpart; a day in it has its own, which its hours keep.
        row("7 all/2025-11-21 views previous,weekday", "previous weekday");
        row("7 all/2025-11-21/2025-11-21T14 views previous,date", "2025-11-20T14:00:00Z");
        // Nothing is compared with itself, nor with what came later.
        row("7 2025-10-01T00:00:00Z~2025-11-01T00:00:00Z~day views 2025-10-01T00:00:00Z", "");
        row("7 all/2025-10-01 views 2025-10-01T00:00:00Z", "");
        row("7 all/2025-05-05 views 2025-10-01T00:00:00Z", "");
        row("7 all/2025-10-02 views 2025-10-01T00:00:00Z", "2025-10-01T00:00:00Z");
        // A chosen start is set beside the first day of the period, 23 October.
        row("7 30d/2025-11-21 views 2025-09-01T00:00:00Z", "2025-09-30T00:00:00Z");
        // What a week or month is compared with is opened with it, though it begins on another day.
        row("7 2025-11-03T00:00:00Z~2025-11-17T00:00:00Z~week/2025-11-10T00:00:00Z~2025-11-17T00:00:00Z~day views "
            "year,date",
            "2024-11-04T00:00:00Z");
        row("7 "
            "2025-10-01T00:00:00Z~2025-12-01T00:00:00Z~month/2025-10-01T00:00:00Z~2025-11-01T00:00:00Z~day/2025-10-31 "
            "views previous,date",
            "2025-08-31T00:00:00Z");
    }
    void whatLiesBelowKeepsItsCounterpart()
    {
        QFETCH(const QByteArray, view);
        QFETCH(const QString, comparison);
        const std::optional<Comparison> kept = comparisonOf(viewOf(view.constData()), kNow);
        QCOMPARE(kept ? comparisonName(*kept) : QString(), comparison);
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *text, bool valid) {
            QTest::newRow(text) << QByteArray(text) << valid;
        };
        row("1001234567890 30d views", true);
        row("1001234567890 all views,likes,shares,comments,replies,post_count", true);
        row("7 90d/2025-11-21/2025-11-21T14 views", true);
        row("7 90d/2025-11-21 views previous,weekday", true);
        row("7 90d views year,date", true);
        row("7 90d views next,date", false);
        row("7 90d views previous,weekday more", false);
        row("7 24h/2025-11-21T14 views", true);
        row("-5 7d views", true);
        row("7 90d/2025-11-21/2025-11-21T14:00:00+05:00 views zone=Asia/Tashkent", true);
        row("7 90d/2025-10-26/2025-10-26T02:00:00+01:00 views previous,date zone=Europe/Berlin",
            true); // the second one
        row("7 2025-11-03T00:00:00Z~2025-11-17T00:00:00Z~week/2025-11-03T00:00:00Z~2025-11-10T00:00:00Z~day views",
            true);
        row("7 90d~week views", true);
        row("7 90d~week/2025-11-17T00:00:00Z~2025-11-24T00:00:00Z~day/2025-11-21 views", true);
        row("7 2025-10-01T00:00:00Z~2025-11-01T00:00:00Z~day~week views", true);
        row("7 2025-01-01T00:00:00Z~2026-01-01T00:00:00Z~month/2025-02-01T00:00:00Z~2025-03-01T00:00:00Z~day~week "
            "views",
            false); // would reach out of its month
        row("7 7d~month views", false); // a single one
        row("7 90d~minute views", false); // too many
        row("7 24h~minute views", false);
        row("7 90d~week~day views", false);
        row("7 90d~fortnight views", false);
        row("7 30d views zone=Mars/Olympus", false);
        row("7 30d views scale=log", true);
        row("7 30d views previous,date zone=Asia/Tashkent scale=log", true);
        row("scale=log", false);
        row("7 2025-11-04T00:00:00Z~2025-11-17T00:00:00Z~week views", false); // not on its borders
        row("7 2025-11-17T00:00:00Z~2025-11-03T00:00:00Z~week views", false);
        row("7 2025-11-03T00:00:00Z~2025-11-17T00:00:00Z~week/2025-11-24 views", false); // a day of another week
        row("", false);
        row("7 30d", false);
        row("x 30d views", false);
        row("7 31d views", false);
        row("7 2025-11-21 views", false); // no overview
        row("7 30d/2025-02-30 views", false);
        row("7 30d/2025-11-21/2025-11-22T14 views", false); // an hour of another day
        row("7 30d/2025-11-21T14/2025-11-21 views", false); // upwards
        row("7 1h/2025-11-21T14 views", false); // nothing below minutes
        row("7 30d/7d views", false);
        row("7 30d ", false);
        row("7 30d views,hearts", false);
    }
    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        const std::optional<Location> view = locationFromText(QString::fromLatin1(text));
        QCOMPARE(view.has_value(), valid);
        if (valid)
            QCOMPARE(locationFromText(locationText(*view)), view);
    }

    void everyKindOfLocationComesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *text) {
            QTest::newRow(text) << QByteArray(text);
        };
        row("postwave:channel/0?view=30d&metrics=views");
        row("postwave:channel/"
            "-1001234567890?source=demo&view=all&metrics=views,likes,shares,comments,replies,post_count");
        row("postwave:channels?source=https://bot.example.org:8443/api&view=90d&metrics=likes");
        row("postwave:channels?source=demo&view=30d&metrics=views&channels_sort=per_post,ascending");
        row("postwave:channel/7?source=http://%5B::1%5D:8000&view=1h&metrics=views");
        row("postwave:channel/7?source=a%26b%3Dc%20d%23e%2Bf%25g&view=24h/2025-11-21T14&metrics=views");
        row("postwave:channel/7?source=demo&view=90d/2025-11-21/2025-11-21T14&metrics=views&compare=previous,weekday");
        row("postwave:channel/7?source=demo&view=90d/2025-10-26/2025-10-26T02:00:00%2B01:00&metrics=views"
            "&compare=2025-07-01T00:00:00Z&zone=Europe/Berlin&scale=log");
        row("postwave:channel/7?source=demo&view=2025-10-31T23:00:00Z~2025-11-30T23:00:00Z~month"
            "/2025-10-31T23:00:00Z~2025-11-30T23:00:00Z~day/2025-11-21&metrics=views&compare=year,date"
            "&zone=Europe/Berlin");
        row("postwave:channel/7?source=demo&view=90d&metrics=views&zoom=2025-11-01T00:00:00Z~2025-11-09T00:00:00Z"
            "&selected=2025-11-05T00:00:00Z&sort=change,ascending&channels_sort=channel,descending");
        row("postwave:channel/7?view=30d&metrics=views&sort=views,descending");
    }
    void everyKindOfLocationComesBack()
    {
        QFETCH(const QByteArray, text);
        const std::optional<Location> location = locationFromText(QString::fromLatin1(text));
        QVERIFY(location);
        QCOMPARE(textOf(location), text);
    }

    void whatALinkCannotMean_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *text) {
            QTest::newRow(text) << QByteArray(text);
        };
        row("postwave:");
        row("postwave:channel/7");
        row("postwave:channel/7?metrics=views");
        row("postwave:channel/seven?view=30d");
        row("postwave:channel/99999999999999999999?view=30d");
        row("postwave:elsewhere?view=30d");
        row("postwave:channel/7?view=31d");
        row("postwave:channel/7?view=2025-11-21");
        row("postwave:channel/7?view=30d&metrics=");
        row("postwave:channel/7?view=30d&metrics=views,hearts");
        row("postwave:channel/7?view=30d&zone=Mars/Olympus");
        row("postwave:channel/7?view=30d&scale=cubic");
        row("postwave:channel/7?view=30d&compare=next,date");
        row("postwave:channel/7?view=30d&zoom=2025-11-09T00:00:00Z~2025-11-01T00:00:00Z");
        row("postwave:channel/7?view=30d&zoom=2025-11-09T00:00:00Z");
        row("postwave:channel/7?view=30d&selected=noon");
        row("postwave:channel/7?view=30d&sort=views");
        row("postwave:channel/7?view=30d&sort=DROP%20TABLE,ascending");
        // More rows than anybody looks at, and years that no calendar is for.
        row("postwave:channel/7?view=0001-01-01T00:00:00Z~9999-01-01T00:00:00Z~minute");
        row("postwave:channel/7?view=2025-01-01T00:00:00Z~2026-01-01T00:00:00Z~minute");
        row("postwave:channel/7?view=2025-01-01T00:00:00Z~2026-01-01T00:00:00Z~hour");
        row("postwave:channel/7?view=30d/9999-12-31");
        row("postwave:channel/7?view=24h/0001-01-01T00");
        row("postwave:channel/7?view=30d&compare=9000-01-01T00:00:00Z");
        row("postwave:channel/7?view=30d&selected=9000-01-01T00:00:00Z&zoom=0001-01-01T00:00:00Z~9999-01-01T00:00:00Z");
    }
    void whatALinkCannotMean()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!locationFromText(QString::fromLatin1(text)));
    }

    void whatALaterVersionAddsIsPassedOver()
    {
        const std::optional<Location> known = locationFromText(u"postwave:channel/7?view=30d&mood=bright"_s);
        QVERIFY(known);
        QCOMPARE(known, locationFromText(u"postwave:channel/7?view=30d&metrics=views"_s));
    }

    void theRowsAreTheSameHoweverTheyAreDrawn()
    {
        const Location one = viewOf("postwave:channel/7?source=demo&view=30d&metrics=views");
        for (const char *other : {"postwave:channel/7?source=demo&view=30d&metrics=likes",
                                  "postwave:channel/7?source=demo&view=30d&scale=log&sort=views,ascending",
                                  "postwave:channel/7?source=demo&view=30d&selected=2025-11-05T00:00:00Z",
                                  "postwave:channel/7?source=demo&view=30d"
                                  "&zoom=2025-11-01T00:00:00Z~2025-11-09T00:00:00Z"})
            QVERIFY2(showSameRows(one, viewOf(other)), other);
        for (const char *other :
             {"postwave:channel/8?source=demo&view=30d", "postwave:channel/7?source=elsewhere&view=30d",
              "postwave:channel/7?source=demo&view=30d/2025-11-21", "postwave:channels?source=demo&view=30d",
              "postwave:channel/7?source=demo&view=30d&compare=year,date",
              "postwave:channel/7?source=demo&view=30d&zone=Asia/Tashkent"})
            QVERIFY2(!showSameRows(one, viewOf(other)), other);
    }

    void theSameHoursByOtherClocks()
    {
        const Location utc = *locationFromText(u"7 90d/2025-11-21/2025-11-21T14 views"_s);
        const Location there = inZone(utc, *zoneFromName(u"Asia/Kathmandu"_s));
        QCOMPARE(textOf(there), now("7 90d/2025-11-21/2025-11-21T14:00:00+05:45 views zone=Asia/Kathmandu"));
        QCOMPARE(textOf(inZone(there, QTimeZone::utc())), textOf(utc));
        const Location compared = viewOf("7 30d views 2025-10-01T00:00:00Z");
        QCOMPARE(textOf(inZone(compared, *zoneFromName(u"America/New_York"_s))),
                 now("7 30d views 2025-10-01T04:00:00Z zone=America/New_York"));
        const Location weeks = *locationFromText(u"7 2025-11-03T00:00:00Z~2025-11-17T00:00:00Z~week views"_s);
        QCOMPARE(textOf(inZone(weeks, *zoneFromName(u"Asia/Tashkent"_s))),
                 now("7 2025-11-02T19:00:00Z~2025-11-16T19:00:00Z~week views zone=Asia/Tashkent"));
    }

    void ways_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *from, const char *way, const char *to) {
            QTest::addRow("%s: %s", from, way) << QByteArray(from) << QByteArray(way) << QByteArray(to);
        };
        row("7 30d views", "up", "none");
        row("7 30d views", "next", "7 2025-11-22T00:00:00Z~2025-12-22T00:00:00Z~day views");
        row("7 30d views", "previous", "7 2025-09-23T00:00:00Z~2025-10-23T00:00:00Z~day views");
        row("7 30d/2025-11-21 views", "up", "7 30d views");
        row("7 2025-11-03T00:00:00Z~2025-11-10T00:00:00Z~day views", "next",
            "7 2025-11-10T00:00:00Z~2025-11-17T00:00:00Z~day views");
        row("7 2025-01-01T00:00:00Z~2025-03-01T00:00:00Z~month views", "previous",
            "7 2024-11-01T00:00:00Z~2025-01-01T00:00:00Z~month views");
        row("7 2025-11-03T00:00:00Z~2025-11-17T00:00:00Z~week/2025-11-03T00:00:00Z~2025-11-10T00:00:00Z~day/2025-11-09 "
            "views",
            "next",
            "7 2025-11-03T00:00:00Z~2025-11-17T00:00:00Z~week/2025-11-10T00:00:00Z~2025-11-17T00:00:00Z~day/2025-11-10 "
            "views");
        row("7 90d/2025-10-26/2025-10-26T02:00:00+02:00 views zone=Europe/Berlin", "next",
            "7 90d/2025-10-26/2025-10-26T02:00:00+01:00 views zone=Europe/Berlin");
        row("7 90d/2025-03-30/2025-03-30T01:00:00+01:00 views zone=Europe/Berlin", "next",
            "7 90d/2025-03-30/2025-03-30T03:00:00+02:00 views zone=Europe/Berlin");
        row("7 30d/2025-11-21 views", "next", "7 30d/2025-11-22 views");
        row("7 30d/2025-03-01 views", "previous", "7 30d/2025-02-28 views");
        row("7 30d/2025-11-21/2025-11-21T14 views", "up", "7 30d/2025-11-21 views");
        row("7 30d/2025-11-21/2025-11-21T23 views", "next", "7 30d/2025-11-22/2025-11-22T00 views");
        row("7 30d/2025-11-21/2025-11-21T00 views", "previous", "7 30d/2025-11-20/2025-11-20T23 views");
        row("7 24h/2025-11-21T00 views", "previous", "7 24h/2025-11-20T23 views");
        // Whole months are followed by months, and what is opened from a range takes it along past its end.
        row("7 2025-11-01T00:00:00Z~2025-12-01T00:00:00Z~day views", "previous",
            "7 2025-10-01T00:00:00Z~2025-11-01T00:00:00Z~day views");
        row("7 2025-07-01T00:00:00Z~2025-10-01T00:00:00Z~day views", "next",
            "7 2025-10-01T00:00:00Z~2026-01-01T00:00:00Z~day views");
        row("7 2025-10-01T00:00:00Z~2025-11-01T00:00:00Z~day/2025-10-31 views", "next",
            "7 2025-11-01T00:00:00Z~2025-12-01T00:00:00Z~day/2025-11-01 views");
        row("7 2025-10-31T23:00:00Z~2025-11-30T23:00:00Z~day/2025-11-01 views zone=Europe/Berlin", "previous",
            "7 2025-09-30T22:00:00Z~2025-10-31T23:00:00Z~day/2025-10-31 views zone=Europe/Berlin");
        // A chosen start goes along with what it is set beside.
        row("7 30d views 2025-09-01T00:00:00Z", "previous",
            "7 2025-09-23T00:00:00Z~2025-10-23T00:00:00Z~day views 2025-08-02T00:00:00Z");
        row("7 2025-11-01T00:00:00Z~2025-12-01T00:00:00Z~day views 2025-09-01T00:00:00Z", "next",
            "7 2025-12-01T00:00:00Z~2026-01-01T00:00:00Z~day views 2025-10-01T00:00:00Z");
        row("7 7d views", "previous", "7 2025-11-08T00:00:00Z~2025-11-15T00:00:00Z~day views");
        row("7 2025-11-08T00:00:00Z~2025-11-15T00:00:00Z~day views", "next", "7 7d views");
        row("7 2025-11-07T00:00:00Z~2025-11-14T00:00:00Z~day views", "next",
            "7 2025-11-14T00:00:00Z~2025-11-21T00:00:00Z~day views");
        row("7 2025-11-22T00:00:00Z~2025-11-29T00:00:00Z~day views", "previous", "7 7d views");
        row("7 24h views", "previous", "7 2025-11-19T15:00:00Z~2025-11-20T15:00:00Z~hour views");
        row("7 2025-11-20T14:00:00Z~2025-11-21T02:00:00Z~hour/2025-11-20T14 views", "next",
            "7 2025-11-20T14:00:00Z~2025-11-21T02:00:00Z~hour/2025-11-20T15 views");
        row("7 1h views", "previous", "7 2025-11-21T12:38:00Z~2025-11-21T13:38:00Z~minute views");
        row("7 7d views zone=Asia/Kathmandu", "previous",
            "7 2025-11-07T18:15:00Z~2025-11-14T18:15:00Z~day views zone=Asia/Kathmandu");
        row("7 all views", "previous", "none");
    }
    void ways()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, way);
        QFETCH(QByteArray, to);
        const Location view = viewOf(from.constData());
        const std::optional<Location> there = way == "up" ? levelUp(view) : stepped(view, way == "next" ? 1 : -1, kNow);
        QCOMPARE(textOf(there), now(to.constData()));
    }

    void drilling()
    {
        const Location days = viewOf("7 90d likes");
        const std::optional<Location> hours = drilledInto(days, 1763683200, ViewStep::Day);
        QCOMPARE(textOf(hours), now("7 90d/2025-11-21 likes"));
        const std::optional<Location> minutes = drilledInto(*hours, 1763733600, ViewStep::Hour);
        QCOMPARE(textOf(minutes), now("7 90d/2025-11-21/2025-11-21T14 likes"));
        QVERIFY(!drilledInto(*minutes, 1763733660, ViewStep::Minute));
        QCOMPARE(textOf(drilledInto(viewOf("7 6h views"), 1763733600, ViewStep::Hour)),
                 now("7 6h/2025-11-21T14 views"));
        QVERIFY(!drilledInto(viewOf("7 1h views"), 1763733600, ViewStep::Minute));
    }

    void drillingFromAllTimeKeepsItsGranularity()
    {
        // A Friday's week and month: all the time is shown by the step that fits its length.
        const std::optional<Location> week = drilledInto(viewOf("7 all views"), 1763337600, ViewStep::Week);
        QCOMPARE(textOf(week), now("7 all~week/2025-11-17T00:00:00Z~2025-11-24T00:00:00Z~day views"));
        QCOMPARE(textOf(drilledInto(*week, 1763683200, ViewStep::Day)),
                 now("7 all~week/2025-11-17T00:00:00Z~2025-11-24T00:00:00Z~day/2025-11-21 views"));
        QCOMPARE(textOf(levelUp(*week)), now("7 all~week views"));
    }

    void theLastMetricStays()
    {
        Location view = viewOf("7 30d views");
        QCOMPARE(withMetricToggled(view, Metric::Views), view);
        view = withMetricToggled(view, Metric::Likes);
        QCOMPARE(textOf(view), now("7 30d views,likes"));
        view = withMetricToggled(view, Metric::Views);
        QCOMPARE(textOf(view), now("7 30d likes"));
        QCOMPARE(withMetricToggled(view, Metric::Likes), view);
    }

    void oneMetricAlone()
    {
        QCOMPARE(textOf(withMetricAlone(viewOf("7 30d views,shares"), Metric::Likes)), now("7 30d likes"));
    }

    void history()
    {
        History history;
        history.reset(viewOf("7 30d views"));
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.canGoForward());
        history.push(viewOf("7 30d/2025-11-21 views"));
        history.push(viewOf("7 30d/2025-11-21 views")); // the same again is no step
        history.push(viewOf("7 30d/2025-11-21/2025-11-21T14 views"));
        history.goBack();
        history.goBack();
        QCOMPARE(textOf(history.current()), now("7 30d views"));
        QVERIFY(!history.canGoBack());
        history.goBack();
        QCOMPARE(textOf(history.current()), now("7 30d views"));
        history.goForward();
        QCOMPARE(textOf(history.current()), now("7 30d/2025-11-21 views"));
        history.replace(viewOf("7 30d/2025-11-21 likes"));
        history.push(viewOf("8 30d views")); // what lay ahead is forgotten
        QVERIFY(!history.canGoForward());
        history.goBack();
        QCOMPARE(textOf(history.current()), now("7 30d/2025-11-21 likes"));
    }

    void historyIsNotEndless()
    {
        History history;
        for (int i = 1; i <= 2 * History::kLongest; ++i)
            history.push(viewOf(qPrintable(u"%1 30d views"_s.arg(i))));
        QCOMPARE(history.current().channel, ChannelId(2 * History::kLongest));
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.goBack();
        QCOMPARE(steps, int(History::kLongest) - 1);
    }
};

POSTWAVE_TEST(LocationTest, Postwave::Testing::NoApplication)
#include "locationtest.moc"
