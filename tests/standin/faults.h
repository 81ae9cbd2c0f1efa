// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <functional>

namespace Postwave::StandIn
{
/** What goes wrong on which requests, for as long as the test wants it. */
class Faults
{
public:
    /** Adds the fault that @p body describes; returns what is wrong with the description. */
    QString add(const QJsonObject &body);
    void clear();
    /** `[{"path", "kind", "count"}]`, with the counts that are left. */
    QByteArray listed() const;

    /**
     * The answer to @p request: that of @p application, spoilt or replaced by the first
     * fault that matches. A fault that replaces the answer keeps the application from
     * seeing the request at all.
     */
    Response apply(const Request &request, const std::function<Response()> &application);

private:
    enum class Kind {
        Status,
        Delay,
        Drop,
        DropMidway,
        Truncate,
        Trickle,
        Stall,
        ContentType,
        Html,
        Redirect,
        SetCookie,
        Huge,
        Nested,
        Garbage,
    };
    struct Fault {
        QRegularExpression path;
        QRegularExpression query;
        QByteArray method; ///< empty: any
        Kind kind;
        QString kindName;
        qint64 skip; ///< requests still to be let through
        qint64 count; ///< requests still to be spoilt; negative: all
        QJsonObject parameters;
    };
    static bool matches(const Fault &fault, const Request &request);
    static Response played(const Fault &fault, const std::function<Response()> &application);
    static bool replaces(const Fault &fault);
    static Response replaced(const Fault &fault);
    static void spoil(const Fault &fault, Response &response);

    QList<Fault> m_faults;
};
}
