// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsmodel.h"
#include "settings/sourcetext.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** A settings file of any bytes: all that is read of it is within its bounds. */
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    static const QTemporaryDir folder;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::optional<SourceInfo> source = sourceFromText(QString::fromUtf8(bytes));
    if (source && sourceFromText(sourceText(*source)) != source)
        qFatal("another source");
    [[maybe_unused]] const auto old = sourceFromText010(QString::fromUtf8(bytes));

    const QString path = folder.filePath(u"postwave.ini"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
    file.close();
    const SettingsModel settings(path);
    if (settings.textScale() < 1 || settings.textScale() > 2 || settings.refreshSeconds() < 0)
        qFatal("out of bounds");
    const QSize window = settings.windowSize();
    const QList<SourceInfo> sources = settings.sources();
    for (const SourceInfo &each : sources)
        [[maybe_unused]] const auto location = settings.lastLocation(each.key());
    if (window.isValid() && (window.width() <= 0 || window.height() <= 0))
        qFatal("a window of no size");
    return 0;
}
