// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "serverclock.h"
#include "world.h"

#include <QElapsedTimer>
#include <QHash>

namespace Postwave::StandIn
{
/** Tokens in circulation, and the sessions behind them. */
class Sessions
{
public:
    struct Pair {
        QByteArray access;
        QByteArray refresh;
    };
    enum class State {
        Valid,
        Expired, ///< known, and too old
        Unknown,
    };
    struct Lookup {
        State state = State::Unknown;
        int userId = 0;
    };

    Sessions(const Options &options, const ServerClock &clock);

    /** A new session of @p user. */
    Pair open(const User &user, bool rememberMe);
    /** Spends @p refreshToken for a new pair. Nothing when it is spent or unknown, or its session is over. */
    std::optional<Pair> rotate(const QByteArray &refreshToken);
    Lookup lookUp(const QByteArray &accessToken) const;

    /** Forgets all access tokens, as a restart of the real server's cache does. */
    void forgetAccess();
    /** Ends all sessions, so that no refresh token works any more. */
    void endAll();

private:
    struct Access {
        int userId;
        qint64 issued; ///< server seconds
        qint64 issuedMs; ///< real milliseconds since the start
    };
    struct Session {
        int userId;
        qint64 opened; ///< server seconds; never prolonged
    };
    QByteArray unique(const char *kind);
    QByteArray keepAccess(int userId, const QByteArray &claims);
    QByteArray keepRefresh(int userId, const QByteArray &session, bool rememberMe);

    const Options &m_options;
    const ServerClock &m_clock;
    QElapsedTimer m_real;
    quint64 m_counter = 0;
    QHash<QByteArray, Access> m_access;
    QHash<QByteArray, Session> m_sessions;
    QHash<QByteArray, QByteArray> m_refresh; ///< token to session
};
}
