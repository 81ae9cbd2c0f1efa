// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sources/demo/demoworld.h"
#include "sources/source.h"

namespace Postwave
{
/**
 * Three invented channels behind the same interface as a server: sparse buckets in UTC that end where the clock
 * stands. For trying the program, never mixed with real data.
 */
class DemoSource final : public Source
{
public:
    explicit DemoSource(const Clock *clock);

    QString key() const override;
    SourceCapabilities capabilities() const override;
    QCoro::Task<Result<ChannelList>> channels() override;
    /** One request for all that is needed of one level, for it costs nothing. */
    SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const override;
    QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request,
                                            RequestPriority priority) override;

private:
    QList<DemoPost> posts(ChannelId channel, TimeWindow window) const;
    ObservedBuckets observedBuckets(ChannelId channel, TimeWindow window, StoredResolution level, qint64 now) const;

    const Clock *m_clock;
    QList<DemoRecipe> m_recipes;
};
}
