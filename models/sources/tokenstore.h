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
/** The part of a sign-in that is kept until the next start. */
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

    /** @param source key of the source; the same for the functions below */
    virtual QCoro::Task<Result<std::optional<KeptSignIn>>> read(QString source) = 0;
    virtual QCoro::Task<Result<Done>> write(QString source, KeptSignIn signIn) = 0;
    /** Succeeds even if there was none. */
    virtual QCoro::Task<Result<Done>> remove(QString source) = 0;

    /**
     * Waits for our turn to renew a sign-in, because a token can be used for only one renewal. The turn lasts as long
     * as the returned object; null if the wait was in vain, and the caller goes on without it.
     */
    virtual QCoro::Task<std::shared_ptr<void>> turn() = 0;
};
}
