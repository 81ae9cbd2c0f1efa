// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "sources/analyticbot/analyticbotsource.h"
#include "testcase.h"
#include "testclient.h"

#include <QCoroTimer>

#include <QJsonArray>
#include <QMap>

using namespace Postwave;
using namespace Qt::StringLiterals;
using StandIn::Options;
using StandIn::TestClient;

namespace
{
const QString kEmail = u"desk@example.com"_s;

/** A keychain that can be locked. */
class FakeTokenStore final : public TokenStore
{
public:
    QCoro::Task<Result<std::optional<KeptSignIn>>> read(QString source) override
    {
        if (locked)
            co_return Error{.kind = Error::Kind::Unsupported};
        while (hold) {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        }
        const std::optional<KeptSignIn> found =
            kept.contains(source) ? std::optional(kept.value(source)) : std::nullopt;
        if (afterRead)
            std::exchange(afterRead, {})();
        co_return found;
    }
    QCoro::Task<Result<Done>> write(QString source, KeptSignIn signIn) override
    {
        if (beforeWrite)
            beforeWrite();
        if (locked)
            co_return Error{.kind = Error::Kind::Unsupported};
        kept.insert(source, signIn);
        co_return Done{};
    }
    QCoro::Task<Result<Done>> remove(QString source) override
    {
        if (locked)
            co_return Error{.kind = Error::Kind::Unsupported};
        kept.remove(source);
        co_return Done{};
    }
    QCoro::Task<std::shared_ptr<void>> turn() override
    {
        while (m_taken) {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        }
        m_taken = true;
        co_return std::shared_ptr<void>(this, [this](void *) {
            m_taken = false;
        });
    }

    QMap<QString, KeptSignIn> kept;
    bool locked = false;
    bool hold = false; ///< reads wait, as for somebody to unlock it
    std::function<void()> beforeWrite;
    std::function<void()> afterRead; ///< of the next one

private:
    bool m_taken = false;
};

/** One server and one keychain, and as many programs as a test starts. */
struct Rig {
    explicit Rig(const Options &options = {})
        : standIn(options)
        , address(*ServerAddress::fromText(standIn.server.baseUrl().toString(), false))
    {
    }
    std::unique_ptr<AnalyticBotSource> program(const QByteArray &password = {}, const QString &email = {})
    {
        return std::make_unique<AnalyticBotSource>(
            address, Credentials{.email = email, .password = Secret(password), .accessToken = {}},
            AnalyticBotSource::Dependencies{.network = &network,
                                            .clock = &clock,
                                            .scheduler = &scheduler,
                                            .budget = 0,
                                            .tokens = &tokens,
                                            .jitter = [] {
                                                return -0.49;
                                            }});
    }
    int countOf(const QString &path)
    {
        int count = 0;
        const QJsonArray made = QJsonDocument::fromJson(standIn.get("/_standin/requests").body).array();
        for (const QJsonValue &request : made)
            count += request[u"path"_s].toString().endsWith(path);
        return count;
    }
    QByteArray keptToken()
    {
        return tokens.kept.value(address.text()).refreshToken.reveal();
    }

    TestClient standIn;
    ServerAddress address;
    QNetworkAccessManager network;
    SystemClock clock;
    SystemScheduler scheduler;
    FakeTokenStore tokens;
};
}

/** Signed in once, one stays so: over starts of the program, and beside other programs. */
class KeptSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextStartNeedsNoPassword()
    {
        Rig rig;
        {
            const auto first = rig.program("correct horse", kEmail);
            QVERIFY(*settled(first->channels()));
            QVERIFY(first->account()->isKept());
        }
        QCOMPARE(rig.tokens.kept.value(rig.address.text()).email, kEmail);
        const QByteArray before = rig.keptToken();
        QVERIFY(!before.isEmpty());
        const auto next = rig.program();
        QVERIFY(*settled(next->channels()));
        QVERIFY(next->account()->isKept());
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
        QCOMPARE(rig.countOf(u"/auth/refresh"_s), 1);
        QVERIFY(rig.keptToken() != before); // each is good for one renewal
        const auto third = rig.program({}, kEmail);
        QVERIFY(*settled(third->channels()));
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
    }

    void aRotatedTokenIsKeptBeforeItIsUsed()
    {
        Rig rig;
        QVERIFY(*settled(rig.program("correct horse", kEmail)->channels()));
        const auto next = rig.program();
        bool usedBefore = false;
        int writes = 0;
        rig.tokens.beforeWrite = [&] {
            ++writes;
            usedBefore = usedBefore || next->account()->isSignedIn();
        };
        QVERIFY(*settled(next->channels()));
        QCOMPARE(writes, 1);
        QVERIFY(!usedBefore);
    }

    void programsRenewOneAfterTheOther()
    {
        Rig rig;
        const auto window = rig.program("correct horse", kEmail);
        QVERIFY(*settled(window->channels()));
        const auto command = rig.program();
        QVERIFY(*settled(command->channels()));
        // The window's own token is dead by now; the kept one is not.
        QCOMPARE(rig.standIn.post("/_standin/invalidate-tokens", "{}").status, 200);
        auto one = window->channels();
        auto other = command->channels();
        QVERIFY(*settled(std::move(one)));
        QVERIFY(*settled(std::move(other)));
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
        QCOMPARE(rig.countOf(u"/auth/refresh"_s), 3);
    }

    void aDeadTokenIsForgotten()
    {
        Options options;
        options.refreshFails = true;
        Rig rig(options);
        QVERIFY(*settled(rig.program("correct horse", kEmail)->channels()));
        const auto next = rig.program();
        const auto channels = *settled(next->channels());
        QVERIFY(!channels);
        QCOMPARE(channels.error().kind, Error::Kind::NoCredentials);
        QVERIFY(rig.tokens.kept.isEmpty());
    }

    /** Without turns, as where the lock could not be had: another program was quicker. */
    void aNewerTokenOfAnotherProgramStays()
    {
        Rig rig;
        QVERIFY(*settled(rig.program("correct horse", kEmail)->channels()));
        const KeptSignIn old = rig.tokens.kept.value(rig.address.text());
        QVERIFY(*settled(rig.program()->channels()));
        const KeptSignIn newer = rig.tokens.kept.value(rig.address.text());
        rig.tokens.kept.insert(rig.address.text(), old);
        rig.tokens.afterRead = [&] {
            rig.tokens.kept.insert(rig.address.text(), newer);
        };
        const auto late = rig.program();
        QVERIFY(*settled(late->channels()));
        QVERIFY(!rig.tokens.kept.isEmpty());
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
    }

    void signingOutWhileTheKeychainIsAskedIsFinal()
    {
        Rig rig;
        QVERIFY(*settled(rig.program("correct horse", kEmail)->channels()));
        const auto program = rig.program();
        rig.tokens.hold = true;
        auto channels = program->channels();
        rig.tokens.hold = false;
        auto leaving = program->account()->signOut();
        QVERIFY(*settled(std::move(leaving)));
        const auto listed = *settled(std::move(channels));
        QVERIFY(!listed);
        QVERIFY(!program->account()->isSignedIn());
        QVERIFY(!program->account()->isKept());
        QVERIFY(rig.tokens.kept.isEmpty());
        QVERIFY(!*settled(program->channels()));
    }

    void signingOutWipes()
    {
        Rig rig;
        const auto program = rig.program("correct horse", kEmail);
        QVERIFY(*settled(program->channels()));
        QVERIFY(!rig.tokens.kept.isEmpty());
        QVERIFY(*settled(program->account()->signOut()));
        QVERIFY(rig.tokens.kept.isEmpty());
        QVERIFY(!program->account()->isKept());
    }

    void withoutAKeychainOneIsSignedInForNow()
    {
        Rig rig;
        rig.tokens.locked = true;
        const auto program = rig.program("correct horse", kEmail);
        QVERIFY(*settled(program->channels()));
        QVERIFY(program->account()->isSignedIn());
        QVERIFY(!program->account()->isKept());
        rig.standIn.post("/_standin/invalidate-tokens", "{}");
        QVERIFY(*settled(program->channels()));
        QCOMPARE(rig.countOf(u"/auth/login"_s), 1);
        const auto next = *settled(rig.program()->channels());
        QVERIFY(!next);
        QCOMPARE(next.error().kind, Error::Kind::NoCredentials);
    }

    void anotherAccountIsAnotherOne()
    {
        Rig rig;
        QVERIFY(*settled(rig.program("correct horse", kEmail)->channels()));
        const auto channels = *settled(rig.program({}, u"other@example.com"_s)->channels());
        QVERIFY(!channels);
        QCOMPARE(channels.error().kind, Error::Kind::NoCredentials);
        QVERIFY(!rig.tokens.kept.isEmpty());
        // A password that is named is what one signs in with.
        const auto wrong = *settled(rig.program("wrong password", kEmail)->channels());
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, Error::Kind::RefusedSignIn);
        QVERIFY(!rig.tokens.kept.isEmpty());
    }
};

POSTWAVE_TEST(KeptSignInTest, QCoreApplication)
#include "keptsignintest.moc"
