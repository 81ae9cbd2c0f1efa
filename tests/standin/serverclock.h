// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <optional>

namespace Postwave::StandIn
{
/** What the server believes the time is. Tests move it; nothing else in the stand-in asks the machine for the date. */
class ServerClock
{
public:
    /**
     * @param now microseconds since the epoch to start from; the machine's time when absent
     * @param rate seconds of server time in a second of real time; when absent, 0 with a given @p now, else 1
     */
    explicit ServerClock(std::optional<qint64> now = {}, std::optional<double> rate = {});

    /** Microseconds since the epoch, UTC. */
    qint64 microseconds() const;
    /** Whole seconds since the epoch, UTC. */
    qint64 seconds() const;

    void set(qint64 microseconds);
    void advance(qint64 microseconds);

private:
    qint64 m_base = 0;
    double m_rate = 0;
    QElapsedTimer m_sinceBase;
};
}
