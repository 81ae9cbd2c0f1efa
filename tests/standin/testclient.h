// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standinserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

namespace Postwave::StandIn
{
/** What came back for one request. */
struct Answer {
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

/** A stand-in of its own for a test, and a client that waits for each answer. */
class TestClient
{
public:
    explicit TestClient(const Options &options = {})
        : server(options)
        , m_started(server.start())
    {
        manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    Answer get(const QByteArray &target, const QList<QNetworkReply::RawHeaderPair> &headers = {})
    {
        return send("GET", target, {}, headers);
    }
    Answer post(const QByteArray &target, const QByteArray &body = {},
                const QList<QNetworkReply::RawHeaderPair> &headers = {})
    {
        return send("POST", target, body, headers);
    }
    Answer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                const QList<QNetworkReply::RawHeaderPair> &headers = {})
    {
        Answer answer;
        if (!m_started)
            return answer;
        // Named, since Qt 6.7 takes a view here, and a sum of texts is nothing yet that could be viewed.
        const QByteArray url = server.root().toEncoded() + target;
        QNetworkRequest request(QUrl::fromEncoded(url));
        request.setTransferTimeout(timeoutMs);
        if (!body.isEmpty())
            request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor(
                [&reply] {
                    return reply->isFinished();
                },
                30'000))
            return answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.error = reply->error();
        if (reply->isOpen()) // not after a transfer timeout
            answer.body = reply->readAll();
        answer.headers = reply->rawHeaderPairs();
        return answer;
    }

    /** Logs the usual user in, and uses his token from then on. Returns the answer's fields. */
    QJsonObject logIn()
    {
        const Answer answer = post("/auth/login", R"({"email":"desk@example.com","password":"correct horse"})");
        const QJsonObject fields = QJsonDocument::fromJson(answer.body).object();
        token = fields.value(QStringLiteral("access_token")).toString().toLatin1();
        return fields;
    }

    StandInServer server;
    QNetworkAccessManager manager;
    QByteArray token;
    int timeoutMs = 20'000;

private:
    bool m_started;
};
}
