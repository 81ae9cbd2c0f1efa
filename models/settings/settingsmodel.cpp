// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsmodel.h"

#include "core/privatefile.h"
#include "core/zonebuckets.h"
#include "navigation/locationtext.h"
#include "settings/sourcetext.h"

#include <QDir>
#include <QFileInfo>
#include <QMetaEnum>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr int kDefaultRefresh = 300;
constexpr int kSlowestRefresh = 3600;
constexpr int kFastestRefresh = 30;

/** It names servers and accounts, so nobody else may read it: written files keep the rights that they have. */
QString prepared(const QString &path)
{
    if (!makePrivateFolder(QFileInfo(path).absolutePath()))
        makePrivateFile(path);
    return path;
}

/** Addresses hold slashes, which would be groups in the file. */
QString viewKey(const QString &source)
{
    return u"views/"_s + QString::fromLatin1(source.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}
}

SettingsModel::SettingsModel(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(prepared(path), QSettings::IniFormat)
    , m_systemDark(m_file.value(u"system_dark"_s).toBool())
{
}

SettingsModel::Appearance SettingsModel::appearance() const
{
    const QByteArray name = m_file.value(u"appearance"_s).toByteArray();
    bool known = false;
    const int value = QMetaEnum::fromType<Appearance>().keyToValue(name.constData(), &known);
    return known ? Appearance(value) : Appearance::System;
}

void SettingsModel::setAppearance(Appearance appearance)
{
    if (appearance == this->appearance())
        return;
    const bool before = dark();
    m_file.setValue(u"appearance"_s,
                    QString::fromLatin1(QMetaEnum::fromType<Appearance>().valueToKey(int(appearance))));
    Q_EMIT appearanceChanged();
    if (dark() != before)
        Q_EMIT darkChanged();
}

bool SettingsModel::dark() const
{
    return appearance() == Appearance::Dark || (appearance() == Appearance::System && m_systemDark);
}

void SettingsModel::setSystemDark(bool dark)
{
    const bool before = this->dark();
    if (std::exchange(m_systemDark, dark) != dark)
        m_file.setValue(u"system_dark"_s, dark);
    if (this->dark() != before)
        Q_EMIT darkChanged();
}

void SettingsModel::setReduceMotion(bool reduceMotion)
{
    if (std::exchange(m_reduceMotion, reduceMotion) != reduceMotion)
        Q_EMIT reduceMotionChanged();
}

qreal SettingsModel::textScale() const
{
    bool isNumber = false;
    const qreal scale = m_file.value(u"text_scale"_s, 1).toDouble(&isNumber);
    return isNumber ? std::clamp<qreal>(scale, 1, 2) : 1;
}

void SettingsModel::setTextScale(qreal scale)
{
    if (qFuzzyCompare(scale, textScale()))
        return;
    m_file.setValue(u"text_scale"_s, std::clamp<qreal>(scale, 1, 2));
    Q_EMIT textScaleChanged();
}

bool SettingsModel::hasLetterKeys() const
{
    return m_file.value(u"letterKeys"_s, true).toBool();
}

void SettingsModel::setLetterKeys(bool on)
{
    if (on == hasLetterKeys())
        return;
    m_file.setValue(u"letterKeys"_s, on);
    Q_EMIT letterKeysChanged();
}

int SettingsModel::refreshSeconds() const
{
    bool isNumber = false;
    const int seconds = m_file.value(u"refresh_seconds"_s, kDefaultRefresh).toInt(&isNumber);
    if (!isNumber)
        return kDefaultRefresh;
    return seconds <= 0 ? 0 : std::clamp(seconds, kFastestRefresh, kSlowestRefresh);
}

void SettingsModel::setRefreshSeconds(int seconds)
{
    if (seconds == refreshSeconds())
        return;
    m_file.setValue(u"refresh_seconds"_s, seconds);
    Q_EMIT refreshSecondsChanged();
}

QTimeZone SettingsModel::zone() const
{
    return zoneFromName(m_file.value(u"zone"_s).toString()).value_or(QTimeZone::utc());
}

void SettingsModel::setZone(const QString &name)
{
    m_file.setValue(u"zone"_s, name);
}

QSize SettingsModel::windowSize() const
{
    const QSize size = m_file.value(u"window_size"_s, QSize()).toSize();
    return size.isEmpty() ? QSize() : size; // a window of no height has a valid size
}

void SettingsModel::setWindowSize(QSize size)
{
    if (size == windowSize())
        return;
    m_file.setValue(u"window_size"_s, size);
    Q_EMIT windowChanged();
}

bool SettingsModel::isWindowMaximised() const
{
    return m_file.value(u"window_maximised"_s).toBool();
}

void SettingsModel::setWindowMaximised(bool maximised)
{
    if (maximised == isWindowMaximised())
        return;
    m_file.setValue(u"window_maximised"_s, maximised);
    Q_EMIT windowChanged();
}

QString SettingsModel::detailTab() const
{
    const QString tab = m_file.value(u"detail_tab"_s).toString();
    return tab == u"weekdays"_s ? tab : u"table"_s;
}

void SettingsModel::setDetailTab(const QString &tab)
{
    if (tab == detailTab())
        return;
    m_file.setValue(u"detail_tab"_s, tab);
    Q_EMIT detailTabChanged();
}

QUrl SettingsModel::exportFolder() const
{
    const QString last = m_file.value(u"export_folder"_s).toString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString &folder : {last, documents}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return QUrl::fromLocalFile(folder);
    }
    return QUrl::fromLocalFile(QDir::homePath());
}

void SettingsModel::setExportFolder(const QUrl &folder)
{
    m_file.setValue(u"export_folder"_s, folder.toLocalFile());
}

QVariant SettingsModel::exportOption(const QString &name) const
{
    return m_file.value(u"export/"_s + name);
}

void SettingsModel::setExportOption(const QString &name, const QVariant &value)
{
    m_file.setValue(u"export/"_s + name, value);
}

QList<SourceInfo> SettingsModel::sources() const
{
    const bool isOld = !m_file.contains(u"sources"_s);
    const QStringList lines = m_file.value(isOld ? u"servers"_s : u"sources"_s).toStringList();
    QList<SourceInfo> sources;
    for (const QString &line : lines) {
        if (const std::optional<SourceInfo> source = isOld ? sourceFromText010(line) : sourceFromText(line))
            sources.append(*source);
    }
    return sources;
}

void SettingsModel::setSources(const QList<SourceInfo> &sources)
{
    QStringList lines;
    for (const SourceInfo &source : sources)
        lines.append(sourceText(source));
    // A later version knows more kinds of sources, and shall find them again.
    const QStringList before = m_file.value(u"sources"_s).toStringList();
    for (const QString &line : before) {
        if (!sourceFromText(line))
            lines.append(line);
    }
    m_file.setValue(u"sources"_s, lines);
    m_file.remove(u"servers"_s); // of version 0.1.0: who is forgotten is forgotten
}

QString SettingsModel::lastSource() const
{
    return m_file.value(u"source"_s).toString();
}

void SettingsModel::setLastSource(const QString &key)
{
    m_file.setValue(u"source"_s, key);
}

std::optional<Location> SettingsModel::lastLocation(const QString &source) const
{
    std::optional<Location> location = locationFromText(m_file.value(viewKey(source)).toString());
    if (location)
        location->source = source; // which version 0.1.0 did not write
    return location;
}

void SettingsModel::setLastLocation(const Location &location)
{
    m_file.setValue(viewKey(location.source), locationText(location));
}
}
