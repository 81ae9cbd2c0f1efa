// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/viewquery.h"

#include <QString>

#include <optional>
#include <variant>

namespace Postwave
{
/** The period before: as long as the view's own, or whole weeks of it. */
struct PreviousPeriod {
    friend bool operator==(const PreviousPeriod &, const PreviousPeriod &) = default;
};

/** The same time of the year before. */
struct PreviousYear {
    friend bool operator==(const PreviousYear &, const PreviousYear &) = default;
};

/** A chosen time: what the view's first bucket is compared with; all others follow at the same distance. */
struct BaselineStart {
    qint64 start = 0;
    friend bool operator==(const BaselineStart &, const BaselineStart &) = default;
};

/** How the buckets of a comparison period lie beside those of the view. */
enum class Alignment : quint8 {
    Weekday, ///< Mondays beside Mondays
    Date, ///< the first beside the first
};

/** With what a view is compared. A question only: it holds no numbers and no time of an answer. */
struct Comparison {
    std::variant<PreviousPeriod, PreviousYear, BaselineStart> baseline;
    Alignment alignment = Alignment::Weekday; ///< says nothing beside a chosen start

    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/**
 * The counterpart of each bucket of one view: a function of the bucket's time, never of its row. It is the bucket
 * that holds the moment at which the clocks of the view's zone showed the same, some days or months before; so it may
 * serve twice where clocks went forward, and on 28 February. A calendar month, quarter or year is compared with the
 * one before it day by day, in which a day such as the 31st may have none.
 */
class Counterpart
{
public:
    /**
     * @param window of the view; a chosen start is aligned to its first bucket
     * @return nothing where the view has none: `all` has no time before it
     */
    static std::optional<Counterpart> of(const ViewQuery &question, TimeWindow window, const Comparison &comparison);

    /** Start of the bucket that the one at @p start is compared with; nothing for a day that the other month lacks. */
    std::optional<qint64> of(qint64 start) const;
    /** The moment that is compared with @p time, which may lie within a bucket. */
    qint64 momentOf(qint64 time) const;
    /** From the first counterpart's start to the last one's end. */
    TimeWindow of(TimeWindow window) const;

    /** How the two lie beside each other; nothing for months, which have no weekdays, and for a chosen start. */
    std::optional<Alignment> alignment() const
    {
        return m_alignment;
    }
    /** Whole days from the one to the other; 0 where months or less than a day lie between. */
    qint64 days() const
    {
        return m_distance.seconds == 0 ? m_distance.days : 0;
    }

private:
    /** What lies between the two, as clocks and calendars count it. */
    struct Distance {
        qint64 days = 0;
        qint64 seconds = 0;
        int months = 0;
        bool sameDate = false; ///< whether a date that the other month lacks has no counterpart
    };

    Counterpart(const ViewQuery &question, Distance distance, std::optional<Alignment> alignment = {});

    ViewStep m_step;
    QTimeZone m_zone;
    Distance m_distance;
    std::optional<Alignment> m_alignment;
};

/** "previous weekday", "year date", "2025-10-01T00:00:00Z": as written into files. */
QString comparisonName(const Comparison &comparison, const QTimeZone &zone = QTimeZone::utc());
std::optional<Comparison> comparisonFromName(const QString &name);

/** How long posts grow so much that latest totals of two spans of different age say nothing of each other. */
inline constexpr qint64 kGrowingSeconds = 14 * secondsOf(StoredResolution::Day);

/** What became of a figure. */
struct Change {
    enum class Kind {
        Unknown, ///< of one side or the other nothing is known, or it is not over
        NotYet, ///< posts still grow, so that the younger side would look the smaller
        BothZero,
        New, ///< there was nothing before
        Known,
    };

    Kind kind = Kind::Unknown;
    qint64 difference = 0; ///< only of New and Known
    double ratio = 0; ///< of the difference to the figure before; only of Known

    friend bool operator==(const Change &, const Change &) = default;
};

/**
 * @param grows whether the figure gathers with time, as views do, and numbers of posts do not
 * @param isSettled whether both sides are older than kGrowingSeconds
 */
Change changeOf(std::optional<qint64> now, std::optional<qint64> before, bool grows, bool isSettled);
}
