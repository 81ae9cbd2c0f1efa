// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

#include "faultbodies.h"
#include "jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
QString Faults::add(const QJsonObject &body)
{
    static const QHash<QString, Kind> kinds = {
        {u"status"_s, Kind::Status},
        {u"delay"_s, Kind::Delay},
        {u"drop"_s, Kind::Drop},
        {u"drop_midway"_s, Kind::DropMidway},
        {u"truncate"_s, Kind::Truncate},
        {u"trickle"_s, Kind::Trickle},
        {u"stall"_s, Kind::Stall},
        {u"content_type"_s, Kind::ContentType},
        {u"html"_s, Kind::Html},
        {u"redirect"_s, Kind::Redirect},
        {u"set_cookie"_s, Kind::SetCookie},
        {u"huge"_s, Kind::Huge},
        {u"nested"_s, Kind::Nested},
        {u"garbage"_s, Kind::Garbage},
    };
    const QString name = body.value("kind"_L1).toString();
    const auto kind = kinds.constFind(name);
    if (kind == kinds.constEnd())
        return u"no such kind: "_s + name;
    Fault fault{
        .path = QRegularExpression(body.value("path"_L1).toString()),
        .query = QRegularExpression(body.value("query"_L1).toString()),
        .method = body.value("method"_L1).toString().toLatin1(),
        .kind = *kind,
        .kindName = name,
        .skip = body.value("skip"_L1).toInteger(),
        .count = body.value("count"_L1).toInteger(1),
        .parameters = body,
    };
    if (!fault.path.isValid())
        return u"path: "_s + fault.path.errorString();
    if (!fault.query.isValid())
        return u"query: "_s + fault.query.errorString();
    if (fault.count != 0)
        m_faults.append(fault);
    return {};
}

void Faults::clear()
{
    m_faults.clear();
}

QByteArray Faults::listed() const
{
    JsonWriter json;
    json.beginArray();
    for (const Fault &fault : m_faults) {
        json.beginObject()
            .field("path", fault.path.pattern())
            .field("kind", fault.kindName)
            .field("count", fault.count)
            .endObject();
    }
    return json.endArray().bytes();
}

Response Faults::apply(const Request &request, const std::function<Response()> &application)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        Fault &fault = m_faults[i];
        if (!matches(fault, request))
            continue;
        if (fault.skip > 0) {
            --fault.skip;
            continue;
        }
        const Fault playedOne = fault;
        if (fault.count > 0 && --fault.count == 0)
            m_faults.removeAt(i);
        return played(playedOne, application);
    }
    return application();
}

bool Faults::matches(const Fault &fault, const Request &request)
{
    return (fault.method.isEmpty() || fault.method == request.method)
        && fault.path.match(QString::fromUtf8(request.path)).hasMatch()
        && fault.query.match(QString::fromUtf8(request.query)).hasMatch();
}

Response Faults::played(const Fault &fault, const std::function<Response()> &application)
{
    Response response = replaces(fault) ? replaced(fault) : application();
    spoil(fault, response);
    response.delivery.delayMs = int(fault.parameters.value("ms"_L1).toInteger());
    const QJsonObject headers = fault.parameters.value("headers"_L1).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        response.headers.emplaceBack(header.key().toLatin1(), header.value().toVariant().toString().toUtf8());
    return response;
}

bool Faults::replaces(const Fault &fault)
{
    switch (fault.kind) {
    case Kind::Status:
    case Kind::Html:
    case Kind::Redirect:
    case Kind::Huge:
    case Kind::Nested:
    case Kind::Garbage:
        return true;
    case Kind::Drop: // an answer lost on its way back is another thing than a request lost on its way there
        return !fault.parameters.value("processed"_L1).toBool();
    default:
        return false;
    }
}

Response Faults::replaced(const Fault &fault)
{
    const QJsonObject &parameters = fault.parameters;
    Response response;
    response.status = int(parameters.value("status"_L1).toInteger(200));
    switch (fault.kind) {
    case Kind::Status: {
        response.status = int(parameters.value("status"_L1).toInteger(500));
        const QJsonValue body = parameters.value("body"_L1);
        if (body.isString())
            response.body = body.toString().toUtf8();
        else if (body.isObject())
            response.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
        else if (body.isArray())
            response.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
        else
            response.body =
                JsonWriter().beginObject().field("detail", reasonPhrase(response.status)).endObject().bytes();
        response.contentType = parameters.value("content_type"_L1).toString(u"application/json"_s).toLatin1();
        break;
    }
    case Kind::Html:
        response.status = int(parameters.value("status"_L1).toInteger(502));
        response.contentType = "text/html";
        response.body = proxyPage(response.status);
        break;
    case Kind::Redirect:
        response.status = int(parameters.value("status"_L1).toInteger(307));
        response.contentType.clear();
        response.headers.emplaceBack("Location", parameters.value("location"_L1).toString().toUtf8());
        break;
    case Kind::Huge: {
        const int status = int(parameters.value("status"_L1).toInteger(response.status));
        response = hugeBody(parameters.value("megabytes"_L1).toInteger(80), parameters.value("gzip"_L1).toBool());
        response.status = status;
        break;
    }
    case Kind::Nested:
        response.body = nestedBody(parameters.value("depth"_L1).toInteger(100'000));
        break;
    case Kind::Garbage:
        response.body = garbageBody(parameters.value("bytes"_L1).toInteger(4096));
        break;
    default:
        break;
    }
    return response;
}

void Faults::spoil(const Fault &fault, Response &response)
{
    const QJsonObject &parameters = fault.parameters;
    switch (fault.kind) {
    case Kind::Drop:
        response.delivery.manner = Delivery::Manner::Drop;
        break;
    case Kind::DropMidway:
        response.delivery.manner = Delivery::Manner::Midway;
        break;
    case Kind::Truncate:
        response.body.truncate(response.body.size() / 2);
        break;
    case Kind::Trickle:
        response.delivery.manner = Delivery::Manner::Trickle;
        response.delivery.bytesPerSecond = int(parameters.value("bytes_per_second"_L1).toInteger(1000));
        break;
    case Kind::Stall:
        response.delivery.manner = Delivery::Manner::Stall;
        break;
    case Kind::ContentType:
        response.contentType = parameters.value("content_type"_L1).toString().toLatin1();
        break;
    case Kind::SetCookie:
        response.headers.emplaceBack("Set-Cookie",
                                     parameters.value("value"_L1).toString(u"stray=1; Path=/"_s).toUtf8());
        break;
    default:
        break;
    }
}
}
