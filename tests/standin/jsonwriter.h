// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <cstddef>
#include <optional>
#include <type_traits>

namespace Postwave::StandIn
{
/**
 * Writes compact JSON in the order of the calls. QJsonDocument sorts keys and writes
 * all numbers as doubles; the real server does neither, and its answers are compared
 * byte by byte.
 */
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QByteArrayView name);

    /** Integers as integers, floating point always with a point (`0.0`), byte arrays as UTF-8 text. */
    template<typename T>
    JsonWriter &value(const T &value)
    {
        if constexpr (std::is_same_v<T, std::nullptr_t>)
            appendRaw("null");
        else if constexpr (std::is_same_v<T, bool>)
            appendRaw(value ? "true" : "false");
        else if constexpr (std::is_integral_v<T>)
            appendInteger(qint64(value));
        else if constexpr (std::is_floating_point_v<T>)
            appendDouble(double(value));
        else if constexpr (std::is_convertible_v<const T &, QByteArrayView>)
            appendText(value);
        else
            appendText(QStringView(value).toUtf8());
        return *this;
    }
    template<typename T>
    JsonWriter &value(const std::optional<T> &optional)
    {
        return optional ? value(*optional) : value(nullptr);
    }
    /** Text that is JSON already. */
    JsonWriter &raw(QByteArrayView json);

    template<typename T>
    JsonWriter &field(QByteArrayView name, const T &content)
    {
        return key(name).value(content);
    }

    void reserve(qsizetype bytes)
    {
        m_bytes.reserve(bytes);
    }
    const QByteArray &bytes() const
    {
        return m_bytes;
    }

private:
    void separate();
    void appendRaw(QByteArrayView text);
    void appendInteger(qint64 number);
    void appendDouble(double number);
    void appendText(QByteArrayView utf8);
    void appendQuoted(QByteArrayView utf8);

    QByteArray m_bytes;
    bool m_needsComma = false;
};

/** Drops the white space between the tokens of @p json and keeps the order of its keys. */
QByteArray compacted(QByteArrayView json);
}
