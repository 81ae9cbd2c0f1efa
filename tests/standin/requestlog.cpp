// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestlog.h"

#include "jsonwriter.h"

namespace Postwave::StandIn
{
RequestLog::RequestLog(const QString &fileName)
    : m_file(fileName)
{
    if (!fileName.isEmpty() && !m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        m_error = fileName + QStringLiteral(": ") + m_file.errorString();
}

void RequestLog::add(const Request &request, bool authorised, int status)
{
    if (!m_entries.isEmpty())
        m_entries += ',';
    m_entries += JsonWriter()
                     .beginObject()
                     .field("method", request.method)
                     .field("path", request.path)
                     .field("query", request.query)
                     .field("status", status)
                     .field("authorised", authorised)
                     .field("bearer", !request.header("authorization").isEmpty())
                     .field("cookie", !request.header("cookie").isEmpty())
                     .field("accept_encoding", request.header("accept-encoding"))
                     .field("user_agent", request.header("user-agent"))
                     .endObject()
                     .bytes();
    if (!m_file.isOpen())
        return;
    QByteArray line = request.method + ' ' + request.path;
    if (!request.query.isEmpty())
        line += '?' + request.query;
    m_file.write(line + '\n');
    m_file.flush();
}

void RequestLog::clear()
{
    m_entries.clear();
}

QByteArray RequestLog::listed() const
{
    return '[' + m_entries + ']';
}
}
