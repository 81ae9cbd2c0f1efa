// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/errorbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qsizetype kLongestWords = 300;

void readValidation(const QJsonArray &problems, ErrorBody &result)
{
    QStringList words;
    for (const QJsonValue &problem : problems) {
        const QJsonArray location = problem[u"loc"_s].toArray();
        if (location.size() > 1 && location.last().isString())
            result.fields.append(location.last().toString());
        words.append(result.fields.isEmpty() ? problem[u"msg"_s].toString()
                                             : result.fields.last() + u": "_s + problem[u"msg"_s].toString());
    }
    result.words = words.join(u"; "_s);
}

bool isSuccess(const Transfer &transfer)
{
    const bool json = transfer.contentType == "application/json" || transfer.contentType.endsWith("+json");
    // No other success has a whole answer in its body: 206 has a part of one.
    return transfer.status == 200 && json;
}

/** The account is known and closed: at the sign-in a text of 401 says so, later an object of 403. */
bool isSuspended(int status, const ErrorBody &body)
{
    static const QRegularExpression closed(u"^Account is (suspended|blocked|inactive)\\b"_s);
    return (status == 401 || status == 403)
        && (body.code == u"account_suspended"_s || closed.match(body.words).hasMatch());
}

QString wordsOf(const Transfer &transfer, const ErrorBody &body)
{
    return body.words.isEmpty() ? transfer.words : body.words;
}
}

ErrorBody readErrorBody(const QByteArray &body)
{
    ErrorBody result;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue detail = object[u"detail"_s];
    if (detail.isString()) {
        result.words = detail.toString();
    } else if (detail.isArray()) {
        readValidation(detail.toArray(), result);
    } else if (detail.isObject()) {
        result.code = detail[u"error"_s].toString();
        result.words = detail[u"message"_s].toString();
    } else {
        result.words = object[u"message"_s].toString();
    }
    const qint64 seconds = object[u"retry_after_seconds"_s].toInteger(-1);
    if (seconds >= 0)
        result.retryAfter = std::chrono::seconds(std::min(seconds, kLongestRetryAfter));
    result.words.truncate(kLongestWords);
    return result;
}

ReplyRules replyRules()
{
    return {.isAnswer =
                [](const Transfer &transfer) {
                    return isSuccess(transfer) || wantsToken(transfer);
                },
            .errorOf = errorOf,
            .waitOf =
                [](const Transfer &transfer) {
                    return readErrorBody(transfer.body).retryAfter;
                }};
}

bool wantsToken(const Transfer &transfer)
{
    if (transfer.status != 401 && transfer.status != 403)
        return false;
    const ErrorBody body = readErrorBody(transfer.body);
    return transfer.status == 401 ? !isSuspended(transfer.status, body) : body.words == u"Not authenticated"_s;
}

Error errorOf(const Transfer &transfer, const QString &host)
{
    using Kind = Error::Kind;
    switch (transfer.end) {
    case Transfer::End::ConnectionLost:
        return {.kind = Kind::Offline, .detail = transfer.words, .argument = host, .httpStatus = transfer.status};
    case Transfer::End::Silent:
    case Transfer::End::TooSlow:
        return {.kind = Kind::Timeout, .detail = transfer.words, .argument = host, .httpStatus = transfer.status};
    case Transfer::End::TooLarge:
        return {.kind = Kind::BadAnswer,
                .detail = u"the answer is too large"_s,
                .argument = host,
                .httpStatus = transfer.status};
    case Transfer::End::Damaged:
        return {.kind = Kind::BadAnswer,
                .detail = u"the answer cannot be unpacked"_s,
                .argument = host,
                .httpStatus = transfer.status};
    case Transfer::End::Untrusted:
        return {.kind = Kind::Untrusted, .detail = transfer.words, .argument = host};
    case Transfer::End::Cancelled:
        return {.kind = Kind::Cancelled, .argument = host};
    case Transfer::End::Answered:
        break;
    }

    const int status = transfer.status;
    const ErrorBody body = readErrorBody(transfer.body);
    Error error{.kind = Kind::BadAnswer, .detail = wordsOf(transfer, body), .argument = host, .httpStatus = status};
    if (status >= 300 && status < 400 && status != 304 && !transfer.location.isEmpty()) {
        error.kind = Kind::Redirected;
        error.argument = QString::fromUtf8(transfer.location.left(kLongestWords));
    } else if (isSuspended(status, body)) {
        error.kind = Kind::Suspended;
    } else if (wantsToken(transfer)) {
        error.kind = Kind::RefusedSignIn;
    } else if (status == 403) {
        error.kind = Kind::Forbidden;
    } else if (status == 404 || status == 405) {
        error.kind = Kind::NotFound;
    } else if (status == 429) {
        error.kind = Kind::RateLimited;
    } else if (status == 408) {
        error.kind = Kind::Timeout;
    } else if (status >= 400 && status < 500) {
        error.kind = Kind::BadRequest;
        error.argument = body.fields.join(u", "_s);
    } else if (status >= 500) {
        error.kind = Kind::ServerFailed;
    } else {
        error.detail = u"status %1, content type %2"_s.arg(status).arg(QString::fromLatin1(transfer.contentType));
    }
    return error;
}
}
