// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "healthapi.h"

#include "jsonwriter.h"
#include "timeforms.h"

namespace Postwave::StandIn
{
namespace
{
struct Component {
    const char *name;
    const char *status;
    double milliseconds;
    const char *details; ///< JSON
};
constexpr std::array kComponents = {
    Component{"database", "healthy", 14.2, R"({"healthy":true,"database_type":"postgresql"})"},
    Component{"redis_cache", "healthy", 3.1, R"({"healthy":true})"},
    Component{"disk_space", "degraded", 0.4,
              R"({"healthy":true,"used_percent":83.1,"free_gb":15.8,"total_gb":93.7,"path":"/"})"},
    Component{"memory_usage", "healthy", 0.3,
              R"({"healthy":true,"used_percent":38.5,"available_gb":9.6,"total_gb":15.6})"},
};
}

HealthApi::HealthApi(Backend &backend)
    : m_backend(backend)
    , m_started(backend.clock.seconds())
{
}

void HealthApi::addRoutes(Router &router)
{
    const auto add = [&router](const char *path, std::function<Response()> answer) {
        router.add("GET", path, Router::Access::Open, [answer = std::move(answer)](const Call &) {
            return answer();
        });
    };
    add("/health", [this] {
        return brief("healthy", "7.5.0"); // looks at nothing
    });
    add("/health/", [this] {
        return brief("degraded", "2.1.0");
    });
    add("/health/detailed", [this] {
        return detailed();
    });
    add("/health/ready", [this] {
        return ready();
    });
    add("/health/live", [this] {
        return live();
    });
}

QByteArray HealthApi::now() const
{
    return naiveText(m_backend.clock.microseconds() + m_backend.options.processOffset * Q_INT64_C(1'000'000));
}

qint64 HealthApi::uptime() const
{
    return qMax<qint64>(0, m_backend.clock.seconds() - m_started);
}

Response HealthApi::brief(const char *status, const char *version) const
{
    return Response::json(JsonWriter()
                              .beginObject()
                              .field("status", status)
                              .field("timestamp", now())
                              .field("service", "analyticbot")
                              .field("version", version)
                              .endObject()
                              .bytes());
}

Response HealthApi::detailed() const
{
    JsonWriter json;
    json.beginObject()
        .field("status", "degraded")
        .field("timestamp", now())
        .field("uptime_seconds", uptime())
        .field("version", "2.1.0")
        .field("environment", "development")
        .key("components")
        .beginObject();
    for (const Component &component : kComponents) {
        json.key(component.name)
            .beginObject()
            .field("status", component.status)
            .field("response_time_ms", component.milliseconds)
            .field("error", nullptr)
            .key("details")
            .raw(component.details)
            .field("last_check", now())
            .key("dependencies")
            .raw("[]")
            .endObject();
    }
    return Response::json(json.endObject()
                              .key("performance_metrics")
                              .beginObject()
                              .field("health_check_duration_ms", 18.9)
                              .field("components_checked", kComponents.size())
                              .field("uptime_seconds", uptime())
                              .field("avg_response_time_ms", 4.5)
                              .field("memory_usage_mb", 412.6)
                              .field("health_check_id", "3f9a01bc")
                              .endObject()
                              .key("alerts")
                              .beginArray()
                              .value("🟡 disk_space is degraded")
                              .endArray()
                              .endObject()
                              .bytes());
}

Response HealthApi::ready() const
{
    JsonWriter json;
    json.beginObject()
        .field("ready", false) // it waits for a component that nobody registers
        .field("timestamp", now())
        .key("components")
        .beginObject();
    for (const Component &component : kComponents) {
        json.field(component.name, component.status);
        if (component.name == QByteArrayView("database"))
            json.field("api_internal", "missing");
    }
    return Response::json(json.endObject().field("dependencies_met", false).endObject().bytes());
}

Response HealthApi::live() const
{
    return Response::json(JsonWriter()
                              .beginObject()
                              .field("alive", true)
                              .field("timestamp", now())
                              .field("uptime_seconds", uptime())
                              .endObject()
                              .bytes());
}
}
