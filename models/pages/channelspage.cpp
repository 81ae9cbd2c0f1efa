// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/channelspage.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** With more channels than this their figures are fetched only when somebody wants it: each takes a request. */
constexpr int kFewChannels = 8;

/** What another channel need not meet. */
bool isOfOneChannel(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
    case Error::Kind::BadRequest:
    case Error::Kind::ServerFailed:
    case Error::Kind::BadAnswer:
    case Error::Kind::UnknownChannel:
        return true;
    default:
        return false;
    }
}

ViewQuery figuresQuery()
{
    return Period::Days30;
}
}

ChannelsPage::ChannelsPage(Navigator *navigator, SourceSession *session, QObject *parent)
    : QObject(parent)
    , m_navigator(navigator)
    , m_session(session)
{
    connect(session, &SourceSession::channelsReplaced, this, &ChannelsPage::takeOver);
    connect(session, &SourceSession::opened, this, &ChannelsPage::forget);
    connect(session, &SourceSession::channelsKnown, this, &ChannelsPage::figuresChanged);
    connect(navigator, &Navigator::moved, this, &ChannelsPage::figuresChanged);
    connect(navigator, &Navigator::changed, this, &ChannelsPage::sortChanged);
}

void ChannelsPage::forget()
{
    m_sourceTicket = m_source.start();
    m_figuresRead = false;
    stop();
}

int ChannelsPage::requestsToFetch() const
{
    return isCurrent() && m_figuresRead ? int(channels()->lackingIds().size()) : 0;
}

void ChannelsPage::takeOver()
{
    if (isCurrent())
        load(m_session->isOffline() ? ViewLoader::Ask::Never : ViewLoader::Ask::IfStale);
    else
        read(m_session->channelIds());
}

void ChannelsPage::load(ViewLoader::Ask ask)
{
    stop();
    channels()->renewTimes();
    read(m_session->channelIds());
    const bool few = channels()->count() <= kFewChannels;
    if (ask == ViewLoader::Ask::Always || (ask != ViewLoader::Ask::Never && few))
        this->ask(m_session->channelIds(), ask == ViewLoader::Ask::Always);
    Q_EMIT loadStarted();
}

void ChannelsPage::retry()
{
    // Where no channel lacks a day, it was asked for newer figures.
    if (!m_session->isOffline() && channels()->lackingIds().isEmpty())
        ask(m_session->channelIds(), true);
    else
        fetch();
}

void ChannelsPage::fetch()
{
    if (isCurrent())
        ask(channels()->lackingIds(), true);
}

void ChannelsPage::sortBy(const QString &column)
{
    const bool isName = column == u"channel"_s;
    Location location = m_navigator->current();
    Sort &sort = location.channelsSort;
    if (column != sort.column)
        sort = {column, !isName};
    else if (sort.descending == !isName)
        sort.descending = isName;
    else
        sort = {};
    m_navigator->replace(location);
}

void ChannelsPage::renew(ChannelId channel)
{
    read({channel});
}

QCoro::Task<> ChannelsPage::read(QList<ChannelId> channels)
{
    const LatestTask::Ticket ticket = m_sourceTicket;
    Repository *repository = m_session->repository();
    if (!repository)
        co_return;
    for (const ChannelId channel : channels) {
        auto reading = repository->storedView(channel, figuresQuery(),
                                              {.asOf = {}, .anchor = repository->serverNow(), .compare = {}});
        const Result<SeriesView> view = co_await reading;
        if (!ticket.isCurrent())
            co_return;
        if (view)
            m_session->channels()->setFigures(channel, channelFiguresOf(*view));
    }
    // One of them tells nothing of how many are lacking.
    m_figuresRead = m_figuresRead || channels.size() > 1;
    Q_EMIT figuresChanged();
}

/** Asks for one channel after the other, for as long as somebody looks at them. @param all also those that are fresh */
QCoro::Task<> ChannelsPage::ask(QList<ChannelId> channels, bool all)
{
    Repository *repository = m_session->repository();
    if (!repository)
        co_return;
    const LatestTask::Ticket ticket = m_ask.start();
    std::optional<Error> failure;
    int failed = 0;
    setAsking(true);
    for (const ChannelId channel : channels) {
        auto looking = repository->needsRefresh(channel, figuresQuery(), {});
        const Result<bool> isStale = co_await looking;
        if (!ticket.isCurrent())
            co_return;
        if (!all && isStale && !*isStale)
            continue;
        auto asking = repository->refresh(channel, figuresQuery(), RequestPriority::Bulk);
        const Result<qint64> asked = co_await asking;
        if (!ticket.isCurrent())
            co_return;
        if (!asked) {
            ++failed;
            if (!isOfOneChannel(asked.error())) {
                failure = asked.error();
                break;
            }
            failure = failure.value_or(asked.error());
            continue;
        }
        m_session->noteAnswered();
        read({channel});
    }
    // What is of no channel alone all the others would have met too.
    if (failure)
        m_session->noteFailure(Notice::About::View, *failure,
                               isOfOneChannel(*failure)
                                   ? tr("Showing saved data; %n channel(s) could not be updated.", nullptr, failed)
                                   : tr("Showing saved data."));
    setAsking(false);
    Q_EMIT figuresChanged();
}

void ChannelsPage::stop()
{
    m_ask.cancel();
    setAsking(false);
}

void ChannelsPage::setAsking(bool asking)
{
    if (std::exchange(m_asking, asking) != asking)
        Q_EMIT loadingChanged();
}
}
