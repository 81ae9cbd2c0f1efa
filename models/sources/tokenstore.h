// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

#include <QCoroTask>

#include <memory>
#include <optional>

namespace Postwave
{
/** What of a sign-in is kept until the next start. */
struct KeptSignIn {
    QString email;
    Secret refreshToken;
};

/**
 * Keeps sign-ins where the system keeps secrets; never in a file of ours. Where there is no such place, or it stays
 * locked, everything fails, and a sign-in lasts as long as the program.
 */
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    /** @param source key of the source, as of all else below */
    virtual QCoro::Task<Result<std::optional<KeptSignIn>>> read(QString source) = 0;
    virtual QCoro::Task<Result<Done>> write(QString source, KeptSignIn signIn) = 0;
    /** Good also where there was none. */
    virtual QCoro::Task<Result<Done>> remove(QString source) = 0;

    /**
     * Waits until no other program renews a sign-in: a token is good for one renewal. Held as long as what is returned
     * lives; nothing where the wait was in vain, and then one goes on without.
     */
    virtual QCoro::Task<std::shared_ptr<void>> turn() = 0;
};
}
