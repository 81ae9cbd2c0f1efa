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
    Secret bearer; ///< empty: no Authorization header
    std::optional<QByteArray> postBody;
    QByteArray postType; ///< content type of the body
};

/** Limits of one attempt. */
struct TransferLimits {
    std::chrono::milliseconds idle{15'000}; ///< between two bytes
    std::chrono::milliseconds total{60'000};
    qint64 bytes = 64LL << 20; ///< of the body, after decompression
};

/** What became of one attempt. */
struct Transfer {
    enum class End {
        Answered, ///< a whole answer, whatever its status
        ConnectionLost, ///< refused, not found, dropped, cut short
        Silent, ///< idle time-out
        TooSlow, ///< total time-out
        TooLarge,
        Untrusted, ///< TLS refused the server
        Cancelled,
    };

    End end = End::ConnectionLost;
    int status = 0;
    QByteArray contentType; ///< lower case, without parameters
    QByteArray location; ///< of a redirect; never followed
    std::optional<std::chrono::seconds> retryAfter;
    QByteArray body;
    QString words; ///< the library's, for the log
    qint64 answeredAt = 0; ///< the server's clock when it looked at its data, seconds
    qint64 sentAt = 0; ///< our clock at the same time
};

/**
 * Makes one attempt and reads its answer: no redirects, no cookies, own time-outs, size
 * counted after decompression while reading. POST bodies are sent so that Qt cannot send them
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
