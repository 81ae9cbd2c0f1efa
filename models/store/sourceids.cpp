// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sourceids.h"

#include "store/sql/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
std::optional<qint64> findSourceId(SqlConnection &connection, const QString &source)
{
    SqlStatement query = connection.statement(u"SELECT id FROM source WHERE key = :key"_s);
    query.bind(u":key"_s, source);
    SqlRows rows = query.rows();
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

qint64 makeSourceId(SqlConnection &connection, const QString &source)
{
    connection.statement(u"INSERT OR IGNORE INTO source (key) VALUES (:key)"_s).bind(u":key"_s, source).run();
    return *findSourceId(connection, source);
}
}
