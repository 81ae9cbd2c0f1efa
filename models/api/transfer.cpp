// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transfer.h"

#include <QDateTime>
#include <QIODevice>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <QCoroSignal>

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

/** Reads a reply as it comes and ends it when a limit is passed. */
class ReplyReader final : public QObject
{
    Q_OBJECT

public:
    ReplyReader(QNetworkReply *reply, Clock *clock, Scheduler *scheduler, TransferLimits limits)
        : m_reply(reply)
        , m_clock(clock)
        , m_scheduler(scheduler)
        , m_limits(limits)
        , m_sentAt(clock->now())
        , m_sentMs(scheduler->monotonicMs())
        , m_lastByteMs(m_sentMs)
    {
        connect(reply, &QNetworkReply::metaDataChanged, this, &ReplyReader::noteProgress);
        connect(reply, &QNetworkReply::uploadProgress, this, &ReplyReader::noteProgress);
        connect(reply, &QIODevice::readyRead, this, &ReplyReader::readSome);
        connect(reply, &QNetworkReply::finished, this, &ReplyReader::conclude);
        watchIdle();
        m_scheduler->after(m_limits.total, this, [this] {
            stop(Transfer::End::TooSlow);
        });
    }

    bool isDone() const
    {
        return m_done;
    }
    Transfer take()
    {
        return std::move(m_transfer);
    }

Q_SIGNALS:
    void done();

private:
    void noteProgress()
    {
        m_lastByteMs = m_scheduler->monotonicMs();
        if (m_firstByteMs < 0 && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
            m_firstByteMs = m_lastByteMs;
    }

    void readSome()
    {
        noteProgress();
        m_transfer.body += m_reply->readAll();
        if (m_transfer.body.size() > m_limits.bytes)
            stop(Transfer::End::TooLarge);
    }

    void watchIdle()
    {
        const qint64 left = m_lastByteMs + m_limits.idle.count() - m_scheduler->monotonicMs();
        if (left <= 0)
            return stop(Transfer::End::Silent);
        m_scheduler->after(std::chrono::milliseconds(left), this, [this] {
            if (!m_done)
                watchIdle();
        });
    }

    void stop(Transfer::End end)
    {
        if (m_done || m_stopped)
            return;
        m_stopped = end;
        m_reply->abort(); // emits finished()
    }

    void conclude()
    {
        if (m_done)
            return;
        if (!m_stopped)
            m_transfer.body += m_reply->readAll();
        m_done = true;
        m_transfer.words = m_reply->errorString();
        m_transfer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_transfer.end = m_stopped.value_or(endOf(m_reply->error()));
        if (m_transfer.end == Transfer::End::Answered && m_transfer.body.size() > m_limits.bytes)
            m_transfer.end = Transfer::End::TooLarge;
        readHeaders();
        // Queued, so that the waiting coroutine, which owns this object, never resumes inside of it.
        QMetaObject::invokeMethod(this, &ReplyReader::done, Qt::QueuedConnection);
    }

    Transfer::End endOf(QNetworkReply::NetworkError error) const
    {
        switch (error) {
        case QNetworkReply::OperationCanceledError:
            return Transfer::End::Cancelled;
        case QNetworkReply::SslHandshakeFailedError:
            return Transfer::End::Untrusted;
        default:
            break;
        }
        // Errors up to 199 are of the connection, even where a status line had been read: then
        // the body was cut. Above stand those that Qt makes of HTTP statuses.
        const bool cut = error != QNetworkReply::NoError && error < 200;
        return m_transfer.status == 0 || cut ? Transfer::End::ConnectionLost : Transfer::End::Answered;
    }

    void readHeaders()
    {
        m_transfer.sentAt = m_sentAt;
        const QByteArray type = m_reply->rawHeader("Content-Type").toLower();
        m_transfer.contentType = type.split(';').first().trimmed();
        m_transfer.location = m_reply->rawHeader("Location");
        const std::optional<qint64> date = secondsFromHttpDate(m_reply->rawHeader("Date"));
        const qint64 waited = m_firstByteMs < 0 ? 0 : (m_firstByteMs - m_sentMs) / 1000;
        m_transfer.answeredAt = date ? *date - waited : m_sentAt;
        m_transfer.retryAfter = retryAfterOf(m_reply->rawHeader("Retry-After"), date.value_or(m_sentAt));
    }

    QNetworkReply *m_reply;
    Clock *m_clock;
    Scheduler *m_scheduler;
    TransferLimits m_limits;
    qint64 m_sentAt;
    qint64 m_sentMs;
    qint64 m_lastByteMs;
    qint64 m_firstByteMs = -1;
    bool m_done = false;
    std::optional<Transfer::End> m_stopped;
    Transfer m_transfer;
};

QNetworkRequest networkRequestOf(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // We count decompressed bytes ourselves and stop at our own limit.
    result.setDecompressedSafetyCheckThreshold(-1);
    result.setRawHeader("Accept", "application/json");
    result.setRawHeader("User-Agent", "Postwave/" POSTWAVE_VERSION);
    if (!request.bearer.isEmpty())
        result.setRawHeader("Authorization", "Bearer " + request.bearer.reveal());
    return result;
}
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
        networkRequest.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
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

#include "transfer.moc"
