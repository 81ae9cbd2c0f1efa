// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/networkaccess.h"
#include "http/requestbudget.h"
#include "keychain.h"
#include "sourcefactory.h"
#include "sync/sourceconnections.h"

#include <map>

namespace Postwave
{
/** The connections to all sources of one window: servers share a store, the demo has its own. */
class SourceManager : public QObject, public SourceConnections
{
    Q_OBJECT

public:
    struct Dependencies {
        QString dataFolder;
        int budget = RequestBudget::kDefaultStarts; ///< request starts a minute and server
        bool trustServerClock = false;
        Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
    };

    explicit SourceManager(Dependencies dependencies);
    /** Ends what is on its way, in an order in which nobody is left waiting for an answer. */
    ~SourceManager() override;

    Repository *repository(const SourceInfo &source) override;
    QCoro::Task<Result<Done>> signIn(SourceInfo source, Secret password) override;
    QCoro::Task<Result<Done>> signOut(SourceInfo source) override;
    void setListener(const SourceInfo &source, std::function<void(bool answered)> listener) override;
    void applyClockTrust(const SourceInfo &source) override;
    bool isOffUtc(const SourceInfo &source) const override;
    bool isSignedIn(const SourceInfo &source) const override;
    bool isSignInKept(const SourceInfo &source) const override;

Q_SIGNALS:
    /** A store file was damaged; it lies unchanged at @p target now. */
    void movedAside(const QString &target);
    /** A store file was deleted or moved while it was open; another one was started. */
    void storeVanished();

private:
    struct Connection {
        std::unique_ptr<Source> source;
        std::unique_ptr<Repository> repository;
    };

    Connection *connectionFor(const SourceInfo &source);
    SourceAccount *accountOf(const SourceInfo &source) const;
    ObservationStore *store(const QString &file);

    Dependencies m_dependencies;
    NetworkAccess m_network;
    Keychain m_keychain;
    SourceFactory m_factory;
    std::map<QString, std::unique_ptr<ObservationStore>> m_stores; ///< by path below the data folder
    std::map<QString, Connection> m_connections; ///< by key of the source
};
}
