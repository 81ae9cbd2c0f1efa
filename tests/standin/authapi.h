// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend.h"
#include "ratewindow.h"
#include "router.h"

namespace Postwave::StandIn
{
/** Log-in, refresh, log-out, who am I; and the check of the tokens on all other routes. */
class AuthApi
{
public:
    explicit AuthApi(Backend &backend);

    void addRoutes(Router &router);
    /** The user of a request's token, or the refusal in the form of the profile. */
    Router::Admission admit(const Request &request) const;

private:
    /** The token of the request; empty when there is none. */
    static QByteArray bearer(const Request &request);
    const User *userOf(const QByteArray &token) const;
    Response login(const Call &call);
    Response refresh(const Call &call);
    Response me(const Call &call);
    Response meFromSharedCache(const Call &call);
    QByteArray profileOf(const User &user) const;

    Backend &m_backend;
    RateWindow m_loginWindow;
    QByteArray m_cachedMe; ///< one for all users, as in the November states
    qint64 m_cachedMeAt = 0;
};
}
