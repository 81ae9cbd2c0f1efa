// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/transfer.h"

#include "http/contentdecoder.h"
#include "http/replyreader.h"

#include <QDateTime>
#include <QIODevice>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <QCoroSignal>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** A body that can be read only once, so that Qt has nothing to send again. */
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override
    {
        return true;
    }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_read + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_read);
        if (size <= 0)
            return m_read == m_bytes.size() ? -1 : 0;
        std::copy_n(m_bytes.constData() + m_read, size, data);
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override
    {
        return -1;
    }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

QNetworkRequest networkRequestOf(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Set by hand, so that Qt unpacks nothing: it would do so before anybody can count.
    result.setRawHeader("Accept-Encoding", kContentCoding);
    result.setRawHeader("Accept", request.accept);
    result.setRawHeader("User-Agent", "Postwave/" POSTWAVE_VERSION);
    if (isBearerToken(request.bearer))
        result.setRawHeader("Authorization", "Bearer " + request.bearer.reveal());
    return result;
}
}

bool isBearerToken(const Secret &token)
{
    const QByteArray &bytes = token.reveal();
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || QByteArrayView("-._~+/=").contains(c);
    });
}

std::optional<qint64> secondsFromHttpDate(const QByteArray &value)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(value).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return time.toSecsSinceEpoch();
}

std::optional<std::chrono::seconds> retryAfterOf(const QByteArray &value, qint64 now)
{
    bool isNumber = false;
    const qint64 seconds = value.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(std::min(seconds, kLongestRetryAfter)));
    if (const std::optional<qint64> date = secondsFromHttpDate(value))
        return std::chrono::seconds(std::clamp<qint64>(*date - now, 0, kLongestRetryAfter));
    return std::nullopt;
}

QCoro::Task<Transfer> transfer(QNetworkAccessManager *network, Clock *clock, Scheduler *scheduler, HttpRequest request,
                               TransferLimits limits)
{
    QNetworkRequest networkRequest = networkRequestOf(request);
    std::unique_ptr<OneWayBody> body;
    std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply;
    if (request.postBody) {
        body = std::make_unique<OneWayBody>(*request.postBody);
        networkRequest.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        networkRequest.setRawHeader("Content-Type", request.postType);
        networkRequest.setHeader(QNetworkRequest::ContentLengthHeader, request.postBody->size());
        reply.reset(network->post(networkRequest, body.get()));
    } else {
        reply.reset(network->get(networkRequest));
    }
    ReplyReader reader(reply.get(), clock, scheduler, limits);
    if (!reader.isDone())
        co_await qCoro(&reader, &ReplyReader::done);
    co_return reader.take();
}
}
