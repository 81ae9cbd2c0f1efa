// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** How old the numbers on the screen are; grows older by itself. */
class Freshness : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString age READ age NOTIFY changed FINAL)
    Q_PROPERTY(bool stale READ isStale NOTIFY changed FINAL)

public:
    Freshness(const Clock *clock, Scheduler *scheduler, QObject *parent = nullptr);

    /** "as of 12:04 UTC", by the clocks of the shown view; empty while nothing is shown. */
    QString text() const
    {
        return m_text;
    }
    /** "3 min old" */
    QString age() const
    {
        return m_age;
    }
    /** Older than it should be, so that a reader is warned. */
    bool isStale() const
    {
        return m_stale;
    }

    /**
     * @param asOf oldest of the shown numbers' observations, seconds; 0 = nothing shown
     * @param limit age in seconds from which on it counts as stale
     */
    void set(qint64 asOf, qint64 limit, const QTimeZone &zone);
    /** How far the source's clock, by which `asOf` is told, is ahead of ours; seconds. */
    void setClockAhead(qint64 ahead)
    {
        m_clockAhead = ahead;
    }

Q_SIGNALS:
    void changed();

private:
    void update();
    void tick();

    const Clock *m_clock;
    Scheduler *m_scheduler;
    qint64 m_asOf = 0;
    qint64 m_limit = 0;
    qint64 m_clockAhead = 0;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_text;
    QString m_age;
    bool m_stale = false;
};
}
