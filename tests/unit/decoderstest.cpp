// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/decoders.h"
#include "fakes.h"
#include "sources/analyticbot/errorbody.h"
#include "sources/serveraddress.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
QByteArray row()
{
    return "{\"timestamp\":\"2025-11-20T00:00:00Z\",\"time\":\"x\",\"views\":1,\"likes\":2,\"shares\":3,"
           "\"comments\":4,\"replies\":5,\"post_count\":6}";
}

QByteArray rowWith(const QByteArray &from, const QByteArray &to)
{
    QByteArray changed = row();
    return changed.replace(from, to);
}
}

class DecodersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARow()
    {
        const auto answer = decodeDynamics('[' + row() + ']');
        QVERIFY(answer);
        QCOMPARE(answer->buckets.size(), 1);
        QCOMPARE(answer->buckets.first().start, at("2025-11-20"));
        for (size_t i = 0; i < kMetrics.size(); ++i)
            QCOMPARE(*answer->buckets.first().counters[kMetrics[i]], qint64(i) + 1);
        QCOMPARE(int(answer->comments), int(CommentsKind::Discussion));
        QVERIFY(decodeDynamics("[]")->buckets.isEmpty());
        QCOMPARE(int(decodeDynamics("[]")->comments), int(CommentsKind::None));
    }

    void dynamicsRows_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        const auto add = [](const char *name, const QByteArray &json, bool good) {
            QTest::newRow(name) << json << good;
        };
        add("no post_count", '[' + rowWith(",\"post_count\":6", "") + ']', true);
        add("no replies", '[' + rowWith("\"replies\":5,", "") + ']', true);
        add("null replies", '[' + rowWith("\"replies\":5", "\"replies\":null") + ']', true);
        add("unknown fields", '[' + rowWith("\"time\"", "\"new\":[1],\"time\"") + ']', true);
        add("largest", '[' + rowWith("\"views\":1", "\"views\":9007199254740991") + ']', true);
        add("too large", '[' + rowWith("\"views\":1", "\"views\":9007199254740992") + ']', false);
        add("far too large", '[' + rowWith("\"views\":1", "\"views\":1e300") + ']', false);
        add("negative", '[' + rowWith("\"views\":1", "\"views\":-1") + ']', false);
        add("fraction", '[' + rowWith("\"views\":1", "\"views\":1.5") + ']', false);
        add("nearly one", '[' + rowWith("\"views\":1", "\"views\":0.99999999999999999999") + ']', false);
        add("nearly the largest", '[' + rowWith("\"views\":1", "\"views\":9007199254740991.4") + ']', false);
        add("whole, written as a fraction", '[' + rowWith("\"views\":1", "\"views\":1.0") + ']', false);
        add("whole, written with an exponent", '[' + rowWith("\"views\":1", "\"views\":1e0") + ']', false);
        add("a nought before it", '[' + rowWith("\"views\":1", "\"views\":01") + ']', false);
        add("beyond 64 bits", '[' + rowWith("\"views\":1", "\"views\":18446744073709551617") + ']', false);
        add("a counter twice", '[' + rowWith("\"views\":1", "\"views\":1,\"views\":1") + ']', false);
        add("an unknown name twice", '[' + rowWith("\"time\"", "\"new\":1,\"new\":2,\"time\"") + ']', false);
        add("a name twice, deeper", '[' + rowWith("\"time\"", "\"new\":{\"a\":1,\"a\":2},\"time\"") + ']', true);
        add("names with escapes", '[' + rowWith("\"views\"", "\"v\\u0069ews\"") + ']', true);
        add("not UTF-8", '[' + rowWith("\"time\":\"x\"", "\"time\":\"\xff\"") + ']', false);
        add("more after the list", '[' + row() + "],1", false);
        add("white space around it", " \n[" + row() + "]\n", true);
        add("deep in a row",
            '[' + rowWith("\"time\"", "\"new\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + ",\"time\"")
                + ']',
            true);
        add("many fields", "[{" + QByteArray("\"a\":1,").repeated(2) + "\"b\":1}]", false);
        add("a list of nothing", '[' + QByteArray("0,").repeated(1'000'000) + "0]", false);
        add("text", '[' + rowWith("\"views\":1", "\"views\":\"1\"") + ']', false);
        add("null views", '[' + rowWith("\"views\":1", "\"views\":null") + ']', false);
        add("no likes", '[' + rowWith("\"likes\":2,", "") + ']', false);
        add("negative replies", '[' + rowWith("\"replies\":5", "\"replies\":-5") + ']', false);
        add("no time", '[' + rowWith("2025-11-20T00:00:00Z", "") + ']', false);
        add("impossible time", '[' + rowWith("2025-11-20", "2025-02-30") + ']', false);
        add("twice", '[' + row() + ',' + row() + ']', false);
        add("out of order", '[' + row() + ',' + rowWith("2025-11-20", "2025-11-19") + ']', false);
        add("in order", '[' + rowWith("2025-11-20", "2025-11-19") + ',' + row() + ']', true);
        add("object", "{\"detail\":\"x\"}", false);
        add("row is a number", "[1]", false);
        add("cut", '[' + row().left(40), false);
        add("nothing", "", false);
        add("deep", QByteArray(200'000, '['), false);
    }
    void dynamicsRows()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, good);
        const auto answer = decodeDynamics(json);
        QCOMPARE(bool(answer), good);
        if (!good)
            QCOMPARE(int(answer.error().kind), int(Error::Kind::BadAnswer));
    }

    void posts()
    {
        const QByteArray json = R"({"posts": [
            {"id": 9, "msg_id": 9, "channel_id": 77, "date": "2025-11-21T14:20:00Z", "text": "new", "metrics": null},
            {"id": 8, "msg_id": 8, "channel_id": 77, "date": "2025-11-21T08:00:00.5Z", "text": "older",
             "created_at": "x", "media": ["a"], "metrics": {"views": 8589934592, "forwards": 2, "replies_count": 0,
             "reactions_count": 12, "snapshot_time": "2025-11-21T14:30:00.250000Z", "deeper": {"views": 3}}},
            {"id": 8, "msg_id": 8, "channel_id": 77, "date": "2025-11-21T08:00:00Z", "text": "twice", "metrics": null},
            {"id": 7, "msg_id": 7, "channel_id": 77, "date": "2025-11-20T08:00:00Z", "text": "",
             "metrics": {"views": 1, "forwards": null, "comments_count": 4, "snapshot_time": "2026-01-01T00:00:00Z"}}
            ], "total": 19, "page": 1, "page_size": 4, "has_more": true, "filters": {"posts": [1]}})";
        const qint64 readAt = at("2025-11-21T14:37:20Z");
        const auto page = decodePosts(json, ChannelId(77), readAt);
        QVERIFY(page);
        QCOMPARE(page->total, 19);
        QVERIFY(page->hasMore);
        QVERIFY(!page->hasUnread);
        QCOMPARE(page->posts.size(), 3);
        QCOMPARE(page->posts[0].counters, PostCounters());
        QCOMPARE(page->posts[0].observedAt, readAt);
        const ListedPost &older = page->posts[1];
        QCOMPARE(older.post.published, at("2025-11-21T08:00:00Z"));
        QCOMPARE(older.post.text, u"older"_s);
        QVERIFY(!older.post.media); // the server does not say
        QCOMPARE(older.observedAt, at("2025-11-21T14:30:00Z"));
        QCOMPARE(older.counters, (PostCounters{.views = 8589934592, .forwards = 2, .reactions = 12, .replies = 0}));
        QCOMPARE(page->posts[2].counters, (PostCounters{.views = 1, .comments = 4}));
        QCOMPARE(page->posts[2].observedAt, readAt); // no snapshot is of the future
    }

    void postsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        QTest::addColumn<bool>("unread");
        const QByteArray post = R"({"msg_id": 9, "date": "2025-11-21T14:20:00Z", "metrics": {"views": 1}})";
        const auto row = [](const char *name, const QByteArray &posts, bool good, bool unread = false) {
            QTest::newRow(name) << QByteArray("{\"posts\": [" + posts + "], \"total\": 1}") << good << unread;
        };
        const auto with = [&post](const QByteArray &from, const QByteArray &to) {
            return QByteArray(post).replace(from, to);
        };
        row("none", "", true);
        row("one", post, true);
        row("without a time", post + ',' + with("2025-11-21T14:20:00Z", "soon"), true, true);
        row("without an id", with("\"msg_id\": 9,", "") + ',' + post, true, true);
        row("of another channel", with("\"msg_id\"", "\"channel_id\": 3, \"msg_id\""), false);
        row("negative views", with("\"views\": 1", "\"views\": -1"), false);
        row("views with a point", with("\"views\": 1", "\"views\": 1.5"), false);
        row("no object", "7", false);
        QTest::newRow("a list") << QByteArray("[]") << false << false;
        QTest::newRow("no list of posts") << QByteArray("{\"total\": 1}") << false << false;
        QTest::newRow("posts that are no list") << QByteArray("{\"posts\": {}, \"total\": 1}") << false << false;
        QTest::newRow("two lists") << QByteArray("{\"posts\": [], \"posts\": [], \"total\": 1}") << false << false;
        QTest::newRow("no total") << QByteArray("{\"posts\": []}") << false << false;
        QTest::newRow("cut") << QByteArray("{\"posts\": [") << false << false;
    }
    void postsThatAreNone()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, good);
        QFETCH(bool, unread);
        const auto page = decodePosts(json, ChannelId(77), at("2025-11-21T14:37:20Z"));
        QCOMPARE(bool(page), good);
        if (page)
            QCOMPARE(page->hasUnread, unread);
    }

    void channelIdsHave64Bits()
    {
        const auto channels = decodeChannels(
            "[{\"id\":1001234567890,\"name\":\"A\",\"username\":\"@a\",\"subscriber_count\":7},"
            "{\"id\":-1001234567891,\"name\":\"\",\"username\":null}]",
            true);
        QVERIFY(channels);
        QCOMPARE(channels->first(), (Channel{ChannelId(1001234567890), u"A"_s, u"a"_s, 7}));
        QCOMPARE(channels->last(), (Channel{ChannelId(-1001234567891), u"Channel -1001234567891"_s, {}, {}}));
        QVERIFY(!decodeChannels("[{\"name\":\"A\"}]", true));
        QVERIFY(!decodeChannels("{}", true));
        QVERIFY(decodeChannels("[]", true)->isEmpty());
    }

    void oneBadChannelHidesNoOther_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("none") << QByteArray("{\"name\":\"A\"}");
        QTest::newRow("nought") << QByteArray("{\"id\":0}");
        QTest::newRow("a fraction") << QByteArray("{\"id\":1001234567890.0}");
        QTest::newRow("a text") << QByteArray("{\"id\":\"7\"}");
        QTest::newRow("beyond 64 bits") << QByteArray("{\"id\":9223372036854775808}");
    }
    void oneBadChannelHidesNoOther()
    {
        QFETCH(QByteArray, bad);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"1 channels? without an id"_s));
        const auto channels = decodeChannels("[{\"id\":1},"_ba + bad + ",{\"id\":2}]", true);
        QVERIFY(channels);
        QCOMPARE(channels->size(), 2);
        QVERIFY(!decodeChannels('[' + bad + ']', true));
    }

    void channelListsAreMergedById()
    {
        const ChannelList merged = mergeChannels(
            {{ChannelId(1), u"One"_s, u"one"_s, {}}, {ChannelId(2), u"Two"_s, {}, {}}},
            {{ChannelId(2), u"Two"_s, {}, 20}, {ChannelId(3), u"Three"_s, {}, 30}, {ChannelId(1), u"x"_s, {}, 10}});
        QCOMPARE(merged,
                 (ChannelList{{ChannelId(1), u"One"_s, u"one"_s, 10},
                              {ChannelId(2), u"Two"_s, {}, 20},
                              {ChannelId(3), u"Three"_s, {}, 30}}));
    }

    void errorBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << QByteArray("{\"detail\":\"Not Found\"}") << u"Not Found"_s;
        QTest::newRow("validation without input")
            << QByteArray("{\"detail\":[{\"loc\":[\"body\",\"email\"],\"msg\":\"bad\",\"input\":\"s3cret\"}]}")
            << u"email: bad"_s;
        QTest::newRow("not JSON, an offset for a field")
            << QByteArray("{\"detail\":[{\"loc\":[\"body\",12],\"msg\":\"JSON decode error\",\"input\":{}}]}")
            << u"JSON decode error"_s;
        QTest::newRow("object") << QByteArray("{\"detail\":{\"error\":\"account_suspended\",\"message\":\"No.\"}}")
                                << u"No."_s;
        QTest::newRow("limiter") << QByteArray("{\"error\":\"x\",\"message\":\"Slow down\",\"retry_after_seconds\":60}")
                                 << u"Slow down"_s;
        QTest::newRow("plain text") << QByteArray("Internal Server Error") << QString();
        QTest::newRow("HTML") << QByteArray("<html></html>") << QString();
    }
    void errorBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        QCOMPARE(readErrorBody(body).words, words);
    }

    void serverAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allowHttp");
        QTest::addColumn<QString>("normal"); // empty: refused
        const auto row = [](const QString &text, bool allowHttp, const QString &normal) {
            QTest::addRow("%s %d", qPrintable(text), allowHttp) << text << allowHttp << normal;
        };
        row(u"https://Host.Example/"_s, false, u"https://host.example"_s);
        row(u"HTTPS://host:443/api//"_s, false, u"https://host/api"_s);
        row(u" https://host:8443/Api/v1/ "_s, false, u"https://host:8443/Api/v1"_s);
        row(u"http://127.0.0.1:11400"_s, false, u"http://127.0.0.1:11400"_s);
        row(u"http://localhost:80"_s, false, u"http://localhost"_s);
        row(u"http://[::1]:11400/"_s, false, u"http://[::1]:11400"_s);
        row(u"http://127.255.0.9"_s, false, u"http://127.255.0.9"_s);
        row(u"http://LOCALHOST"_s, false, u"http://localhost"_s);
        row(u"http://foo.localhost"_s, false, {}); // whoever resolves it may be somebody else
        row(u"http://localhost."_s, false, {});
        row(u"http://128.0.0.1"_s, false, {});
        row(u"http://[::ffff:127.0.0.1]"_s, false, {});
        row(u"http://host"_s, false, {});
        row(u"http://host"_s, true, u"http://host"_s);
        row(u"http://127.0.0.1.evil.example"_s, false, {});
        row(u"https://user:pw@host"_s, false, {});
        row(u"https://host/?x=1"_s, false, {});
        row(u"https://host/#x"_s, false, {});
        row(u"ftp://host"_s, true, {});
        row(u"host"_s, false, {});
        row(u"https://"_s, false, {});
        row({}, false, {});
    }
    void serverAddresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, allowHttp);
        QFETCH(QString, normal);
        const auto address = ServerAddress::fromText(text, allowHttp);
        QCOMPARE(address ? address->text() : QString(), normal);
    }

    void addressesOfRequests()
    {
        const auto address = ServerAddress::fromText(u"https://host/my%20api/"_s, false);
        QVERIFY(address);
        const MinuteQuery minutes{{at("2025-11-21T07:00:00Z"), at("2025-11-21T08:00:00Z")}};
        QCOMPARE(address->url(u"/channels/"_s).toEncoded(), QByteArray("https://host/my%20api/channels/"));
        QCOMPARE(address->url(u"/x"_s, dynamicsUrlQuery(minutes)).toEncoded(),
                 QByteArray("https://host/my%20api/x?period=24h&start_time=2025-11-21T07:00:00Z"
                            "&end_time=2025-11-21T07:59:59Z"));
        QCOMPARE(dynamicsUrlQuery(DayQuery{at("2025-11-21")}).toString(),
                 u"period=24h&start_date=2025-11-21&end_date=2025-11-21"_s);
        QCOMPARE(dynamicsUrlQuery(RollingQuery{Period::All}).toString(), u"period=all"_s);
    }

    void retryAfterInBothForms_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds"); // -1: none
        QTest::newRow("number") << QByteArray("38") << qint64(38);
        QTest::newRow("spaces") << QByteArray(" 38 ") << qint64(38);
        QTest::newRow("date") << QByteArray("Fri, 21 Nov 2025 14:38:20 GMT") << qint64(60);
        QTest::newRow("date gone by") << QByteArray("Fri, 21 Nov 2025 14:00:00 GMT") << qint64(0);
        QTest::newRow("for ever") << QByteArray("9223372036854775807") << kLongestRetryAfter;
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("junk") << QByteArray("soon") << qint64(-1);
        QTest::newRow("none") << QByteArray() << qint64(-1);
    }
    void retryAfterInBothForms()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, seconds);
        const auto read = retryAfterOf(value, at("2025-11-21T14:37:20Z"));
        QCOMPARE(read ? qint64(read->count()) : -1, seconds);
    }
};

POSTWAVE_TEST(DecodersTest, QCoreApplication)
#include "decoderstest.moc"
