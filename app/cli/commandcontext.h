// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "http/networkaccess.h"
#include "keychain.h"
#include "sourcefactory.h"
#include "sync/repository.h"

#include <QObject>

#include <memory>

namespace Postwave
{
/** The objects of one command, made and owned in one place and handed to each other. */
class CommandContext : public QObject
{
    Q_OBJECT

public:
    explicit CommandContext(const CommandLine &line);
    ~CommandContext() override;

    /** Checks the address and reads the secrets; before that nothing else is usable. */
    Result<Done> prepare();

    ObservationStore &store()
    {
        return *m_store;
    }
    Repository &repository()
    {
        return *m_repository;
    }
    QString source() const
    {
        return m_source->key();
    }
    const Clock &clock() const
    {
        return m_clock;
    }
    /** Where damaged store files went while this command ran. */
    QStringList movedAside() const
    {
        return m_movedAside;
    }
    /** Whether the store was deleted or moved while this command ran. */
    bool hasStoreVanished() const
    {
        return m_hasStoreVanished;
    }

private:
    void openStore();

    const CommandLine &m_line;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    QStringList m_movedAside;
    bool m_hasStoreVanished = false;

    // In the order in which they need each other; they go in the reverse order.
    std::unique_ptr<NetworkAccess> m_network;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<ObservationStore> m_store;
    std::unique_ptr<Repository> m_repository;
};

/** Where everything is kept: as asked, else $XDG_DATA_HOME/postwave. */
QString dataFolder(const CommandLine &line);

/** The file of the store in that folder; the demo has one of its own. */
QString storePath(const CommandLine &line);
}
