// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "madeupworld.h"
#include "options.h"
#include "timeforms.h"
#include "worldfile.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kWideFactor = 1 << 20; // a post of some thousand views passes 2³² by itself
constexpr double kHalfLife = 6 * kHour; // age at which a growing counter has half of its total

bool isEarlier(const Post &a, const Post &b)
{
    return a.date < b.date;
}

/**
 * A share of the total that nears it within days, and beside it a slow rise that never ends,
 * so that moving the clock changes posts of any age.
 */
qint64 grown(qint64 total, qint64 age)
{
    const double seconds = double(qMax<qint64>(0, age));
    const double share = seconds / (seconds + kHalfLife);
    return qint64(double(total) * share) + qint64(double(total + 100) * seconds / (1000.0 * kDay));
}
}

bool Post::hasSnapshot() const
{
    return std::any_of(totals.begin(), totals.end(), [](const auto &total) {
        return total.has_value();
    });
}

QString Channel::name() const
{
    return title.isEmpty() ? u"Channel %1"_s.arg(id) : title;
}

Post *Channel::post(qint64 id)
{
    const auto found = std::find_if(posts.begin(), posts.end(), [id](const Post &post) {
        return post.id == id;
    });
    return found == posts.end() ? nullptr : &*found;
}

void Channel::insert(const Post &post)
{
    posts.removeIf([&post](const Post &old) {
        return old.id == post.id;
    });
    posts.insert(std::upper_bound(posts.cbegin(), posts.cend(), post, isEarlier), post);
}

World::World(const Options &options, qint64 now)
    : m_growth(options.growth)
{
    m_users = {
        {4711, u"desk@example.com"_s, u"correct horse"_s, u"harbour_desk"_s, u"Harbour Desk"_s, u"user"_s, u"active"_s},
        {4712, u"suspended@example.com"_s, u"correct horse"_s, u"quiet_desk"_s, u"Quiet Desk"_s, u"user"_s,
         u"suspended"_s},
    };
    if (options.worldFile.isEmpty())
        m_channels = madeUpChannels(options.seed, now);
    else
        load(options.worldFile);
    if (!options.wideSums)
        return;
    for (Channel &channel : m_channels) {
        for (Post &post : channel.posts) {
            for (auto &total : post.totals) {
                if (total)
                    *total *= kWideFactor;
            }
        }
    }
}

void World::load(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        m_error = u"%1: %2"_s.arg(fileName, file.errorString());
        return;
    }
    const ReadChannels read = channelsFromJson(file.readAll());
    m_channels = read.channels;
    if (!read.error.isEmpty())
        m_error = u"%1: %2"_s.arg(fileName, read.error);
}

Channel *World::channel(qint64 id)
{
    const auto found = std::find_if(m_channels.begin(), m_channels.end(), [id](const Channel &channel) {
        return channel.id == id;
    });
    return found == m_channels.end() ? nullptr : &*found;
}

QList<const Post *> World::published(const Channel &channel, qint64 from, qint64 to, qint64 now) const
{
    QList<const Post *> found;
    Post first;
    first.date = from;
    const qint64 last = qMin(to, now);
    for (auto post = std::lower_bound(channel.posts.begin(), channel.posts.end(), first, isEarlier);
         post != channel.posts.end() && post->date <= last; ++post) {
        if (!post->deleted)
            found.append(&*post);
    }
    return found;
}

QList<const Post *> World::published(const Channel &channel, qint64 now) const
{
    return published(channel, std::numeric_limits<qint64>::min(), now, now);
}

Counters World::counters(const Post &post, qint64 now) const
{
    Counters counters = post.totals;
    if (m_growth) {
        for (auto &counter : counters) {
            if (counter)
                *counter = grown(*counter, now - post.date);
        }
    }
    return counters;
}
}
