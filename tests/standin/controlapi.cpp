// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controlapi.h"

#include "jsonwriter.h"
#include "timeforms.h"
#include "worldfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr auto kOpen = Router::Access::Open;

QJsonObject bodyOf(const Call &call)
{
    return QJsonDocument::fromJson(call.request.body).object();
}

Response changed(qint64 count)
{
    return Response::json(JsonWriter().beginObject().field("changed", count).endObject().bytes());
}

QJsonValue counterValue(const QJsonObject &body, size_t counter)
{
    return body.value(QLatin1StringView(kCounterNames[counter]));
}
}

ControlApi::ControlApi(Backend &backend, Faults &faults, RequestLog &requests, std::function<void()> quit)
    : m_backend(backend)
    , m_faults(faults)
    , m_requests(requests)
    , m_quit(std::move(quit))
{
    addRoutes();
}

void ControlApi::addRoutes()
{
    const auto add = [this](const char *method, const char *path, Response (ControlApi::*member)(const Call &)) {
        m_router.add(method, path, kOpen, [this, member](const Call &call) {
            return (this->*member)(call);
        });
    };
    add("POST", "/_standin/clock", &ControlApi::setClock);
    add("POST", "/_standin/fault", &ControlApi::addFault);
    add("POST", "/_standin/grow", &ControlApi::grow);
    add("POST", "/_standin/add-post", &ControlApi::addPost);
    add("POST", "/_standin/delete-post", &ControlApi::deletePost);
    add("POST", "/_standin/user", &ControlApi::changeUser);
    add("POST", "/_standin/invalidate-tokens", &ControlApi::invalidateTokens);
    m_router.add("GET", "/_standin/clock", kOpen, [this](const Call &) {
        return clock();
    });
    m_router.add("GET", "/_standin/posts", kOpen, [this](const Call &call) {
        return posts(call);
    });
    m_router.add("GET", "/_standin/fault", kOpen, [this](const Call &) {
        return Response::json(m_faults.listed());
    });
    m_router.add("DELETE", "/_standin/fault", kOpen, [this](const Call &) {
        m_faults.clear();
        return Response::json(m_faults.listed());
    });
    m_router.add("GET", "/_standin/requests", kOpen, [this](const Call &) {
        return Response::json(m_requests.listed());
    });
    m_router.add("DELETE", "/_standin/requests", kOpen, [this](const Call &) {
        m_requests.clear();
        return Response::json(m_requests.listed());
    });
    m_router.add("POST", "/_standin/quit", kOpen, [this](const Call &) {
        m_quit();
        return Response::json("{}");
    });
}

Response ControlApi::answer(const Request &request) const
{
    return m_router.route(request, request.path);
}

Response ControlApi::clock() const
{
    const QByteArray now = naiveText(m_backend.clock.microseconds()) + 'Z';
    return Response::json(JsonWriter().beginObject().field("now", now).endObject().bytes());
}

Response ControlApi::setClock(const Call &call)
{
    const QJsonObject body = bodyOf(call);
    const QJsonValue advance = body.value("advance"_L1);
    const IsoTime now = isoTime(body.value("now"_L1).toString());
    if (advance.isDouble())
        m_backend.clock.advance(qint64(advance.toDouble() * 1e6));
    else if (now.error.isEmpty())
        m_backend.clock.set(now.microseconds);
    else
        return Response::detail(400, now.error);
    return clock();
}

Response ControlApi::addFault(const Call &call)
{
    const QString error = m_faults.add(bodyOf(call));
    return error.isEmpty() ? Response::json(m_faults.listed()) : Response::detail(400, error);
}

Response ControlApi::grow(const Call &call)
{
    const QJsonObject body = bodyOf(call);
    const double factor = body.value("factor"_L1).toDouble(1.0);
    const qint64 onlyChannel = body.value("channel"_L1).toInteger();
    const qint64 onlyPost = body.value("msg_id"_L1).toInteger();
    qint64 count = 0;
    for (Channel &channel : m_backend.world.channels()) {
        if (onlyChannel != 0 && channel.id != onlyChannel)
            continue;
        for (Post &post : channel.posts) {
            if ((onlyPost != 0 && post.id != onlyPost) || !post.hasSnapshot())
                continue;
            for (size_t counter = 0; counter < CounterCount; ++counter) {
                if (auto &total = post.totals[counter])
                    *total = qint64(double(*total) * factor) + counterValue(body, counter).toInteger();
            }
            ++count;
        }
    }
    return changed(count);
}

Response ControlApi::addPost(const Call &call)
{
    const QJsonObject body = bodyOf(call);
    Channel *channel = m_backend.world.channel(body.value("channel"_L1).toInteger());
    QString error;
    const Post post = postFromJson(body, error);
    if (!channel)
        error = u"no such channel"_s;
    if (!error.isEmpty())
        return Response::detail(400, error);
    channel->insert(post);
    return changed(1);
}

Response ControlApi::deletePost(const Call &call)
{
    const QJsonObject body = bodyOf(call);
    Channel *channel = m_backend.world.channel(body.value("channel"_L1).toInteger());
    Post *post = channel ? channel->post(body.value("msg_id"_L1).toInteger()) : nullptr;
    if (!post)
        return Response::detail(400, u"no such post"_s);
    post->deleted = true;
    return changed(1);
}

Response ControlApi::posts(const Call &call) const
{
    const qint64 id = call.query.value(u"channel"_s).value_or(QString()).toLongLong();
    const Channel *channel = m_backend.world.channel(id);
    if (!channel)
        return Response::detail(400, u"no such channel"_s);
    const qint64 now = m_backend.clock.seconds();
    JsonWriter json;
    json.beginObject().field("channel_id", id).field("now", zonedText(now)).key("posts").beginArray();
    const auto posts = m_backend.world.published(*channel, now);
    for (const Post *post : posts) {
        const Counters counters = m_backend.world.counters(*post, now);
        json.beginObject().field("msg_id", post->id).field("date", zonedText(post->date));
        for (size_t counter = 0; counter < CounterCount; ++counter)
            json.field(kCounterNames[counter], counters[counter]);
        json.endObject();
    }
    return Response::json(json.endArray().endObject().bytes());
}

Response ControlApi::changeUser(const Call &call)
{
    const QJsonObject body = bodyOf(call);
    QList<User> &users = m_backend.world.users();
    for (qsizetype i = 0; i < users.size(); ++i) {
        if (users.at(i).email != body.value("email"_L1).toString())
            continue;
        if (body.value("gone"_L1).toBool())
            users.removeAt(i);
        else
            users[i].status = body.value("status"_L1).toString(users.at(i).status);
        return changed(1);
    }
    return Response::detail(400, u"no such user"_s);
}

Response ControlApi::invalidateTokens(const Call &call)
{
    m_backend.sessions.forgetAccess();
    if (bodyOf(call).value("refresh"_L1).toBool())
        m_backend.sessions.endAll();
    return Response::json("{}");
}
}
