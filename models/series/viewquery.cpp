// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/viewquery.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
ViewStep stepOf(StoredResolution level)
{
    return level == StoredResolution::Minute ? ViewStep::Minute
                                             : (level == StoredResolution::Hour ? ViewStep::Hour : ViewStep::Day);
}

/** A bucket of a range in files: its date, with the clock time where it is shorter than a day. */
QString borderName(qint64 start, ViewStep step, const QTimeZone &zone)
{
    const QString whole = isoTime(start, zone);
    return step >= ViewStep::Day ? whole.left(10) : whole.left(16);
}

/** With how far the clocks are ahead where they show the hour twice. */
QString hourName(qint64 hour, const QTimeZone &zone)
{
    const QString whole = isoTime(hour, zone);
    return isShownTwice(hour, zone) ? whole.left(13) + whole.right(6) : whole.left(13);
}
}

ViewStep viewStep(const ViewQuery &question)
{
    if (question.step)
        return *question.step;
    if (const auto *period = std::get_if<Period>(&question.span))
        return stepOf(periodLevel(*period));
    if (const auto *range = std::get_if<RangeView>(&question.span))
        return range->step;
    return std::holds_alternative<DayView>(question.span) ? ViewStep::Hour : ViewStep::Minute;
}

ViewStep fittingStep(QDate first, QDate last)
{
    constexpr int mostDaysByHour = 2;
    constexpr int mostDaysByDay = 120;
    constexpr int mostDaysByWeek = 731;
    const qint64 days = first.daysTo(last) + 1;
    if (days <= mostDaysByHour)
        return ViewStep::Hour;
    if (days <= mostDaysByDay)
        return ViewStep::Day;
    return days <= mostDaysByWeek ? ViewStep::Week : ViewStep::Month;
}

QList<ViewStep> stepsOf(const ViewQuery &question)
{
    if (question.span == ViewQuery::Span(Period::All))
        return {ViewStep::Day, ViewStep::Week, ViewStep::Month};
    const auto *period = std::get_if<Period>(&question.span);
    const auto *range = std::get_if<RangeView>(&question.span);
    if (!range && (!period || periodLevel(*period) != StoredResolution::Day))
        return {};
    const qint64 seconds = range ? range->until - range->from : periodSeconds(*period);
    QList<ViewStep> steps;
    for (const ViewStep step : kSteps) {
        // Rounded: two weeks in which clocks go forward are an hour short.
        const qint64 buckets = (seconds + secondsOf(StoredResolution::Hour)) / usualSeconds(step);
        if (buckets >= 2 && buckets <= kMostWindowBuckets)
            steps.append(step);
    }
    return steps;
}

bool isRolling(const ViewQuery &question)
{
    return std::holds_alternative<Period>(question.span);
}

TimeWindow viewWindow(const ViewQuery &question, qint64 anchor, std::optional<qint64> firstWithPosts)
{
    const QTimeZone &zone = question.zone;
    if (question.step) {
        ViewQuery own = question;
        own.step.reset();
        const TimeWindow window = viewWindow(own, anchor, firstWithPosts);
        return {ZoneBuckets::around(*question.step, window.from, zone).from,
                ZoneBuckets::around(*question.step, window.until - 1, zone).until};
    }
    if (const auto *day = std::get_if<DayView>(&question.span))
        return ZoneBuckets::around(ViewStep::Day, day->day, zone);
    if (const auto *hour = std::get_if<HourView>(&question.span))
        return ZoneBuckets::around(ViewStep::Hour, hour->hour, zone);
    if (const auto *range = std::get_if<RangeView>(&question.span))
        return {range->from, range->until};

    const Period period = std::get<Period>(question.span);
    const ViewStep step = stepOf(periodLevel(period));
    if (period != Period::All)
        return ZoneBuckets::endingAround(step, anchor, periodBuckets(period), zone);
    const TimeWindow today = ZoneBuckets::around(step, anchor, zone);
    const qint64 first = std::min(firstWithPosts.value_or(today.from), today.from);
    return {ZoneBuckets::around(step, first, zone).from, today.until};
}

QString viewName(const ViewQuery &question)
{
    if (const auto *day = std::get_if<DayView>(&question.span))
        return u"day "_s + isoTime(day->day, question.zone).left(10);
    if (const auto *hour = std::get_if<HourView>(&question.span))
        return u"hour "_s + hourName(hour->hour, question.zone);
    if (const auto *range = std::get_if<RangeView>(&question.span)) {
        const qint64 last = ZoneBuckets::moved(range->step, range->until, -1, question.zone);
        return u"%1 to %2 by %3"_s.arg(borderName(range->from, range->step, question.zone),
                                       borderName(last, range->step, question.zone), stepName(viewStep(question)));
    }
    const Period period = std::get<Period>(question.span);
    const bool isOwn = !question.step || *question.step == stepOf(periodLevel(period));
    return isOwn ? periodName(period) : u"%1 by %2"_s.arg(periodName(period), stepName(*question.step));
}
}
