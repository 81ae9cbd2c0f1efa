// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverclock.h"

#include "timeforms.h"

#include <QDateTime>

namespace Postwave::StandIn
{
ServerClock::ServerClock(std::optional<qint64> now, std::optional<double> rate)
    : m_rate(rate.value_or(now ? 0.0 : 1.0))
{
    set(now ? *now : QDateTime::currentMSecsSinceEpoch() * 1000);
}

qint64 ServerClock::microseconds() const
{
    return m_base + qint64(m_rate * double(m_sinceBase.nsecsElapsed()) / 1000.0);
}

qint64 ServerClock::seconds() const
{
    return floored(microseconds(), 1'000'000) / 1'000'000;
}

void ServerClock::set(qint64 microseconds)
{
    m_base = microseconds;
    m_sinceBase.start();
}

void ServerClock::advance(qint64 microseconds)
{
    set(this->microseconds() + microseconds);
}
}
