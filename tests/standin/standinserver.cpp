// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "standinserver.h"

#include "faultbodies.h"
#include "timeforms.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
StandInServer::StandInServer(const Options &options, QObject *parent)
    : QObject(parent)
    , m_backend(options)
    , m_requests(options.requestLog)
    , m_auth(m_backend)
    , m_channels(m_backend)
    , m_dynamics(m_backend)
    , m_posts(m_backend)
    , m_health(m_backend)
    , m_control(m_backend, m_faults, m_requests,
                [this] {
                    QMetaObject::invokeMethod(this, &StandInServer::quitRequested, Qt::QueuedConnection);
                })
    , m_router([this](const Request &request) {
        return m_auth.admit(request);
    })
    , m_http([this](const Request &request) {
        return handle(request);
    })
{
    m_auth.addRoutes(m_router);
    m_channels.addRoutes(m_router);
    m_dynamics.addRoutes(m_router);
    m_posts.addRoutes(m_router);
    m_health.addRoutes(m_router);
}

bool StandInServer::start()
{
    m_error = m_backend.world.error();
    if (m_error.isEmpty())
        m_error = m_requests.error();
    if (m_error.isEmpty() && !m_http.listen(m_backend.options.port))
        m_error = m_http.errorString();
    return m_error.isEmpty();
}

QUrl StandInServer::root() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_http.port()));
}

QUrl StandInServer::baseUrl() const
{
    QUrl url = root();
    url.setPath(QString::fromUtf8(m_backend.options.prefix));
    return url;
}

Response StandInServer::handle(const Request &request)
{
    if (request.path.startsWith("/_standin/")) {
        Response response = m_control.answer(request);
        response.headers.emplaceBack("Cache-Control", "no-store");
        return response;
    }
    QElapsedTimer taken;
    taken.start();
    const bool authorised = m_auth.admit(request).user != nullptr;
    Response response = m_faults.apply(request, [this, &request] {
        return application(request);
    });
    addCommonHeaders(request, response, taken.nsecsElapsed());
    response.delivery.delayMs += m_backend.options.latencyMs;
    m_requests.add(request, authorised, response.status);
    return response;
}

Response StandInServer::application(const Request &request)
{
    const QByteArray &prefix = m_backend.options.prefix;
    if (!request.path.startsWith(prefix) || request.path.mid(prefix.size(), 1) != "/") {
        // Here the proxy itself answers; the application never sees it.
        Response response;
        response.status = 404;
        response.contentType = "text/html";
        response.body = proxyPage(404);
        return response;
    }
    const QByteArray path = request.path.mid(prefix.size());
    if (failsCrossSiteCheck(request, path))
        return Response::crash(); // the 403 that was meant is lost in the middleware
    return m_router.route(request, path);
}

bool StandInServer::failsCrossSiteCheck(const Request &request, const QByteArray &path) const
{
    if (m_backend.options.profile < Profile::Dec23 || request.method == "GET")
        return false;
    if (path == "/auth/login" || path == "/auth/refresh" || path.startsWith("/health"))
        return false;
    const QByteArray cookie = request.cookie("csrf_token");
    return !cookie.isEmpty() && request.header("x-csrf-token") != cookie;
}

void StandInServer::addCommonHeaders(const Request &request, Response &response, qint64 nanoseconds)
{
    Headers common = {
        {"Date", httpDate(m_backend.clock.seconds())},
        {"Server", "uvicorn"},
    };
    if (m_backend.options.profile >= Profile::Dec23) {
        common.emplaceBack("X-Response-Time", QByteArray::number(double(nanoseconds) / 1e9, 'f', 4));
        common.emplaceBack("X-Content-Type-Options", "nosniff");
        common.emplaceBack("X-Frame-Options", "DENY");
        common.emplaceBack("Referrer-Policy", "strict-origin-when-cross-origin");
        if (request.method == "GET" && !m_csrfTokens.contains(request.cookie("csrf_token"))) {
            const QByteArray seed =
                QByteArray::number(m_backend.options.seed) + '/' + QByteArray::number(m_csrfTokens.size());
            const QByteArray token = QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(43);
            m_csrfTokens.insert(token);
            // The real one is Secure and so would never come back over loopback; here the trap must work.
            common.emplaceBack("Set-Cookie", "csrf_token=" + token + "; Path=/; SameSite=strict");
        }
    }
    response.headers = common + response.headers;
}
}
