// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/connectform.h"

#include "format/errortext.h"
#include "sources/serveraddress.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qsizetype kShortestPassword = 8; ///< the server refuses shorter ones unseen

/** What people type when they mean an address: without the scheme. */
QString withScheme(const QString &address)
{
    return address.isEmpty() || address.contains(u"://"_s) ? address : u"https://"_s + address;
}
}

ConnectForm::ConnectForm(SourceListModel *sources, SourceConnections *connections, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_connections(connections)
{
}

void ConnectForm::reset()
{
    m_addressError.clear();
    m_emailError.clear();
    m_passwordError.clear();
    m_error.clear();
    m_asksForHttp = false;
    Q_EMIT changed();
}

void ConnectForm::cancel()
{
    m_signIn.cancel();
    m_busy = false;
    reset();
}

void ConnectForm::forgetAddress()
{
    m_addressError.clear();
    m_asksForHttp = false;
    Q_EMIT changed();
}

void ConnectForm::submit(const QString &address, const QString &email, const QString &password, bool allowHttp)
{
    if (m_busy)
        return;
    reset();
    const QString typed = withScheme(address.trimmed());
    const QString name = email.trimmed();
    const Result<ServerAddress> server = ServerAddress::fromText(typed, allowHttp);
    if (typed.isEmpty())
        m_addressError = tr("Enter the server’s address.");
    else if (!server && server.error().kind == Error::Kind::PlainHttp)
        m_addressError =
            tr("Connections to this address are not encrypted, so your password could be read in transit. Use HTTPS, "
               "or allow plain HTTP below.");
    else if (!server)
        m_addressError = sentenceFor(server.error());
    m_asksForHttp = allowHttp || (!server && server.error().kind == Error::Kind::PlainHttp);
    const qsizetype at = name.indexOf(u'@');
    if (at <= 0 || at == name.size() - 1 || name.contains(u' '))
        m_emailError = tr("Enter the e-mail address of your account.");
    if (password.size() < kShortestPassword)
        m_passwordError = tr("Passwords have at least %n character(s).", nullptr, int(kShortestPassword));
    if (!m_addressError.isEmpty() || !m_emailError.isEmpty() || !m_passwordError.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_busy = true;
    Q_EMIT changed();
    SourceInfo source = m_sources->find(server->text()).value_or(SourceInfo{});
    source.address = server->text();
    source.name = name;
    source.allowHttp = allowHttp;
    signIn(source, Secret(password.toUtf8()));
}

QCoro::Task<> ConnectForm::signIn(SourceInfo source, Secret password)
{
    const QPointer<ConnectForm> self(this);
    const LatestTask::Ticket ticket = m_signIn.start();
    SourceConnections *connections = m_connections;
    auto attempt = connections->signIn(source, password);
    const Result<Done> outcome = co_await attempt;
    if (!self)
        co_return;
    if (!ticket.isCurrent()) {
        // Nobody waits for it any more, and a server that is on no list could never be signed out of.
        if (outcome && !self->m_sources->find(source.key())) {
            auto ending = connections->signOut(source);
            [[maybe_unused]] const auto ended = co_await ending;
        }
        co_return;
    }
    self->m_busy = false;
    if (outcome) {
        self->m_sources->remember(source);
        Q_EMIT self->changed();
        Q_EMIT self->connected(source.key());
        co_return;
    }
    self->showFailure(outcome.error());
}

void ConnectForm::showFailure(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::RefusedSignIn:
        // Where the server names the field it dislikes, that is the one to mend.
        if (error.argument.split(u", "_s).contains(u"email"_s))
            m_emailError = tr("The server does not accept this e-mail address.");
        else
            m_passwordError = tr("The server does not accept this e-mail and password.");
        break;
    case Error::Kind::NotFound:
    case Error::Kind::BadAnswer:
        m_addressError = tr("There is no AnalyticBot server at this address. Check the address and its path.");
        break;
    case Error::Kind::Redirected:
    case Error::Kind::Untrusted:
    case Error::Kind::Offline:
        m_addressError = sentenceFor(error);
        break;
    default:
        m_error = sentenceFor(error);
    }
    Q_EMIT changed();
}
}
