// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QElapsedTimer>

namespace Postwave::StandIn
{
/** So many requests in a fixed window of real time: a frozen server clock must not keep it shut. */
class RateWindow
{
public:
    /** @param words the limit as the 429 puts it, `10 per 1 minute` */
    RateWindow(int limit, int windowSeconds, const QByteArray &words);

    /** Counts a request; false when it is one too many. */
    bool take();
    /** The headers of a success: -Reset is epoch seconds, and Retry-After stands there although nothing is wrong. */
    Headers successHeaders(qint64 nowMicroseconds) const;
    /** The 429, whose limit is a debug text and whose -Reset is seconds to wait. */
    Response refusal(qint64 retryAfter) const;
    /** Whole seconds until the window opens again, at least 1. */
    qint64 secondsLeft() const;

private:
    int m_limit;
    int m_windowMs;
    QByteArray m_words;
    int m_taken = 0;
    QElapsedTimer m_open;
};
}
