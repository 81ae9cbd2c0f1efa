// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/analyticbotsource.h"

#include "sources/analyticbot/decoders.h"
#include "sources/analyticbot/dynamicsplan.h"
#include "sources/analyticbot/errorbody.h"
#include "sources/analyticbot/observe.h"
#include "sources/analyticbot/postpages.h"

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
    request.accept = kJsonType;
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

QUrl dynamicsUrl(const ServerAddress &address, ChannelId channel, const DynamicsQuery &query)
{
    return address.url(u"/analytics/posts/dynamics/post-dynamics/%1"_s.arg(channel.value()), dynamicsUrlQuery(query));
}

/** A rolling window, or a day, of a server that means other ones by it. */
SourceReading nothingOf(const DynamicsQuery &query, SourceTime time)
{
    BucketReading reading{.observed = {}, .time = time, .planAgain = true};
    reading.observed.observation.level = answerLevel(query);
    reading.observed.observation.observedAt = time.now();
    return reading;
}

/** What requests share that may outlive the source. */
struct Server {
    QPointer<Session> session;
    std::shared_ptr<ServerClock> clock;
};

QCoro::Task<Result<SourceReading>> readDynamics(Server server, QUrl url, DynamicsQuery query, RequestPriority priority,
                                                qint64 lateBy)
{
    if (!server.session)
        co_return Error{.kind = Error::Kind::Cancelled};
    const HttpRequest request = getOf(url);
    auto attempt = server.session->send(request, Session::Need::TokenIfAsked, priority);
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
    if (!decoded)
        co_return decoded.error();
    const SourceTime time = server.clock->timeOf(*answer, newestPostOf(query, *decoded));
    if (std::holds_alternative<RollingQuery>(query))
        server.clock->learnFromBuckets(answerLevel(query), decoded->buckets);
    if (server.clock->isOffUtc() && !std::holds_alternative<MinuteQuery>(query))
        co_return nothingOf(query, time);
    decoded->answeredAt = answer->answeredAt - lateBy;
    if (time.trust == SourceTime::Trust::Disputed)
        decoded->believedUntil = time.now() - lateBy;
    Result<ObservedBuckets> observed = observe(query, *decoded);
    if (!observed)
        co_return observed.error();
    co_return SourceReading(BucketReading{.observed = *std::move(observed), .time = time});
}

/** Whether whatever else is asked would fail in the same way. */
bool isOutOfReach(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Untrusted
        || error.kind == Error::Kind::Cancelled;
}

QUrl postsUrl(const ServerAddress &address, const QString &path, ChannelId channel, qint64 page)
{
    QUrlQuery query;
    query.addQueryItem(u"channel_id"_s, channel.text());
    query.addQueryItem(u"page"_s, QString::number(page));
    query.addQueryItem(u"page_size"_s, QString::number(PostsRequest::kPageSize));
    return address.url(path, query);
}

/** A page of the list of posts, and when it was read. The path moved with the other ones: whichever is there is kept.
 */
QCoro::Task<Result<std::pair<PostsPage, SourceTime>>> readPage(Server server, ServerAddress address,
                                                               std::shared_ptr<QString> path, ChannelId channel,
                                                               qint64 number, RequestPriority priority)
{
    Result<Transfer> answer = Error{.kind = Error::Kind::Cancelled};
    const QStringList paths = path->isEmpty() ? QStringList{u"/posts"_s, u"/api/posts"_s} : QStringList(*path);
    for (const QString &each : paths) {
        if (!server.session)
            co_return Error{.kind = Error::Kind::Cancelled};
        const HttpRequest request = getOf(postsUrl(address, each, channel, number));
        auto attempt = server.session->send(request, Session::Need::Token, priority);
        answer = co_await attempt;
        if (answer)
            *path = each;
        if (answer || answer.error().kind != Error::Kind::NotFound)
            break;
    }
    if (!answer)
        co_return answer.error();
    const SourceTime time = server.clock->timeOf(*answer, {});
    Result<PostsPage> page;
    if (answer->body.size() <= kLargestInline) {
        page = decodePosts(answer->body, channel, time.now());
    } else {
        const QFuture<Result<PostsPage>> work = QtConcurrent::run(decodePosts, answer->body, channel, time.now());
        page = co_await work;
    }
    if (!page)
        co_return page.error();
    co_return std::pair(*page, time);
}

QCoro::Task<Result<SourceReading>> readPosts(Server server, ServerAddress address, std::shared_ptr<QString> path,
                                             std::shared_ptr<const PostsRequest> request, RequestPriority priority)
{
    PostPages pages(*request);
    std::optional<SourceTime> time;
    while (const std::optional<qint64> number = pages.next()) {
        auto reading = readPage(server, address, path, request->channel, *number, priority);
        const Result<std::pair<PostsPage, SourceTime>> page = co_await reading;
        if (!page)
            co_return page.error();
        if (!time)
            time = page->second;
        pages.add(page->first, page->second.now());
    }
    if (pages.isGivenUp())
        co_return Error{.kind = Error::Kind::BadAnswer, .detail = u"the list of posts changes while it is read"_s};
    co_return SourceReading(
        PostReading{.listing = pages.listing(), .tellsDeletions = !pages.hasUnread(), .time = *time});
}

/** Whether another form of the same question may succeed where this failed. */
bool mayFallBack(const Error &error)
{
    return error.kind == Error::Kind::ServerFailed || error.kind == Error::Kind::BadAnswer
        || error.kind == Error::Kind::Timeout;
}
}

AnalyticBotSource::AnalyticBotSource(const ServerAddress &address, Credentials credentials, Dependencies dependencies)
    : m_address(address)
    , m_budget(*dependencies.scheduler, dependencies.budget)
    , m_breaker(*dependencies.scheduler)
    , m_client(address.text(), replyRules(),
               {.network = dependencies.network,
                .clock = dependencies.clock,
                .scheduler = dependencies.scheduler,
                .budget = &m_budget,
                .breaker = &m_breaker,
                .limits = dependencies.limits,
                .jitter = std::move(dependencies.jitter),
                .heard =
                    [this](bool answered) {
                        if (m_listener)
                            m_listener(answered);
                    }})
    , m_session(&m_client, address, std::move(credentials), dependencies.tokens)
    , m_serverClock(std::make_shared<ServerClock>(dependencies.scheduler, dependencies.trustClock))
    , m_postsPath(std::make_shared<QString>())
{
}

AnalyticBotSource::~AnalyticBotSource() = default;

QString AnalyticBotSource::key() const
{
    return m_address.text();
}

SourceCapabilities AnalyticBotSource::capabilities() const
{
    return {.buckets = true,
            .listsChannels = true,
            .counters = {kMetrics.begin(), kMetrics.end()},
            .parallelRequests = RequestBudget::kInFlight};
}

void AnalyticBotSource::setListener(std::function<void(bool answered)> listener)
{
    m_listener = std::move(listener);
}

void AnalyticBotSource::setClockTrusted(bool trusted)
{
    m_serverClock->setTrusted(trusted);
}

bool AnalyticBotSource::isOffUtc() const
{
    return m_serverClock->isOffUtc();
}

Session *AnalyticBotSource::account()
{
    return &m_session;
}

QCoro::Task<Result<ChannelList>> AnalyticBotSource::channels()
{
    const QPointer<Session> session(&m_session);
    const ServerAddress address = m_address;
    // User names stand in the first list, subscribers in the second.
    auto analytics = channelList(session, address.url(u"/analytics/channels"_s), false);
    const Result<ChannelList> first = co_await analytics;
    // Without a sign-in the other list would only try, and fail, to sign in once more.
    const bool isOver = !first
        && (first.error().kind == Error::Kind::RefusedSignIn || first.error().kind == Error::Kind::Suspended
            || first.error().kind == Error::Kind::Cancelled);
    if (isOver || (!first && (!session || !session->isSignedIn())))
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

QCoro::Task<Result<std::optional<SourceTime>>> AnalyticBotSource::prepare()
{
    // Whoever asks meanwhile waits for the same answer.
    if (m_isPrepared) {
        const QFuture<void> other = m_preparing;
        co_await other;
        co_return std::optional<SourceTime>();
    }
    m_isPrepared = true;
    QPromise<void> preparing;
    preparing.start();
    m_preparing = preparing.future();
    const QPointer<Session> session(&m_session);
    const std::shared_ptr<ServerClock> clock = m_serverClock;
    const HttpRequest request = getOf(m_address.url(u"/health"_s));
    auto attempt = m_client.send(request, RequestPriority::Interactive);
    const Result<Transfer> answer = co_await attempt;
    preparing.finish();
    if (!session)
        co_return Error{.kind = Error::Kind::Cancelled};
    if (!answer && isOutOfReach(answer.error())) {
        m_isPrepared = false;
        co_return answer.error();
    }
    // A server may have no such page, or one that hangs; then it is taken as it is.
    if (!answer || answer->end != Transfer::End::Answered)
        co_return std::optional<SourceTime>();
    clock->learnFromHealth(*answer);
    co_return std::optional(clock->timeOf(*answer, {}));
}

SourcePlan AnalyticBotSource::plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known,
                                   qint64 now) const
{
    return dynamicsPlan(need, known, now, m_serverClock->isOffUtc() ? DynamicsForms::TimePairs : DynamicsForms::All);
}

QCoro::Task<Result<SourceReading>> AnalyticBotSource::read(std::shared_ptr<const SourceRequest> request,
                                                           RequestPriority priority)
{
    if (const auto posts = std::dynamic_pointer_cast<const PostsRequest>(request)) {
        auto reading = readPosts({&m_session, m_serverClock}, m_address, m_postsPath, posts, priority);
        Result<SourceReading> read = co_await reading;
        co_return read;
    }
    const auto &wanted = static_cast<const DynamicsRequest &>(*request);
    const Server server{&m_session, m_serverClock};
    const ServerAddress address = m_address;
    auto attempt = readDynamics(server, dynamicsUrl(address, wanted.channel, wanted.query), wanted.query, priority, 0);
    Result<SourceReading> reading = co_await attempt;
    if (reading || !wanted.otherForm || !mayFallBack(reading.error()))
        co_return reading;
    const DynamicsRequest::OtherForm &other = *wanted.otherForm;
    auto second =
        readDynamics(server, dynamicsUrl(address, wanted.channel, other.query), other.query, priority, other.lateBy);
    Result<SourceReading> otherReading = co_await second;
    co_return otherReading ? otherReading : reading;
}
}
