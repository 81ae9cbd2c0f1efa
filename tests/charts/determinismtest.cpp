// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/** The same question gives the same bytes, whatever the environment of the command. */
class DeterminismTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void environment_data();
    void environment();
    void leavesNothingBehind();

private:
    QByteArray draw(const QMap<QString, QString> &changes);
    QTemporaryDir m_folder;
    QByteArray m_expected;
};

void DeterminismTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    // A font configuration that would replace every family and thicken every outline.
    QFile fonts(m_folder.filePath(u"fonts.conf"_s));
    QVERIFY(fonts.open(QIODevice::WriteOnly));
    fonts.write(
        "<fontconfig><dir>/usr/share/fonts</dir><match target=\"pattern\"><edit name=\"family\" mode=\"assign\" "
        "binding=\"strong\"><string>DejaVu Serif</string></edit></match><match target=\"font\"><edit "
        "name=\"embolden\" mode=\"assign\"><bool>true</bool></edit><edit name=\"hintstyle\" mode=\"assign\">"
        "<const>hintfull</const></edit><edit name=\"antialias\" mode=\"assign\"><bool>false</bool></edit>"
        "</match></fontconfig>");
    m_expected = draw({});
    QVERIFY(m_expected.startsWith("\x89PNG\r\n"));
}

QByteArray DeterminismTest::draw(const QMap<QString, QString> &changes)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        environment.insert(change.key(), change.value());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(POSTWAVE_DRAW_ONE_CHART), {});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

void DeterminismTest::environment_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const QString folder = m_folder.path();
    const QList<std::pair<QString, QString>> changes = {
        {u"HOME"_s, folder},
        {u"XDG_CONFIG_HOME"_s, folder},
        {u"XDG_DATA_DIRS"_s, folder},
        {u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s},
        {u"LC_ALL"_s, u"ar_EG.UTF-8"_s},
        {u"LC_ALL"_s, u"C"_s},
        {u"LANG"_s, u"de_DE.UTF-8"_s},
        {u"LANGUAGE"_s, u"ru"_s},
        {u"TZ"_s, u"Asia/Kathmandu"_s},
        {u"QT_SCALE_FACTOR"_s, u"1.75"_s},
        {u"QT_SCREEN_SCALE_FACTORS"_s, u"2"_s},
        {u"QT_FONT_DPI"_s, u"190"_s},
        {u"QT_ENABLE_HIGHDPI_SCALING"_s, u"0"_s},
        {u"QT_STYLE_OVERRIDE"_s, u"windows"_s},
        {u"QT_QPA_PLATFORM"_s, u"minimal"_s},
        {u"QT_QPA_PLATFORMTHEME"_s, u"gtk3"_s},
        {u"GTK_THEME"_s, u"Adwaita:dark"_s},
        {u"FONTCONFIG_FILE"_s, m_folder.filePath(u"fonts.conf"_s)},
        {u"FREETYPE_PROPERTIES"_s, u"cff:no-stem-darkening=0 truetype:interpreter-version=35"_s},
        {u"QT_HASH_SEED"_s, u"7"_s},
    };
    for (const auto &[name, value] : changes)
        QTest::addRow("%s=%s", qPrintable(name), qPrintable(value)) << name << value;
}

void DeterminismTest::environment()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QVERIFY(draw({{name, value}}) == m_expected);
}

void DeterminismTest::leavesNothingBehind()
{
    QTemporaryDir temporary;
    QVERIFY(draw({{u"TMPDIR"_s, temporary.path()}}) == m_expected);
    QVERIFY(QDir(temporary.path()).isEmpty());
}

POSTWAVE_TEST(DeterminismTest, QCoreApplication)
#include "determinismtest.moc"
