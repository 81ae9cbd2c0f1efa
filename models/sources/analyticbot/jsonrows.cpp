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

/** What the parser calls: it keeps one row, and knows where it is. */
class JsonRowReader
{
public:
    /** @param list name of the list in an object; none where the list is all there is */
    JsonRowReader(const QByteArray &list, const std::function<Result<Done>(const JsonRow &)> &take)
        : m_list(list)
        , m_take(take)
    {
    }

    const std::optional<Error> &error() const
    {
        return m_error;
    }
    /** What stands beside the list; nothing where there was none. */
    std::optional<JsonRow> page() const
    {
        return m_hasList ? std::optional(m_page) : std::nullopt;
    }

    // The names are the parser's.
    bool Null()
    {
        return add(JsonField::Kind::Null, {});
    }
    bool Bool(bool value)
    {
        return add(JsonField::Kind::Bool, value ? "true" : "false");
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
        if (m_skipped > 0)
            return true;
        m_name = m_prefix + QByteArray(text, qsizetype(length));
        if (current().field(m_name) || (m_place == Place::Page && m_hasList && m_name == m_list))
            return refuse(u"the name %1 stands twice in a row"_s.arg(QString::fromUtf8(m_name)));
        return true;
    }
    bool StartObject()
    {
        if (m_skipped == 0 && m_place == Place::List) {
            m_row = {};
            m_place = Place::Row;
            return true;
        }
        if (m_skipped == 0 && m_place == Place::Outside && !m_list.isEmpty()) {
            m_place = Place::Page;
            return true;
        }
        const QByteArray name = m_name;
        if (!add(JsonField::Kind::Nested, {}))
            return false;
        if (m_skipped == 0 && m_place == Place::Row && !m_list.isEmpty()) {
            m_place = Place::Nested;
            m_prefix = name + '.';
            return true;
        }
        ++m_skipped;
        return true;
    }
    bool EndObject(rapidjson::SizeType)
    {
        return end();
    }
    bool StartArray()
    {
        const bool isList = m_skipped == 0
            && (m_list.isEmpty() ? m_place == Place::Outside : m_place == Place::Page && m_name == m_list);
        if (isList) {
            m_place = Place::List;
            m_hasList = true;
            return true;
        }
        if (!add(JsonField::Kind::Nested, {}))
            return false;
        ++m_skipped;
        return true;
    }
    bool EndArray(rapidjson::SizeType)
    {
        return end();
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
    enum class Place {
        Outside,
        Page, ///< the object around the list
        List,
        Row,
        Nested, ///< an object in a row
    };
    /** Far more fields than any server sends: so many would make a search among them slow. */
    static constexpr qsizetype kMostFields = 200;

    bool refuse(const QString &why)
    {
        m_error = badAnswer(why);
        return false;
    }

    JsonRow &current()
    {
        return m_place == Place::Page ? m_page : m_row;
    }

    bool add(JsonField::Kind kind, QByteArray text)
    {
        if (m_skipped > 0)
            return true;
        if (m_place == Place::Outside)
            return refuse(m_list.isEmpty() ? u"not a list"_s : u"not an object"_s);
        if (m_place == Place::List)
            return refuse(u"a row is no object"_s);
        QList<JsonField> &fields = current().m_fields;
        if (fields.size() == kMostFields)
            return refuse(u"a row of more than %1 fields"_s.arg(kMostFields));
        fields.append({.name = m_name, .kind = kind, .text = std::move(text)});
        return true;
    }

    bool end()
    {
        if (m_skipped > 0) {
            --m_skipped;
            return true;
        }
        switch (m_place) {
        case Place::Nested:
            m_place = Place::Row;
            m_prefix.clear();
            return true;
        case Place::Row:
            m_place = Place::List;
            if (const Result<Done> taken = m_take(m_row); !taken) {
                m_error = taken.error();
                return false;
            }
            return true;
        case Place::List:
            m_place = m_list.isEmpty() ? Place::Outside : Place::Page;
            return true;
        case Place::Page:
        case Place::Outside:
            m_place = Place::Outside;
            return true;
        }
        return true;
    }

    const QByteArray m_list;
    const std::function<Result<Done>(const JsonRow &)> &m_take;
    Place m_place = Place::Outside;
    qint64 m_skipped = 0; ///< how deep in values that are not kept
    QByteArray m_prefix;
    QByteArray m_name;
    JsonRow m_page;
    JsonRow m_row;
    bool m_hasList = false;
    std::optional<Error> m_error;
};

namespace
{
Result<Done> parse(const QByteArray &json, JsonRowReader &rows)
{
    using namespace rapidjson;
    // Iterative, so that deep nesting does not end the stack.
    constexpr unsigned kFlags = kParseNumbersAsStringsFlag | kParseValidateEncodingFlag | kParseIterativeFlag;
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

Result<Done> readJsonRows(const QByteArray &json, const std::function<Result<Done>(const JsonRow &)> &take)
{
    JsonRowReader rows({}, take);
    return parse(json, rows);
}

Result<JsonRow> readJsonPage(const QByteArray &json, const QByteArray &list,
                             const std::function<Result<Done>(const JsonRow &)> &take)
{
    JsonRowReader rows(list, take);
    if (const Result<Done> read = parse(json, rows); !read)
        return read.error();
    const std::optional<JsonRow> page = rows.page();
    return page ? Result<JsonRow>(*page) : badAnswer(u"no list of "_s + QString::fromUtf8(list));
}
}
