// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/latesttask.h"
#include "items/channellistmodel.h"
#include "pages/notice.h"
#include "sync/sourceconnections.h"

namespace Postwave
{
/** The source that is open: who is signed in, whether it answers, and which channels it has. */
class SourceSession : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    Q_PROPERTY(QString key READ key NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QString name READ name NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QString email READ email NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool demo READ isDemo NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY sourceChanged FINAL)
    /** There is no keychain, or it is locked: the sign-in ends with the program. */
    Q_PROPERTY(bool signedInForNow READ isSignedInForNow NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool listing READ isListing NOTIFY listingChanged FINAL)
    Q_PROPERTY(bool offline READ isOffline WRITE setOffline NOTIFY reachChanged FINAL)
    Q_PROPERTY(bool unreachable READ isUnreachable NOTIFY reachChanged FINAL)
    Q_PROPERTY(bool answered READ hasAnswered NOTIFY reachChanged FINAL)
    /** How its clock stands to this computer's, in a sentence; empty until it answered. */
    Q_PROPERTY(QString clockLine READ clockLine NOTIFY clocksChanged FINAL)
    Q_PROPERTY(bool clockTrusted READ isClockTrusted NOTIFY sourceChanged FINAL)
    /** It counts in another zone than UTC, and takes more requests for that. */
    Q_PROPERTY(bool offUtc READ isOffUtc NOTIFY clocksChanged FINAL)
    Q_PROPERTY(Postwave::ChannelListModel *channels READ channels CONSTANT FINAL)

public:
    /** What is handed in outlives the session. */
    SourceSession(SourceConnections *connections, const Clock *clock, Notice *notice, QObject *parent = nullptr);

    /** Opens a source, of which nothing is known yet; false where there is no way to it, and nothing changed. */
    bool open(const SourceInfo &source);
    /** Leaves the source that is open. */
    void close();
    bool isOpen() const
    {
        return m_repository != nullptr;
    }

    QString key() const
    {
        return m_source.key();
    }
    QString name() const;
    /** Who signed in there last. */
    QString email() const
    {
        return m_source.name;
    }
    bool isDemo() const
    {
        return m_source.kind == SourceKind::Demo;
    }
    bool isSignedIn() const;
    bool isSignedInForNow() const;
    const SourceInfo &source() const
    {
        return m_source;
    }
    /** Null while no source is open. */
    Repository *repository() const
    {
        return m_repository;
    }
    /** The source's clock as far as it is known, else our own. */
    qint64 now() const;

    ChannelListModel *channels()
    {
        return &m_channels;
    }
    const ChannelListModel *channels() const
    {
        return &m_channels;
    }
    std::optional<Channel> channel(ChannelId id) const;
    QList<ChannelId> channelIds() const;
    /** Whether the list of channels is being asked for. */
    bool isListing() const
    {
        return m_listing;
    }

    QString clockLine() const;
    bool isOffUtc() const;
    /** Whether the user vouches for the source's clock. */
    bool isClockTrusted() const
    {
        return m_source.trustClock;
    }
    void setClockTrusted(bool trusted);

    /** Offline by choice: nothing is asked. */
    bool isOffline() const
    {
        return m_offline;
    }
    void setOffline(bool offline);
    /** The last request for a view or for the list failed on its way, or the last try at one did. */
    bool isUnreachable() const
    {
        return m_viewUnreached || m_listUnreached || m_silent;
    }
    /** Whether the source answered anything since it was opened. */
    bool hasAnswered() const
    {
        return m_answered;
    }

    /** Reads the stored list of channels and, unless offline, asks for the list of now. */
    void loadChannels();
    /** Signs out; what is stored of the source stays readable. */
    Q_INVOKABLE void signOut();

    /** A view is shown that was seen last at @p asOf: tells where no clock can have said so, or clocks differ. */
    void noteShown(qint64 asOf);
    /** A view was answered. */
    void noteAnswered();
    /** @param stillWorks what there is to see all the same */
    void noteFailure(Notice::About about, const Error &error, const QString &stillWorks);

Q_SIGNALS:
    /** Another source than before, or none: what is known of the one before is out of date. */
    void opened();
    void sourceChanged();
    void listingChanged();
    void reachChanged();
    void offlineChanged();
    void clocksChanged();
    /** There is a list of channels, stored or answered, or it is known that there is none. */
    void channelsKnown();
    /** Other channels than before, or the same in another order. */
    void channelsReplaced();

private:
    QCoro::Task<> list();
    QCoro::Task<> endSession(SourceInfo source);
    void setChannels(const ChannelList &channels);
    void setListing(bool listing);
    void setUnreached(Notice::About about, bool unreached);
    void setSilent(bool silent);
    void setAnswered(bool answered);
    void forgetReach();

    SourceConnections *m_connections;
    const Clock *m_clock;
    Notice *m_notice;
    SourceInfo m_source;
    Repository *m_repository = nullptr;
    ChannelListModel m_channels;
    LatestTask m_list;
    QString m_clockText; ///< as told last
    bool m_listing = false;
    bool m_offline = false;
    bool m_answered = false;
    bool m_viewUnreached = false;
    bool m_listUnreached = false;
    bool m_silent = false; ///< it did not answer the last try, which may be followed by others
};
}
