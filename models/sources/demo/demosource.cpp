// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/demo/demosource.h"

#include <QFile>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
Bucket bucketOf(const DemoPost &post, StoredResolution level)
{
    Bucket bucket{.start = bucketStart(level, post.published)};
    bucket.counters[Metric::Views] = post.views;
    bucket.counters[Metric::Likes] = post.reactions;
    bucket.counters[Metric::Shares] = post.forwards;
    bucket.counters[Metric::Comments] = post.comments;
    bucket.counters[Metric::Replies] = post.replies;
    bucket.counters[Metric::PostCount] = 1;
    return bucket;
}

/** The longest window that is answered in minutes where hours are needed. */
constexpr qint64 kMinutesFor = 2 * secondsOf(StoredResolution::Day);

/** Hours and minutes of a day come together, as from a server; other windows have the buckets that are needed. */
StoredResolution answerLevel(const SourceNeed &need, const NeededBuckets &needed)
{
    const bool isRolling = need.period && periodLevel(*need.period) == StoredResolution::Hour;
    const bool isShort = needed.window.until - needed.window.from <= kMinutesFor;
    return needed.level == StoredResolution::Hour && isShort && !isRolling ? StoredResolution::Minute : needed.level;
}

/** The buckets of a time. */
class DemoRequest final : public SourceRequest
{
public:
    DemoRequest(ChannelId channel, TimeWindow window, StoredResolution level)
        : channel(channel)
        , window(window)
        , level(level)
    {
    }

    bool holds(const SourceRequest &other) const override
    {
        const auto *wanted = dynamic_cast<const DemoRequest *>(&other);
        return wanted && wanted->channel == channel && wanted->level == level
            && window.intersected(wanted->window) == wanted->window;
    }

    const ChannelId channel;
    const TimeWindow window;
    const StoredResolution level;
};
}

DemoSource::DemoSource(const Clock *clock)
    : m_clock(clock)
{
    QFile file(u":/postwave/demo/channels.json"_s);
    if (file.open(QIODevice::ReadOnly)) {
        if (const Result<QList<DemoRecipe>> recipes = readDemoRecipes(file.readAll()))
            m_recipes = *recipes;
    }
}

QString DemoSource::key() const
{
    return u"demo"_s;
}

SourceCapabilities DemoSource::capabilities() const
{
    return {.buckets = true, .listsChannels = true, .counters = {kMetrics.begin(), kMetrics.end()}};
}

QCoro::Task<Result<ChannelList>> DemoSource::channels()
{
    ChannelList channels;
    for (const DemoRecipe &recipe : m_recipes)
        channels.append(recipe.channel);
    co_return channels;
}

QList<DemoPost> DemoSource::posts(ChannelId channel, TimeWindow window) const
{
    for (const DemoRecipe &recipe : m_recipes) {
        if (recipe.channel.id == channel)
            return demoPosts(recipe, window, m_clock->now());
    }
    return {};
}

SourcePlan DemoSource::plan(const SourceNeed &need, const std::optional<SourceKnowledge> &, qint64 now) const
{
    std::map<StoredResolution, TimeWindow> windows;
    for (const NeededBuckets &needed : need.buckets) {
        if (needed.window.from > now)
            continue;
        TimeWindow &window = windows.try_emplace(answerLevel(need, needed), needed.window).first->second;
        window = {std::min(window.from, needed.window.from), std::max(window.until, needed.window.until)};
    }
    SourcePlan plan;
    for (const auto &[level, window] : windows) {
        plan.requests.append({.request = std::make_shared<DemoRequest>(need.channel, window, level),
                              .tells = NeededBuckets{window, level}});
    }
    return plan;
}

QCoro::Task<Result<SourceReading>> DemoSource::read(std::shared_ptr<const SourceRequest> request, RequestPriority)
{
    const auto &wanted = static_cast<const DemoRequest &>(*request);
    const qint64 now = m_clock->now();
    co_return SourceReading(BucketReading{.observed = observedBuckets(wanted.channel, wanted.window, wanted.level, now),
                                          .time = SourceTime::ours(now)});
}

ObservedBuckets DemoSource::observedBuckets(ChannelId channel, TimeWindow window, StoredResolution level,
                                            qint64 now) const
{
    ObservedBuckets observed;
    observed.observation = {.level = level,
                            .window = {window.from, std::min(window.until, now)},
                            .reachesNow = window.until >= now,
                            .observedAt = now};
    QList<Bucket> &buckets = observed.buckets;
    for (const DemoPost &post : posts(channel, observed.observation.window)) {
        const Bucket bucket = bucketOf(post, level);
        if (!buckets.isEmpty() && buckets.last().start == bucket.start)
            buckets.last().counters += bucket.counters;
        else
            buckets.append(bucket);
    }
    observed.observation.comments = buckets.isEmpty() ? CommentsKind::None : CommentsKind::Discussion;
    return observed;
}
}
