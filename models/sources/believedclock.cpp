// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/believedclock.h"

#include "core/clock.h"
#include "core/knowntimes.h"

#include <cstdlib>

namespace Postwave
{
namespace
{
bool isNear(qint64 one, qint64 other)
{
    return std::abs(one - other) <= kClockTolerance;
}
}

void BelievedClock::setTrusted(bool trusted)
{
    m_trusted = trusted;
    m_last.reset(); // what was believed for that reason alone is no witness
}

SourceTime BelievedClock::weigh(qint64 stated, qint64 local, qint64 monotonicMs, std::optional<qint64> newestPost)
{
    SourceTime time{.stated = stated, .local = local, .trust = SourceTime::Trust::Disputed};
    if (!kKnownTimes.contains(stated))
        return time;
    const bool provesLocalSlow = newestPost && *newestPost > local && *newestPost <= stated;
    const bool isContinued = m_last && isNear(stated, m_last->stated + (monotonicMs - m_last->monotonicMs) / 1000);
    if (isNear(stated, local) || m_trusted)
        time.trust = SourceTime::Trust::Agreed;
    else if (provesLocalSlow || isContinued)
        time.trust = local < stated ? SourceTime::Trust::LocalSlow : SourceTime::Trust::Agreed;
    if (time.trust != SourceTime::Trust::Disputed)
        m_last = {.stated = stated, .monotonicMs = monotonicMs};
    return time;
}
}
