// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/client.h"

namespace Postwave
{
/** What every request and every answer is written in. */
inline constexpr char kJsonType[] = "application/json";

/** What the server says in an error body, in whichever of its five forms. */
struct ErrorBody {
    QString words; ///< for the log; never the `input` of a 422, which repeats passwords
    QStringList fields; ///< names of rejected fields of a 422, such as "email"
    QString code; ///< `detail.error` of an object, such as "account_suspended"
    std::optional<std::chrono::seconds> retryAfter; ///< of the limiter's body
};

/** Understands any body; what is no JSON leaves the words empty. */
ErrorBody readErrorBody(const QByteArray &body);

/** The error of an answer that is no success, or of an attempt without an answer. */
Error errorOf(const Transfer &transfer, const QString &host);

/** How this API says what: success is a 2xx with JSON in it; a demand for a token is handed on for Session. */
ReplyRules replyRules();

/** The server wants a (new) token: 401, or the old servers' 403 with exactly these words. */
bool wantsToken(const Transfer &transfer);
}
