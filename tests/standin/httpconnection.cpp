// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpconnection.h"

#include "gzip.h"

#include <QTcpSocket>

#include <chrono>

using namespace std::chrono_literals;

namespace Postwave::StandIn
{
namespace
{
constexpr qsizetype kLargestHead = 64 * 1024;
constexpr qsizetype kLargestBody = 16 * 1024 * 1024;
constexpr qsizetype kSmallestPacked = 1000; ///< the real server packs no smaller body
constexpr qint64 kEnoughQueued = 1024 * 1024;
constexpr auto kTrickleStep = 50ms;

QByteArray head(const Response &response, qint64 length, bool keepAlive)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers)
        text += name + ": " + value + "\r\n";
    text += "Content-Length: " + QByteArray::number(length) + "\r\n";
    if (!response.contentType.isEmpty())
        text += "Content-Type: " + response.contentType + "\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

/** Packs what the real server would; not what is packed already or not all there. */
void pack(Response &response)
{
    if (response.body.size() < kSmallestPacked || response.delivery.times > 0)
        return;
    for (const auto &header : std::as_const(response.headers)) {
        if (header.first == "Content-Encoding")
            return;
    }
    response.body = Gzip::packed(response.body);
    response.headers.emplaceBack("Content-Encoding", "gzip");
    response.headers.emplaceBack("Vary", "Accept-Encoding");
}
}

HttpConnection::HttpConnection(QTcpSocket *socket, Handler handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_pace.setInterval(kTrickleStep);
    connect(&m_pace, &QTimer::timeout, this, &HttpConnection::trickle);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::writeMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void HttpConnection::readMore()
{
    m_input += m_socket->readAll();
    Request request;
    if (!m_busy && takeRequest(request))
        answer(request);
}

bool HttpConnection::takeRequest(Request &request)
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_input.size() > kLargestHead)
            refuse();
        return false;
    }
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    if (start.size() != 3 || !start.at(2).startsWith("HTTP/1.") || !start.at(1).startsWith('/')) {
        refuse();
        return false;
    }
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.emplaceBack(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    bool ok = true;
    const QByteArray announced = request.header("content-length");
    const qsizetype length = announced.isEmpty() ? 0 : announced.toLongLong(&ok);
    if (!ok || length < 0 || length > kLargestBody) {
        refuse();
        return false;
    }
    if (m_input.size() < end + 4 + length)
        return false;

    request.body = m_input.mid(end + 4, length);
    m_input.remove(0, end + 4 + length);
    request.method = start.at(0);
    const QByteArray &target = start.at(1);
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.left(question);
    request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    const QByteArray connection = request.header("connection").toLower();
    request.keepAlive = start.at(2) == "HTTP/1.0" ? connection == "keep-alive" : connection != "close";
    return true;
}

void HttpConnection::refuse()
{
    m_response = Response();
    m_response.status = 400;
    m_response.contentType = "text/plain; charset=utf-8";
    m_response.body = "Invalid HTTP request received.";
    m_input.clear();
    m_busy = true;
    deliver(false);
}

void HttpConnection::answer(const Request &request)
{
    m_busy = true;
    m_response = m_handler(request);
    if (request.header("accept-encoding").toLower().contains("gzip"))
        pack(m_response);
    if (request.method == "HEAD")
        m_response.body.clear();
    const bool keepAlive = request.keepAlive;
    if (m_response.delivery.delayMs <= 0) {
        deliver(keepAlive);
        return;
    }
    QTimer::singleShot(m_response.delivery.delayMs, this, [this, keepAlive] {
        deliver(keepAlive);
    });
}

void HttpConnection::deliver(bool keepAlive)
{
    Delivery &delivery = m_response.delivery;
    const qint64 length = m_response.body.size() + delivery.times * delivery.repeated.size() + delivery.tail.size();
    m_keepAlive = keepAlive;
    switch (delivery.manner) {
    case Delivery::Manner::Drop:
        m_socket->abort();
        return;
    case Delivery::Manner::Midway:
        m_socket->write(head(m_response, length, keepAlive));
        m_socket->write(m_response.body.left(m_response.body.size() / 2));
        m_socket->disconnectFromHost(); // after what has been written
        return;
    case Delivery::Manner::Stall:
        m_socket->write(head(m_response, length, keepAlive));
        return;
    case Delivery::Manner::Trickle:
        m_socket->write(head(m_response, length, keepAlive));
        m_rest = m_response.body;
        m_pace.start();
        return;
    case Delivery::Manner::Whole:
        m_rest = head(m_response, length, keepAlive) + m_response.body;
        m_writing = true;
        writeMore();
        return;
    }
}

void HttpConnection::writeMore()
{
    if (!m_writing) // what has been written belongs to the answer before
        return;
    m_socket->write(std::exchange(m_rest, {}));
    while (m_response.delivery.times > 0) {
        if (m_socket->bytesToWrite() > kEnoughQueued)
            return; // the next bytesWritten goes on
        m_socket->write(m_response.delivery.repeated);
        --m_response.delivery.times;
    }
    m_socket->write(m_response.delivery.tail);
    finishAnswer();
}

void HttpConnection::trickle()
{
    const qint64 perStep = m_response.delivery.bytesPerSecond * kTrickleStep.count() / 1000;
    const qsizetype size = qMin<qsizetype>(qMax<qint64>(1, perStep), m_rest.size());
    m_socket->write(m_rest.left(size));
    m_rest.remove(0, size);
    if (m_rest.isEmpty()) {
        m_pace.stop();
        finishAnswer();
    }
}

void HttpConnection::finishAnswer()
{
    m_writing = false;
    m_busy = false;
    m_socket->flush();
    if (!m_keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    if (!m_input.isEmpty())
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}
}
