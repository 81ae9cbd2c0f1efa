// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/typical.h"

#include <QStringList>
#include <QTimeZone>

#include <array>

namespace Postwave
{
/** What a group of posts did, told so that neither the channel's growth nor the posts' age matter. */
struct GroupFigures {
    int posts = 0; ///< that have a × typical
    std::optional<double> times = {}; ///< median × typical
    std::optional<double> engagementRate = {}; ///< of those whose parts are known: totals over totals

    /** Fewer posts say nothing: shown grey. */
    static constexpr int kFewestPosts = 3;
    bool isTelling() const
    {
        return posts >= kFewestPosts;
    }
};

/** A group and what it did. */
template<typename Key>
struct Group {
    Key key = {};
    GroupFigures figures = {};
};

enum class TextLength : quint8 { None, Short, Medium, Long, VeryLong };
/** By the characters that a reader counts: none, up to 200, 500, 1,000, and beyond. */
TextLength textLengthOf(const QString &text);

/**
 * What posts did by what they are. Of posts that count in averages, and have a × typical that is not only so far.
 *
 * @param posts in order of time, with what typicals() says of each
 * @param views of each
 */
class PostFigures
{
public:
    PostFigures(const QList<WholePost> &posts, const QList<Growth> &views,
                const QList<std::optional<Typical>> &typicals);

    /** By hashtag, as it is written first; a post stands in each of its own. Most posts first, then by name. */
    QList<Group<QString>> byHashtag() const;
    /** By what they carry; a post stands in each of its kinds, and under none where it carries nothing. */
    QList<Group<Media>> byMedium() const;
    /** In order of length; only those that there are. */
    QList<Group<TextLength>> byTextLength() const;

    /** Median × typical by weekday and time of day. */
    struct Week {
        int hoursPerBlock = 4; ///< 1 from kManyPosts on
        QList<std::array<GroupFigures, 7>> blocks =
            {}; ///< of a day, from midnight on; of each the weekdays, Monday first

        static constexpr int kManyPosts = 300;
        static constexpr int kFewestCells = 10;
        /** Whether enough cells tell something. */
        bool isTelling() const;
    };
    Week byTime(const QTimeZone &zone) const;

private:
    struct Entry {
        const WholePost *post;
        double times;
        Count views;
        Count engagement;
    };

    GroupFigures figuresOf(const QList<const Entry *> &entries) const;

    QList<Entry> m_entries;
};
}
