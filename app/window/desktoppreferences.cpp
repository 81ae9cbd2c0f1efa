// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desktoppreferences.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr const char *kService = "org.freedesktop.portal.Desktop";
constexpr const char *kPath = "/org/freedesktop/portal/desktop";
constexpr const char *kInterface = "org.freedesktop.portal.Settings";

// The first is everybody's; motion was for long a matter of each desktop.
constexpr const char *kCommon = "org.freedesktop.appearance";
constexpr const char *kGnome = "org.gnome.desktop.interface";
constexpr const char *kPlasma = "org.kde.kdeglobals.KDE";

constexpr QStringView kColours = u"color-scheme";

using Groups = QMap<QString, QVariantMap>;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/** Nothing where the portal is missing, or answers in a way of its own. */
Groups groupsOf(const QDBusMessage &reply)
{
    const QList<QVariant> arguments = reply.arguments();
    if (reply.type() != QDBusMessage::ReplyMessage || arguments.isEmpty()
        || !arguments.constFirst().canConvert<QDBusArgument>())
        return {};
    const auto map = arguments.constFirst().value<QDBusArgument>();
    return map.currentSignature() == u"a{sa{sv}}"_s ? qdbus_cast<Groups>(map) : Groups();
}
}

DesktopPreferences::DesktopPreferences(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT darkChanged(std::nullopt);
            },
            Qt::QueuedConnection);
        return;
    }
    // Qt looks for the type of the slot's argument by its name, which it does not know before the first answer.
    qRegisterMetaType<QDBusVariant>("QDBusVariant");
    // Qt wants the slot without spaces.
    // clang-format off
    m_bus.connect(text(kService), text(kPath), text(kInterface), u"SettingChanged"_s, this,
                  SLOT(settingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    ask();
}

void DesktopPreferences::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(text(kService), text(kPath), text(kInterface), u"ReadAll"_s);
    call << QStringList{text(kCommon), text(kGnome), text(kPlasma)};
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const Groups groups = groupsOf(finished->reply());
        if (!groups.value(text(kCommon)).contains(kColours.toString()))
            Q_EMIT darkChanged(std::nullopt);
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (auto setting = group->cbegin(); setting != group->cend(); ++setting)
                take(group.key(), setting.key(), setting.value());
        }
    });
}

/** A desktop that knows several of the settings need not keep them alike. */
void DesktopPreferences::setReduceMotion(int wish, bool reduceMotion)
{
    m_reduceMotion.at(size_t(wish)) = reduceMotion;
    const bool any = m_reduceMotion[0] || m_reduceMotion[1] || m_reduceMotion[2];
    if (std::exchange(m_toldStill, any) != any)
        Q_EMIT reduceMotionChanged(any);
}

void DesktopPreferences::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void DesktopPreferences::take(const QString &group, const QString &key, const QVariant &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (group == text(kCommon) && key == kColours)
        Q_EMIT darkChanged(number == 1 ? std::optional(true) : number == 2 ? std::optional(false) : std::nullopt);
    else if (!isNumber)
        return;
    else if (group == text(kCommon) && key == u"reduced-motion"_s)
        setReduceMotion(0, number == 1);
    else if (group == text(kGnome) && key == u"enable-animations"_s)
        setReduceMotion(1, number == 0);
    else if (group == text(kPlasma) && key == u"AnimationDurationFactor"_s)
        setReduceMotion(2, number == 0);
}
}
