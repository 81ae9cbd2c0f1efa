// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend.h"
#include "router.h"

namespace Postwave::StandIn
{
/** The health endpoints, which answer 200 whatever they say. */
class HealthApi
{
public:
    explicit HealthApi(Backend &backend);

    void addRoutes(Router &router);

private:
    QByteArray now() const;
    qint64 uptime() const;
    Response brief(const char *status, const char *version) const;
    Response detailed() const;
    Response ready() const;
    Response live() const;

    Backend &m_backend;
    qint64 m_started; ///< server seconds
};
}
