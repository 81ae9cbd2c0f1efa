// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/analyticbotbackend.h"

#include "core/timetext.h"
#include "sources/analyticbot/decoders.h"
#include "sources/analyticbot/errorbody.h"

#include <QCoroFuture>

#include <QPointer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** About 2,000 rows; beyond that decoding would cost the GUI thread a good part of a frame. */
constexpr qsizetype kLargestInline = 256 << 10;

HttpRequest getOf(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

QCoro::Task<Result<ChannelList>> channelList(QPointer<Session> session, QUrl url, bool withSubscribers)
{
    if (!session)
        co_return Error{.kind = Error::Kind::Cancelled};
    const HttpRequest request = getOf(url);
    auto attempt = session->send(request, Session::Need::Token, RequestPriority::Interactive);
    const Result<Transfer> answer = co_await attempt;
    if (!answer)
        co_return answer.error();
    co_return decodeChannels(answer->body, withSubscribers);
}
}

QUrlQuery dynamicsUrlQuery(const DynamicsQuery &query)
{
    QUrlQuery result;
    if (const auto *rolling = std::get_if<RollingQuery>(&query)) {
        result.addQueryItem(u"period"_s, periodName(rolling->period));
        return result;
    }
    // The server checks the period even where dates rule.
    result.addQueryItem(u"period"_s, periodName(Period::Hours24));
    if (const auto *day = std::get_if<DayQuery>(&query)) {
        result.addQueryItem(u"start_date"_s, isoDate(day->day));
        result.addQueryItem(u"end_date"_s, isoDate(day->day));
        return result;
    }
    const TimeWindow window = std::get<MinuteQuery>(query).window;
    result.addQueryItem(u"start_time"_s, isoUtc(window.from));
    // The end is included, and the second :59 belongs to the last minute.
    result.addQueryItem(u"end_time"_s, isoUtc(window.until - 1));
    return result;
}

AnalyticBotBackend::AnalyticBotBackend(Session *session, ApiClient *client)
    : m_session(session)
    , m_client(client)
{
}

QString AnalyticBotBackend::source() const
{
    return m_client->address().text();
}

QCoro::Task<Result<ChannelList>> AnalyticBotBackend::channels()
{
    const QPointer<Session> session(m_session);
    const ServerAddress address = m_client->address();
    // User names stand in the first list, subscribers in the second.
    auto analytics = channelList(session, address.url(u"/analytics/channels"_s), false);
    const Result<ChannelList> first = co_await analytics;
    // Without a sign-in the other list would only try, and fail, to sign in once more.
    if (!first && (first.error().kind == Error::Kind::RefusedSignIn || !session || !session->isSignedIn()))
        co_return first;

    // The final slash came with the flat paths; the older spelling answers a redirect there.
    auto flat = channelList(session, address.url(u"/channels/"_s), true);
    Result<ChannelList> second = co_await flat;
    if (!second && (second.error().kind == Error::Kind::Redirected || second.error().kind == Error::Kind::NotFound)) {
        auto older = channelList(session, address.url(u"/channels"_s), true);
        second = co_await older;
    }
    if (!first)
        co_return second ? second : first;
    if (!second)
        co_return first;
    co_return mergeChannels(*first, *second);
}

QCoro::Task<Result<DynamicsAnswer>> AnalyticBotBackend::dynamics(qint64 channel, DynamicsQuery query,
                                                                 RequestPriority priority)
{
    const QString path = u"/analytics/posts/dynamics/post-dynamics/%1"_s.arg(channel);
    const HttpRequest request = getOf(m_client->address().url(path, dynamicsUrlQuery(query)));
    auto attempt = m_session->send(request, Session::Need::TokenIfAsked, priority);
    const Result<Transfer> answer = co_await attempt;
    if (!answer)
        co_return answer.error();

    Result<DynamicsAnswer> decoded;
    if (answer->body.size() <= kLargestInline) {
        decoded = decodeDynamics(answer->body);
    } else {
        const QFuture<Result<DynamicsAnswer>> work = QtConcurrent::run(decodeDynamics, answer->body);
        decoded = co_await work;
    }
    if (decoded) {
        decoded->answeredAt = answer->answeredAt;
        decoded->askedAt = answer->sentAt;
    }
    co_return decoded;
}

QCoro::Task<Result<QList<TopPost>>> AnalyticBotBackend::topPosts(TopPostsQuery query)
{
    QUrlQuery parameters;
    parameters.addQueryItem(u"period"_s, periodName(query.period));
    parameters.addQueryItem(u"sort_by"_s, query.sortBy);
    parameters.addQueryItem(u"limit"_s, QString::number(query.limit));
    const QString path = u"/analytics/posts/top-posts/%1"_s.arg(query.channel);
    const HttpRequest request = getOf(m_client->address().url(path, parameters));
    auto attempt = m_session->send(request, Session::Need::TokenIfAsked, RequestPriority::Interactive);
    const Result<Transfer> answer = co_await attempt;
    if (!answer)
        co_return answer.error();
    co_return decodeTopPosts(answer->body);
}

QCoro::Task<Result<ServerHealth>> AnalyticBotBackend::health()
{
    const HttpRequest request = getOf(m_client->address().url(u"/health"_s));
    auto attempt = m_client->send(request, RequestPriority::Interactive);
    const Result<Transfer> answer = co_await attempt;
    if (!answer)
        co_return answer.error();
    co_return decodeHealth(answer->body);
}
}
