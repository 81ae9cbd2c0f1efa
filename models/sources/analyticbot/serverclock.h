// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/transfer.h"
#include "sources/analyticbot/dynamicsrequest.h"
#include "sources/believedclock.h"

namespace Postwave
{
/** What is known of one server's clock, and of the zones that it counts in. */
class ServerClock
{
public:
    ServerClock(const Scheduler *scheduler, bool trusted)
        : m_scheduler(scheduler)
        , m_clock(trusted)
    {
    }

    void setTrusted(bool trusted)
    {
        m_clock.setTrusted(trusted);
    }

    /** When an answer was made. @p newestPost as BelievedClock::weigh() takes it. */
    SourceTime timeOf(const Transfer &answer, std::optional<qint64> newestPost);

    /** Looks at an answer of `/health`, whose time has no zone, for the zone that the server runs in. */
    void learnFromHealth(const Transfer &answer);

    /**
     * Looks at the buckets of a rolling answer for the zone that the server's database counts in.
     * @return whether some begin where no bucket of UTC does, and all of them off by whole quarters of an hour
     */
    bool learnFromBuckets(StoredResolution level, const QList<Bucket> &buckets);

    /**
     * Whether the server or its database does not run in UTC. Then its rolling windows end hours off, or its days are
     * not ours, and only time pairs say what they mean.
     */
    bool isOffUtc() const
    {
        return m_isOffUtc;
    }

private:
    const Scheduler *m_scheduler;
    BelievedClock m_clock;
    bool m_isOffUtc = false;
};
}
