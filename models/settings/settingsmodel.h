// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/location.h"
#include "sources/sourceinfo.h"

#include <QSettings>
#include <QSize>
#include <QtQml/qqmlregistration.h>
#include <QUrl>

namespace Postwave
{
/** What the window remembers from one start to the next, in `postwave.ini`. No secrets. */
class SettingsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Appearance appearance READ appearance WRITE setAppearance NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged FINAL)
    /** Whether nothing should move, as the system wants it. */
    Q_PROPERTY(bool reduceMotion READ reduceMotion NOTIFY reduceMotionChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int refreshSeconds READ refreshSeconds WRITE setRefreshSeconds NOTIFY refreshSecondsChanged FINAL)
    /** Whether keys that type a letter do something by themselves (WCAG 2.1, 2.1.4). */
    Q_PROPERTY(bool letterKeys READ hasLetterKeys WRITE setLetterKeys NOTIFY letterKeysChanged FINAL)
    /** "table" or "weekdays": what stands below the chart. */
    Q_PROPERTY(QString detailTab READ detailTab WRITE setDetailTab NOTIFY detailTabChanged FINAL)
    Q_PROPERTY(QSize windowSize READ windowSize WRITE setWindowSize NOTIFY windowChanged FINAL)
    Q_PROPERTY(bool windowMaximised READ isWindowMaximised WRITE setWindowMaximised NOTIFY windowChanged FINAL)

public:
    enum class Appearance { System, Light, Dark };
    Q_ENUM(Appearance)

    /** @param path of the file; it and its folder need not exist */
    explicit SettingsModel(const QString &path, QObject *parent = nullptr);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    /** What is drawn: the choice, or what the system wants. */
    bool dark() const;
    /**
     * The application tells when the system's wish is known or changes. It is kept, since at the next start the first
     * picture comes before the answer.
     */
    void setSystemDark(bool dark);
    bool reduceMotion() const
    {
        return m_reduceMotion;
    }
    void setReduceMotion(bool reduceMotion);

    /** 1 to 2. */
    qreal textScale() const;
    void setTextScale(qreal scale);

    /** How often what is visible is asked for again; 0 = never. */
    int refreshSeconds() const;
    void setRefreshSeconds(int seconds);

    bool hasLetterKeys() const;
    void setLetterKeys(bool on);

    /** By whose clocks channels are looked at that were not opened before; UTC at first. */
    QTimeZone zone() const;
    void setZone(const QString &name);

    /** Of the window while it was not maximised; invalid at the first start. Where it stands is up to the desktop. */
    QSize windowSize() const;
    void setWindowSize(QSize size);
    bool isWindowMaximised() const;
    void setWindowMaximised(bool maximised);

    QString detailTab() const;
    void setDetailTab(const QString &tab);

    /** Where files were saved last; the documents folder at first, the home folder where that is gone. */
    QUrl exportFolder() const;
    void setExportFolder(const QUrl &folder);

    /** What was chosen for files, by its name; invalid where nothing was. Who reads it checks it. */
    QVariant exportOption(const QString &name) const;
    void setExportOption(const QString &name, const QVariant &value);

    QList<SourceInfo> sources() const;
    void setSources(const QList<SourceInfo> &sources);

    /** Key of the source that was open last; empty at the first start. */
    QString lastSource() const;
    void setLastSource(const QString &key);

    /** Where one was last in a source. */
    std::optional<Location> lastLocation(const QString &source) const;
    /** Kept under the location's own source. */
    void setLastLocation(const Location &location);

Q_SIGNALS:
    void appearanceChanged();
    void darkChanged();
    void reduceMotionChanged();
    void textScaleChanged();
    void refreshSecondsChanged();
    void letterKeysChanged();
    void windowChanged();
    void detailTabChanged();

private:
    QSettings m_file;
    bool m_systemDark = false;
    bool m_reduceMotion = false;
};
}
