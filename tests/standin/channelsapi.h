// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend.h"
#include "router.h"

namespace Postwave::StandIn
{
/** The lists of channels, one channel, the overview, and what is left of the user's bot. */
class ChannelsApi
{
public:
    explicit ChannelsApi(Backend &backend);

    void addRoutes(Router &router);

private:
    QList<const Channel *> newestFirst() const;
    Response forAnalytics() const;
    Response list() const;
    Response one(const Call &call) const;
    Response status(const Call &call) const;
    Response overview() const;
    /** The channel of the path, or the answer that turns the request away. */
    const Channel *owned(const Call &call, Response &refusal) const;

    Backend &m_backend;
};
}
