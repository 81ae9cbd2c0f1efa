// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "sources/serveraddress.h"
#include "sources/sourceaccount.h"
#include "sources/tokenstore.h"

#include <QObject>
#include <QPromise>

#include <list>

namespace Postwave
{
/** Who is signed in, as the login answer said. After a refresh the server itself forgets it. */
struct Identity {
    QString userId; ///< text on the wire
    QString email;
    QString name; ///< full name, else user name
    QString role;
};

/**
 * The sign-in to one server. Signs in when a request first needs it, refreshes once on a
 * refused token (one refresh in flight, everybody else waits for it, also in other processes).
 * The refresh token is kept for the next start where there is a place for it; a rotated one is
 * kept before it is used, for the old one is dead at once. Validity is what the server says:
 * `exp` and `expires_in` of this server contradict each other and are not looked at.
 */
class Session : public QObject, public SourceAccount
{
    Q_OBJECT

public:
    enum class Need {
        Token, ///< sign in before sending
        TokenIfAsked, ///< most servers answer without one; sign in when this one wants it
    };

    /** @param tokens where sign-ins are kept, and outlives the session; none: in memory alone */
    Session(HttpClient *client, ServerAddress address, Credentials credentials, TokenStore *tokens,
            QObject *parent = nullptr);

    /** Sends with a token as needed. On 401: one refresh, then the request once more. */
    QCoro::Task<Result<Transfer>> send(HttpRequest request, Need need, RequestPriority priority);

    QCoro::Task<Result<Done>> signIn(Credentials credentials) override;
    QCoro::Task<Result<Done>> signOut() override;
    bool isSignedIn() const override
    {
        return !m_access.isEmpty();
    }
    bool isKept() const override
    {
        return m_isKept;
    }
    const Identity &identity() const
    {
        return m_identity;
    }

private:
    /** What a sign-in answer holds. */
    struct SignIn {
        Secret access;
        Secret refresh;
        std::optional<Identity> identity; ///< a refresh tells of none
    };
    /** What a sign-in that fails must not take away. */
    struct Kept {
        Credentials credentials;
        Secret access;
        Secret refresh;
        Identity identity;
        bool signedIn = false;
    };

    Kept keep() const;
    void restore(const Kept &kept);
    QCoro::Task<Result<Done>> renew(Secret refused);
    QCoro::Task<Result<Done>> signInOrRefresh();
    /** Takes over what another process, or an earlier start, has kept. */
    QCoro::Task<> findKept();
    /** After a refusal: takes over a newer token, if one is kept, and else forgets the refused one. */
    QCoro::Task<bool> findNewer(Secret refused);
    QCoro::Task<Result<Done>> forgetKept();
    QCoro::Task<Result<Done>> sendLogout(HttpRequest request);
    static Result<SignIn> readSignIn(const QByteArray &body);
    void forget();

    HttpClient *m_client;
    ServerAddress m_address;
    Credentials m_credentials;
    Secret m_access;
    Secret m_refresh;
    TokenStore *m_tokens;
    bool m_isKept = false;
    Identity m_identity;
    bool m_signedIn = false; ///< with e-mail and password, in this session
    quint64 m_epoch = 0; ///< raised by forget(), so that a late answer signs nobody in again
    bool m_renewing = false;
    std::list<QPromise<void>> m_waiting;
    Result<Done> m_lastRenewal;
};
}
