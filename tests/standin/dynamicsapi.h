// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend.h"
#include "ratewindow.h"
#include "router.h"

#include <QHash>

namespace Postwave::StandIn
{
/** The post-dynamics endpoint: its checks, its failures, its cache. The numbers come from Dynamics. */
class DynamicsApi
{
public:
    explicit DynamicsApi(Backend &backend);

    void addRoutes(Router &router);

private:
    struct Cached {
        QByteArray json;
        qint64 at; ///< server seconds
    };
    Response answer(const Call &call);
    Response computed(const Call &call);

    Backend &m_backend;
    RateWindow m_window;
    QHash<QByteArray, Cached> m_cache;
};
}
