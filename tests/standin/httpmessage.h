// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace Postwave::StandIn
{
using Headers = QList<std::pair<QByteArray, QByteArray>>;

/** The query of a target, decoded as forms are: a bare plus is a space. */
class Query
{
public:
    Query() = default;
    explicit Query(const QByteArray &encoded);

    /** The last value of that name; empty text counts as absent, as the real server has it. */
    std::optional<QString> value(const QString &name) const;

private:
    QList<std::pair<QString, QString>> m_items;
};

struct Request {
    QByteArray method;
    QByteArray path; ///< as sent, without the query
    QByteArray query; ///< as sent, without the question mark
    Headers headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;

    /** The first header of that (lower-case) name, or an empty text. */
    QByteArray header(QByteArrayView name) const;
    /** The value of the cookie of that name, or an empty text. */
    QByteArray cookie(QByteArrayView name) const;
};

/** How an answer travels; anything but the default is a fault that a test has asked for. */
struct Delivery {
    enum class Manner {
        Whole,
        Drop, ///< close without a byte
        Midway, ///< close after half of the body
        Trickle, ///< so many bytes in a second
        Stall, ///< headers, then silence until the client goes
    };
    Manner manner = Manner::Whole;
    int delayMs = 0;
    int bytesPerSecond = 0; ///< of Trickle
    QByteArray repeated; ///< sent `times` times after the body: an answer too large for memory
    qint64 times = 0;
    QByteArray tail; ///< sent after all that
};

struct Response {
    int status = 200;
    QByteArray contentType = "application/json";
    Headers headers;
    QByteArray body;
    Delivery delivery;

    static Response json(const QByteArray &body, int status = 200);
    /** `{"detail": "…"}`, the form of every deliberate error. */
    static Response detail(int status, const QString &text);
    /** The answer of a crash that nobody caught. */
    static Response crash();
};

/** `Not Found` for 404. */
QByteArray reasonPhrase(int status);
}
