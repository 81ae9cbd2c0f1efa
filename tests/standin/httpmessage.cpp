// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpmessage.h"

#include "jsonwriter.h"

#include <algorithm>

namespace Postwave::StandIn
{
namespace
{
QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}
}

Query::Query(const QByteArray &encoded)
{
    for (const QByteArray &item : encoded.split('&')) {
        const qsizetype equals = item.indexOf('=');
        if (equals >= 0)
            m_items.emplaceBack(decoded(item.left(equals)), decoded(item.mid(equals + 1)));
    }
}

std::optional<QString> Query::value(const QString &name) const
{
    const auto item = std::find_if(m_items.crbegin(), m_items.crend(), [&name](const auto &candidate) {
        return candidate.first == name;
    });
    if (item == m_items.crend() || item->second.isEmpty())
        return {};
    return item->second;
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

QByteArray Request::cookie(QByteArrayView name) const
{
    for (const QByteArray &part : header("cookie").split(';')) {
        const QByteArray pair = part.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.left(equals) == name)
            return pair.mid(equals + 1);
    }
    return {};
}

Response Response::json(const QByteArray &body, int status)
{
    Response response;
    response.status = status;
    response.body = body;
    return response;
}

Response Response::detail(int status, const QString &text)
{
    return json(JsonWriter().beginObject().field("detail", text).endObject().bytes(), status);
}

Response Response::crash()
{
    Response response;
    response.status = 500;
    response.contentType = "text/plain; charset=utf-8";
    response.body = "Internal Server Error";
    return response;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}
}
