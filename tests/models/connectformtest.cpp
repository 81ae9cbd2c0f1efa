// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/connectform.h"
#include "fakeconnections.h"
#include "testcase.h"

#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;

class ConnectFormTest : public QObject
{
    Q_OBJECT

private:
    struct Rig : WorkspaceRig {
        ConnectForm form{&sources, &connections};
        QSignalSpy connected{&form, &ConnectForm::connected};

        void submit(const QString &address, bool allowHttp = false)
        {
            form.submit(address, u"desk@example.com"_s, u"correct horse"_s, allowHttp);
        }
    };

private Q_SLOTS:
    void eachFieldSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("wrong");
        const auto row = [](const char *name, const char *address, const char *email, const char *password,
                            const char *wrong) {
            QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(email)
                                << QString::fromLatin1(password) << QString::fromLatin1(wrong);
        };
        row("all empty", "", "", "", "aep");
        row("no host", "https://", "a@example.com", "correct horse", "a");
        row("another scheme", "ftp://example.org", "a@example.com", "correct horse", "a");
        row("a query", "https://example.org/?x=1", "a@example.com", "correct horse", "a");
        row("plain http", "http://example.org", "a@example.com", "correct horse", "a");
        row("no at", "https://example.org", "example.com", "correct horse", "e");
        row("at the end", "https://example.org", "a@", "correct horse", "e");
        row("two words", "https://example.org", "a b@example.com", "correct horse", "e");
        row("short", "https://example.org", "a@example.com", "1234567", "p");
    }
    void eachFieldSaysWhatIsWrong()
    {
        QFETCH(QString, address);
        QFETCH(QString, email);
        QFETCH(QString, password);
        QFETCH(QString, wrong);
        Rig rig;
        rig.form.submit(address, email, password, false);
        QCOMPARE(!rig.form.addressError().isEmpty(), wrong.contains(u'a'));
        QCOMPARE(!rig.form.emailError().isEmpty(), wrong.contains(u'e'));
        QCOMPARE(!rig.form.passwordError().isEmpty(), wrong.contains(u'p'));
        QVERIFY(!rig.form.isBusy());
        QVERIFY(rig.connections.signedInAs.isEmpty());
    }

    void signsInAndRemembersTheServer()
    {
        Rig rig;
        rig.submit(u" Bot.Example.org/api/ "_s); // as people type it
        QTRY_COMPARE(rig.connected.size(), 1);
        QCOMPARE(rig.connected[0][0].toString(), u"https://bot.example.org/api"_s);
        QVERIFY(!rig.form.isBusy());
        const std::optional<SourceInfo> known = rig.sources.find(u"https://bot.example.org/api"_s);
        QVERIFY(known);
        QCOMPARE(known->name, u"desk@example.com"_s);
        QVERIFY(!known->allowHttp);
        rig.workspace.openSource(known->key());
        QVERIFY(rig.rests(ViewStep::Day));
        QVERIFY(rig.workspace.session()->isSignedIn());
        rig.workspace.session()->signOut();
        QTRY_VERIFY(!rig.workspace.session()->isSignedIn());
        QCOMPARE(rig.workspace.channelPage()->status(), ChannelPage::Status::Shown); // what is stored stays
    }

    void aServerCanBeRemoved()
    {
        Rig rig;
        rig.submit(u"https://bot.example.org"_s);
        QTRY_COMPARE(rig.connected.size(), 1);
        rig.workspace.openSource(u"https://bot.example.org"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.source().hold = true;
        rig.workspace.refresh();
        QTRY_COMPARE(rig.source().held.size(), size_t(1));
        rig.workspace.forgetSource();
        QCOMPARE(rig.workspace.channelPage()->status(), ChannelPage::Status::NoSource);
        QCOMPARE(rig.workspace.session()->name(), QString());
        QCOMPARE(rig.workspace.title(), QString());
        QVERIFY(!rig.workspace.isLoading());
        QCOMPARE(rig.sources.rowCount(), 1);
        QVERIFY(rig.settings.lastSource().isEmpty());
        QVERIFY(!rig.connections.isSignedIn({}));
        rig.source().letGo(); // too late
        QCoreApplication::processEvents();
        QCOMPARE(rig.workspace.channelPage()->status(), ChannelPage::Status::NoSource);
        rig.workspace.openSource(u"demo"_s);
        QVERIFY(rig.rests(ViewStep::Day));
        rig.workspace.forgetSource(); // the demo stays
        QCOMPARE(rig.sources.rowCount(), 1);
        QCOMPARE(rig.workspace.channelPage()->status(), ChannelPage::Status::Shown);
    }

    void trustInAClockIsKept()
    {
        Rig rig;
        const QString key = u"https://bot.example.org"_s;
        rig.submit(key);
        QTRY_COMPARE(rig.connected.size(), 1);
        rig.workspace.openSource(key);
        QVERIFY(rig.rests(ViewStep::Day));
        QCOMPARE(rig.workspace.session()->clockLine(), u"The server’s clock agrees with this computer’s."_s);
        const int asked = int(rig.source().asked.size());
        rig.workspace.trustClock(true);
        rig.workspace.trustClock(true); // no news
        QCOMPARE(rig.connections.trusts, QList<bool>{true});
        QVERIFY(rig.workspace.session()->isClockTrusted());
        QVERIFY(rig.sources.find(key)->trustClock);
        QVERIFY(rig.rests(ViewStep::Day));
        QTRY_VERIFY(rig.source().asked.size() > asked);
        rig.submit(key); // signs in once more
        QTRY_COMPARE(rig.connected.size(), 2);
        QVERIFY(SourceListModel(&rig.settings).find(key)->trustClock);
        rig.workspace.trustClock(false);
        QVERIFY(!SourceListModel(&rig.settings).find(key)->trustClock);
        rig.workspace.openSource(u"demo"_s);
        rig.workspace.trustClock(true);
        QVERIFY(!rig.workspace.session()->isClockTrusted()); // the demo has none
    }

    void plainHttpNeedsConsent()
    {
        Rig rig;
        rig.submit(u"http://10.0.0.2:8000"_s);
        QVERIFY(rig.form.asksForHttp());
        QVERIFY(rig.connections.signedInAs.isEmpty());
        rig.submit(u"http://10.0.0.2:8000"_s, true);
        QTRY_COMPARE(rig.connected.size(), 1);
        QVERIFY(rig.sources.find(u"http://10.0.0.2:8000"_s)->allowHttp);
    }

    void consentIsForOneAddress()
    {
        Rig rig;
        rig.submit(u"http://10.0.0.2:8000"_s);
        QVERIFY(rig.form.asksForHttp());
        rig.form.forgetAddress();
        QVERIFY(!rig.form.asksForHttp());
        QVERIFY(rig.form.addressError().isEmpty());
    }

    void whoCancelsIsNotConnectedLater()
    {
        Rig rig;
        rig.connections.hold = true;
        rig.submit(u"https://example.org"_s);
        QVERIFY(rig.form.isBusy());
        rig.form.cancel();
        QVERIFY(!rig.form.isBusy());
        rig.connections.letGo();
        QTRY_VERIFY(!rig.connections.isSignedIn({}));
        QCoreApplication::processEvents();
        QCOMPARE(rig.connected.size(), 0);
        QCOMPARE(rig.sources.rowCount(), 1);
        QVERIFY(!rig.connections.isSignedIn({})); // and the session that nobody wants is over
    }

    void failuresStandAtTheFieldToMend_data()
    {
        QTest::addColumn<Error>("failure");
        QTest::addColumn<char>("where");
        using Kind = Error::Kind;
        QTest::newRow("refused") << Error{.kind = Kind::RefusedSignIn} << 'p';
        QTest::newRow("refused e-mail") << Error{.kind = Kind::RefusedSignIn, .argument = u"email"_s} << 'e';
        QTest::newRow("offline") << Error{.kind = Kind::Offline, .argument = u"x"_s} << 'a';
        QTest::newRow("not found") << Error{.kind = Kind::NotFound, .argument = u"x"_s} << 'a';
        QTest::newRow("a web page") << Error{.kind = Kind::BadAnswer} << 'a';
        QTest::newRow("500") << Error{.kind = Kind::ServerFailed, .httpStatus = 500} << 'x';
        QTest::newRow("429") << Error{.kind = Kind::RateLimited, .waitSeconds = 38} << 'x';
    }
    void failuresStandAtTheFieldToMend()
    {
        QFETCH(Error, failure);
        QFETCH(char, where);
        Rig rig;
        rig.connections.refusal = failure;
        rig.submit(u"https://example.org"_s);
        QTRY_VERIFY(!rig.form.isBusy());
        QCOMPARE(!rig.form.addressError().isEmpty(), where == 'a');
        QCOMPARE(!rig.form.emailError().isEmpty(), where == 'e');
        QCOMPARE(!rig.form.passwordError().isEmpty(), where == 'p');
        QCOMPARE(!rig.form.error().isEmpty(), where == 'x');
        QCOMPARE(rig.connected.size(), 0);
        QCOMPARE(rig.sources.rowCount(), 1); // a server that was never reached is not remembered
        rig.form.reset();
        QVERIFY(rig.form.addressError().isEmpty() && rig.form.emailError().isEmpty()
                && rig.form.passwordError().isEmpty() && rig.form.error().isEmpty());
    }
};

POSTWAVE_TEST(ConnectFormTest, QCoreApplication)
#include "connectformtest.moc"
