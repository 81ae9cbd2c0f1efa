// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{');
}
}

Router::Router(Guard guard)
    : m_guard(std::move(guard))
{
}

void Router::add(const QByteArray &method, const QByteArray &pattern, Access access, RouteHandler handler)
{
    m_routes.append({method, pattern.split('/'), access, std::move(handler)});
}

bool Router::matches(const Route &route, const QList<QByteArray> &segments)
{
    return std::equal(route.segments.begin(), route.segments.end(), segments.begin(), segments.end(),
                      [](const QByteArray &pattern, const QByteArray &segment) {
                          return isParameter(pattern) ? !segment.isEmpty() : pattern == segment;
                      });
}

Response Router::route(const Request &request, const QByteArray &path) const
{
    const QList<QByteArray> segments = path.split('/');
    QByteArray allowed;
    for (const Route &route : m_routes) {
        if (!matches(route, segments))
            continue;
        if (route.method == request.method)
            return call(route, request, segments);
        if (allowed.isEmpty())
            allowed = route.method; // the framework names the first only
    }
    if (!allowed.isEmpty()) {
        Response response = Response::detail(405, u"Method Not Allowed"_s);
        response.headers.emplaceBack("Allow", allowed);
        return response;
    }

    const QByteArray other = path.endsWith('/') ? path.chopped(1) : path + '/';
    const bool elsewhere = std::any_of(m_routes.begin(), m_routes.end(), [&other](const Route &route) {
        return matches(route, other.split('/'));
    });
    if (!elsewhere)
        return Response::detail(404, u"Not Found"_s);
    // The application knows neither the prefix that a proxy has stripped nor its scheme.
    QByteArray location = "http://" + request.header("host") + other;
    if (!request.query.isEmpty())
        location += '?' + request.query;
    Response response;
    response.status = 307;
    response.contentType.clear();
    response.headers.emplaceBack("Location", location);
    return response;
}

Response Router::call(const Route &route, const Request &request, const QList<QByteArray> &segments) const
{
    Call call{.request = request, .query = Query(request.query), .path = {}, .user = nullptr};
    if (route.access == Access::Token) {
        const Admission admission = m_guard(request);
        if (!admission.user)
            return admission.refusal;
        call.user = admission.user;
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QByteArray &pattern = route.segments.at(i);
        if (isParameter(pattern))
            call.path.insert(QString::fromLatin1(pattern.sliced(1).chopped(1)),
                             QString::fromUtf8(QByteArray::fromPercentEncoding(segments.at(i))));
    }
    return route.handler(call);
}
}
