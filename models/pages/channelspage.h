// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/navigator.h"
#include "pages/sourcesession.h"
#include "sync/viewloader.h"

namespace Postwave
{
/** All channels of a source side by side: their last 30 days, by the days of UTC. */
class ChannelsPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    /** Each with its figures. */
    Q_PROPERTY(Postwave::ChannelListModel *channels READ channels CONSTANT FINAL)
    /** How many requests fetch() makes. */
    Q_PROPERTY(int requestsToFetch READ requestsToFetch NOTIFY figuresChanged FINAL)
    /** Whether the source is being asked for figures. */
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    /** By "posts", "views", "per_post", "rate" or "channel"; without a column in the source's order. */
    Q_PROPERTY(Postwave::Sort sort READ sort NOTIFY sortChanged FINAL)

public:
    /** What is handed in outlives the page. */
    ChannelsPage(Navigator *navigator, SourceSession *session, QObject *parent = nullptr);

    ChannelListModel *channels() const
    {
        return m_session->channels();
    }
    int requestsToFetch() const;
    bool isLoading() const
    {
        return m_asking;
    }
    const Sort &sort() const
    {
        return m_navigator->current().channelsSort;
    }

    /** Whether this is the page that one is at. */
    bool isCurrent() const
    {
        return m_navigator->current().page == Location::Page::Channels;
    }

    /** Reads what is stored of the channels, and asks for it as wanted. */
    void load(ViewLoader::Ask ask);
    /** Asks once more, where the last time failed. */
    void retry();
    /** Asks for the channels of which part of the last 30 days is not stored yet. */
    Q_INVOKABLE void fetch();
    /**
     * Sorts by a column, the largest first, names from A; by the same once more the other way round; a third time in
     * the source's order.
     */
    Q_INVOKABLE void sortBy(const QString &column);

    /** Reads the figures of one channel anew, for its own page was answered. */
    void renew(ChannelId channel);
    /** Whoever went on wants no more of the others. */
    void stop();

Q_SIGNALS:
    /** Somebody asks for the figures, now: what is shown by itself later waits from here. */
    void loadStarted();
    void figuresChanged();
    void loadingChanged();
    void sortChanged();

private:
    QCoro::Task<> read(QList<ChannelId> channels);
    QCoro::Task<> ask(QList<ChannelId> channels, bool all);
    void forget();
    void takeOver();
    void setAsking(bool asking);

    Navigator *m_navigator;
    SourceSession *m_session;
    LatestTask m_source; ///< reads of one source; another source makes them out of date
    LatestTask::Ticket m_sourceTicket = m_source.start();
    LatestTask m_ask;
    bool m_asking = false;
    bool m_figuresRead = false; ///< what is stored of the channels is shown
};
}
