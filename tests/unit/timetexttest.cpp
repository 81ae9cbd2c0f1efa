// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "core/knowntimes.h"
#include "core/storedresolution.h"
#include "testcase.h"

#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class TimeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFormOfTheServer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds"); // -1: no time
        const qint64 seven = 1763708400; // 2025-11-21T07:00:00Z
        QTest::newRow("Z") << u"2025-11-21T07:00:00Z"_s << seven;
        QTest::newRow("zero offset") << u"2025-11-21T07:00:00+00:00"_s << seven;
        QTest::newRow("naive is UTC") << u"2025-11-21T07:00:00"_s << seven;
        QTest::newRow("naive with fraction") << u"2025-11-21T07:00:00.301122"_s << seven;
        QTest::newRow("Z with fraction") << u"2025-11-21T07:00:00.999999Z"_s << seven;
        QTest::newRow("east") << u"2025-11-21T12:00:00+05:00"_s << seven;
        QTest::newRow("east without colon") << u"2025-11-21T12:45:00+0545"_s << seven;
        QTest::newRow("west") << u"2025-11-20T23:00:00-08:00"_s << seven;
        QTest::newRow("space") << u"2025-11-21 07:00:00Z"_s << seven;
        QTest::newRow("date") << u"2025-11-21"_s << seven - 7 * 3600;
        QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << qint64(1709164800);
        QTest::newRow("the first") << u"2000-01-01"_s << kKnownTimes.from;
        QTest::newRow("the last") << u"2200-12-31T23:59:59Z"_s << kKnownTimes.until - 1;
        QTest::newRow("before it") << u"1999-12-31T23:59:59Z"_s << qint64(-1);
        QTest::newRow("after it") << u"2201-01-01T00:00:00Z"_s << qint64(-1);
        QTest::newRow("before it by its offset") << u"2000-01-01T00:00:00+05:00"_s << qint64(-1);
        QTest::newRow("before the epoch") << u"1969-12-31T23:59:58Z"_s << qint64(-1);
        QTest::newRow("a year of 50") << u"0050-01-01T00:00:00Z"_s << qint64(-1);
        QTest::newRow("a year of 9999") << u"9999-12-31"_s << qint64(-1);
        for (const char *bad : {"", "yesterday", "2025-02-29T00:00:00Z", "2025-13-01", "2025-11-21T24:00:00Z",
                                "2025-11-21T07:60:00Z", "2025-11-21T07:00:61Z", "2025-11-21T07:00Z",
                                "2025-11-21T07:00:00Zjunk", "2025-11-21T07:00:00.Z", "2025-11-21T07:00:00+5",
                                "2025-11-21T07:00:00+24:00", "25-11-21T07:00:00Z", "2025-11-21T07:00:00.1234567890Z"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << qint64(-1);
    }
    void readsEveryFormOfTheServer()
    {
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        const std::optional<qint64> read = secondsFromIso(text);
        QCOMPARE(read.value_or(-1), seconds);
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"2000-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "2025-11-21T14:37:20Z", "2200-12-31T23:59:59Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void writesWhatItReads()
    {
        QFETCH(QString, text);
        QCOMPARE(isoUtc(*secondsFromIso(text)), text);
        QCOMPARE(isoDate(*secondsFromIso(text)), text.left(10));
    }

    void bucketsBeginAtOrBeforeTheirTimes()
    {
        QCOMPARE(bucketStart(StoredResolution::Hour, 3599), 0);
        QCOMPARE(bucketStart(StoredResolution::Hour, 3600), 3600);
        QCOMPARE(bucketStart(StoredResolution::Hour, -1), -3600);
        QCOMPARE(bucketStart(StoredResolution::Day, -86400), -86400);
        QCOMPARE(bucketCeil(StoredResolution::Minute, 61), 120);
        QCOMPARE(bucketCeil(StoredResolution::Minute, 120), 120);
        QCOMPARE(bucketCeil(StoredResolution::Minute, -61), -60);
    }
};

POSTWAVE_TEST(TimeTextTest, QCoreApplication)
#include "timetexttest.moc"
