// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authapi.h"
#include "backend.h"
#include "channelsapi.h"
#include "controlapi.h"
#include "dynamicsapi.h"
#include "faults.h"
#include "healthapi.h"
#include "httpserver.h"
#include "postsapi.h"
#include "requestlog.h"
#include "router.h"

#include <QSet>
#include <QUrl>

namespace Postwave::StandIn
{
/** The whole stand-in: what the executable runs, and what tests run in their own process. */
class StandInServer : public QObject
{
    Q_OBJECT

public:
    explicit StandInServer(const Options &options, QObject *parent = nullptr);

    /** Starts to listen; on failure error() says why. */
    bool start();
    QString error() const
    {
        return m_error;
    }
    /** Where it listens, without the prefix: `http://127.0.0.1:PORT`. */
    QUrl root() const;
    /** The base address of the application, prefix included. */
    QUrl baseUrl() const;

Q_SIGNALS:
    /** A test has asked for the end. */
    void quitRequested();

private:
    Response handle(const Request &request);
    Response application(const Request &request);
    /** Whether a keeper of cookies has forgotten what the cookie asks of him. */
    bool failsCrossSiteCheck(const Request &request, const QByteArray &path) const;
    void addCommonHeaders(const Request &request, Response &response, qint64 nanoseconds);

    Backend m_backend;
    Faults m_faults;
    RequestLog m_requests;
    AuthApi m_auth;
    ChannelsApi m_channels;
    DynamicsApi m_dynamics;
    PostsApi m_posts;
    HealthApi m_health;
    ControlApi m_control;
    Router m_router;
    HttpServer m_http;
    QSet<QByteArray> m_csrfTokens;
    QString m_error;
};
}
