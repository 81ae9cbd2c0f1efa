// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation.h"

#include "jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
QByteArray jsonText(const QString &text)
{
    return JsonWriter().value(text).bytes();
}

QByteArray location(const char *part, const QString &name)
{
    return JsonWriter().beginArray().value(part).value(name).endArray().bytes();
}
}

Response Validation::response() const
{
    return Response::json("{\"detail\":[" + m_errors.join(',') + "]}", 422);
}

void Validation::add(const QByteArray &type, const QByteArray &location, const QString &message,
                     const QByteArray &input, const QByteArray &context)
{
    JsonWriter error;
    error.beginObject().field("type", type).key("loc").raw(location).field("msg", message).key("input").raw(input);
    if (!context.isEmpty())
        error.key("ctx").raw(context);
    m_errors.append(error.endObject().bytes());
}

qint64 Validation::integer(const Query &query, const QString &name, qint64 fallback, std::optional<qint64> least,
                           std::optional<qint64> most)
{
    const auto text = query.value(name);
    if (!text)
        return fallback;
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    if (!ok)
        add("int_parsing", location("query", name),
            u"Input should be a valid integer, unable to parse string as an integer"_s, jsonText(*text));
    else if (least && number < *least)
        add("greater_than_equal", location("query", name), u"Input should be greater than or equal to %1"_s.arg(*least),
            jsonText(*text), JsonWriter().beginObject().field("ge", *least).endObject().bytes());
    else if (most && number > *most)
        add("less_than_equal", location("query", name), u"Input should be less than or equal to %1"_s.arg(*most),
            jsonText(*text), JsonWriter().beginObject().field("le", *most).endObject().bytes());
    return number;
}

QString Validation::choice(const Query &query, const QString &name, const QString &fallback, const QString &pattern)
{
    const QString text = query.value(name).value_or(fallback);
    if (!QRegularExpression(pattern).match(text).hasMatch())
        add("string_pattern_mismatch", location("query", name), u"String should match pattern '%1'"_s.arg(pattern),
            jsonText(text), JsonWriter().beginObject().field("pattern", pattern).endObject().bytes());
    return text;
}

qint64 Validation::pathInteger(const QString &text, const QByteArray &name)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok)
        add("int_parsing", location("path", QString::fromLatin1(name)),
            u"Input should be a valid integer, unable to parse string as an integer"_s, jsonText(text));
    return number;
}

QJsonObject Validation::bodyObject(const Request &request)
{
    if (request.body.isEmpty()) {
        add("missing", R"(["body"])", u"Field required"_s, "null");
        return {};
    }
    // The framework takes a body for JSON only when its type says so.
    const bool isJson = request.header("content-type").toLower().contains("json");
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &parsing);
    if (isJson && parsing.error != QJsonParseError::NoError) {
        add("json_invalid", R"(["body",)" + QByteArray::number(parsing.offset) + ']', u"JSON decode error"_s, "{}",
            JsonWriter().beginObject().field("error", parsing.errorString()).endObject().bytes());
    } else if (!isJson || !document.isObject()) {
        add("model_attributes_type", R"(["body"])",
            u"Input should be a valid dictionary or object to extract fields from"_s,
            isJson ? compacted(request.body) : jsonText(QString::fromUtf8(request.body)));
    }
    return document.object();
}
}
