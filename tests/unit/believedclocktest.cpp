// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/believedclock.h"
#include "fakes.h"
#include "testcase.h"

using namespace Postwave;
using Trust = SourceTime::Trust;

namespace
{
constexpr qint64 kDay = 86400;
const qint64 kNow = at("2025-11-21T14:37:20Z");
/** A stretch that is far longer than the witnesses may differ by. */
constexpr qint64 kLong = 3 * kDay;
}

Q_DECLARE_METATYPE(Postwave::SourceTime::Trust)

/** Whose clock is believed. */
class BelievedClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAnswer_data()
    {
        QTest::addColumn<qint64>("stated");
        QTest::addColumn<qint64>("local");
        QTest::addColumn<std::optional<qint64>>("post");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<Trust>("trust");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("latest");
        const auto row = [](const char *name, qint64 stated, qint64 local, std::optional<qint64> post, bool trusted,
                            Trust trust, qint64 now, qint64 latest) {
            QTest::newRow(name) << stated << local << post << trusted << trust << now << latest;
        };
        row("the same", kNow, kNow, {}, false, Trust::Agreed, kNow, kNow);
        row("five minutes ahead", kNow + 300, kNow, {}, false, Trust::Agreed, kNow + 300, kNow + 300);
        row("five minutes behind", kNow - 300, kNow, {}, false, Trust::Agreed, kNow - 300, kNow - 300);
        row("a second more", kNow + 301, kNow, {}, false, Trust::Disputed, kNow, kNow + 301);
        row("a second less", kNow - 301, kNow, {}, false, Trust::Disputed, kNow - 301, kNow);
        row("days ahead", kNow + kLong, kNow, kNow - 60, false, Trust::Disputed, kNow, kNow + kLong);
        row("days behind", kNow - kLong, kNow, kNow - kLong, false, Trust::Disputed, kNow - kLong, kNow);
        row("a post proves ours slow", kNow, kNow - kLong, kNow - 60, false, Trust::LocalSlow, kNow, kNow);
        row("ours begins in 1970", kNow, 0, kNow - 60, false, Trust::LocalSlow, kNow, kNow);
        row("no post of then", kNow, kNow - kLong, kNow - kLong, false, Trust::Disputed, kNow - kLong, kNow);
        row("a post later than both", kNow, kNow - kLong, kNow + 1, false, Trust::Disputed, kNow - kLong, kNow);
        row("trusted", kNow + kLong, kNow, {}, true, Trust::Agreed, kNow + kLong, kNow + kLong);
        const qint64 first = at("2000-01-01T00:00:00Z");
        row("before there was anything", first - 1, first - 1, {}, true, Trust::Disputed, first - 1, first - 1);
        row("of no century", 253'370'764'800, kNow, kNow - 60, true, Trust::Disputed, kNow, 253'370'764'800);
    }
    void oneAnswer()
    {
        QFETCH(const qint64, stated);
        QFETCH(const qint64, local);
        QFETCH(const std::optional<qint64>, post);
        QFETCH(const bool, trusted);
        QFETCH(const Trust, trust);
        BelievedClock clock(trusted);
        const SourceTime time = clock.weigh(stated, local, 0, post);
        QCOMPARE(time.trust, trust);
        QTEST(time.now(), "now");
        QTEST(time.latest(), "latest");
    }

    void trustCanBeTakenBack()
    {
        BelievedClock clock(false);
        QCOMPARE(clock.weigh(kNow + kLong, kNow, 0, {}).trust, Trust::Disputed);
        clock.setTrusted(true);
        QCOMPARE(clock.weigh(kNow + kLong, kNow, 0, {}).now(), kNow + kLong);
        clock.setTrusted(false);
        QCOMPARE(clock.weigh(kNow + kLong, kNow, 1'000, {}).now(), kNow); // its last answer was believed by choice
    }

    void theServersOwnLastAnswerIsAWitness()
    {
        BelievedClock clock(false);
        QCOMPARE(clock.weigh(kNow, kNow, 5'000, {}).trust, Trust::Agreed);
        // Somebody sets the clock of this computer; the server's went on as before.
        QCOMPARE(clock.weigh(kNow + 600, kNow - kLong, 605'000, {}).trust, Trust::LocalSlow);
        QCOMPARE(clock.weigh(kNow + 900, kNow + kLong, 905'000, {}).trust, Trust::Agreed);
        // Somebody sets the server's.
        const SourceTime jumped = clock.weigh(kNow + kLong, kNow - kLong, 1'205'000, {});
        QCOMPARE(jumped.trust, Trust::Disputed);
        QCOMPARE(jumped.now(), kNow - kLong);
        // What was not believed is no witness.
        QCOMPARE(clock.weigh(kNow + kLong + 60, kNow - kLong, 1'265'000, {}).trust, Trust::Disputed);
        QCOMPARE(clock.weigh(kNow + 1'500, kNow - kLong, 1'505'000, {}).trust, Trust::LocalSlow);
    }
};

POSTWAVE_TEST(BelievedClockTest, QCoreApplication)
#include "believedclocktest.moc"
