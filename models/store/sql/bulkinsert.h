// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/sqlstatement.h"

#include <QStringList>

#include <functional>

namespace Postwave
{
/**
 * An INSERT of many rows, several in one execution: binding and executing through QtSql is what most of a write's time
 * goes to. What all rows have in common is bound once.
 */
class BulkInsert
{
public:
    /** Rows of one execution; measured: more gain little, and from some hundreds on QtSql becomes slower again. */
    static constexpr qsizetype kRowsAtOnce = 10;

    /** @param common columns that are the same in all rows; the places of their values are ":" and their names */
    BulkInsert(const QString &table, const QStringList &common, const QStringList &columns);

    using BindCommon = std::function<void(SqlStatement &statement)>;
    /** Binds a row's values to @p places, which are in the order of the columns. */
    using BindRow = std::function<void(SqlStatement &statement, qsizetype row, const QStringList &places)>;

    void run(SqlConnection &connection, qsizetype rows, const BindCommon &bindCommon, const BindRow &bindRow) const;

private:
    QStringList m_texts; ///< by number of rows, from one on
    QList<QStringList> m_places; ///< by row
};
}
