// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dynamicsapi.h"

#include "dynamics.h"
#include "validation.h"

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
DynamicsApi::DynamicsApi(Backend &backend)
    : m_backend(backend)
    , m_window(backend.options.rateLimit, 60, QByteArray::number(backend.options.rateLimit) + " per 1 minute")
{
}

void DynamicsApi::addRoutes(Router &router)
{
    const auto handler = [this](const Call &call) {
        return answer(call);
    };
    router.add("GET", "/analytics/posts/dynamics/post-dynamics/{channel_id}", Router::Access::Open, handler);
    if (m_backend.options.profile == Profile::Nov20)
        router.add("GET", "/analytics/post-dynamics/post-dynamics/{channel_id}", Router::Access::Open, handler);
}

Response DynamicsApi::answer(const Call &call)
{
    if (m_backend.options.rateLimit <= 0)
        return computed(call);
    if (!m_window.take())
        return m_window.refusal(m_window.secondsLeft());
    Response response = computed(call);
    if (response.status == 200)
        response.headers = m_window.successHeaders(m_backend.clock.microseconds());
    return response;
}

Response DynamicsApi::computed(const Call &call)
{
    const Options &options = m_backend.options;
    Validation validation;
    DynamicsQuery query;
    query.period = validation.choice(call.query, u"period"_s, u"24h"_s, u"^(1h|6h|12h|24h|7d|30d|90d|all)$"_s);
    if (validation.failed())
        return validation.response();
    const auto failure = [](const QString &words) {
        return Response::detail(500, u"Failed to fetch post dynamics: "_s + words);
    };
    if (options.profile >= Profile::Feb26)
        return failure(u"'CacheService' object has no attribute 'generate_cache_key'"_s);
    bool ok = false;
    const qint64 id = call.path.value(u"channel_id"_s).toLongLong(&ok);
    if (!ok)
        return failure(u"400: Invalid channel ID"_s);
    query.startDate = call.query.value(u"start_date"_s);
    query.endDate = call.query.value(u"end_date"_s);
    query.startTime = call.query.value(u"start_time"_s);
    query.endTime = call.query.value(u"end_time"_s);

    const qint64 now = m_backend.clock.seconds();
    const qint64 life = options.profile == Profile::Nov20 ? 300 : 60;
    const bool cacheable = options.drillCache && query.isDrillDown();
    const QByteArray key = QByteArray::number(id) + '?' + call.request.query;
    if (cacheable) {
        const auto cached = m_cache.constFind(key);
        if (cached != m_cache.constEnd() && now - cached->at < life)
            return Response::json(cached->json);
    }
    const Dynamics dynamics(m_backend.world, options, now);
    const DynamicsAnswer answer = dynamics.answer(m_backend.world.channel(id), query);
    if (!answer.error.isEmpty())
        return failure(answer.error);
    if (cacheable)
        m_cache.insert(key, {answer.json, now});
    return Response::json(answer.json);
}
}
