// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "channelsapi.h"

#include "jsonwriter.h"
#include "timeforms.h"
#include "validation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
ChannelsApi::ChannelsApi(Backend &backend)
    : m_backend(backend)
{
}

void ChannelsApi::addRoutes(Router &router)
{
    using Access = Router::Access;
    const bool november20 = m_backend.options.profile == Profile::Nov20;
    router.add("GET", "/analytics/channels", Access::Token, [this](const Call &) {
        return forAnalytics();
    });
    router.add("GET", november20 ? "/channels" : "/channels/", Access::Token, [this](const Call &) {
        return list();
    });
    router.add("GET", "/channels/statistics/overview", Access::Token, [this](const Call &) {
        return overview();
    });
    router.add("GET", "/channels/{channel_id}", Access::Token, [this](const Call &call) {
        return one(call);
    });
    router.add("GET", "/channels/{channel_id}/status", Access::Token, [this](const Call &call) {
        return status(call);
    });
    // Nobody here has a bot; the path alone tells the profiles apart.
    router.add("GET", november20 ? "/api/user-bot/status" : "/user-bot/status", Access::Token, [](const Call &) {
        return Response::detail(404,
                                u"You don't have a bot configured yet. "
                                "Please create a bot first using the 'Create Bot' option."_s);
    });
}

QList<const Channel *> ChannelsApi::newestFirst() const
{
    QList<const Channel *> channels;
    for (const Channel &channel : std::as_const(m_backend.world.channels()))
        channels.append(&channel);
    std::stable_sort(channels.begin(), channels.end(), [](const Channel *a, const Channel *b) {
        return a->createdAt > b->createdAt;
    });
    return channels;
}

Response ChannelsApi::forAnalytics() const
{
    JsonWriter json;
    json.beginArray();
    const auto channels = newestFirst();
    for (const Channel *channel : channels) {
        json.beginObject().field("id", channel->id).field("name", channel->name()).key("username");
        if (channel->username.isEmpty())
            json.value(nullptr);
        else
            json.value(channel->username);
        json.field("subscriber_count", 0) // this list never knows it
            .field("is_active", true)
            .field("created_at", channel->createdAt)
            .field("last_analytics_update", nullptr)
            .endObject();
    }
    return Response::json(json.endArray().bytes());
}

Response ChannelsApi::list() const
{
    JsonWriter json;
    json.beginArray();
    const auto channels = newestFirst();
    for (const Channel *channel : channels) {
        json.beginObject()
            .field("id", channel->id)
            .field("name", channel->name())
            .field("username", nullptr) // and this list never knows that
            .field("subscriber_count", channel->subscribers)
            .field("is_active", true)
            .field("created_at", channel->createdAt);
        if (m_backend.options.profile == Profile::Nov20)
            json.field("last_updated", channel->createdAt);
        else
            json.field("last_updated", nullptr);
        json.field("bot_is_admin", nullptr)
            .field("mtproto_is_admin", nullptr)
            .field("admin_status_message", nullptr)
            .endObject();
    }
    return Response::json(json.endArray().bytes());
}

const Channel *ChannelsApi::owned(const Call &call, Response &refusal) const
{
    Validation validation;
    const qint64 id = validation.pathInteger(call.path.value(u"channel_id"_s), "channel_id");
    if (validation.failed()) {
        refusal = validation.response();
        return nullptr;
    }
    const Channel *channel = m_backend.world.channel(id);
    if (!channel)
        refusal =
            Response::detail(403, u"Access denied to channel %1. You can only access your own channels."_s.arg(id));
    return channel;
}

Response ChannelsApi::one(const Call &call) const
{
    Response refusal;
    const Channel *channel = owned(call, refusal);
    if (!channel)
        return refusal;
    JsonWriter json;
    json.beginObject().field("id", channel->id).field("name", channel->name());
    if (m_backend.options.profile == Profile::Nov20) {
        json.field("telegram_id", channel->id)
            .field("description", "")
            .field("created_at", channel->createdAt)
            .field("is_active", true)
            .field("user_id", call.user->id)
            .field("subscriber_count", channel->subscribers);
    } else {
        json.field("username", nullptr)
            .field("subscriber_count", channel->subscribers)
            .field("is_active", true)
            .field("created_at", channel->createdAt)
            .field("last_updated", nullptr)
            .field("settings", nullptr);
    }
    return Response::json(json.endObject().bytes());
}

Response ChannelsApi::status(const Call &call) const
{
    Response refusal;
    const Channel *channel = owned(call, refusal);
    if (!channel)
        return refusal;
    return Response::json(JsonWriter()
                              .beginObject()
                              .field("channel_id", channel->id)
                              .field("is_active", true)
                              .field("last_update", nullptr)
                              .field("subscriber_count", 0)
                              .field("total_posts", 0)
                              .field("analytics_enabled", false)
                              .field("connection_status", "unknown")
                              .field("last_sync", nullptr)
                              .field("checked_at", naiveText(m_backend.clock.microseconds()))
                              .endObject()
                              .bytes());
}

Response ChannelsApi::overview() const
{
    struct Row {
        const Channel *channel;
        qint64 posts;
        qint64 views;
        std::optional<QByteArray> latest;

        qint64 average() const
        {
            return posts == 0 ? 0 : qRound64(double(views) / double(posts));
        }
    };
    const qint64 now = m_backend.clock.seconds();
    QList<Row> rows;
    Row total{.channel = nullptr, .posts = 0, .views = 0, .latest = {}};
    qint64 subscribers = 0;
    const auto channels = newestFirst();
    for (const Channel *channel : channels) {
        const auto posts = m_backend.world.published(*channel, now);
        Row row{.channel = channel, .posts = posts.size(), .views = 0, .latest = {}};
        for (const Post *post : posts)
            row.views += m_backend.world.counters(*post, now)[Views].value_or(0);
        if (!posts.isEmpty())
            row.latest = plusZeroText(posts.last()->date);
        total.posts += row.posts;
        total.views += row.views;
        subscribers += channel->subscribers;
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return a.views > b.views;
    });

    JsonWriter json;
    json.beginObject()
        .key("aggregate")
        .beginObject()
        .field("total_channels", rows.size())
        .field("total_subscribers", subscribers)
        .field("total_posts", total.posts)
        .field("total_views", total.views)
        .field("active_channels", rows.size());
    if (!rows.isEmpty()) // without any channel the real server forgets this field
        json.field("avg_views_per_post", total.average());
    json.endObject().key("channels").beginArray();
    for (const Row &row : std::as_const(rows)) {
        json.beginObject()
            .field("id", row.channel->id)
            .field("name", row.channel->name())
            .field("username", nullptr)
            .field("subscriber_count", row.channel->subscribers)
            .field("post_count", row.posts)
            .field("total_views", row.views)
            .field("avg_views_per_post", row.average())
            .field("latest_post_date", row.latest)
            .field("is_active", true)
            .field("created_at", row.channel->createdAt)
            .endObject();
    }
    return Response::json(json.endArray().endObject().bytes());
}
}
