// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation/location.h"

#include "core/zonebuckets.h"

#include <utility>

namespace Postwave
{
namespace
{
/** What is drilled into, so that it holds @p time. */
void follow(QList<ViewQuery> &path, qint64 time)
{
    for (qsizetype i = 1; i + 1 < path.size(); ++i) {
        const QTimeZone &zone = path[i].zone;
        if (auto *day = std::get_if<DayView>(&path[i].span))
            day->day = ZoneBuckets::around(ViewStep::Day, time, zone).from;
        if (auto *range = std::get_if<RangeView>(&path[i].span)) {
            const TimeWindow around = ZoneBuckets::around(viewStep(path[i - 1]), time, zone);
            *range = {around.from, around.until, range->step};
        }
    }
}

/** Whole months of the calendar are followed by as many months, all else by as many buckets. */
RangeView movedRange(const RangeView &range, int steps, const QTimeZone &zone)
{
    const int months = range.step == ViewStep::Week ? 0 : ZoneBuckets::wholeMonths({range.from, range.until}, zone);
    if (months > 0)
        return {ZoneBuckets::moved(ViewStep::Month, range.from, steps * months, zone),
                ZoneBuckets::moved(ViewStep::Month, range.until, steps * months, zone), range.step};
    const int count = int(ZoneBuckets::starts(range.step, {range.from, range.until}, zone).size());
    return {ZoneBuckets::moved(range.step, range.from, steps * count, zone),
            ZoneBuckets::moved(range.step, range.until, steps * count, zone), range.step};
}

/** An overview that has come to where a period is goes on with time as the period does. */
ViewQuery::Span spanAt(const RangeView &range, bool isOverview, const QTimeZone &zone, qint64 now)
{
    for (const Period period : kPeriods) {
        const ViewQuery question(period, zone);
        if (isOverview && period != Period::All && viewStep(question) == range.step
            && viewWindow(question, now) == TimeWindow{range.from, range.until})
            return period;
    }
    return range;
}

/** The day, hour or span beside; with what it is compared with left where it was. */
std::optional<Location> neighbourOf(const Location &view, int steps, qint64 now)
{
    Location neighbour = view;
    neighbour.leaveBuckets();
    ViewQuery &question = neighbour.path.last();
    if (const auto *period = std::get_if<Period>(&question.span)) {
        if (*period == Period::All)
            return std::nullopt;
        const ViewQuery own(*period, question.zone);
        const TimeWindow window = viewWindow(own, now);
        question.span = movedRange({window.from, window.until, viewStep(own)}, steps, question.zone);
        return neighbour;
    }
    if (auto *day = std::get_if<DayView>(&question.span))
        day->day = ZoneBuckets::moved(ViewStep::Day, day->day, steps, question.zone);
    else if (auto *hour = std::get_if<HourView>(&question.span))
        hour->hour = ZoneBuckets::moved(ViewStep::Hour, hour->hour, steps, question.zone);
    else if (auto *range = std::get_if<RangeView>(&question.span))
        question.span =
            spanAt(movedRange(*range, steps, question.zone), neighbour.path.size() == 1, question.zone, now);
    // Past midnight the day above is another one, too, and past its end so is a chosen range.
    const qint64 there = viewWindow(question, 0).from;
    if (auto *overview = std::get_if<RangeView>(&neighbour.path.first().span); overview && neighbour.path.size() > 1) {
        if (there < overview->from || there >= overview->until)
            *overview = movedRange(*overview, steps, question.zone);
    }
    follow(neighbour.path, there);
    return neighbour;
}
}

bool showSameRows(const Location &one, const Location &other)
{
    return one.page == other.page && one.source == other.source && one.channel == other.channel
        && one.path == other.path && one.comparison == other.comparison;
}

Location inZone(const Location &view, const QTimeZone &zone)
{
    Location moved = view;
    moved.leaveBuckets();
    if (moved.comparison) {
        if (auto *chosen = std::get_if<BaselineStart>(&moved.comparison->baseline))
            chosen->start = clockIn(chosen->start, view.zone(), zone);
    }
    for (ViewQuery &question : moved.path) {
        const QTimeZone before = std::exchange(question.zone, zone);
        if (auto *day = std::get_if<DayView>(&question.span))
            day->day = startOfDate(dateAt(day->day, before), zone);
        if (auto *hour = std::get_if<HourView>(&question.span))
            hour->hour = ZoneBuckets::around(ViewStep::Hour, clockIn(hour->hour, before, zone), zone).from;
        if (auto *range = std::get_if<RangeView>(&question.span)) {
            range->from = ZoneBuckets::around(range->step, clockIn(range->from, before, zone), zone).from;
            range->until = ZoneBuckets::around(range->step, clockIn(range->until - 1, before, zone), zone).until;
        }
    }
    return moved;
}

std::optional<Location> drilledInto(const Location &view, qint64 start, ViewStep shown)
{
    Location below = view;
    below.leaveBuckets();
    const QTimeZone &zone = view.zone();
    // Keep the granularity that was shown, so that going up returns to it.
    if (shown != viewStep(view.query()))
        below.path.last().step = shown;
    const TimeWindow bucket = ZoneBuckets::around(shown, start, zone);
    switch (shown) {
    case ViewStep::Month:
    case ViewStep::Week:
        below.path.append({RangeView{bucket.from, bucket.until, ViewStep::Day}, zone});
        return below;
    case ViewStep::Day:
        below.path.append({DayView{start}, zone});
        return below;
    case ViewStep::Hour:
        below.path.append({HourView{start}, zone});
        return below;
    case ViewStep::Minute:
        break;
    }
    return std::nullopt;
}

std::optional<Location> levelUp(const Location &view)
{
    if (view.path.size() < 2)
        return std::nullopt;
    Location above = view;
    above.leaveBuckets();
    above.path.removeLast();
    return above;
}

std::optional<Location> stepped(const Location &view, int steps, qint64 now)
{
    std::optional<Location> neighbour = neighbourOf(view, steps, now);
    if (!neighbour || !neighbour->comparison)
        return neighbour;
    // What was set beside the first bucket goes along with it.
    if (auto *chosen = std::get_if<BaselineStart>(&neighbour->comparison->baseline)) {
        const QTimeZone &zone = view.zone();
        const qint64 from = viewWindow(view.path.constFirst(), now).from;
        const qint64 there = viewWindow(neighbour->path.constFirst(), now).from;
        const qint64 days = dateAt(from, zone).daysTo(dateAt(there, zone));
        const qint64 rest = there - sameClock(from, days, 0, zone);
        chosen->start = sameClock(chosen->start, days, 0, zone) + rest;
    }
    return neighbour;
}

Location withMetricAlone(const Location &view, Metric metric)
{
    Location alone = view;
    alone.metrics = {metric};
    return alone;
}

Location withMetricToggled(const Location &view, Metric metric)
{
    Location toggled = view;
    toggled.metrics.clear();
    for (const Metric each : kMetrics) {
        if (view.metrics.contains(each) != (each == metric))
            toggled.metrics.append(each);
    }
    return toggled.metrics.isEmpty() ? view : toggled;
}

std::optional<Comparison> comparisonOf(const Location &view, qint64 now)
{
    if (!view.comparison || view.query().span == ViewQuery::Span(Period::All))
        return std::nullopt;
    Comparison comparison = *view.comparison;
    // With itself or with what came later nothing is compared.
    const auto *chosen = std::get_if<BaselineStart>(&comparison.baseline);
    if (chosen && chosen->start >= viewWindow(view.path.constFirst(), now).from)
        return std::nullopt;
    for (qsizetype i = 0; i + 1 < view.path.size(); ++i) {
        const ViewQuery &question = view.path.at(i);
        const std::optional<Counterpart> aligned = Counterpart::of(question, viewWindow(question, now), comparison);
        if (!aligned)
            continue; // all of the time has none: what is opened from it begins anew
        const qint64 below = viewWindow(view.path.at(i + 1), now).from;
        const qint64 opened = ZoneBuckets::around(viewStep(question), below, question.zone).from;
        const std::optional<qint64> before = aligned->of(opened);
        if (!before)
            return std::nullopt; // the 31st of a month after one with 30 days
        comparison = {.baseline = BaselineStart{*before}};
    }
    const auto *start = std::get_if<BaselineStart>(&comparison.baseline);
    if (start && start->start >= viewWindow(view.query(), now).from)
        return std::nullopt;
    return comparison;
}
}
