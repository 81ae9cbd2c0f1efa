// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

#include <array>
#include <optional>

namespace Postwave
{
/**
 * What the desktop's settings ask of every program, by the portal that all desktops answer; Qt 6.4 asks it for neither.
 * Asks once and then follows changes.
 */
class DesktopPreferences : public QObject
{
    Q_OBJECT

public:
    explicit DesktopPreferences(const QDBusConnection &bus, QObject *parent = nullptr);

Q_SIGNALS:
    /** Dark or light; nothing where the desktop has no preference, or nobody answers. Told once in any case. */
    void darkChanged(std::optional<bool> dark);
    /** Whether nothing on the screen should move. */
    void reduceMotionChanged(bool reduceMotion);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QString &group, const QString &key, const QVariant &value);

    void setReduceMotion(int wish, bool reduceMotion);

    QDBusConnection m_bus;
    std::array<bool, 3> m_reduceMotion = {}; ///< the wishes of which one is enough
    bool m_toldStill = false;
};
}
