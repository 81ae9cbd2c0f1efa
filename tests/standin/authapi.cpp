// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authapi.h"

#include "jsonwriter.h"
#include "timeforms.h"
#include "validation.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kMeCacheSeconds = 300;
constexpr qsizetype kShortestPassword = 8;

/** What the address check says of @p email; empty when it passes. */
QString addressFault(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    if (at < 0)
        return u"An email address must have an @-sign."_s;
    if (at == 0)
        return u"There must be something before the @-sign."_s;
    const QString domain = email.mid(at + 1).toLower();
    if (domain.isEmpty())
        return u"There must be something after the @-sign."_s;
    for (const auto reserved : {u"test", u"local", u"localhost", u"invalid"}) {
        if (domain == QStringView(reserved) || domain.endsWith(u'.' + QString::fromUtf16(reserved)))
            return u"The part after the @-sign is a special-use or reserved name that cannot be used with email."_s;
    }
    if (!domain.contains(u'.'))
        return u"The part after the @-sign is not valid. It should have a period."_s;
    return {};
}

QByteArray jsonOf(const QJsonValue &value)
{
    if (value.isString())
        return JsonWriter().value(value.toString()).bytes();
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble())
        return JsonWriter().value(value.toInteger()).bytes();
    return "null";
}

/** A text field of a body; what is wrong with it goes to @p validation. */
std::optional<QString> textField(Validation &validation, const Request &request, const QJsonObject &body,
                                 const QString &name)
{
    const QByteArray location = R"(["body",")" + name.toLatin1() + R"("])";
    const QJsonValue value = body.value(name);
    if (value.isString())
        return value.toString();
    if (value.isUndefined())
        validation.add("missing", location, u"Field required"_s, compacted(request.body));
    else
        validation.add("string_type", location, u"Input should be a valid string"_s, jsonOf(value));
    return {};
}
}

AuthApi::AuthApi(Backend &backend)
    : m_backend(backend)
    , m_loginWindow(backend.options.profile >= Profile::Feb26 ? 30 : 10, 60,
                    backend.options.profile >= Profile::Feb26 ? "30 per 1 minute" : "10 per 1 minute")
{
}

void AuthApi::addRoutes(Router &router)
{
    using Access = Router::Access;
    router.add("POST", "/auth/login", Access::Open, [this](const Call &call) {
        return login(call);
    });
    router.add("POST", "/auth/refresh", Access::Open, [this](const Call &call) {
        return refresh(call);
    });
    router.add("GET", "/auth/me", Access::Open, [this](const Call &call) {
        return m_backend.options.profile >= Profile::Dec23 ? me(call) : meFromSharedCache(call);
    });
    // Sessions end on paper only: both tokens go on working.
    router.add("POST", "/auth/logout", Access::Token, [](const Call &) {
        return Response::json(R"({"message":"Successfully logged out"})");
    });
}

Router::Admission AuthApi::admit(const Request &request) const
{
    const bool since23December = m_backend.options.profile >= Profile::Dec23;
    const QByteArray token = bearer(request);
    if (token.isEmpty()) {
        if (since23December)
            return {nullptr, Response::detail(401, u"No authentication token provided"_s)};
        const bool otherScheme = request.header("authorization").contains(' ');
        return {nullptr,
                Response::detail(403, otherScheme ? u"Invalid authentication credentials"_s : u"Not authenticated"_s)};
    }
    const Sessions::Lookup lookup = m_backend.sessions.lookUp(token);
    if (lookup.state != Sessions::State::Valid) {
        Response refusal =
            Response::detail(401,
                             lookup.state == Sessions::State::Expired
                                 ? u"Invalid token: Token expired"_s
                                 : u"Invalid token: Invalid token: Invalid token: Signature has expired."_s);
        refusal.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return {nullptr, refusal};
    }
    const User *user = userOf(token);
    if (!user)
        return {nullptr, Response::detail(401, u"User not found"_s)};
    if (since23December && user->status == u"suspended") {
        return {
            nullptr,
            Response::json(R"({"detail":{"error":"account_suspended",)"
                           R"("message":"Your account has been suspended. Access denied.",)"
                           R"("contact":"Please contact support at support@example.org to appeal this decision."}})",
                           403)};
    }
    return {user, {}};
}

QByteArray AuthApi::bearer(const Request &request)
{
    const QByteArray header = request.header("authorization");
    return header.toLower().startsWith("bearer ") ? header.mid(7).trimmed() : QByteArray();
}

const User *AuthApi::userOf(const QByteArray &token) const
{
    const int id = m_backend.sessions.lookUp(token).userId;
    const auto &users = m_backend.world.users();
    const auto found = std::find_if(users.cbegin(), users.cend(), [id](const User &user) {
        return user.id == id;
    });
    return found == users.cend() ? nullptr : &*found;
}

Response AuthApi::login(const Call &call)
{
    Validation validation;
    const QJsonObject body = validation.bodyObject(call.request);
    if (validation.failed())
        return validation.response();
    const auto email = textField(validation, call.request, body, u"email"_s);
    const QString fault = email ? addressFault(*email) : QString();
    if (!fault.isEmpty())
        validation.add("value_error", R"(["body","email"])", u"value is not a valid email address: "_s + fault,
                       JsonWriter().value(*email).bytes(),
                       JsonWriter().beginObject().field("reason", fault).endObject().bytes());
    const auto password = textField(validation, call.request, body, u"password"_s);
    if (password && password->size() < kShortestPassword)
        validation.add("string_too_short", R"(["body","password"])", u"String should have at least 8 characters"_s,
                       JsonWriter().value(*password).bytes(), R"({"min_length":8})");
    const QJsonValue remember = body.value(u"remember_me");
    if (!remember.isUndefined() && !remember.isBool())
        validation.add("bool_type", R"(["body","remember_me"])", u"Input should be a valid boolean"_s,
                       jsonOf(remember));
    if (validation.failed())
        return validation.response();

    const Options &options = m_backend.options;
    if (options.limitLoopback && !m_loginWindow.take())
        return m_loginWindow.refusal(60); // always 60, whatever is left of the minute
    const auto &users = m_backend.world.users();
    const auto user = std::find_if(users.cbegin(), users.cend(), [&](const User &candidate) {
        return candidate.email == email->toLower() && candidate.password == *password;
    });
    if (user == users.cend())
        return Response::detail(401, u"Invalid email or password"_s);
    if (user->status != u"active" && user->status != u"pending_verification")
        return Response::detail(401, u"Account is %1. Please contact support."_s.arg(user->status));

    const Sessions::Pair pair = m_backend.sessions.open(*user, remember.toBool());
    const bool since23December = options.profile >= Profile::Dec23;
    JsonWriter json;
    json.beginObject()
        .field("access_token", pair.access)
        .field("refresh_token", pair.refresh)
        .field("token_type", "bearer")
        .field("expires_in", since23December ? 28'800 : 1'800)
        .key("user")
        .beginObject()
        .field("id", QByteArray::number(user->id))
        .field("email", user->email)
        .field("username", user->username)
        .field("full_name", nullptr)
        .field("role", user->role)
        .field("status", user->status);
    if (since23December)
        json.field("credit_balance", 0.0);
    Response response = Response::json(json.endObject().endObject().bytes());
    if (options.limitLoopback)
        response.headers = m_loginWindow.successHeaders(m_backend.clock.microseconds());
    return response;
}

Response AuthApi::refresh(const Call &call)
{
    Validation validation;
    const QJsonObject body = validation.bodyObject(call.request);
    if (validation.failed())
        return validation.response();
    const auto token = textField(validation, call.request, body, u"refresh_token"_s);
    if (validation.failed())
        return validation.response();

    const Options &options = m_backend.options;
    // In the first state, tokens and sessions sit in two different stores and never meet.
    const bool works = options.profile != Profile::Nov20 && !options.refreshFails;
    const auto pair = works ? m_backend.sessions.rotate(token->toUtf8()) : std::nullopt;
    if (!pair)
        return Response::detail(401, u"Invalid refresh token"_s);
    return Response::json(JsonWriter()
                              .beginObject()
                              .field("access_token", pair->access)
                              .field("refresh_token", pair->refresh)
                              .field("token_type", "bearer")
                              .field("expires_in", options.profile >= Profile::Dec23 ? 28'800 : 1'800)
                              .endObject()
                              .bytes());
}

Response AuthApi::me(const Call &call)
{
    if (bearer(call.request).isEmpty())
        return Response::detail(401, u"Missing or invalid authorization token"_s);
    const Router::Admission admission = admit(call.request);
    if (!admission.user)
        return admission.refusal.status == 403 ? admission.refusal : Response::detail(401, u"Authentication failed"_s);
    return Response::json(profileOf(*admission.user));
}

Response AuthApi::meFromSharedCache(const Call &call)
{
    const qint64 now = m_backend.clock.seconds();
    if (!m_cachedMe.isEmpty() && now - m_cachedMeAt < kMeCacheSeconds)
        return Response::json(m_cachedMe); // whoever asks, with a token or not
    const QByteArray token = bearer(call.request);
    if (token.isEmpty())
        return Response::detail(401, u"Missing authentication token"_s);
    const User *user = userOf(token);
    if (!user || m_backend.sessions.lookUp(token).state != Sessions::State::Valid)
        return Response::detail(500,
                                u"Failed to get user info: Invalid token: Invalid token: Signature has expired."_s);
    m_cachedMe = profileOf(*user);
    m_cachedMeAt = now;
    return Response::json(m_cachedMe);
}

QByteArray AuthApi::profileOf(const User &user) const
{
    const bool since23December = m_backend.options.profile >= Profile::Dec23;
    const QByteArray now = naiveText(m_backend.clock.microseconds()); // both times are that of the request
    JsonWriter json;
    json.beginObject()
        .field("id", QByteArray::number(user.id))
        .field("email", user.email)
        .field("username", user.username);
    if (since23December)
        json.field("full_name", user.fullName)
            .field("first_name", user.fullName.section(u' ', 0, 0))
            .field("last_name", user.fullName.section(u' ', 1));
    else
        json.field("full_name", nullptr);
    json.field("role", user.role).field("status", user.status).field("created_at", now).field("last_login", now);
    if (since23December)
        json.field("has_password", true)
            .field("telegram_id", nullptr)
            .field("telegram_username", nullptr)
            .field("credit_balance", 12.5)
            .field("photo_url", nullptr);
    return json.endObject().bytes();
}
}
