// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sources/sourceaccount.h"
#include "sources/sourceinfo.h"

#include <memory>

class QNetworkAccessManager;

namespace Postwave
{
class Source;
class TokenStore;

/** Makes sources, for the window and for commands alike. What is handed in outlives all of them. */
class SourceFactory
{
public:
    struct Dependencies {
        QNetworkAccessManager *network = nullptr;
        Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
        int budget; ///< request starts a minute and server, 0 = unlimited
        bool trustServerClock = false; ///< of every server, whatever this computer's clock says
        TokenStore *tokens = nullptr; ///< keeps sign-ins
    };

    explicit SourceFactory(Dependencies dependencies);

    /**
     * Asks nothing yet.
     * @param credentials to sign in with when the source first wants it; may be empty
     * @return an error where the address is none
     */
    Result<std::unique_ptr<Source>> make(const SourceInfo &info, Credentials credentials) const;

private:
    Dependencies m_dependencies;
};

/** The store of a source, as a path below the data folder: what is invented is never mixed with what is real. */
QString storeFileOf(SourceKind kind);
}
