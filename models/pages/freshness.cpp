// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/freshness.h"

#include "format/viewformat.h"

using namespace std::chrono_literals;

namespace Postwave
{
namespace
{
/** Minutes are the finest that is said, so this is late by a quarter of one at most. */
constexpr auto kTick = 15s;
}

Freshness::Freshness(const Clock *clock, Scheduler *scheduler, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_scheduler(scheduler)
{
    tick();
}

void Freshness::set(qint64 asOf, qint64 limit, const QTimeZone &zone)
{
    m_zone = zone;
    m_asOf = asOf;
    m_limit = limit;
    update();
}

void Freshness::update()
{
    const qint64 now = m_clock->now() + m_clockAhead;
    const qint64 age = std::max<qint64>(0, now - m_asOf);
    const QString text = ViewFormat::asOf(m_asOf, now, m_zone, QLocale());
    const QString words = m_asOf == 0 ? QString() : ViewFormat::age(age);
    const bool stale = m_asOf != 0 && age > m_limit;
    if (text == m_text && words == m_age && stale == m_stale)
        return;
    m_text = text;
    m_age = words;
    m_stale = stale;
    Q_EMIT changed();
}

void Freshness::tick()
{
    update();
    m_scheduler->after(kTick, this, [this] {
        tick();
    });
}
}
