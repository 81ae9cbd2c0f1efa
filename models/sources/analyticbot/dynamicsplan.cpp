// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/dynamicsplan.h"

#include "sources/analyticbot/dynamicsrequest.h"

#include <algorithm>
#include <map>

namespace Postwave
{
namespace
{
constexpr qint64 kMinute = secondsOf(StoredResolution::Minute);
constexpr qint64 kDay = secondsOf(StoredResolution::Day);

/** The longest span whose minutes are asked at once: a week and the days at its ends, about 1.5 MB. */
constexpr qint64 kLongestSpan = 8 * kDay;

/** The longest span that is asked of a server that knows no days: some 20 MB. */
constexpr qint64 kLongestPair = 90 * kDay;

/** Start of the minute after the next one: asked up to there, the last second is :59 of the next. */
qint64 justAfter(qint64 now)
{
    return bucketStart(StoredResolution::Minute, now) + 2 * kMinute;
}

bool isDays(const NeededBuckets &needed)
{
    return needed.level == StoredResolution::Day;
}

/** Start of the first day that a rolling answer has from its begin to its end. */
qint64 firstWholeDay(Period period, qint64 now)
{
    return bucketStart(StoredResolution::Day, now - periodSeconds(period)) + kDay;
}

/** The shortest rolling period that holds the days from a time on. */
Period daysSince(qint64 from, qint64 now)
{
    for (const Period candidate : {Period::Days7, Period::Days30, Period::Days90}) {
        if (firstWholeDay(candidate, now) <= from)
            return candidate;
    }
    return Period::All;
}

/** Whether the window is longer than what is asked at once, where the server's days do not serve. */
bool isLong(const NeededBuckets &needed)
{
    return !isDays(needed) && needed.window.until - needed.window.from > kLongestSpan;
}

/** Makes the requests of one plan. */
class Planner
{
public:
    Planner(const SourceNeed &need, qint64 now, DynamicsForms forms)
        : m_need(need)
        , m_now(now)
        , m_forms(forms)
    {
    }

    SourcePlan begin() const;
    SourcePlan resume(const SourceKnowledge &known) const;
    SourcePlan byTimePairs() const;

private:
    bool takesSpans() const;
    std::optional<Period> listOfDays() const;
    PlannedRequest rolling(Period period) const;
    PlannedRequest minutes(TimeWindow window, StoredResolution level) const;
    std::optional<PlannedRequest> requestFor(const NeededBuckets &needed, std::optional<Period> name) const;
    QList<TimeWindow> spans(const SourceKnowledge &known) const;

    const SourceNeed &m_need;
    qint64 m_now;
    DynamicsForms m_forms;
};

bool Planner::takesSpans() const
{
    // Where all of the time begins is not known before the days are, so that it is never asked at once.
    const bool isAll = m_need.period == Period::All && !isDays(m_need.buckets.constFirst());
    return isAll || std::ranges::any_of(m_need.buckets, isLong);
}

/** The period that lists the days of all that is needed; nothing for what lies wholly in the future. */
std::optional<Period> Planner::listOfDays() const
{
    qint64 from = m_need.buckets.constFirst().window.from;
    for (const NeededBuckets &needed : m_need.buckets)
        from = std::min(from, needed.window.from);
    return from > m_now ? std::nullopt : std::optional(daysSince(from, m_now));
}

PlannedRequest Planner::rolling(Period period) const
{
    return {.request = std::make_shared<DynamicsRequest>(m_need.channel, RollingQuery{period})};
}

PlannedRequest Planner::minutes(TimeWindow window, StoredResolution level) const
{
    // The hours of a whole day can also be had by its date.
    std::optional<DynamicsRequest::OtherForm> otherForm;
    const bool isDay =
        window.until - window.from == kDay && bucketStart(StoredResolution::Day, window.from) == window.from;
    if (isDay && level == StoredResolution::Hour && m_forms == DynamicsForms::All)
        otherForm = {.query = {window.from}, .lateBy = window.contains(m_now) ? kDatePairCacheAge : 0};
    window.until = std::min(window.until, justAfter(m_now));
    return {.request = std::make_shared<DynamicsRequest>(m_need.channel, MinuteQuery{window}, otherForm),
            .tells = NeededBuckets{window, level}};
}

/** Of a window that takes no spans, some of which the server knows by their own name. */
std::optional<PlannedRequest> Planner::requestFor(const NeededBuckets &needed, std::optional<Period> name) const
{
    if (name == Period::Hour1) {
        // A minute wider on both sides, because the minute may change on the way.
        const qint64 until = justAfter(m_now);
        return minutes({until - 62 * kMinute, until}, needed.level);
    }
    if (name && periodLevel(*name) == StoredResolution::Hour && needed.level == StoredResolution::Hour)
        return rolling(*name);
    if (needed.window.from > m_now)
        return std::nullopt;
    return isDays(needed) ? rolling(daysSince(needed.window.from, m_now)) : minutes(needed.window, needed.level);
}

SourcePlan Planner::begin() const
{
    SourcePlan plan;
    const bool spanned = takesSpans();
    if (spanned || std::ranges::all_of(m_need.buckets, isDays)) {
        const std::optional<Period> days = listOfDays();
        if (!days)
            return plan;
        plan.requests.append(rolling(*days));
        if (spanned) {
            plan.again = true;
            plan.listsDaysFrom = firstWholeDay(*days, m_now);
        }
        return plan;
    }
    for (qsizetype i = 0; i < m_need.buckets.size(); ++i) {
        if (const auto request = requestFor(m_need.buckets[i], i == 0 ? m_need.period : std::nullopt))
            plan.requests.append(*request);
    }
    return plan;
}

TimeWindow withoutEmptyEnds(TimeWindow span, const QSet<qint64> &emptyDays)
{
    while (!span.isEmpty() && emptyDays.contains(bucketStart(StoredResolution::Day, span.from)))
        span.from = bucketStart(StoredResolution::Day, span.from) + kDay;
    while (!span.isEmpty() && emptyDays.contains(bucketStart(StoredResolution::Day, span.until - 1)))
        span.until = bucketStart(StoredResolution::Day, span.until - 1);
    return span;
}

/** In time order; none of whose parts of a window begins or ends with a day without posts. */
QList<TimeWindow> Planner::spans(const SourceKnowledge &known) const
{
    std::map<qint64, TimeWindow> spans; // by the cut at their end
    for (const NeededBuckets &needed : m_need.buckets) {
        if (isDays(needed))
            continue;
        const TimeWindow window = needed.window.intersected(known.days);
        const qint64 end = std::min(window.until, justAfter(m_now));
        for (qint64 from = window.from; from < end;) {
            const qint64 cut = from - from % kLongestSpan + kLongestSpan;
            const TimeWindow part = withoutEmptyEnds({from, std::min(cut, end)}, known.emptyDays);
            from = cut;
            if (part.isEmpty())
                continue;
            TimeWindow &span = spans.try_emplace(cut, part).first->second;
            span = {std::min(span.from, part.from), std::max(span.until, part.until)};
        }
    }
    QList<TimeWindow> inOrder;
    for (const auto &[cut, span] : spans)
        inOrder.append(span);
    return inOrder;
}

SourcePlan Planner::resume(const SourceKnowledge &known) const
{
    SourcePlan plan;
    if (!takesSpans())
        return plan;
    StoredResolution finest = StoredResolution::Day;
    for (const NeededBuckets &needed : m_need.buckets)
        finest = std::min(finest, needed.level);
    const QList<TimeWindow> inOrder = spans(known);
    for (auto span = inOrder.crbegin(); span != inOrder.crend(); ++span) // what is looked at most comes soonest
        plan.requests.append(minutes(*span, finest));
    return plan;
}
}

SourcePlan Planner::byTimePairs() const
{
    SourcePlan plan;
    for (const NeededBuckets &needed : m_need.buckets) {
        const TimeWindow window{needed.window.from, std::min(needed.window.until, justAfter(m_now))};
        for (qint64 until = window.until; until > window.from && window.from <= m_now;) {
            // Cut between days, for of a day in two parts neither answer tells.
            const qint64 cut = bucketCeil(StoredResolution::Day, until - kLongestPair);
            plan.requests.append(minutes({std::max(window.from, cut), until}, needed.level));
            until = cut;
        }
    }
    return plan;
}

SourcePlan dynamicsPlan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now,
                        DynamicsForms forms)
{
    if (need.buckets.isEmpty())
        return {};
    const Planner planner(need, now, forms);
    if (forms == DynamicsForms::TimePairs)
        return known ? SourcePlan() : planner.byTimePairs();
    return known ? planner.resume(*known) : planner.begin();
}
}
