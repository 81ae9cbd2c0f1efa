// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

#include <QCoroTask>

namespace Postwave
{
/** What someone signs in with: e-mail and password, or a ready-made access token. */
struct Credentials {
    QString email;
    Secret password;
    Secret accessToken;
};

/** The account at a source that wants to know who asks. */
class SourceAccount
{
public:
    virtual ~SourceAccount() = default;

    /** Signs in now, as somebody who may be another than before. Refused, whoever was signed in before still is. */
    virtual QCoro::Task<Result<Done>> signIn(Credentials credentials) = 0;
    /** Forgets the session here, whatever the server says to it; its answer is returned. */
    virtual QCoro::Task<Result<Done>> signOut() = 0;
    virtual bool isSignedIn() const = 0;
    /** Whether the sign-in outlives the program. */
    virtual bool isKept() const
    {
        return false;
    }
};
}
