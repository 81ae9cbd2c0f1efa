// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/demo/demoworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kDay = secondsOf(StoredResolution::Day);
constexpr int kMostPostsPerDay = 200;
constexpr int kIdsPerDay = 1000;
/** The demo's posts are numbered from this day on, so that ids stay small. */
constexpr qint64 kFirstDay = 19'000;
/** A young channel begins anew after so many days, else it would grow old as time goes by. */
constexpr qint64 kYoungDays = 60;
constexpr qint64 kRenewalDays = 28;

/** SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere. */
class Dice
{
public:
    Dice(quint64 seed, quint64 a, quint64 b)
        : m_state(seed ^ (a * 0x9e3779b97f4a7c15ULL) ^ (b * 0xd1b54a32d192ed03ULL))
    {
        next();
    }
    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double uniform()
    {
        return double(next() >> 11) * 0x1.0p-53;
    }
    /** True once in @p n on average; never for 0. */
    bool oneIn(int n)
    {
        return n > 0 && uniform() * n < 1;
    }
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    quint64 m_state;
};

/** Share of its final views that a post has at an age in hours. */
double maturity(const DemoRecipe &recipe, double hours)
{
    const auto grown = [hours](double halfLife) {
        return hours / (hours + halfLife);
    };
    return recipe.fastShare * grown(recipe.fastHalfLife) + (1 - recipe.fastShare) * grown(recipe.slowHalfLife);
}

qint64 firstDayOf(const DemoRecipe &recipe, qint64 today)
{
    const qint64 first = today - recipe.historyDays;
    return recipe.historyDays > kYoungDays ? first : first - first % kRenewalDays;
}

int postsOn(const DemoRecipe &recipe, Dice &dice, qint64 day)
{
    if (dice.oneIn(recipe.quietDayEvery))
        return 0;
    const bool weekend = (day + 3) % 7 >= 5; // 1 January 1970 was a Thursday
    const double expected = recipe.postsPerDay * (weekend ? 0.6 : 1.15);
    return std::min(int(expected + dice.uniform()), kMostPostsPerDay);
}

/** A post before anything has grown. */
struct Seedling {
    qint64 published = 0;
    double finalViews = 0;
    int parts = 1;
    bool service = false;
    bool ad = false;
    std::optional<qint64> deletedAt = {};
};

QList<Seedling> seedlingsOf(const DemoRecipe &recipe, qint64 day)
{
    Dice dice(recipe.seed, quint64(recipe.channel.id.value()), quint64(day));
    const int count = postsOn(recipe, dice, day);
    const qint64 hours = recipe.lastHour - recipe.firstHour + 1;
    QList<Seedling> seedlings;
    for (int i = 0; i < count; ++i) {
        Seedling post;
        post.published = day * kDay + recipe.firstHour * 3600 + qint64(dice.uniform() * double(hours) * 3600);
        post.finalViews = recipe.typicalViews * std::exp(recipe.spread * dice.normal());
        if (dice.oneIn(recipe.viralEvery))
            post.finalViews *= 4 + 3 * dice.uniform();
        post.parts = dice.oneIn(recipe.albumEvery) ? recipe.albumParts : 1;
        post.ad = dice.oneIn(recipe.adEvery);
        if (dice.oneIn(recipe.deletedEvery))
            post.deletedAt = post.published + qint64((1 + dice.uniform() * 8) * double(kDay));
        seedlings.append(post);
    }
    if (recipe.serviceEveryDays > 0 && day % recipe.serviceEveryDays == 0)
        seedlings.append({.published = day * kDay + recipe.firstHour * 3600 + 90, .service = true});
    std::sort(seedlings.begin(), seedlings.end(), [](const Seedling &a, const Seedling &b) {
        return a.published < b.published;
    });
    return seedlings;
}

DemoPost grown(const DemoRecipe &recipe, const Seedling &seedling, qint64 id, qint64 now)
{
    DemoPost post{.id = PostId(id), .published = seedling.published};
    post.text = seedling.ad ? u"#ad "_s + recipe.text : recipe.text;
    if (seedling.service)
        return post;
    Dice dice(recipe.seed, quint64(id), 7);
    const double views = seedling.finalViews * maturity(recipe, double(now - seedling.published) / 3600);
    const auto share = [&](double rate) {
        return qint64(views * rate * (0.6 + 0.8 * dice.uniform()));
    };
    post.views = qint64(views);
    post.reactions = share(recipe.reactionRate);
    post.forwards = share(recipe.forwardRate);
    post.comments = share(recipe.commentRate);
    post.replies = post.comments / 4;
    return post;
}

DemoRecipe recipeOf(const QJsonObject &object, quint64 seed)
{
    const auto number = [&](const char *name) {
        return object[QLatin1StringView(name)].toDouble();
    };
    const auto whole = [&](const char *name) {
        return object[QLatin1StringView(name)].toInt();
    };
    const QJsonArray halfLives = object[u"half_life_hours"_s].toArray();
    DemoRecipe recipe;
    recipe.channel = {ChannelId(object[u"id"_s].toInteger()), object[u"title"_s].toString(),
                      object[u"username"_s].toString(), object[u"subscribers"_s].toInteger()};
    recipe.seed = seed;
    recipe.historyDays = whole("history_days");
    recipe.postsPerDay = number("posts_per_day");
    recipe.typicalViews = number("typical_views");
    recipe.spread = number("spread");
    recipe.fastHalfLife = halfLives.at(0).toDouble(1);
    recipe.slowHalfLife = halfLives.at(1).toDouble(1);
    recipe.fastShare = number("fast_share");
    recipe.reactionRate = number("reaction_rate");
    recipe.forwardRate = number("forward_rate");
    recipe.commentRate = number("comment_rate");
    recipe.albumEvery = whole("album_every");
    recipe.albumParts = std::max(1, whole("album_parts"));
    recipe.viralEvery = whole("viral_every");
    recipe.quietDayEvery = whole("quiet_day_every");
    recipe.adEvery = whole("ad_every");
    recipe.deletedEvery = whole("deleted_every");
    recipe.serviceEveryDays = whole("service_every_days");
    recipe.firstHour = whole("first_hour");
    recipe.lastHour = whole("last_hour");
    recipe.text = object[u"text"_s].toString();
    return recipe;
}
}

Result<QList<DemoRecipe>> readDemoRecipes(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonArray channels = root[u"channels"_s].toArray();
    QList<DemoRecipe> recipes;
    for (const QJsonValue &value : channels)
        recipes.append(recipeOf(value.toObject(), quint64(root[u"seed"_s].toInteger())));
    if (recipes.isEmpty())
        return Error{.kind = Error::Kind::BadAnswer, .detail = u"the demo recipe holds no channels"_s};
    return recipes;
}

QList<DemoPost> demoPosts(const DemoRecipe &recipe, TimeWindow window, qint64 now)
{
    now = bucketStart(StoredResolution::Hour, now);
    const qint64 firstDay = std::max(firstDayOf(recipe, now / kDay), window.from / kDay);
    const qint64 lastDay = std::min(now, window.until - 1) / kDay;
    QList<DemoPost> posts;
    for (qint64 day = firstDay; day <= lastDay; ++day) {
        qint64 id = (day - kFirstDay) * kIdsPerDay;
        for (const Seedling &seedling : seedlingsOf(recipe, day)) {
            id += seedling.parts;
            const bool gone = seedling.deletedAt && *seedling.deletedAt <= now;
            if (gone || seedling.published > now || !window.contains(seedling.published))
                continue;
            const DemoPost whole = grown(recipe, seedling, id, now);
            for (int part = 0; part < seedling.parts; ++part) {
                DemoPost post = whole;
                post.id = PostId(id - seedling.parts + 1 + part);
                if (part > 0) { // reactions and texts sit on an album's first part
                    post.reactions = 0;
                    post.text.clear();
                }
                posts.append(post);
            }
        }
    }
    return posts;
}
}
