// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sourcelistmodel.h"
#include "navigation/locationtext.h"
#include "testcase.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file() const
    {
        return m_folder.filePath(u"data/postwave.ini"_s);
    }

private Q_SLOTS:
    void init()
    {
        QFile::remove(file());
    }

    void firstStart()
    {
        const SettingsModel settings(file());
        QCOMPARE(settings.appearance(), SettingsModel::Appearance::System);
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.refreshSeconds(), 300);
        QCOMPARE(settings.detailTab(), u"table"_s);
        QVERIFY(!settings.windowSize().isValid());
        QVERIFY(!settings.isWindowMaximised());
        QVERIFY(settings.sources().isEmpty());
        QVERIFY(settings.lastSource().isEmpty());
        QVERIFY(!settings.lastLocation(u"demo"_s));
    }

    void everythingIsRemembered()
    {
        Location view = *locationFromText(u"7 90d/2025-11-21 views,likes"_s);
        view.source = u"https://a.example/api"_s;
        const QList<SourceInfo> servers{
            {.address = u"https://a.example/api"_s, .name = u"desk@example.com"_s},
            {.address = u"http://10.0.0.2:8000"_s, .name = u"x@example.com"_s, .allowHttp = true}};
        {
            SettingsModel settings(file());
            settings.setAppearance(SettingsModel::Appearance::Dark);
            settings.setTextScale(1.5);
            settings.setRefreshSeconds(0);
            settings.setDetailTab(u"weekdays"_s);
            settings.setWindowSize({1280, 800});
            settings.setWindowMaximised(true);
            settings.setSources(servers);
            settings.setLastSource(servers[0].key());
            settings.setLastLocation(view);
            settings.setExportFolder(QUrl::fromLocalFile(m_folder.path()));
        }
        const SettingsModel settings(file());
        QCOMPARE(settings.appearance(), SettingsModel::Appearance::Dark);
        QVERIFY(settings.dark());
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.refreshSeconds(), 0);
        QCOMPARE(settings.detailTab(), u"weekdays"_s);
        QCOMPARE(settings.windowSize(), QSize(1280, 800));
        QVERIFY(settings.isWindowMaximised());
        QCOMPARE(settings.sources(), servers);
        QCOMPARE(settings.lastSource(), servers[0].key());
        QCOMPARE(settings.lastLocation(servers[0].key()), view);
        QVERIFY(!settings.lastLocation(servers[1].key()));
        QCOMPARE(settings.exportFolder().toLocalFile(), m_folder.path());
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void filesGoWhereThereIsAFolder()
    {
        qputenv("HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toLocal8Bit());
        SettingsModel settings(file());
        QCOMPARE(settings.exportFolder().toLocalFile(), m_folder.path()); // not everybody has one for documents
        QVERIFY(QDir(m_folder.path()).mkpath(u"Documents"_s));
        QCOMPARE(settings.exportFolder().toLocalFile(), m_folder.filePath(u"Documents"_s));
        QVERIFY(QDir(m_folder.path()).mkpath(u"reports"_s));
        settings.setExportFolder(QUrl::fromLocalFile(m_folder.filePath(u"reports"_s)));
        QCOMPARE(settings.exportFolder().toLocalFile(), m_folder.filePath(u"reports"_s));
        QVERIFY(QDir(m_folder.path()).rmdir(u"reports"_s));
        QCOMPARE(settings.exportFolder().toLocalFile(), m_folder.filePath(u"Documents"_s));
    }

    void nonsenseIsNotBelieved()
    {
        {
            QFile ini(file());
            QVERIFY(ini.open(QIODevice::WriteOnly));
            ini.write(
                "[General]\nappearance=Pink\ntext_scale=40\nrefresh_seconds=1\nservers=\nwindow_size=x\ndetail_tab="
                "x\n");
        }
        const SettingsModel settings(file());
        QCOMPARE(settings.appearance(), SettingsModel::Appearance::System);
        QCOMPARE(settings.textScale(), 2.0);
        QCOMPARE(settings.refreshSeconds(), 30);
        QCOMPARE(settings.detailTab(), u"table"_s);
        QVERIFY(settings.sources().isEmpty());
        QVERIFY(!settings.windowSize().isValid());
    }

    void windowsOfNoSizeAreNone_data()
    {
        QTest::addColumn<QByteArray>("saved");
        QTest::addColumn<QSize>("size");
        QTest::newRow("as it was") << QByteArray("@Size(1280 800)") << QSize(1280, 800);
        QTest::newRow("no height") << QByteArray("@Size(20 ?720)") << QSize();
        QTest::newRow("no width") << QByteArray("@Size(0 800)") << QSize();
        QTest::newRow("less than none") << QByteArray("@Size(-5 800)") << QSize();
        QTest::newRow("one number") << QByteArray("@Size(800)") << QSize();
    }
    void windowsOfNoSizeAreNone()
    {
        QFETCH(const QByteArray, saved);
        {
            QFile ini(file());
            QVERIFY(ini.open(QIODevice::WriteOnly));
            ini.write("[General]\nwindow_size=" + saved + '\n');
        }
        QTEST(SettingsModel(file()).windowSize(), "size");
    }

    void theSystemsWishCountsUntilOneChooses()
    {
        SettingsModel settings(file());
        QSignalSpy changed(&settings, &SettingsModel::darkChanged);
        QVERIFY(!settings.dark());
        settings.setSystemDark(true);
        QVERIFY(settings.dark());
        settings.setAppearance(SettingsModel::Appearance::Light);
        QVERIFY(!settings.dark());
        settings.setSystemDark(false);
        QCOMPARE(changed.size(), 2);
    }

    /** A program that is older than the file keeps what it does not understand. */
    void sourcesOfLaterVersionsAreKept()
    {
        const QStringList later{u"1 preview https://t.me example"_s, u"2 analyticbot whatever"_s};
        const SourceInfo server{.address = u"https://a.example"_s, .name = u"a b@example.com"_s};
        {
            QSettings written(file(), QSettings::IniFormat);
            written.setValue(u"sources"_s, later);
        }
        SettingsModel settings(file());
        QVERIFY(settings.sources().isEmpty());
        settings.setSources({server});
        QCOMPARE(settings.sources(), QList<SourceInfo>{server});
        const QStringList lines = QSettings(file(), QSettings::IniFormat).value(u"sources"_s).toStringList();
        QCOMPARE(lines, (QStringList{u"1 analyticbot https://a.example a%20b@example.com"_s} + later));
    }

    void sourcesAreAList()
    {
        SettingsModel settings(file());
        SourceListModel sources(&settings);
        QAbstractItemModelTester tester(&sources, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(sources.rowCount(), 1); // the demo
        sources.remember({.address = u"https://a.example"_s, .name = u"a@example.com"_s});
        sources.remember({.address = u"https://b.example/api"_s});
        sources.remember({.address = u"https://a.example"_s, .name = u"c@example.com"_s});
        QCOMPARE(sources.rowCount(), 3);
        QCOMPARE(sources.index(0).data(SourceListModel::NameRole).toString(), u"a.example"_s);
        QCOMPARE(sources.index(0).data(SourceListModel::DetailRole).toString(), u"c@example.com"_s);
        QCOMPARE(sources.index(1).data(SourceListModel::NameRole).toString(), u"b.example/api"_s);
        QVERIFY(sources.index(2).data(SourceListModel::DemoRole).toBool());
        sources.forget(u"https://a.example"_s);
        sources.forget(u"demo"_s); // stays
        QCOMPARE(sources.rowCount(), 2);
        const SourceListModel again(&settings);
        QCOMPARE(again.rowCount(), 2);
        QVERIFY(again.find(u"https://b.example/api"_s));
    }
};

POSTWAVE_TEST(SettingsTest, QCoreApplication)
#include "settingstest.moc"
