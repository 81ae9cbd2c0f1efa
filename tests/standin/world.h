// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace Postwave::StandIn
{
struct Options;

/** The counters of a post, in the order of the JSON forms. */
enum Counter { Views, Forwards, Reactions, Replies, Comments, CounterCount };

/** `views`, `forwards`, `reactions`, `replies`, `comments`: the names in files and control calls. */
inline constexpr std::array<const char *, CounterCount> kCounterNames = {"views", "forwards", "reactions", "replies",
                                                                         "comments"};

/** Absent: the snapshot does not know it. */
using Counters = std::array<std::optional<qint64>, CounterCount>;

struct Post {
    qint64 id = 0;
    qint64 date = 0; ///< seconds since the epoch; later than the server's clock: not published yet
    Counters totals; ///< what the counters are, or with growth what they tend to
    bool deleted = false;
    QString text;

    /** Whether any counter has ever been read from Telegram. */
    bool hasSnapshot() const;
};

struct Channel {
    qint64 id = 0;
    QString title; ///< empty: has none
    QString username; ///< empty: private
    qint64 subscribers = 0;
    QByteArray createdAt; ///< naive, as the server writes it
    QList<Post> posts; ///< oldest first

    QString name() const;
    Post *post(qint64 id);
    /** Puts @p post in its place by time; a post of the same id goes. */
    void insert(const Post &post);
};

struct User {
    int id = 0;
    QString email;
    QString password;
    QString username;
    QString fullName;
    QString role;
    QString status;
};

/** Everything the server knows. All users own all channels. */
class World
{
public:
    /** The made-up world, or that of the file named in @p options. On failure error() says why. */
    World(const Options &options, qint64 now);

    QString error() const
    {
        return m_error;
    }
    QList<User> &users()
    {
        return m_users;
    }
    QList<Channel> &channels()
    {
        return m_channels;
    }
    Channel *channel(qint64 id);

    /** The published, not deleted posts of @p channel with from <= date <= to, oldest first. */
    QList<const Post *> published(const Channel &channel, qint64 from, qint64 to, qint64 now) const;
    /** All of them. */
    QList<const Post *> published(const Channel &channel, qint64 now) const;

    /** What the latest snapshot of @p post says at @p now. */
    Counters counters(const Post &post, qint64 now) const;

private:
    void load(const QString &fileName);

    QList<User> m_users;
    QList<Channel> m_channels;
    QString m_error;
    bool m_growth = false;
};
}
