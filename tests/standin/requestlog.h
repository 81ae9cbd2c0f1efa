// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QFile>

namespace Postwave::StandIn
{
/** What has been asked of the application, for tests to look at and for people to follow in a file. */
class RequestLog
{
public:
    /** @param fileName empty: keeps the list only; error() when the file cannot be written */
    explicit RequestLog(const QString &fileName);

    QString error() const
    {
        return m_error;
    }
    /** @param authorised whether the request carried a token that the server takes */
    void add(const Request &request, bool authorised, int status);
    void clear();
    QByteArray listed() const;

private:
    QByteArray m_entries; ///< JSON objects with commas between
    QFile m_file;
    QString m_error;
};
}
