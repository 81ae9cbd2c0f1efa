// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "sources/sourceinfo.h"
#include "sync/repository.h"

#include <functional>

namespace Postwave
{
/** Makes and keeps the way to each source. Implemented where the program is put together. */
class SourceConnections
{
public:
    virtual ~SourceConnections() = default;

    /** Made when first asked for, without asking the source anything; valid as long as this object. */
    virtual Repository *repository(const SourceInfo &source) = 0;
    virtual QCoro::Task<Result<Done>> signIn(SourceInfo source, Secret password) = 0;
    /** Forgets the session here, whatever the server says to it. */
    virtual QCoro::Task<Result<Done>> signOut(SourceInfo source) = 0;
    /** See Source::setListener(); of a source whose repository was asked for. */
    virtual void setListener(const SourceInfo &, std::function<void(bool answered)>)
    {
    }
    /** Takes the source's clock from now on as @p source says. */
    virtual void applyClockTrust(const SourceInfo &)
    {
    }
    /** See Source::isOffUtc(). */
    virtual bool isOffUtc(const SourceInfo &) const
    {
        return false;
    }
    virtual bool isSignedIn(const SourceInfo &source) const = 0;
    /** Whether the sign-in outlives the program. */
    virtual bool isSignInKept(const SourceInfo &) const
    {
        return true;
    }
};
}
