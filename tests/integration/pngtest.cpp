// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

#include <QtEndian>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

namespace
{
/** Width and height as the file says; a wrong file has none. */
QSize sizeOf(const QByteArray &png)
{
    if (!png.startsWith("\x89PNG\r\n\x1a\n") || png.size() < 33 || !png.endsWith("IEND\xae\x42\x60\x82"))
        return {};
    return {int(qFromBigEndian<quint32>(png.constData() + 16)), int(qFromBigEndian<quint32>(png.constData() + 20))};
}
}

/** Pictures: their size, and that nothing but the question and the store decides their bytes. */
class PngTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasTheSizeAskedFor_data();
    void hasTheSizeAskedFor();
    void isTheSameInAnyEnvironment_data();
    void isTheSameInAnyEnvironment();
    void themesDiffer();
    void metricsDiffer();
    void emptyChannelHasAPicture();

private:
    QByteArray picture(const QStringList &extra, const QMap<QString, QString> &environment = {});

    std::unique_ptr<Scene> m_scene;
};

QByteArray PngTest::picture(const QStringList &extra, const QMap<QString, QString> &environment)
{
    const QString name = m_scene->file(u"a.png"_s);
    QFile::remove(name);
    const Ran ran = m_scene->postwave(QStringList{u"export"_s} + m_scene->source()
                                          + QStringList{u"--channel"_s, QString::number(kNonLatin), u"--period"_s,
                                                        u"30d"_s, u"--offline"_s, u"--output"_s, name}
                                          + extra,
                                      environment);
    return ran.exitCode == 0 && ran.err.isEmpty() ? m_scene->contentOf(u"a.png"_s) : describe(ran);
}

void PngTest::initTestCase()
{
    m_scene = std::make_unique<Scene>(standingAt("2025-12-23T10:20:30Z"));
    const Ran ran = m_scene->exported(kNonLatin, View::period(u"30d"_s), u"online.png"_s);
    QVERIFY2(ran.exitCode == 0, describe(ran).constData());
    QCOMPARE(sizeOf(m_scene->contentOf(u"online.png"_s)), QSize(1600, 900));
    QCOMPARE(m_scene->exported(kEmpty, View::period(u"30d"_s), u"empty.png"_s).exitCode, 0);
}

void PngTest::hasTheSizeAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("default") << QStringList() << QSize(1600, 900);
    QTest::newRow("four times") << QStringList{u"--scale"_s, u"4"_s} << QSize(3200, 1800);
    QTest::newRow("own") << QStringList{u"--size"_s, u"801x603"_s} << QSize(801, 603);
    QTest::newRow("own, thrice") << QStringList{u"--size"_s, u"400x300"_s, u"--scale"_s, u"3"_s} << QSize(1200, 900);
}

void PngTest::hasTheSizeAskedFor()
{
    QFETCH(const QStringList, options);
    QFETCH(const QSize, size);
    const QByteArray png = picture(options);
    QVERIFY2(sizeOf(png) == size, png.left(500).constData());
}

void PngTest::isTheSameInAnyEnvironment_data()
{
    using Environment = QMap<QString, QString>;
    QTest::addColumn<Environment>("environment");
    QTest::newRow("home") << Environment{{u"HOME"_s, u"/nonexistent"_s}};
    QTest::newRow("no home, other data home")
        << Environment{{u"HOME"_s, QString()}, {u"XDG_DATA_HOME"_s, u"/nowhere"_s}};
    QTest::newRow("German") << Environment{{u"LC_ALL"_s, u"de_DE.UTF-8"_s}, {u"LANGUAGE"_s, u"de"_s}};
    QTest::newRow("Arabic") << Environment{{u"LANG"_s, u"ar_EG.UTF-8"_s}, {u"LANGUAGE"_s, u"ar"_s}};
    QTest::newRow("zone") << Environment{{u"TZ"_s, u"Asia/Kathmandu"_s}};
    QTest::newRow("scale factor") << Environment{{u"QT_SCALE_FACTOR"_s, u"2"_s}, {u"QT_FONT_DPI"_s, u"144"_s}};
    QTest::newRow("screen factors") << Environment{{u"QT_ENABLE_HIGHDPI_SCALING"_s, u"0"_s},
                                                   {u"QT_SCREEN_SCALE_FACTORS"_s, u"1.5"_s}};
    QTest::newRow("platform") << Environment{{u"QT_QPA_PLATFORM"_s, u"minimal"_s}};
    QTest::newRow("style and theme") << Environment{{u"QT_STYLE_OVERRIDE"_s, u"Windows"_s},
                                                    {u"QT_QPA_PLATFORMTHEME"_s, u"gtk3"_s},
                                                    {u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s}};
    QTest::newRow("fonts") << Environment{{u"FONTCONFIG_FILE"_s, u"/dev/null"_s},
                                          {u"FREETYPE_PROPERTIES"_s, u"truetype:interpreter-version=35"_s}};
    QTest::newRow("display that is not there")
        << Environment{{u"DISPLAY"_s, u":77"_s}, {u"WAYLAND_DISPLAY"_s, u"wayland-7"_s}};
}

void PngTest::isTheSameInAnyEnvironment()
{
    using Environment = QMap<QString, QString>;
    QFETCH(const Environment, environment);
    const QByteArray png = picture({}, environment);
    QVERIFY2(sizeOf(png) == QSize(1600, 900), png.left(500).constData());
    QVERIFY(png == m_scene->contentOf(u"online.png"_s));
}

void PngTest::themesDiffer()
{
    const QByteArray dark = picture({u"--theme"_s, u"dark"_s});
    QCOMPARE(sizeOf(dark), QSize(1600, 900));
    QVERIFY(dark != m_scene->contentOf(u"online.png"_s));
    QVERIFY(picture({u"--theme"_s, u"light"_s}) == m_scene->contentOf(u"online.png"_s));
}

void PngTest::metricsDiffer()
{
    QVERIFY(picture({u"--metrics"_s, u"views"_s}) == m_scene->contentOf(u"online.png"_s)); // what is drawn by itself
    const QByteArray likes = picture({u"--metrics"_s, u"likes,shares"_s});
    QCOMPARE(sizeOf(likes), QSize(1600, 900));
    QVERIFY(likes != m_scene->contentOf(u"online.png"_s));
}

void PngTest::emptyChannelHasAPicture()
{
    const QByteArray png = m_scene->contentOf(u"empty.png"_s);
    QCOMPARE(sizeOf(png), QSize(1600, 900));
    QVERIFY(png != m_scene->contentOf(u"online.png"_s));
}

POSTWAVE_TEST(PngTest, QCoreApplication)

#include "pngtest.moc"
