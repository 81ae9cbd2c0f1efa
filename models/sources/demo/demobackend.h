// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sources/backend.h"
#include "sources/demo/demoworld.h"

namespace Postwave
{
/**
 * Three invented channels behind the same interface as a server, answered like one: rolling
 * windows cut at both ends, sparse, UTC. For trying the program, never mixed with real data.
 */
class DemoBackend final : public Backend
{
public:
    explicit DemoBackend(const Clock *clock);

    QString source() const override;
    QCoro::Task<Result<ChannelList>> channels() override;
    QCoro::Task<Result<DynamicsAnswer>> dynamics(qint64 channel, DynamicsQuery query,
                                                 RequestPriority priority) override;
    QCoro::Task<Result<QList<TopPost>>> topPosts(TopPostsQuery query) override;
    QCoro::Task<Result<ServerHealth>> health() override;

private:
    QList<DemoPost> posts(qint64 channel, TimeWindow window) const;

    const Clock *m_clock;
    QList<DemoRecipe> m_recipes;
};
}
