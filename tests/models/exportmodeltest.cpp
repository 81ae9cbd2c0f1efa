// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/exportmodel.h"
#include "fakeconnections.h"
#include "testcase.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;

class ExportModelTest : public QObject
{
    Q_OBJECT

private:
    struct Rig : WorkspaceRig {
        SaveFileRequest wish;
        std::function<void(const QString &)> chosen;
        QList<PictureStyle> drawn;
        bool hold = false; ///< whether drawing waits
        QPromise<Result<QByteArray>> drawing;
        QString copiedText;
        ChartSpec copiedPicture;
        ExportModel exporter{workspace.channelPage(),
                             workspace.navigator(),
                             &settings,
                             {.chooseFile =
                                  [this](const SaveFileRequest &wanted, std::function<void(const QString &)> callback) {
                                      wish = wanted;
                                      chosen = std::move(callback);
                                  },
                              .draw =
                                  [this](const ChartSpec &, const PictureStyle &style) {
                                      drawn.append(style);
                                      drawing = {};
                                      drawing.start();
                                      if (!hold)
                                          finishDrawing();
                                      return drawing.future();
                                  },
                              .copyText =
                                  [this](const QString &text) {
                                      copiedText = text;
                                  },
                              .copyPicture =
                                  [this](const ChartSpec &spec, const PictureStyle &) {
                                      copiedPicture = spec;
                                  },
                              .scheduler = &scheduler}};

        void finishDrawing()
        {
            drawing.addResult(Result<QByteArray>("picture"_ba));
            drawing.finish();
        }

        QByteArray contentOf(const QString &path)
        {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    };

    static SeriesView viewOf(const char *from, const char *until)
    {
        SeriesView view;
        view.window = {at(from), at(until)};
        return view;
    }

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"Harbour Lights"_s << u"Harbour Lights 2025-10-23 to 2025-11-21.csv"_s;
        QTest::newRow("signs") << u"a/b\\c:d*e?f\"g<h>i|j\nk"_s
                               << u"a b c d e f g h i j k 2025-10-23 to 2025-11-21.csv"_s;
        QTest::newRow("hidden") << u"..secret"_s << u"secret 2025-10-23 to 2025-11-21.csv"_s;
        QTest::newRow("up") << u"../../etc/passwd"_s << u"etc passwd 2025-10-23 to 2025-11-21.csv"_s;
        QTest::newRow("empty") << QString() << u"2025-10-23 to 2025-11-21.csv"_s;
        QTest::newRow("other letters") << u"Вечерний Ташкент"_s << u"Вечерний Ташкент 2025-10-23 to 2025-11-21.csv"_s;
    }
    void names()
    {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(ExportModel::suggestedName(title, viewOf("2025-10-23", "2025-11-22"), ExportFormat::Csv), name);
    }
    void namesSayWhichDays_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *from, const char *until, const char *zone, const QString &name) {
            QTest::newRow(qPrintable(name)) << QByteArray(from) << QByteArray(until) << QByteArray(zone) << name;
        };
        row("2025-11-21", "2025-11-22", "UTC", u"X 2025-11-21.csv"_s);
        row("2025-11-21T14:00:00Z", "2025-11-21T15:00:00Z", "UTC", u"X 2025-11-21 1400-1459.csv"_s);
        row("2025-11-20T15:00:00Z", "2025-11-21T15:00:00Z", "UTC", u"X 2025-11-20 to 2025-11-21.csv"_s);
        row("2025-11-20T19:00:00Z", "2025-11-21T19:00:00Z", "Asia/Tashkent", u"X 2025-11-21.csv"_s);
    }
    void namesSayWhichDays()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, until);
        QFETCH(const QByteArray, zone);
        SeriesView view = viewOf(from.constData(), until.constData());
        view.question.zone = QTimeZone(zone);
        QTEST(ExportModel::suggestedName(u"X"_s, view, ExportFormat::Csv), "name");
    }
    void longNamesFitAFileSystem()
    {
        for (const QString &letter : {u"x"_s, u"港"_s, u"🔥"_s}) {
            const QString name =
                ExportModel::suggestedName(letter.repeated(500), viewOf("2025-10-23", "2025-11-22"), ExportFormat::Png);
            QVERIFY(name.toUtf8().size() < 220);
            QVERIFY(name.endsWith(letter + u" 2025-10-23 to 2025-11-21.png"_s)); // and no half of a letter is left
        }
    }

    void copiesWhatIsShown()
    {
        Rig rig;
        rig.exporter.copyTable(); // nothing there yet
        rig.exporter.copyPicture();
        QVERIFY(rig.copiedText.isEmpty());
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.exporter.copyTable();
        const QStringList lines = rig.copiedText.trimmed().split(u"\r\n"_s);
        QCOMPARE(lines.size(), 31);
        QVERIFY(lines[0].startsWith(u"timestamp\tviews\t"_s));
        QVERIFY(lines[29].startsWith(u"2025-11-20T00:00:00Z\t100\t"_s));
        QCOMPARE(rig.exporter.copied(), u"Copied 30 row(s)"_s);
        rig.exporter.copyPicture();
        QCOMPARE(rig.copiedPicture, rig.workspace.channelPage()->viewport()->part());
        QCOMPARE(rig.exporter.copied(), u"Copied the image"_s);
        rig.workspace.query()->openPeriod(u"7d"_s); // the message is of the view that was there
        QVERIFY(rig.exporter.copied().isEmpty());
    }

    void savesWhatWasShownWhenAsked()
    {
        Rig rig;
        QVERIFY(!rig.exporter.isPossible());
        rig.exporter.options()->setFormat(ExportFormat::Csv);
        rig.exporter.choose();
        QVERIFY(!rig.chosen); // there is nothing yet
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(rig.exporter.isPossible());
        rig.exporter.choose();
        QVERIFY(rig.wish.path.endsWith(u"/One 2025-10-23 to 2025-11-21.csv"_s));
        QCOMPARE(rig.wish.suffix, u"csv"_s);
        // The view goes on while the dialog is open.
        rig.workspace.query()->openPeriod(u"7d"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const QString path = rig.folder.filePath(u"out.csv"_s);
        rig.chosen(path);
        QTRY_VERIFY(!rig.exporter.isBusy());
        QCOMPARE(rig.exporter.savedTo(), path);
        QCOMPARE(rig.contentOf(path).count("\r\n"), 31);
        QCOMPARE(rig.settings.exportFolder().toLocalFile(), QFileInfo(path).absolutePath());
        rig.workspace.query()->openPeriod(u"90d"_s); // what is said there is not of this view
        QCOMPARE(rig.exporter.savedTo(), QString());
    }

    void aSelectionTakesNoMessageAway()
    {
        Rig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.channelPage()->viewport()->zoomTo(20, 29);
        rig.workspace.channelPage()->drill(28);
        QVERIFY(rig.rests(ViewStep::Hour));
        rig.exporter.copyTable();
        rig.workspace.channelPage()->select(2);
        QVERIFY(!rig.exporter.copied().isEmpty());
        rig.workspace.channelPage()->viewport()->zoomTo(0, 9);
        QVERIFY(rig.exporter.copied().isEmpty());
    }

    void everyFormat()
    {
        Rig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const QString json = rig.folder.filePath(u"out.json"_s);
        rig.exporter.save(ExportFormat::Json, json);
        QTRY_COMPARE(rig.exporter.savedTo(), json);
        QVERIFY(rig.contentOf(json).contains("\"totals\":"));
        const QString png = rig.folder.filePath(u"out.png"_s);
        rig.exporter.save(ExportFormat::Png, png);
        QTRY_COMPARE(rig.exporter.savedTo(), png);
        QCOMPARE(rig.contentOf(png), "picture"_ba);
        QCOMPARE(rig.drawn, QList{PictureStyle()});
    }

    void choicesAreKept()
    {
        Rig rig;
        ExportOptions &options = *rig.exporter.options();
        QCOMPARE(options.format(), ExportFormat::Png);
        QCOMPARE(options.picture(), PictureStyle());
        options.setFormat(ExportFormat::Csv);
        options.setSizeName(u"1200x675"_s);
        options.setSizeName(u"large"_s); // which is none
        QCOMPARE(options.sizeName(), u"1200x675"_s);
        options.setScale(3);
        options.setDark(true);
        options.setSeparator(u";"_s);
        options.setByteOrderMark(true);
        const ExportOptions later(&rig.settings);
        QCOMPARE(later.format(), ExportFormat::Csv);
        QCOMPARE(later.picture(), (PictureStyle{.size = {1200, 675}, .scale = 3, .dark = true}));
        QCOMPARE(later.csv().separator, u';');
        QVERIFY(later.csv().byteOrderMark);
        QCOMPARE(later.pixels(), u"3,600 × 2,025 pixels"_s);
    }

    void asOnScreenTakesWhatTheWindowHas()
    {
        Rig rig;
        ExportOptions &options = *rig.exporter.options();
        options.setScreenSize({1024, 340});
        options.setAsOnScreen(true);
        rig.settings.setAppearance(SettingsModel::Appearance::Dark);
        QCOMPARE(options.picture(), (PictureStyle{.size = {1024, 340}, .dark = true, .locale = QLocale()}));
    }

    void choicesOutOfRangeAreBroughtWithin_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("format") << u"format"_s << QVariant(u"exe"_s);
        QTest::newRow("no size") << u"size"_s << QVariant(u"big"_s);
        QTest::newRow("scale") << u"scale"_s << QVariant(-7);
        QTest::newRow("separator") << u"separator"_s << QVariant(u"abc"_s);
    }
    void choicesOutOfRangeAreBroughtWithin()
    {
        QFETCH(const QString, name);
        QFETCH(const QVariant, value);
        Rig rig;
        rig.settings.setExportOption(name, value);
        PictureStyle usual;
        usual.scale = name == u"scale" ? 1 : usual.scale;
        QCOMPARE(rig.exporter.options()->picture(), usual);
        QCOMPARE(rig.exporter.options()->format(), ExportFormat::Png);
        QCOMPARE(rig.exporter.options()->csv().separator, u',');
        rig.settings.setExportOption(u"size"_s, QSize(1, 99'999));
        QCOMPARE(rig.exporter.options()->size(), QSize(200, 4000));
    }

    void theBeginOfTheTableIsShown()
    {
        Rig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.exporter.options()->setSeparator(u";"_s);
        rig.exporter.options()->setByteOrderMark(true);
        const QStringList lines = rig.exporter.firstLines().split(u'\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[0].startsWith(u"timestamp;views;"_s));
        QVERIFY(lines[1].startsWith(u"2025-10-23T00:00:00Z;"_s));
        QCOMPARE(rig.exporter.rowCount(), 30);
        // Pictures and tables are of the part that is zoomed into.
        rig.workspace.channelPage()->viewport()->zoomTo(10, 19);
        QCOMPARE(rig.exporter.rangeText(), u"2–11 Nov 2025, UTC"_s);
        rig.exporter.options()->setFormat(ExportFormat::Csv);
        QCOMPARE(rig.exporter.rangeText(), u"2–11 Nov 2025, UTC"_s);
        QCOMPARE(rig.exporter.rowCount(), 10);
        QVERIFY(rig.exporter.firstLines().split(u'\n').at(1).startsWith(u"2025-11-02T00:00:00Z;"_s));
        rig.exporter.copyTable();
        QCOMPARE(rig.copiedText.count(u'\n'), 11);
    }

    void whatTakesLongCanBeGivenUp()
    {
        Rig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.hold = true;
        const QString path = rig.folder.filePath(u"out.png"_s);
        rig.exporter.save(ExportFormat::Png, path);
        QVERIFY(rig.exporter.isBusy());
        QVERIFY(!rig.exporter.isSlow());
        rig.scheduler.advance(std::chrono::milliseconds(299));
        QVERIFY(!rig.exporter.isSlow());
        rig.scheduler.advance(std::chrono::milliseconds(1));
        QVERIFY(rig.exporter.isSlow());
        rig.exporter.cancel();
        QVERIFY(!rig.exporter.isBusy());
        QVERIFY(!rig.exporter.isSlow());
        rig.finishDrawing();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(path));
        QVERIFY(rig.exporter.savedTo().isEmpty());
        // The next one is not disturbed by it.
        rig.hold = false;
        rig.exporter.save(ExportFormat::Png, path);
        QTRY_COMPARE(rig.exporter.savedTo(), path);
        QVERIFY(!rig.exporter.isBusy());
    }

    void failuresAreToldAndLeaveNothing()
    {
        Rig rig;
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        const QString path = rig.folder.filePath(u"no such folder/out.csv"_s);
        rig.exporter.save(ExportFormat::Csv, path);
        QTRY_VERIFY(!rig.exporter.error().isEmpty());
        QVERIFY(!rig.exporter.isBusy());
        QVERIFY(rig.exporter.savedTo().isEmpty());
        QVERIFY(!QFile::exists(path));
        rig.exporter.clear();
        QVERIFY(rig.exporter.error().isEmpty());
    }
};

POSTWAVE_TEST(ExportModelTest, QCoreApplication)
#include "exportmodeltest.moc"
