// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/session.h"

#include "logging_sources.h"
#include "sources/analyticbot/errorbody.h"

#include <QCoroFuture>

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qsizetype kShortestPassword = 8;
constexpr qsizetype kLongestSignIn = 64 << 10; ///< of its answer, bytes

QByteArray jsonBody(const QString &key, const Secret &value)
{
    return QJsonDocument(QJsonObject{{key, QString::fromUtf8(value.reveal())}}).toJson(QJsonDocument::Compact);
}

QByteArray loginBody(const Credentials &credentials)
{
    const QJsonObject body{{u"email"_s, credentials.email},
                           {u"password"_s, QString::fromUtf8(credentials.password.reveal())},
                           {u"remember_me"_s, false}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Error refusal(const QString &detail)
{
    return {.kind = Error::Kind::RefusedSignIn, .detail = detail};
}

/** A login or refresh that the server understood and declined is a refusal, whatever its status. */
Error signInError(Error error)
{
    if (error.kind == Error::Kind::BadRequest)
        error.kind = Error::Kind::RefusedSignIn;
    return error;
}
}

Session::Session(HttpClient *client, ServerAddress address, Credentials credentials, TokenStore *tokens,
                 QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_address(std::move(address))
    , m_credentials(std::move(credentials))
    , m_access(m_credentials.accessToken)
    , m_tokens(tokens)
{
}

QCoro::Task<Result<Transfer>> Session::send(HttpRequest request, Need need, RequestPriority priority)
{
    const QPointer<Session> self(this);
    const QString host = m_address.text();
    if (need == Need::Token && m_access.isEmpty()) {
        auto first = renew(Secret());
        const Result<Done> signedIn = co_await first;
        if (!self || !signedIn)
            co_return signedIn ? Error{Error::Kind::Cancelled} : signedIn.error();
    }

    request.bearer = m_access;
    auto attempt = m_client->send(request, priority);
    Result<Transfer> answer = co_await attempt;
    if (!self || !answer || !wantsToken(*answer))
        co_return answer;

    auto renewal = renew(request.bearer);
    const Result<Done> renewed = co_await renewal;
    if (!self || !renewed)
        co_return renewed ? Error{Error::Kind::Cancelled} : renewed.error();

    request.bearer = m_access;
    auto again = m_client->send(request, priority);
    Result<Transfer> second = co_await again;
    if (second && wantsToken(*second))
        co_return errorOf(*second, host);
    co_return second;
}

QCoro::Task<Result<Done>> Session::renew(Secret refused)
{
    const QPointer<Session> self(this);
    // Somebody else renewed it while this request was on its way.
    if (!m_renewing && !m_access.isEmpty() && !(m_access == refused))
        co_return Done{};
    if (m_renewing) {
        QPromise<void> promise;
        promise.start();
        const QFuture<void> turn = promise.future();
        m_waiting.push_back(std::move(promise));
        co_await turn;
        if (!self)
            co_return Error{Error::Kind::Cancelled};
        // A copy: GCC 12 moves members out where a coroutine returns them.
        const Result<Done> last = m_lastRenewal;
        co_return last;
    }

    m_renewing = true;
    auto work = signInOrRefresh();
    const Result<Done> outcome = co_await work;
    if (!self)
        co_return Error{Error::Kind::Cancelled};
    m_renewing = false;
    m_lastRenewal = outcome;
    for (auto waiting = std::move(m_waiting); QPromise<void> & promise : waiting)
        promise.finish();
    co_return outcome;
}

QCoro::Task<Result<Done>> Session::signInOrRefresh()
{
    const QPointer<Session> self(this);
    const quint64 epoch = m_epoch;
    std::shared_ptr<void> turn;
    if (m_tokens) {
        auto waiting = m_tokens->turn();
        turn = co_await waiting;
        if (!self || epoch != m_epoch)
            co_return Error{Error::Kind::Cancelled};
        auto finding = findKept();
        co_await finding;
        if (!self || epoch != m_epoch)
            co_return Error{Error::Kind::Cancelled};
    }
    Result<Transfer> answer;
    for (bool isAgain = false;; isAgain = true) {
        const bool refresh = !m_refresh.isEmpty();
        if (!refresh && (m_credentials.email.isEmpty() || m_credentials.password.isEmpty()))
            co_return Error{.kind = Error::Kind::NoCredentials, .argument = m_address.text()};
        // A refresh token that was refused is dead; signing in anew behind the user's back is not our business.
        if (!refresh && m_signedIn)
            co_return refusal(u"the session is over"_s);
        if (!refresh && m_credentials.password.reveal().size() < kShortestPassword)
            co_return refusal(u"the password has fewer than 8 characters"_s);

        const Secret token = m_refresh;
        HttpRequest request;
        request.url = m_address.url(refresh ? u"/auth/refresh"_s : u"/auth/login"_s);
        request.accept = request.postType = kJsonType;
        request.postBody = refresh ? jsonBody(u"refresh_token"_s, token) : loginBody(m_credentials);
        auto attempt = m_client->send(request, RequestPriority::Interactive);
        answer = co_await attempt;
        if (!self || epoch != m_epoch)
            co_return Error{Error::Kind::Cancelled};
        if (!answer)
            co_return signInError(answer.error());
        if (!wantsToken(*answer))
            break;
        // A refresh token that was refused once is dead; only a new sign-in helps, here or in another process.
        m_refresh = Secret();
        bool isNewer = false;
        if (refresh && m_tokens) {
            auto finding = findNewer(token);
            isNewer = co_await finding;
            if (!self || epoch != m_epoch)
                co_return Error{Error::Kind::Cancelled};
        }
        if (isNewer && !isAgain)
            continue;
        co_return m_signedIn || !refresh ? errorOf(*answer, m_address.text())
                                         : Error{.kind = Error::Kind::NoCredentials, .argument = m_address.text()};
    }

    const Result<SignIn> signIn = readSignIn(answer->body);
    if (!signIn)
        co_return signIn.error();
    if (m_tokens && !signIn->refresh.isEmpty()) {
        // Before it is used: with the old one nobody could sign in any more.
        auto keeping = m_tokens->write(m_address.text(), {m_credentials.email, signIn->refresh});
        const Result<Done> kept = co_await keeping;
        if (!self || epoch != m_epoch)
            co_return Error{Error::Kind::Cancelled};
        m_isKept = bool(kept);
        if (!kept) {
            qCInfo(lcSources) << "the sign-in is not kept:" << kept.error().detail;
            // What may still be kept is dead.
            auto forgetting = forgetKept();
            [[maybe_unused]] const auto forgotten = co_await forgetting;
            if (!self || epoch != m_epoch)
                co_return Error{Error::Kind::Cancelled};
        }
    }
    m_signedIn = true;
    m_access = signIn->access;
    m_refresh = signIn->refresh;
    if (signIn->identity)
        m_identity = *signIn->identity;
    qCInfo(lcSources) << "signed in";
    co_return Done{};
}

QCoro::Task<> Session::findKept()
{
    const QPointer<Session> self(this);
    const quint64 epoch = m_epoch;
    // Who names a password, or brings a token, wants to be that one; and what could not be kept is newer than what was.
    const bool isChosen = !m_signedIn && (!m_credentials.password.isEmpty() || !m_credentials.accessToken.isEmpty());
    if (isChosen || (!m_refresh.isEmpty() && !m_isKept))
        co_return;
    auto reading = m_tokens->read(m_address.text());
    const Result<std::optional<KeptSignIn>> kept = co_await reading;
    if (!self || epoch != m_epoch || !kept || !*kept)
        co_return;
    const KeptSignIn &signIn = **kept;
    m_isKept = m_credentials.email.isEmpty() || signIn.email == m_credentials.email;
    if (!m_isKept)
        co_return;
    // Another process may have renewed it since, and then ours is dead.
    m_credentials.email = signIn.email;
    m_refresh = signIn.refreshToken;
}

QCoro::Task<bool> Session::findNewer(Secret refused)
{
    const QPointer<Session> self(this);
    const quint64 epoch = m_epoch;
    auto reading = m_tokens->read(m_address.text());
    const Result<std::optional<KeptSignIn>> kept = co_await reading;
    if (!self || epoch != m_epoch || !kept || !*kept || (*kept)->email != m_credentials.email)
        co_return false;
    if (!((*kept)->refreshToken == refused)) {
        m_refresh = (*kept)->refreshToken;
        co_return true;
    }
    auto forgetting = forgetKept();
    [[maybe_unused]] const auto forgotten = co_await forgetting;
    co_return false;
}

QCoro::Task<Result<Done>> Session::forgetKept()
{
    m_isKept = false;
    return m_tokens->remove(m_address.text());
}

Result<Session::SignIn> Session::readSignIn(const QByteArray &body)
{
    // A document takes many times its text, and nothing has shown yet whose text this is.
    if (body.size() > kLongestSignIn)
        return Error{Error::Kind::BadAnswer, u"the sign-in answer is too large"_s, {}};
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    Secret access(object[u"access_token"_s].toString().toUtf8());
    if (!isBearerToken(access))
        return Error{Error::Kind::BadAnswer, u"the sign-in answer holds no access_token"_s, {}};
    SignIn signIn{
        .access = std::move(access), .refresh = Secret(object[u"refresh_token"_s].toString().toUtf8()), .identity = {}};
    if (const QJsonObject user = object[u"user"_s].toObject(); !user.isEmpty()) {
        const QString fullName = user[u"full_name"_s].toString();
        signIn.identity = Identity{.userId = user[u"id"_s].toString(),
                                   .email = user[u"email"_s].toString(),
                                   .name = fullName.isEmpty() ? user[u"username"_s].toString() : fullName,
                                   .role = user[u"role"_s].toString()};
    }
    return signIn;
}

QCoro::Task<Result<Done>> Session::signIn(Credentials credentials)
{
    const QPointer<Session> self(this);
    if (m_renewing) {
        // The answer to somebody else's sign-in must not end up as this one's session, whatever it is.
        auto running = renew(Secret());
        [[maybe_unused]] const auto renewed = co_await running;
        if (!self)
            co_return Error{Error::Kind::Cancelled};
    }
    const Kept before = keep();
    forget();
    m_credentials = std::move(credentials);
    const quint64 epoch = m_epoch;
    auto first = renew(Secret());
    const Result<Done> outcome = co_await first;
    // Whoever mistyped is still signed in as before, and the wrong password is not tried again by itself.
    if (self && !outcome && epoch == m_epoch)
        restore(before);
    co_return outcome;
}

Session::Kept Session::keep() const
{
    return {m_credentials, m_access, m_refresh, m_identity, m_signedIn};
}

void Session::restore(const Kept &kept)
{
    m_credentials = kept.credentials;
    m_access = kept.access;
    m_refresh = kept.refresh;
    m_identity = kept.identity;
    m_signedIn = kept.signedIn;
}

void Session::forget()
{
    m_access = Secret();
    m_refresh = Secret();
    m_identity = {};
    m_signedIn = false;
    ++m_epoch;
}

QCoro::Task<Result<Done>> Session::signOut()
{
    HttpRequest request;
    request.url = m_address.url(u"/auth/logout"_s);
    request.bearer = m_access;
    request.accept = request.postType = kJsonType;
    request.postBody = QByteArray();
    forget();
    m_credentials = {};
    // The server is told at once; the keychain may have to be unlocked first.
    std::optional<QCoro::Task<Result<Done>>> telling;
    if (!request.bearer.isEmpty())
        telling.emplace(sendLogout(request));
    Result<Done> wiped = Done{};
    if (m_tokens) {
        auto forgetting = forgetKept();
        wiped = co_await forgetting;
    }
    if (!telling)
        co_return wiped;
    const Result<Done> told = co_await *telling;
    co_return told ? wiped : told;
}

QCoro::Task<Result<Done>> Session::sendLogout(HttpRequest request)
{
    auto attempt = m_client->send(request, RequestPriority::Interactive);
    const Result<Transfer> answer = co_await attempt;
    if (!answer)
        co_return answer.error();
    co_return Done{};
}
}
