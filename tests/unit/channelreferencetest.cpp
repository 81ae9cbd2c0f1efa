// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channelreference.h"

#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class ChannelReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsOfOneChannel_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"1001234567890", "-1001234567890", "1234567890", "https://t.me/c/1234567890/77", "t.me/c/1234567890",
              "@harbour_lights", "harbour_lights", "Harbour_Lights", " @harbour_lights ", "https://t.me/harbour_lights",
              "http://t.me/harbour_lights/12", "t.me/s/harbour_lights", "https://telegram.me/harbour_lights",
              "https://t.me/s/harbour_lights/12?before=3", "https://www.t.me/harbour_lights#x"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void formsOfOneChannel()
    {
        QFETCH(const QString, text);
        const Channel channel{
            .id = ChannelId(1001234567890), .title = u"Harbour"_s, .username = u"harbour_lights"_s, .subscribers = {}};
        const Channel other{
            .id = ChannelId(1001234567891), .title = u"Other"_s, .username = u"harbour_light"_s, .subscribers = {}};
        const std::optional<ChannelReference> reference = channelReferenceFromText(text);
        QVERIFY(reference);
        QVERIFY(reference->names(channel));
        QVERIFY(!reference->names(other));
    }

    void numbersAreTakenAsTyped()
    {
        // Of files, which have none from Telegram, and of servers that count in their own way.
        for (const qint64 id : {qint64(-4523456789012345678), qint64(7), qint64(-5)})
            QVERIFY(channelReferenceFromText(QString::number(id))->ids.contains(ChannelId(id)));
        QCOMPARE(channelReferenceFromText(u"7"_s)->ids, (QList{ChannelId(7), ChannelId(1000000000007)}));
        QCOMPARE(channelReferenceFromText(u"-1000000000007"_s)->ids,
                 (QList{ChannelId(-1000000000007), ChannelId(1000000000007)}));
    }

    void otherTextIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "@", "0", "abc", "a b c d", "@1name", "12ab", "1.5", "99999999999999999999",
                                 "https://example.org/harbour", "t.me/", "t.me/+invite", "t.me/c/x",
                                 "t.me/joinchat/abcdef", "https://t.me/share/url?url=x", "--channel"})
            QTest::newRow(qPrintable(u"“%1”"_s.arg(QString::fromLatin1(text)))) << QString::fromLatin1(text);
        QTest::newRow("letters of other scripts") << u"канал"_s;
    }
    void otherTextIsNone()
    {
        QFETCH(const QString, text);
        QVERIFY(!channelReferenceFromText(text));
    }
};

POSTWAVE_TEST(ChannelReferenceTest, Postwave::Testing::NoApplication)

#include "channelreferencetest.moc"
