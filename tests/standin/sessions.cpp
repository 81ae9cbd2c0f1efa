// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessions.h"

#include "jsonwriter.h"
#include "timeforms.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kAccessLife = 8 * kHour;
constexpr qint64 kSessionLife = 24 * kHour;
constexpr qint64 kRefreshClaim = 30 * kDay; // what the token says of itself, and what is not so
constexpr qint64 kClaimAfterLogin = 15 * 60; // likewise
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray signedToken(const QByteArray &claims)
{
    const QByteArray text =
        QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(kBase64) + '.' + claims.toBase64(kBase64);
    return text + '.'
        + QMessageAuthenticationCode::hash(text, "stand-in", QCryptographicHash::Sha256).toBase64(kBase64);
}

QByteArray accessClaims(const User &user, qint64 issued, qint64 life, const std::optional<QByteArray> &session,
                        const QByteArray &id)
{
    return JsonWriter()
        .beginObject()
        .field("sub", QByteArray::number(user.id))
        .field("email", user.email)
        .field("username", user.username)
        .field("role", user.role)
        .field("status", user.status)
        .field("exp", issued + life)
        .field("iat", issued)
        .field("session_id", session)
        .field("mfa_verified", false)
        .field("auth_provider", "local")
        .field("jti", id)
        .endObject()
        .bytes();
}
}

Sessions::Sessions(const Options &options, const ServerClock &clock)
    : m_options(options)
    , m_clock(clock)
{
    m_real.start();
}

Sessions::Pair Sessions::open(const User &user, bool rememberMe)
{
    const qint64 now = m_clock.seconds();
    const QByteArray session = unique("session");
    m_sessions.insert(session, {user.id, now});
    return {
        .access = keepAccess(user.id, accessClaims(user, now, kClaimAfterLogin, {}, unique("access"))),
        .refresh = keepRefresh(user.id, session, rememberMe),
    };
}

std::optional<Sessions::Pair> Sessions::rotate(const QByteArray &refreshToken)
{
    const auto spent = m_refresh.constFind(refreshToken);
    if (spent == m_refresh.constEnd())
        return {};
    const QByteArray sessionId = *spent;
    m_refresh.erase(spent);
    const auto session = m_sessions.constFind(sessionId);
    const qint64 now = m_clock.seconds();
    if (session == m_sessions.constEnd() || now - session->opened >= kSessionLife)
        return {};

    // After a refresh the claims are placeholders; only the id is the user's.
    User placeholder;
    placeholder.id = session->userId;
    placeholder.email = u"user_%1@example.com"_s.arg(placeholder.id);
    placeholder.username = u"user_%1"_s.arg(placeholder.id);
    placeholder.role = u"user"_s;
    placeholder.status = u"active"_s;
    return Pair{
        .access = keepAccess(placeholder.id, accessClaims(placeholder, now, kAccessLife, sessionId, unique("access"))),
        .refresh = keepRefresh(placeholder.id, sessionId, false),
    };
}

Sessions::Lookup Sessions::lookUp(const QByteArray &accessToken) const
{
    const auto found = m_access.constFind(accessToken);
    if (found == m_access.constEnd())
        return {};
    const bool expired = m_clock.seconds() - found->issued >= kAccessLife
        || (m_options.accessTtl > 0 && m_real.elapsed() - found->issuedMs >= m_options.accessTtl * 1000LL);
    return {.state = expired ? State::Expired : State::Valid, .userId = found->userId};
}

void Sessions::forgetAccess()
{
    m_access.clear();
}

void Sessions::endAll()
{
    m_sessions.clear();
}

QByteArray Sessions::unique(const char *kind)
{
    // Same seed, same tokens: a run can be repeated to the byte.
    const QByteArray text = QByteArray::number(m_options.seed) + kind + QByteArray::number(++m_counter);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64(kBase64).left(32);
}

QByteArray Sessions::keepAccess(int userId, const QByteArray &claims)
{
    const QByteArray token = signedToken(claims);
    m_access.insert(token, {userId, m_clock.seconds(), m_real.elapsed()});
    return token;
}

QByteArray Sessions::keepRefresh(int userId, const QByteArray &session, bool rememberMe)
{
    const qint64 now = m_clock.seconds();
    const QByteArray token = signedToken(JsonWriter()
                                             .beginObject()
                                             .field("sub", QByteArray::number(userId))
                                             .field("session_id", session)
                                             .field("exp", now + kRefreshClaim)
                                             .field("iat", now)
                                             .field("type", "refresh")
                                             .field("remember_me", rememberMe)
                                             .field("jti", unique("refresh"))
                                             .endObject()
                                             .bytes());
    m_refresh.insert(token, session);
    return token;
}
}
