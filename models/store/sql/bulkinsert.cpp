// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/bulkinsert.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
BulkInsert::BulkInsert(const QString &table, const QStringList &common, const QStringList &columns)
{
    QStringList selected;
    for (const QString &column : common)
        selected.append(u':' + column);
    for (qsizetype i = 0; i < columns.size(); ++i)
        selected.append(u"column%1"_s.arg(i + 1));
    // Each place stands in it once, also those of what all rows have in common.
    const QString begin = u"INSERT INTO %1 (%2) SELECT %3 FROM (VALUES "_s.arg(table, (common + columns).join(u", "_s),
                                                                               selected.join(u", "_s));
    QStringList values;
    for (qsizetype row = 0; row < kRowsAtOnce; ++row) {
        QStringList places;
        for (const QString &column : columns)
            places.append(u":%1%2"_s.arg(column).arg(row));
        values.append(u'(' + places.join(u", "_s) + u')');
        m_places.append(places);
        m_texts.append(begin + values.join(u", "_s) + u')');
    }
}

void BulkInsert::run(SqlConnection &connection, qsizetype rows, const BindCommon &bindCommon,
                     const BindRow &bindRow) const
{
    for (qsizetype first = 0; first < rows;) {
        const qsizetype number = std::min(kRowsAtOnce, rows - first);
        SqlStatement statement = connection.statement(m_texts[number - 1]);
        bindCommon(statement);
        for (; rows - first >= number; first += number) {
            for (qsizetype row = 0; row < number; ++row)
                bindRow(statement, first + row, m_places[row]);
            statement.run();
        }
    }
}
}
