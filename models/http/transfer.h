// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/secret.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QUrl>

#include <QCoroTask>

#include <chrono>
#include <optional>

namespace Postwave
{
/** One HTTP request. A POST is one with a body, even an empty one. */
struct HttpRequest {
    QUrl url;
    QByteArray accept; ///< content types that are understood
    Secret bearer; ///< empty, or none that can be sent: no Authorization header
    std::optional<QByteArray> postBody;
    QByteArray postType; ///< content type of the body
};

/** Limits of one attempt. */
struct TransferLimits {
    std::chrono::milliseconds idle{15'000}; ///< between two bytes
    std::chrono::milliseconds total{60'000};
    qint64 bytes = 32LL << 20; ///< of the body, unpacked; the largest good answers, 90 days of minutes, are half of it
    qint64 errorBytes = 256 << 10; ///< the same of answers that are none; what is beyond is not read
};

/**
 * Whether a token can be shown to a server as it is: the characters of RFC 6750, section 2.1, and at least one. A line
 * break in one would be the begin of another header.
 */
bool isBearerToken(const Secret &token);

/** What became of one attempt. */
struct Transfer {
    enum class End {
        Answered, ///< a whole answer, whatever its status
        ConnectionLost, ///< refused, not found, dropped, cut short
        Silent, ///< idle time-out
        TooSlow, ///< total time-out
        TooLarge,
        Damaged, ///< packed in a way that was not offered, or not as it says
        Untrusted, ///< TLS refused the server
        Cancelled,
    };

    End end = End::ConnectionLost;
    int status = 0;
    QByteArray contentType; ///< lower case, without parameters
    QByteArray location; ///< of a redirect; never followed
    std::optional<std::chrono::seconds> retryAfter;
    QByteArray body; ///< unpacked
    QString words; ///< the library's, for the log
    qint64 answeredAt = 0; ///< the server's clock when it looked at its data, seconds; ours where it tells none
    bool isDated = false; ///< the server did tell
    qint64 sentAt = 0; ///< our clock at the same time
};

/**
 * Makes one attempt and reads its answer: no redirects, no cookies, own time-outs, unpacked
 * within a limit while it comes. POST bodies are sent so that Qt cannot send them
 * a second time by itself, which would kill a rotated refresh token.
 */
QCoro::Task<Transfer> transfer(QNetworkAccessManager *network, Clock *clock, Scheduler *scheduler, HttpRequest request,
                               TransferLimits limits);

/** Waits beyond this are as good as for ever, and larger numbers would overflow; seconds. */
inline constexpr qint64 kLongestRetryAfter = 30 * 86400;

/** Seconds to wait from a Retry-After value: a number, or an HTTP date relative to @p now. */
std::optional<std::chrono::seconds> retryAfterOf(const QByteArray &value, qint64 now);

/** Seconds since the epoch from an HTTP date (RFC 9110, IMF-fixdate). */
std::optional<qint64> secondsFromHttpDate(const QByteArray &value);
}
