// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratewindow.h"

#include "jsonwriter.h"

namespace Postwave::StandIn
{
RateWindow::RateWindow(int limit, int windowSeconds, const QByteArray &words)
    : m_limit(limit)
    , m_windowMs(windowSeconds * 1000)
    , m_words(words)
{
}

bool RateWindow::take()
{
    if (!m_open.isValid() || m_open.elapsed() >= m_windowMs) {
        m_open.start();
        m_taken = 0;
    }
    if (m_taken >= m_limit)
        return false;
    ++m_taken;
    return true;
}

Headers RateWindow::successHeaders(qint64 nowMicroseconds) const
{
    const double reset = double(nowMicroseconds) / 1e6 + double(m_windowMs - m_open.elapsed()) / 1000;
    return {
        {"X-RateLimit-Limit", QByteArray::number(m_limit)},
        {"X-RateLimit-Remaining", QByteArray::number(m_limit - m_taken)},
        {"X-RateLimit-Reset", QByteArray::number(reset, 'f', 7)},
        {"Retry-After", QByteArray::number(m_windowMs / 1000)},
    };
}

Response RateWindow::refusal(qint64 retryAfter) const
{
    Response response = Response::json(JsonWriter()
                                           .beginObject()
                                           .field("error", "rate_limit_exceeded")
                                           .field("message", "Too many requests. Please slow down and try again later.")
                                           .field("retry_after_seconds", retryAfter)
                                           .field("details", m_words)
                                           .endObject()
                                           .bytes(),
                                       429);
    const QByteArray seconds = QByteArray::number(retryAfter);
    response.headers = {
        {"Retry-After", seconds},
        {"X-RateLimit-Limit", "<slowapi.wrappers.Limit object at 0x7f10a2c4be50>"},
        {"X-RateLimit-Remaining", "0"},
        {"X-RateLimit-Reset", seconds},
    };
    return response;
}

qint64 RateWindow::secondsLeft() const
{
    return qMax<qint64>(1, (m_windowMs - m_open.elapsed() + 999) / 1000);
}
}
