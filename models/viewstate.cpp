// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewstate.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
const QString kZoneWord = u"zone="_s;
const QString kLogWord = u"scale=log"_s;

/** A day by its date; an hour with its offset where the clocks may show it twice. */
QString dayText(qint64 day, const QTimeZone &zone)
{
    return isoTime(day, zone).left(10);
}

QString hourText(qint64 hour, const QTimeZone &zone)
{
    const QString text = isoTime(hour, zone);
    return isUtc(zone) ? text.left(13) : text;
}

QString questionText(const ViewQuestion &question)
{
    const QTimeZone &zone = question.zone;
    if (const auto *period = std::get_if<Period>(&question.span))
        return periodName(*period);
    if (const auto *day = std::get_if<DayView>(&question.span))
        return dayText(day->day, zone);
    if (const auto *range = std::get_if<RangeView>(&question.span))
        return QStringList{isoUtc(range->from), isoUtc(range->until), stepName(range->step)}.join(u'~');
    return hourText(std::get<HourView>(question.span).hour, zone);
}

std::optional<ViewQuestion> rangeFromText(const QStringList &parts, const QTimeZone &zone)
{
    const std::optional<qint64> from = secondsFromIso(parts.value(0));
    const std::optional<qint64> until = secondsFromIso(parts.value(1));
    const std::optional<Step> step = stepFromName(parts.value(2));
    if (!from || !until || !step || *until <= *from)
        return std::nullopt;
    // Only what lies on its own borders, however it was written.
    const bool whole = ZoneBuckets::around(*step, *from, zone).from == *from
        && ZoneBuckets::around(*step, *until - 1, zone).until == *until;
    return whole ? std::optional(ViewQuestion(RangeView{*from, *until, *step}, zone)) : std::nullopt;
}

std::optional<ViewQuestion> questionFromText(const QString &text, const QTimeZone &zone)
{
    if (const std::optional<Period> period = periodFromName(text))
        return ViewQuestion(*period, zone);
    if (text.contains(u'~'))
        return rangeFromText(text.split(u'~'), zone);
    if (!text.contains(u'T')) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(ViewQuestion(DayView{startOfDate(date, zone)}, zone)) : std::nullopt;
    }
    const std::optional<qint64> time = secondsFromIso(QString(isUtc(zone) ? text + u":00:00Z"_s : text));
    if (!time)
        return std::nullopt;
    return ViewQuestion(HourView{ZoneBuckets::around(Step::Hour, *time, zone).from}, zone);
}

/** Each step is finer than the one before and lies in it, where that has fixed ends. */
bool leadsDown(const ViewQuestion &from, const ViewQuestion &to)
{
    if (!(viewStep(to) < viewStep(from)) || isRolling(to))
        return false;
    if (isRolling(from))
        return true;
    const TimeWindow outer = viewWindow(from, 0);
    const TimeWindow inner = viewWindow(to, 0);
    return outer.from <= inner.from && inner.until <= outer.until;
}

/** What is drilled into, so that it holds @p time. */
void follow(QList<ViewQuestion> &path, qint64 time)
{
    for (qsizetype i = 1; i + 1 < path.size(); ++i) {
        const QTimeZone &zone = path[i].zone;
        if (auto *day = std::get_if<DayView>(&path[i].span))
            day->day = ZoneBuckets::around(Step::Day, time, zone).from;
        if (auto *range = std::get_if<RangeView>(&path[i].span)) {
            const TimeWindow around = ZoneBuckets::around(viewStep(path[i - 1]), time, zone);
            *range = {around.from, around.until, range->step};
        }
    }
}

/** Whole months of the calendar are followed by as many months, all else by as many buckets. */
RangeView movedRange(const RangeView &range, int steps, const QTimeZone &zone)
{
    const QDate first = dateAt(range.from, zone);
    const QDate next = dateAt(range.until, zone);
    const bool wholeMonths = range.step != Step::Week
        && range.from == startOfDate({first.year(), first.month(), 1}, zone)
        && range.until == startOfDate({next.year(), next.month(), 1}, zone);
    if (wholeMonths) {
        const int months = steps * (12 * (next.year() - first.year()) + next.month() - first.month());
        return {startOfDate(first.addMonths(months), zone), startOfDate(next.addMonths(months), zone), range.step};
    }
    const int count = int(ZoneBuckets::starts(range.step, {range.from, range.until}, zone).size());
    return {ZoneBuckets::moved(range.step, range.from, steps * count, zone),
            ZoneBuckets::moved(range.step, range.until, steps * count, zone), range.step};
}

/** An overview that has come to where a period is goes on with time as the period does. */
ViewQuestion::Span spanAt(const RangeView &range, bool isOverview, const QTimeZone &zone, qint64 now)
{
    for (const Period period : kPeriods) {
        const ViewQuestion question(period, zone);
        if (isOverview && period != Period::All && viewStep(question) == range.step
            && viewWindow(question, now) == TimeWindow{range.from, range.until})
            return period;
    }
    return range;
}

/** The day, hour or span beside; with what it is compared with left where it was. */
std::optional<ViewState> besideOf(const ViewState &view, int steps, qint64 now)
{
    ViewState beside = view;
    beside.zoom.reset();
    ViewQuestion &question = beside.path.last();
    if (const auto *period = std::get_if<Period>(&question.span)) {
        if (*period == Period::All)
            return std::nullopt;
        const TimeWindow window = viewWindow(question, now);
        question.span = movedRange({window.from, window.until, viewStep(question)}, steps, question.zone);
        return beside;
    }
    if (auto *day = std::get_if<DayView>(&question.span))
        day->day = ZoneBuckets::moved(Step::Day, day->day, steps, question.zone);
    else if (auto *hour = std::get_if<HourView>(&question.span))
        hour->hour = ZoneBuckets::moved(Step::Hour, hour->hour, steps, question.zone);
    else if (auto *range = std::get_if<RangeView>(&question.span))
        question.span = spanAt(movedRange(*range, steps, question.zone), beside.path.size() == 1, question.zone, now);
    // Past midnight the day above is another one, too, and past its end so is a chosen range.
    const qint64 there = viewWindow(question, 0).from;
    if (auto *overview = std::get_if<RangeView>(&beside.path.first().span); overview && beside.path.size() > 1) {
        if (there < overview->from || there >= overview->until)
            *overview = movedRange(*overview, steps, question.zone);
    }
    follow(beside.path, there);
    return beside;
}
}

ViewState inZone(const ViewState &view, const QTimeZone &zone)
{
    ViewState moved = view;
    moved.zoom.reset();
    if (moved.comparison) {
        if (auto *chosen = std::get_if<BaselineStart>(&moved.comparison->baseline))
            chosen->start = clockIn(chosen->start, view.zone(), zone);
    }
    for (ViewQuestion &question : moved.path) {
        const QTimeZone before = std::exchange(question.zone, zone);
        if (auto *day = std::get_if<DayView>(&question.span))
            day->day = startOfDate(dateAt(day->day, before), zone);
        if (auto *hour = std::get_if<HourView>(&question.span))
            hour->hour = ZoneBuckets::around(Step::Hour, clockIn(hour->hour, before, zone), zone).from;
        if (auto *range = std::get_if<RangeView>(&question.span)) {
            range->from = ZoneBuckets::around(range->step, clockIn(range->from, before, zone), zone).from;
            range->until = ZoneBuckets::around(range->step, clockIn(range->until - 1, before, zone), zone).until;
        }
    }
    return moved;
}

std::optional<ViewState> drilledInto(const ViewState &view, qint64 start)
{
    ViewState below = view;
    below.zoom.reset();
    const QTimeZone &zone = view.zone();
    const Step step = viewStep(view.question());
    const TimeWindow bucket = ZoneBuckets::around(step, start, zone);
    switch (step) {
    case Step::Month:
    case Step::Week:
        below.path.append({RangeView{bucket.from, bucket.until, Step::Day}, zone});
        return below;
    case Step::Day:
        below.path.append({DayView{start}, zone});
        return below;
    case Step::Hour:
        below.path.append({HourView{start}, zone});
        return below;
    case Step::Minute:
        break;
    }
    return std::nullopt;
}

std::optional<ViewState> levelUp(const ViewState &view)
{
    if (view.path.size() < 2)
        return std::nullopt;
    ViewState above = view;
    above.zoom.reset();
    above.path.removeLast();
    return above;
}

std::optional<ViewState> stepped(const ViewState &view, int steps, qint64 now)
{
    std::optional<ViewState> beside = besideOf(view, steps, now);
    if (!beside || !beside->comparison)
        return beside;
    // What was set beside the first bucket goes along with it.
    if (auto *chosen = std::get_if<BaselineStart>(&beside->comparison->baseline)) {
        const QTimeZone &zone = view.zone();
        const qint64 from = viewWindow(view.path.constFirst(), now).from;
        const qint64 there = viewWindow(beside->path.constFirst(), now).from;
        const qint64 days = dateAt(from, zone).daysTo(dateAt(there, zone));
        const qint64 rest = there - sameClock(from, days, 0, zone);
        chosen->start = sameClock(chosen->start, days, 0, zone) + rest;
    }
    return beside;
}

ViewState withMetricAlone(const ViewState &view, Metric metric)
{
    ViewState alone = view;
    alone.metrics = {metric};
    return alone;
}

ViewState withMetricToggled(const ViewState &view, Metric metric)
{
    ViewState toggled = view;
    toggled.metrics.clear();
    for (const Metric each : kMetrics) {
        if (view.metrics.contains(each) != (each == metric))
            toggled.metrics.append(each);
    }
    return toggled.metrics.isEmpty() ? view : toggled;
}

std::optional<Comparison> comparisonOf(const ViewState &view, qint64 now)
{
    if (!view.comparison || view.question().span == ViewQuestion::Span(Period::All))
        return std::nullopt;
    Comparison comparison = *view.comparison;
    // With itself or with what came later nothing is compared.
    const auto *chosen = std::get_if<BaselineStart>(&comparison.baseline);
    if (chosen && chosen->start >= viewWindow(view.path.constFirst(), now).from)
        return std::nullopt;
    for (qsizetype i = 0; i + 1 < view.path.size(); ++i) {
        const ViewQuestion &question = view.path.at(i);
        const std::optional<Counterpart> aligned = Counterpart::of(question, viewWindow(question, now), comparison);
        if (!aligned)
            continue; // all of the time has none: what is opened from it begins anew
        const qint64 below = viewWindow(view.path.at(i + 1), now).from;
        const qint64 opened = ZoneBuckets::around(viewStep(question), below, question.zone).from;
        comparison = {.baseline = BaselineStart{aligned->of(opened)}};
    }
    const auto *start = std::get_if<BaselineStart>(&comparison.baseline);
    if (start && start->start >= viewWindow(view.question(), now).from)
        return std::nullopt;
    return comparison;
}

QString viewStateText(const ViewState &view)
{
    QStringList path;
    for (const ViewQuestion &question : view.path)
        path.append(questionText(question));
    QStringList metrics;
    for (const Metric metric : view.metrics)
        metrics.append(metricName(metric));
    QStringList words{QString::number(view.channel), path.join(u'/'), metrics.join(u',')};
    if (view.comparison)
        words.append(comparisonName(*view.comparison).replace(u' ', u','));
    if (!isUtc(view.zone()))
        words.append(kZoneWord + zoneName(view.zone()));
    if (view.logarithmic)
        words.append(kLogWord);
    return words.join(u' ');
}

std::optional<ViewState> viewStateFromText(const QString &text)
{
    QStringList parts = text.split(u' ');
    ViewState view;
    view.logarithmic = parts.constLast() == kLogWord;
    if (view.logarithmic)
        parts.removeLast();
    if (parts.isEmpty())
        return std::nullopt;
    QTimeZone zone = QTimeZone::utc();
    if (parts.constLast().startsWith(kZoneWord)) {
        const std::optional<QTimeZone> named = zoneFromName(parts.takeLast().mid(kZoneWord.size()));
        if (!named)
            return std::nullopt;
        zone = *named;
    }
    if (parts.size() != 3 && parts.size() != 4)
        return std::nullopt;
    if (parts.size() == 4) {
        view.comparison = comparisonFromName(QString(parts[3]).replace(u',', u' '));
        if (!view.comparison)
            return std::nullopt;
    }
    bool isNumber = false;
    view.channel = parts[0].toLongLong(&isNumber);
    view.path.clear();
    for (const QString &part : parts[1].split(u'/')) {
        const std::optional<ViewQuestion> question = questionFromText(part, zone);
        if (!question)
            return std::nullopt;
        const bool isOverview = isRolling(*question) || std::holds_alternative<RangeView>(question->span);
        const bool fits = view.path.isEmpty() ? isOverview : leadsDown(view.path.constLast(), *question);
        if (!fits)
            return std::nullopt;
        view.path.append(*question);
    }
    QList<Metric> named;
    for (const QString &name : parts[2].split(u',')) {
        const std::optional<Metric> metric = metricFromName(name);
        if (!metric)
            return std::nullopt;
        named.append(*metric);
    }
    view.metrics.clear();
    for (const Metric metric : kMetrics) {
        if (named.contains(metric))
            view.metrics.append(metric);
    }
    return isNumber ? std::optional(view) : std::nullopt;
}
}
