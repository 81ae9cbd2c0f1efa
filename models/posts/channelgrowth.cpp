// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/channelgrowth.h"

#include <algorithm>

namespace Postwave
{
namespace
{
/** How the posts that count in averages grew. */
QList<Growth> countedOf(const QList<WholePost> &posts, const QList<Growth> &growths)
{
    QList<Growth> counted;
    counted.reserve(growths.size());
    for (qsizetype i = 0; i < posts.size(); ++i) {
        if (countsInAverages(posts[i].history))
            counted.append(growths[i]);
    }
    return counted;
}

OwnGrowth tellByOwn(const QList<WholePost> &posts, QList<Growth> &growths, const MaturityCurve &typical)
{
    OwnGrowth own = ownGrowth(countedOf(posts, growths), typical);
    for (Growth &growth : growths)
        growth.tellBy(own.curve);
    return own;
}
}

ChannelGrowth::ChannelGrowth(const QList<PostHistory> &posts, qint64 asOf)
    : m_asOf(asOf)
    , m_posts(wholePosts(knownAt(posts, asOf)))
{
    m_views.reserve(m_posts.size());
    m_engagement.reserve(m_posts.size());
    for (const WholePost &post : std::as_const(m_posts)) {
        m_views.append(Growth::of(post.history, Growing::Views, asOf, MaturityCurve::typicalViews()));
        m_engagement.append(Growth::of(post.history, Growing::Engagement, asOf, MaturityCurve::typicalEngagement()));
    }
    m_ownViews = tellByOwn(m_posts, m_views, MaturityCurve::typicalViews());
    m_ownEngagement = tellByOwn(m_posts, m_engagement, MaturityCurve::typicalEngagement());
}

QList<std::optional<Typical>> ChannelGrowth::typicals() const
{
    return Postwave::typicals(m_posts, m_views, m_ownViews.curve);
}

QList<qsizetype> ChannelGrowth::publishedIn(TimeWindow window) const
{
    const auto published = [](const WholePost &post) {
        return post.history.post.published;
    };
    const auto first = std::ranges::lower_bound(m_posts, window.from, {}, published);
    const auto end = std::ranges::lower_bound(m_posts, window.until, {}, published);
    QList<qsizetype> places;
    for (auto post = first; post < end; ++post) {
        if (!post->history.deletedSeen)
            places.append(post - m_posts.cbegin());
    }
    return places;
}

ChangeSide ChannelGrowth::sideOf(TimeWindow window) const
{
    ChangeSide side;
    const QList<qsizetype> places = publishedIn(window);
    for (const qsizetype place : places) {
        if (!countsInAverages(m_posts[place].history))
            continue;
        side.views.append(m_views[place]);
        side.engagement.append(m_engagement[place]);
    }
    return side;
}

ChangeQuestion ChannelGrowth::question(TimeWindow window, qint64 shift, bool earlierCovered) const
{
    const qint64 until = std::min(window.until, m_asOf);
    return {.side = sideOf({window.from, until}),
            .earlier = sideOf({window.from - shift, until - shift}),
            .earlierCovered = earlierCovered,
            .ownViews = m_ownViews,
            .ownEngagement = m_ownEngagement};
}

std::optional<double> ChannelGrowth::stillToCome(TimeWindow window) const
{
    double views = 0;
    double expected = 0;
    const QList<qsizetype> places = publishedIn(window);
    for (const qsizetype place : places) {
        if (!m_views[place].isRead())
            continue;
        views += m_views[place].value();
        expected += m_views[place].expected();
    }
    return expected > 0 ? std::optional(1 - views / expected) : std::nullopt;
}
}
