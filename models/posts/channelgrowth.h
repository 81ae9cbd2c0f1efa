// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timewindow.h"
#include "posts/change.h"
#include "posts/typical.h"

namespace Postwave
{
/** All posts of a channel as they were known at a time, and what their growth tells of them. */
class ChannelGrowth
{
public:
    /** @param posts of the channel, in order of time, then id; what was seen after @p asOf is left out */
    ChannelGrowth(const QList<PostHistory> &posts, qint64 asOf);

    qint64 asOf() const
    {
        return m_asOf;
    }
    /** Albums are one, service messages none; in order of time. The lists below have an entry for each of them. */
    const QList<WholePost> &posts() const
    {
        return m_posts;
    }
    const QList<Growth> &views() const
    {
        return m_views;
    }
    const QList<Growth> &engagement() const
    {
        return m_engagement;
    }
    const OwnGrowth &ownViews() const
    {
        return m_ownViews;
    }
    const OwnGrowth &ownEngagement() const
    {
        return m_ownEngagement;
    }

    /** See typicals(). */
    QList<std::optional<Typical>> typicals() const;

    /** The posts of [from, until), as places in posts(): those that are there. */
    QList<qsizetype> publishedIn(TimeWindow window) const;

    /**
     * What to ask of a period and the one that lies @p shift seconds before. Neither reaches beyond the time up to
     * which the posts are known, or its counterpart.
     */
    ChangeQuestion question(TimeWindow window, qint64 shift, bool earlierCovered) const;

    /**
     * The share of the 30-day views of a period's posts that they have yet to gather; below 0 where they have more.
     * Nothing where nothing was read of them.
     */
    std::optional<double> stillToCome(TimeWindow window) const;

private:
    ChangeSide sideOf(TimeWindow window) const;

    qint64 m_asOf;
    QList<WholePost> m_posts;
    QList<Growth> m_views;
    QList<Growth> m_engagement;
    OwnGrowth m_ownViews;
    OwnGrowth m_ownEngagement;
};
}
