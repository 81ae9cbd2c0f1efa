// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plainline.h"
#include "core/channeltitle.h"
#include "testcase.h"

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What of a channel's title is shown. */
class PlainLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Harbour news"_s << u"Harbour news"_s;
        QTest::newRow("line ends") << u"Harbour\n\tnews\u2028now"_s << u"Harbour news now"_s;
        QTest::newRow("turned") << u"abc\u202Efed"_s << u"abc fed"_s;
        QTest::newRow("isolated") << u"\u2067abc\u2069"_s << u"abc"_s;
        QTest::newRow("a family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s
                                  << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
        QTest::newRow("Persian") << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s;
        QTest::newRow("a flag of tags") << u"\U0001F3F4\U000E0067\U000E0062\U000E007F"_s
                                        << u"\U0001F3F4\U000E0067\U000E0062\U000E007F"_s;
        QTest::newRow("markup") << u"<b>x</b>"_s << u"<b>x</b>"_s;
        int number = 0;
        for (const QString &blank : {u""_s, u" \t"_s, u"\u2800"_s, u"\u3164\u3164"_s, u"\u200D\u200B\uFEFF"_s})
            QTest::addRow("without ink %d", ++number) << blank << u"harbour"_s;
    }
    void titles()
    {
        QFETCH(const QString, title);
        Channel channel{ChannelId(1001234567890), title, u"harbour"_s, {}};
        QTEST(channelTitle(channel), "shown");
        channel.username.clear();
        if (isInvisible(title))
            QCOMPARE(channelTitle(channel), u"1001234567890"_s);
    }
};

POSTWAVE_TEST(PlainLineTest, QCoreApplication)
#include "plainlinetest.moc"
