// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <functional>
#include <optional>

namespace Postwave
{
/** One value of a row, as it was written. */
struct JsonField {
    enum class Kind { Null, Bool, Number, String, Nested };

    QByteArray name;
    Kind kind = Kind::Null;
    QByteArray text; ///< of a number its characters, of a string its UTF-8, "true" or "false"; else empty
};

/** An object of a list. Nested values are named, but not kept; see readJsonPage() for one exception. */
class JsonRow
{
public:
    /** Nothing where the row has no such field. */
    const JsonField *field(QByteArrayView name) const;
    /** The text of a string; empty for anything else. */
    QString string(QByteArrayView name) const;
    /**
     * A number that is written as a whole one, without point and exponent, and that 64 bits hold exactly: `7.0` and
     * `9007199254740991.4` are none, for what comes near is not what was sent.
     */
    std::optional<qint64> integer(QByteArrayView name) const;

private:
    friend class JsonRowReader;
    QList<JsonField> m_fields;
};

/**
 * Reads a list of objects, one at a time: never more of it is held than the text and a row, whatever the text is.
 * Anything else is a bad answer, as is text that is not UTF-8, and as are names that stand twice in a row: which of the
 * two is meant cannot be known.
 * @param take called for each row in order; an error ends the reading and is returned
 */
Result<Done> readJsonRows(const QByteArray &json, const std::function<Result<Done>(const JsonRow &)> &take);

/**
 * Reads an object that has a list of objects under a name, likewise. What an object in a row holds is kept as well,
 * under both names: "metrics.views".
 * @return what else stands in the object; a bad answer where it has no such list
 */
Result<JsonRow> readJsonPage(const QByteArray &json, const QByteArray &list,
                             const std::function<Result<Done>(const JsonRow &)> &take);
}
