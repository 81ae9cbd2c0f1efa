// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/sourcelistmodel.h"
#include "pages/channelpage.h"
#include "pages/channelquery.h"
#include "pages/channelspage.h"

namespace Postwave
{
/**
 * Everything that is open in the window. It owns the pages, brings them to where the navigator is, and keeps the
 * place from one start to the next. QML binds to the pages and decides nothing.
 */
class Workspace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    /** Whether a source is open; at the first start none is. */
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged FINAL)
    Q_PROPERTY(bool allChannels READ isAllChannels NOTIFY moved FINAL)
    Q_PROPERTY(QString channelId READ channelId NOTIFY moved FINAL)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY titleChanged FINAL)
    Q_PROPERTY(bool canGoUp READ canGoUp NOTIFY changed FINAL)
    /** Of the page that one is at. */
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)

    Q_PROPERTY(Postwave::Navigator *navigator READ navigator CONSTANT FINAL)
    Q_PROPERTY(Postwave::SourceListModel *sources READ sources CONSTANT FINAL)
    Q_PROPERTY(Postwave::SourceSession *session READ session CONSTANT FINAL)
    Q_PROPERTY(Postwave::ChannelQuery *query READ query CONSTANT FINAL)
    Q_PROPERTY(Postwave::ChannelPage *channelPage READ channelPage CONSTANT FINAL)
    Q_PROPERTY(Postwave::ChannelsPage *channelsPage READ channelsPage CONSTANT FINAL)
    Q_PROPERTY(Postwave::Notice *notice READ notice CONSTANT FINAL)

public:
    /** What a workspace works with; all of it outlives the workspace. */
    struct Dependencies {
        SettingsModel *settings = nullptr;
        SourceListModel *sources = nullptr;
        SourceConnections *connections = nullptr;
        const Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
    };

    explicit Workspace(Dependencies dependencies, QObject *parent = nullptr);
    /** Keeps the place that was not written yet. */
    ~Workspace() override;

    bool isOpen() const
    {
        return m_session.isOpen();
    }
    bool isAllChannels() const
    {
        return m_navigator.current().page == Location::Page::Channels;
    }
    /** Decimal; "0" while no channel is chosen, empty where all are shown. */
    QString channelId() const;
    QString title() const;
    QString subtitle() const;
    bool canGoUp() const;
    bool isLoading() const;
    /** Whether somebody looks: only then the view refreshes itself. */
    bool isActive() const
    {
        return m_active;
    }
    void setActive(bool active);

    Navigator *navigator()
    {
        return &m_navigator;
    }
    SourceListModel *sources() const
    {
        return m_dependencies.sources;
    }
    SourceSession *session()
    {
        return &m_session;
    }
    ChannelQuery *query()
    {
        return &m_query;
    }
    ChannelPage *channelPage()
    {
        return &m_channelPage;
    }
    ChannelsPage *channelsPage()
    {
        return &m_channelsPage;
    }
    Notice *notice()
    {
        return &m_notice;
    }

    /** Tells that a damaged store was put aside; that stays on the screen until it is closed. */
    void tellMovedAside(const QString &target);
    /** The same of a store that was deleted or moved while it was open. */
    void tellVanished();

    /** Opens the source that was open last. */
    void restore();
    /** Opens a location, of which a link tells: in its source, or in the one that is open where it names none. */
    void open(Location location);
    /** Opens a source for this once: the next start opens what was open before. */
    void visitSource(const QString &key);
    Q_INVOKABLE void openSource(const QString &key);
    /** Signs out of the server and takes it off the list; what is stored of it stays. Not for the demo. */
    Q_INVOKABLE void forgetSource();
    /** The user vouches for the server's clock, or no longer does; kept, and asked anew by it. Not for the demo. */
    Q_INVOKABLE void trustClock(bool trusted);
    Q_INVOKABLE void selectChannel(const QString &id);
    /** The channel so many places further in the list; nothing beyond its ends. */
    Q_INVOKABLE void stepChannel(int steps);
    /** Shows all channels side by side. */
    Q_INVOKABLE void openAllChannels();
    /** To all of the view, from there to the level above; from all channels to where they were opened. */
    Q_INVOKABLE void goUp();
    /** Asks the source for what is shown, and for its list of channels. */
    Q_INVOKABLE void refresh();
    /** What failed, once more: what is lacking of the view, and unless offline by choice the list of channels. */
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void openChanged();
    /** Other rows are shown, or another page. */
    void moved();
    /** Where one is, or how it is drawn. */
    void changed();
    void titleChanged();
    void loadingChanged();
    void activeChanged();

private:
    void go(const Location &location);
    void arrive();
    void followOffline();
    void chooseChannel();
    void load(ViewLoader::Ask ask);
    ViewLoader::Ask usualAsk() const;
    void scheduleRefresh();
    void keepPlace();
    void writePlace();

    Dependencies m_dependencies;
    Notice m_notice;
    Navigator m_navigator;
    SourceSession m_session;
    ChannelQuery m_query;
    ChannelPage m_channelPage;
    ChannelsPage m_channelsPage;
    LatestTask m_refresh; ///< the timer
    LatestTask m_keeping; ///< of the place, a while after it changed
    Location m_kept; ///< as it stands in the settings
    bool m_active = false;
};
}
