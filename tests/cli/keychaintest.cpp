// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain.h"
#include "await.h"
#include "testcase.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** How processes take turns to renew a sign-in; the keychains themselves are those of the desktop test. */
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther()
    {
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s); // is made when it is needed
        Keychain window(data, std::chrono::seconds(1));
        Keychain command(data, std::chrono::seconds(1));
        std::shared_ptr<void> first = *settled(window.turn());
        QVERIFY(first);
        QVERIFY(QFileInfo::exists(data + u"/sign-in.lock"_s));
        auto waiting = command.turn();
        QTimer::singleShot(0, &window, [&first] {
            first.reset();
        });
        const std::shared_ptr<void> second = *settled(std::move(waiting));
        QVERIFY(second);
        QVERIFY(!first);
    }

    void whereNobodyCanWaitOneGoesOn()
    {
        Keychain nowhere(u"/proc/nothing"_s, std::chrono::seconds(1));
        QVERIFY(!*settled(nowhere.turn()));
    }
};

POSTWAVE_TEST(KeychainTest, QCoreApplication)
#include "keychaintest.moc"
