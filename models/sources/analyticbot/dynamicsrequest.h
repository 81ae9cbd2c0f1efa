// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/observation.h"
#include "core/period.h"
#include "sources/source.h"

#include <QUrlQuery>

#include <variant>

namespace Postwave
{
/** Ask for a rolling window that ends at the server's now. */
struct RollingQuery {
    Period period = Period::Days90;
    friend bool operator==(const RollingQuery &, const RollingQuery &) = default;
};

/** Ask for the 24 hours of one UTC day (the date pair). */
struct DayQuery {
    qint64 day = 0; ///< start of the day
    friend bool operator==(const DayQuery &, const DayQuery &) = default;
};

/** Ask for minutes (the time pair). */
struct MinuteQuery {
    TimeWindow window; ///< whole minutes; the last one asked is the one before `until`
    friend bool operator==(const MinuteQuery &, const MinuteQuery &) = default;
};

/** One request for post dynamics, whatever its mode. */
using DynamicsQuery = std::variant<RollingQuery, DayQuery, MinuteQuery>;

/** Granularity of the rows that answer @p query. */
StoredResolution answerLevel(const DynamicsQuery &query);

/** The query part of a post-dynamics request: both of a pair, UTC, and always a valid period. */
QUrlQuery dynamicsUrlQuery(const DynamicsQuery &query);

/** A checked, but otherwise unchanged, answer of a server. */
struct DynamicsAnswer {
    QList<Bucket> buckets; ///< in time order, each on a border of its level, none twice
    qint64 answeredAt = 0; ///< the server's clock when it looked, seconds: its own windows end there
    std::optional<qint64> believedUntil = {}; ///< where clocks differ: up to where the answer is believed, seconds
    CommentsKind comments = CommentsKind::None;
};

/** What a plan holds: a question, and the other way to put it should the server fail at the first. */
class DynamicsRequest final : public SourceRequest
{
public:
    /** The hours of a day in place of its minutes. */
    struct OtherForm {
        DayQuery query;
        /** How old its answer may be, in seconds: it has the same text all day, and the server caches by the text. */
        qint64 lateBy = 0;
    };

    DynamicsRequest(ChannelId channel, DynamicsQuery query, std::optional<OtherForm> otherForm = {})
        : channel(channel)
        , query(query)
        , otherForm(otherForm)
    {
    }

    bool holds(const SourceRequest &other) const override;

    const ChannelId channel;
    const DynamicsQuery query;
    const std::optional<OtherForm> otherForm;
};
}
