// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "world.h"

namespace Postwave::StandIn
{
/** What a post-dynamics request asks for, as text of its query. */
struct DynamicsQuery {
    QString period;
    std::optional<QString> startDate;
    std::optional<QString> endDate;
    std::optional<QString> startTime;
    std::optional<QString> endTime;

    /** Whether a whole pair of dates or times was sent; half a pair is ignored. */
    bool isDrillDown() const
    {
        return (startTime && endTime) || (startDate && endDate);
    }
};

/** The list as JSON, or the words of the failure. */
struct DynamicsAnswer {
    QByteArray json;
    QString error;
};

/**
 * Post dynamics as the server computes them: posts fall into the bucket of their
 * publication, with the counters of their latest snapshot. Rolling periods are sparse,
 * drill-downs are filled with zeros.
 */
class Dynamics
{
public:
    Dynamics(const World &world, const Options &options, qint64 now);

    /** @param channel null for one that nobody knows, which is no error */
    DynamicsAnswer answer(const Channel *channel, const DynamicsQuery &query) const;

private:
    struct Bucket;
    struct Window;

    DynamicsAnswer rolling(const Channel *channel, const QString &period) const;
    DynamicsAnswer day(const Channel *channel, const QString &start, const QString &end) const;
    DynamicsAnswer minutes(const Channel *channel, const QString &start, const QString &end) const;
    QList<Bucket> buckets(const Channel *channel, const Window &window) const;
    DynamicsAnswer written(const QList<Bucket> &buckets, bool dates) const;

    const World &m_world;
    const Options &m_options;
    qint64 m_now;
};
}
