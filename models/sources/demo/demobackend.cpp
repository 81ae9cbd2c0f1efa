// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/demo/demobackend.h"

#include <QFile>

#include <algorithm>

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

TimeWindow windowOf(const DynamicsQuery &query, qint64 now)
{
    if (const auto *rolling = std::get_if<RollingQuery>(&query))
        return {now - periodSeconds(rolling->period), now + 1};
    if (const auto *day = std::get_if<DayQuery>(&query))
        return {day->day, day->day + secondsOf(StoredResolution::Day)};
    return std::get<MinuteQuery>(query).window;
}

double sortKey(const DemoPost &post, const QString &by)
{
    if (by == u"forwards"_s)
        return double(post.forwards);
    if (by == u"reactions_count"_s)
        return double(post.reactions);
    if (by == u"replies_count"_s)
        return double(post.replies);
    if (by == u"engagement_rate"_s)
        return double(post.reactions + post.forwards + post.comments) / double(std::max<qint64>(1, post.views));
    return double(post.views);
}
}

DemoBackend::DemoBackend(const Clock *clock)
    : m_clock(clock)
{
    QFile file(u":/postwave/demo/channels.json"_s);
    if (file.open(QIODevice::ReadOnly)) {
        if (const Result<QList<DemoRecipe>> recipes = readDemoRecipes(file.readAll()))
            m_recipes = *recipes;
    }
}

QString DemoBackend::source() const
{
    return u"demo"_s;
}

QCoro::Task<Result<ChannelList>> DemoBackend::channels()
{
    ChannelList channels;
    for (const DemoRecipe &recipe : m_recipes)
        channels.append(recipe.channel);
    co_return channels;
}

QList<DemoPost> DemoBackend::posts(qint64 channel, TimeWindow window) const
{
    for (const DemoRecipe &recipe : m_recipes) {
        if (recipe.channel.id == channel)
            return demoPosts(recipe, window, m_clock->now());
    }
    return {};
}

QCoro::Task<Result<DynamicsAnswer>> DemoBackend::dynamics(qint64 channel, DynamicsQuery query, RequestPriority)
{
    DynamicsAnswer answer{.buckets = {}, .answeredAt = m_clock->now()};
    answer.askedAt = answer.answeredAt;
    const StoredResolution level = answerLevel(query);
    for (const DemoPost &post : posts(channel, windowOf(query, answer.answeredAt))) {
        const Bucket bucket = bucketOf(post, level);
        if (!answer.buckets.isEmpty() && answer.buckets.last().start == bucket.start)
            answer.buckets.last().counters += bucket.counters;
        else
            answer.buckets.append(bucket);
    }
    answer.comments = answer.buckets.isEmpty() ? CommentsKind::None : CommentsKind::Discussion;
    co_return answer;
}

QCoro::Task<Result<QList<TopPost>>> DemoBackend::topPosts(TopPostsQuery query)
{
    QList<DemoPost> found = posts(query.channel, windowOf(RollingQuery{query.period}, m_clock->now()));
    std::stable_sort(found.begin(), found.end(), [&](const DemoPost &a, const DemoPost &b) {
        return sortKey(a, query.sortBy) > sortKey(b, query.sortBy);
    });
    QList<TopPost> top;
    for (const DemoPost &post : found.mid(0, query.limit))
        top.append({.id = post.id,
                    .published = post.published,
                    .text = post.text,
                    .views = post.views,
                    .forwards = post.forwards,
                    .reactions = post.reactions,
                    .replies = post.replies,
                    .comments = post.comments});
    co_return top;
}

QCoro::Task<Result<ServerHealth>> DemoBackend::health()
{
    co_return ServerHealth{u"healthy"_s, QStringLiteral(POSTWAVE_VERSION)};
}
}
