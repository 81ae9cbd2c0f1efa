// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/sqlstatement.h"

#include <QSqlError>
#include <QVariant>

namespace Postwave
{
SqlRows::SqlRows(const SqlConnection &connection, QSqlQuery &query)
    : m_connection(connection)
    , m_query(query)
{
}

SqlRows::~SqlRows()
{
    m_query.finish();
}

bool SqlRows::next()
{
    m_connection.throwIfInterrupted();
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        m_connection.fail(m_query.lastError());
    return false;
}

qint64 SqlRows::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

bool SqlRows::flag(int column) const
{
    return integer(column) != 0;
}

QString SqlRows::text(int column) const
{
    return m_query.value(column).toString();
}

std::optional<qint64> SqlRows::maybe(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

std::optional<QString> SqlRows::maybeText(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toString());
}

SqlStatement::SqlStatement(SqlConnection &connection, SqlConnection::Statements::node_type node)
    : m_connection(connection)
    , m_node(std::move(node))
{
}

SqlStatement::~SqlStatement()
{
    m_node.mapped().finish();
    m_connection.takeBack(std::move(m_node));
}

SqlStatement &SqlStatement::bind(const QString &place, qint64 value)
{
    m_node.mapped().bindValue(place, value);
    return *this;
}

SqlStatement &SqlStatement::bind(const QString &place, const QString &value)
{
    // An empty text, not NULL: whoever means NULL says so with an optional.
    m_node.mapped().bindValue(place, value.isNull() ? QStringLiteral("") : value);
    return *this;
}

SqlStatement &SqlStatement::bind(const QString &place, std::optional<qint64> value)
{
    m_node.mapped().bindValue(place, value ? QVariant(*value) : QVariant(QMetaType::fromType<qint64>()));
    return *this;
}

SqlStatement &SqlStatement::bind(const QString &place, const std::optional<QString> &value)
{
    if (value)
        return bind(place, *value);
    m_node.mapped().bindValue(place, QVariant(QMetaType::fromType<QString>()));
    return *this;
}

void SqlStatement::run()
{
    m_connection.throwIfInterrupted();
    if (!m_node.mapped().exec())
        m_connection.fail(m_node.mapped().lastError());
}

SqlRows SqlStatement::rows()
{
    run();
    return SqlRows(m_connection, m_node.mapped());
}
}
