// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postsapi.h"

#include "jsonwriter.h"
#include "timeforms.h"
#include "validation.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr qsizetype kShownOfText = 200; // characters as the server's language counts them
constexpr qint64 kLargestSum = std::numeric_limits<qint32>::max();
constexpr char16_t kPeriods[] = u"^(1h|6h|24h|7d|30d|90d|all)$"; // other than post dynamics: no 12h

/** Percent with two decimals. */
double rate(qint64 interactions, qint64 views)
{
    return views == 0 ? 0.0 : std::round(double(interactions) * 10'000.0 / double(views)) / 100.0;
}

QString cut(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    const auto shown = characters.first(qMin(characters.size(), kShownOfText));
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(shown.constData()), shown.size());
}
}

PostsApi::PostsApi(Backend &backend)
    : m_backend(backend)
{
}

void PostsApi::addRoutes(Router &router)
{
    using Access = Router::Access;
    const QByteArray root = m_backend.options.profile == Profile::Nov20 ? "/api" : "";
    router.add("GET", "/analytics/posts/top-posts/{channel_id}", Access::Open, [this](const Call &call) {
        return topPosts(call);
    });
    router.add("GET", "/analytics/posts/top-posts/{channel_id}/summary", Access::Open, [this](const Call &call) {
        return summary(call);
    });
    router.add("GET", root + "/posts", Access::Token, [this](const Call &call) {
        return list(call);
    });
    router.add("GET", root + "/channels/{channel_id}/posts", Access::Token, [this](const Call &call) {
        return listOfChannel(call);
    });
}

qint64 PostsApi::interactions(const Counters &counters) const
{
    qint64 sum = 0;
    for (const Counter counter : {Forwards, Reactions, Replies})
        sum += counters[counter].value_or(0);
    return hasComments() ? sum + counters[Comments].value_or(0) : sum;
}

QList<const Post *> PostsApi::ofPeriod(const Channel *channel, const QString &period) const
{
    if (!channel)
        return {};
    const qint64 now = m_backend.clock.seconds();
    if (period == u"all")
        return m_backend.world.published(*channel, now);
    const qint64 unit = period.endsWith(u'h') ? kHour : kDay;
    return m_backend.world.published(*channel, now - period.chopped(1).toInt() * unit, now, now);
}

Response PostsApi::topPosts(const Call &call) const
{
    Validation validation;
    const QString period = validation.choice(call.query, u"period"_s, u"30d"_s, QString::fromUtf16(kPeriods));
    const QString sortBy = validation.choice(
        call.query, u"sort_by"_s, u"views"_s,
        hasComments() ? u"^(views|forwards|comments_count|replies_count|reactions_count|engagement_rate)$"_s
                      : u"^(views|forwards|replies_count|reactions_count|engagement_rate)$"_s);
    const qint64 limit = validation.integer(call.query, u"limit"_s, 10, 1, 50);
    if (validation.failed())
        return validation.response();
    if (m_backend.options.profile >= Profile::Feb26)
        return Response::detail(500,
                                u"Failed to fetch top posts: 'CacheService' object has no attribute "
                                "'generate_cache_key'"_s);
    bool ok = false;
    const qint64 id = call.path.value(u"channel_id"_s).toLongLong(&ok);
    if (!ok)
        return Response::detail(500, u"Failed to fetch top posts: 400: Invalid channel ID format"_s);

    struct Row {
        const Post *post;
        Counters counters;
        std::optional<double> key;
    };
    static const QHash<QString, Counter> counterOf = {
        {u"views"_s, Views},           {u"forwards"_s, Forwards},       {u"reactions_count"_s, Reactions},
        {u"replies_count"_s, Replies}, {u"comments_count"_s, Comments},
    };
    const qint64 now = m_backend.clock.seconds();
    QList<Row> rows;
    const auto posts = ofPeriod(m_backend.world.channel(id), period);
    for (const Post *post : posts) {
        if (!post->hasSnapshot())
            continue;
        Row row{.post = post, .counters = m_backend.world.counters(*post, now), .key = {}};
        if (const auto counter = counterOf.constFind(sortBy); counter == counterOf.constEnd())
            row.key = rate(interactions(row.counters), row.counters[Views].value_or(0));
        else if (const auto total = row.counters[*counter])
            row.key = double(*total);
        if (!hasComments() || row.key.value_or(0) > 0)
            rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        if (!a.key || !b.key) // the database puts what it does not know on top
            return !a.key && b.key;
        return *a.key > *b.key;
    });

    JsonWriter json;
    json.beginArray();
    for (const Row &row : std::as_const(rows).first(qMin<qsizetype>(rows.size(), limit))) {
        const auto shown = [&row](Counter counter) {
            return row.counters[counter].value_or(0);
        };
        json.beginObject()
            .field("msg_id", row.post->id)
            .field("date", plusZeroText(row.post->date))
            .field("text", cut(row.post->text))
            .field("views", shown(Views))
            .field("forwards", shown(Forwards));
        if (hasComments())
            json.field("comments_count", shown(Comments));
        json.field("replies_count", shown(Replies))
            .field("reactions_count", shown(Reactions))
            .field("engagement_rate", rate(interactions(row.counters), shown(Views)))
            .endObject();
    }
    return Response::json(json.endArray().bytes());
}

Response PostsApi::summary(const Call &call) const
{
    Validation validation;
    const QString period = validation.choice(call.query, u"period"_s, u"30d"_s, QString::fromUtf16(kPeriods));
    if (validation.failed())
        return validation.response();
    bool ok = false;
    const qint64 id = call.path.value(u"channel_id"_s).toLongLong(&ok);
    if (!ok)
        return Response::detail(500, u"Failed to fetch summary: 400: Invalid channel ID format"_s);

    const qint64 now = m_backend.clock.seconds();
    std::array<qint64, CounterCount> sums{};
    qint64 allInteractions = 0;
    const auto posts = ofPeriod(m_backend.world.channel(id), period);
    qint64 counted = 0;
    for (const Post *post : posts) {
        if (!post->hasSnapshot())
            continue;
        ++counted;
        const Counters counters = m_backend.world.counters(*post, now);
        for (size_t counter = 0; counter < CounterCount; ++counter)
            sums[counter] += counters[counter].value_or(0);
        allInteractions += interactions(counters);
    }
    if (!m_backend.options.wideSums && *std::max_element(sums.begin(), sums.end()) > kLargestSum)
        return Response::detail(500, u"Failed to fetch summary: integer out of range"_s);

    JsonWriter json;
    json.beginObject().field("total_views", sums[Views]).field("total_forwards", sums[Forwards]);
    if (hasComments())
        json.field("total_comments", sums[Comments]).field("total_replies", sums[Replies]);
    return Response::json(json.field("total_reactions", sums[Reactions])
                              .field("average_engagement_rate", rate(allInteractions, sums[Views]))
                              .field("post_count", counted)
                              .endObject()
                              .bytes());
}

Response PostsApi::list(const Call &call) const
{
    Validation validation;
    const qint64 channelId = validation.integer(call.query, u"channel_id"_s, 0);
    return validation.failed() ? validation.response() : page(call, channelId);
}

Response PostsApi::listOfChannel(const Call &call) const
{
    Validation validation;
    const qint64 channelId = validation.pathInteger(call.path.value(u"channel_id"_s), "channel_id");
    if (validation.failed())
        return validation.response();
    if (hasComments()) // broken since the paths were flattened
        return Response::detail(500, u"Failed to retrieve channel posts"_s);
    return page(call, channelId);
}

Response PostsApi::page(const Call &call, qint64 channelId) const
{
    Validation validation;
    const qint64 page = validation.integer(call.query, u"page"_s, 1, 1);
    const qint64 pageSize = validation.integer(call.query, u"page_size"_s, 50, 1, 100);
    if (validation.failed())
        return validation.response();
    const QString search = hasComments() ? call.query.value(u"search"_s).value_or(QString()) : QString();

    struct Row {
        const Channel *channel;
        const Post *post;
    };
    const qint64 now = m_backend.clock.seconds();
    QList<Row> rows;
    for (const Channel &channel : std::as_const(m_backend.world.channels())) {
        if (channelId != 0 && channel.id != channelId)
            continue;
        const auto posts = m_backend.world.published(channel, now);
        for (const Post *post : posts) {
            if (search.isEmpty() || post->text.contains(search, Qt::CaseInsensitive)
                || QString::number(post->id) == search)
                rows.append({&channel, post});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return a.post->date > b.post->date;
    });

    // Snapshots are taken every ten minutes, and a post is first seen ten minutes after it came out.
    const QByteArray snapshot = zonedText(floored(now, 600)).chopped(1) + ".250000Z";
    JsonWriter json;
    json.beginObject().key("posts").beginArray();
    const qsizetype first = qMin<qsizetype>((page - 1) * pageSize, rows.size());
    const qsizetype last = qMin<qsizetype>(first + pageSize, rows.size());
    for (qsizetype i = first; i < last; ++i) {
        const Channel &channel = *rows.at(i).channel;
        const Post &post = *rows.at(i).post;
        const QByteArray created = zonedText(post.date + 600).chopped(1) + ".005120Z";
        json.beginObject()
            .field("id", post.id)
            .field("channel_id", channel.id)
            .field("msg_id", post.id)
            .field("date", zonedText(post.date))
            .field("text", post.text)
            .field("created_at", created)
            .field("updated_at", snapshot)
            .key("metrics");
        if (post.hasSnapshot()) {
            const Counters counters = m_backend.world.counters(post, now);
            json.beginObject()
                .field("views", counters[Views].value_or(0))
                .field("forwards", counters[Forwards].value_or(0));
            if (hasComments())
                json.field("comments_count", counters[Comments].value_or(0));
            json.field("replies_count", counters[Replies].value_or(0))
                .field("reactions_count", counters[Reactions].value_or(0))
                .field("snapshot_time", snapshot)
                .endObject();
        } else {
            json.value(nullptr);
        }
        json.field("channel_name", channel.name());
        if (hasComments()) {
            json.key("channel_username");
            if (channel.username.isEmpty())
                json.value(nullptr);
            else
                json.value(channel.username);
        }
        json.endObject();
    }
    return Response::json(json.endArray()
                              .field("total", rows.size())
                              .field("page", page)
                              .field("page_size", pageSize)
                              .field("has_more", last < rows.size())
                              .endObject()
                              .bytes());
}
}
