// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QUrl>
#include <QUrlQuery>

namespace Postwave
{
/**
 * Where a server is: scheme, host, port and an optional path prefix. Two spellings of one
 * address compare equal, and text() is the key under which its data are stored.
 */
class ServerAddress
{
public:
    /**
     * Accepts http and https. Plain http is refused beyond loopback unless @p allowHttp,
     * because a password and a token would cross the network in clear.
     * User names, queries and fragments are refused: they would be sent, or lost, silently.
     */
    static Result<ServerAddress> fromText(const QString &text, bool allowHttp);

    /** Lower-case host, no default port, no final slash: `https://host/api`. */
    QString text() const;
    QString host() const;

    /** @param path begins with a slash and is encoded already. @param query in encoded form */
    QUrl url(const QString &path, const QUrlQuery &query = {}) const;

private:
    explicit ServerAddress(QUrl base);

    QUrl m_base;
};
}
