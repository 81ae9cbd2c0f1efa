// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend.h"
#include "router.h"

namespace Postwave::StandIn
{
/** Posts one by one: the best of a period, their summary, and the paged list. */
class PostsApi
{
public:
    explicit PostsApi(Backend &backend);

    void addRoutes(Router &router);

private:
    QList<const Post *> ofPeriod(const Channel *channel, const QString &period) const;
    Response topPosts(const Call &call) const;
    Response summary(const Call &call) const;
    Response list(const Call &call) const;
    Response listOfChannel(const Call &call) const;
    Response page(const Call &call, qint64 channelId) const;
    bool hasComments() const
    {
        return m_backend.options.profile >= Profile::Nov26;
    }
    /** All that readers did with a post, as this profile counts it. */
    qint64 interactions(const Counters &counters) const;

    Backend &m_backend;
};
}
