// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/datewords.h"

#include "testcase.h"

#include <QTest>

using namespace Postwave;

/** Dates as people type them. */
class DateWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("span"); // first to last; empty: not understood
        const auto row = [](const char *typed, const char *locale, const char *span) {
            QTest::addRow("%s in %s", typed, locale)
                << QString::fromUtf8(typed) << QString::fromLatin1(locale) << QString::fromLatin1(span);
        };
        const char *firstOfOctober = "2025-10-01 2025-10-01";
        row("1 oct", "en_GB", firstOfOctober);
        row("1 October", "en_GB", firstOfOctober);
        row(" Oct  1, 2025 ", "en_US", firstOfOctober);
        row("1 oct 2025", "en_GB", firstOfOctober);
        row("2025-10-01", "en_GB", firstOfOctober);
        row("1.10.", "de_DE", firstOfOctober);
        row("1.10.2025", "de_DE", firstOfOctober);
        row("01.10.25", "de_DE", firstOfOctober);
        row("1. Oktober 2025", "de_DE", firstOfOctober);
        row("10/1/25", "en_US", firstOfOctober);
        row("1/10/2025", "en_GB", firstOfOctober);
        row("1 октября", "ru_RU", firstOfOctober);
        row("1 окт. 2025", "ru_RU", firstOfOctober);
        row("1 oct", "ru_RU", firstOfOctober); // English everywhere
        row("1 de octubre de 2025", "es_ES", firstOfOctober);
        row("Wed 1 Oct 2025", "en_GB", firstOfOctober);
        row("mittwoch, 1. oktober", "de_DE", firstOfOctober);
        row("١٠ ٢٠٢٥", "ar_EG", "");
        row("٢٠٢٥-١٠-٠١", "ar_EG", firstOfOctober);
        // Without a year: the latest that has begun. Today is 21 November 2025.
        row("21 nov", "en_GB", "2025-11-21 2025-11-21");
        row("22 nov", "en_GB", "2024-11-22 2024-11-22");
        row("25.12.", "de_DE", "2024-12-25 2024-12-25");
        row("29 feb", "en_GB", "2024-02-29 2024-02-29");
        row("nov", "en_GB", "2025-11-01 2025-11-30");
        row("december", "en_GB", "2024-12-01 2024-12-31");
        row("nov 2024", "en_GB", "2024-11-01 2024-11-30");
        row("2024-02", "en_GB", "2024-02-01 2024-02-29");
        row("2024", "en_GB", "2024-01-01 2024-12-31");
        row("ноябрь", "ru_RU", "2025-11-01 2025-11-30");
        row("mar", "en_GB", "2025-03-01 2025-03-31");
        // Several, none, impossible, before there were channels.
        row("ju", "en_GB", "");
        row("ma", "en_GB", "");
        row("31 feb 2025", "en_GB", "");
        row("30 feb", "en_GB", "");
        row("0 oct", "en_GB", "");
        row("1 1 oct", "en_GB", "");
        row("oct nov", "en_GB", "");
        row("1 oct 1999", "en_GB", "");
        row("2012-10-01", "en_GB", "");
        row("2025-13", "en_GB", "");
        row("9999-10-01", "en_GB", "");
        row("last tuesday", "en_GB", "");
        row("", "en_GB", "");
        row("12", "en_GB", "");
    }
    void dates()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, locale);
        const std::optional<DateSpan> span = dateSpanFromWords(typed, QDate(2025, 11, 21), QLocale(locale));
        const QString read =
            span ? span->first.toString(Qt::ISODate) + u' ' + span->last.toString(Qt::ISODate) : QString();
        QTEST(read, "span");
    }

    void everyLocaleReadsWhatItWrites()
    {
        const QDate date(2025, 11, 8);
        QStringList unread;
        for (const char *name :
             {"en_US", "en_GB", "de_DE", "ru_RU", "uz_UZ", "ar_EG", "fa_IR", "tr_TR", "fr_FR", "es_ES"}) {
            const QLocale locale{QString::fromLatin1(name)};
            const QString written = locale.toString(date, QLocale::ShortFormat);
            if (dateSpanFromWords(written, QDate(2025, 11, 21), locale) != DateSpan{date, date})
                unread.append(QString::fromLatin1(name) + u": " + written);
        }
        QCOMPARE(unread.join(u'\n'), QString());
    }
};

POSTWAVE_TEST(DateWordsTest, QCoreApplication)

#include "datewordstest.moc"
