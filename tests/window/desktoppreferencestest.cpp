// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desktoppreferences.h"
#include "testcase.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

using Settings = QMap<QString, QVariantMap>;
Q_DECLARE_METATYPE(Settings)
Q_DECLARE_METATYPE(std::optional<bool>)

namespace
{
/** A portal that tells what the test wants. */
class FakePortal : public QDBusVirtualObject
{
public:
    Settings settings;
    QVariantList oddAnswer; ///< instead of the settings

    QString introspect(const QString &) const override
    {
        return {};
    }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() != u"ReadAll"_s)
            return false;
        bus.send(message.createReply(oddAnswer.isEmpty() ? QVariantList{QVariant::fromValue(settings)} : oddAnswer));
        return true;
    }
};
}

/** Listens to a portal on a bus of its own. */
class DesktopPreferencesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;

    void change(QDBusConnection &portal, const QString &group, const QString &key, const QVariant &value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                         u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << group << key << QVariant::fromValue(QDBusVariant(value));
        portal.send(signal);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<QVariantMap>();
        qDBusRegisterMetaType<Settings>();
        qRegisterMetaType<std::optional<bool>>();
        m_address = u"unix:path="_s + m_folder.filePath(u"bus"_s);
        m_daemon.start(
            u"dbus-daemon"_s,
            {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s, u"--address="_s + m_address});
        QVERIFY2(m_daemon.waitForStarted(), "there is no dbus-daemon");
        QVERIFY(m_daemon.waitForReadyRead()); // the address: it listens
    }
    void cleanupTestCase()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    void cleanup()
    {
        QDBusConnection::disconnectFromBus(u"portal"_s);
        QDBusConnection::disconnectFromBus(u"program"_s);
    }

    void preferences_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QVariantList>("told"); ///< "dark" or "still", and the value
        const QString common = u"org.freedesktop.appearance"_s;
        const auto dark = [](std::optional<bool> wish) {
            return QVariantList{u"dark"_s, wish ? QVariant(*wish) : QVariant()};
        };
        const auto still = [](bool wish) {
            return QVariantList{u"reduce motion"_s, wish};
        };
        QTest::newRow("dark") << common << u"color-scheme"_s << QVariant(1U) << dark(true);
        QTest::newRow("light") << common << u"color-scheme"_s << QVariant(2U) << dark(false);
        QTest::newRow("no preference") << common << u"color-scheme"_s << QVariant(0U) << dark({});
        QTest::newRow("unknown number") << common << u"color-scheme"_s << QVariant(77U) << dark({});
        QTest::newRow("no number") << common << u"color-scheme"_s << QVariant(u"dark"_s) << dark({});
        QTest::newRow("another setting") << common << u"accent-color"_s << QVariant(1U) << QVariantList();
        QTest::newRow("still") << common << u"reduced-motion"_s << QVariant(1U) << still(true);
        QTest::newRow("GNOME, still") << u"org.gnome.desktop.interface"_s << u"enable-animations"_s << QVariant(false)
                                      << still(true);
        QTest::newRow("GNOME, moving") << u"org.gnome.desktop.interface"_s << u"enable-animations"_s << QVariant(true)
                                       << QVariantList();
        QTest::newRow("Plasma, still") << u"org.kde.kdeglobals.KDE"_s << u"AnimationDurationFactor"_s
                                       << QVariant(u"0"_s) << still(true);
        QTest::newRow("Plasma, slow") << u"org.kde.kdeglobals.KDE"_s << u"AnimationDurationFactor"_s
                                      << QVariant(u"1.5"_s) << QVariantList();
    }
    void preferences()
    {
        QFETCH(const QString, group);
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        QFETCH(const QVariantList, told);
        QDBusConnection portal = QDBusConnection::connectToBus(m_address, u"portal"_s);
        FakePortal object;
        object.settings = {{group, {{key, value}}}};
        QVERIFY(portal.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, &object));
        QVERIFY(portal.registerService(u"org.freedesktop.portal.Desktop"_s));

        DesktopPreferences preferences(QDBusConnection::connectToBus(m_address, u"program"_s));
        QList<QVariantList> heard;
        connect(&preferences, &DesktopPreferences::darkChanged, this, [&heard](std::optional<bool> dark) {
            heard.append({u"dark"_s, dark ? QVariant(*dark) : QVariant()});
        });
        connect(&preferences, &DesktopPreferences::reduceMotionChanged, this, [&heard](bool reduceMotion) {
            heard.append({u"reduce motion"_s, reduceMotion});
        });
        const auto isSettled = [&heard] {
            return std::ranges::any_of(std::as_const(heard), [](const QVariantList &each) {
                return each.constFirst() == u"dark"_s;
            });
        };
        QTRY_VERIFY(isSettled()); // which is told in any case
        QTRY_VERIFY(told.isEmpty() || heard.contains(told));

        // What changes later means the same; the last change is of the other kind, there to be waited for. Until the
        // program has found out whose signals they are it hears none.
        const bool isColour = key != u"reduced-motion"_s && group == u"org.freedesktop.appearance"_s;
        const QVariantList last = isColour ? QVariantList{u"reduce motion"_s, true} : QVariantList{u"dark"_s, true};
        heard.clear();
        QVERIFY(QTest::qWaitFor([&] {
            change(portal, group, key, value);
            change(portal, u"org.freedesktop.appearance"_s, isColour ? u"reduced-motion"_s : u"color-scheme"_s, 1U);
            return heard.contains(last);
        }));
        if (isColour && !told.isEmpty())
            QTRY_VERIFY(heard.contains(told));
        else // it is what it was
            QCOMPARE(heard.count(last), heard.size());
    }

    void oneWishForStillnessIsEnough()
    {
        QDBusConnection portal = QDBusConnection::connectToBus(m_address, u"portal"_s);
        FakePortal object;
        object.settings = {{u"org.freedesktop.appearance"_s, {{u"reduced-motion"_s, 1U}}},
                           {u"org.gnome.desktop.interface"_s, {{u"enable-animations"_s, true}}},
                           {u"org.kde.kdeglobals.KDE"_s, {{u"AnimationDurationFactor"_s, u"1"_s}}}};
        QVERIFY(portal.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, &object));
        QVERIFY(portal.registerService(u"org.freedesktop.portal.Desktop"_s));
        DesktopPreferences preferences(QDBusConnection::connectToBus(m_address, u"program"_s));
        QSignalSpy still(&preferences, &DesktopPreferences::reduceMotionChanged);
        QSignalSpy dark(&preferences, &DesktopPreferences::darkChanged);
        QTRY_COMPARE(dark.size(), 1);
        QTRY_COMPARE(still.size(), 1);
        QVERIFY(still.at(0).at(0).toBool());
        QVERIFY(QTest::qWaitFor([&] {
            change(portal, u"org.freedesktop.appearance"_s, u"reduced-motion"_s, 0U);
            return still.size() == 2;
        }));
        QVERIFY(!still.at(1).at(0).toBool());
    }

    void oddAnswersAreNoWishes()
    {
        QDBusConnection portal = QDBusConnection::connectToBus(m_address, u"portal"_s);
        FakePortal object;
        object.oddAnswer = {u"no settings at all"_s};
        QVERIFY(portal.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, &object));
        QVERIFY(portal.registerService(u"org.freedesktop.portal.Desktop"_s));
        DesktopPreferences preferences(QDBusConnection::connectToBus(m_address, u"program"_s));
        QSignalSpy dark(&preferences, &DesktopPreferences::darkChanged);
        QVERIFY(dark.wait());
        QVERIFY(!dark.at(0).at(0).value<std::optional<bool>>());
    }

    void withoutABusThereAreNoWishes()
    {
        DesktopPreferences preferences(QDBusConnection::connectToBus(u"unix:path=/nowhere/at/all"_s, u"program"_s));
        QSignalSpy dark(&preferences, &DesktopPreferences::darkChanged);
        QVERIFY(dark.wait());
        QVERIFY(!dark.at(0).at(0).value<std::optional<bool>>());
    }
};

POSTWAVE_TEST(DesktopPreferencesTest, QCoreApplication)
#include "desktoppreferencestest.moc"
