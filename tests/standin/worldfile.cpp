// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldfile.h"

#include "timeforms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kFirstCreated = 1'756'714'542; // each further channel is an hour older than the one before

Channel channelFromJson(const QJsonObject &object, qsizetype index, QString &error)
{
    Channel channel;
    const bool vectorForm = object.contains("channel_id"_L1);
    channel.id = object.value(vectorForm ? "channel_id"_L1 : "id"_L1).toInteger();
    // The vector says nothing of its channel but the id.
    channel.title = object.value("title"_L1).toString(vectorForm ? u"Harbour Lights"_s : QString());
    channel.username = object.value("username"_L1).toString(vectorForm ? u"harbourlights"_s : QString());
    channel.subscribers = object.value("subscribers"_L1).toInteger(vectorForm ? 18'240 : 0);
    channel.createdAt = naiveText((kFirstCreated - index * kHour) * 1'000'000 + 531'208);
    if (channel.id == 0)
        error = u"a channel without id"_s;
    const QJsonArray posts = object.value("posts"_L1).toArray();
    for (const QJsonValue &value : posts)
        channel.posts.append(postFromJson(value.toObject(), error));
    std::stable_sort(channel.posts.begin(), channel.posts.end(), [](const Post &a, const Post &b) {
        return a.date < b.date;
    });
    return channel;
}
}

Post postFromJson(const QJsonObject &object, QString &error)
{
    Post post;
    post.id = object.value("msg_id"_L1).toInteger();
    const IsoTime date = isoTime(object.value("date"_L1).toString());
    if (post.id == 0)
        error = u"a post without msg_id"_s;
    else if (!date.error.isEmpty())
        error = u"post %1: %2"_s.arg(post.id).arg(date.error);
    post.date = date.seconds();
    post.deleted = object.value("deleted"_L1).toBool();
    post.text = object.value("text"_L1).toString(u"Example post %1"_s.arg(post.id));
    for (int counter = 0; counter < CounterCount; ++counter) {
        const QJsonValue total = object.value(QLatin1StringView(kCounterNames[size_t(counter)]));
        if (total.isDouble())
            post.totals[size_t(counter)] = total.toInteger();
    }
    return post;
}

ReadChannels channelsFromJson(const QByteArray &json)
{
    ReadChannels read;
    QJsonParseError parsing;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError) {
        read.error = parsing.errorString();
        return read;
    }
    if (root.contains("channel_id"_L1)) {
        read.channels.append(channelFromJson(root, 0, read.error));
        return read;
    }
    if (!root.value("channels"_L1).isArray())
        read.error = u"neither \"channels\" nor \"channel_id\""_s;
    const QJsonArray channels = root.value("channels"_L1).toArray();
    for (qsizetype i = 0; i < channels.size(); ++i)
        read.channels.append(channelFromJson(channels.at(i).toObject(), i, read.error));
    return read;
}
}
