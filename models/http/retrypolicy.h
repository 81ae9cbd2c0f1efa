// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace Postwave
{
/** How one attempt at a request ended, as far as trying again is concerned. */
enum class AttemptOutcome {
    Answered, ///< any answer that trying again would not improve
    Lost, ///< connection loss, silence, 408, 502–504: may pass by itself
    AskedToWait, ///< 429, or 503 with Retry-After
};

/**
 * Decides whether and when a GET is tried again: 2 more tries after losses with growing,
 * jittered pauses (1 s · 2ⁿ, at most 30 s, × 0.5–1.5), and 3 more when the server asks to wait.
 * One object serves one request.
 */
class RetryPolicy
{
public:
    using Milliseconds = std::chrono::milliseconds;

    static constexpr int kTriesAfterLoss = 2;
    static constexpr int kTriesAfterWait = 3;
    static constexpr Milliseconds kLongestPause{30'000};
    /** A longer wait is reported instead of sat out. */
    static constexpr Milliseconds kLongestWait{120'000};

    struct Decision {
        bool again = false;
        Milliseconds pause{0};
        bool pauseQueue = false; ///< nobody else should ask this server before, either
    };

    /**
     * @param serverWait what the server named, if anything
     * @param jitter uniform in [0, 1)
     */
    Decision after(AttemptOutcome outcome, std::optional<Milliseconds> serverWait, double jitter);

private:
    Milliseconds backOff(double jitter);

    int m_losses = 0;
    int m_waits = 0;
    int m_pauses = 0;
};
}
