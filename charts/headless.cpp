// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/fonts.h"
#include "charts/headless_p.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
bool s_prepared = false;

/** Variables of Qt that say where things are or what to log, and do not change a picture. */
bool isHarmless(const QString &name)
{
    constexpr std::array kept = {"QT_PLUGIN_PATH"_L1,     "QT_QPA_PLATFORM_PLUGIN_PATH"_L1, "QT_DEBUG_PLUGINS"_L1,
                                 "QT_MESSAGE_PATTERN"_L1, "QT_FATAL_WARNINGS"_L1,           "QT_FATAL_CRITICALS"_L1};
    return name.startsWith("QT_LOGGING"_L1) || std::ranges::find(kept, name) != kept.end();
}

bool changesPictures(const QString &name)
{
    return (name.startsWith("QT_"_L1) && !isHarmless(name)) || name.startsWith("FONTCONFIG_"_L1)
        || name.startsWith("FC_"_L1) || name == "FREETYPE_PROPERTIES"_L1;
}

/** A font configuration that knows no folder: only fonts that the program brings are found. */
void writeFontConfiguration(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"fonts.conf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return; // a full disk: the embedded fonts are still preferred
    file.write(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n<fontconfig><cachedir>"
        + folder.path().toHtmlEscaped().toUtf8() + "</cachedir></fontconfig>\n");
    file.close();
    qputenv("FONTCONFIG_FILE", QFile::encodeName(file.fileName()));
}

void usePrivateFolder()
{
    // Static: it goes when the program ends, and its files with it.
    static const QTemporaryDir folder;
    if (!folder.isValid())
        return;
    writeFontConfiguration(folder);
    // Without one, as in a cron job, Qt would warn and leave a folder behind.
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
}
}

bool isHeadlessPrepared()
{
    return s_prepared;
}

void prepareHeadlessEnvironment()
{
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &name : names) {
        if (changesPictures(name))
            qunsetenv(name.toLocal8Bit().constData());
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    usePrivateFolder();
    s_prepared = true;
}
}
