// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/replyreader.h"

#include <QNetworkRequest>

namespace Postwave
{
namespace
{
/** Bytes of the connection that wait to be unpacked, at most; the rest waits with the sender. */
constexpr qint64 kWaitingBytes = 1 << 20;
constexpr qint64 kPiece = 64 << 10;
}

ReplyReader::ReplyReader(QNetworkReply *reply, Clock *clock, Scheduler *scheduler, TransferLimits limits)
    : m_reply(reply)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_limits(limits)
    , m_sentAt(clock->now())
    , m_sentMs(scheduler->monotonicMs())
    , m_lastByteMs(m_sentMs)
{
    reply->setReadBufferSize(kWaitingBytes);
    connect(reply, &QNetworkReply::metaDataChanged, this, &ReplyReader::noteProgress);
    connect(reply, &QNetworkReply::uploadProgress, this, &ReplyReader::noteProgress);
    connect(reply, &QIODevice::readyRead, this, &ReplyReader::readSome);
    connect(reply, &QNetworkReply::finished, this, &ReplyReader::conclude);
    watchIdle();
    m_scheduler->after(m_limits.total, this, [this] {
        stop(Transfer::End::TooSlow);
    });
}

void ReplyReader::noteProgress()
{
    m_lastByteMs = m_scheduler->monotonicMs();
    if (m_firstByteMs < 0 && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        m_firstByteMs = m_lastByteMs;
}

void ReplyReader::readSome()
{
    noteProgress();
    while (!m_stopped && m_reply->bytesAvailable() > 0)
        decode(m_reply->read(kPiece));
}

void ReplyReader::decode(QByteArrayView bytes)
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isError = status < 200 || status >= 300;
    if (!m_decoder)
        m_decoder.emplace(m_reply->rawHeader("Content-Encoding"), isError ? m_limits.errorBytes : m_limits.bytes);
    switch (m_decoder->add(bytes)) {
    case ContentDecoder::State::Good:
        return;
    case ContentDecoder::State::TooLarge:
        // An error is one, however long its text.
        return stop(isError ? Transfer::End::Answered : Transfer::End::TooLarge);
    case ContentDecoder::State::Damaged:
        return stop(isError ? Transfer::End::Answered : Transfer::End::Damaged);
    }
}

void ReplyReader::watchIdle()
{
    const qint64 left = m_lastByteMs + m_limits.idle.count() - m_scheduler->monotonicMs();
    if (left <= 0)
        return stop(Transfer::End::Silent);
    m_scheduler->after(std::chrono::milliseconds(left), this, [this] {
        if (!m_done)
            watchIdle();
    });
}

void ReplyReader::stop(Transfer::End end)
{
    if (m_done || m_stopped)
        return;
    m_stopped = end;
    m_reply->abort(); // emits finished()
}

void ReplyReader::conclude()
{
    if (m_done)
        return;
    readSome();
    m_done = true;
    m_transfer.words = m_reply->errorString();
    m_transfer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_transfer.end = m_stopped.value_or(endOf(m_reply->error()));
    if (m_decoder) {
        // A packed body that ends before its own end was cut on the way.
        if (m_transfer.end == Transfer::End::Answered && !m_stopped && !m_decoder->isWhole())
            m_transfer.end = Transfer::End::ConnectionLost;
        m_transfer.body = m_decoder->takeBody();
    }
    readHeaders();
    // Queued, so that the waiting coroutine, which owns this object, never resumes inside of it.
    QMetaObject::invokeMethod(this, &ReplyReader::done, Qt::QueuedConnection);
}

Transfer::End ReplyReader::endOf(QNetworkReply::NetworkError error) const
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

void ReplyReader::readHeaders()
{
    m_transfer.sentAt = m_sentAt;
    const QByteArray type = m_reply->rawHeader("Content-Type").toLower();
    m_transfer.contentType = type.split(';').first().trimmed();
    m_transfer.location = m_reply->rawHeader("Location");
    const std::optional<qint64> date = secondsFromHttpDate(m_reply->rawHeader("Date"));
    const qint64 waited = m_firstByteMs < 0 ? 0 : (m_firstByteMs - m_sentMs) / 1000;
    m_transfer.isDated = date.has_value();
    m_transfer.answeredAt = date ? *date - waited : m_sentAt;
    m_transfer.retryAfter = retryAfterOf(m_reply->rawHeader("Retry-After"), date.value_or(m_sentAt));
}
}
