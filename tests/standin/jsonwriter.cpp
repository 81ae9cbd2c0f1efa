// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonwriter.h"

#include <charconv>

namespace Postwave::StandIn
{
JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_bytes += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_bytes += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_bytes += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_bytes += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    separate();
    appendQuoted(name);
    m_bytes += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    appendRaw(json);
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_bytes += ',';
}

void JsonWriter::appendRaw(QByteArrayView text)
{
    separate();
    m_bytes.append(text);
    m_needsComma = true;
}

void JsonWriter::appendInteger(qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    appendRaw(QByteArrayView(digits, end - digits));
}

void JsonWriter::appendDouble(double number)
{
    char digits[400];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed).ptr;
    const QByteArrayView text(digits, end - digits);
    appendRaw(text);
    if (!text.contains('.'))
        m_bytes += ".0";
}

void JsonWriter::appendText(QByteArrayView utf8)
{
    separate();
    appendQuoted(utf8);
    m_needsComma = true;
}

void JsonWriter::appendQuoted(QByteArrayView utf8)
{
    m_bytes += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            m_bytes += "\\\"";
            break;
        case '\\':
            m_bytes += "\\\\";
            break;
        case '\n':
            m_bytes += "\\n";
            break;
        case '\r':
            m_bytes += "\\r";
            break;
        case '\t':
            m_bytes += "\\t";
            break;
        default:
            if (uchar(c) < 0x20)
                m_bytes.append("\\u00").append(QByteArray(1, c).toHex());
            else
                m_bytes += c;
        }
    }
    m_bytes += '"';
}

QByteArray compacted(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    bool inText = false;
    bool escaped = false;
    for (const char c : json) {
        if (!inText && (c == ' ' || c == '\n' || c == '\r' || c == '\t'))
            continue;
        out += c;
        if (c == '"' && !escaped)
            inText = !inText;
        escaped = inText && c == '\\' && !escaped;
    }
    return out;
}
}
