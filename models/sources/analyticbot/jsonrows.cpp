// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/jsonrows.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
Error badAnswer(const QString &why)
{
    return {.kind = Error::Kind::BadAnswer, .detail = why};
}
}

const JsonField *JsonRow::field(QByteArrayView name) const
{
    const auto found = std::ranges::find(m_fields, name, &JsonField::name);
    return found == m_fields.cend() ? nullptr : &*found;
}

QString JsonRow::string(QByteArrayView name) const
{
    const JsonField *found = field(name);
    return found && found->kind == JsonField::Kind::String ? QString::fromUtf8(found->text) : QString();
}

std::optional<qint64> JsonRow::integer(QByteArrayView name) const
{
    const JsonField *found = field(name);
    if (!found || found->kind != JsonField::Kind::Number)
        return std::nullopt;
    bool isWhole = false; // and within range
    const qint64 number = found->text.toLongLong(&isWhole);
    return isWhole ? std::optional(number) : std::nullopt;
}

/** What the parser calls: it keeps one row, and knows how deep it is. */
class JsonRowReader
{
public:
    explicit JsonRowReader(const std::function<Result<Done>(const JsonRow &)> &take)
        : m_take(take)
    {
    }

    const std::optional<Error> &error() const
    {
        return m_error;
    }

    // The names are the parser's.
    bool Null()
    {
        return add(JsonField::Kind::Null, {});
    }
    bool Bool(bool)
    {
        return add(JsonField::Kind::Bool, {});
    }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return add(JsonField::Kind::Number, QByteArray(text, qsizetype(length)));
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(JsonField::Kind::String, QByteArray(text, qsizetype(length)));
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth != kInRow)
            return true;
        m_name = QByteArray(text, qsizetype(length));
        if (m_row.field(m_name))
            return refuse(u"the name %1 stands twice in a row"_s.arg(QString::fromUtf8(m_name)));
        return true;
    }
    bool StartObject()
    {
        if (m_depth == kInList)
            m_row = {};
        else if (!add(JsonField::Kind::Nested, {}))
            return false;
        ++m_depth;
        return true;
    }
    bool EndObject(rapidjson::SizeType)
    {
        --m_depth;
        if (m_depth != kInList)
            return true;
        if (const Result<Done> taken = m_take(m_row); !taken) {
            m_error = taken.error();
            return false;
        }
        return true;
    }
    bool StartArray()
    {
        if (m_depth != kOutside && !add(JsonField::Kind::Nested, {}))
            return false;
        ++m_depth;
        return true;
    }
    bool EndArray(rapidjson::SizeType)
    {
        --m_depth;
        return true;
    }
    // Numbers come as text; the parser wants these to be there all the same.
    bool Int(int)
    {
        return false;
    }
    bool Uint(unsigned)
    {
        return false;
    }
    bool Int64(int64_t)
    {
        return false;
    }
    bool Uint64(uint64_t)
    {
        return false;
    }
    bool Double(double)
    {
        return false;
    }

private:
    static constexpr int kOutside = 0;
    static constexpr int kInList = 1;
    static constexpr int kInRow = 2;
    /** Far more fields than any server sends: so many would make a search among them slow. */
    static constexpr qsizetype kMostFields = 200;

    bool refuse(const QString &why)
    {
        m_error = badAnswer(why);
        return false;
    }

    bool add(JsonField::Kind kind, QByteArray text)
    {
        if (m_depth == kOutside)
            return refuse(u"not a list"_s);
        if (m_depth == kInList)
            return refuse(u"a row is no object"_s);
        if (m_depth > kInRow)
            return true;
        if (m_row.m_fields.size() == kMostFields)
            return refuse(u"a row of more than %1 fields"_s.arg(kMostFields));
        m_row.m_fields.append({.name = m_name, .kind = kind, .text = std::move(text)});
        return true;
    }

    const std::function<Result<Done>(const JsonRow &)> &m_take;
    int m_depth = kOutside;
    QByteArray m_name;
    JsonRow m_row;
    std::optional<Error> m_error;
};

Result<Done> readJsonRows(const QByteArray &json, const std::function<Result<Done>(const JsonRow &)> &take)
{
    using namespace rapidjson;
    // Iterative, so that deep nesting does not end the stack.
    constexpr unsigned kFlags = kParseNumbersAsStringsFlag | kParseValidateEncodingFlag | kParseIterativeFlag;
    JsonRowReader rows(take);
    Reader reader;
    MemoryStream bytes(json.constData(), size_t(json.size()));
    EncodedInputStream<UTF8<>, MemoryStream> text(bytes);
    const ParseResult result = reader.Parse<kFlags>(text, rows);
    if (rows.error())
        return *rows.error();
    if (!result)
        return badAnswer(u"no JSON: "_s + QString::fromLatin1(GetParseError_En(result.Code())));
    return Done{};
}
}
