// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

class QJsonObject;

namespace Postwave::StandIn
{
/**
 * Collects what is wrong with a request, all of it at once, and says so in the form of
 * the real server's framework, which repeats what was sent, passwords included.
 */
class Validation
{
public:
    bool failed() const
    {
        return !m_errors.isEmpty();
    }
    /** The 422. */
    Response response() const;

    /** @param location, input, context JSON; without @p context the field is left out */
    void add(const QByteArray &type, const QByteArray &location, const QString &message, const QByteArray &input,
             const QByteArray &context = {});

    /** A whole number of the query, or @p fallback when it is not there. */
    qint64 integer(const Query &query, const QString &name, qint64 fallback, std::optional<qint64> least = {},
                   std::optional<qint64> most = {});
    /** One of @p choices, a pattern such as `^(1h|6h)$`. */
    QString choice(const Query &query, const QString &name, const QString &fallback, const QString &pattern);
    /** A whole number of the path. */
    qint64 pathInteger(const QString &text, const QByteArray &name);
    /** The object in a request's body. What is not one goes to the errors. */
    QJsonObject bodyObject(const Request &request);

private:
    QList<QByteArray> m_errors;
};
}
