// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retrypolicy.h"

#include <algorithm>

namespace Postwave
{
RetryPolicy::Milliseconds RetryPolicy::backOff(double jitter)
{
    const Milliseconds full = std::min(Milliseconds(1000 << std::min(m_pauses++, 10)), kLongestPause);
    return Milliseconds(qint64(double(full.count()) * (0.5 + jitter)));
}

RetryPolicy::Decision RetryPolicy::after(AttemptOutcome outcome, std::optional<Milliseconds> serverWait, double jitter)
{
    switch (outcome) {
    case AttemptOutcome::Answered:
        return {};
    case AttemptOutcome::Lost:
        if (m_losses++ == kTriesAfterLoss)
            return {};
        return {.again = true, .pause = backOff(jitter)};
    case AttemptOutcome::AskedToWait:
        break;
    }
    const Milliseconds wait = serverWait ? *serverWait : backOff(jitter);
    if (wait > kLongestWait)
        return {.pause = wait};
    if (m_waits++ == kTriesAfterWait)
        return {.pause = wait};
    return {.again = true, .pause = wait, .pauseQueue = true};
}
}
