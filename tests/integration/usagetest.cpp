// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"
#include "testcase.h"

#include <QDir>
#include <QFileInfo>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

/** Command lines that mean nothing: exit 2 and one line, before anything is opened, sent or written. */
class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRefused_data();
    void isRefused();
    void helps_data();
    void helps();
    void helpNamesOnlyWhatIsBuilt();
};

void UsageTest::isRefused_data()
{
    QTest::addColumn<QString>("line");
    const QString server = u"--server http://127.0.0.1:9 --email a@example.com "_s;
    const QString source = u"export --output OUT.csv "_s + server;
    const QString known = source + u"--channel 5 "_s;
    const QString whole = known + u"--period 7d "_s;
    const QString fetch = u"fetch --channel 5 "_s + server;
    const auto row = [](const QString &line) {
        QTest::newRow(qPrintable(line.simplified())) << line;
    };
    row(u"exports"_s);
    row(u"--no-such-option"_s);
    row(u"export"_s);
    row(whole + u"--no-such-option"_s);
    row(whole + u"--no-such-option=3"_s);
    row(whole + u"another"_s);
    row(u"channels fetch "_s + server);
    row(source + u"--period 7d"_s);
    for (const char *id : {"x", "1.5", "0x10", "99999999999999999999", "''", "0", "5x", "+", "@1"})
        row(source + u"--period 7d --channel "_s + QString::fromLatin1(id));
    row(known);
    row(known + u"--period 7d --day 2025-12-20"_s);
    row(known + u"--day 2025-12-20 --hour 2025-12-20T05"_s);
    for (const char *period : {"8d", "7D", "0d", "24", "''", "-7d", "7d,30d", "1y"})
        row(known + u"--period="_s + QString::fromLatin1(period));
    for (const char *day : {"2025-02-30", "2025-13-01", "2025-00-10", "2025-1-1", "20251220", "2025-12-20T00", "today",
                            "2023-02-29", "2025-12-20Z", "-2025-12-20", "''", "0000-00-00", "2025-12-32"})
        row(known + u"--day="_s + QString::fromLatin1(day));
    for (const char *hour : {"2025-12-20T24", "2025-12-20T5", "2025-02-30T05", "2025-12-20T-1", "2025-12-20T05:30",
                             "2025-12-20 05", "2025-12-20", "2025-12-20T0x", "''"})
        row(known + u"--hour="_s + QString::fromLatin1(hour));
    for (const char *zone :
         {"Mars/Olympus", "utc", "+05:00", "''", "Tashkent", "Asia/", "../etc/passwd", "UTC+3", "right/UTC"})
        row(whole + u"--zone="_s + QString::fromLatin1(zone));
    const QString berlin = known + u"--zone Europe/Berlin "_s;
    row(berlin + u"--hour 2025-03-30T02"_s); // the clocks went forward over it
    row(berlin + u"--hour 2025-10-26T02+03:00"_s);
    row(known + u"--hour 2025-12-20T05+01:00"_s);
    row(known + u"--from 2025-12-01 --to 2025-12-20"_s);
    row(known + u"--from 2025-12-01 --step day"_s);
    row(known + u"--step day"_s);
    row(known + u"--period 7d --from 2025-12-01 --to 2025-12-20 --step day"_s);
    const QString range = known + u"--from 2025-12-01 --to 2025-12-20 --step "_s;
    for (const char *step : {"year", "days", "''", "hour", "minute"}) // dates name no hours
        row(range + QString::fromLatin1(step));
    row(known + u"--from 2025-12-20 --to 2025-12-19 --step day"_s);
    row(known + u"--from 2025-12-20T05 --to 2025-12-20T07 --step day"_s);
    row(known + u"--from 2025-02-30 --to 2025-12-20 --step week"_s);
    row(known + u"--from 0900-01-01T00:00 --to 2025-12-20T00:00 --step minute"_s);
    for (const char *day : {"0001-01-01", "1970-01-01", "1999-12-31", "2201-01-01", "9999-12-31"}) {
        row(known + u"--day "_s + QString::fromLatin1(day));
        row(known + u"--hour %1T00"_s.arg(QString::fromLatin1(day)));
        row(whole + u"--compare "_s + QString::fromLatin1(day));
        row(whole + u"--as-of %1T00:00:00Z"_s.arg(QString::fromLatin1(day)));
    }
    row(known + u"--from 0001-01-01 --to 0001-02-01 --step day"_s);
    row(known + u"--from 0001-01-01 --to 9999-12-31 --step week --zone America/New_York"_s);
    row(known + u"--from 2000-01-01 --to 2200-12-31 --step week --zone America/New_York"_s); // of 1.7 million hours
    row(known + u"--from 2020-01-01 --to 2024-12-31 --step month --zone Asia/Calcutta"_s); // of 2.6 million minutes
    for (const char *time :
         {"yesterday", "2025-02-30T00:00:00Z", "2025-12-20T25:00:00Z", "''", "2025-12-20T10:00:00+99:00"})
        row(whole + u"--as-of="_s + QString::fromLatin1(time));
    for (const char *size : {"0x0", "1600", "1600x", "axb", "-1x5", "100000x100000", "1600x900x2", "1600X900", "5x5"})
        row(whole + u"--size="_s + QString::fromLatin1(size));
    for (const char *scale : {"0", "5", "nan", "inf", "-1", "x", "''", "4.01", "1e3"})
        row(whole + u"--scale="_s + QString::fromLatin1(scale));
    for (const char *theme : {"blue", "Dark", "''"})
        row(whole + u"--theme="_s + QString::fromLatin1(theme));
    for (const char *separator : {"ab", "''", "a", "5", "\""})
        row(whole + u"--separator="_s + QString::fromLatin1(separator));
    for (const char *metrics : {"''", "view", "views,", "views,views", "views;likes", "Views"})
        row(whole + u"--metrics="_s + QString::fromLatin1(metrics));
    for (const char *levels : {"week", "''", "day,", "day;hour"})
        row(fetch + u"--period 7d --levels="_s + QString::fromLatin1(levels));
    row(fetch);
    row(fetch + u"--period 2d"_s);
    row(fetch + u"--period 7d --day 2025-12-20"_s);
    row(fetch + u"--period 7d --offline"_s);
    for (const char *budget : {"-1", "x", "''", "1.5", "999999999999"})
        row(whole + u"--budget="_s + QString::fromLatin1(budget));
    // Twice, also with the same value, also switches
    row(whole + u"--period 7d"_s);
    row(whole + u"--channel 5"_s);
    row(whole + u"--channel=6"_s);
    row(whole + u"--bom --bom"_s);
    row(whole + u"--offline --offline"_s);
    row(whole + u"--data-dir /nowhere"_s);
    row(whole + u"--output OUT2.csv"_s);
    row(whole + u"--server http://127.0.0.1:8"_s);
    row(u"store verify --demo --demo"_s);
    // Names of files
    for (const char *name : {"OUT", "OUT.txt", "OUT.svg", "OUT.xlsx", "''", "csv", "OUT.csv.bak"})
        row(u"export --channel 5 --period 7d "_s + server + u"--output "_s + QString::fromLatin1(name));
    // Sources
    const QString noSource = u"export --channel 5 --period 7d --output OUT.csv "_s;
    row(noSource);
    row(noSource + u"--demo --server http://127.0.0.1:9"_s);
    row(noSource + u"--demo --email a@example.com"_s);
    for (const char *url : {"http://stats.example.org", "ftp://127.0.0.1", "127.0.0.1:9", "''", "http://", "https://",
                            "https://user:hunter22@stats.example.org", "file:///etc/passwd", "http://192.168.1.4:80",
                            "https://stats.example.org:99999", "https://stats.example.org/?a=hunter22",
                            "http://127.0.0.1.example.org", "http://localhost.example.org"})
        row(noSource + u"--email a@example.com --server "_s + QString::fromLatin1(url));
    row(noSource + server + u"--password-file /nonexistent/file"_s);
    row(noSource + server + u"--password hunter22"_s);
    row(noSource + server + u"--token hunter22"_s);
    // The store's commands
    row(u"store"_s);
    row(u"store vacuum"_s);
    row(u"store verify now"_s);
    row(u"store verify --server http://127.0.0.1:9"_s);
    row(u"channels"_s);
    row(u"channels --channel 5 "_s + server);
    // Not built yet
    for (const char *option :
         {"--compare next", "--align date", "--rows posts", "--origin auto", "--text-locale C", "--file-source x"})
        row(whole + QString::fromLatin1(option));
    row(u"import x.json"_s);
}

void UsageTest::isRefused()
{
    QFETCH(const QString, line);
    const QTemporaryDir folder;
    QStringList arguments = line.split(u' ', Qt::SkipEmptyParts);
    for (QString &argument : arguments) {
        argument.replace(u"OUT"_s, folder.filePath(u"out"_s));
        argument.replace(u"''"_s, QString());
    }
    if (!arguments.isEmpty() && !line.startsWith(u"--"_s))
        arguments += {u"--data-dir"_s, folder.filePath(u"data"_s)};
    const Ran ran = run({.arguments = arguments,
                         .environment = {{u"HOME"_s, folder.path()}, {u"POSTWAVE_PASSWORD"_s, kPassword}},
                         .input = {}});
    QVERIFY2(ran.exitCode == 2 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(), describe(ran).constData());
    QVERIFY2(!ran.err.contains(".. "), describe(ran).constData()); // one sentence follows another
    // It may repeat what was wrong, but no part of an address that may hold a password.
    QVERIFY2(!line.contains(u'@' + u"stats"_s) || !ran.err.contains("hunter22"), describe(ran).constData());
    QVERIFY(!ran.err.contains(kPassword.toUtf8()));
    QVERIFY(ran.milliseconds < 5000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden), QStringList());
}

void UsageTest::helps_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray("Usage:");
    QTest::newRow("help of a command") << QStringList{u"export"_s, u"--help"_s} << QByteArray("Usage:");
    QTest::newRow("version") << QStringList{u"--version"_s} << QByteArray("postwave ");
}

void UsageTest::helps()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, begins);
    const Ran ran = run({.arguments = arguments, .environment = {}, .input = {}});
    QVERIFY2(ran.exitCode == 0 && ran.err.isEmpty() && ran.out.startsWith(begins), describe(ran).constData());
}

void UsageTest::helpNamesOnlyWhatIsBuilt()
{
    const QByteArray help = run({.arguments = {u"--help"_s}, .environment = {}, .input = {}}).out;
    for (const char *option : {"--rows", "--origin", "--text-locale", "--file-source", "import"})
        QVERIFY2(!help.contains(option), option);
    for (const char *option :
         {"--period",       "--day",        "--hour",     "--metrics",   "--offline",       "--as-of",
          "--zone",         "--from",       "--to",       "--step",      "--compare",       "--align",
          "--size",         "--scale",      "--theme",    "--separator", "--bom",           "--levels",
          "--progress",     "--budget",     "--data-dir", "--log-rules", "--password-file", "POSTWAVE_PASSWORD",
          "POSTWAVE_TOKEN", "--allow-http", "verify",     "compact",     "status",          "--self-test"})
        QVERIFY2(help.contains(option), option);
}

POSTWAVE_TEST(UsageTest, QCoreApplication)

#include "usagetest.moc"
