// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QHash>

#include <functional>

namespace Postwave::StandIn
{
struct User;

/** A request that has found its route. */
struct Call {
    const Request &request;
    Query query;
    QHash<QString, QString> path; ///< what stood in the place of `{name}`
    const User *user = nullptr; ///< of the token, on routes that need one
};

using RouteHandler = std::function<Response(const Call &)>;

/** Finds the route of a request, and answers for those that have none as the framework does. */
class Router
{
public:
    enum class Access {
        Open,
        Token, ///< the guard is asked first
    };
    /** The user of a request, or the answer that turns it away. */
    struct Admission {
        const User *user = nullptr;
        Response refusal;
    };
    using Guard = std::function<Admission(const Request &)>;

    explicit Router(Guard guard = {});

    /** @param pattern such as `/channels/{channel_id}`; earlier routes win */
    void add(const QByteArray &method, const QByteArray &pattern, Access access, RouteHandler handler);
    /** @param path below the mount prefix, as sent */
    Response route(const Request &request, const QByteArray &path) const;

private:
    struct Route {
        QByteArray method;
        QList<QByteArray> segments;
        Access access;
        RouteHandler handler;
    };
    static bool matches(const Route &route, const QList<QByteArray> &segments);
    Response call(const Route &route, const Request &request, const QList<QByteArray> &segments) const;

    Guard m_guard;
    QList<Route> m_routes;
};
}
